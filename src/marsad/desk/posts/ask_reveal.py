"""Ask who an account is: for a purpose, on a legal basis, of somebody else."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from marsad.desk.posts.models import Account, Basis, Reveal
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an account is to be opened for, and which law lets it."""

    purpose: str
    basis: str
    basis_words: str


@act("posts.ask_reveal")
def ask_reveal(account: Account, need: Need, *, by: Person, because: str) -> Reveal:
    """Ask that an account be opened; nothing is opened by asking."""
    if not need.purpose.strip() or not need.basis_words.strip():
        problem = _("has no purpose or no legal basis in words")
        raise Refused(str(account), problem, _("say what for, and which law"))
    if need.basis not in Basis.values:
        raise Refused(str(account), _("has no known kind of legal basis"))
    waiting = account.reveals.filter(asked_by=by, settled_at=None)
    if waiting.exists():
        problem = _("you have asked for it already")
        raise Refused(str(account), problem, _("wait for a director's answer"))
    made = Reveal.objects.create(
        account=account,
        pseudonym=account.pseudonym,
        purpose=need.purpose.strip(),
        basis=need.basis,
        basis_words=need.basis_words.strip(),
        asked_by=by,
    )
    note(purpose=made.purpose, basis=made.basis, basis_words=made.basis_words)
    return made
