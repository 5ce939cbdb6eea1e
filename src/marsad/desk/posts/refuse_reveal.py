"""Say that an account is not opened."""

from marsad.desk.posts.models import Reveal
from marsad.desk.posts.reveal import settle, unsettled
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person


@act("posts.refuse_reveal")
def refuse_reveal(asked: Reveal, *, by: Person, because: str) -> Reveal:
    """Refuse to open an account; the reason is written down."""
    return settle(unsettled(asked, by), by, is_granted=False)
