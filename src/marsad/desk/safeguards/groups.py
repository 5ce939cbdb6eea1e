"""The groups of people at the desk, and the right that each of them has.

This table is the whole of it: no right is given anywhere else, none in a database.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Group(TextChoices):
    """Who somebody is at the desk; a person may be in several groups."""

    ANALYST = "analyst", _("Analyst")
    OFFICER = "officer", _("Communications officer")
    RELEASING = "releasing", _("Releasing officer")
    REVIEWER = "reviewer", _("Content reviewer")
    PARTNER = "partner", _("Partner")
    DIRECTOR = "director", _("Director")
    AUDITOR = "auditor", _("Auditor")


_A, _O, _R, _V = Group.ANALYST, Group.OFFICER, Group.RELEASING, Group.REVIEWER
_P, _D, _U = Group.PARTNER, Group.DIRECTOR, Group.AUDITOR
_EVERYBODY: Final = frozenset(Group)
_CELL: Final = frozenset((_A, _O, _R, _D))
_READERS: Final = _CELL | {_U}

# An act or a page -> the groups that may. Partners see what the marking of their
# clearance lets them see of the register, and none of the machine's proposals.
RIGHTS: Final[Mapping[str, frozenset[Group]]] = MappingProxyType(
    {
        # pages
        "account.use": _EVERYBODY,
        "home.read": _EVERYBODY,
        "home.look": _EVERYBODY,
        "search.read": _EVERYBODY,
        "register.read": frozenset((_A, _O, _R, _P, _D, _U)),
        "entities.read": frozenset((_A, _O, _R, _P, _D, _U)),
        "documents.read": _READERS,
        "findings.read": _READERS,
        "sources.read": _READERS,
        "work.read": _READERS,
        "audit.read": frozenset((_D, _U)),
        "people.read": frozenset((_D, _U)),
        # sources and documents
        "sources.add": frozenset((_A, _O)),
        "sources.grade": frozenset((_A,)),
        "sources.suspend": frozenset((_A, _D)),
        "sources.resume": frozenset((_A, _D)),
        "documents.take_in": frozenset((_A, _O)),
        "documents.mark": frozenset((_A, _O)),
        "documents.withdraw": frozenset((_A, _D)),
        "documents.reinstate": frozenset((_A, _D)),
        "documents.export": _READERS,
        "work.retry": frozenset((_A, _O)),
        "work.drop": frozenset((_A, _O)),
        # entities
        "entities.add": frozenset((_A,)),
        "entities.name": frozenset((_A,)),
        "entities.spell": frozenset((_A,)),
        "entities.join": frozenset((_A,)),
        "entities.split": frozenset((_A,)),
        "entities.undo": frozenset((_A,)),
        "entities.follow": frozenset((_A, _O, _R, _D)),
        "entities.unfollow": frozenset((_A, _O, _R, _D)),
        # register
        "register.confirm": frozenset((_A, _O)),
        "register.correct": frozenset((_A, _O)),
        "register.reject": frozenset((_A, _O)),
        "register.cite": frozenset((_A, _O)),
        "register.merge": frozenset((_A,)),
        "register.retract": frozenset((_A, _D)),
        "register.grade": frozenset((_A,)),
        "register.undo": frozenset((_A, _O, _D)),
        # what stands on the register
        "contradictions.resolve": frozenset((_A,)),
        "contradictions.reopen": frozenset((_A,)),
        "indicators.define": frozenset((_A,)),
        "indicators.assign": frozenset((_A,)),
        "indicators.renew": frozenset((_A,)),
        "commitments.settle": frozenset((_A, _O)),
        "commitments.reopen": frozenset((_A, _O)),
        "memberships.define": frozenset((_A,)),
        "memberships.admit": frozenset((_A,)),
        "memberships.end": frozenset((_A,)),
        "memberships.undo": frozenset((_A,)),
        "meetings.record": frozenset((_A, _O)),
        # the newsroom: who drafts does not release
        "briefs.read": _READERS,
        "briefs.draft": frozenset((_A, _O)),
        "briefs.write": frozenset((_A, _O)),
        "briefs.translate": frozenset((_A, _O)),
        "briefs.accept": frozenset((_A, _O)),
        "briefs.override": frozenset((_R,)),
        "releases.read": _READERS,
        "releases.submit": frozenset((_O,)),
        "releases.withdraw": frozenset((_O,)),
        "releases.return": frozenset((_R,)),
        "releases.release": frozenset((_R,)),
        "releases.recall": frozenset((_R, _D)),
        "partners.read": _READERS,
        "partners.add": frozenset((_O, _D)),
        "partners.change": frozenset((_O, _D)),
        "partners.close": frozenset((_D,)),
        "partners.reopen": frozenset((_D,)),
        "partners.seat": frozenset((_D,)),
        "partners.unseat": frozenset((_D,)),
        "contacts.add": frozenset((_O, _D)),
        "contacts.change": frozenset((_O, _D)),
        "contacts.reopen": frozenset((_O, _D)),
        "packs.read": frozenset((_P,)),
        "packs.acknowledge": frozenset((_P,)),
        "dispatches.read": _READERS,
        "dispatches.hand_out": frozenset((_P,)),
        "appeals.read": frozenset((_R, _V, _D, _U)),
        "appeals.answer": frozenset((_R, _D)),
        "measures.read": _READERS,
        "measures.judge": frozenset((_A, _O)),
        # the lane of content: who opens a stream or a bank does not read its cases, and
        # no right here lets one person alone write to a platform
        "posts.read": frozenset((_A, _V, _D, _U)),
        "posts.receive": frozenset((_A, _V)),
        "posts.begin": frozenset((_D,)),
        "posts.change": frozenset((_D,)),
        "posts.end": frozenset((_D,)),
        "posts.purge": frozenset((_D,)),
        "posts.rotate": frozenset((_D,)),
        "posts.ask_reveal": frozenset((_A, _V)),
        "posts.reveal": frozenset((_D,)),
        "posts.refuse_reveal": frozenset((_D,)),
        "posts.show_reveal": frozenset((_A, _V)),
        "banks.read": frozenset((_A, _V, _D, _U)),
        "banks.open": frozenset((_D,)),
        "banks.change": frozenset((_D,)),
        "banks.close": frozenset((_D,)),
        "banks.add": frozenset((_A, _V)),
        "banks.take_in": frozenset((_A, _V)),
        "banks.dispute": frozenset((_A, _V, _D)),
        "banks.settle": frozenset((_D,)),
        "banks.withdraw": frozenset((_V, _D)),
        "banks.export": frozenset((_V, _D)),
        "banks.use": frozenset((_A, _V)),
        "cases.read": frozenset((_V, _D, _U)),
        "cases.hold": frozenset((_V,)),
        "cases.look": frozenset((_V,)),
        "cases.rest": frozenset((_V,)),
        "cases.capture": frozenset((_V,)),
        "cases.decide": frozenset((_V,)),
        "cases.reopen": frozenset((_D,)),
        "cases.draw": frozenset((_D,)),
        "referrals.read": frozenset((_V, _D, _U)),
        "referrals.open_platform": frozenset((_D,)),
        "referrals.change_platform": frozenset((_D,)),
        "referrals.resume": frozenset((_D,)),
        "referrals.refer": frozenset((_V,)),
        "referrals.send_again": frozenset((_V,)),
        "referrals.deliver": frozenset((_V,)),
        "referrals.withdraw": frozenset((_V, _D)),
        "referrals.note_reply": frozenset((_V,)),
        "referrals.check": frozenset((_V,)),
        "referrals.seal": frozenset((_V, _D)),
        "referrals.hand_out": frozenset((_V, _D)),
        "complaints.read": frozenset((_V, _D, _U)),
        "complaints.answer": frozenset((_V, _D)),
        "watch.read": _READERS | {_V},
        "transparency.read": _READERS | {_V},
        "transparency.make": frozenset((_D,)),
        "transparency.publish": frozenset((_D, _R)),
        "transparency.withdraw": frozenset((_D,)),
        # going out, even as a file, is written down
        "exports.hand_out": _EVERYBODY,
        "audit.export": frozenset((_D, _U)),
        "audit.verify": frozenset((_D, _U)),
        # people
        "people.add": frozenset((_D,)),
        "people.place": frozenset((_D,)),
        "people.clear": frozenset((_D,)),
        "people.close": frozenset((_D,)),
        "people.reopen": frozenset((_D,)),
        "people.reset": frozenset((_D,)),
        # every person's own
        "account.change": _EVERYBODY,
        "account.password": _EVERYBODY,
        "account.secure": _EVERYBODY,
        "account.unsecure": _EVERYBODY,
        "account.renew_codes": _EVERYBODY,
        "account.sign_out": _EVERYBODY,
        "tokens.issue": _EVERYBODY,
        "tokens.revoke": _EVERYBODY,
    }
)

# What machines may do, and nothing else: take in, record, notice, keep up. People are
# added and reset, and the trail handed out, by the command line alone: who holds the
# console holds the database, and what they do to it is at least written down.
WORKERS_MAY: Final = frozenset(
    (
        "documents.take_in",
        "entities.add",
        "register.record",
        "contradictions.notice",
        "indicators.add",
        "people.add",
        "people.reset",
        "audit.export",
        "safekeeping.backup",
        "safekeeping.restore",
        "sources.add",
        # Carry out what two people released: each partner's pack, its letters, and what
        # comes back of them; nothing here chooses what goes out or to whom.
        "dispatches.make",
        "dispatches.send",
        "dispatches.bounce",
        # Readers of the website and of letters act through the site itself.
        "contacts.unsubscribe",
        "appeals.receive",
        "measures.observe",
        # Take public posts in, take them away when their time is over, put what matches
        # before people; carry a notice that two readers and a third act let go.
        "posts.receive",
        "posts.purge",
        "banks.set_aside",
        "cases.start",
        "cases.draw",
        "referrals.send",
        "referrals.check",
        "referrals.expire",
        # Anybody appeals through the site, which knows nothing of them.
        "complaints.lodge",
    )
)

# Whoever is in one of these signs in with a second factor, where it is required.
NEEDS_SECOND_FACTOR: Final = frozenset((_R, _V, _D, _U))
