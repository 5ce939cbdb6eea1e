"""Figures that cannot both hold, until a person says which stands."""
