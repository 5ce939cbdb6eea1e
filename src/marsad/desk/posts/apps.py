"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Posts(AppConfig):
    """The app of public posts."""

    name = "marsad.desk.posts"
    label = "posts"
    verbose_name = _("Posts")
    default_auto_field = "django.db.models.BigAutoField"
