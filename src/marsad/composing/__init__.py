"""Composing: a brief from findings, with every sentence cited and nothing cleared."""
