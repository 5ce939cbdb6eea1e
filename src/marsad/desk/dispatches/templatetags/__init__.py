"""How a laid-out text is written into a page."""
