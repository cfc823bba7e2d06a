"""Engines for the encrypted local file and for a shared PostgreSQL, with transactions in our own hands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

CACHE_KIB: Final = 65_536
BUSY_SECONDS: Final = 5.0

_OPTIONS: Final = "-c timezone=UTC -c plan_cache_mode=force_custom_plan"
"""The driver prepares what is asked five times; a plan without its values would walk a million rows for 单."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Database:
    """Two engines on one database: the reader refuses every write, the writer begins by taking the lock."""

    reader: Engine
    writer: Engine
    path: Path | None

    @property
    def is_local(self) -> bool:
        return self.path is not None

    def close(self) -> None:
        """Give all pooled connections back."""
        self.reader.dispose()
        self.writer.dispose()


def open_sqlite(path: Path, key: bytes) -> Database:
    """The encrypted file at `path` (created when missing); `key` is the raw 32-byte key.

    Raises the driver's DatabaseError when the key is wrong or the file is damaged (`db.files` looks first).
    """
    return Database(
        reader=_sqlite_engine(path, key, read_only=True),
        writer=_sqlite_engine(path, key, read_only=False),
        path=path,
    )


def connect_sqlite(path: Path, key: bytes, *, read_only: bool = False) -> Any:
    """One driver connection in autocommit with our pragmas; sqlcipher3 is imported here, when needed."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS, cached_statements=256
    )
    run = connection.execute
    run("PRAGMA cipher_log_level = NONE")
    run(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not read_only:
        run("PRAGMA journal_mode = WAL")
    run("PRAGMA synchronous = FULL")
    run("PRAGMA foreign_keys = ON")
    run(f"PRAGMA cache_size = -{CACHE_KIB}")
    run("PRAGMA temp_store = MEMORY")
    if read_only:
        run("PRAGMA query_only = ON")
    return connection


def _sqlite_engine(path: Path, key: bytes, *, read_only: bool) -> Engine:
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect_sqlite(path, key, read_only=read_only),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def open_postgresql(url: str) -> Database:
    """A shared database at a `postgresql://` URL; reads are repeatable-read and refuse writes."""
    target = make_url(url).set(drivername="postgresql+psycopg")
    arguments = {"connect_timeout": 10, "application_name": "BranchDesk", "options": _OPTIONS}
    common: dict[str, Any] = {
        "connect_args": arguments,
        "pool_pre_ping": True,
        "hide_parameters": True,
        "pool_size": 4,
    }
    reader = create_engine(target, isolation_level="REPEATABLE READ", **common).execution_options(
        postgresql_readonly=True
    )
    return Database(reader=reader, writer=create_engine(target, **common), path=None)


def upsert(session: Session) -> Any:
    """The `insert` that knows ON CONFLICT for the session's engine; the other dialect is not loaded."""
    if session.get_bind().dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as of_sqlite

        return of_sqlite
    from sqlalchemy.dialects.postgresql import insert as of_postgresql

    return of_postgresql


def is_postgresql(url: str) -> bool:
    """Whether a text given as database names a PostgreSQL server."""
    return url.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))
