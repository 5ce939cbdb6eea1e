"""The English noun behind a number: "two al-Qaida vehicles", "a one-week inquiry"."""

from collections.abc import Sequence
from functools import cache

from marsad.reading.lexicon import rows
from marsad.reading.numbers.counted_nouns import Counted, nationals, past_second_people
from marsad.reading.numbers.units import Unit, is_plural, singular, unit_at
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# How far behind a number its noun may stand.
_REACH = 5
_ENGLISH_STOPS = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being "
    "has have had will would can could may might must should shall do does did not no nor "
    "that which who whom whose this these those it its he she they we you i his her their "
    "our your my him them us than then there here when where while if so because since "
    "until till after before during between against under over into onto out up down off "
    "about above per via within without across through among along around near also just "
    "only even still yet already again ago later earlier said says told according "
    "including such both each all any some most less very too now today yesterday "
    "killed injured wounded arrested detained died came went made took left hit".split()
)
_ENGLISH_VERBAL = frozenset(
    "killed hurt arrested detained dead wounded injured missing displaced captured".split()
)
_DETERMINERS = frozenset("the these those his her its their our my your".split())


def counted_english(passage: Passage, token: int, value: float) -> Counted | None:
    """Return the noun that begins at a token, with the words before its head."""
    words = passage.words
    if words[token] == "-":
        return _english_compound(passage, token + 1)
    if words[token] == "of" and token + 1 < len(words) and value != 1:
        place = token + 1 + (words[token + 1] in _DETERMINERS)
        found = _english_noun(passage, place, value)
        is_told = found is not None and found.is_known
        return found if is_told or place > token + 1 else None
    return _english_noun(passage, token, value)


def _english_compound(passage: Passage, token: int) -> Counted | None:
    """Read the modifier joined by a hyphen: one-week, 193-member, 20-year-old."""
    words = passage.words
    if token >= len(words) or not words[token].isalpha() or not passage.touches(token):
        return None
    if words[token] == "plus":
        return _english_noun(passage, token + 1, 1)
    unit = unit_at(words, token, "en")
    last = unit.last if unit else token + 1
    if unit is not None and words[last : last + 2] == ["-", "old"]:
        last += 2
    if words[token] == "pound" and words[last : last + 1] and words[last] in _WEIGHING:
        return Counted(last, "pound")  # "a 500-pound bomb"
    return Counted(
        last, unit.name if unit else singular(words[token]), unit is not None
    )


def _english_noun(passage: Passage, token: int, value: float) -> Counted | None:
    words = passage.words
    if words[token : token + 2] in (["or", "so"], ["or", "more"]):
        token += 2
    if token >= len(words):
        return None
    phrase = unit_at(words, token, "en")
    if phrase is not None and (phrase.last > token + 1 or phrase.name == "percent"):
        name = phrase.name
        if "meter" in words[phrase.last - 1] or "meter" in words[token]:
            # A text that writes meters counts meters.
            name = name.replace("metre", "meter")
        return Counted(phrase.last, name)
    craft = _craft(passage, token)
    if craft is not None:
        return craft
    if words[token] in _ENGLISH_VERBAL and not _goes_on(words, token + 1):
        return _verbal(words[token], token)
    best = _english_phrase(passage, token, is_one=value == 1)
    if best is not None and best.unit in _OF_FORCES and _is_of_force(words, best.last):
        best = best._replace(unit="person")
    return best and past_second_people(words, best, "and", "en")


_WEIGHING = wordset("weighing_en")
# "Members of the security forces" are people, members of a league may be states.
_OF_FORCES = frozenset(["member", "element"])
_FORCES = frozenset(
    "forces force army police guard guards militia militias brigade unit group gang cell isis "
    "isil daesh hezbollah hamas peshmerga taliban family families tribe community crew team "
    "staff congress parliament diaspora opposition navy corps public clergy".split()
)
_FORCE_REACH = 6


# Letters of models, and what they are: "two F-16s", "30 T-72 tanks".
_MODELS = {
    **dict.fromkeys("f a b c e p u v kc ec ac mc hc ea mq rq uh ah ch mh oh mi su mig tu il an jf j h av fa".split(), "aircraft"),
    **dict.fromkeys(["t", "m", "leopard"], "tank"),
    **dict.fromkeys("bmp btr brdm bm gaz".split(), "vehicle"),
    **dict.fromkeys("s sa ss sm".split(), "missile"),
}  # fmt: skip


def _craft(passage: Passage, token: int) -> Counted | None:
    """Return what models of aircraft, tanks and missiles count: "three MQ-9 drones"."""
    words = passage.words
    kind = _MODELS.get(words[token])
    if kind is None or words[token + 1 : token + 2] != ["-"]:
        return None
    if not passage.written(token)[0].isupper() or not passage.touches(token + 1):
        return None
    last = token + 2
    if last >= len(words) or not words[last].isdigit():
        return None
    last += 1
    while (
        last < len(words)
        and len(words[last]) <= 2
        and words[last].isalpha()
        and passage.touches(last)
    ):
        last += 1
    noun = _english_phrase(passage, last, is_one=False)
    is_many = words[last - 1].endswith("s")
    return noun or (Counted(last, kind) if is_many else None)


def _is_of_force(words: Sequence[str], token: int) -> bool:
    if words[token : token + 1] != ["of"]:
        return False
    behind = words[token + 1 : token + 1 + _FORCE_REACH]
    ends = [place for place, word in enumerate(behind) if not word.isalpha()]
    return not _FORCES.isdisjoint(behind[: ends[0] if ends else None])


def _english_phrase(passage: Passage, token: int, *, is_one: bool) -> Counted | None:
    """Walk over a noun phrase and return its last plural noun."""
    words = passage.words
    best: Counted | None = None
    for place in range(token, min(token + _REACH, len(words))):
        word = words[place]
        if best is not None and best.last > place:
            continue
        is_hyphen = word == "-" and passage.touches(place)
        if best is None and (is_hyphen or word in _QUANTIFIERS):
            continue
        if best is None and place > token and _joins_modifiers(words, place):
            return _english_head(passage, place + 2, is_one=is_one, is_first=False)
        if best is None and place > token and _is_model(passage, place):
            continue
        if _ends_phrase(word):
            break
        found = _english_head(passage, place, is_one=is_one, is_first=best is None)
        if found is None and best is not None:
            break
        best = found or best
    return best


def _is_model(passage: Passage, place: int) -> bool:
    """Say whether a number belongs to a name: 40 Leopard 2 tanks."""
    word = passage.words[place]
    is_small = word.isdigit() and len(word) <= 2
    return is_small and passage.written(place - 1)[0].isupper()


def _joins_modifiers(words: Sequence[str], place: int) -> bool:
    """Say whether "and" joins what stands before a noun: air and missile strikes."""
    if words[place] not in ("and", "or") or place + 2 >= len(words):
        return False
    one, other, noun = words[place - 1], words[place + 1], words[place + 2]
    is_joint = all(map(_may_modify, (one, other)))
    return is_joint and is_plural(noun) and not _ends_phrase(noun)


def _may_modify(word: str) -> bool:
    """Say whether a word is a noun or adjective that is not counted by itself."""
    is_counted = is_plural(word) or word in _SAME_IN_PLURAL or word in _ENGLISH_VERBAL
    return len(word) > 2 and word.isalpha() and not (is_counted or _ends_phrase(word))


def _ends_phrase(word: str) -> bool:
    if word in _ENGLISH_STOPS or word in _QUANTIFIERS or word in _number_words():
        return True
    return not (word.isalpha() or word in "%°")


@cache
def _number_words() -> frozenset[str]:
    """Return the English words of number, at which a noun phrase ends."""
    return frozenset(
        form for row in rows("numbers") for form in row["en"].split("|") if form
    )


_QUANTIFIERS = frozenset(
    ["more", "other", "further", "additional", "new", "such", "different"]
)


def _goes_on(words: Sequence[str], token: int) -> bool:
    return (
        token < len(words)
        and is_plural(words[token])
        and words[token] not in _ENGLISH_STOPS
    )


def _verbal(word: str, place: int) -> Counted:
    """Read a participle used as a noun: "12 dead"; "12 killed" leaves the verb out."""
    last = (
        place if word in ("killed", "arrested", "detained", "captured") else place + 1
    )
    return Counted(last, "person")


def _english_head(
    passage: Passage, place: int, *, is_one: bool, is_first: bool
) -> Counted | None:
    """Return the head noun at a place: a plural, or a unit known by itself."""
    words = passage.words
    word = words[place]
    unit = unit_at(words, place, "en")
    if unit is not None and (unit.last > place + 1 or not word.isalpha()):
        return Counted(unit.last, unit.name)
    if word in nationals() and word.endswith("s"):
        return Counted(place + 1, "person")
    if _is_people(passage, place):
        return Counted(place + 1, "person", is_known=False)
    if is_plural(word) and not (
        word in _SAME_IN_PLURAL and _is_compound(passage, place)
    ):
        if not is_first and passage.written(place)[0].isupper():
            return None
        return Counted(place + 1, _english_name(word, unit), unit is not None)
    if unit is None or not is_first or _is_modifier(passage, place):
        return None
    if is_one or word in _SAME_IN_PLURAL or unit.name in _BEFORE_NOUNS:
        return Counted(place + 1, unit.name)
    is_measure = not unit.name.islower() or len(word) <= _ABBREVIATION
    return Counted(place + 1, unit.name) if is_measure else None


def _is_people(passage: Passage, place: int) -> bool:
    """Say whether a word may name people the lexicon lacks: Tutsis, Rajasthanis."""
    word = passage.words[place]
    is_name = word.endswith("is") and passage.written(place)[0].isupper()
    following = passage.words[place + 1] if place + 1 < len(passage.words) else "."
    is_last = (
        not is_plural(following) and unit_at(passage.words, place + 1, "en") is None
    )
    if is_last and following.isalpha():
        is_last = not passage.written(place + 1)[0].isupper()
    return is_name and is_last and len(word) > 5 and word not in _NOT_PEOPLE


def _is_before_noun(words: Sequence[str], place: int) -> bool:
    """Say whether an abbreviation stands before more of a noun: UAV assembly plants."""
    behind = words[place + 1 : place + 3]
    unit = unit_at(words, place, "en")
    is_thing = (
        unit is not None and unit.name.islower() and unit.name in _THINGS_IN_SHORT
    )
    is_noun = len(behind) == 2 and is_plural(behind[1]) and not _ends_phrase(behind[0])
    return is_thing and is_noun


_THINGS_IN_SHORT = frozenset(["drone"])
_NOT_PEOPLE = frozenset(
    "basis crisis analysis thesis tennis memphis cannabis chassis dennis francis".split()
)
_ABBREVIATION = 3
# "A 63 nation coalition": counted in the singular before another noun.
_BEFORE_NOUNS = frozenset(["country", "member", "page", "state", "seat"])


def _is_compound(passage: Passage, place: int) -> bool:
    """Say whether a word ends a modifier with a hyphen: anti-aircraft guns."""
    return place > 0 and passage.words[place - 1] == "-" and passage.touches(place)


def _is_modifier(passage: Passage, place: int) -> bool:
    """Say whether a word is part of a longer noun: anti-aircraft guns, UAV plants."""
    words = passage.words
    if _is_compound(passage, place):
        return True
    is_upper = passage.written(place).isupper() and words[place] not in _SAME_IN_PLURAL
    if is_upper and (
        len(words[place]) > _ABBREVIATION or _is_before_noun(words, place)
    ):
        return True
    following = words[place + 1] if place + 1 < len(words) else ""
    return is_plural(following) and following not in _ENGLISH_STOPS


# Units that stand for many English nouns; every other noun is its own unit.
_MERGED = frozenset(["person", "strike", "country", "percentage point", "percent"])


def _english_name(word: str, unit: Unit | None) -> str:
    if unit is None or not (
        unit.name in _MERGED or unit.name.isupper() or "?" in unit.name
    ):
        return singular(word) if unit is None or unit.name.islower() else unit.name
    return unit.name


_SAME_IN_PLURAL = frozenset(
    "accused deceased disabled needy poor rich sick hungry head cattle livestock alumni alumnae clergy infantry cavalry peshmerga taliban lives bacteria criteria referenda "
    "memoranda people police personnel staff troops percent crew aircraft sheep fish dead wounded "
    "injured missing youth gunmen offspring ukrainian japanese chinese french british "
    "strong magnitude percentage hertz quid yen yuan baht rand won displaced faithful elderly homeless "
    "unemployed children men women".split()
)
