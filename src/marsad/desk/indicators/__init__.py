"""Series of figures: bounds, rivals, days they speak of, and when they expire."""
