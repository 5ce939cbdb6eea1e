"""The tables of measures, step by step."""
