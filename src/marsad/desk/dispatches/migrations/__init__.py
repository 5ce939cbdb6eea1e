"""The tables of dispatches, step by step."""
