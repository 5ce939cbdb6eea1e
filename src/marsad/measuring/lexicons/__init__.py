"""The words that only hold sentences together."""
