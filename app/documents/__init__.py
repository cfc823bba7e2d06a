"""Paper: records in, PDF out; no session, no window, and ReportLab is loaded by the first page drawn."""
