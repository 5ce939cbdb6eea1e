"""Published texts as immutable captures, with their custody from the first byte on."""
