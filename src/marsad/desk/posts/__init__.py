"""Posts: what was published where everybody sees it, taken in for a purpose and for a time."""
