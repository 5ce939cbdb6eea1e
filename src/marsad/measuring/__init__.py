"""Measuring: whether what was released reached others, and what became of it there."""
