"""The app's place in Django."""

from django.apps import AppConfig


class Releases(AppConfig):
    """Frozen editions that two people let out, their corrections and recalls."""

    name = "marsad.desk.releases"
    label = "releases"
