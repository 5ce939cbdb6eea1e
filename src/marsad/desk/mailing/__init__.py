"""Mailing: the one line to the mail server, for whatever writes letters."""
