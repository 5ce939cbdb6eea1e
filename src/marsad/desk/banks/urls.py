"""The addresses of banks."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
