"""Banks: signs of known content, on whose word, on what legal basis, and until when."""
