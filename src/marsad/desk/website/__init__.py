"""Website: what the public reads, drawn from public releases alone; and its appeals."""
