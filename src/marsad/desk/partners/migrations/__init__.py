"""The tables of partners, step by step."""
