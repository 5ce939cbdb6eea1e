"""The addresses of watch."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
