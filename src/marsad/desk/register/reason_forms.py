"""The forms of the reasons that readers give: each is their sentence, with named parts.

A form's sentence is both the pattern by which a reason is known and what translators
translate. Readers compose some reasons of two clauses, so these stand in lists of their own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _

# What a part may say; any other part is words.
_SHAPES: Final[Mapping[str, str]] = {
    "form": "direct|indirect|mixed",
    "bound": "exact|at least|more than|at most|less than|about",
    "event": "count|joined|attended|founded",
    "piece": "a half|a quarter|a third|a week|a fortnight",
    "whole": "a year|a month",
    "unit": "[^,:;]+",
    "units": "days|weeks|months|years|decades",
    # The cells of a table may be empty.
    "row": ".*",
    "column": ".*",
}
_PLACE: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence with named parts, and the pattern of what is said in this form."""

    sentence: str
    pattern: re.Pattern[str]

    def parts(self, said: str) -> Mapping[str, str] | None:
        """The parts of what is said; None where it is not of this form."""
        match = self.pattern.fullmatch(said)
        return match.groupdict() if match else None


def _form(sentence: str) -> Form:
    stretches = _PLACE.split(sentence)
    # Every second stretch is the name of a part.
    for place in range(0, len(stretches), 2):
        stretches[place] = re.escape(stretches[place])
    for place in range(1, len(stretches), 2):
        name = stretches[place]
        stretches[place] = f"(?P<{name}>{_SHAPES.get(name, '.+')})"
    return Form(sentence, re.compile("".join(stretches), re.DOTALL))


def _forms(sentences: Iterable[str]) -> tuple[Form, ...]:
    return tuple(map(_form, sentences))


# How speech was told from what the reporter says; "; " and who speaks comes after it.
SPEECHES: Final = _forms(
    (
        _("{form} speech after «{cue}»"),
        _('{form} speech by "{cue}"'),
        _("{form} speech marked by «{cue}»"),
        _("{form} speech after a colon"),
        _("{form} speech going on"),
    )
)
SPEAKERS: Final = _forms(
    (
        _("nobody is named"),
        _("{name}: a person is named"),
        _("{name}: a state or body is named"),
        _("{name}: an office or a document is named"),
        _("{name}: named by the subject's words"),
        _("{name}: a name stands beside an office"),
        _("{name}: the last speaker goes on"),
        _("{name}: spoke before a colon"),
        _("{name}: a pronoun for the subject before it"),
        _("{name}: a pronoun for an earlier speaker"),
        _("{name}: named since somebody spoke"),
        _("{name}: the nearest office before"),
        _("{name}: the nearest naming before"),
        _("{name}: the office of {person}"),
        _("{name} spoke before it"),
    )
)
# What a number counts; ", " and how it is bounded may come after it.
COUNTS: Final = _forms(
    (
        _("a number of percent"),
        _("a number of fraction"),
        _("a number of {unit}, named by the words before"),
        _("a number of {unit}"),
        _("a number without a noun"),
    )
)
BOUNDS: Final = _forms(
    (
        _("{bound}: a bare plural"),
        _("{bound}: a round number"),
        _("{bound}: {folded}"),
    )
)
_DEEDS: Final = (
    _("«{row}» under «{column}» in a table"),
    _("«{cue}» binds {name}"),
    _("«{cue}» with what is asked for"),
    _("«{cue}» with its name"),
    _("«{cue}…»: {event}"),
    _("the model {model} proposes it; no rule found it"),
)
_PARTIES: Final = (
    _("a name of {name}"),
    _("a later mention of {name}, named before"),
    _("a description of {name}, spoken of before"),
    _("named in full elsewhere: {name}"),
    _("stands beside {name}"),
    _("stands for {name}"),
    _("its initials are {short}"),
    _("the head word means {head}"),
    _("«{folded}» acts for {name}"),
    _("«{folded}» governs a region"),
    _("a capital that acts here for its government ({name})"),
    _("a land, here {name}"),
    _("the allies of {name}"),
    _("the states around {name}"),
    _("the coalition that this text is about: {name}"),
    _("this text is at home in {home}: {name}"),
    _("states named before, together"),
    _("one of the two Koreas, both named in this text"),
    _("a body that speaks, without a name"),
    _("what stands beside it says that it is a body"),
    _("a number names a formation"),
    _("capitals of a body"),
    _("named after partners"),
    _("written as companies write themselves"),
)
_PERSONS: Final = (
    _("a public figure"),
    _("a public figure's surname"),
    _("a name after a title"),
    _("a first name"),
    _("the surname of {name}"),
    _("sounds like {name}"),
    _("named before"),
)
_DAYS: Final = (
    _("a date in digits"),
    _("a date in digits; day and month may be the other way round"),
    _("a Hijri date by the Umm al-Qura calendar; the day may differ by one"),
    _("seen from the day of publication"),
    _("seen from the day of speaking"),
    _("this day: that of the text"),
    _("a word for now"),
    _("a weekday, told from the day of publication"),
    _("a weekday with its number"),
    _("a day of this month"),
    _("a day of the month around the text"),
    _("a day of a month told from that of publication"),
    _("a feast by the calendar"),
    _("so many days from a feast"),
)
_STRETCHES: Final = (
    _("a month in digits"),
    _("a month with its year"),
    _("a month without a year: the nearest to the day of publication"),
    _("a season beside the day of publication"),
    _("a season of a year"),
    _("a year"),
    _("two years and what lies between"),
    _("a decade in words"),
    _("a part of a year"),
    _("a part of a stretch"),
    _("{piece} of the year of publication"),
    _("{piece} of {whole}"),
    _("the week told from that of publication"),
    _("the weekend told from that of publication"),
    _("the month told from that of publication"),
    _("the year told from that of publication"),
    _("the decade told from that of publication"),
    _("the century told from that of publication"),
    _("the same week a year before"),
    _("the twelve months up to the day of speaking"),
)
_LENGTHS: Final = (
    _("so many {units} before the day of publication"),
    _("so many {units} of {whole}"),
    _("a length of time beside the day of publication"),
    _("a length of time up to the day of publication"),
    _("a length of time up to the day of the text"),
    _("told from the date named before"),
    _("from the date named before to the day of the text"),
)
# What is said in one clause.
WHOLE: Final = _forms((*_DEEDS, *_PARTIES, *_PERSONS, *_DAYS, *_STRETCHES, *_LENGTHS))
# Two clauses: what joins them, the forms of the first, those of the second.
JOINED: Final = (("; ", SPEECHES, SPEAKERS), (", ", COUNTS, BOUNDS))
FORMS: Final = (*WHOLE, *SPEECHES, *SPEAKERS, *COUNTS, *BOUNDS)
