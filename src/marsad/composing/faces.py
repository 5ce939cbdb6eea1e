"""What an edition says on its face: draft or released, corrected or recalled, for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from marsad.composing.briefs import Face, Notice
from marsad.composing.editions import Edition
from marsad.composing.isolating import isolate
from marsad.composing.naming import joined
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Pieces, isolated, number, words


@dataclass(frozen=True, slots=True)
class Recall:
    """That a release was recalled, when, and what its readers are told, by language."""

    at: datetime
    notice: Mapping[str, str] = field(default_factory=dict)


def face_of(edition: Edition, language: str, recall: Recall | None) -> Face:
    """What an edition is: recalled before all, else a draft, a correction, a release."""
    corrections = _corrections(edition, language)
    if recall is not None:
        return Face(
            state="recalled",
            short=_stamped("recalled", edition.number, recall.at, language),
            long=words(phrase("recalled.why", language)),
            notices=(*_reasons(recall, language), *corrections),
        )
    if edition.released_at is None:
        return Face(
            state="draft",
            short=words(phrase("draft", language)),
            long=words(phrase("draft.edition", language)),
            notices=corrections,
        )
    state = "correction" if edition.corrects else "released"
    short = _stamped(state, edition.number, edition.released_at, language)
    return Face(state=state, short=short, notices=corrections)


def _stamped(key: str, release: str, at: datetime, language: str) -> Pieces:
    """A number and a moment: the same on every machine, in universal time."""
    moment = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return said(key, language, number=number(release), when=number(moment))


def _corrections(edition: Edition, language: str) -> tuple[Notice, ...]:
    if not edition.corrects:
        return ()
    heading = isolated(said("corrects", language, number=number(edition.corrects)))
    wrong = edition.correction.get(language, "")
    return (Notice(heading, isolate(wrong, language)),)


def _reasons(recall: Recall, language: str) -> tuple[Notice, ...]:
    told = recall.notice.get(language, "")
    heading = phrase("recalled.notice", language)
    return (Notice(heading, isolate(told, language)),) if told else ()


def for_whom(edition: Edition, language: str) -> Pieces:
    """Whom an edition is for, and how far it may be passed on."""
    if not edition.partners:
        return words(phrase(f"for.{edition.audience.name.lower()}", language))
    called = edition.partner_names
    names = [called.get(one, {}).get(language) or one for one in edition.partners]
    partners = joined([isolate(one, language) for one in names], language)
    return said("for.partners", language, partners=partners)
