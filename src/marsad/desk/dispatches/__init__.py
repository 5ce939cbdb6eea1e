"""Dispatches: what was sent to whom, by which way, and whether it arrived."""
