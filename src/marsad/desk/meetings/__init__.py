"""Meetings and visits, held and planned."""
