"""Collecting turns what was published into documents: exact text and known circumstances."""
