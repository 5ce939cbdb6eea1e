"""Keep a machine's drafts of untranslated blocks, for people to accept one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from marsad.desk.briefs.accept import keep, original_of
from marsad.desk.briefs.freeze import newest
from marsad.desk.briefs.manuscripts import fingerprint, freshness
from marsad.desk.briefs.models import Brief
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's words for the texts of one block, and for which original they stand."""

    # text, alternative, transcript: the words in the language of the page.
    words: Mapping[str, str]
    original: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """What a translator sent back, and what was sent to it in vain."""

    translator: str
    by_block: Mapping[str, Draft] = field(default_factory=dict)
    # Block -> why there is no draft of it.
    failed: Mapping[str, str] = field(default_factory=dict)
    # Blocks whose marking does not let them out of the house.
    kept_in: tuple[str, ...] = ()


@act("briefs.translate")
def translate(page: Brief, drafts: Drafts, *, by: Person, because: str) -> list[str]:
    """Put drafts into blocks that nobody has translated; which these are is given back."""
    latest, original = newest(page), original_of(page)
    if not drafts.by_block and not drafts.failed:
        problem = _("has nothing that may be sent to a translator")
        raise Refused(page.title, problem, _("translate it by hand"))
    theirs = {str(one.id): one for one in original.body}
    filled = [
        name
        for one in latest.body
        if (name := str(one.id)) in drafts.by_block
        and name in theirs
        and _is_waiting(latest, name, theirs[name], one, drafts.by_block[name])
    ]
    # What was sent out of the house is written down, whether or not it came to anything.
    note(
        translator=drafts.translator,
        language=page.language,
        filled=filled,
        failed=dict(drafts.failed),
        kept_in=list(drafts.kept_in),
    )
    if filled:
        _fill(latest, filled, drafts, theirs, by)
    return filled


def _is_waiting(page: Brief, name: str, theirs: Any, ours: Any, draft: Draft) -> bool:
    """Whether nobody wrote there, and the original is still the one that was sent."""
    is_untouched = freshness(page, name, theirs, ours) == "untranslated"
    is_free = name not in page.by_machine and _words(theirs) == _words(ours)
    return is_untouched and is_free and fingerprint(theirs) == draft.original


def _words(block: Any) -> dict[str, Any]:
    said: dict[str, Any] = block.get_prep_value()["value"]
    return {name: said.get(name) for name in ("text", "alternative", "transcript")}


def _fill(
    page: Brief,
    filled: list[str],
    drafts: Drafts,
    theirs: Mapping[str, Any],
    by: Person,
) -> None:
    body = []
    for one in page.body.get_prep_value():
        if one["id"] in filled:
            words = dict(drafts.by_block[one["id"]].words)
            body.append({**one, "value": {**one["value"], **words}})
        else:
            body.append(one)
    stands_for = {
        **page.stands_for,
        **{one: fingerprint(theirs[one]) for one in filled},
    }
    by_machine = list(dict.fromkeys([*page.by_machine, *filled]))
    keep(page, by=by, body=body, stands_for=stands_for, by_machine=by_machine)
