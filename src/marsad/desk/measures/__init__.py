"""Measures: what became of what we released."""
