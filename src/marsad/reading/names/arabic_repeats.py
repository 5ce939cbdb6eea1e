"""Arabic bodies named again in short: by their own name, by a short form, without head.

«منظمة "عودة"» is later «عودة», «الهيئة الوطنية للانتخابات» is «الوطنية للانتخابات» in
marks, and «المركز العربي لتحليل المخاطر (معتم)» is «معتم».
"""

from collections.abc import Iterator, Sequence

from marsad.reading.names.gazetteer import arabic_names, is_common
from marsad.reading.names.naming import Named, longest
from marsad.reading.passage import Passage

_OPENERS = frozenset('"«“‘')
_CLOSERS = frozenset('"»”’')
_PROCLITICS = ("و", "ل", "ب", "ف", "ك", "ول", "وب")
_SHORT_FORMS = range(3, 10)  # letters of a short form in brackets
_LONGEST = 6
_BRACKET = 3


def with_repeats(passage: Passage, names: Sequence[Named]) -> list[Named]:
    """Return the names of an Arabic passage with those that name a body again."""
    names = [_with_bracket(passage, one) for one in _joined(passage, names)]
    taken = {token for one in names for token in range(one.first, one.last)}
    again = [one for one in _repeats(passage, names) if one.first not in taken]
    return longest([*names, *again])


def _joined(passage: Passage, names: Sequence[Named]) -> Iterator[Named]:
    """Give the names, each with its other name that follows in brackets or marks.

    «منظمة الأمم المتحدة للطفولة (يونيسف)» is one mention.
    """
    held: Named | None = None
    for one in names:
        last = _past_other_name(passage, held, one) if held else 0
        if held and last:
            held = held._replace(last=last)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _past_other_name(passage: Passage, one: Named, other: Named) -> int:
    """Return the token after another name of the body just named, or 0."""
    words = passage.words
    is_same = one.canonical == other.canonical != "" and one.type != "state"
    if not is_same or other.last - other.first > _LONGEST or other.clitic:
        return 0
    between = words[one.last : other.first]
    if not between:
        return other.last
    if len(between) > 1 or between[0] not in _OPENERS | {"("}:
        return 0
    closes = words[other.last : other.last + 1]
    is_closed = bool(closes) and closes[0] in _CLOSERS | {")"}
    return other.last + 1 if is_closed else 0


def _with_bracket(passage: Passage, one: Named) -> Named:
    """Return a body with the short form in brackets that follows it."""
    if one.type == "state" or not one.canonical or one.short:
        return one
    words, last = passage.words, one.last
    if words[last : last + 1] and words[last] in _CLOSERS:
        last += 1
    if words[last : last + 1] != ["("] or words[last + 2 : last + 3] != [")"]:
        return one
    short = words[last + 1]
    if not _is_short_form(passage, last + 1):
        return one
    return one._replace(last=last + _BRACKET, short=short)


def _is_short_form(passage: Passage, token: int) -> bool:
    """Say whether a word in brackets can only be a short form."""
    word = passage.words[token]
    if len(word) not in _SHORT_FORMS or not word.isalpha() or word.isascii():
        return False
    if word.startswith("ال") or word in arabic_names() or is_common(word):
        return False
    tags = ("city", "state", "seat", "nationality")
    places = {hit.first for tag in tags for hit in passage.hits(tag)}
    return token not in places


def _repeats(passage: Passage, names: Sequence[Named]) -> Iterator[Named]:
    forms: dict[str, list[tuple[tuple[str, ...], Named, bool]]] = {}
    for one in names:
        for form, needs_marks in _forms(passage, one):
            forms.setdefault(form[0], []).append((form, one, needs_marks))
    if not forms:
        return
    words = passage.words
    wanted = {p + first for first in forms for p in ("", *_PROCLITICS)}
    for token in passage.tokens_of(wanted):
        for first, named in _at(words, token, forms):
            yield named._replace(clitic=first)


def _at(
    words: Sequence[str],
    token: int,
    forms: dict[str, list[tuple[tuple[str, ...], Named, bool]]],
) -> Iterator[tuple[int, Named]]:
    """Give the bodies that are named again at a token, with their proclitic."""
    word = words[token]
    for clitic in ("", *_PROCLITICS):
        if not word.startswith(clitic):
            continue
        for form, one, needs_marks in forms.get(word[len(clitic) :], ()):
            last = token + len(form)
            if tuple(words[token + 1 : last]) != form[1:]:
                continue
            is_marked = token > 0 and words[token - 1] in _OPENERS
            is_closed = last < len(words) and words[last] in _CLOSERS
            if needs_marks and not (is_marked and is_closed):
                continue
            yield len(clitic), _again(one, token, last)


def _forms(passage: Passage, one: Named) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give the forms in which a body may be named again, and whether marks are due."""
    words = passage.words
    if one.short and not one.short.isascii():
        yield (one.short,), False
    if one.own_name:
        own = tuple(words[one.own_name[0] : one.own_name[1]])
        if own and all(word.isalpha() for word in own):
            is_word = is_common(own[0]) or own[0] in arabic_names()
            yield own, len(own) == 1 and is_word
    if one.reader == "parties.body" and one.last - one.first > 2:
        tail = words[one.first + 1 : one.last]
        if tail[0].startswith("ال") and len(tail) <= _LONGEST:
            yield tuple(tail), True


def _again(one: Named, first: int, last: int) -> Named:
    return Named(
        first,
        last,
        0,
        one.canonical,
        one.type,
        one.classes,
        reader="parties.repeat",
        score=0.7,
        why=f"named in full elsewhere: {one.canonical}",
    )


__all__ = ["with_repeats"]
