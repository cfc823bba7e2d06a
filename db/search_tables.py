"""What the search index needs beside its tables: the gram index of each engine and the triggers that mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from db.stamps import own_schema

WATCHED: Final = {
    "customer": (
        "id",
        (
            "branch_id", "number", "kind", "name", "company_name", "wechat",
            "created_at", "last_contact_at", "deleted_at",
        ),
    ),
    "phone": ("customer_id", ("customer_id", "number", "position", "is_main", "deleted_at")),
    "vehicle": ("customer_id", ("customer_id", "plate", "vin", "deleted_at")),
    "contact_person": ("customer_id", ("customer_id", "name", "phone", "position", "deleted_at")),
}  # fmt: skip
"""Per table: the column that leads to the customer, and the columns whose change makes a text stale."""

_SQLITE_INDEX: Final = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_grams USING fts5(
    grams, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^=@'")""",
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_grams_seen USING fts5vocab(search_grams, instance)",
)

# Every search reads the pending list through, so it is kept short (kB; the usual 4 MB hold 1,300 customers).
_PG_GIN: Final = (
    "CREATE INDEX IF NOT EXISTS search_grams_gin ON search_text USING gin (grams) "
    "WITH (gin_pending_list_limit = 256)"
)
_PG_INDEX: Final = (
    _PG_GIN,
    """CREATE INDEX IF NOT EXISTS search_grams_branch
    ON search_text (branch_id, last_contact DESC, customer_id)""",
    "CREATE INDEX IF NOT EXISTS search_grams_latest ON search_text (last_contact DESC, customer_id)",
    "ALTER TABLE search_text ALTER COLUMN grams SET STATISTICS 1000",
)

_PG_MARK: Final = """
CREATE OR REPLACE FUNCTION search_mark() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO {schema}.search_dirty (customer_id) VALUES ((to_jsonb(OLD) ->> TG_ARGV[0])::uuid)
            ON CONFLICT DO NOTHING;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO {schema}.search_dirty (customer_id) VALUES ((to_jsonb(NEW) ->> TG_ARGV[0])::uuid)
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $body$
"""


def install(connection: Connection) -> None:
    """Create what is missing of the gram index and lay the marking triggers anew (within a transaction).

    To be run after every migration: rebuilding a table in SQLite drops its triggers.
    """
    sqlite = connection.dialect.name == "sqlite"
    mark = _PG_MARK if sqlite else _PG_MARK.replace("{schema}", own_schema(connection))
    for statement in (*_SQLITE_INDEX, *_sqlite_triggers()) if sqlite else (*_PG_INDEX, mark, *_pg_triggers()):
        connection.exec_driver_sql(statement)


def uninstall_triggers(connection: Connection) -> None:
    """Stop marking; whoever does so has to `rebuild` afterwards."""
    for table in WATCHED:
        for event in ("insert", "update", "delete"):
            where = "" if connection.dialect.name == "sqlite" else f" ON {table}"
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS search_{table}_{event}{where}")


def uninstall(connection: Connection) -> None:
    """Remove triggers and gram index, leaving the tables."""
    uninstall_triggers(connection)
    if connection.dialect.name == "sqlite":
        for table in ("search_grams_seen", "search_grams"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
        return
    connection.exec_driver_sql("DROP FUNCTION IF EXISTS search_mark()")
    for index in ("search_grams_gin", "search_grams_branch", "search_grams_latest"):
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {index}")


def _sqlite_triggers() -> Iterator[str]:
    """NOT EXISTS instead of OR IGNORE, because the outer statement's conflict clause would override it."""
    for table, (owner, columns) in WATCHED.items():
        moved = f" UNION SELECT NEW.{owner}" if owner != "id" else ""
        cases = {
            "insert": ("INSERT", f"SELECT NEW.{owner} AS id"),
            "update": (f"UPDATE OF {', '.join(columns)}", f"SELECT OLD.{owner} AS id{moved}"),
            "delete": ("DELETE", f"SELECT OLD.{owner} AS id"),
        }
        for name, (event, touched) in cases.items():
            yield f"DROP TRIGGER IF EXISTS search_{table}_{name}"
            yield (
                f"CREATE TRIGGER search_{table}_{name} AFTER {event} ON {table} BEGIN "
                f"INSERT INTO search_dirty (customer_id) SELECT t.id FROM ({touched}) t "
                "WHERE NOT EXISTS (SELECT 1 FROM search_dirty d WHERE d.customer_id = t.id); END"
            )


def _pg_triggers() -> Iterator[str]:
    for table, (owner, columns) in WATCHED.items():
        differs = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
        cases = {
            "insert": ("INSERT", ""),
            "update": (f"UPDATE OF {', '.join(columns)}", f"WHEN ({differs}) "),
            "delete": ("DELETE", ""),
        }
        for name, (event, condition) in cases.items():
            yield (
                f"CREATE OR REPLACE TRIGGER search_{table}_{name} AFTER {event} ON {table} "
                f"FOR EACH ROW {condition}EXECUTE FUNCTION search_mark('{owner}')"
            )
