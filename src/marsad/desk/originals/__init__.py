"""Originals: bytes that came in, kept under their hash, written once."""
