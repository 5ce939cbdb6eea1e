"""Mentions of states: by name, by government, by seat of government, in groups.

A state is named by its ISO 3166 code. «الحكومة العراقية», "the Asad regime" and a
capital that acts stand for their state; an adjective alone names nobody.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from marsad.reading.lexicon import Hit
from marsad.reading.naming import Named
from marsad.reading.passage import Passage
from marsad.reading.written import Letters, cases

_ACTS_FOR_ITS_STATE = frozenset(["government", "regime", "delegation", "side"])
# Words before a capital city that make it a place.
_PLACE_WORDS = {
    "ar": frozenset(
        "في الي من مدينه العاصمه قرب وسط شرق غرب شمال جنوب نحو حول داخل خارج بمدينه عاصمه بالعاصمه للعاصمه والعاصمه سفاره سماء مطار ريف محافظه ولايه ضواحي شوارع جامعه لمدينه ومدينه صحيفه قمه مؤتمر موتمر اجتماع اجتماعات اتفاق اتفاقيه اعلان بروتوكول هجمات هجوم تفجيرات تفجير اعتداءات بورصه محكمه زياره معرض مهرجان مجله تجاه بلديه سكان اهالي ساحه ميدان بين عبر باتجاه محادثات مفاوضات مسار وفي ومن والي فندق معهد بطوله اولمبياد ملتقي منتدي".split()
    ),
    "en": frozenset(
        "in at from near outside around across into toward towards through of central downtown north south east west northern southern eastern western to via leave leaving left visit visited visiting reached reach city inside than".split()
    ),
    "fr": frozenset(
        "a de vers depuis dans pres sur pour d ville quitter quitte rejoindre centre".split()
    ),
}
_ACTING = {
    "en": frozenset(
        "says said say have had has will would could should may might must is was wants wanted agreed agrees accuses accused announced denies denied insists insisted believes calls called warns warned hopes sees considers remains maintains claims claimed argues backs backed supports supported does did plans seeks sought blames blamed needs and also regards feels fears".split()
    ),
    "fr": frozenset(
        "a ont affirme estime accuse annonce dit considere refuse veut souhaite appelle avait aurait va doit peut est etait dement demande craint juge soutient n ne se s exige condamne denonce et devrait pourrait".split()
    ),
}
_WITH = {
    "ar": frozenset("مع ضد تقودها تقوده تدعمها تدعمه بقياده حليفه".split()),
    "en": frozenset("with by against urges urged accuse accused".split()),
    "fr": frozenset("avec par contre".split()),
}
# Before a capital that opens a clause, and is its subject if a verb follows.
_OPENS_CLAUSE = frozenset(
    "\n . , : ; that as but when while if because since although and que qu si lorsque quand comme mais car selon according".split(" ")
) | {"\n"}
# After a clause's first word these say that it is no subject.
_NO_VERB = frozenset(
    "and or in on to for the of with at as from by after before during where et ou a au aux de du des en le la les l pour par sur dans avec ou post".split()
)
# Nouns whose "of" leads to a government and not to a place.
_STANCES = frozenset(
    "part opposition serieux position politique volonte soutien refus approche approches demande appui decision decisions role accord pression pressions sanctions relations confiance reponse aval vert proche allie alliee allies interets ambitions menaces engagement patience intentions strategie attitude message visees influence support refusal insistence decision demand demands approval backing response stance policy ally allies interests ambitions threats pressure behalf".split()
)
_BETWEEN_WORDS = frozenset(["between", "entre", "بين"])
_AND = frozenset(["and", "et"])
# Names of states that persons and places bear as well.
_GIVEN_NAMES = frozenset(["jordan", "chad", "georgia", "israel", "cuba", "china", "india", "kenya", "mali"])  # fmt: skip


class Known(NamedTuple):
    """What of the lexicons of states stands at which token of a passage."""

    state: dict[int, Hit]
    nationality: dict[int, Hit]
    ends: dict[int, Hit]  # a state or nationality by the token after it


def known_states(passage: Passage, letters: Letters) -> Known:
    """Index the names and adjectives of states in a passage by their first token."""
    case = cases(passage.language, "states", "nationalities")
    state: dict[int, Hit] = {}
    for hit in passage.hits("state"):
        if not letters.allows(hit, case) or _is_adjective(passage, hit):
            continue
        if _is_longer(hit, state):
            state[hit.first] = hit
    nationality: dict[int, Hit] = {}
    is_french = passage.language == "fr"
    for hit in passage.hits("nationality"):
        if hit.first in state and state[hit.first].last >= hit.last:
            continue
        if (is_french or letters.allows(hit, case)) and _is_longer(hit, nationality):
            nationality[hit.first] = hit
    ends = {hit.last: hit for hit in (*nationality.values(), *state.values())}
    return Known(state, nationality, ends)


# Nouns after which «سورية» is the adjective and not the state.
_SYRIAN = frozenset(
    "قوات طائرات معارضه مصادر فصائل فصايل اراض عائلات عايلات مدن وسائل وسايل شخصيات دبابات مناطق ليره مقاتلات اطراف قيادات صحف لاجيه عايله اسره سيده ناشطه كرديه عسكريه حكوميه".split()
)
# Words before «مالي» that leave it the state: elsewhere it means financial.
_BEFORE_MALI = frozenset(
    "في الي من عن بين مع ضد داخل خارج شمال جنوب شرق غرب حول حكومه رييس دوله جمهوريه جيش شعب بعثه شمالي وسط".split()
)


def _is_adjective(passage: Passage, hit: Hit) -> bool:
    """Tell «القوات السعودية» from «قالت السعودية», and «دعم مالي» from «في مالي»."""
    if hit.last - hit.first > 1 or hit.clitic or passage.language != "ar":
        return False
    word = passage.words[hit.first]
    before = passage.words[hit.first - 1] if hit.first else "\n"
    if word == "السعوديه":
        return before.startswith(("ال", "لل", "وال", "بال")) and len(before) > 4  # noqa: PLR2004
    if word == "سوريه":
        return before in _SYRIAN or before[1:] in _SYRIAN
    return word == "مالي" and before[0].isalpha() and before not in _BEFORE_MALI


def _is_longer(hit: Hit, among: dict[int, Hit]) -> bool:
    other = among.get(hit.first)
    return other is None or (hit.last, -hit.clitic) > (other.last, -other.clitic)


def state_mentions(
    passage: Passage, letters: Letters, known: Known
) -> Iterator[Named]:
    """Give the candidates that name one state or a group of states."""
    for hit in known.state.values():
        if not _is_person(passage, letters, hit):
            yield _state(hit, hit.first, hit.last, hit.row["iso"], "parties.state")
    case = cases(passage.language, "state_groups")
    for hit in passage.hits("state_group"):
        if letters.allows(hit, case):
            name = hit.row["canonical"]
            yield _state(hit, hit.first, hit.last, name, "parties.state_group")
    yield from _halves(passage, letters, known)
    yield from _seats(passage, letters)
    yield from _governments(passage, letters, known)


# "The North" and "the South" are states where both halves of Korea are spoken of.
_HALVES = {
    "north": "KP", "south": "KR", "nord": "KP", "sud": "KR", "الشمال": "KP", "الجنوب": "KR",
}  # fmt: skip
_BEFORE_HALF = frozenset(["the", "le", "du", "au"])


def _halves(passage: Passage, letters: Letters, known: Known) -> Iterator[Named]:
    isos = {hit.row["iso"] for hit in known.state.values()}
    if not isos >= set(_HALVES.values()):
        return
    words = passage.words
    for token in range(1, len(words)):
        iso = _HALVES.get(words[token])
        if not iso or words[token + 1 : token + 2] in (["korea"], ["korean"], ["-"]):
            continue
        is_named = letters.capital[token] and words[token - 1] in _BEFORE_HALF
        if is_named or passage.language == "ar":
            yield Named(
                token,
                token + 1,
                0,
                iso,
                "state",
                ("state",),
                reader="parties.half",
                score=0.8,
                why="one of the two Koreas, both named in this text",
            )


def _state(hit: Hit, first: int, last: int, canonical: str, reader: str) -> Named:
    return Named(
        first,
        last,
        hit.clitic if hit.first == first else 0,
        canonical,
        "state",
        ("state",),
        reader=reader,
        score=0.95,
        why=f"a name of {canonical}",
    )


def _is_person(passage: Passage, letters: Letters, hit: Hit) -> bool:
    """Say whether a state's name is here a first name or a surname, as in "Chad X"."""
    if passage.language == "ar" or passage.words[hit.first] not in _GIVEN_NAMES:
        return False
    after, capital = hit.last, letters.capital
    follows = after < len(capital) and capital[after] and not letters.upper[after]
    before = hit.first - 1
    leads = before > 0 and capital[before] and capital[before - 1]
    return (follows and passage.words[after] not in ("and", "et")) or leads


def _seats(passage: Passage, letters: Letters) -> Iterator[Named]:
    """Give the capitals that act for their governments."""
    case = cases(passage.language, "seats")
    hits = [hit for hit in passage.hits("seat") if letters.allows(hit, case)]
    if not hits:
        return
    seats = {hit.first: hit for hit in hits}
    parties = seats.keys() | {hit.first for hit in passage.hits("state")}
    acts = _acts_arabic if passage.language == "ar" else _acts
    ends = {hit.last: False for hit in hits}
    for hit in hits:
        ends[hit.last] = acts(passage, hit, parties, ends)
        if ends[hit.last]:
            yield _seat(hit)


def _seat(hit: Hit) -> Named:
    canonical = hit.row["iso"]
    is_state = len(canonical) == 2  # noqa: PLR2004 - an ISO code
    return Named(
        hit.first,
        hit.last,
        hit.clitic,
        canonical,
        "state" if is_state else "organisation",
        ("state",) if is_state else ("union",),
        reader="parties.seat",
        score=0.75,
        why=f"a capital that acts here for its government ({canonical})",
    )


def _acts(
    passage: Passage, hit: Hit, parties: Set[int], ends: Mapping[int, bool]
) -> bool:
    """Say whether an English or French capital city stands for its government."""
    words, language = passage.words, passage.language
    before, after = _around(passage, hit)
    if before in _WITH[language]:
        return True
    if before in _BETWEEN_WORDS:
        return after in _AND and hit.last + 1 in parties
    if before in _AND and ends.get(hit.first - 1):
        return True
    if before in ("de", "of") and words[max(0, hit.first - 2)] in _STANCES:
        return True
    if before in _PLACE_WORDS[language] or before in ("(", "-"):
        return False
    if after == "'" and words[hit.last + 1 : hit.last + 2] == ["s"]:
        return before != ","
    if after in _ACTING[language]:
        return before != "," or after not in _AND | {"also"}
    if before not in _OPENS_CLAUSE or after in _NO_VERB or not after.isalpha():
        return False
    return _is_verb(passage, hit.last)


def _is_verb(passage: Passage, token: int) -> bool:
    """Say whether a word looks like the verb of a subject before it."""
    word = passage.words[token]
    if any(hit.first == token for hit in passage.hits("says")):
        return True
    if passage.language == "fr":
        return word.endswith(("ait", "aient", "era", "ra", "it")) and len(word) > 4  # noqa: PLR2004
    return word.endswith("ed") and len(word) > 4  # noqa: PLR2004


def _acts_arabic(
    passage: Passage, hit: Hit, parties: Set[int], ends: Mapping[int, bool]
) -> bool:
    """Say whether an Arabic capital city stands for its government."""
    before, after = _around(passage, hit)
    clitic = passage.words[hit.first][: hit.clitic]
    if clitic.endswith(("ب", "ل", "ك")):
        return False
    if clitic == "و" and hit.first in ends:
        return ends[hit.first]
    if before in _WITH["ar"]:
        return True
    if before in _BETWEEN_WORDS:
        return hit.last in parties
    if after in ("(", "-", "/", "–", "العاصمه", "القديمه") or before in _PLACE_WORDS["ar"]:
        return False
    if before.startswith("ال") and passage.words[max(0, hit.first - 2)].endswith("عاصمه"):
        return False
    return not (before in ("\n", "", "،", "-") and after in ("،", "\n"))


def _around(passage: Passage, hit: Hit) -> tuple[str, str]:
    words = passage.words
    before = words[hit.first - 1] if hit.first else "\n"
    return before, words[hit.last] if hit.last < len(words) else "\n"


def _governments(
    passage: Passage, letters: Letters, known: Known
) -> Iterator[Named]:
    """Give a government, regime or delegation together with the state it acts for."""
    persons = {
        hit.first: hit
        for tag in ("surname", "figure")
        for hit in passage.hits(tag)
        if len(hit.row["party"]) == 2  # noqa: PLR2004 - an ISO code
    }
    for hit in passage.hits("party_word"):
        if hit.row["role"] not in _ACTS_FOR_ITS_STATE:
            continue
        if passage.language == "ar":
            named = _arabic_government(passage, hit, known, persons)
        elif passage.language == "fr":
            named = _french_government(passage, hit, known, persons)
        else:
            named = _english_government(passage, hit, known, persons)
        if named:
            yield named


def _government(
    hit: Hit, first: int, last: int, clitic: int, iso: str, words: Sequence[str]
) -> Named:
    return Named(
        first,
        last,
        clitic,
        iso,
        "state",
        ("state",),
        reader="parties.government",
        score=0.9,
        why=f"«{' '.join(words[first:last])}» acts for {iso}",
    )


# An adjective may stand between the government and its nationality: «الحكومة الشرعية اليمنية».
_BETWEEN = 2


def _arabic_government(
    passage: Passage, hit: Hit, known: Known, persons: dict[int, Hit]
) -> Named | None:
    words = passage.words
    bare = words[hit.first][hit.clitic :]
    is_definite = bare.startswith("ال") or words[hit.first].startswith("لل")
    for last in range(hit.last, min(hit.last + _BETWEEN + 2, len(words))):
        adjective = known.nationality.get(last)
        if adjective and words[last].startswith("ال") >= is_definite:
            iso = adjective.row["iso"]
            return _government(hit, hit.first, adjective.last, hit.clitic, iso, words)
        if not words[last].startswith("ال"):
            break
    if is_definite or bare in ("حكومات", "دوله", "جمهوريه", "اداره"):
        return _regime_of_person(passage, hit, persons) if bare == "اداره" else None
    state = known.state.get(hit.last)
    if state and not state.clitic:
        return _government(
            hit, hit.first, state.last, hit.clitic, state.row["iso"], words
        )
    return _regime_of_person(passage, hit, persons)


def _regime_of_person(
    passage: Passage, hit: Hit, persons: dict[int, Hit]
) -> Named | None:
    """Read «نظام الرئيس السوري بشار الأسد» and «إدارة ترامب»."""
    if hit.row["role"] not in ("regime", "government"):
        return None
    words = passage.words
    for token in range(hit.last, min(hit.last + 4, len(words))):
        person = persons.get(token)
        if person and not person.clitic:
            iso = person.row["party"]
            return _government(hit, hit.first, person.last, hit.clitic, iso, words)
        if not words[token].startswith("ال"):
            return None
    return None


def _english_government(
    passage: Passage, hit: Hit, known: Known, persons: dict[int, Hit]
) -> Named | None:
    words, first = passage.words, hit.first
    for before in range(first, max(first - 3, 0), -1):
        owner = known.ends.get(before)
        if owner:
            iso = owner.row["iso"]
            return _government(hit, owner.first, hit.last, 0, iso, words)
        if words[before - 1] in ("'", "s"):
            continue
        person = persons.get(before - 1)
        if person and person.last == before and before == first:
            iso = person.row["party"]
            return _government(hit, person.first, hit.last, 0, iso, words)
        if not words[before - 1].isalpha() or words[before - 1] in ("the", "a", "of"):
            break
    if words[hit.last : hit.last + 1] != ["of"]:
        return None
    after = hit.last + 1 + (words[hit.last + 1 : hit.last + 2] == ["the"])
    state = known.state.get(after)
    if not state:
        return None
    return _government(hit, first, state.last, 0, state.row["iso"], words)


_FRENCH_OF = frozenset(["de", "d", "du", "des", "la", "le", "l", "'"])


def _french_government(
    passage: Passage, hit: Hit, known: Known, persons: dict[int, Hit]
) -> Named | None:
    words = passage.words
    adjective = known.nationality.get(hit.last) or known.nationality.get(hit.last + 1)
    if adjective and (adjective.first == hit.last or words[hit.last].isalpha()):
        if adjective.first == hit.last or words[hit.last] not in _FRENCH_OF:
            iso = adjective.row["iso"]
            return _government(hit, hit.first, adjective.last, 0, iso, words)
    after = hit.last
    while after < len(words) and after < hit.last + 3 and words[after] in _FRENCH_OF:
        after += 1
    owner = known.state.get(after) or persons.get(after)
    if not owner:
        return None
    iso = owner.row.get("iso") or owner.row["party"]
    return _government(hit, hit.first, owner.last, 0, iso, words)
