"""The state that a text is about, or at home in where it names none.

Three of five mentions make a state what a text is about. At home it is in the state that
it names most; where it names none its cities tell, then the people who govern, then the
words of one country's newsrooms.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage

_CODE = 2  # letters of an ISO code
# Words that only the newsrooms of one country write, folded.
_OWN_WORDS: Mapping[str, frozenset[str]] = {
    "TN": frozenset(["موفي", "الفارط", "الفارطه", "معتمديه", "المعتمديه", "القصبه", "باردو", "قرطاج"]),
    "MA": frozenset(["غشت", "شتنبر", "نونبر", "دجنبر", "يوليوز", "ماي"]),
    "LB": frozenset(["السراي", "بعبدا", "السرايا"]),
}  # fmt: skip
_TRIPOLI = "Tripoli"
_LEBANESE = frozenset(
    ["لبنان", "بلبنان", "ولبنان", "اللبناني", "اللبنانيه", "اللبنانيين", "بيروت"]
)


def main_state(isos: Iterable[str]) -> str:
    """Return the code of the one state that a text is about, empty if there is none."""
    counts = Counter(isos)
    if not counts:
        return ""
    iso, count = counts.most_common(1)[0]
    return iso if count * 5 >= counts.total() * 3 else ""


def home_state(passage: Passage, isos: Iterable[str]) -> str | None:
    """Return the code of the state that a text is at home in, if anything tells."""
    signs = (isos, _of_cities(passage), _of_figures(passage), _of_words(passage))
    return next(filter(None, map(_most, signs)), None)


def country_of(passage: Passage, city: Hit) -> str:
    """Return the state that a city lies in; there are two cities called Tripoli."""
    if city.row["city"] != _TRIPOLI:
        return city.row["country"]
    return "LY" if _LEBANESE.isdisjoint(passage.vocabulary) else "LB"


def _most(isos: Iterable[str]) -> str:
    """Return the most frequent of some codes, empty where two are alike."""
    counts = Counter(isos).most_common(2)
    if len(counts) == 2 and counts[0][1] == counts[1][1]:
        return ""
    return counts[0][0] if counts else ""


def _of_cities(passage: Passage) -> Iterator[str]:
    return (country_of(passage, hit) for hit in passage.hits("city"))


def _of_figures(passage: Passage) -> Iterator[str]:
    return (iso for _, iso in states_of_figures(passage))


def states_of_figures(passage: Passage) -> Iterator[tuple[int, str]]:
    """Give the tokens of public figures with the states that they serve.

    A surname is that of the figure who is named in full: «رياض المالكي», then «المالكي».
    """
    words = passage.words
    named: dict[str, str] = {}
    for hit in passage.hits("figure"):
        named.setdefault(words[hit.last - 1], hit.row["party"])
        if len(hit.row["party"]) == _CODE:
            yield hit.first, hit.row["party"]
    for hit in passage.hits("surname"):
        cut = hit.clitic if hit.last - hit.first == 1 else 0
        party = named.get(words[hit.last - 1][cut:], hit.row["party"])
        if len(party) == _CODE:
            yield hit.first, party


def _of_words(passage: Passage) -> Iterator[str]:
    for iso, words in _OWN_WORDS.items():
        yield from [iso] * len(words & passage.vocabulary)


__all__ = ["country_of", "home_state", "main_state", "states_of_figures"]
