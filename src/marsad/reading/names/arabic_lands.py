"""States that Arabic describes: «هذا البلد», «الدولة الخليجية», «البلدين», «حلفائها».

A land with a demonstrative or an adjective of region is the nearest state of that sort
before it. Two lands together are the two states most spoken of, three or more those that
were listed; that is doubtful, for nobody is named. Allies are those of the state before.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from marsad.reading.lexicon import rows
from marsad.reading.names.monarchies import rulers
from marsad.reading.names.naming import Named
from marsad.reading.names.states import Known
from marsad.reading.passage import Passage

_FINANCE = "ML"  # whose adjective means financial too
_CODE = 2  # letters of an ISO code
_REACH = 80  # tokens back that a land reaches to its state
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب")
_GULF = frozenset(["SA", "AE", "QA", "KW", "BH", "OM"])
_MAGHREB = frozenset(["TN", "DZ", "MA", "LY", "MR"])
_ARAB = _GULF | _MAGHREB | frozenset(["EG", "SD", "SY", "IQ", "JO", "LB", "PS", "YE", "SO", "DJ", "KM"])  # fmt: skip
_RULED = ("المملكه", "السلطنه", "الاماره")
_LANDS = ("البلد", "الدوله", *_RULED)
# Adjectives of region, and the states that they leave possible; none given: any.
_REGIONS: Mapping[str, frozenset[str]] = {
    "الخليجي": _GULF,
    "المغاربي": _MAGHREB,
    "العربي": _ARAB,
} | dict.fromkeys(
    ("الافريقي", "الاوروبي", "الاوربي", "الاسيوي", "اللاتيني", "الجار", "المجاور", "الشقيق", "الاسكندنافي", "البلقاني"),
    frozenset[str](),
)  # fmt: skip
_THIS = frozenset(["هذا", "هذه", "ذلك", "تلك", "بهذا", "بهذه", "لهذا", "لهذه", "وهذا", "وهذه"])  # fmt: skip
_NOT_DESCRIBED = frozenset(["الذي", "التي", "الي", "الان", "اليوم"])
_TWO = ("البلدين", "الدولتين", "البلدان", "الدولتان", "الحكومتين", "الحكومتان")
_SIDES = ("الطرفين", "الطرفان", "الجانبين", "الجانبان", "الوفدين", "الوفدان", "الشعبين", "الجيشين")  # fmt: skip
_BEFORE_SOLUTION = frozenset(["حل", "بحل", "لحل", "وحل", "خيار", "مبدا"])
_PLURALS = ("الدول", "البلدان", "دول", "بلدان")
_NUMBERS: Mapping[str, int] = {
    "الثلاث": 3, "الثلاثه": 3, "الاربع": 4, "الاربعه": 4, "الخمس": 5, "الخمسه": 5, "الست": 6,
}  # fmt: skip
_ALLIES_OF_HER = ("حلفايها", "حلفاءها", "حلفاوها")  # folded
_ALLIES = "حلفاء"
_LIST_GAP = 2  # tokens between two states of a list: «،» and «و» or a word


class ArabicLands:
    """The lands that an Arabic passage describes, and which states they are."""

    __slots__ = ("_known", "_passage", "_states", "_tokens")

    def __init__(self, passage: Passage, known: Known) -> None:
        self._passage = passage
        self._known = known
        hits = (*known.state.values(), *known.nationality.values())
        seats = [hit for hit in passage.hits("seat") if len(hit.row["iso"]) == _CODE]
        named = {hit.row["iso"] for hit in known.state.values()}
        self._states = sorted(
            (hit.first, hit.row["iso"])
            for hit in (*hits, *seats)
            if hit.row["iso"] != _FINANCE or _FINANCE in named
        )
        self._tokens = [token for token, _ in self._states]

    def mentions(self) -> Iterator[Named]:
        """Give the candidates, in no order."""
        if self._states:
            yield from self._lands()
            yield from self._pairs()
            yield from self._listed()
            yield from self._allies()

    def _lands(self) -> Iterator[Named]:
        words = self._passage.words
        for token, bare, clitic in _standing(self._passage, _LANDS):
            after = words[token + 1] if token + 1 < len(words) else ""
            region = _REGIONS.get(after.removesuffix("ه"))
            is_pointed = token > 0 and words[token - 1] in _THIS
            is_plain = not after.startswith("ال") or after in _NOT_DESCRIBED
            if region is None and not (is_pointed and is_plain):
                continue
            ruled = rulers(bare) if bare in _RULED else frozenset[str]()
            iso = self._nearest(token, ruled, region)
            if iso:
                last = token + 1 + (region is not None)
                yield _named(token, last, clitic, iso, why=f"a land, here {iso}")

    def _nearest(
        self, token: int, ruled: frozenset[str], region: frozenset[str] | None
    ) -> str:
        """Return the nearest state before a token that a description leaves possible."""
        end = bisect_left(self._tokens, token)
        for first, iso in reversed(self._states[:end]):
            if token - first > _REACH:
                return ""
            if (not ruled or iso in ruled) and (not region or iso in region):
                return iso
        return ""

    def _pairs(self) -> Iterator[Named]:
        words = self._passage.words
        for token, bare, clitic in _standing(self._passage, (*_TWO, *_SIDES)):
            before = words[token - 1] if token else ""
            after = words[token + 1] if token + 1 < len(words) else ""
            is_solution = bare.startswith("الدول") and before in _BEFORE_SOLUTION
            named = self._two_named(token, clitic)
            if named is not None:
                yield named
            elif not is_solution and not after.startswith("ال") and bare in _TWO:
                end = bisect_left(self._tokens, token)
                counts = Counter(iso for _, iso in self._states[:end])
                two = {iso for iso, _ in counts.most_common(2)}
                if len(two) == 2:
                    # In the order in which they were named first.
                    isos = [iso for iso in counts if iso in two]
                    yield self._joined(token, token + 1, clitic, isos)

    def _two_named(self, token: int, clitic: int) -> Named | None:
        """Read «الحكومتين التركية والقطرية», «الجانبين التونسي والجزائري»."""
        one = self._known.nationality.get(token + 1)
        other = self._known.nationality.get(token + 2)
        if one is None or other is None or not other.clitic or one.last != token + 2:
            return None
        isos = [one.row["iso"], other.row["iso"]]
        named = self._joined(token, other.last, clitic, isos)
        return named._replace(is_doubtful=False)

    def _joined(self, first: int, last: int, clitic: int, isos: Sequence[str]) -> Named:
        named = _named(
            first, last, clitic, ",".join(isos), why="states named before, together"
        )
        return named._replace(is_doubtful=True)

    def _listed(self) -> Iterator[Named]:
        words = self._passage.words
        for token, _, clitic in _standing(self._passage, _PLURALS):
            after = words[token + 1] if token + 1 < len(words) else ""
            number = _NUMBERS.get(after, 0)
            isos = self._list_of(number, token) if number else []
            if isos:
                named = self._joined(token, token + 2, clitic, isos)
                yield named._replace(is_doubtful=False)

    def _list_of(self, number: int, token: int) -> list[str]:
        """Return the states of the nearest list of so many before a token."""
        hits = sorted(self._known.state.values(), key=lambda hit: -hit.first)
        found: list[str] = []
        first = token
        for hit in hits:
            if hit.first >= token:
                continue
            if found and first - hit.last > _LIST_GAP:
                if len(found) == number:
                    break
                found = []
            if hit.row["iso"] not in found:
                found.insert(0, hit.row["iso"])
            first = hit.first
        return found if len(found) == number else []

    def _allies(self) -> Iterator[Named]:
        for token, _, clitic in _standing(self._passage, (*_ALLIES_OF_HER, _ALLIES)):
            last, iso = self._whose_allies(token)
            adjective = _adjectives().get(iso)
            if adjective:
                name = f"{adjective} allies"
                yield _named(token, last, clitic, name, why=f"the allies of {iso}")

    def _whose_allies(self, token: int) -> tuple[int, str]:
        """Return the token after the words for allies, and the state that has them."""
        if self._passage.words[token].endswith("ها"):
            sentences = self._passage.sentences
            start = sentences.of(token)[0]
            place = bisect_left(self._tokens, token)
            if place and self._tokens[place - 1] >= start:
                return token + 1, self._states[place - 1][1]
            return token + 1, ""
        state = self._known.state.get(token + 1)
        if state is None:
            seats = self._passage.hits("seat")
            state = next((hit for hit in seats if hit.first == token + 1), None)
        if state is None or state.clitic:
            return token + 1, ""
        return state.last, state.row["iso"]


def _standing(passage: Passage, forms: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Give the tokens of some words, each with the bare word and its proclitic."""
    wanted = _with_clitics(tuple(forms))
    for token in passage.tokens_of(wanted.keys()):
        bare, clitic = wanted[passage.words[token]]
        yield token, bare, clitic


@cache
def _with_clitics(forms: tuple[str, ...]) -> Mapping[str, tuple[str, int]]:
    """Return every written form of some words with its bare word and its proclitic."""
    found: dict[str, tuple[str, int]] = {}
    for bare in forms:
        for clitic in _CLITICS:
            is_lam = clitic.endswith("ل") and bare.startswith("ال")
            written = clitic + (bare[1:] if is_lam else bare)
            found.setdefault(written, (bare, len(clitic)))
    return found


@cache
def _adjectives() -> Mapping[str, str]:
    adjectives = {row["iso"]: row["en"].split("|")[0] for row in rows("nationalities")}
    return adjectives | {"US": "US", "GB": "UK"}


def _named(first: int, last: int, clitic: int, canonical: str, *, why: str) -> Named:
    return Named(
        first,
        last,
        clitic,
        canonical,
        "state",
        ("state",),
        "nominal",
        reader="parties.nominal",
        score=0.75,
        why=why,
    )


__all__ = ["ArabicLands"]
