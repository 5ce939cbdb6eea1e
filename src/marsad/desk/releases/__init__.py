"""Releases: frozen editions that two people let out, their corrections and recalls."""
