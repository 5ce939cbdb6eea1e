"""The parts of a reason in the language of the interface: names, words, units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy

from marsad.desk.register.called import called
from marsad.desk.register.units import units
from marsad.reading.lexicon import rows
from marsad.text.normalise import View
from marsad.text.tokens import Tokens

_NAMES: Final = frozenset(("name", "person", "home"))
# Words of the text, which stand in its own language.
_WORDS: Final = frozenset(("cue", "folded", "row", "column"))
_CHOICES: Final[Mapping[str, Mapping[str, str | Promise]]] = {
    "form": {
        "direct": pgettext_lazy("speech", "direct"),
        "indirect": pgettext_lazy("speech", "indirect"),
        "mixed": pgettext_lazy("speech", "mixed"),
    },
    "bound": {
        "exact": pgettext_lazy("bound", "exact"),
        "at least": pgettext_lazy("bound", "at least"),
        "more than": pgettext_lazy("bound", "more than"),
        "at most": pgettext_lazy("bound", "at most"),
        "less than": pgettext_lazy("bound", "less than"),
        "about": pgettext_lazy("bound", "about"),
    },
    "event": {
        "count": pgettext_lazy("membership", "count"),
        "joined": pgettext_lazy("membership", "joined"),
        "attended": pgettext_lazy("membership", "attended"),
        "founded": pgettext_lazy("membership", "founded"),
    },
    "piece": {
        "a half": pgettext_lazy("piece", "a half"),
        "a quarter": pgettext_lazy("piece", "a quarter"),
        "a third": pgettext_lazy("piece", "a third"),
        "a week": pgettext_lazy("piece", "a week"),
        "a fortnight": pgettext_lazy("piece", "a fortnight"),
    },
    "whole": {
        "a year": pgettext_lazy("whole", "a year"),
        "a month": pgettext_lazy("whole", "a month"),
    },
    "units": {
        "days": pgettext_lazy("so many", "days"),
        "weeks": pgettext_lazy("so many", "weeks"),
        "months": pgettext_lazy("so many", "months"),
        "years": pgettext_lazy("so many", "years"),
        "decades": pgettext_lazy("so many", "decades"),
    },
    "unit": {
        "percent": pgettext_lazy("unit", "percent"),
        "fraction": pgettext_lazy("unit", "fraction"),
    },
}
# The words that a reason cites stand in its finding or close by.
_AROUND: Final = 120


@dataclass(frozen=True, slots=True)
class Parts:
    """Writes the parts of one finding's reason."""

    # What the register calls parties and persons, by their canonical names.
    names: Mapping[str, str]
    language: str = ""
    text: str = ""
    start: int = 0

    def written(self, part: str, said: str) -> SafeString:
        """A part as the page shows it, isolated from the sentence around."""
        if part in _CHOICES and said in _CHOICES[part]:
            return format_html("{}", _CHOICES[part][said])
        if part in _NAMES:
            return self._called(said)
        if part in _WORDS:
            return self._cited(self._as_written(said) if part == "folded" else said)
        language = (translation.get_language() or "en")[:2]
        noun = _NOUNS[part](language).get(said) if part in _NOUNS else None
        return _own(noun) if noun else _foreign(said)

    def _called(self, said: str) -> SafeString:
        # A reader that knows no name writes none.
        return (
            _own(gettext("not named")) if said == "None" else called(said, self.names)
        )

    def _cited(self, words: str) -> SafeString:
        language = self.language or "und"
        return format_html('<bdi lang="{}">{}</bdi>', language, " ".join(words.split()))

    def _as_written(self, folded: str) -> str:
        """Words that a reader compared without marks, as the text writes them."""
        before = max(self.start - _AROUND, 0)
        view = View(self.text[before : self.start + _AROUND])
        tokens = Tokens(view.text)
        asked = folded.split(" ")
        places = _places(tokens.words, asked)
        if not places:
            return folded
        near = min(
            places, key=lambda one: abs(before + tokens.starts[one] - self.start)
        )
        return view.span(tokens.starts[near], tokens.ends[near + len(asked) - 1]).quote


def _places(words: Sequence[str], asked: Sequence[str]) -> list[int]:
    found = [i for i, word in enumerate(words) if word == asked[0]]
    return [i for i in found if words[i : i + len(asked)] == list(asked)]


def _own(text: str) -> SafeString:
    return format_html("<bdi>{}</bdi>", text)


def _foreign(text: str) -> SafeString:
    if not text.isascii():
        return _own(text)
    return format_html('<bdi lang="en">{}</bdi>', text)


@cache
def _heads(language: str) -> Mapping[str, str]:
    """The words that head the names of bodies, by their English: ministry, council."""
    found: dict[str, str] = {}
    for row in rows("body_heads"):
        form = row[language].split("|")[0].replace("'", "’")
        if form and language != "en":
            found.setdefault(row["english"].lower(), form)
    return found


_NOUNS: Final = {"unit": units, "head": _heads}
