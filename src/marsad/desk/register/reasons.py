"""Why a finding was read, in the language of the interface.

Readers give their reason as an English sentence. It is known by its form, and said in the
reader's language with its parts: names, cues, units. What has no known form stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from typing import Final, NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from marsad.desk.register.reason_forms import COUNTS, JOINED, WHOLE, Form
from marsad.desk.register.reason_parts import Parts

# What one clause may be by itself.
_ALONE: Final = (*WHOLE, *COUNTS)
_NOTHING: Final = SafeString()


class Clause(NamedTuple):
    """A known sentence, and what stands at the places of its parts."""

    sentence: str
    parts: Mapping[str, str]


def reason(why: str, parts: Parts) -> SafeString:
    """Why a finding was read, as the page shows it; English where the form is unknown."""
    clauses = [_said(one, parts) for one in clauses_of(why)]
    if clauses:
        return reduce(_joined, clauses)
    return format_html('<bdi lang="en" dir="ltr">{}</bdi>', why) if why else _NOTHING


def _said(clause: Clause, parts: Parts) -> SafeString:
    written = {name: parts.written(name, said) for name, said in clause.parts.items()}
    return _filled(gettext(clause.sentence), written)


def _joined(first: SafeString, second: SafeString) -> SafeString:
    return _filled(gettext("{first}; {second}"), {"first": first, "second": second})


def _filled(sentence: str, written: Mapping[str, SafeString]) -> SafeString:
    return format_html(sentence, **written) if written else format_html("{}", sentence)


@lru_cache(maxsize=4000)
def clauses_of(why: str) -> tuple[Clause, ...]:
    """The clauses of a reason; none where its form is not known."""
    # Two clauses first: what one counts would swallow the other.
    for joint, firsts, seconds in JOINED:
        for first, second in _cuts(why, joint):
            found = _clause(first, firsts), _clause(second, seconds)
            if found[0] is not None and found[1] is not None:
                return found[0], found[1]
    whole = _clause(why, _ALONE)
    return (whole,) if whole is not None else ()


def _clause(said: str, forms: Iterable[Form]) -> Clause | None:
    for form in forms:
        parts = form.parts(said)
        if parts is not None:
            return Clause(form.sentence, parts)
    return None


def _cuts(why: str, joint: str) -> Iterator[Sequence[str]]:
    """Every way to cut a reason in two at a joint."""
    place = why.find(joint)
    while place >= 0:
        yield why[:place], why[place + len(joint) :]
        place = why.find(joint, place + 1)
