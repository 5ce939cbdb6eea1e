"""All that answers on a host that is the website's alone."""

from django.urls import include, path

from marsad.desk.website import front_views

urlpatterns = [
    path("", front_views.front, name="front"),
    path("", include("marsad.desk.website.urls")),
]
