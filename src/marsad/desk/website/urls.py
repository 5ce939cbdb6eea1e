"""The addresses of the website."""

from django.urls import URLPattern, URLResolver

app_name = "website"

urlpatterns: list[URLPattern | URLResolver] = []
