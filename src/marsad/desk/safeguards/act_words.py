"""What every act is called in the interface; the trail itself keeps the names of the code."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Final[Mapping[str, str | Promise]] = MappingProxyType(
    {
        "account.change": _("Change one's own settings"),
        "account.password": _("Change one's own password"),
        "account.renew_codes": _("Draw new recovery codes"),
        "account.secure": _("Set up one's second factor"),
        "account.sign_out": _("Sign out other browsers"),
        "account.unsecure": _("Take one's second factor off"),
        "audit.export": _("Export the audit trail"),
        "audit.verify": _("Check the audit trail"),
        "commitments.reopen": _("Reopen a commitment"),
        "commitments.settle": _("Say what became of a commitment"),
        "contradictions.notice": _("Notice a contradiction"),
        "contradictions.reopen": _("Reopen a contradiction"),
        "contradictions.resolve": _("Resolve a contradiction"),
        "documents.export": _("Download an original"),
        "documents.mark": _("Change a document's marking"),
        "documents.reinstate": _("Reinstate a document"),
        "documents.take_in": _("Take a document in"),
        "documents.withdraw": _("Withdraw a document"),
        "entities.add": _("Add a party or a person"),
        "entities.follow": _("Follow a party or a person"),
        "entities.join": _("Join two entities"),
        "entities.name": _("Name a party or a person"),
        "entities.spell": _("Add a spelling to an entity"),
        "entities.split": _("Split an entity"),
        "entities.undo": _("Undo a join or a split"),
        "entities.unfollow": _("Follow a party or a person no longer"),
        "exports.hand_out": _("Export a list"),
        "home.look": _("Read the overnight page"),
        "indicators.add": _("Add a series"),
        "indicators.assign": _("Move a figure to another series"),
        "indicators.define": _("Define a series"),
        "indicators.renew": _("Say that a figure still holds"),
        "meetings.record": _("Record a meeting"),
        "memberships.admit": _("Admit a member"),
        "memberships.define": _("Define a new grouping"),
        "memberships.end": _("End a membership"),
        "memberships.undo": _("Undo a decision on members"),
        "people.add": _("Open a new account"),
        "people.clear": _("Give a clearance"),
        "people.close": _("Close an account"),
        "people.place": _("Place in groups"),
        "people.reopen": _("Open an account again"),
        "people.reset": _("Give a new password"),
        "register.cite": _("Add a source to an entry"),
        "register.confirm": _("Confirm findings"),
        "register.correct": _("Correct an entry"),
        "register.grade": _("Grade an entry"),
        "register.merge": _("Merge entries"),
        "register.record": _("Record what the readers found"),
        "register.reject": _("Reject findings"),
        "register.retract": _("Retract an entry"),
        "register.undo": _("Undo a decision"),
        "safekeeping.backup": _("Make a backup"),
        "safekeeping.restore": _("Restore a backup"),
        "sources.add": _("Add a new source"),
        "sources.grade": _("Grade a source"),
        "sources.resume": _("Resume a source"),
        "sources.suspend": _("Suspend a source"),
        "tokens.issue": _("Issue a key for a program"),
        "tokens.revoke": _("Revoke a key of a program"),
        "work.drop": _("Drop a job"),
        "work.retry": _("Try a job again"),
    }
)


def words_of_act(name: str) -> str:
    """What an act is called; one that is gone from the code keeps its name."""
    return str(WORDS.get(name, name))
