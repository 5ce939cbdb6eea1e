"""How the pages of briefs write what they show."""
