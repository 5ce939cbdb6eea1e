"""Deeds: calls, commitments, meetings and memberships, clause by clause."""
