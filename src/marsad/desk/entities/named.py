"""What has a name in each of the house's languages, or in some of them."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _


class Named(models.Model):
    """A row with a name in Arabic, in English and in French, each of which may lack."""

    name_ar = models.CharField(_("name in Arabic"), max_length=200, blank=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    name_fr = models.CharField(_("name in French"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def written_names(self) -> dict[str, str]:
        """The names by language, without those that lack."""
        written = {"ar": self.name_ar, "en": self.name_en, "fr": self.name_fr}
        return {language: name for language, name in written.items() if name}

    @property
    def name(self) -> str:
        """The name in the reader's language, or in the language there is one in."""
        names = self.written_names
        language = (translation.get_language() or "en")[:2]
        ways = (names.get(one) for one in (language, "en", "ar", "fr"))
        return next(filter(None, ways), self._unnamed())

    def _unnamed(self) -> str:
        """What it is called where it has no name in any language."""
        return ""
