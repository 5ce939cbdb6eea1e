"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Entities(AppConfig):
    """The app of parties and persons."""

    name = "marsad.desk.entities"
    label = "entities"
    verbose_name = _("Entities")
    default_auto_field = "django.db.models.BigAutoField"
