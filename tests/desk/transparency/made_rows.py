"""The rows of a made-up period, all about soup, from which each figure can be told by hand."""

from datetime import UTC, date, datetime, timedelta

from marsad.desk.transparency.period_rows import (
    Appeal,
    Decision,
    Notice,
    PeriodRows,
    Told,
)

BEGINS, ENDS = date(2026, 7, 1), date(2026, 9, 30)
AS_OF = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
NOON = datetime(2026, 8, 3, 12, 0, tzinfo=UTC)
SOUP = Told("soup", "وصفات معروفة", 2)
STEW = Told("stew", "", 3)


def after(hours):
    return NOON + timedelta(hours=hours)


def decision(case, verdicts, told=SOUP, *, refers=False, is_right=True):
    return Decision(case, 1, told, after(case), tuple(verdicts), refers, is_right)


def notice(*replies, **said):
    """A notice, and what its platform said so many hours after it."""
    given = {
        "platform": "telegram",
        "category": "terms",
        "language": "en",
        "route": "letter",
        "fate": "sent",
        "begun_at": NOON,
        "sent_at": after(4),
        "withdrawn_at": None,
        "is_overturned": False,
        **said,
    }
    told_then = tuple(
        (what, ground, after(4 + hours)) for what, ground, hours in replies
    )
    return Notice(replies=told_then, **given)


def period(**said):
    given = {
        "begins": BEGINS,
        "ends": ENDS,
        "as_of": AS_OF,
        "posts": {
            ("telegram", "ar"): 1200,
            ("telegram", "en"): 40,
            ("telegram", "fr"): 3,
            ("x", "ar"): 88,
            ("x", ""): 12,
        },
        "unread": 2,
        "known": 310,
        "matches": {
            ("wording", 2, False): 30,
            ("wording", 1, False): 12,
            ("wording", 2, True): 4,
            ("pdq", 1, False): 7,
        },
        "matched": {"telegram": 31, "x": 11},
        "begun": (SOUP, SOUP, SOUP, STEW),
        "first_read_hours": (1.0, 2.0, 3.0, 10.0),
        "decisions": (
            decision(1, ["refer", "refer"], refers=True),
            decision(2, ["refer", "journalism", "refer"], refers=True),
            decision(3, ["journalism", "journalism"]),
            decision(4, ["satire", "not_the_same"], STEW, is_right=None),
            decision(5, ["not_the_same", "not_the_same"], STEW, is_right=False),
        ),
        "readings": {"refer": 4, "journalism": 3, "satire": 1, "not_the_same": 3},
        "second_looks": (False, False, True, False),
        "notices": (
            notice(("received", "", 1), ("removed", "terms", 20)),
            notice(("disabled", "illegal", 30), platform="x"),
            notice(("refused", "", 9)),
            notice(
                ("removed", "terms", 2),
                ("restored", "", 90),
                fate="withdrawn",
                withdrawn_at=after(80),
                is_overturned=True,
            ),
            notice(category="incites", language="ar"),
            notice(fate="waiting", sent_at=None, language="ar"),
        ),
        "seen": {"gone": 2, "public": 1},
        "appeals": (
            Appeal(after(0), after(336), after(48), "upheld"),
            Appeal(after(0), after(336), after(400), "rejected"),
            Appeal(after(1), after(337), None, ""),
            Appeal(after(2), after(338), after(12), "not_ours"),
        ),
        "purged": {"retention": (900, 700, 120)},
        "reveals": {("court", "shown"): 1, ("court", "refused"): 2},
        "added": 14,
        "disputes": {(False, "upheld"): 1, (True, "open"): 2},
        **said,
    }
    return PeriodRows(**given)
