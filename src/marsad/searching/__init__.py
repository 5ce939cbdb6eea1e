"""Searching: a full-text index of records, made of match keys and rebuilt at will."""
