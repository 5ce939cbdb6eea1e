"""Home and whatever sees all the other apps."""

from django.urls import include, path

from marsad.desk.web import home

urlpatterns = [
    path("", home.front, name="home"),
    path("seen/", home.look, name="look"),
    path("api/v1/", include("marsad.desk.web.api.addresses")),
]
