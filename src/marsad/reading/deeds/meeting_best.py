"""Which mention names a meeting best: a heading, one with its place, one that tells most."""

from marsad.reading.deeds.meeting_groups import Mention, is_called_after_place
from marsad.reading.deeds.meeting_stretches import in_headline
from marsad.reading.passage import Passage


def is_whole(passage: Passage, mention: Mention) -> bool:
    """Say whether an English noun tells both its place and its day."""
    is_told = bool(mention.place and mention.days) and not mention.is_verb
    return is_told and passage.language == "en"


def is_placed(mention: Mention) -> bool:
    """Say whether a noun names both what meets and where."""
    is_told = mention.is_heading or any(word.isalpha() for word in mention.named.words)
    return mention.is_inside and is_told and not mention.is_verb


def is_title(passage: Passage, mention: Mention) -> bool:
    """Say whether a noun is a heading, or says what those who meet meet for."""
    if is_called_after_place(passage, mention):
        return True
    is_named = bool(mention.named.words) or mention.is_inside
    if mention.is_heading and is_named and not mention.is_verb:
        return True
    return says_what_for(passage, mention)


def says_what_for(passage: Passage, mention: Mention) -> bool:
    """Say whether a noun stands behind «for a», «pour un»."""
    first = mention.named.first
    before = passage.words[max(0, first - 2) : first]
    is_noun = not mention.is_verb and bool(mention.named.words)
    return is_noun and not {"for", "pour"}.isdisjoint(before)


# Of names that tell so much one is as good as another.
_FULL = 3


def best_of(passage: Passage, group: list[Mention]) -> Mention:
    """Return the mention that names a meeting best."""
    are_verbs = all(one.is_verb for one in group)
    return max(
        group,
        key=lambda one: (
            min(one.named.richness + 2 * is_title(passage, one), _FULL)
            + (says_what_for(passage, one) or is_called_after_place(passage, one)),
            is_placed(one),
            are_verbs and one.place is not None,
            is_whole(passage, one),
            one.is_heading or not in_headline(passage, one.named.first),
            -one.named.first,
        ),
    )
