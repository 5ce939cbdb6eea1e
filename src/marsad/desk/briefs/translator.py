"""The translator that the settings name, and what may be sent to it."""

from collections.abc import Mapping
from typing import Final

from django.conf import settings

from marsad.composing.editions import Block, Cited
from marsad.composing.translating import Translator
from marsad.composing.translating import translator as read
from marsad.marking import Marking, combine

# The texts of a block that are written anew in each language.
FIELDS: Final = ("text", "alternative", "transcript")


def translator() -> Translator | None:
    """Where drafts are asked for; nobody where the settings name nobody."""
    if not settings.TRANSLATOR:
        return None
    return read(settings.TRANSLATOR, settings.TRANSLATOR_KEY or None)


def ceiling() -> Marking:
    """The strictest marking of a text that is ever sent to a translator."""
    return Marking.parse(settings.TRANSLATOR_MARKING)


def marking_of(block: Block, entries: Mapping[int, Cited], whole: Marking) -> Marking:
    """The marking of the words of a block: of its entries, else of the whole brief."""
    cited = [entries[one].marking for one in block.entries if one in entries]
    if block.roll is not None or not cited:
        # Nothing says what a heading or a remark was drawn from.
        return whole
    return combine(cited)
