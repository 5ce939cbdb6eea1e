"""Names: the states, bodies and persons that a text mentions."""
