"""Linking: what is one person, statement, figure or meeting across documents."""
