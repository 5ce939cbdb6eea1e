"""The addresses of this app."""

from django.urls import path

from marsad.desk.meetings import views

urlpatterns = [
    path("", views.meeting_list, name="meetings"),
    path("export/", views.meeting_export, name="meetings-export"),
    path("<int:pk>/", views.meeting, name="meeting"),
    path("<int:pk>/record/", views.meeting_record, name="meeting-record"),
]
