"""The address of the search page."""

from django.urls import path

from marsad.desk.catalogue import views

urlpatterns = [path("", views.search_page, name="search")]
