"""Lists of customers in and out: spreadsheets, CSV and vCards; records in, records out, no session."""
