"""Copy a live encrypted database to another file, whole and at one moment, while others go on writing."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from db.files import open_to_read

_PAGES_AT_ONCE: Final = 2048

Progress = Callable[[int, int], None]
"""Told (done, all); raising in it cancels."""


def copy_database(source: Path, key: bytes, target: Path, *, progress: Progress | None = None) -> None:
    """Write the state of this moment to the new file `target`, encrypted with the same key, and fsync it.

    A read transaction held over all steps keeps the snapshot: writers neither wait nor restart the copy.
    Page by page and not VACUUM INTO, which numbers rows anew in tables without an integer key.
    Raises the driver's errors and OSError (see `db.faults.refusing`); a part of the target may then be left.
    """
    from sqlcipher3 import dbapi2

    def tell(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with (
        closing(open_to_read(source, key)) as reader,
        closing(dbapi2.connect(str(target), isolation_level=None)) as writer,
    ):
        writer.execute("PRAGMA cipher_log_level = NONE")
        writer.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        writer.execute("PRAGMA journal_mode = OFF")
        writer.execute("PRAGMA synchronous = OFF")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        reader.backup(writer, pages=_PAGES_AT_ONCE, progress=tell)
        reader.execute("COMMIT")
        writer.execute("PRAGMA journal_mode = DELETE")
    _sync(target)


def mark_as_copy(path: Path, key: bytes) -> None:
    """Forget the token of the last synchronisation: the server then treats this file as a replica of its own.

    A restored file and the one it came from would otherwise push under one name.
    """
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        found = connection.execute("SELECT name FROM sqlite_master WHERE name = 'sync_state'").fetchone()
        if found is not None:
            connection.execute("UPDATE sync_state SET token = NULL")
    _sync(path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
