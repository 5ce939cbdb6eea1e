"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Memberships(AppConfig):
    """The app of members and groups."""

    name = "marsad.desk.memberships"
    label = "memberships"
    verbose_name = _("Memberships")
    default_auto_field = "django.db.models.BigAutoField"
