"""What programs ask of the desk: read-only JSON under /api/v1/, with people's own rights."""
