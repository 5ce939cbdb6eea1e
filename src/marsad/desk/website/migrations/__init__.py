"""The tables of website, step by step."""
