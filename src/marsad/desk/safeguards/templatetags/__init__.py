"""Tags for templates that show the audit trail."""
