"""What is known of an entity over time: its page, its list, and who said what."""
