"""The desk: the site where people turn what the readers propose into what the cell knows."""
