"""The addresses of the pictures of briefs."""

from django.urls import path

from marsad.desk.briefs import picture_views

urlpatterns = [
    path("<str:folder>/<str:name>", picture_views.picture, name="brief-picture")
]
