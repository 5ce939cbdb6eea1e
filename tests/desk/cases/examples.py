"""What stands in the addresses of cases, for the table of rights."""

EXAMPLES = {
    **{
        name: lambda w: {"pk": w.case}
        for name in (
            *("case", "case-hold", "case-look"),
            *("case-decide", "case-capture", "case-reopen"),
        )
    },
    "case-blurred": lambda w: {"pk": w.case, "medium": w.medium},
    "case-medium": lambda w: {"pk": w.case, "medium": w.medium},
    "case-attached": lambda w: {"pk": w.case, "capture": w.attachment},
}
ONES_OWN = {}
HIDDEN_BY_ANOTHER = frozenset()
ALWAYS_MISSING = frozenset()
SENT = {
    "case-capture": lambda w: {"post": w.post.pk},
}
