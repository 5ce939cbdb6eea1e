"""Dates: time expressions, resolved to the days that they mean."""
