"""What was promised, by whom and until when, and whether it was kept."""
