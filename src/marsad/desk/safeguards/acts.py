"""Acts: named deeds that check the right, run whole or not at all, and are written down.

`@act("register.confirm")` makes a function an act. Its caller says who (`by`) and why
(`because`); there is no way around either. What the act changed and its line in the
audit trail are one transaction. A refusal is written too.
"""

import functools
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final, ParamSpec, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from marsad.desk.safeguards import trail
from marsad.desk.safeguards.groups import RIGHTS, WORKERS_MAY
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

P = ParamSpec("P")
R = TypeVar("R")

LONGEST_REASON: Final = 2000


@dataclass(frozen=True, slots=True)
class Worker:
    """A part of the system that acts by itself, by its name and version."""

    name: str

    def __str__(self) -> str:
        return self.name


Actor = Person | Worker


@dataclass(slots=True)
class _Notes:
    """What the running act has said about itself so far."""

    touched: list[str] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)


_running: ContextVar[_Notes | None] = ContextVar("running act", default=None)

# Every act by its name, for the tables of rights and for the manual.
ACTS: Final[dict[str, Callable[..., Any]]] = {}


def act(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an act; its first argument is what it is done to."""
    if name not in RIGHTS and name not in WORKERS_MAY:
        raise KeyError(f"{name} stands in no table of rights")

    def decorate(deed: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(deed)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            by, because = kwargs.get("by"), kwargs.get("because")
            why = _require(name, by, because)
            return _run(name, functools.partial(deed, *args, **kwargs), args, by, why)

        ACTS[name] = run
        return run

    return decorate


def _require(name: str, by: object, because: object) -> str:
    if not isinstance(by, Person | Worker):
        raise TypeError(f"{name}: say who does it, as by=a person or a named worker")
    if not isinstance(because, str) or not because.strip():
        raise Refused(name, _("no reason was given"), _("say why in a few words"))
    if len(because) > LONGEST_REASON:
        raise Refused(
            name,
            _("the reason is too long"),
            _("keep to %(most)s letters") % {"most": LONGEST_REASON},
        )
    return because.strip()


def _run(
    name: str, deed: Callable[[], R], args: tuple[Any, ...], by: Any, because: str
) -> R:
    outer = _running.get()
    notes = _Notes()
    token = _running.set(notes)
    try:
        check(name, by)
        with transaction.atomic():
            result = deed()
            _note_rows(notes, (*args[:1], result))
            trail.append(_line(name, "done", by, because, args, notes))
        return result
    except Refused as refusal:
        # Inside another act the outer one is rolled back and writes the refusal.
        if outer is None:
            notes.details = {"refused": str(refusal)}
            with transaction.atomic():
                trail.append(_line(name, "refused", by, because, args, notes))
        raise
    finally:
        _running.reset(token)


def check(name: str, by: Actor) -> None:
    """Say no, naming the right, to whoever may not do this."""
    if isinstance(by, Worker):
        if name not in WORKERS_MAY:
            problem = _("no machine may do %(act)s") % {"act": name}
            raise Refused(str(by), problem, _("ask a person to do it"))
    elif name not in RIGHTS or not by.may(name):
        problem = _("has no right to do %(act)s") % {"act": name}
        raise Refused(str(by), problem, _("ask the director for a group that may"))


def touch(*rows: models.Model) -> None:
    """Write down, in the running act's line, that these rows were touched."""
    notes = _running.get()
    if notes is None:
        raise RuntimeError("rows are changed in acts only")
    _note_rows(notes, rows)


def note(**details: Any) -> None:
    """Write details into the running act's line; values are plain JSON."""
    notes = _running.get()
    if notes is None:
        raise RuntimeError("details are noted in acts only")
    notes.details.update(details)


def name_of(row: models.Model) -> str:
    """How the trail names a row: app.model:id."""
    return f"{row._meta.label_lower}:{row.pk}"


def _note_rows(notes: _Notes, rows: Iterable[Any]) -> None:
    for row in rows:
        if isinstance(row, models.Model) and row.pk is not None:
            notes.touched.append(name_of(row))
        elif isinstance(row, list | tuple):
            _note_rows(notes, row)


def _line(
    name: str,
    outcome: str,
    by: Actor,
    because: str,
    args: tuple[Any, ...],
    notes: _Notes,
) -> trail.Line:
    subject = args[0] if args else None
    named = name_of(subject) if isinstance(subject, models.Model) else ""
    return trail.Line(
        act=name,
        outcome=outcome,
        by=str(by) if isinstance(by, Worker) else f"{by.name} ({by.username})",
        person_id=by.pk if isinstance(by, Person) else None,
        because=because,
        subject=named,
        touched=notes.touched,
        details=notes.details,
    )
