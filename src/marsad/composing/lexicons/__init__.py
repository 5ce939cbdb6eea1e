"""The words that a brief is written with, as files that say what each column is."""
