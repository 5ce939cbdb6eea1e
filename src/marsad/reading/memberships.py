"""Memberships: how many members a body has, and who joined, attended or founded it.

A count needs a body or a word of membership and a number of members, partners or
countries. Joining and founding need the body; attending needs a number or a list of
parties. Lists that follow are read to their last party.
"""

from collections.abc import Sequence

from marsad.reading.clauses import bounds, hits_from, longest, opening
from marsad.reading.findings import DateMention, Figure, Membership, Party
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen, within

_MEMBERS = frozenset(
    [
        "member",
        "partner",
        "country",
        "state",
        "nation",
        "organisation",
        "organization",
        "delegation",
        "government",
        "party",
        "representative",
        "minister",
        "members",
        "countries",
        "group",
    ]
)
# «The two countries» are no membership.
_FEWEST = 3
# Between a word of membership and its number stands a body and what hangs on it.
_REACH = 16
_BETWEEN_LIST = frozenset(
    [
        "،",
        ",",
        "و",
        "and",
        "et",
        "the",
        "la",
        "le",
        "les",
        "l",
        "'",
        "من",
        "دول",
        "دوله",
        "de",
        "du",
        "des",
        "including",
        "منها",
        "بينها",
        "بينهم",
        "هي",
        "وهي",
        "وهم",
        "هم",
        "dont",
        ":",
        "namely",
        "a",
        "as",
        "well",
        "ومنها",
        "ومن",
        "such",
        "عن",
        "d",
        "ممثله",
        "في",
        "ممثلين",
        "along",
        "with",
        "both",
        "whose",
        "are",
        "العديد",
        "الي",
        "جانب",
        "«",
        "»",
        "(",
        ")",
        "par",
        "by",
        "دولا",
        "عربيه",
        "notamment",
        "among",
        "them",
        "حكومات",
        "كل",
        "لكل",
        "وكل",
        "كلا",
    ]
)
_NOT_JOINED = frozenset(
    [
        "رغبتها",
        "رغبته",
        "refused",
        "declined",
        "wants",
        "want",
        "hopes",
        "refuse",
        "veut",
        "souhaite",
        "رفضت",
        "رفض",
        "لن",
        "not",
        "forces",
        "talks",
        "could",
        "would",
        "may",
    ]
)


def read_memberships(passage: Passage, found: Found) -> list[Seen]:
    """Find the words that count members or say who joined, attended or founded."""
    seen: list[Seen] = []
    for hit in longest(passage.hits("membership")):
        one = _READ[hit.row["shape"]](passage, found, hit)
        if one is not None:
            _keep(seen, one)
    if passage.language == "en":
        for one in _hyphened(passage, found):
            _keep(seen, one)
    return seen


def _keep(seen: list[Seen], one: Seen) -> None:
    """Keep the longer of two findings of one event over the same words."""
    last = seen[-1] if seen else None
    if last is not None and one.first < last.last and _event(last) == _event(one):
        if one.last - one.first > last.last - last.first:
            seen[-1] = one
        return
    seen.append(one)


def _event(seen: Seen) -> str:
    finding = seen.finding
    return finding.event if isinstance(finding, Membership) else ""


def _counts(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «يضم التحالف 74 دولة»: a body, a verb of holding, a number of members."""
    _, high = bounds(passage, hit.first)
    first = _body_first(passage, found, hit)
    if first is None:
        return None
    reach = _NEAR if passage.words[hit.first] in _HAVE else _REACH
    number = _number(found, hit.last, min(high, hit.last + reach))
    if number is not None and _is_free(passage, hit.last, number.first):
        return _counted(passage, found, first, hit, number, "count")
    return _holds(passage, found, first, hit)


_HAVE = frozenset(["has", "have", "had"])
_NEAR = 4


def _holds(passage: Passage, found: Found, first: int, hit: Hit) -> Seen | None:
    """Read «يضم العراق والأردن»: members are listed, not counted."""
    if passage.words[hit.first] in _HAVE:
        return None
    who, last = _list_after(passage, found, hit.last, least=_LEAST)
    if not who:
        return None
    clitic = hit.clitic if first == hit.first else 0
    return _seen(passage, found, first, last, "joined", clitic=clitic, who=who)


def _body_first(passage: Passage, found: Found, hit: Hit) -> int | None:
    """Return where the body that counts is named: before the verb, or the verb."""
    low, _ = bounds(passage, hit.first)
    if passage.language == "ar":
        return hit.first
    first = opening(passage, hit.first, low)
    if first and passage.words[first - 1] in _RELATIVES:
        first = _antecedent(found, first - 1)
    if passage.words[hit.first] in _HAVE and not _parties(found, first, hit.first):
        return None
    return first if first < hit.first else None


_RELATIVES = frozenset(["who", "which", "qui"])


def _antecedent(found: Found, relative: int) -> int:
    """Return where the party stands that a relative clause is about."""
    near = within(found.parties, relative - 8, relative)
    return near[-1].first if near and near[-1].last >= relative - 1 else relative


def _number(found: Found, first: int, last: int) -> Seen | None:
    """Return the first number of members in a stretch."""
    for one in within(found.figures, first, last):
        figure = one.finding
        if (
            isinstance(figure, Figure)
            and figure.unit in _MEMBERS
            and figure.value >= _FEWEST
        ):
            return one
    return None


def _is_free(passage: Passage, first: int, last: int) -> bool:
    """Say whether no stop stands between a word and its number."""
    return {";", "؛", ":", "\n", "."}.isdisjoint(passage.words[first:last])


def _counted(
    passage: Passage, found: Found, first: int, hit: Hit, number: Seen, event: str
) -> Seen | None:
    figure = number.finding
    if not isinstance(figure, Figure):
        return None
    who, last = _list_after(passage, found, number.last)
    if not _introduces(passage, number.last):
        who, last = (), number.last
    clitic = hit.clitic if first == hit.first else 0
    return _seen(
        passage, found, first, last, event, clitic=clitic, who=who, count=figure.value
    )


_INTRODUCERS = frozenset(
    [
        "منها",
        "بينها",
        "بينهم",
        "هي",
        "وهي",
        "وهم",
        "including",
        "dont",
        "namely",
        ":",
        "from",
        "among",
        "notamment",
        "من",
        "عن",
        "ومنها",
    ]
)


def _introduces(passage: Passage, token: int) -> bool:
    """Say whether a list of names is announced behind a number."""
    return not _INTRODUCERS.isdisjoint(passage.words[token : token + 3])


def _counts_of(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «المجلس المؤلف من 15 دولة», "a coalition of 67 partners"."""
    number = _number(found, hit.last, hit.last + 4)
    if number is None:
        return None
    first = hit.first
    if passage.language == "ar" and first > 0 and passage.words[first - 1].isalpha():
        first -= 1
        first = _name_start(found, first)
    seen = _counted(passage, found, first, hit, number, "count")
    return seen


def _name_start(found: Found, token: int) -> int:
    """Return where the party's name that holds a token begins, or the token."""
    for one in within(found.parties, token - 8, token + 1):
        if one.first <= token < one.last:
            return one.first
    return token


def _hyphened(passage: Passage, found: Found) -> list[Seen]:
    """Read "the 74-member coalition"."""
    seen: list[Seen] = []
    words = passage.words
    for one in found.figures:
        figure = one.finding
        if not isinstance(figure, Figure) or one.first + 3 >= len(words):
            continue
        tail = words[one.first + 1 : one.first + 3]
        if tail[:1] == ["-"] and tail[1] in (
            "member",
            "nation",
            "country",
            "strong",
            "state",
        ):
            seen.append(
                _seen(
                    passage,
                    found,
                    one.first,
                    one.first + 4,
                    "count",
                    count=figure.value,
                )
            )
    return seen


def _attended(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «بمشاركة 14 دولة», "attended by delegations from some 80 members"."""
    number = _number(found, hit.last, hit.last + _NEAR)
    if number is not None and _is_free(passage, hit.last, number.first):
        return _counted(passage, found, hit.first, hit, number, "attended")
    who, last = _list_after(passage, found, hit.last, least=2)
    if len(who) < _LEAST:
        return None
    return _seen(
        passage, found, hit.first, last, "attended", clitic=hit.clitic, who=who
    )


# One party named is a guest; a list of two shows who took part.
_LEAST = 2


def _attends(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read who took part: a number or list, behind an Arabic verb or before ours."""
    low, high = bounds(passage, hit.first)
    if passage.language == "ar":
        return _attends_arabic(passage, found, hit, high)
    first = opening(passage, hit.first, low)
    if first and passage.words[first - 1] in _RELATIVES:
        first = _antecedent(found, first - 1)
    number = _number(found, first, hit.first)
    if number is None:
        return None
    figure = number.finding
    value = figure.value if isinstance(figure, Figure) else None
    return _seen(passage, found, first, hit.last, "attended", count=value)


def _attends_arabic(passage: Passage, found: Found, hit: Hit, high: int) -> Seen | None:
    number = _number(found, hit.last, min(high, hit.last + _REACH))
    if number is not None and _is_free(passage, hit.last, number.first):
        return _counted(passage, found, hit.first, hit, number, "attended")
    meets = hits_from(passage.hits("meets"), hit.last, hit.last + 2)
    for start in range(hit.last - 1, min(high, hit.last + 8)):
        if passage.words[start] in ("عن", "من"):
            who, last = _list_after(passage, found, start + 1, least=2)
            if len(who) >= _LEAST:
                return _seen(
                    passage,
                    found,
                    hit.first,
                    last,
                    "attended",
                    clitic=hit.clitic,
                    who=who,
                )
    return None


def _led(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «قاد الوفد الأميركي»: a delegation took part."""
    for nation in hits_from(passage.hits("nationality"), hit.last, hit.last + 2):
        who = (nation.row["iso"],)
        return _seen(
            passage,
            found,
            hit.first,
            nation.last,
            "attended",
            clitic=hit.clitic,
            who=who,
        )
    return None


def _joined(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read who joined which body; fighters who join an armed group are none."""
    low, high = bounds(passage, hit.first)
    near = passage.words[max(low, hit.first - 4) : hit.last + 1]
    if not _NOT_JOINED.isdisjoint(near):
        return None
    after = _parties(found, hit.last, min(high, hit.last + _REACH))
    if any(party.type == "armed_group" for _, party in after[:2]):
        return None
    if passage.language == "ar":
        return _joined_arabic(passage, found, hit, after)
    first = opening(passage, hit.first, low)
    if first and passage.words[first - 1] in _RELATIVES:
        first = _antecedent(found, first - 1)
    bodies = [one for one, party in after[:1] if party.type in _BODIES]
    last = bodies[0].last if bodies and bodies[0].first <= hit.last + 3 else hit.last
    dated = _with_date(found, last)
    number = _number(found, first, hit.first)
    who = [party.canonical for _, party in _parties(found, first, hit.first)]
    if not (who or number) or (last == hit.last and dated == last and not number):
        return None
    listed, end = _list_after(passage, found, dated)
    if not _introduces(passage, dated):
        listed, end = (), dated
    count = (
        number.finding.value if number and isinstance(number.finding, Figure) else None
    )
    return _seen(passage, found, first, end, "joined", who=(*who, *listed), count=count)


_BODIES = ("organisation", "office")
# «To us», «to its ranks»: the body is not named again.
_TO_US = frozenset(["الينا", "اليه", "اليها", "اليهم", "صفوفه", "صفوفها"])


def _joined_arabic(
    passage: Passage, found: Found, hit: Hit, after: Sequence[tuple[Seen, Party]]
) -> Seen | None:
    """Read «انضم X إلى Y»: states behind or before the verb, and the body."""
    low, high = bounds(passage, hit.first)
    words = passage.words
    end = next(
        (i for i in range(hit.last, high) if words[i] in ("–", "؛", ".", ":")), high
    )
    after = [one for one in after if one[0].first < end]
    body = next((one for one, party in after if party.type in _BODIES), None)
    states = [one for one in after if one[1].type == "state"]
    states = [one for one in states if body is None or one[0].first < body.first]
    before = _parties(found, max(low, hit.first - 8), hit.first)
    to_us = next(
        (i for i in range(hit.last, min(end, hit.last + 8)) if words[i] in _TO_US), None
    )
    if body is not None and not (states or before):
        who, last = _named_after(passage, found, (), body.last)
        if not who:
            return None
        return _seen(
            passage, found, hit.first, last, "joined", clitic=hit.clitic, who=who
        )
    if not (states or before) or (body is None and to_us is None and not states):
        return None
    last = max(
        [hit.last, *(one.last for one, _ in states)]
        + ([body.last] if body else [])
        + ([to_us + 1] if to_us is not None and not states else [])
    )
    who, last = _named_after(passage, found, states or before, last)
    first = hit.first if states else before[0][0].first
    clitic = hit.clitic if first == hit.first else 0
    last, count = _numbered(passage, _with_date(found, last))
    return _seen(
        passage, found, first, last, "joined", clitic=clitic, who=who, count=count
    )


def _named_after(
    passage: Passage, found: Found, named: Sequence[tuple[Seen, Party]], last: int
) -> tuple[tuple[str, ...], int]:
    """Take in the list behind «وهم»: those who joined are named there."""
    who = tuple(party.canonical for _, party in named)
    if not _introduces(passage, last):
        return who, last
    listed, end = _list_after(passage, found, last)
    return (*who, *listed), end


def _numbered(passage: Passage, last: int) -> tuple[int, int | None]:
    """Read «كعضوين جديدين رقم 82 و83»: the number of the last who joined."""
    words = passage.words
    for index in range(last, min(len(words) - 1, last + 4)):
        if words[index] == "رقم" and words[index + 1].isdigit():
            tail = [
                i
                for i in range(index, min(len(words), index + 4))
                if words[i].lstrip("و").isdigit()
            ]
            number = tail[-1]
            return number + 1, int(words[number].lstrip("و"))
    return last, None


def _welcomed(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read that a body welcomes a party as a member."""
    low, _ = bounds(passage, hit.first)
    who, last = _list_after(passage, found, hit.last)
    tail = passage.words[last : last + 8]
    members = [
        i
        for i, word in enumerate(tail)
        if word in ("member", "membre", "members", "membres")
    ]
    if not who or not members:
        return None
    first = opening(passage, hit.first, low)
    digits = [int(word) for word in tail[: members[0]] if word.isdigit()]
    count = digits[0] if digits else None
    return _seen(
        passage, found, first, last + members[0] + 1, "joined", who=who, count=count
    )


def _part(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «الإمارات جزء من هذا التحالف»: a party is a member of a body."""
    low, _ = bounds(passage, hit.first)
    before = _parties(found, max(low, hit.first - 4), hit.first)
    after = _parties(found, hit.last, hit.last + 4)
    bodies = [one for one, party in after if party.type == "organisation"]
    if not before or not bodies:
        return None
    who = (before[-1][1].canonical,)
    return _seen(passage, found, before[-1][0].first, bodies[0].last, "joined", who=who)


def _founded(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read who founded a body, or when it was founded."""
    low, high = bounds(passage, hit.first)
    if passage.language == "ar":
        return _founded_arabic(passage, found, hit, high)
    dates = within(found.dates, hit.last, min(high, hit.last + _NEAR))
    bodies = [
        one
        for one, party in _parties(found, max(low, hit.first - 8), hit.first)
        if party.type in _BODIES
    ]
    if not dates or not (bodies or hit.first <= low + 1):
        return None
    first = bodies[-1].first if bodies else hit.first
    first -= passage.words[first - 1] in ("the", "la", "l") if first else 0
    who, last = _list_after(passage, found, dates[0].last)
    if passage.words[min(dates[0].last, high - 1)] not in ("by", "par"):
        who, last = (), dates[0].last
    return _seen(passage, found, first, last, "founded", who=who)


def _founded_arabic(passage: Passage, found: Found, hit: Hit, high: int) -> Seen | None:
    """Read «أسست فرنسا التحالف»: who stands behind the verb, then the body."""
    after = _parties(found, hit.last, min(high, hit.last + 12))
    if not after or after[0][0].first > hit.last + 1:
        return None
    bodies = [
        one
        for one, party in after[1:]
        if party.type in _BODIES and not passage.words[one.first].startswith("و")
    ]
    if not bodies:
        return None
    who = tuple(party.canonical for one, party in after if one.first < bodies[0].first)
    last = _with_date(found, bodies[0].last)
    return _seen(passage, found, hit.first, last, "founded", clitic=hit.clitic, who=who)


def _born(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «التحالف الذي تأسس في 2014», «تأسست المنظمة عام 1969»."""
    low, high = bounds(passage, hit.first)
    before = _parties(found, max(low, hit.first - 8), hit.first)
    gap = passage.words[before[-1][0].last : hit.first] if before else []
    if before and before[-1][1].type in _BODIES and _LINKS.issuperset(gap):
        last = _with_date(found, hit.last)
        return _seen(passage, found, before[-1][0].first, last, "founded")
    for one, party in _parties(found, hit.last, min(high, hit.last + 2)):
        if party.type in _BODIES:
            last = _with_date(found, one.last)
            return _seen(passage, found, hit.first, last, "founded", clitic=hit.clitic)
    return None


_LINKS = frozenset(["الذي", "التي", "،", "قد", "وقد"])


def _founding(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «تأسيس التحالف», "the creation of the Coalition"."""
    for one, party in _parties(found, hit.last, hit.last + 3):
        gap = passage.words[hit.last : one.first]
        if party.type == "organisation" and _ARTICLES.issuperset(gap):
            last = _with_date(found, one.last)
            return _seen(passage, found, hit.first, last, "founded", clitic=hit.clitic)
    return None


_ARTICLES = frozenset(["the", "this", "la", "l", "'", "هذا", "هذه", "ال"])


_READ = {
    "counts": _counts,
    "counts_of": _counts_of,
    "attended": _attended,
    "attends": _attends,
    "led": _led,
    "joined": _joined,
    "part": _part,
    "welcomed": _welcomed,
    "founded": _founded,
    "born": _born,
    "founding": _founding,
}


def _parties(found: Found, first: int, last: int) -> list[tuple[Seen, Party]]:
    return [
        (one, one.finding)
        for one in within(found.parties, first, last)
        if isinstance(one.finding, Party)
    ]


def _list_after(
    passage: Passage, found: Found, token: int, *, least: int = 1
) -> tuple[tuple[str, ...], int]:
    """Return the parties strung together behind a token, and where the list ends."""
    who: list[str] = []
    end = token
    while True:
        following = within(found.parties, end, end + 6)
        if not following or not _only_joins(passage, end, following[0].first):
            break
        party = following[0].finding
        if isinstance(party, Party):
            who.append(party.canonical)
        end = max(end + 1, following[0].last)
    return (tuple(who), end) if len(who) >= least else ((), token)


def _only_joins(passage: Passage, first: int, last: int) -> bool:
    words = passage.words[first:last]
    if "في" in words and "ممثله" not in words:
        return False
    return _BETWEEN_LIST.issuperset(words)


def _with_date(found: Found, last: int) -> int:
    """Take in the date right behind, as in «إنشاء التحالف في العام 2014»."""
    for one in within(found.dates, last, last + 3):
        return one.last
    return last


def _seen(
    passage: Passage,
    found: Found,
    first: int,
    last: int,
    event: str,
    *,
    clitic: int = 0,
    who: tuple[str, ...] = (),
    count: float | None = None,
) -> Seen:
    last = min(max(last, first + 1), len(passage.words))
    finding = Membership(
        span=passage.span(first, last, clitic),
        reader=f"memberships.{event}",
        score=0.8,
        why=f"«{passage.span(first, first + 1, clitic).quote}…»: {event}",
        event=event,
        who=tuple(dict.fromkeys(who)),
        count=None if count is None else int(count),
        as_of=_as_of(passage, found, first, last),
    )
    return Seen(first, last, finding)


def _as_of(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the day of which it is said: a date inside, else the publication."""
    for one in within(found.dates, first, last):
        if isinstance(one.finding, DateMention):
            days = one.finding.interval
            return str(days.first) if days.first == days.last else str(days)
    return passage.published.isoformat() if passage.published else None
