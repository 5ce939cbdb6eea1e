"""Exports and streams of public posts: each form by its own reader, each fault in one line."""
