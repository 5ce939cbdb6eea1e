"""The queue: what waits to be done, who does it, and what became of it."""
