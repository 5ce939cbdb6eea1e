"""Marsad reads published reports and drafts media packs whose every sentence is sourced."""
