"""Text: folded views that keep their offsets, tokens, sentences, marks, language."""
