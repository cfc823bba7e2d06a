"""What databases, drivers and disks complain about, as refusals a person can act on."""

from __future__ import annotations

import errno
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from db.errors import UserError

_SQLITE: Final = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "database-read-only",
    sqlite3.SQLITE_CORRUPT: "database-corrupt",
    sqlite3.SQLITE_NOTADB: "database-unreadable",
    sqlite3.SQLITE_BUSY: "database-busy",
    sqlite3.SQLITE_LOCKED: "database-busy",
    sqlite3.SQLITE_CANTOPEN: "database-cannot-open",
    sqlite3.SQLITE_PERM: "folder-denied",
    sqlite3.SQLITE_IOERR: "disk-fault",
    sqlite3.SQLITE_NOMEM: "memory-full",
}
"""Primary result code (the low byte of an extended one) → code of the refusal."""

_SYSTEM: Final = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "disk-full",
    errno.EROFS: "folder-read-only",
    errno.EACCES: "folder-denied",
    errno.EPERM: "folder-denied",
    errno.EIO: "disk-fault",
    errno.EFBIG: "file-too-large-for-disk",
    errno.ENOENT: "file-missing",
    errno.ENOTDIR: "file-missing",
    errno.EISDIR: "file-is-folder",
    errno.EBUSY: "file-in-use",
}

_WINDOWS: Final = {
    32: "file-in-use",
    33: "file-in-use",
    39: "disk-full",
    112: "disk-full",
    19: "folder-read-only",
}

_SQLSTATES: Final = {
    "28P01": "server-password-wrong",
    "28000": "server-refuses-user",
    "3D000": "server-database-missing",
    "40001": "changed-meanwhile",
    "40P01": "changed-meanwhile",
    "55P03": "database-busy",
    "57014": "query-cancelled",
    "57P01": "server-connection-lost",
    "57P02": "server-connection-lost",
    "57P03": "server-starting",
    "53100": "server-disk-full",
    "53300": "server-full",
    "42501": "server-forbids",
    "25006": "server-read-only",
}

_CONNECTING: Final = (
    # libpq gives no SQLSTATE for these before a session exists, only its English text.
    ("password authentication failed", "server-password-wrong"),
    ("no password supplied", "server-password-wrong"),
    ("no pg_hba.conf entry", "server-refuses-user"),
    ('" does not exist', "server-database-missing"),
    ("certificate verify failed", "server-not-trusted"),
    ("does not support SSL", "server-not-trusted"),
    ("starting up", "server-starting"),
    ("too many clients", "server-full"),
)

_GUARDED: Final = re.compile(r"branchdesk: (ticket-[a-z-]+)")
"""What the triggers of `db.ticket_guards` refuse, on either engine."""


def refusal(error: BaseException, **facts: object) -> UserError | None:
    """The refusal that tells a person what `error` means, or None when it is a bug of ours.

    Understands SQLAlchemy's wrappers, both drivers and OSError; `facts` go into the sentence.
    """
    if isinstance(error, UserError):
        return error
    if "sqlalchemy" in sys.modules:  # settings and folders are looked at before it need be loaded
        from sqlalchemy.exc import DBAPIError
        from sqlalchemy.orm.exc import StaleDataError

        if isinstance(error, StaleDataError):
            return UserError("changed-meanwhile", **facts)
        if isinstance(error, DBAPIError):
            return refusal(error.orig, **facts) if error.orig is not None else None
    code = _code_of(error)
    if code is None:
        return None
    if isinstance(error, OSError) and error.filename is not None:
        facts = {"path": error.filename, **facts}
    return UserError(code, **facts)


@contextmanager
def refusing(**facts: object) -> Iterator[None]:
    """Turn what a disk or database complains about inside into the UserError for it; bugs pass through."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        told = refusal(error, **facts)
        if told is None:
            raise
        raise told from error


def _code_of(error: BaseException) -> str | None:
    if isinstance(error, OSError):
        by_windows = _WINDOWS.get(getattr(error, "winerror", None) or 0)
        return by_windows or _SYSTEM.get(error.errno or 0)
    if isinstance(error, UnicodeEncodeError):
        return "text-unreadable" if error.reason == "surrogates not allowed" else None
    module = type(error).__module__.split(".")[0]
    if module in ("sqlcipher3", "sqlite3", "psycopg"):
        guarded = _GUARDED.match(str(error))
        if guarded is not None:
            return guarded[1]
    if module in ("sqlcipher3", "sqlite3"):
        return _SQLITE.get(int(getattr(error, "sqlite_errorcode", 0)) & 0xFF)
    if module == "psycopg":
        return _postgresql_code(error)
    return None


def _postgresql_code(error: BaseException) -> str | None:
    state = getattr(error, "sqlstate", None)
    if state is not None:
        return _SQLSTATES.get(state) or ("server-connection-lost" if state.startswith("08") else None)
    if type(error).__name__ == "DataError" and "NUL (0x00)" in str(error):
        return "text-unreadable"
    if type(error).__name__ not in ("OperationalError", "ConnectionTimeout", "InterfaceError"):
        return None
    told = str(error)
    for part, code in _CONNECTING:
        if part in told:
            return code
    lost = "server closed the connection" in told or "connection is lost" in told or "is closed" in told
    return "server-connection-lost" if lost else "server-unreachable"
