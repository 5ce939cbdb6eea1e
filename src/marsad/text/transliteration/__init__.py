"""How Arabic letters and Latin letters stand for one name, by rules and by counts."""
