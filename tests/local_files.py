"""A branch's local files for tests: a small encrypted database with its slot file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from app import secrets
from app.keys.slots import KdfCost
from app.paths import DataFolder
from app.secrets import NewKeys
from db.engine import connect_sqlite

CHEAP = KdfCost(passes=1, memory_kib=64, lanes=1)
SPOKEN = "four blue horses"
HEAD = "0007"


def new_branch(root: Path, *, rows: int = 200, schema: str = HEAD) -> tuple[DataFolder, NewKeys]:
    """A data folder with `rows` customers of a kilobyte each, closed."""
    root.mkdir(exist_ok=True)
    folder = DataFolder(root)
    keys = secrets.create_keys(folder.keys, passphrase=SPOKEN, cost=CHEAP)
    with closing(connect_sqlite(folder.database, keys.key)) as connection:
        fill(connection, rows, schema)
    return folder, keys


def fill(connection: Any, rows: int, schema: str) -> None:
    """The tables that opening, checking and restoring look at."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE alembic_version (version_num TEXT NOT NULL)")
    connection.execute("INSERT INTO alembic_version VALUES (?)", (schema,))
    connection.execute("CREATE TABLE sync_state (id INTEGER PRIMARY KEY, token TEXT)")
    connection.execute("INSERT INTO sync_state VALUES (1, 'fresh')")
    connection.execute("CREATE TABLE customer (name TEXT, note TEXT)")
    connection.executemany(
        "INSERT INTO customer VALUES (?, hex(randomblob(500)))", [(f"customer {row}",) for row in range(rows)]
    )
    connection.execute("COMMIT")


def names(database: Path, key: bytes) -> list[str]:
    """All customers, in order."""
    with closing(connect_sqlite(database, key)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM customer ORDER BY rowid")]
