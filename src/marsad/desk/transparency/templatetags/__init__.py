"""How reports write pieces of words and figures."""
