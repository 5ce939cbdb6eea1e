"""What a source is given without a verb: "according to X", «selon X», «pour qui»."""

from marsad.reading.lexicon import Hit
from marsad.reading.quotations.latin_attributions import Attribution
from marsad.reading.quotations.latin_clauses import Clauses, Extent
from marsad.reading.quotations.latin_source_clauses import SourceClauses
from marsad.reading.quotations.latin_speakers import SpeakerFinder

_RELATIVES = frozenset("qui laquelle lequel lesquels lesquelles whom which".split())


class Sources:
    """Finds sources and the clauses in front of them or behind."""

    def __init__(self, clauses: Clauses, speakers: SpeakerFinder) -> None:
        self.ground = clauses.ground
        self.clauses = SourceClauses(clauses)
        self.speakers = speakers

    def according(self, hit: Hit) -> tuple[Attribution, Extent] | None:
        """Return what a source is given by "according to", and who it is."""
        if self.ground.word(hit.last) in _RELATIVES:
            return self._by_relative(hit)
        named, zone = self.speakers.source(hit.last)
        if named is None:
            return None
        if hit.row["flags"] == "opens" and not named.is_certain:
            return None
        extent = self.clauses.according(hit.first, zone)
        if extent is None:
            return None
        if hit.row["flags"] == "opens" and not self._opens(hit, extent):
            return None
        place = (hit.first, hit.last)
        is_view = hit.row["flags"] == "low"
        return Attribution(named, None, place, is_view=is_view), extent

    def _opens(self, hit: Hit, extent: Extent) -> bool:
        """Say whether «pour X, …» is a view: a sentence's head, words in marks."""
        is_head = extent.first > hit.first
        return is_head and self.ground.has_marks(extent.first, extent.last)

    def _by_relative(self, hit: Hit) -> tuple[Attribution, Extent] | None:
        """Read «…, pour qui « A »», «…, selon laquelle A»: the source stands before."""
        begin = self.ground.passage.sentences.of(hit.first)[0]
        named = self.speakers.subjects.antecedent(hit.first, begin)
        first = hit.last + 1
        if named is None or not named.is_certain or first >= len(self.ground.words):
            return None
        extent = self.clauses.quoted(first)
        if extent is None:
            return None
        has_marks = self.ground.has_marks(extent.first, extent.last)
        if hit.row["flags"] == "opens" and not has_marks:
            return None
        return Attribution(named, None, (hit.first, hit.last)), extent
