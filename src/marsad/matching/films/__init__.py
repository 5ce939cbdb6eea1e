"""Films: known by how their frames look, one a second, and by how much is shared both ways."""
