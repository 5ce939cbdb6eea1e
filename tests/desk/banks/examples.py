"""What stands in the addresses of banks, for the table of rights."""

_OF_A_BANK = ("change", "close", "add", "take-in", "withdraw", "export")

EXAMPLES = {
    "bank": lambda w: {"pk": w.bank},
    **{f"bank-{deed}": lambda w: {"pk": w.bank} for deed in _OF_A_BANK},
    "bank-signal": lambda w: {"pk": w.signal},
    "bank-signal-dispute": lambda w: {"pk": w.signal},
    "bank-signal-withdraw": lambda w: {"pk": w.signal},
    "bank-dispute-settle": lambda w: {"pk": w.dispute},
    "hma-bank": lambda w: {"name": w.bank.code},
}
ONES_OWN = {}
# A doubt is hidden by the marking of its signal; HMA names a bank by its code.
HIDDEN_BY_ANOTHER = frozenset(("bank-dispute-settle", "hma-bank"))
ALWAYS_MISSING = frozenset()
SENT = {}
