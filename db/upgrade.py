"""Bring a database to the schema of this program, or refuse it with a reason."""

from __future__ import annotations

import secrets
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.pool import NullPool

from db import search_tables, stamps, ticket_guards
from db.engine import Database, connect_sqlite
from db.errors import UserError

HEAD: Final = "0003"
"""The newest migration, so that an ordinary start needs no Alembic; a test holds it to the scripts."""

_MIGRATIONS: Final = Path(__file__).parent / "migrations"


def revision(database: Database) -> str | None:
    """The schema edition of a database; None when it holds no tables of ours."""
    with database.reader.connect() as connection:
        return revision_of(connection)


def revision_of(connection: Connection) -> str | None:
    """As `revision`, on an open connection."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def require_current(database: Database) -> None:
    """Refuse a database this program must not write to.

    Raises UserError `database-empty`, `database-newer` or `database-older`.
    """
    found = revision(database)
    if found is None:
        raise UserError("database-empty")
    if found > HEAD:
        raise UserError("database-newer", found=found, known=HEAD)
    if found < HEAD:
        raise UserError("database-older", found=found, known=HEAD)


def upgrade(database: Database, key: bytes | None = None) -> Path | None:
    """Create or upgrade the schema in one transaction; returns the copy made of an existing local file.

    `key` is the raw key of a local file. Raises UserError `database-newer`.
    """
    found = revision(database)
    if found is not None and found > HEAD:
        raise UserError("database-newer", found=found, known=HEAD)
    copy = None
    if database.path is not None and key is not None and found is not None and found < HEAD:
        copy = _copy_aside(database.path, key, found)
    if database.path is not None and key is not None:
        _upgrade_sqlite(database.path, key)
    else:
        _upgrade_postgresql(database.writer)
    return copy


def _copy_aside(path: Path, key: bytes, found: str) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.stem}-before-{HEAD}-from-{found}-{moment}{path.suffix}")
    with closing(connect_sqlite(path, key)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    return target


def _upgrade_sqlite(path: Path, key: bytes) -> None:
    """On a connection of its own, foreign keys off before the transaction begins.

    A batch change of a parent would otherwise delete its children with it.
    """

    def connect() -> Any:
        connection = connect_sqlite(path, key)
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        _migrate(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"the upgrade broke {len(broken)} references")


def _upgrade_postgresql(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('branchdesk upgrade'))"))
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    install_triggers(connection)


def install_triggers(connection: Connection) -> None:
    """What is generated from the tables and so laid anew after every upgrade: stamps, search marks, guards."""
    stamps.install(connection)
    search_tables.install(connection)
    ticket_guards.install(connection)
    if connection.execute(text("SELECT count(*) FROM sync_state")).scalar_one() == 0:
        connection.execute(
            text("INSERT INTO sync_state (id, replica, ms, counter) VALUES (1, :replica, 0, 0)"),
            {"replica": secrets.token_hex(4)},
        )
