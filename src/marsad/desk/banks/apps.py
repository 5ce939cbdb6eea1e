"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Banks(AppConfig):
    """The app of signals of known content."""

    name = "marsad.desk.banks"
    label = "banks"
    verbose_name = _("Banks")
    default_auto_field = "django.db.models.BigAutoField"
