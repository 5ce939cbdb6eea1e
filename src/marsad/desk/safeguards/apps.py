"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Safeguards(AppConfig):
    """The app of people, rights, acts and the trail."""

    name = "marsad.desk.safeguards"
    label = "safeguards"
    verbose_name = _("Safeguards")
    default_auto_field = "django.db.models.BigAutoField"
