"""The app's place in Django."""

from django.apps import AppConfig


class Measures(AppConfig):
    """What became of what we released."""

    name = "marsad.desk.measures"
    label = "measures"
