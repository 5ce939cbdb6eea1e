"""What tables, columns and rows of a report are called, and what each table means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from marsad.desk.banks.models import KINDS, Severity
from marsad.desk.cases.models import Verdict
from marsad.desk.complaints.models import Outcome
from marsad.desk.posts.models import Basis, Purge
from marsad.desk.referrals.models import Category, Check, Reply, Route

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a table, and what it counts."""

    title: Words
    meaning: Words


HEADINGS: Final[Mapping[str, Heading]] = {
    "posts": Heading(
        _("Posts taken in"),
        _(
            "Public posts by the platform and language they came in, counted on the day they came. "
            "Fewer than five posts of a language, and what would give them away, are not told."
        ),
    ),
    "arrivals": Heading(
        _("Rows that became no post"),
        _("What came again and was known, and what could not be read."),
    ),
    "purges": Heading(
        _("Posts taken away"),
        _("What was erased because its time was over, or because somebody asked."),
    ),
    "matched": Heading(
        _("Posts that matched known content"),
        _("Of the posts that were taken in, the share that resembled any signal."),
    ),
    "matches": Heading(
        _("Matches by kind of signal"),
        _(
            "A machine says that two things are alike, never what they are for. Weak matches "
            "alone support no referral; what is nearer to something harmless starts no case."
        ),
    ),
    "cases_by_category": Heading(
        _("Cases by category"),
        _(
            "Posts that carry one known content, read by people; counted as begun and as decided."
        ),
    ),
    "cases_by_bank": Heading(
        _("Cases by bank of signals"),
        _("Banks that are not public are counted together, without their names."),
    ),
    "cases_by_severity": Heading(
        _("Cases by severity"), _("The gravest are read first.")
    ),
    "verdicts": Heading(
        _("What readers found"),
        _(
            "Each reading by its verdict; and cases by what the readers who decided found. "
            "Two must agree for a referral, without seeing each other."
        ),
    ),
    "agreement": Heading(
        _("Agreement of readers"),
        _(
            "Of the first two readers of each case. Krippendorff’s alpha is 1 where all agree and 0 "
            "where they agree as often as by chance; of fewer than thirty cases it says little."
        ),
    ),
    "notices_by_platform": Heading(
        _("Notices by platform"),
        _("A notice is a request to look at a post under the platform’s own rules."),
    ),
    "notices_by_ground": Heading(
        _("Notices by what the cell believed"),
        _(
            "By the sorts of content that Regulation (EU) 2021/784, art. 2(7), names; the "
            "platform decides by its own rules."
        ),
    ),
    "notices_by_language": Heading(
        _("Notices by language"), _("The language the notice was written in.")
    ),
    "notices_by_route": Heading(
        _("Notices by route"), _("How the notice reached the platform.")
    ),
    "outcomes": Heading(
        _("What came of notices"),
        _(
            "Of the notices that were sent: the platform’s last decision, in the terms of the "
            "transparency database of the Digital Services Act, and the ground it named."
        ),
    ),
    "seen": Heading(
        _("Posts looked at again"),
        _(
            "What a person or a configured checker saw last of the posts that notices named."
        ),
    ),
    "times": Heading(
        _("Times in hours"),
        _(
            "Half of them took no longer than the median, a quarter no longer than the first "
            "figure, and a quarter longer than the last."
        ),
    ),
    "errors": Heading(
        _("How often we were wrong"),
        _(
            "Each share with what it is of, and the interval in which it lies with a probability "
            "of 95 in 100 (Wilson)."
        ),
    ),
    "precision": Heading(
        _("How often the signals of a bank were right"),
        _("Of the decided cases: known content indeed, whatever the post was for."),
    ),
    "appeals": Heading(
        _("Appeals against referrals"),
        _(
            "Lodged in the period by anybody, and what had become of them when the report was made."
        ),
    ),
    "in_time": Heading(
        _("Appeals answered in time"),
        _(
            "Of the appeals that were answered or due: the share answered within fourteen days."
        ),
    ),
    "reveals": Heading(
        _("Accounts opened"),
        _(
            "Who is behind a pseudonym is opened on a legal basis by two people, and shown once."
        ),
    ),
    "signals": Heading(
        _("Signals added and doubted"),
        _("A doubt lets a signal rest until a director settles it."),
    ),
}

COLUMNS: Final[Mapping[str, Words]] = {
    "platform": _("Platform"),
    "language": _("Language"),
    "row": _("Row"),
    "rows": _("Rows"),
    "why": _("Why"),
    "posts": _("Posts"),
    "accounts": _("Accounts"),
    "media": _("Media"),
    "matched": _("Share that matched"),
    "kind": _("Kind of signal"),
    "same": _("Strong"),
    "look": _("Weak"),
    "harmless": _("Nearer to something harmless"),
    "category": _("Category"),
    "bank": _("Bank"),
    "severity": _("Severity"),
    "begun": _("Begun"),
    "decided": _("Decided"),
    "for_referral": _("For a referral"),
    "closed": _("Closed without one"),
    "verdict": _("Verdict"),
    "readings": _("Readings"),
    "cases": _("Cases"),
    "asked": _("Asked"),
    "agreed": _("Agreed"),
    "alpha": _("Alpha"),
    "low": pgettext_lazy("interval", "from"),
    "high": pgettext_lazy("interval", "to"),
    "ground": _("What it was believed to be"),
    "route": _("Route"),
    "written": _("Written"),
    "sent": _("Sent"),
    "acted": _("Acted on"),
    "left": _("Left as it was"),
    "open": _("Not decided"),
    "withdrawn": _("Withdrawn by us"),
    "outcome": _("Outcome"),
    "notices": _("Notices"),
    "illegal": _("as illegal content"),
    "terms": _("as against its terms"),
    "seen": _("What was seen"),
    "step": _("Step"),
    "count": _("How many"),
    "quarter": _("A quarter took less"),
    "median": _("Median"),
    "three_quarters": _("A quarter took more"),
    "error": _("Error"),
    "share": _("Share"),
    "right": _("Share that was right"),
    "appeal": _("Appeal"),
    "appeals": _("Appeals"),
    "basis": _("Legal basis"),
    "granted": _("Granted, not yet shown"),
    "shown": _("Shown"),
    "refused": _("Refused"),
    "waiting": _("Waiting"),
    "signal": _("Signal"),
    "signals": _("Signals"),
    "upheld": _("Doubt upheld"),
    "rejected": _("Doubt rejected"),
}
_SAID: Final[Mapping[str, Mapping[str, Words]]] = {
    "row": {"known": _("known already"), "unread": _("could not be read")},
    "why": dict(Purge.Why.choices),
    "kind": dict(KINDS),
    "severity": {str(key): words for key, words in Severity.choices},
    "verdict": {**dict(Verdict.choices), "mixed": _("different grounds, no referral")},
    "asked": {
        "refer_or_not": _("write to the platform or not"),
        "verdict": _("the verdict itself"),
    },
    "ground": dict(Category.choices),
    "route": dict(Route.choices),
    "outcome": {**dict(Reply.What.choices), "silent": _("no answer yet")},
    "seen": dict(Check.Seen.choices),
    "step": {
        "to_reading": _("from the match to the first reading"),
        "to_notice": _("from the match to the notice"),
        "to_reply": _("from the notice to the first reply"),
        "to_removal": _("from the notice to removal or disabling"),
        "to_answer": _("from the appeal to its answer"),
    },
    "error": {
        "second_looks": _("second looks at closed cases that would have written"),
        "wrong_signal": _("decided cases that were not the known content"),
        "left": _("decisions of platforms that left the post as it was"),
        "overturned": _("notices sent that an appeal overturned"),
        "withdrawn": _("notices sent that we withdrew"),
        "upheld": _("appeals answered that were right"),
    },
    "appeal": {
        "lodged": _("lodged"),
        **dict(Outcome.choices),
        "waiting": _("not answered yet"),
        "in_time": _("answered in time"),
    },
    "basis": dict(Basis.choices),
    "signal": {
        "added": _("added"),
        "doubted": _("doubted by a person"),
        "set_aside": _("set aside by itself: floods or errs"),
    },
}
# https://transparency.dsa.ec.europa.eu/page/api-documentation, "Decision Visibility" and
# "Decision Ground"; what it has no word for stands without one.
DSA: Final[Mapping[str, str]] = {
    "removed": "DECISION_VISIBILITY_CONTENT_REMOVED",
    "disabled": "DECISION_VISIBILITY_CONTENT_DISABLED",
    "demoted": "DECISION_VISIBILITY_CONTENT_DEMOTED",
    "restricted": (
        "DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED / "
        "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED"
    ),
    "labelled": "DECISION_VISIBILITY_CONTENT_LABELLED",
    "illegal": "DECISION_GROUND_ILLEGAL_CONTENT",
    "terms": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
}
_UNNAMED: Final[Mapping[str, Words]] = {
    "bank": _("banks that are not public"),
    "category": _("no category"),
    "language": _("no words"),
}


def name_of(column: str, key: str) -> str | None:
    """What a row is called in the reader's language; None where it has a name of its own."""
    if key == "total":
        return gettext("Total")
    if not key:
        return str(_UNNAMED.get(column, "—"))
    if column == "language":
        return _language(key)
    words = _SAID.get(column, {}).get(key)
    return None if words is None else str(words)


def _language(code: str) -> str:
    if code == "und":
        return gettext("language not told")
    if code not in dict(settings.LANGUAGES):
        return code
    return str(get_language_info(code)["name_translated"])
