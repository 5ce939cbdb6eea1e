"""What stands in the addresses of transparency, for the table of rights."""

from django.utils import timezone

from desk.transparency import made_rows
from marsad.desk.transparency.figures import canonical, figures, hash_of
from marsad.desk.transparency.models import Report


def make_report(made_by, published_by=None, **said):
    """A report of the made-up period, as a row."""
    text = canonical(figures(made_rows.period()))
    given = {
        "begins": made_rows.BEGINS,
        "ends": made_rows.ENDS,
        "figures": text,
        "sha256": hash_of(text),
        "made_by": made_by,
        "made_at": made_rows.AS_OF,
        "published_by": published_by,
        "published_at": timezone.now() if published_by else None,
        **said,
    }
    return Report.objects.create(**given)


_DESK = ("report", "publish", "withdraw", "csv", "pdf")
_WEBSITE = ("", "-pdf", "-csv", "-json")


def _public(w):
    return {"language": "ar", "period": w.report.period}


EXAMPLES = {
    **{f"transparency-{name}": lambda w: {"pk": w.report} for name in _DESK},
    "transparency-chart": lambda w: {"pk": w.report, "name": "outcomes"},
    **{f"website:content-report{name}": _public for name in _WEBSITE},
    "website:content-report-chart": lambda w: {**_public(w), "name": "outcomes"},
}
ONES_OWN = {}
HIDDEN_BY_ANOTHER = frozenset()
ALWAYS_MISSING = frozenset()
SENT = {}
