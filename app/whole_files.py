"""Small files that are replaced wholly or not at all, and a lock for who reads, changes and writes one."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from db.errors import UserError
from db.faults import refusing

_PART = ".part"


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` so that a crash at any moment leaves the old file or the new one, readable by its owner.

    Raises OSError; the old file is then untouched.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(6)}{_PART}")
    try:
        with _created(part) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def save_file(path: Path, content: bytes) -> None:
    """`write_whole` where a person chose the place. Raises UserError for a full, read-only or missing folder."""
    with refusing(path=path):
        write_whole(path, content)


def require_writable(out: Path) -> None:
    """Asked before anything is done: a refused command changes nothing."""
    folder = out.absolute().parent
    if not folder.is_dir():
        raise UserError("folder-missing", path=folder)
    if out.is_dir():
        raise UserError("file-is-folder", path=out)
    if not os.access(folder, os.W_OK):
        raise UserError("folder-denied", path=folder)


def sync_file(path: Path) -> None:
    """Make what was written to a file by others survive a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut; Windows and some network drives have no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


@contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[None]:
    """Keep other processes out while `path` is read, changed and written.

    The lock is a file beside it and dies with the process. Raises UserError `file-in-use` when somebody has
    it and `wait` is off, or does not let go for ten seconds on Windows.
    """
    with path.with_name(f".{path.name}.lock").open("a+b") as file:
        if not _try_lock(file, wait=wait):
            raise UserError("file-in-use", path=path)
        try:
            _clear_parts(path)
            yield
        finally:
            _unlock(file)


def _created(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb")


def _clear_parts(path: Path) -> None:
    """What a killed process left; under the lock nobody is writing."""
    for part in path.parent.glob(f".{path.name}.*{_PART}"):
        with suppress(OSError):
            part.unlink()


if sys.platform == "win32":
    import msvcrt

    _BINARY = os.O_BINARY

    def _try_lock(file: IO[bytes], *, wait: bool) -> bool:
        """LK_LOCK tries ten times, a second apart, before it gives up."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    _BINARY = 0

    def _try_lock(file: IO[bytes], *, wait: bool) -> bool:
        """Waits without end where it may: whoever holds it then writes a few kilobytes."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
