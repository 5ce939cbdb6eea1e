"""The tables of briefs, step by step."""
