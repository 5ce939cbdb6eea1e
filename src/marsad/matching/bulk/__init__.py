"""Bulk: an archive of posts matched in chunks, on one machine or on many, unchanged."""
