"""Home, navigation, search and the API: the only app that sees all the others."""
