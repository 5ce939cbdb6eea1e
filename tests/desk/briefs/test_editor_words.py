"""The form of a brief speaks the reader's language to its last label."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import trans_real

from desk.briefs.editor_examples import a_brief, a_plain_entry, statement
from marsad.desk.safeguards.groups import Group

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

_LABELS = re.compile(r"<(?:label|legend|h2|h3|option|th)\b[^>]*>(.*?)</", re.DOTALL)
# What the blocks are called, in the data that their scripts are given.
_NAMES = re.compile(
    r'"(?:label|addLabel|helpText|choose_one_text)": "((?:[^"\\]|\\.)*)"'
)
# Names of languages and signs of markings are the same in every language.
_SAME = ("English", "Français", "TLP")


@pytest.fixture
def arabic(monkeypatch):
    """A catalogue without gaps: what nobody has translated yet is Arabic all the same.

    Whether each message has its own translation is asked of the catalogue elsewhere;
    here, whether each label is asked of the catalogue when the page is made.
    """
    found = trans_real.DjangoTranslation.gettext

    def gettext(self, message):
        said = found(self, message)
        missing = said == message and self.language() == "ar"
        return "ترجمة" if missing and re.search("[A-Za-z]", message) else said

    monkeypatch.setattr(trans_real.DjangoTranslation, "gettext", gettext)


@pytest.mark.usefixtures("arabic")
def test_no_label_of_the_arabic_form_is_latin(sign_in, make_person, lina):
    page = a_brief(lina, statement("جملة", a_plain_entry()))
    desk = sign_in(make_person("karim", Group.OFFICER, name="كريم"))
    desk.cookies["language"] = "ar"

    told = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    plain = [re.sub("<[^>]*>", "", one).strip() for one in _LABELS.findall(told)]
    plain += _names(told)
    assert 'dir="rtl"' in told
    assert len(plain) > 30
    latin = [
        one
        for one in plain
        if re.search("[A-Za-z]{2}", one) and not one.startswith(_SAME)
    ]
    assert latin == []


def _names(told):
    """The names of blocks and of their parts, from the data of the form."""
    unescaped = told.replace("&quot;", '"')
    found = _NAMES.findall(unescaped)
    return [one.encode().decode("unicode_escape") for one in found if "\\u" in one] + [
        one for one in found if "\\u" not in one
    ]
