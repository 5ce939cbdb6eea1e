"""Wording: banked words known again, copied, disguised or altered, Arabic first."""
