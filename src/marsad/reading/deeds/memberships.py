"""Memberships: how many members a body has, and who joined, attended or founded it.

A count needs a body or a word of membership and a number of members, partners or
countries. Joining and founding need the body; attending needs a number or a list of
parties. Lists that follow are read to their last party.
"""

from marsad.reading.deeds.actors import coalition_is_present
from marsad.reading.deeds.attendances import attendees_in, convened, included
from marsad.reading.deeds.clauses import bounds, longest
from marsad.reading.deeds.joinings import (
    born,
    founded,
    founding,
    joined,
    part_of,
    welcomed,
)
from marsad.reading.deeds.member_clauses import arabic_subject, by_clause
from marsad.reading.deeds.member_lists import (
    NEAR,
    REACH,
    RELATIVES,
    Stretch,
    antecedent,
    introduces,
    is_unbroken,
    list_after,
    membership,
    number_in,
    parties_in,
)
from marsad.reading.deeds.subjects import opening
from marsad.reading.findings import Figure, Membership
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within


def read_memberships(passage: Passage, found: Found) -> list[Seen]:
    """Find the words that count members or say who joined, attended or founded."""
    seen: list[Seen] = []
    for hit in longest(passage.hits("membership")):
        one = _READ[hit.row["shape"]](passage, found, hit)
        if one is not None:
            _keep(seen, one)
    if passage.language == "en":
        for one in (
            *_hyphened(passage, found),
            *convened(passage, found),
            *included(passage, found),
        ):
            _keep(seen, one)
    for one in by_clause(passage, found):
        if not any(_event(one) == _event(two) and _meet(one, two) for two in seen):
            seen.append(one)
    return seen


def _meet(one: Seen, other: Seen) -> bool:
    return one.first < other.last and other.first < one.last


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
    reach = NEAR if passage.words[hit.first] in _HAVE else REACH
    number = number_in(found, hit.last, min(high, hit.last + reach))
    if number is not None and is_unbroken(passage, hit.last, number.first):
        return _counted(passage, found, first, hit, number, "count")
    return _holds(passage, found, first, hit)


_HAVE = frozenset(["has", "have", "had"])


def _holds(passage: Passage, found: Found, first: int, hit: Hit) -> Seen | None:
    """Read «يضم العراق والأردن»: members are listed, not counted."""
    if passage.words[hit.first] in _HAVE:
        return None
    who, last = list_after(passage, found, hit.last, least=_LEAST)
    if not who:
        return None
    clitic = hit.clitic if first == hit.first else 0
    return membership(passage, found, Stretch(first, last, clitic), "joined", who=who)


def _body_first(passage: Passage, found: Found, hit: Hit) -> int | None:
    """Return where the body that counts is named: before the verb, or the verb."""
    low, _ = bounds(passage, hit.first)
    if passage.language == "ar":
        return arabic_subject(passage, found, hit, low)
    first = opening(passage, hit.first, low)
    if first and passage.words[first - 1] in RELATIVES:
        first = antecedent(found, first - 1)
    if passage.words[hit.first] in _HAVE and not parties_in(found, first, hit.first):
        return None
    return first if first < hit.first else None


def _counted(
    passage: Passage, found: Found, first: int, hit: Hit, number: Seen, event: str
) -> Seen | None:
    figure = number.finding
    if not isinstance(figure, Figure):
        return None
    who, last = list_after(passage, found, number.last)
    if not introduces(passage, number.last):
        who, last = (), number.last
    clitic = hit.clitic if first == hit.first else 0
    return membership(
        passage, found, Stretch(first, last, clitic), event, who=who, count=figure.value
    )


def _counts_of(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «المجلس المؤلف من 15 دولة», "a coalition of 67 partners"."""
    number = number_in(found, hit.last, hit.last + 4)
    if number is None:
        return None
    first = hit.first
    if passage.language == "ar" and first > 0 and passage.words[first - 1].isalpha():
        first -= 1
        first = _name_start(found, first)
    return _counted(passage, found, first, hit, number, "count")


def _name_start(found: Found, token: int) -> int:
    """Return where the party's name that holds a token begins, or the token."""
    for one in within(found.parties, token - 8, token + 1):
        if one.first <= token < one.last:
            return one.first
    return token


def _hyphened(passage: Passage, found: Found) -> list[Seen]:
    """Read "the 74-member coalition" and "the 60-plus nation Coalition"."""
    seen: list[Seen] = []
    for one in found.figures:
        figure = one.finding
        last = _behind_hyphen(passage, one.first + 1)
        if isinstance(figure, Figure) and last is not None:
            body = next((b for b in within(found.parties, last, last + 1)), None)
            stretch = Stretch(one.first, body.last if body else last + 1)
            value = figure.value
            seen.append(membership(passage, found, stretch, "count", count=value))
    return seen


def _behind_hyphen(passage: Passage, token: int) -> int | None:
    """Return the token behind "-member", "-plus nation", "-strong nation"."""
    words = passage.words
    if words[token : token + 1] != ["-"]:
        return None
    noun = token + 1
    if words[noun : noun + 1] == ["plus"]:
        noun += 2 if words[noun + 1 : noun + 2] == ["-"] else 1
    is_noun = words[noun : noun + 1] and words[noun] in _HYPHENED
    return noun + 1 if is_noun and noun + 1 < len(words) else None


_HYPHENED = frozenset(["member", "nation", "country", "state"])


def _attended(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «بمشاركة 14 دولة», "attended by delegations from some 80 members"."""
    number = number_in(found, hit.last, hit.last + NEAR)
    if number is not None and is_unbroken(passage, hit.last, number.first):
        return _counted(passage, found, hit.first, hit, number, "attended")
    who, last = list_after(passage, found, hit.last, least=2)
    if len(who) < _LEAST:
        return None
    return membership(
        passage, found, Stretch(hit.first, last, hit.clitic), "attended", who=who
    )


# One party named is a guest; a list of two shows who took part.
_LEAST = 2


def _attends(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read who took part: a number or list, behind an Arabic verb or before ours."""
    low, high = bounds(passage, hit.first)
    if passage.language == "ar":
        return _attends_arabic(passage, found, hit, high)
    first = opening(passage, hit.first, low)
    if first and passage.words[first - 1] in RELATIVES:
        first = antecedent(found, first - 1)
    number = number_in(found, first, hit.first)
    number = number or attendees_in(passage, found, first, hit.first)
    if number is None:
        return None
    if number.first > first + REACH // 2:
        # The subject stands behind another verb: «ont convenu les 196 parties réunies».
        first = number.first - 1
    figure = number.finding
    value = figure.value if isinstance(figure, Figure) else None
    return membership(passage, found, Stretch(first, hit.last), "attended", count=value)


def _attends_arabic(passage: Passage, found: Found, hit: Hit, high: int) -> Seen | None:
    number = number_in(found, hit.last, min(high, hit.last + REACH))
    if number is not None and is_unbroken(passage, hit.last, number.first):
        return _counted(passage, found, hit.first, hit, number, "attended")
    for start in range(hit.last - 1, min(high, hit.last + 8)):
        if passage.words[start] in ("عن", "من"):
            who, last = list_after(passage, found, start + 1, least=_LEAST)
            if who:
                stretch = Stretch(hit.first, last, hit.clitic)
                return membership(passage, found, stretch, "attended", who=who)
    return _was_there(passage, found, hit)


def _was_there(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «الذي حضر الاجتماعات»: whom the relative clause is about attended."""
    meets = hits_from(passage.hits("meets"), hit.last, hit.last + 1)
    before = passage.words[hit.first - 1] if hit.first else ""
    near = parties_in(found, hit.first - _TITLED, hit.first)
    if not meets or not near or before not in ("الذي", "التي", "الذين"):
        return None
    stretch = Stretch(hit.first, meets[0].last, hit.clitic)
    return membership(passage, found, stretch, "attended", who=(near[-1][1].canonical,))


# A title and a name stand between a state and its relative clause.
_TITLED = 16


def _led(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «قاد الوفد الأميركي»: a delegation took part."""
    for nation in hits_from(passage.hits("nationality"), hit.last, hit.last + 2):
        who = (nation.row["iso"],)
        return membership(
            passage,
            found,
            Stretch(hit.first, nation.last, hit.clitic),
            "attended",
            who=who,
        )
    return None


def _we_are(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read "today we are 86": a bare number of us, where the text is of a coalition."""
    numbers = within(found.figures, hit.last, hit.last + 2)
    if not numbers or not coalition_is_present(found):
        return None
    figure = numbers[0].finding
    if not isinstance(figure, Figure) or numbers[0].last > hit.last + 2:
        return None
    stretch = Stretch(hit.first, numbers[0].last)
    return membership(passage, found, stretch, "count", count=figure.value)


_READ = {
    "we_are": _we_are,
    "counts": _counts,
    "counts_of": _counts_of,
    "attended": _attended,
    "attends": _attends,
    "led": _led,
    "joined": joined,
    "part": part_of,
    "welcomed": welcomed,
    "founded": founded,
    "born": born,
    "founding": founding,
}
