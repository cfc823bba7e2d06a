"""Backups of a shared PostgreSQL through its own pg_dump; who restores one is the server's administrator."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url

from app.whole_files import sync_file, sync_folder
from db.errors import UserError
from db.faults import refusing

SUFFIX: Final = ".pgdump"
_PLACES: Final = (
    ("/usr/lib/postgresql", "*/bin/{tool}"),
    ("/usr/pgsql", "*/bin/{tool}"),
    ("/opt/homebrew/opt", "postgresql*/bin/{tool}"),
    ("C:/Program Files/PostgreSQL", "*/bin/{tool}.exe"),
)


def back_up_server(url: str, out: Path) -> Path:
    """Dump a shared database into the file `out` (pg_dump's own format) and have pg_restore read it through.

    The dump is not encrypted: only its owner may read it, and the caller says so. The password reaches
    pg_dump in a file that is gone afterwards, never on a command line or in its environment.
    Raises UserError `pg-dump-missing`, `pg-dump-older` (than the server), `pg-dump-failed` (told: its first
    line), `folder-missing`, and the disk's own faults.
    """
    target = make_url(url)
    dump, check = _tool("pg_dump"), _tool("pg_restore")
    if not out.parent.is_dir():
        raise UserError("folder-missing", path=out.parent)
    with refusing(path=out), tempfile.TemporaryDirectory(dir=out.parent, prefix=".backing-up-") as scratch:
        part = Path(scratch) / out.name
        with _password_file(Path(scratch), target) as environment:
            arguments = ["--format=custom", "--no-password", f"--file={part}", f"--dbname={_place(target)}"]
            _run([str(dump), *arguments], environment)
        _run([str(check), "--list", str(part)], _plain_environment())
        part.chmod(0o600)
        sync_file(part)
        part.replace(out)
    sync_folder(out.parent)
    return out


def refuse_server_restore() -> None:
    """A shared database is put back by its administrator. Raises UserError `restore-on-server`."""
    raise UserError("restore-on-server")


def _tool(name: str) -> Path:
    """On the path, or the newest of the usual places; the newest dumps every older server."""
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    places = [path for root, pattern in _PLACES for path in Path(root).glob(pattern.format(tool=name))]
    if not places:
        raise UserError("pg-dump-missing")
    return max(places, key=_edition)


def _edition(path: Path) -> tuple[int, ...]:
    digits = "".join(character if character.isdigit() else " " for character in path.parent.parent.name)
    return tuple(int(part) for part in digits.split())


def _place(url: URL) -> str:
    """Server, database and user, with every option of the URL, and without the password."""
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return bare.render_as_string(hide_password=False)


@contextmanager
def _password_file(folder: Path, url: URL) -> Iterator[dict[str, str]]:
    """libpq's password file (https://www.postgresql.org/docs/current/libpq-pgpass.html), for one call."""
    environment = _plain_environment()
    password = url.password if url.password is not None else os.environ.get("PGPASSWORD")
    if password is None:
        yield environment
        return
    file = folder / "password"
    escaped = str(password).replace("\\", "\\\\").replace(":", "\\:")
    with os.fdopen(
        os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as opened:
        opened.write(f"*:*:*:*:{escaped}\n")
    try:
        yield {**environment, "PGPASSFILE": str(file)}
    finally:
        file.unlink()


def _plain_environment() -> dict[str, str]:
    """English messages, and none of the secrets that may be in ours."""
    ours = ("BRANCHDESK_", "PGPASSWORD")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "LC_ALL": "C", "PGCONNECT_TIMEOUT": "10"}


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode == 0:
        return
    if "server version mismatch" in done.stderr:
        raise UserError("pg-dump-older")
    if "No space left" in done.stderr:
        raise UserError("disk-full")
    told = next(iter(done.stderr.strip().splitlines()), "")
    raise UserError("pg-dump-failed", told=told.rpartition("error: ")[2])
