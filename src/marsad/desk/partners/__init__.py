"""Partners: governments and bodies we send to, whom we know there, how they take it."""
