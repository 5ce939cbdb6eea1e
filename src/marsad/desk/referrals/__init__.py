"""Referrals: notices to platforms for their own voluntary assessment, and what came of them."""
