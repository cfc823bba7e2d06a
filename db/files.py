"""Look at a local database file before it is opened, and tell what is wrong with it without touching it.

Nothing here may be called on a file that this very process has open: closing any handle of a file drops the
locks SQLite holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from db.errors import UserError
from db.faults import refusing

PAGE: Final = 4096
_HMAC_BYTES: Final = 64
_SALT_BYTES: Final = 16
_SAMPLES: Final = 16
_PLAIN_HEADER: Final = b"SQLite format 3\0"
_SHARED_FIRST: Final = 0x40000002
_SHARED_SIZE: Final = 510
"""The bytes on which every open SQLite connection holds a lock (SQLite's os.h, "Locking")."""


class FileState(StrEnum):
    """What stands where the database should be."""

    MISSING = "missing"
    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"


def look_at(path: Path, key: bytes, *, head: str) -> FileState:
    """What kind of file this is; `head` is the newest schema this program knows.

    Reads only: the file stays byte for byte as it is. Raises UserError `database-is-folder`,
    `database-not-encrypted` (a plain SQLite file), `database-foreign`, `database-other-key`,
    `database-corrupt`, `database-newer` (found, known), `database-read-only`, `database-busy` and the disk's
    own faults.
    """
    if not path.exists():
        return FileState.MISSING
    if path.is_dir():
        raise UserError("database-is-folder", path=path)
    with refusing(path=path):
        if path.stat().st_size == 0:
            return FileState.EMPTY
        found = revision(path, key)
    if found is None:
        return FileState.EMPTY
    if found > head:
        raise UserError("database-newer", found=found, known=head, path=path)
    with refusing(path=path):
        _require_writable(path)
    return FileState.CURRENT if found == head else FileState.OLDER


def open_to_read(path: Path, key: bytes, *, unwatched: bool = False) -> Any:
    """A connection that cannot write, in autocommit; for looking, checking and copying.

    `unwatched` leaves no empty log beside the file and takes no lock: only for a file nobody has open.
    """
    from sqlcipher3 import dbapi2

    mode = "immutable=1" if unwatched else "mode=ro"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None, timeout=5.0
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def faults_in(path: Path, key: bytes, *, thorough: bool = False) -> tuple[str, ...]:
    """What the file's own checks find: altered pages, broken trees, lost references; empty when it is whole.

    `thorough` also compares every index with its table. Takes 10 s per GB on a 2026 disk.
    """
    from sqlcipher3 import dbapi2

    try:
        with closing(open_to_read(path, key)) as connection:
            altered = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
            if altered:
                return tuple(altered)
            check = "integrity_check" if thorough else "quick_check"
            told = [str(row[0]) for row in connection.execute(f"PRAGMA {check}")]
            lost = [f"lost reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
            return tuple(line for line in told if line != "ok") + tuple(lost)
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            return (str(error),)
        raise


@contextmanager
def held_alone(path: Path) -> Iterator[None]:
    """Nobody else has the database open, and nobody opens it meanwhile. Raises UserError `database-in-use`.

    On Windows the look is all: there the rename of a file that is open fails by itself.
    """
    with ExitStack() as held:
        if path.exists():
            with refusing(path=path):
                file = held.enter_context(path.open("r+b"))
            if not _lock_whole(file.fileno()):
                raise UserError("database-in-use", path=path)
            if _A_LOOK_IS_ALL:
                held.close()
        yield


def is_authentic(page: bytes, number: int, salt: bytes, key: bytes) -> bool:
    """Whether this key wrote this page: SQLCipher 4's HMAC-SHA512 over the page and its number.

    https://www.zetetic.net/sqlcipher/design/; with a raw key only the HMAC key is derived, in two rounds.
    """
    hmac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, len(key))
    covered = page[_SALT_BYTES if number == 1 else 0 : PAGE - _HMAC_BYTES]
    told = hmac.digest(hmac_key, covered + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(told, page[PAGE - _HMAC_BYTES : PAGE])


def revision(path: Path, key: bytes) -> str | None:
    """The schema edition, or None without any tables; diagnoses what SQLite cannot read.

    Every open database has a log beside it, so without one nobody is writing; should somebody begin this
    very moment, the second look waits as it must.
    """
    from sqlcipher3 import dbapi2

    try:
        if not path.with_name(f"{path.name}-wal").exists():
            with suppress(dbapi2.DatabaseError):
                return _revision(path, key, unwatched=True)
        return _revision(path, key, unwatched=False)
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise UserError(_diagnosis(path, key), path=path) from error
        raise


def _revision(path: Path, key: bytes, *, unwatched: bool) -> str | None:
    with closing(open_to_read(path, key, unwatched=unwatched)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise UserError("database-foreign", path=path)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def _diagnosis(path: Path, key: bytes) -> str:
    """Why a file cannot be read: any page that our key wrote tells that the rest is damage."""
    with path.open("rb") as file:
        head = file.read(_SALT_BYTES)
        if head == _PLAIN_HEADER:
            return "database-not-encrypted"
        pages = path.stat().st_size // PAGE
        if pages == 0:
            return "database-foreign"
        for number in sorted({1 + index * (pages - 1) // _SAMPLES for index in range(_SAMPLES + 1)}):
            file.seek((number - 1) * PAGE)
            if is_authentic(file.read(PAGE), number, head, key):
                return "database-corrupt"
    return "database-other-key" if path.stat().st_size % PAGE == 0 else "database-foreign"


def _require_writable(path: Path) -> None:
    """Opened for writing and closed again, which changes nothing; permission bits alone lie."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise UserError("database-read-only", path=path) from error
        raise


if sys.platform == "win32":
    import msvcrt

    _A_LOOK_IS_ALL = True

    def _lock_whole(handle: int) -> bool:
        os.lseek(handle, _SHARED_FIRST, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, _SHARED_SIZE)
        except OSError:
            return False
        os.lseek(handle, _SHARED_FIRST, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, _SHARED_SIZE)
        return True

else:
    import fcntl

    _A_LOOK_IS_ALL = False

    def _lock_whole(handle: int) -> bool:
        """Released when the file is closed."""
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except OSError:
            return False
        return True
