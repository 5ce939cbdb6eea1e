"""What every sentence of a brief needs: names, sources, exact words, citations."""

from collections.abc import Iterable

from marsad.composing.briefs import Quoted
from marsad.composing.naming import Names, joined
from marsad.composing.outline import Outline
from marsad.composing.phrases import said
from marsad.composing.pieces import Piece, Pieces, name
from marsad.linking.attestations import Attestation
from marsad.linking.reprints import Voices
from marsad.reading.findings import Finding, Quote
from marsad.text.language import language_of


class Drafter:
    """The names and citations of an outline, in one language."""

    def __init__(self, outline: Outline, language: str) -> None:
        self.language = language
        self.outline = outline
        self.names = Names(outline.readings, language)
        self._numbers = {
            (one.document.id, one.span.start, one.span.end): one.number
            for one in outline.citations
        }

    def cited(
        self, attestations: Iterable[Attestation[Finding]]
    ) -> tuple[Attestation[Finding], ...]:
        """Those of some attestations that have a citation, in their order."""
        return tuple(one for one in attestations if _place(one) in self._numbers)

    def quoted(self, one: Attestation[Finding]) -> Quoted:
        """The exact words of a finding that is cited."""
        citation = self._numbers[_place(one)]
        is_reported = isinstance(one.finding, Quote) and one.finding.form == "indirect"
        words = one.finding.span.quote
        return Quoted(words, one.language, citation, is_reported=is_reported)

    def sentence_of(self, one: Attestation[Finding]) -> Quoted:
        """The whole sentence around a finding, where its words alone say too little."""
        citation = self._numbers[_place(one)]
        context = self.outline.citations[citation - 1].context
        return Quoted(context.quote, one.language, citation)

    def sources(self, voices: Voices) -> Pieces:
        """The outlets that speak, in a list."""
        return self._listed(voices.voices)

    def echoes(self, voices: Voices) -> Pieces:
        """The outlets that only repeat, in a sentence; nothing where there is none."""
        if not voices.echoes:
            return ()
        return (
            *said("echoes", self.language, outlets=self._listed(voices.echoes)),
            Piece("."),
        )

    def _listed(self, outlets: Iterable[str]) -> Pieces:
        return joined(
            [outlet_name(one, self.language) for one in outlets], self.language
        )


def outlet_name(outlet: str, language: str) -> Pieces:
    """An outlet's own name, marked where its letters are of another language."""
    written = language_of(outlet)
    is_foreign = (written == "ar") != (language == "ar")
    # A name alone does not tell English from French.
    own = ("ar" if written == "ar" else "en") if is_foreign else None
    return name(outlet, own)


def _place(one: Attestation[Finding]) -> tuple[str, int, int]:
    return one.document.id, one.finding.span.start, one.finding.span.end


def capitalised(pieces: Pieces, language: str) -> Pieces:
    """The sentence with a capital first letter, where the language has capitals."""
    if language == "ar" or not pieces:
        return pieces
    first = pieces[0]
    return (first._replace(text=first.text[:1].upper() + first.text[1:]), *pieces[1:])
