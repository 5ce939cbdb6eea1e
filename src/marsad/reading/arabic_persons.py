"""Where Arabic, which has no capitals, names a person in full.

A name begins with a word that is known as one, or after a title; it goes on over
names, particles (بن، آل، أبو، عبد), words with the article and words that are not
common ones. Places named after persons are left out.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from marsad.reading.gazetteer import GivenName, arabic_names, common_words
from marsad.reading.passage import Passage

_PROCLITICS = "ولبفك"
_PARTICLES = frozenset(
    "بن ابن بنت ال ولد ابو ابي ام عبد دي دو دا فان فون ديل دير لو بو سان كي ذو الله الدين ماك".split()
)
_COMPOUND = frozenset(["عبد", "ابو", "ابي", "ام"])
# Heads of places, prizes and events that bear a person's name.
_NAMED_AFTER = frozenset(
    "شارع مطار مستشفي ملعب جايزه مدرسه جامع مسجد مدينه بلده قريه قريه ميدان ساحه جسر ميناء سجن معهد استاد كاس ملاعب مخيم حي نهج قاعه قصر برج جبل شاطيء محافظه ولايه منطقه مقاطعه اقليم كليه جزيره شركه بنك مصرف حزب حركه صحيفه قناه مؤسسه موسسه مسرح مركز متحف قاعده عاصمه وكاله جماعه كتيبه لواء كتايب مستوطنه معبر حاجز موقع شهر سنه عام يوم صفقه مجله رواق".split()
)
_STOP = frozenset(
    "الذي التي الذين اليوم امس الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الماضي المقبل الجاري".split()
)
_BAD_HEADS = ("وال", "بال", "لل", "فال", "كال", "ست", "سي")
_LONGEST = 7


class Stretch(NamedTuple):
    """Tokens that look like a full name, and how sure that is."""

    first: int
    last: int
    clitic: int
    evidence: str  # given / title


def full_names(
    passage: Passage, titles: Mapping[int, int], taken: frozenset[int]
) -> Iterator[Stretch]:
    """Give the stretches that name a person in full.

    ``titles`` holds the token after each title with the token where that begins;
    ``taken`` are tokens that belong to parties.
    """
    words, names = passage.words, arabic_names()
    common = common_words("ar")
    taken = taken | _stops(passage)
    says = frozenset(hit.first for hit in passage.hits("says"))
    token = 0
    for token_, clitic, name in _name_words(words, names):
        if token_ < token or token_ in taken:
            continue
        after_title = token_ in titles
        if _is_named_after(words, token_) or (clitic and after_title):
            continue
        last = _extend(passage, token_, clitic, names, common, taken)
        is_cued = after_title or token_ - 1 in says
        if _is_enough(words, token_, last, name, names, common, is_cued=is_cued, after_title=after_title):
            yield Stretch(token_, last, clitic, "title" if after_title else "given")
            token = last
    yield from _after_titles(passage, titles, taken, names, common)


def _stops(passage: Passage) -> frozenset[int]:
    """Return the tokens at which no name goes on: verbs of saying, states, cities."""
    return frozenset(
        hit.first
        for tag in ("says", "state", "seat", "city")
        for hit in passage.hits(tag)
        if hit.last - hit.first == 1 or tag != "says"
    )


def _name_words(
    words: list[str], names: Mapping[str, GivenName]
) -> Iterator[tuple[int, int, GivenName]]:
    """Give the words that are known as names, with a proclitic cut where that helps."""
    get, common = names.get, common_words("ar")
    for token, word in enumerate(words):
        name = get(word)
        if name is not None:
            yield token, 0, name
        elif word in _COMPOUND:
            yield token, 0, GivenName(word, word, is_weak=False)
        elif word[0] in _PROCLITICS and len(word) > 4:  # noqa: PLR2004 - a clitic and a name
            bare = get(word[1:])
            is_word = word.removesuffix("ا")[1:] in common or word[:-1] in common
            if bare is not None and not bare.is_weak and not is_word:
                yield token, 1, bare


def _is_named_after(words: list[str], token: int) -> bool:
    before = words[token - 1] if token else ""
    return before in _NAMED_AFTER or before[1:] in _NAMED_AFTER


def _extend(
    passage: Passage,
    first: int,
    clitic: int,
    names: Mapping[str, GivenName],
    common: frozenset[str],
    taken: frozenset[int],
) -> int:
    """Return the token after the last one of a name that begins at a token."""
    words = passage.words
    token = first + 1
    if words[first][clitic:] in _COMPOUND:
        token += 1
    end = min(first + _LONGEST, len(words))
    while token < end and token not in taken:
        word = words[token]
        if len(word) == 1 and words[token + 1 : token + 2] == ["."] and word.isalpha():
            token += 2  # an initial: «أنتوني ج. بلينكن»
        elif word in _PARTICLES and token + 1 < len(words) and words[token + 1][0].isalpha():
            token += 2 if word not in ("الله", "الدين") else 1
        elif word == "-" and passage.touches(token) and passage.touches(token + 1):
            token += 2
        elif _goes_on(word, token - first, names, common):
            token += 1
        else:
            break
    return min(token, end if end > first else first + 1)


def _goes_on(
    word: str, position: int, names: Mapping[str, GivenName], common: frozenset[str]
) -> bool:
    if not word[0].isalpha() or word in _STOP or not "\u0600" < word[0] < "\u06ff":
        return False
    name = names.get(word)
    if name and (not name.is_weak or position < 2):  # noqa: PLR2004 - the second word
        return word not in _NOT_SECOND
    if word in common or len(word) < 2:  # noqa: PLR2004 - a letter is no name
        return False
    if word[0] in _PROCLITICS and word[1:] in common:
        return False
    return not word.startswith(_BAD_HEADS)


# Weak names that, second, are nearly always the words they are.
_NOT_SECOND = frozenset(
    "في من علي ان الي بين ما لا او كان اي هو اول دون هي الا الاول الف حرب الان انا اما بعد قبل منذ خلال حول مع عن قد لم لن ثم بل كما اذ اذا لو حتي عبر ضد نحو هذا هذه الذي التي ذلك وان فان بان باسم عليه مره منه كيف بيت دول دور ليس انه انها جديد اكبر كبير بيان عشر امام راي مكان اب يوما عاد فاز واصل شهد توفي".split()
)


def _is_enough(
    words: list[str],
    first: int,
    last: int,
    name: GivenName,
    names: Mapping[str, GivenName],
    common: frozenset[str],
    *,
    is_cued: bool,
    after_title: bool,
) -> bool:
    """Say whether a stretch has what it takes to be a person's name."""
    if last - first < 2:  # noqa: PLR2004 - one word
        return after_title and not name.is_weak
    if not name.is_weak:
        return True
    second = words[first + 1]
    follows = names.get(second)
    if follows and not follows.is_weak:
        return True
    if second in common:
        return False
    return is_cued or (second.startswith("ال") and words[first] not in common)


def _after_titles(
    passage: Passage,
    titles: Mapping[int, int],
    taken: frozenset[int],
    names: Mapping[str, GivenName],
    common: frozenset[str],
) -> Iterator[Stretch]:
    """Give the names of two unknown words or more that follow a title."""
    words = passage.words
    for token in titles:
        if token >= len(words) or token in taken or words[token] in names:
            continue
        word = words[token]
        if word.startswith(("ال", "و", "ف")) or not _goes_on(word, 2, names, common):
            continue
        last = _extend(passage, token, 0, names, common, taken)
        if last - token > 1 or _is_surname(words, token):
            yield Stretch(token, last, 0, "title")


def _is_surname(words: list[str], token: int) -> bool:
    """Say whether one unknown word after a title can be a surname."""
    word = words[token]
    return len(word) > 3 and not word.endswith("ه") and word[0] not in "يتنسمب"  # noqa: PLR2004
