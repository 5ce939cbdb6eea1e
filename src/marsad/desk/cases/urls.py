"""The addresses of cases."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
