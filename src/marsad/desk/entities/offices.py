"""Whether a role is a public office: only whoever holds one may have a page."""

from functools import cache
from typing import Final

from marsad.desk.entities.models import EntityKind
from marsad.desk.entities.official_names import is_state, official
from marsad.reading.lexicon import rows

# Kinds of title in the readers' word file: an office of a state or body, or a rank.
# Forms of address and private callings (lawyer, player, colleague) are neither.
_PUBLIC: Final = frozenset(("office", "rank"))
# Also the head of a school or a club is called so: public only with a state or a body.
_OF_SOMETHING: Final = frozenset(
    (
        "President", "Vice President", "Director", "Chief", "Coordinator", "Adviser",
        "Representative", "Spokesman", "Secretary-General", "Nominee",
    )
)  # fmt: skip
# "His counterpart" says that there is an office, and not which.
_UNNAMED: Final = frozenset(("Counterpart",))


def is_public_office(role: str, party: str | None = None) -> bool:
    """Whether a role, as the readers put it, is an office: "Foreign Minister of KW"."""
    title, _, of = role.strip().partition(" of ")
    if role.strip() in _titles():
        title, of = role.strip(), ""
    if title not in _titles():
        # "Secretary of State of US": the title itself has an "of".
        title = next((one for one in _titles() if role.startswith(f"{one} of ")), "")
        of = role.removeprefix(f"{title} of ") if title else ""
    if not title or title in _UNNAMED:
        return False
    return bool(of or party) or title not in _OF_SOMETHING


def written_out(role: str) -> str:
    """A role with the name of its state instead of the code: "Minister, Kuwait"."""
    title, _, of = role.strip().rpartition(" of ")
    if title and is_state(of):
        state = official(EntityKind.STATE, of)
        return f"{title}, {state.names['en']}" if state else role.strip()
    return role.strip()


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["english"] for row in rows("titles") if row["kind"] in _PUBLIC)
