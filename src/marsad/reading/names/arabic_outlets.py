"""Class words that stay outside before a bare Arabic name: «وكالة رويترز», «شركة بوينغ».

A name that says more than the class goes with its class word: «وكالة الأنباء الكويتية».
"""

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_CLASS_WORDS = wordset("outlets_ar")
# Class words whose bare names may have the article: «قناة المنار».
_OF_MEDIA = wordset("media_ar")
_NEWS = "انباء"
_ARTICLE = "ال"
_OUTLETS = frozenset(["agency", "channel", "newspaper", "website"])
# First words of names that need the nationality: «الإذاعة التونسية».
_OF_STATES = wordset("media_of_states_ar")
# Classes of bodies whose name stands bare behind a class word.
_BARE = frozenset(["agency", "channel", "newspaper", "website", "company"])


def past_class_word(passage: Passage, hit: Hit) -> int:
    """Return the token where the bare name of a known body begins."""
    words, first = passage.words, hit.first
    word = words[first][hit.clitic :]
    rest = words[first + 1 : hit.last]
    # «وكالة تونس إفريقيا للأنباء» says what the agency is for.
    is_described = any(part.startswith("لل") for part in rest)
    if word not in _CLASS_WORDS or not rest or is_described:
        return first
    bare = first + 1
    if words[bare] == _NEWS and hit.last - bare > 1:
        bare += 1
    if _is_known(passage, hit, bare):
        return bare
    is_single = hit.last - bare == 1
    is_place = any(
        hits_from(passage.hits(tag), bare, bare + 1)
        for tag in ("state", "city", "seat", "nationality")
    )
    has_article = words[bare].startswith("ال") and word not in _OF_MEDIA
    return bare if is_single and not (is_place or has_article) else first


def before_nationality(passage: Passage, hit: Hit, first: int) -> int:
    """Return the token where the bare name of an outlet ends: «لوموند» الفرنسية."""
    words, last = passage.words, hit.last - 1
    classes = hit.row["class"].split()
    is_outlet = classes[0] in _OUTLETS and words[first] not in _OF_STATES
    if last <= first or not is_outlet:
        return hit.last
    nationality = hits_from(passage.hits("nationality"), last, last + 1)
    return last if nationality and words[last].startswith(_ARTICLE) else hit.last


def _is_known(passage: Passage, hit: Hit, bare: int) -> bool:
    """Say whether the rest of a name is a name of the same body too."""
    others = hits_from(passage.hits("known_body"), bare, bare + 1)
    canonical = hit.row["canonical"]
    return any(
        other.last == hit.last and other.row["canonical"] == canonical
        for other in others
    )


def stands_before_name(body: Hit | None, head: Hit) -> bool:
    """Say whether a head is only the class word of the known body behind it."""
    if body is None or head.row["class"] not in _BARE | {"network"}:
        return False
    classes = body.row["class"].split()
    return not _BARE.isdisjoint(classes) and classes[0] != "marked"


__all__ = ["before_nationality", "past_class_word", "stands_before_name"]
