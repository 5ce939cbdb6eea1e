"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Contradictions(AppConfig):
    """The app of figures that cannot both hold."""

    name = "marsad.desk.contradictions"
    label = "contradictions"
    verbose_name = _("Contradictions")
    default_auto_field = "django.db.models.BigAutoField"
