"""Take public posts in from files, purge what is over, erase an account, change keys."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from marsad.errors import MarsadError, Refused

if TYPE_CHECKING:
    from marsad.desk.posts.models import Stream
    from marsad.desk.posts.take_file import Filed

_FORMS: Final = ("marsad", "table", "x", "telegram", "mastodon", "bluesky")


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad posts`."""
    deeds = grammar.add_subparsers(metavar="DEED", required=True)
    words = "take files of posts in by a stream"
    take = deeds.add_parser("take", help=words, description=words)
    take.add_argument("stream", metavar="STREAM", help="the code of the stream")
    take.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="exports, each in one form"
    )
    take.add_argument("--form", choices=_FORMS, help="their form, if it is not known")
    take.add_argument(
        "--mapping", type=Path, metavar="FILE", help="which column of a table is what"
    )
    take.add_argument(
        "--media",
        action="store_true",
        help="keep the pictures and films that lie beside the file",
    )
    take.set_defaults(deed=_take)
    words = (
        "take away what is kept for too long or was erased; the worker does so daily"
    )
    deeds.add_parser("purge", help=words, description=words).set_defaults(deed=_purge)
    words = "erase an account for ever; its name is asked for, never an argument"
    erase = deeds.add_parser("erase", help=words, description=words)
    erase.add_argument("platform", metavar="PLATFORM", help="as telegram or x")
    erase.add_argument(
        "--because", required=True, metavar="WORDS", help="why, without the name"
    )
    erase.set_defaults(deed=_erase)
    words = "hide all accounts behind a new key and destroy the old one"
    rotate = deeds.add_parser("rotate-keys", help=words, description=words)
    rotate.add_argument(
        "director", metavar="NAME", help="the director who does it; asks the password"
    )
    rotate.add_argument("--because", required=True, metavar="WORDS", help="why")
    rotate.set_defaults(deed=_rotate)


def run(chosen: argparse.Namespace) -> int:
    """Open the desk and do the deed."""
    from marsad.cli.desk_setup import open_desk

    open_desk()
    return int(chosen.deed(chosen))


def _take(chosen: argparse.Namespace) -> int:
    from marsad.collecting.posts.columns import UNMAPPED, load_mapping
    from marsad.collecting.posts.forms import Form
    from marsad.desk.posts.take_file import Filed

    stream = _stream(chosen.stream)
    mapping = load_mapping(chosen.mapping) if chosen.mapping else UNMAPPED
    form = Form(chosen.form) if chosen.form else None
    status = 0
    for file in chosen.files:
        beside = file.resolve().parent if chosen.media else None
        status |= _take_one(stream, Filed(file, form, mapping, beside))
    return status


def _take_one(stream: "Stream", filed: "Filed") -> int:
    from marsad.cli.desk_setup import whose_console
    from marsad.desk.posts.take_file import take_file
    from marsad.desk.safeguards.acts import Worker

    worker = Worker("command line")
    try:
        done = take_file(stream, filed, by=worker, because=whose_console())
    except MarsadError as error:
        print(f"marsad: {filed.path.name}: {error}", file=sys.stderr)
        return 1
    for fault in done.faults:
        print(f"marsad: {filed.path.name}: {fault}", file=sys.stderr)
    told = f"{done.new} new, {done.known} known, {done.refused} refused"
    print(f"{filed.path.name} ({done.form}): {told}")
    return 1 if done.is_empty else 0


def _stream(code: str) -> "Stream":
    from marsad.desk.posts.models import Stream

    found: Stream | None = Stream.objects.filter(code=code).first()
    if found is None:
        known = ", ".join(Stream.objects.values_list("code", flat=True)) or "none yet"
        way_out = f"a director begins one at the site; there are: {known}"
        raise Refused(code, "is no stream", way_out)
    return found


def _purge(_chosen: argparse.Namespace) -> int:
    from marsad.desk.posts.tidy import tidy
    from marsad.desk.safeguards.acts import Worker

    done = tidy(Worker("command line"))
    print(f"{done.over} over, {done.erased} of erased accounts, {done.held} held")
    return 0


def _erase(chosen: argparse.Namespace) -> int:
    from marsad.desk.posts.erase import erase
    from marsad.desk.safeguards.acts import Worker

    # Neither the shell's history nor the list of processes may hold it.
    name = _asked("account: ")
    worker = Worker("command line")
    done = erase(chosen.platform, name, by=worker, because=chosen.because)
    print(f"{done.accounts} accounts, {done.posts} posts erased")
    if done.held:
        print(f"{done.held} posts are held by a case, and go when it is closed")
    return 0


def _rotate(chosen: argparse.Namespace) -> int:
    from django.contrib.auth.hashers import check_password

    from marsad.desk.posts.rotate import rotate
    from marsad.desk.safeguards.models import Person

    person: Any = Person.objects.filter(username=chosen.director).first()
    password = _asked("password: ")
    if person is None or not check_password(password, person.password):
        raise Refused(chosen.director, "is not known by this password")
    count = rotate(by=person, because=chosen.because)
    print(f"{count} accounts are hidden behind a new key; the old one is destroyed")
    return 0


def _asked(question: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().rstrip("\n")
