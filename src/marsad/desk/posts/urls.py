"""The addresses of posts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
