"""Briefs for the tests of the editor, and what its form sends."""

from datetime import date
from uuid import uuid4

from wagtail.test.utils.form_data import nested_form_data, streamfield

from marsad.desk.briefs.draft import Beginning, draft
from marsad.desk.briefs.models import Brief, BriefKind
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Entry, Finding
from marsad.marking import Audience, Marking

WHY = "a test of the editor"
DAY = date(2018, 3, 1)


def an_entry(person, **said):
    """An entry made of the first finding that says this."""
    found = Finding.objects.filter(status="proposed", **said).order_by("pk")[:1]
    [entry] = confirm(list(found), by=person, because=WHY)
    return entry


def a_plain_entry(words="التحالف ملتزم بهزيمة التنظيم", **more):
    """An entry that rests on no document, where only its row matters."""
    said = {"kind": "quote", "language": "ar", "day": DAY, "marking": Marking.GREEN}
    return Entry.objects.create(words=words, **said | more)


def statement(text, *entries, key=None):
    """A statement with the entries that bear it, as the editor keeps it."""
    items = [{"type": "item", "value": one.pk, "id": str(uuid4())} for one in entries]
    value = {"text": text, "entries": items}
    return {"type": "statement", "value": value, "id": key or str(uuid4())}


def a_brief(person, *blocks, languages=("ar", "en")):
    """A brief with these blocks, copied into its other languages to be translated."""
    beginning = Beginning(
        "نشرة اليوم", BriefKind.DAILY, DAY, Audience.WORLD, languages, body=blocks
    )
    return draft(beginning, by=person, because=WHY)


def in_language(page, language):
    """The page of a brief in a language, as it was last saved."""
    row = Brief.objects.get(
        translation_key=page.translation_key, locale__language_code=language
    )
    return row.get_latest_revision_as_object()


def sent(page, blocks=None, **changed):
    """What the form of a page sends when it is saved, with some of it changed."""
    latest = page.get_latest_revision_as_object()
    kept = latest.body.get_prep_value() if blocks is None else blocks
    form = {
        "title": latest.title,
        "summary": latest.summary,
        "as_of": latest.as_of.isoformat(),
        "audience": str(latest.audience),
        "comment_notifications": "",
        "comments": {
            "TOTAL_FORMS": "0",
            "INITIAL_FORMS": "0",
            "MIN_NUM_FORMS": "0",
            "MAX_NUM_FORMS": "",
        },
        "body": streamfield([(one["type"], _value(one["value"])) for one in kept]),
    }
    for number, one in enumerate(kept):
        form["body"][f"{number}"]["id"] = one["id"]
    return nested_form_data(form) | changed


def _value(value):
    said = dict(value)
    if "entries" in said:
        items = said["entries"]
        said["entries"] = {"count": str(len(items))} | {
            str(number): {
                "value": str(one["value"]),
                "id": one["id"],
                "order": str(number),
                "deleted": "",
                "type": "item",
            }
            for number, one in enumerate(items)
        }
    return {key: "" if one is None else one for key, one in said.items()}


def raised(entry, marking=Marking.RED):
    """An entry that was marked more strictly after it was cited."""
    Entry.objects.filter(pk=entry.pk).update(marking=marking)
    return entry
