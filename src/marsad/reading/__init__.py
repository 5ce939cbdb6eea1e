"""Reading: findings with spans, drawn from one document in one pass."""
