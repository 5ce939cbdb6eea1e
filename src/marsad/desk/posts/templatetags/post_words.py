"""Words for what stands in posts: languages that the site itself does not speak as well."""

from django import template
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def post_language(code: str) -> str:
    """The name of a language in the reader's; its code where it has none here."""
    if code == "und":
        return _("undetermined")
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
