"""The app's place in Django."""

from django.apps import AppConfig


class Briefs(AppConfig):
    """What people write from the register, in each language, before anybody clears it."""

    name = "marsad.desk.briefs"
    label = "briefs"
