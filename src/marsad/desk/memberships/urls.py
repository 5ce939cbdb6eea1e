"""The addresses of this app."""

from django.urls import path

from marsad.desk.memberships import act_views, views

urlpatterns = [
    path("", views.members, name="members"),
    path("export/", views.members_export, name="members-export"),
    path("define/", act_views.grouping_define, name="grouping-define"),
    path("<int:pk>/admit/", act_views.member_admit, name="member-admit"),
    path("ended/<int:pk>/", act_views.member_end, name="member-end"),
    path("undone/<int:pk>/", act_views.ruling_undo, name="ruling-undo"),
]
