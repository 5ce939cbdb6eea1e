"""What stands in the addresses of watch, for the table of rights."""

EXAMPLES = {}
ONES_OWN = {}
HIDDEN_BY_ANOTHER = frozenset()
ALWAYS_MISSING = frozenset()
SENT = {}
