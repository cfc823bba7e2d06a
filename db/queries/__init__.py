"""Questions to the database that need more than one line, one module per room."""
