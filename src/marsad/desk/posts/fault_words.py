"""Faults of rows in the reader's language; engines tell them in English."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from marsad.desk.safeguards.engine_sentences import translated

# What stands where: the units in which readers count.
_UNITS: Final = (
    later("line"), later("row"), later("page"), later("post"), later("message"),
)  # fmt: skip
# What readers of exports say is wrong, so that it can be translated.
PROBLEMS: Final = (
    later("is broken JSON"),
    later("is not UTF-8"),
    later("is no JSON object"),
    later("is longer than 16 MB"),
    later("breaks off here or is broken JSON"),
    later("is empty"),
    later("holds broken letters"),
    later("holds half a character (a lone surrogate)"),
    later("holds no posts"),
    later("has neither words nor media"),
    later("has a hash that is not 64 hexadecimal digits"),
    later("has a quotation mark that is not closed or not doubled"),
    later("is of another platform than its stream"),
    later("is of an account that was erased on demand"),
    later("is of an account that lets only its followers read"),
    later("is of an account that asks to be shown only to who is signed in"),
    later("was not written for everybody (neither public nor unlisted)"),
    later("is a message of the service, not of a person"),
    later("is an event that creates no post"),
    later("neither creates nor shares a post"),
    later("creates something that is no post"),
    later("is the export of a whole account, private messages included"),
    later(
        "is no public channel and no public group: private correspondence is not taken in"
    ),
    later('has no "%(name)s"'),
    later('has a "%(name)s" that is no text'),
    later('has a "%(name)s" that is no time'),
    later('has a "%(name)s" that is no short name'),
    later('has a "%(name)s" without a time zone'),
)
WAYS_OUT: Final = (
    later("mend or remove the line"),
    later("save the file as UTF-8"),
    later("write one object for each post"),
    later("export it again"),
    later("export it again; what stands before was read"),
    later("export it again with quoted cells"),
    later("save the table as UTF-8"),
    later("leave it out"),
    later("send it to its own stream"),
    later("export one public channel or public group"),
    later('add "%(name)s"'),
    later("name its columns in a mapping"),
)


def shown(fault: Mapping[str, Any]) -> dict[str, str]:
    """A fault as a page shows it: where, what is wrong, and the way out."""
    place = " · ".join(f"{_(unit)} {number}" for unit, number in fault["place"])
    return {
        "place": place,
        "problem": translated(fault["problem"], PROBLEMS),
        "way_out": translated(fault["way_out"], WAYS_OUT),
        "concern": fault["concern"],
    }
