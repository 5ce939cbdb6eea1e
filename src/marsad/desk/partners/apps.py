"""The app's place in Django."""

from django.apps import AppConfig


class Partners(AppConfig):
    """Governments and bodies we send to, whom we know there, how they take it."""

    name = "marsad.desk.partners"
    label = "partners"
