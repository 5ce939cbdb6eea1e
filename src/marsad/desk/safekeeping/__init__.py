"""The whole site in one file that proves itself, and the way back from it."""
