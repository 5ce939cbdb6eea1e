"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Watch(AppConfig):
    """The app of counts over posts."""

    name = "marsad.desk.watch"
    label = "watch"
    verbose_name = _("Watch")
    default_auto_field = "django.db.models.BigAutoField"
