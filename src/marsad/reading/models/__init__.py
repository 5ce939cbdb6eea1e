"""Models: findings that a language model proposes, each proved by the text."""
