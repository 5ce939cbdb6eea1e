"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Web(AppConfig):
    """The app of home, navigation, search and API."""

    name = "marsad.desk.web"
    label = "web"
    verbose_name = _("Site")
    default_auto_field = "django.db.models.BigAutoField"
