"""What readers of lists and kinds of signals say is wrong, in the reader's language."""

import re
from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from marsad.desk.safeguards.engine_sentences import translated
from marsad.desk.safeguards.telling import told
from marsad.errors import MarsadError

# What a fault is about, where it is no value that somebody wrote.
SUBJECTS: Final = (
    later("value"), later("list"), later("picture"), later("film"),
    later("frames of a film"), later("hash"), later("indicator"), later("signal"),
    later("content"), later("day"),
)  # fmt: skip
PROBLEMS: Final = (
    later("is empty"),
    later("is too long"),
    later("%(written)s is no day"),
    later("is no object"),
    later("is no JSON"),
    later("is not UTF-8"),
    later("is nested too deeply"),
    later("is of no form that is known"),
    later("is no kind of signal"),
    later("is broken"),
    later("has no signals"),
    later("has no column %(names)s"),
    later("has %(cells)s cells under %(columns)s columns"),
    later("of the algorithm %(name)s cannot be matched"),
    later("of the kind %(name)s cannot be matched"),
    later("of the type %(name)s cannot be matched"),
    later("is no %(name)s of %(digits)s hexadecimal digits"),
    later("is no PDQ hash of 64 hexadecimal digits"),
    later("has %(count)s letters: too short to be told from ordinary words"),
    later(
        "has %(count)s letters that are its own, outside greetings, prayers and formulas "
        "of the press: too few to be told from ordinary words"
    ),
    later("has %(count)s letters, more than %(most)s"),
    later("lists no frames"),
    later("are more than %(most)s"),
    later("frame %(place)s is no hash, quality and seconds"),
    later("frame %(place)s has no numbers after its hash"),
    later("frame %(place)s has a quality or second that cannot be"),
    later("have too little in them to tell a film by"),
    later("is longer than %(most)s signs or has too many stars"),
    later("is longer than %(most)s characters"),
    later("has a star within the name of its host"),
    later("takes in a platform on which everybody writes"),
    later("takes in every host under an ending that is open to all"),
    later("is no host"),
    later("is no address"),
    later("is no address of the web"),
    later("names no host"),
    later("leads from one address to the next without end"),
    later("is of no kind that is known"),
    later("is damaged"),
    later("is damaged or of no kind that is known"),
    later("has more than %(most)s pixels"),
    later("has %(width)s by %(height)s pixels, more than %(most)s"),
    later("has frames of more than %(most)s pixels"),
    later("has no pictures in it"),
)
WAYS_OUT: Final = (
    later("give the hash, address or words"),
    later("bank it in parts"),
    later("bank its SHA-256 instead"),
    later("write it as %(example)s"),
    later("write it as the other rows are"),
    later("write it as example.org or as four numbers"),
    later("write one object a line"),
    later("write %(pattern)s for a host and all below"),
    later('write a JSON list of "hash,quality,seconds", one for each frame'),
    later("give them as name and value"),
    later("close its quotation marks"),
    later("put cells with commas in quotation marks"),
    later("begin with a header: %(names)s"),
    later("give CSV with a header, or JSON of ThreatExchange, HMA or a hash list"),
    later("save it as UTF-8"),
    later("copy the whole hash"),
    later("copy the whole hash, without a file name"),
    later("bank a passage of at least %(least)s, or as exact wording"),
    later("bank a whole text of at least %(least)s letters"),
    later("bank the passages by which it is known, each by itself"),
    later("name the account or the page: %(example)s"),
    later("name one host: %(example)s"),
    later("make it shorter"),
    later("make it smaller"),
    later("open it in a viewer and save it anew"),
    later("open it in a player and save it anew as MP4"),
)


def fault_said(fault: Mapping[str, Any]) -> dict[str, Any]:
    """A fault of a row as a page shows it: which row, what is wrong, and the way out."""
    return {
        "row": fault["row"],
        "problem": problem_said(fault["problem"]),
        "way_out": translated(fault["way_out"], WAYS_OUT),
    }


def told_here(error: MarsadError) -> str:
    """An error of an engine as one line: what it is about, what is wrong, the way out."""
    subject = _(error.subject) if error.subject in SUBJECTS else error.subject
    way_out = translated(error.way_out, WAYS_OUT)
    return told(type(error)(subject, translated(error.problem, PROBLEMS), way_out))


def problem_said(problem: str) -> str:
    """A problem, with or without what it is about before it."""
    for colon in re.finditer(": ", problem):
        subject, rest = problem[: colon.start()], problem[colon.end() :]
        told_so = translated(rest, PROBLEMS)
        if told_so != rest:
            subject = _(subject) if subject in SUBJECTS else subject
            words = {"subject": subject, "problem": told_so}
            return _("%(subject)s: %(problem)s") % words
    return translated(problem, PROBLEMS)
