"""Sealing: evidence of a case in one file that anybody can check without us."""
