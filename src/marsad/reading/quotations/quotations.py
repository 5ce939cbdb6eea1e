"""Who said what: quotes direct, indirect and mixed, with their speakers."""

from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.quotations.arabic_quotations import read_arabic_quotes
from marsad.reading.quotations.latin_quotations import read_latin_quotes


def read_quotes(passage: Passage, found: Found) -> list[Seen]:
    """Read the quotes of a passage by the grammar of its language."""
    if passage.language == "ar":
        return read_arabic_quotes(passage, found)
    return read_latin_quotes(passage, found)
