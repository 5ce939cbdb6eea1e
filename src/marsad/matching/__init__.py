"""Matching: how a post resembles known content, exactly, with its reason, and never why it matters."""
