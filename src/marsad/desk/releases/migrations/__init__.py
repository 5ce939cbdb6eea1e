"""The tables of releases, step by step."""
