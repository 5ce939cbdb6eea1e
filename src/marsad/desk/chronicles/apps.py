"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Chronicles(AppConfig):
    """The app of what is known of an entity over time."""

    name = "marsad.desk.chronicles"
    label = "chronicles"
    verbose_name = _("Chronicles")
    default_auto_field = "django.db.models.BigAutoField"
