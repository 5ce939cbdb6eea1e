"""Watch: how much is posted on a theme, in aggregates alone, and what is new."""
