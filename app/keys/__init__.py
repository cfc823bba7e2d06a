"""How the key of the local database is kept: slots that wrap it, and the places their secrets live."""
