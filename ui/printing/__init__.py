"""From a record to paper: printers, preview, and printing with no dialog."""
