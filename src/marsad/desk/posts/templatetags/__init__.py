"""Words that the pages of posts show."""
