"""Quotations: who said what, in Arabic, English and French."""
