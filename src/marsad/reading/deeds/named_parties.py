"""The first state or body that a stretch names: by name, by adjective, by its own house."""

from marsad.reading.deeds.joint_parties import in_apposition, is_base, joined
from marsad.reading.findings import Party
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within


def first_party(
    passage: Passage, found: Found, first: int, last: int
) -> tuple[int, str] | None:
    """Return the first party named in a stretch, with those joined to it."""
    for one in within(found.parties, first, last):
        if isinstance(one.finding, Party) and not is_base(passage, one):
            name = in_apposition(passage, found, one, last) or one
            party = joined(passage, found, name)
            return one.first, party or one.finding.canonical
    return None


def tokens_held(found: Found, first: int, last: int) -> frozenset[int]:
    """Return the tokens of parties: the Norwegian Refugee Council is not Norway."""
    return frozenset(
        token
        for one in within(found.parties, first, last)
        for token in range(one.first, one.last)
    )


def first_nation(
    passage: Passage, first: int, last: int, held: frozenset[int]
) -> tuple[int, str] | None:
    """Return the state whose adjective stands in a title, as in «الوزير الأميركي».

    An adjective in the plural of an object («السياح الإيطاليين») names nobody who acts.
    """
    for hit in hits_from(passage.hits("nationality"), max(first, 0), last):
        if not passage.words[hit.first].endswith("يين") and hit.first not in held:
            return hit.first, _joined_nations(passage, hit)
    return None


def _joined_nations(passage: Passage, hit: Hit) -> str:
    """Return the states of «les médiateurs qatariens et norvégiens»: QA,NO."""
    for other in hits_from(passage.hits("nationality"), hit.last, hit.last + 2):
        is_joined = passage.words[other.first - 1] in ("and", "et") or (
            other.clitic and passage.words[other.first].startswith("و")
        )
        if is_joined and other.row["iso"] != hit.row["iso"]:
            return f"{hit.row['iso']},{other.row['iso']}"
    return str(hit.row["iso"])


def first_title(passage: Passage, first: int, last: int) -> tuple[int, str] | None:
    """Return the state whose own title or house stands in a stretch."""
    for hit in hits_from(passage.hits("state_title"), first, last):
        return hit.first, hit.row["iso"]
    return None
