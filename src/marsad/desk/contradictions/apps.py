"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Contradictions(AppConfig):
    """The app of figures that cannot both hold."""

    name = "marsad.desk.contradictions"
    label = "contradictions"
    verbose_name = _("Contradictions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Stand beside every entry that something contradicts."""
        # Models may be imported only when all apps are there.
        from marsad.desk.contradictions.aside import (  # noqa: PLC0415
            contradictions_of,
        )
        from marsad.desk.register import asides  # noqa: PLC0415

        asides.add("contradictions", contradictions_of)
