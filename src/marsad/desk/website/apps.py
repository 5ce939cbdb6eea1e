"""The app's place in Django."""

from django.apps import AppConfig


class Website(AppConfig):
    """What the public reads, drawn from public releases alone; and its appeals."""

    name = "marsad.desk.website"
    label = "website"
