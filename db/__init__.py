"""How it is kept: tables, queries, engines, migrations and triggers."""
