"""The addresses of this app."""

from django.urls import path

from marsad.desk.sources import views

urlpatterns = [
    path("", views.sources, name="sources"),
    path("add/", views.add_source, name="source-add"),
    path("<int:pk>/", views.source, name="source"),
    path("<int:pk>/grade/", views.grade_source, name="source-grade"),
    path("<int:pk>/suspend/", views.suspend_source, name="source-suspend"),
    path("<int:pk>/resume/", views.resume_source, name="source-resume"),
]
