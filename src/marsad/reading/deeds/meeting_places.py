"""Where a meeting takes place when no city stands beside it.

1. the state or city that hosts it, 2. «the capital», 3. «there», «where»: the city
named before, 4. for what was held in a house of state, or is told from a city, the
place of the dateline, or else the state that the text speaks of.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.deeds.datelines import Dateline, dateline_of
from marsad.reading.deeds.homes import home_state
from marsad.reading.deeds.place_names import Place
from marsad.reading.deeds.places import between
from marsad.reading.findings import Party
from marsad.reading.lexicon import Hit, hits_from, rows
from marsad.reading.passage import Found, Passage, within
from marsad.text.normalise import fold

_HOSTING = {
    "ar": frozenset(
        """تستضيف يستضيف ستستضيف سيستضيف استضاف استضافت تستضيفه تستضيفها يستضيفه
        يستضيفها ستستضيفه ستستضيفها استضافته استضافتها استضافها استضافه استضافه تحتضن
        يحتضن ستحتضن احتضنت احتضن تحتضنه تحتضنها احتضنته احتضنتها تستضيفهما باستضافه استضافه لاستضافه احتضان باحتضان لاحتضان""".split()
    ),
    "en": frozenset(
        "host hosts hosted hosting organise organises organize organizes".split()
    ),
    "fr": frozenset(
        """accueille accueillera accueillait accueilli accueillie accueillis accueillir
        accueillies abrite abritera hote organise organisera""".split()
    ),
}
_CAPITAL = {
    "ar": frozenset(["العاصمه", "بالعاصمه", "والعاصمه", "عاصمتها", "بعاصمتها"]),
    "en": frozenset(["capital"]),
    "fr": frozenset(["capitale"]),
}
_THERE = {
    "ar": frozenset(["هناك", "حيث", "فيها"]),
    "en": frozenset(["there", "where"]),
    "fr": frozenset(["y", "ou"]),
}
_AT_A_DISTANCE = frozenset(
    """video videoconference visioconference virtual virtually virtuel virtuelle online
    ligne remotely distance telephone phone webinar zoom فيديو الفيديو افتراضي افتراضيه
    الافتراضي الافتراضيه افتراضيا المريي هاتفي هاتفيا بعد""".split()
)
_FROM_AFAR = frozenset(["عن", "a"])
# Houses of state: who meets there meets at home.
HOUSES = frozenset(
    """ministry palace parliament embassy headquarters serail senate premises residence
    ministere palais parlement ambassade siege serail senat elysee matignon residence
    وزاره الوزاره قصر القصر برلمان البرلمان السفاره سفاره مقر بمقر السراي السرايا
    الحكوميه بقصر بالقصر بالسراي بمبني مبني بالسفاره بالوزاره مكتبه بمكتبه القصبه
    بالقصبه بعبدا ديوان الديوان بديوان""".split()
)
# Bodies of one state: they sit at home.
_CABINETS = frozenset(
    """cabinet parliament senate commons concertation kern municipal
    parlement assemblee senat البرلمان النواب الشعب الشوري الحكومه""".split()
)
_HOST_REACH = 12
_FAR = 14
_SAID = 120
_MOST = 0.5


class Ground(NamedTuple):
    """The places of a text: all, the datelines, and the state that it speaks of."""

    named: list[Place]
    lines: list[Dateline]
    home: str | None


def home_of(
    passage: Passage, found: Found, named: Sequence[Place], lines: Sequence[Dateline]
) -> str | None:
    """Return the state of the first dateline, or the one that a text speaks of most."""
    if lines:
        return lines[0].place.country
    if passage.language == "ar" and (state := home_state(passage, found)):
        return state
    told = Counter(place.country for place in between(list(named), 0, _SAID))
    told.update(
        hit.row["iso"] for hit in hits_from(passage.hits("nationality"), 0, _SAID)
    )
    told.update(
        one.finding.canonical
        for one in within(found.parties, 0, _SAID)
        if isinstance(one.finding, Party) and one.finding.type == "state"
    )
    if not told:
        return None
    (state, most), *_ = told.most_common(1)
    return state if most > told.total() * _MOST else None


def elsewhere(passage: Passage, ground: Ground, first: int, last: int) -> Place | None:
    """Return the place that the sentence of a mention tells without a city beside it."""
    return (
        _host(passage, ground, first, last)
        or _capital(passage, ground, first, last)
        or _there(passage, ground.named, first, last)
        or _visited(passage, ground.named, first)
    )


def at_home(passage: Passage, ground: Ground, first: int, last: int) -> Place | None:
    """Return the place of what is held in a house of state, or by a cabinet."""
    near = passage.words[first : min(last + 6, len(passage.words))]
    is_house = not HOUSES.isdisjoint(near)
    if not is_house and not _is_cabinet(passage.words[first:last]):
        return None
    if is_from_afar(passage, first, last):
        return None
    line = dateline_of(passage, ground.lines, first)
    if line:
        return line.place
    return Place(first, first, None, ground.home, is_in=True) if ground.home else None


def _is_cabinet(words: list[str]) -> bool:
    """Say whether a name is that of a body of one state."""
    is_council = any(pair in _COUNCILS for pair in pairwise(words))
    return is_council or not _CABINETS.isdisjoint(words)


_COUNCILS = frozenset(
    [
        ("of", "ministers"),
        ("des", "ministres"),
        ("مجلس", "الوزراء"),
        ("لمجلس", "الوزراء"),
    ]
)


def told_from(passage: Passage, ground: Ground, first: int, last: int) -> Place | None:
    """Return the place of the dateline, unless one meets from afar."""
    if is_from_afar(passage, first, last):
        return None
    line = dateline_of(passage, ground.lines, first)
    return line.place if line else None


def is_from_afar(passage: Passage, first: int, last: int) -> bool:
    """Say whether one meets by video or telephone."""
    low, high = sentence_of(passage, first)
    near = passage.words[max(low, first - 4) : min(high, last + 8)]
    told = _AT_A_DISTANCE.intersection(near)
    if told - {"بعد", "distance"}:
        return True
    return any(
        word in _FROM_AFAR and near[index + 1 : index + 2] in (["بعد"], ["distance"])
        for index, word in enumerate(near)
    )


def _host(passage: Passage, ground: Ground, first: int, last: int) -> Place | None:
    """Return the state or city beside a verb of hosting near a mention."""
    words, verbs, named = passage.words, _HOSTING[passage.language], ground.named
    low, high = sentence_of(passage, first)
    for index in range(max(low, first - _HOST_REACH), min(high, last + _HOST_REACH)):
        if words[index].lstrip("وف") not in verbs and words[index] not in verbs:
            continue
        behind = between(named, index + 1, min(high, index + 6))
        before = between(named, max(low, index - 6), index)
        is_passive = words[index + 1 : index + 2] in (["by"], ["par"])
        if passage.language == "ar":
            order = [*behind[:1], *reversed(before)]
        else:
            order = behind[:1] if is_passive else [*reversed(before)]
        for place in order:
            return place._replace(is_in=True)
        if (
            ground.home
            and ground.lines
            and not _OURS.isdisjoint(words[max(low, index - 3) : index])
        ):
            return Place(index, index, None, ground.home, is_in=True)
    return None


_OURS = frozenset(
    ["we", "nous", "country", "pays", "kingdom", "بلادنا", "بلاده", "بلادها"]
)


def _capital(passage: Passage, ground: Ground, first: int, last: int) -> Place | None:
    """Return the capital meant by «the capital»: of the nation beside it, or at home."""
    low, high = sentence_of(passage, first)
    for index in range(max(low, first - _FAR), min(high, last + _FAR)):
        if passage.words[index] not in _CAPITAL[passage.language]:
            continue
        nations = hits_from(passage.hits("nationality"), index - 1, index + 2)
        line = dateline_of(passage, ground.lines, first)
        state = nations[0].row["iso"] if nations else ground.home
        if line and not nations:
            return line.place
        if state:
            return _seat(state, index)
    return None


def _seat(state: str, token: int) -> Place:
    cities = [row["city"] for row in rows("cities") if row["country"] == state]
    city = next((one for one in cities if fold(one) in _seats(state)), None)
    return Place(token, token + 1, city, state, is_in=True)


@cache
def _seats(state: str) -> frozenset[str]:
    return frozenset(
        fold(form)
        for row in rows("seats")
        if row["iso"] == state
        for form in row["en"].split("|")
    )


def _there(passage: Passage, named: list[Place], first: int, last: int) -> Place | None:
    """Return the city before «there» or «where», in the sentence or the one before."""
    low, high = sentence_of(passage, first)
    near = range(max(low, first - 8), min(high, last + 2))
    words = _THERE[passage.language]
    spot = next((token for token in near if passage.words[token] in words), None)
    if spot is None:
        return None
    before = between(named, max(0, sentence_of(passage, max(0, low - 1))[0]), spot)
    cities = [place for place in before if place.city]
    return cities[-1] if cities else None


def _visited(passage: Passage, named: list[Place], first: int) -> Place | None:
    """Return where one went who «visited Damascus and met» somebody."""
    words = passage.words
    is_joined = words[first][0] == "و" or words[first - 1 : first] in (["and"], ["et"])
    if not is_joined:
        return None
    low, _ = sentence_of(passage, first)
    verbs = [token for token in range(low, first) if words[token] in _VISITING]
    behind = between(named, verbs[-1], first) if verbs else []
    return behind[0]._replace(is_in=True) if behind else None


_VISITING = frozenset(
    """visited visits visit arrived arrives travelled traveled flew flies toured visite
    visitera arrive rendu rendue rendra rend زار زارت يزور تزور سيزور وصل وصلت يصل تصل حل
    حلت ستحل سيحل انتقل انتقلت توجه توجهت""".split()
)


def is_venue(passage: Passage, place: Place, hit: Hit, first: int, last: int) -> bool:
    """Say whether a place in a name is where one meets, not what one speaks of."""
    if not first <= place.first < last:
        return False
    if place.last == hit.first or place.first == hit.last:
        return place.city is not None
    if passage.words[hit.last : place.first] in (["de"], ["d", "'"]):
        return place.city is not None
    topic = passage.words[hit.last : place.first]
    if not place.is_in:
        return False
    if not _FRINGES.isdisjoint(topic):
        return True  # «on the margins of the assembly in New York»
    return _TOPICS.isdisjoint(topic) or (
        place.city is not None and _CLOSER.isdisjoint(topic)
    )


def is_spoken_of(passage: Passage, last: int, place: Place) -> bool:
    """Say whether a state behind a name is what one will speak of, not the venue."""
    between = passage.words[last : place.first]
    return not _SUBJECTS.isdisjoint(between)


_SUBJECTS = frozenset(
    """لبحث لمناقشه للبحث لدراسه بشان حول لدعم لبحثه لمتابعه لاعاده لاحلال بخصوص discuss
    about over regarding concerning address review tackle discuter evoquer examiner
    aborder debattre sujet consacree consacre""".split()
)
# «On the war in Aleppo» speaks of Aleppo, «on Yemen in Geneva» meets in Geneva.
_CLOSER = frozenset(["the", "a", "la", "le", "les", "l", "situation", "crisis"])
_FRINGES = frozenset("margins margin sidelines sideline fringes marge".split())
_TOPICS = frozenset(["on", "about", "sur", "حول", "بشان", "concerning", "regarding"])
