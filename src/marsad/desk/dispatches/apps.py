"""The app's place in Django."""

from django.apps import AppConfig


class Dispatches(AppConfig):
    """What was sent to whom, by which way, and whether it arrived."""

    name = "marsad.desk.dispatches"
    label = "dispatches"
