"""What stands in the addresses of complaints, for the table of rights."""

EXAMPLES = {
    "complaint": lambda w: {"pk": w.complaint},
    "complaint-answer": lambda w: {"pk": w.complaint},
    "website:content-appeals": lambda _w: {"language": "ar"},
}
ONES_OWN = {}
HIDDEN_BY_ANOTHER = frozenset(("complaint", "complaint-answer"))
ALWAYS_MISSING = frozenset()
SENT = {}
