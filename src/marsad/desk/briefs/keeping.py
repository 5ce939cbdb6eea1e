"""What a save of the editor means: who wrote which blocks, and what they now stand for."""

from collections.abc import Mapping
from typing import Any, Final

from marsad.desk.briefs.freeze import newest
from marsad.desk.briefs.manuscripts import fingerprint, wording
from marsad.desk.briefs.models import Brief
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person

# The editor asks for no reason at each save; the trail names where it was done.
IN_THE_EDITOR: Final = "written in the editor"

Said = Mapping[str, tuple[str, tuple[str, ...]]]


def said_by(page: Brief) -> Said:
    """Of each block of a page, the hash of all that it says, and its words alone."""
    return {str(one.id): (fingerprint(one), wording(one)) for one in page.body}


@act("briefs.write")
def write(page: Brief, before: Said, *, by: Person, because: str) -> Brief:
    """Keep what somebody wrote: their blocks are theirs, and stand for the original now.

    1. A block whose words changed is no machine's any more.
    2. In a translation it stands for the original's block as that is now.
    3. So does one that stood for an older one, when anything else in it changed.
    """
    after = said_by(page)
    changed = [one for one, said in after.items() if before.get(one) != said]
    rewritten = [
        one for one in changed if one not in before or before[one][1] != after[one][1]
    ]
    page.by_machine = [
        one for one in page.by_machine if one in after and one not in rewritten
    ]
    page.stands_for = _stands_for(page, after, changed, rewritten)
    note(
        language=page.language,
        changed=[one for one in changed if one in before],
        added=[one for one in after if one not in before],
        removed=[one for one in before if one not in after],
    )
    return page


def _stands_for(
    page: Brief, after: Said, changed: list[str], rewritten: list[str]
) -> dict[str, str]:
    kept = {one: said for one, said in page.stands_for.items() if one in after}
    theirs = _original_blocks(page)
    for one in changed:
        if one in theirs and (one in rewritten or one in kept):
            kept[one] = fingerprint(theirs[one])
    return kept


def _original_blocks(page: Brief) -> Mapping[str, Any]:
    """The blocks of the original as it was last saved; none where the page is it."""
    if page.is_original:
        return {}
    rows = Brief.objects.filter(
        translation_key=page.translation_key, locale__language_code=page.original
    )
    original = rows.first()
    return {str(one.id): one for one in newest(original).body} if original else {}
