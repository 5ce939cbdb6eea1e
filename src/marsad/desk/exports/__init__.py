"""Lists handed out as files: CSV, JSON and XLSX, whole and written down."""
