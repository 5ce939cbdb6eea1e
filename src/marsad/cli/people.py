"""Open the first accounts of a site, list all, reset one that nobody can open."""

import argparse

from marsad.errors import Refused
from marsad.marking import Marking


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad people`."""
    deeds = grammar.add_subparsers(metavar="DEED", required=True)
    words = "open an account and print its first password once"
    add = deeds.add_parser("add", help=words, description=words)
    add.add_argument("username", metavar="NAME", help="the user name")
    add.add_argument(
        "--name", default="", dest="full_name", metavar="WORDS", help="as it is shown"
    )
    add.add_argument(
        "--group",
        action="append",
        required=True,
        dest="groups",
        metavar="GROUP",
        help="analyst, officer, releasing, reviewer, partner, director or auditor; repeat it for several",
    )
    add.add_argument(
        "--clearance",
        default="green",
        metavar="TLP",
        help="the strictest marking to read: clear, green (by itself), amber, amber+strict or red",
    )
    add.set_defaults(deed=_add)
    words = "list every account, open and closed"
    deeds.add_parser("list", help=words, description=words).set_defaults(deed=_list)
    words = "give a new first password, printed once, and end all sessions"
    reset = deeds.add_parser("reset", help=words, description=words)
    reset.add_argument("username", metavar="NAME", help="the user name")
    reset.add_argument(
        "--second-factor", action="store_true", help="take the second factor off too"
    )
    reset.set_defaults(deed=_reset)


def run(chosen: argparse.Namespace) -> int:
    """Open the desk, laying out its tables for the first account, and do the deed."""
    from marsad.cli.desk_setup import open_desk

    open_desk(migrate=chosen.deed is _add)
    return int(chosen.deed(chosen))


def _add(chosen: argparse.Namespace) -> int:
    from marsad.cli.desk_setup import whose_console
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.safeguards.add import add

    person, password = add(
        chosen.username,
        name=chosen.full_name,
        groups=chosen.groups,
        clearance=Marking.parse(chosen.clearance),
        by=Worker("command line"),
        because=whose_console(),
    )
    return _tell(person.username, password)


def _list(_chosen: argparse.Namespace) -> int:
    from marsad.desk.safeguards.models import Person

    for person in Person.objects.prefetch_related("places").order_by("username"):
        groups = ",".join(sorted(person.in_groups)) or "no group"
        last = person.last_login
        seen = f"{last:%Y-%m-%d %H:%M} UTC" if last else "never signed in"
        state = "open" if person.is_active else "closed"
        print(person.username, groups, str(person.tlp), state, seen, sep="\t")
    return 0


def _reset(chosen: argparse.Namespace) -> int:
    from marsad.cli.desk_setup import whose_console
    from marsad.desk.safeguards.acts import Worker
    from marsad.desk.safeguards.models import Person
    from marsad.desk.safeguards.reset import reset

    try:
        person = Person.objects.get_by_natural_key(chosen.username)
    except Person.DoesNotExist as error:
        way_out = "`marsad people list` names them all"
        raise Refused(chosen.username, "has no account", way_out) from error
    _person, password = reset(
        person,
        second_factor_too=chosen.second_factor,
        by=Worker("command line"),
        because=whose_console(),
    )
    return _tell(person.username, password)


def _tell(username: str, password: str) -> int:
    print(f"user name       {username}")
    print(f"first password  {password}")
    print("It is shown once; the first sign-in asks for another.")
    return 0
