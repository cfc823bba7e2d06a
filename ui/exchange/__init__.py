"""Lists in and out: the import page and the export."""
