"""Complaints: appeals against referrals, by anybody, answered by people who took no part."""
