"""Short forms of bodies: defined in brackets, or standing alone as capitals.

"Long Name (ABC)" makes ABC a name for what follows. Capitals that no text defines
are taken for a body unless they are known to mean something else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from marsad.reading.lexicon import hits_from, rows
from marsad.reading.names.gazetteer import common_words, latin_names
from marsad.reading.names.naming import Named, longest
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

# Capitals that name no body: units, ranks, forms, diseases, technology, codes.
_NO_BODIES = wordset("no_bodies") | wordset("ship_prefixes_en")
_LEAST, _MOST = 3, 6


_LINKS = frozenset("of the for and in on de des du d la le les l et pour a ' &".split())
_LONGEST = 14  # words in which a short form of six letters is spelt out


def spelt_out(passage: Passage, letters: Letters) -> Iterator[Named]:
    """Give the names whose initials are the short form behind them in brackets.

    "Communauté des ports libres (CPL)" needs no head word: the letters prove it.
    """
    if passage.language == "ar":
        return
    words = passage.words
    for token, word in enumerate(words):
        if word != "(":
            continue
        short, last = _bracketed(passage, token)
        first = _first_of(passage, letters, token, fold(short)) if short else None
        if first is not None:
            name = " ".join(passage.span(first, token).quote.split())
            yield Named(
                first,
                last,
                0,
                name,
                "organisation",
                ("organisation",),
                reader="parties.spelt_out",
                score=0.7,
                why=f"its initials are {short}",
                short=short,
            )


def _bracketed(passage: Passage, token: int) -> tuple[str, int]:
    """Return one word in brackets that begins with a capital, and what comes after."""
    words = passage.words
    if token + 2 >= len(words) or words[token + 2] != ")":
        return "", token
    word = passage.written(token + 1)
    is_short = word.isalpha() and word[0].isupper() and len(word) <= _MOST + 2
    return (word, token + 3) if is_short and len(word) > 1 else ("", token)


def _first_of(passage: Passage, letters: Letters, end: int, short: str) -> int | None:
    """Return where the words begin whose initials make a short form, walking back."""
    first = _spelt(passage, letters, end, short, with_links=False)
    return first or _spelt(passage, letters, end, short, with_links=True)


def _spelt(
    passage: Passage, letters: Letters, end: int, short: str, *, with_links: bool
) -> int | None:
    """Walk back over the initials of a short form, with those of "of" and "for" or not."""
    words, left = passage.words, len(short)
    for token in range(end - 1, max(end - _LONGEST, -1), -1):
        word = words[token]
        is_link = word in _LINKS or word == ","
        if word[0] == short[left - 1] and (with_links or not is_link):
            left -= 1
            if left == 0:
                return token if letters.capital[token] else None
        elif not is_link:
            return None
    return None


def with_acronyms(
    passage: Passage, letters: Letters, names: Sequence[Named]
) -> list[Named]:
    """Return the names of a passage together with the short forms that stand alone."""
    defined = {one.short: _meaning(passage, letters, one) for one in names if one.short}
    if passage.language == "en":
        defined = {**_by_initials(passage, names), **defined}
    taken = {token for one in names for token in range(one.first, one.last)}
    renamed = [_renamed(one, defined) for one in names]
    return longest([*renamed, *_alone(passage, letters, defined, taken)])


def _by_initials(passage: Passage, names: Sequence[Named]) -> dict[str, Named]:
    """Return bodies by the initials of their names: "Iraqi Security Forces" as "ISF"."""
    found: dict[str, Named] = {}
    for one in names:
        words = passage.words[one.first : one.last]
        first = [word[0] for word in words if word.isalpha() and word not in _LINKS]
        is_body = one.type != "state" and one.canonical and not one.short
        if is_body and len(first) == len(words) and _LEAST <= len(words) <= _MOST:
            found.setdefault("".join(first).upper(), one)
    return found


def _meaning(passage: Passage, letters: Letters, one: Named) -> Named:
    """Return what a short form stands for.

    A known short form lends its own name, unless the words before it spell it out.
    """
    bracket = one.last - 3
    if _first_of(passage, letters, bracket, fold(one.short)) is not None:
        return one
    known = _known_short_forms(passage.language).get(one.short)
    return one._replace(canonical=known[0], type=known[1]) if known else one


@cache
def _known_short_forms(language: str) -> Mapping[str, tuple[str, str]]:
    return {
        form: (row["canonical"], row["type"])
        for name in ("bodies", "bodies_en")
        for row in rows(name)
        for form in (row.get(language) or "").split("|")
        if form.isupper()
    }


def _renamed(one: Named, defined: dict[str, Named]) -> Named:
    return one._replace(canonical=defined[one.short].canonical) if one.short else one


def _alone(
    passage: Passage, letters: Letters, defined: dict[str, Named], taken: set[int]
) -> Iterator[Named]:
    """Give the capitals outside other names that name a body."""
    # "Ceni" for what was defined as "CENI".
    folded = {
        fold(short): one
        for short, one in defined.items()
        if len(short) >= _SPEAKABLE or not short.isupper()
    }
    if passage.language == "ar":
        candidates = list(_latin_in_arabic(passage))
    else:
        candidates = [token for token, is_upper in enumerate(letters.upper) if is_upper]
        spoken = frozenset(map(fold, defined))
        candidates += [
            token
            for token in passage.tokens_of(spoken)
            if letters.capital[token] and not letters.upper[token]
        ]
        for give in (_hyphenated, _spoken, _camels, _partners):
            yield from give(passage, letters, taken)
    for token in candidates:
        if token in taken:
            continue
        written = passage.written(token)
        meant = defined.get(written) or folded.get(passage.words[token])
        if meant is not None or _may_be_body(passage, letters, token, written):
            yield Named(
                token,
                token + 1,
                0,
                meant.canonical if meant else written,
                meant.type if meant else "organisation",
                meant.classes if meant else (),
                reader="parties.acronym",
                score=0.85 if meant else 0.55,
                why=f"stands for {meant.canonical}" if meant else "capitals of a body",
            )


def _hyphenated(passage: Passage, letters: Letters, taken: set[int]) -> Iterator[Named]:
    """Give two short forms that a hyphen joins: "VMRO-DPMNE", "CDU-CSU"."""
    words, touches = passage.words, passage.touches
    for token, is_upper in enumerate(letters.upper[:-2]):
        if not is_upper or words[token + 1] != "-" or not letters.upper[token + 2]:
            continue
        parts = (words[token], words[token + 2])
        is_joined = touches(token + 1) and touches(token + 2)
        is_short = all(_LEAST - 1 < len(part) <= _MOST for part in parts)
        is_free = taken.isdisjoint(range(token, token + 3))
        is_name = is_joined and is_short and is_free and not _NO_BODIES & {*parts}
        if is_name and all(
            _is_foreign(passage, letters, place, "") for place in (token, token + 2)
        ):
            written = passage.span(token, token + 3).quote
            yield Named(
                token,
                token + 3,
                0,
                written,
                "organisation",
                reader="parties.acronym",
                score=0.6,
                why="capitals of a body",
            )


# Behind these any word has a capital.
_OPENERS = frozenset([".", "\n", "!", "?", ":", "«", '"', "“", "•", "-", "–", "—"])
_SPEAKABLE = 4  # letters of a short form that may be written like a name: "Igad"


def _spoken(passage: Passage, letters: Letters, taken: set[int]) -> Iterator[Named]:
    """Give known short forms that are written like names: "Igad", "Cédéao"."""
    known = _speakable(passage.language)
    for token in passage.tokens_of(known.keys()):
        is_name = letters.capital[token] and not letters.upper[token]
        is_name = is_name and token > 0 and passage.words[token - 1] not in _OPENERS
        if is_name and token not in taken:
            canonical, kind = known[passage.words[token]]
            yield Named(
                token,
                token + 1,
                0,
                canonical,
                kind,
                (),
                reader="parties.acronym",
                score=0.8,
                why=f"stands for {canonical}",
            )


@cache
def _speakable(language: str) -> Mapping[str, tuple[str, str]]:
    """Return short forms by their folded letters, without those that are words."""
    words = common_words(language)
    names = latin_names()
    return {
        fold(short): meant
        for short, meant in _known_short_forms(language).items()
        if len(short) >= _SPEAKABLE
        and short.isalpha()
        and fold(short) not in words
        and fold(short) not in names
    }


# A capital inside a word, as companies write themselves; McX and DeX are persons.
_CAMEL = re.compile(r"(?!Mc|Mac|De|Le|La|Di|Du|Fitz|Van)[A-Z][a-z]+[A-Z][a-z]+")


def _partners(passage: Passage, letters: Letters, taken: set[int]) -> Iterator[Named]:
    """Give the companies that name their partners: "Aubrée & Fils"."""
    capital, words = letters.capital, passage.words
    for token, word in enumerate(words):
        if word != "&" or not 0 < token < len(words) - 1 or token in taken:
            continue
        first, last = token, token + 1
        while first > 0 and capital[first - 1] and words[first - 1].isalpha():
            first -= 1
        while last < len(words) and capital[last] and words[last].isalpha():
            last += 1
        is_long = any(len(word) > 1 and word != "&" for word in words[first:last])
        if first < token and last > token + 1 and is_long:
            name = passage.span(first, last).quote
            yield Named(
                first,
                last,
                0,
                name,
                "organisation",
                ("company",),
                reader="parties.partners",
                score=0.7,
                why="named after partners",
            )


def _camels(passage: Passage, letters: Letters, taken: set[int]) -> Iterator[Named]:
    for token, is_capital in enumerate(letters.capital):
        if is_capital and token not in taken and len(passage.words[token]) > 4:
            written = passage.written(token)
            if _CAMEL.fullmatch(written):
                yield Named(
                    token,
                    token + 1,
                    0,
                    written,
                    "organisation",
                    ("company",),
                    reader="parties.camel",
                    score=0.6,
                    why="written as companies write themselves",
                )


_LATIN = re.compile(r"[a-z]+")


def _latin_in_arabic(passage: Passage) -> Iterator[int]:
    for match in _LATIN.finditer(passage.text):
        token = passage.tokens.at(match.start())
        if passage.words[token] == match.group() and passage.written(token).isupper():
            yield token


_LOUD_LINE = 4  # words in capitals that make a line one of capitals


def _is_foreign(passage: Passage, letters: Letters, token: int, after: str) -> bool:
    """Say whether capitals are no word, place, speaker or part of a line of capitals."""
    words = passage.words
    if words[token] in common_words(passage.language) or _is_place(passage, token):
        return False
    first, last = token, token
    while first > 0 and words[first - 1] != "\n":
        first -= 1
    while last < len(words) and words[last] != "\n":
        last += 1
    lead = [word for word in words[first:token] if len(word) > 1 and word.isalpha()]
    if after in (":", "/") and not lead:
        return False  # who speaks, or where
    loud = sum(letters.upper[near] for near in range(first, last))
    alphabetic = sum(word.isalpha() for word in words[first:last])
    return not (loud >= _LOUD_LINE and loud * 2 > alphabetic)


def _is_place(passage: Passage, token: int) -> bool:
    return any(
        hit.first <= token < hit.last
        for tag in ("city", "seat", "state")
        for hit in hits_from(passage.hits(tag), max(0, token - 2), token + 1)
    )


def _may_be_body(passage: Passage, letters: Letters, token: int, written: str) -> bool:
    if not _LEAST <= len(written) <= _MOST or not written.isalpha():
        return False
    is_surname = bool(hits_from(passage.hits("surname"), token, token + 1))  # "MBS"
    if passage.words[token] in _NO_BODIES or passage.touches(token) or is_surname:
        return False
    words = passage.words
    after = words[token + 1] if token + 1 < len(words) else "\n"
    if passage.language != "ar" and not _is_foreign(passage, letters, token, after):
        return False
    is_opening = token == 0 or words[token - 1] == "\n"
    if is_opening and after in (",", "(", "-", "–", "—", "."):
        return False  # a dateline
    if (
        after[:1].isdigit()
        or after == "-"
        or (
            after == "."
            and passage.touches(token + 1)
            and token + 2 < len(words)
            and passage.touches(token + 2)
        )
    ):
        return False
    # Headlines in capitals have capitals on either side.
    upper = letters.upper
    if passage.language != "ar":
        beside = upper[max(0, token - 1) : token] + upper[token + 1 : token + 2]
        if any(beside):
            return False
    return True
