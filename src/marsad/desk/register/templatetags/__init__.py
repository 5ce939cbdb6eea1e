"""Tags for templates that show what the register holds."""
