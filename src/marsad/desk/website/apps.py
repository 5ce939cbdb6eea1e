"""The app's place in Django."""

from django.apps import AppConfig
from django.urls import register_converter

from marsad.desk.website.languages import LanguageConverter


class Website(AppConfig):
    """What the public reads, drawn from public releases alone; and its appeals."""

    name = "marsad.desk.website"
    label = "website"

    def ready(self) -> None:
        """Teach addresses what a language is."""
        register_converter(LanguageConverter, "language")
