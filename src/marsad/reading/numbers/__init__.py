"""Numbers: digits, words and scales, ranges and shares, and the nouns they count."""
