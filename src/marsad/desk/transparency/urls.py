"""The addresses of transparency."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
