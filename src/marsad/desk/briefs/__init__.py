"""Briefs: what people write from the register, in each language, before anybody clears it."""
