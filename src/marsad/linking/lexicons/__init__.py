"""The words by which a text says what its figures count."""
