"""Transparency: what was asked of platforms and what came of it, counted from the records."""
