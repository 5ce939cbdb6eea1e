"""Where English and French name a person in full: capitals with a second sign.

A row of capitalised words is a person if one of them is known as a name, or a title
stands before it; states, bodies, places, months and common words are left out.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.names.arabic_persons import Stretch
from marsad.reading.names.french_persons import is_trade, nationals_before_names
from marsad.reading.names.gazetteer import common_words, latin_names, most_common
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_PARTICLES = wordset("name_particles_latin")
_NO_NAMES = wordset("no_person_names") | wordset("no_person_names_en")
# Short forms behind a name: "Ann Hale MP".
_BEHIND_NAMES = wordset("letters_behind_names")
# Whose relative is named by one word alone: "his wife Zahra".
_KIN = wordset("kin_en")
_CLANS = wordset("clans_en") | wordset("places_named_after_en")
_SHIPS = wordset("ships_en") | wordset("ship_prefixes_en")
# What papers call people by, with a capital that opens the sentence.
_CALLINGS = wordset("callings_en")
_QUOTES = frozenset("\"“”'‘’«»")
_NICKNAME = 5  # tokens of a nickname in marks: “J.D.”
# Words before a name that make it the name of a place.
_NAMED_AFTER = wordset("named_after_persons_latin")
_PLACES = wordset("place_nouns")
_ARTICLES = frozenset("al el ad an ar as ash at az ed es".split())
_OFTEN = 3
_LONGEST = 6
_APPOSITION = 5  # words after a name in which its role begins


def full_names(
    passage: Passage,
    letters: Letters,
    titles: Mapping[int, int],
    taken: frozenset[int],
    cities: frozenset[int],
) -> Iterator[Stretch]:
    """Give the stretches of capitals that name a person in full."""
    nationals = nationals_before_names(passage)
    blocked = taken | nationals | _towns(passage, letters, cities)
    says = _says(passage)
    token, is_english = 0, passage.language == "en"
    while token < len(passage.words):
        is_self = is_english and _ends_name(letters, passage.words, token)
        if not letters.capital[token] or token in blocked or is_self:
            token += 1
            continue
        title = _long_title(passage, token) if is_english else 0
        if title:
            token = title
            continue
        last = _run(passage, letters, token, blocked)
        first = _trimmed(passage, token, last, titles)
        is_cued = not says.isdisjoint((first, last)) or first - 1 in nationals
        is_cued = is_cued or _is_described(passage, last)
        is_thing = first > token and passage.words[first - 1] in ("the", "les")
        is_thing = is_thing or (is_english and is_named_after(passage, first, last))
        if _is_place(passage, first) or is_thing:
            pass
        elif (last - first == 1 and _is_relative(passage, first)) or (
            last - first == 1 and first in says and _is_given(passage, first)
        ):
            yield Stretch(first, last, 0, "given")
        elif last - first == 1 and first in titles and _is_surname(passage, first):
            yield Stretch(first, last, 0, "title")
        elif last - first > 1 and _is_person(
            passage, letters, first, last, titles, is_cued=is_cued
        ):
            yield Stretch(first, last, 0, "title" if first in titles else "given")
        token = max(last, token + 1)


def _towns(
    passage: Passage, letters: Letters, cities: frozenset[int]
) -> frozenset[int]:
    """Return the tokens of towns that stand in no person's name."""
    return frozenset(
        token for token in cities if not _is_family(passage, letters, token, cities)
    )


def _long_title(passage: Passage, token: int) -> int:
    """Return the token after a title of several words that begins at a token, or 0."""
    hits = hits_from(passage.hits("title"), token, token + 1)
    return max((hit.last for hit in hits if hit.last - hit.first > 1), default=0)


def is_named_after(passage: Passage, first: int, last: int) -> bool:
    """Say whether a name is that of a tribe, a ship, an airport or a street."""
    words = passage.words
    before = words[first - 1] if first else "\n"
    after = words[last] if last < len(words) else "\n"
    return before in _SHIPS or after in _CLANS


def is_no_person(passage: Passage, hit: Hit) -> bool:
    """Say whether a surname is part of a tribe's name or of a city's: "The Hague"."""
    cities = hits_from(passage.hits("city"), hit.first - 2, hit.first)
    is_city = any(city.last >= hit.last for city in cities)
    return is_city or is_named_after(passage, hit.first, hit.last)


def _is_relative(passage: Passage, first: int) -> bool:
    """Say whether a word for a relative stands before one name alone."""
    words = passage.words
    if passage.language != "en" or first < 2 or words[first - 1] not in _KIN:
        return False
    is_owned = words[first - 2] in ("his", "her", "s", "their", "my", "and", "whose")
    return is_owned and _is_surname(passage, first)


def _is_family(
    passage: Passage, letters: Letters, token: int, cities: frozenset[int]
) -> bool:
    """Say whether a French text's town is in a name: "Jack London", "Sofia Coppola"."""
    before, after = token - 1, token + 1
    if passage.language != "fr" or before in cities or after in cities:
        return False
    if before >= 0 and letters.capital[before]:
        return _is_given(passage, before)
    is_place = before >= 0 and passage.words[before] in _PLACING
    is_row = after < len(passage.words) and letters.capital[after]
    return is_row and not is_place and _is_given(passage, token)


_PLACING = frozenset(["a", "de", "'", "vers", "pour", "depuis", "en", "sur", "par"])


def _says(passage: Passage) -> frozenset[int]:
    """Return the tokens beside verbs of saying: where a speaker ends or begins."""
    edges: set[int] = set()
    for hit in passage.hits("says"):
        edges.update((hit.first, hit.last))
        if passage.language == "fr" and passage.words[hit.first - 1] in ("a", "ont"):
            edges.add(hit.first - 1)
    return frozenset(edges)


def _is_described(passage: Passage, last: int) -> bool:
    """Say whether a title follows the name in apposition: "X, president of ..."."""
    if passage.words[last : last + 1] != [","]:
        return False
    if passage.words[last + 1 : last + 2] in (["who"], ["whose"], ["aged"]):
        return True
    if passage.language == "fr" and is_trade(passage.words, last + 1):
        return True
    titles = passage.hits("title")
    place = bisect_left(titles, last + 1, key=lambda hit: hit.first)
    return place < len(titles) and titles[place].first < last + _APPOSITION


def _is_place(passage: Passage, first: int) -> bool:
    words = passage.words
    before = words[first - 1] if first else ""
    if before in _NAMED_AFTER:
        return True
    start = first - 1
    while start > 0 and words[start] in ("de", "d", "of", "'"):
        start -= 1
    return start < first - 1 and words[start] in _PLACES


def _is_surname(passage: Passage, token: int) -> bool:
    """Say whether one capitalised word after a title is a surname."""
    word = passage.words[token]
    if word in common_words(passage.language) or word in _NO_NAMES:
        return False
    titles = passage.hits("title")
    place = bisect_left(titles, (token,))
    is_title = place < len(titles) and titles[place].first == token
    return len(word) > 2 and not is_title


def _is_given(passage: Passage, token: int) -> bool:
    word = passage.words[token]
    is_common = word in common_words(passage.language)
    return (
        not is_common
        and word not in _NO_NAMES
        and latin_names().get(word, 0) >= 8
        and len(word) > 3
    )


def _run(
    passage: Passage, letters: Letters, first: int, blocked: frozenset[int]
) -> int:
    """Return where a row of capitalised words ends, particles and hyphens inside."""
    last = first + 1
    end = min(len(passage.words), first + 2 * _LONGEST)
    while last < end and last not in blocked:
        step = _step(passage, letters, last, end, blocked)
        if not step:
            break
        last += step
    return last


def _step(
    passage: Passage, letters: Letters, token: int, end: int, blocked: frozenset[int]
) -> int:
    """Return how many tokens a row of capitals goes on by, 0 at its end."""
    words, capital = passage.words, letters.capital
    word, has_next = words[token], token + 1 < end
    if passage.language == "en" and _ends_name(letters, words, token):
        return 0
    if capital[token] and word.isalpha():
        return 1
    if word in _QUOTES and passage.language == "en":
        return _past_nickname(passage, letters, token, end)
    if word == "-" and _joins_two(passage, token):
        return 0
    if word in ("-", "'") and passage.touches(token) and has_next:
        is_joined = passage.touches(token + 1) and words[token + 1] != "s"
        return 2 if is_joined and (capital[token + 1] or word == "-") else 0
    if word == "." and len(words[token - 1]) == 1 and has_next:
        return int(capital[token + 1])
    nickname = _nickname(passage, letters, token, end)
    if nickname:
        return nickname
    is_particle = word in _PARTICLES and _leads_on(
        passage, letters, token, end, blocked
    )
    return int(is_particle)


def _ends_name(letters: Letters, words: Sequence[str], token: int) -> bool:
    """Say whether "I", letters behind a name or a joined surname end a name."""
    word = words[token]
    is_speaker = word == "i" and not (token and words[token - 1] in _NUMBERED)
    return is_speaker or (letters.upper[token] and word in _BEHIND_NAMES)


# First names of rulers and popes that a numeral follows.
_NUMBERED = frozenset("francis paul john elizabeth charles george felipe".split())


def _joins_two(passage: Passage, token: int) -> bool:
    """Say whether a hyphen joins the surnames of two persons: "a Berg-Lund call"."""
    return _is_surname_of(passage, token - 1) and _is_surname_of(passage, token + 1)


def _is_surname_of(passage: Passage, token: int) -> bool:
    """Say whether a word is the surname of a public figure, or of one named in full."""
    if hits_from(passage.hits("surname"), token, token + 1):
        return True
    word = passage.words[token]
    return any(
        word in (passage.words[hit.first], passage.words[hit.last - 1])
        for hit in passage.hits("figure")
        if not hit.first <= token < hit.last
    )


def _past_nickname(passage: Passage, letters: Letters, token: int, end: int) -> int:
    """Return how many tokens a nickname in marks takes inside a name, 0 for none."""
    words = passage.words
    for last in range(token + 1, min(token + 2 + _NICKNAME, end - 1)):
        if words[last] in _QUOTES:
            is_inside = last > token + 1 and letters.capital[last + 1]
            return last + 1 - token if is_inside else 0
        if not (letters.capital[last] or words[last] in (".", "-")):
            return 0
    return 0


def _nickname(passage: Passage, letters: Letters, token: int, end: int) -> int:
    """Return how many tokens a nickname in marks and its marks take: 'John “JD” Li'."""
    words = passage.words
    closing = _MARKS.get(words[token])
    if closing is None or not letters.capital[min(token + 1, end - 1)]:
        return 0
    for index in range(token + 2, min(end - 1, token + _LONGEST)):
        if words[index] == closing:
            return index + 1 - token if letters.capital[index + 1] else 0
        if not (letters.capital[index] or words[index] == "."):
            return 0
    return 0


_MARKS = {"“": "”", '"': '"', "‘": "’"}


def _leads_on(
    passage: Passage, letters: Letters, token: int, end: int, blocked: frozenset[int]
) -> bool:
    """Say whether a particle is followed by a capitalised word of the same name."""
    words = passage.words
    after = token + 1
    if (after < end and words[after] == "-" and passage.touches(after)) or (
        after < end and words[after] in _PARTICLES
    ):
        after += 1
    if passage.language == "fr" and words[token] in ("de", "du", "la", "le"):
        return False
    return after < end and letters.capital[after] and after not in blocked


def _trimmed(passage: Passage, first: int, last: int, titles: Mapping[int, int]) -> int:
    """Return where the name begins, with titles and a sentence's first word cut off."""
    words = passage.words
    inside = [
        token
        for token in range(first + 1, last)
        if token in titles and words[token].isalpha()
    ]
    if inside:
        return max(inside)
    if passage.language == "en":
        first = _past_calling(passage, first, last)
    common, very_common = common_words(passage.language), most_common(passage.language)
    while first < last - 1 and words[first] in common:
        if _is_name(words[first]) and words[first] not in very_common:
            break
        if words[first] in _ARTICLES and words[first + 1] == "-":
            break  # "Al-Amri said"
        first += 1
    return first


def _past_calling(passage: Passage, first: int, last: int) -> int:
    """Return the token after what a person is called: "Witness", "Mum-of-two"."""
    words = passage.words
    while first < last - 1 and words[first] in _CALLINGS:
        first += 1
        if words[first : first + 3] == ["-", "of", "-"] and first + 4 < last:
            first += 4  # "Mum-of-two"
    return first


def _is_name(word: str) -> bool:
    return latin_names().get(word, 0) >= _OFTEN


def _is_person(
    passage: Passage,
    letters: Letters,
    first: int,
    last: int,
    titles: Mapping[int, int],
    *,
    is_cued: bool,
) -> bool:
    """Say whether a row of capitals is a person's name."""
    words = [word for word in passage.words[first:last] if word.isalpha()]
    if not words or any(word in _NO_NAMES for word in words):
        return False
    if any(letters.upper[t] and len(passage.words[t]) > 2 for t in range(first, last)):
        return False
    names = latin_names()
    common = common_words(passage.language)
    if first in titles:
        is_named = len(words) > 1 and names.get(words[0], 0) >= _OFTEN
        return is_named or not all(word in common for word in words)
    very_common = most_common(passage.language)
    if words[-1] in very_common or words[0] in very_common:
        return False
    strong = [word for word in words if names.get(word, 0) >= _OFTEN]
    if all(word in common for word in words):
        return False
    if not strong:
        return is_cued and not any(word in common for word in words)
    is_known = names.get(words[0], 0) >= 2 or len(strong) > 1
    return is_cued or is_known or len(words[0]) == 1
