"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Catalogue(AppConfig):
    """The app of the search index."""

    name = "marsad.desk.catalogue"
    label = "catalogue"
    verbose_name = _("Search index")
    default_auto_field = "django.db.models.BigAutoField"
