"""Outlets and feeds, graded by people."""
