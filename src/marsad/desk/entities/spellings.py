"""How a mention spells a name, without what Arabic writes onto its front."""

import re
from collections.abc import Set
from typing import Final

from marsad.desk.entities.official_names import forms_of
from marsad.reading.findings import Finding
from marsad.text.normalise import fold

LONGEST: Final = 300
_SPACE: Final = re.compile(r"\s+")
# Before the article, the preposition l- swallows its alef: «للتحالف» is l- and «التحالف».
# The readers cut the preposition off and leave «لتحالف», the words that stand there.
_SWALLOWED: Final = re.compile(r"ل(?=\w{2})")


def quoted(finding: Finding) -> str:
    """The words of a mention as its row holds them: the key to its name."""
    return finding.span.quote[:LONGEST]


def spelling_of(
    finding: Finding, canonical: str, text: str, beside: Set[str] = frozenset()
) -> str:
    """The name as a mention spells it, bare; beside are other mentions of the same."""
    written = _SPACE.sub(" ", finding.span.quote).strip()[:LONGEST]
    start = finding.span.start
    is_after_l = start > 0 and text[start - 1] == "ل"
    if not (is_after_l and _SWALLOWED.match(written)):
        return written
    forms = {fold(one) for one in (*forms_of(canonical), *beside)}
    # «لليبيا»: there the name itself begins with l.
    if fold(written) in forms and fold(f"ا{written}") not in forms:
        return written
    return f"ا{written}"
