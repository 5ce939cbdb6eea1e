"""Reads parties: every mention of a state, a group of states or an organisation.

Known names come from the lexicons; bodies without an entry are put together from
their head word; later mentions ("the group", «الوزارة») lead back to the body named
before. Of two that overlap the longer one is kept.
"""

from collections.abc import Iterator, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.names.acronyms import spelt_out, with_acronyms
from marsad.reading.names.arabic_bodies import arabic_body
from marsad.reading.names.arabic_homes import home_bodies
from marsad.reading.names.arabic_neighbours import neighbour_mentions
from marsad.reading.names.arabic_outlets import before_nationality, past_class_word
from marsad.reading.names.arabic_repeats import with_repeats
from marsad.reading.names.bodies import (
    Parts,
    state_name,
    up_to_bracket,
    with_short_form,
)
from marsad.reading.names.coalition import member_mentions
from marsad.reading.names.english_bodies import english_body
from marsad.reading.names.formations import formation_mentions
from marsad.reading.names.french_bodies import french_body
from marsad.reading.names.gazetteer import is_common
from marsad.reading.names.governments import government_mentions
from marsad.reading.names.main_states import home_state, main_state
from marsad.reading.names.naming import Named, longest
from marsad.reading.names.nominals import nominal_mentions
from marsad.reading.names.seats import seat_mentions
from marsad.reading.names.states import Known, known_states, state_mentions
from marsad.reading.names.unlisted import Unlisted, in_apposition, repeated
from marsad.reading.names.written import Letters, cases
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.wordsets import wordset

_EVALUATIVE = wordset("judgements_on_groups")
# Platforms as places of publishing, movements without a body: careful readers differ.
_DOUBTFUL = frozenset(
    ["Twitter", "Facebook", "YouTube", "Instagram", "WhatsApp", "Telegram", "TikTok", "Syrian opposition", "Syrian rebels", "Euro area", "Schengen states"]
)  # fmt: skip


def read_parties(passage: Passage, _found: Found) -> list[Seen]:
    """Read the parties of a passage, each mention once, in the order of the text."""
    letters = Letters(passage)
    known = known_states(passage, letters)
    names = longest(list(_names(passage, letters, known)))
    names = with_acronyms(passage, letters, names)
    if passage.language == "ar":
        names = with_repeats(passage, names)
    else:
        names = _with_unlisted(passage, letters, known, names)
    named = longest([*names, *nominal_mentions(passage, letters, known, names)])
    return [one.seen(passage) for one in named if one.canonical]


def _with_unlisted(
    passage: Passage, letters: Letters, known: Known, names: list[Named]
) -> list[Named]:
    """Return the names with those that only what stands beside them makes bodies."""
    parts = Parts(passage, known)
    names = longest([*names, *Unlisted(parts, letters, names).named()])
    taken = {token for one in names for token in range(one.first, one.last)}
    names = longest([*names, *repeated(parts, letters, names, taken)])
    return longest([*names, *in_apposition(parts, letters, names)])


def _names(passage: Passage, letters: Letters, known: Known) -> Iterator[Named]:
    """Give every candidate that is a name."""
    yield from state_mentions(passage, letters, known)
    yield from seat_mentions(passage, letters)
    yield from government_mentions(passage, known)
    yield from formation_mentions(passage, letters)
    if passage.language == "ar":
        yield from neighbour_mentions(passage, known)
        yield from home_bodies(passage, known)
    bodies = [_at_home(passage, known, one) for one in _known_bodies(passage, letters)]
    yield from bodies
    built = [*_built_bodies(passage, letters, known), *spelt_out(passage, letters)]
    yield from built
    yield from member_mentions(passage, bodies, built)
    case = cases(passage.language, "not_parties")
    for hit in passage.hits("not_party"):
        if letters.allows(hit, case):
            yield Named(hit.first, hit.last, hit.clitic, "", "", score=1.0)


_BUILDERS = {"ar": arabic_body, "en": english_body, "fr": french_body}


def _built_bodies(passage: Passage, letters: Letters, known: Known) -> Iterator[Named]:
    """Give the bodies that a head word and the words around it make."""
    parts = Parts(passage, known)
    build = _BUILDERS[passage.language]
    case = cases(passage.language, "body_heads")
    hits = (*known.state.values(), *known.nationality.values())
    state = state_name(main_state(hit.row["iso"] for hit in hits))
    for hit in passage.hits("body_head"):
        if letters.allows(hit, case):
            named = build(parts, letters, hit)
            if named:
                named = named._replace(goes_on=_goes_on(parts, letters, named))
                named = _of_known(parts, named)
                named = up_to_bracket(passage, named, letters.capital)
                named = with_short_form(passage, _of_state(named, state))
                yield _past_bracket(parts, named)


_GOING_ON = wordset("links_of_names")
_TOPICS = frozenset(["on", "for", "into", "against"])
_WITH_TOPIC = frozenset(["commission", "committee", "panel", "mission", "tribunal", "office", "group"])  # fmt: skip


def _past_bracket(parts: Parts, named: Named) -> Named:
    """Return a name with its topic behind the bracket: "Commission of Inquiry (CoI) on Mali"."""
    words, last = parts.passage.words, named.last
    if not named.short or words[last : last + 1] == [] or words[last] not in _TOPICS:
        return named
    token = last + 1 + (words[last + 1 : last + 2] == ["the"])
    topic = parts.known.state.get(token)
    if topic is None or _WITH_TOPIC.isdisjoint(named.classes):
        return named
    said = " ".join(parts.passage.span(last, topic.last).quote.split())
    return named._replace(last=topic.last, canonical=f"{named.canonical} {said}")


# Bodies of the world: with an adjective of nationality it is a state's that is meant.
_OF_THE_WORLD = ("UN ", "United ", "World ", "International ", "Red ")


def _of_known(parts: Parts, named: Named) -> Named:
    """Return a known Arabic body that only its nationality follows by its known name."""
    known = parts.bodies.get(named.first)
    if not named.goes_on or known is None or parts.passage.language != "ar":
        return named
    adjective = parts.known.nationality.get(known.last)
    if adjective is None or adjective.last < named.last:
        return named
    canonical = known.row["canonical"]
    is_said = set(canonical.split()) <= set(named.canonical.split())
    if is_said or canonical.startswith(_OF_THE_WORLD):
        return named
    return named._replace(canonical=canonical, type=known.row["type"])


def _goes_on(parts: Parts, letters: Letters, named: Named) -> bool:
    """Say whether a name goes on where the known one that begins it ends."""
    known = parts.bodies.get(named.first)
    if known is None or known.last >= named.last:
        return False
    words, token = parts.passage.words, known.last
    if parts.passage.language == "ar":
        return words[token].startswith(("ال", "لل"))
    if token in parts.known.nationality:
        return True
    if parts.passage.language == "en" and letters.capital[token]:
        return True  # "African Union Peace and Security Council"
    if words[token] not in _GOING_ON:
        return False
    if words[token] == "'":
        return True  # "the European Commission's competition directorate"
    while token < named.last - 1 and not letters.capital[token]:
        token += 1
    return letters.capital[token]


def _of_state(named: Named, state: str) -> Named:
    """Return a ministry with its state, where the text is about one state."""
    if "ministry" not in named.classes or not named.canonical.startswith("Ministr"):
        return named
    is_owned = not state or state in named.canonical
    return named if is_owned else named._replace(canonical=f"{state} {named.canonical}")


def _known_bodies(passage: Passage, letters: Letters) -> Iterator[Named]:
    case = cases(passage.language, "bodies", "bodies_en")
    # "Michael Bloomberg" is no Bloomberg.
    surnames = {
        hit.last - 1 for hit in passage.hits("figure") if hit.last > hit.first + 1
    }
    for hit in passage.hits("known_body"):
        is_surname = hit.first in surnames and hit.last == hit.first + 1
        if is_surname and passage.language != "ar":
            continue
        if letters.allows(hit, case) and _is_meant(passage, hit):
            yield with_short_form(passage, _known_body(passage, hit))


# Bodies that several states have under one name, with the state usually meant.
_OF_MANY_STATES = {
    ("congress",): "US",
    ("senate",): "US",
    ("house", "of", "representatives"): "US",
    ("assemblee", "nationale"): "FR",
    ("chambre", "des", "representants"): "US",
    ("conseil", "federal"): "CH",
}


# Arms that a text names bare after their state's: "the German Navy ... the Navy".
_ARMS = frozenset(["navy"])


def _at_home(passage: Passage, known: Known, named: Named) -> Named:
    """Return a body that many states have as that of the state a text names instead."""
    words = tuple(passage.words[named.first : named.last])
    if not _ARMS.isdisjoint(words) and len(words) == 1:
        return _as_before(passage, known, named)
    usual = _OF_MANY_STATES.get(words)
    if usual is None:
        return named
    hits = (*known.state.values(), *known.nationality.values(), *passage.hits("seat"))
    isos = [hit.row["iso"] for hit in hits if len(hit.row["iso"]) == len(usual)]
    iso = home_state(passage, isos)
    if usual in isos or not iso:
        return named
    name = named.canonical.split(" ", 1)[-1]
    return named._replace(canonical=f"{state_name(iso)} {name}")


def _as_before(passage: Passage, known: Known, named: Named) -> Named:
    """Return a bare arm as that of the state with whose adjective it stood before."""
    word = passage.words[named.first]
    for token in reversed(passage.tokens_of(frozenset([word]))):
        owner = known.ends.get(token) if token < named.first else None
        if owner is not None:
            state = passage.span(owner.first, token + 1).quote
            return named._replace(canonical=" ".join(state.split()))
    return named


_NEARBY = 50  # names that tell what a text is about
_CLOSERS = frozenset("\"»”)’'}")
_OPENERS = frozenset("\"«“(‘'{")


def _is_meant(passage: Passage, hit: Hit) -> bool:
    """Say whether a name that is a word as well means the body here."""
    words, first = passage.words, hit.first
    if passage.language != "ar":
        # "the Secretary for Labour" has a portfolio and no party.
        before = words[max(0, first - 1) : first]
        is_portfolio = before in (["for"], ["of"], ["and"])
        return not (words[first] == "labour" and hit.last == first + 1 and is_portfolio)
    word = words[first]
    is_short = hit.last - first == 1 and hit.row["type"] == "organisation"
    if is_short and hit.clitic and is_common(word):
        return False
    if word[hit.clitic :].isdigit() and _is_date(passage, hit):
        return False
    after = words[hit.last] if hit.last < len(words) else ""
    if _is_bare_assembly(hit) and after.startswith("ل") and after not in _NOT_OF:
        return False  # «الجمعية العامة لاتحاد الصحفيين»
    bare = word[hit.clitic :]
    if hit.row["class"].startswith("marked"):
        return first > 0 and words[first - 1] in _OPENERS and _closes(words, hit.last)
    if bare == "القاعده" and hit.last - first == 1:
        return _is_al_qaeda(passage, hit)
    return not (bare == "حماس" and word.startswith("ب"))


_NOT_OF = frozenset(["لا", "لم", "لن", "للامم", "لكن", "لان"])


def _is_bare_assembly(hit: Hit) -> bool:
    """Say whether a hit is the two words that every association has too."""
    return hit.row["canonical"] == "UN General Assembly" and hit.last - hit.first == 2


# Words before a day that leave it a day: «يوم 14 آذار» is no movement.
_BEFORE_DAYS = frozenset(["يوم", "في", "منذ", "بتاريخ", "حتي", "قبل", "بعد", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "من", "ليل", "مساء", "صباح", "فجر", "بين"])  # fmt: skip


def _is_date(passage: Passage, hit: Hit) -> bool:
    """Say whether a movement's name that is a day stands for the day here."""
    words, last = passage.words, hit.last
    before = words[hit.first - 1] if hit.first else "\n"
    after = words[last] if last < len(words) else "\n"
    return before in _BEFORE_DAYS or after[:1].isdigit() or after in ("(", "/")


def _closes(words: Sequence[str], token: int) -> bool:
    return token < len(words) and words[token] in _CLOSERS


def _is_al_qaeda(passage: Passage, hit: Hit) -> bool:
    """Tell the group from a base: no adjective follows, or marks stand before."""
    words, last = passage.words, hit.last
    if hit.first and words[hit.first - 1] in _OPENERS:
        return True
    after = words[last] if last < len(words) else ""
    if after.startswith("ال"):
        return False
    nearby = passage.hits("known_body")[:_NEARBY]
    names = [other.row["canonical"] for other in nearby]
    return sum(name in ("Al-Qaeda", "Daesh", "Taliban") for name in names) > 1


def _known_body(passage: Passage, hit: Hit) -> Named:
    row = hit.row
    words, first, last = passage.words, hit.first, hit.last
    if passage.language == "ar":
        first = past_class_word(passage, hit)
        last = before_nationality(passage, hit, first)
    is_group = row["type"] == "armed_group" and last - first > 1
    if is_group and last < len(words) and words[last] in _EVALUATIVE:
        last += 1
    return Named(
        first,
        last,
        hit.clitic if first == hit.first else 0,
        row["canonical"],
        row["type"],
        tuple(row["class"].removeprefix("marked ").split()),
        reader="parties.known_body",
        score=0.9,
        why=f"a name of {row['canonical']}",
        is_doubtful=row["canonical"] in _DOUBTFUL,
    )
