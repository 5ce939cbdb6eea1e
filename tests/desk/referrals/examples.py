"""What stands in the addresses of referrals, for the table of rights."""

_OF_A_NOTICE = ("", "-reply", "-withdraw", "-send-again", "-hand-out", "-deliver")

EXAMPLES = {
    **{f"referral{one}": lambda w: {"pk": w.referral} for one in _OF_A_NOTICE},
    "referral-check": lambda w: {"pk": w.referred},
    "refer": lambda w: {"pk": w.case},
    "platform": lambda w: {"pk": w.platform},
    "platform-change": lambda w: {"pk": w.platform},
    "platform-resume": lambda w: {"pk": w.platform},
    "case-seal": lambda w: {"pk": w.case},
    "sealing": lambda w: {"pk": w.sealing},
    "sealing-hand-out": lambda w: {"pk": w.sealing},
}
ONES_OWN = {}
# They carry the marking of their case.
HIDDEN_BY_ANOTHER = frozenset(("referral-check", "sealing", "sealing-hand-out"))
ALWAYS_MISSING = frozenset()
SENT = {}
