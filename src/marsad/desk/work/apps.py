"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Work(AppConfig):
    """The app of the queue."""

    name = "marsad.desk.work"
    label = "work"
    verbose_name = _("Work in hand")
    default_auto_field = "django.db.models.BigAutoField"
