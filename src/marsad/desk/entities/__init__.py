"""Parties and persons: their names in every language, joined and split by people."""
