"""What work is about: names stand as they are, sentences of the desk's own are translated."""

import re
from typing import Final

from django.utils.translation import gettext, gettext_noop

# Kept in English, since nobody knows who will look; said in the language of who does.
PACK: Final = gettext_noop("Pack of {number}")
READ_AGAIN: Final = gettext_noop("Read again")
READ_ON: Final = gettext_noop("Read again, after document {number}")
_NUMBER: Final = "{number}"


def said(subject: str) -> str:
    """A subject in the reader's language; a file's name or an address as it is."""
    for sentence in (PACK, READ_AGAIN, READ_ON):
        pattern = re.escape(sentence).replace(re.escape(_NUMBER), r"([\d-]+)")
        if found := re.fullmatch(pattern, subject):
            return gettext(sentence).replace(_NUMBER, "".join(found.groups()))
    return subject
