"""A real PostgreSQL server for the tests: started in a folder of its own, gone when they end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

PREFIX = "branchdesk-postgres-"
SKIPPED = "no PostgreSQL server programs (initdb, pg_ctl) on this machine"

# Speed instead of safety: this server never outlives the tests. Every statement is UTC like the product.
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_connections = 60
shared_buffers = 64MB
autovacuum = off
timezone = 'UTC'
log_line_prefix = '%m [%p] %d '
"""


def find_binaries() -> Path | None:
    """The folder with initdb and pg_ctl: on the path, where pg_config says, or where Debian keeps them."""
    folders = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    if pg_config := shutil.which("pg_config"):
        told = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        folders.append(Path(told.stdout.strip() or "."))
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(versions, key=lambda folder: -float(folder.parent.name))
    for folder in folders:
        if all(shutil.which(name, path=str(folder)) for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    return None


def _other_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root hands it to the least of the users it finds."""
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Server:
    """One running server; databases are made from templates and dropped again."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._as_user = _other_user()
        self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        (self._folder / "owner").write_text(str(os.getpid()), encoding="ascii")
        if self._as_user:
            os.chown(self._folder, self._as_user["user"], self._as_user["group"])
        self._templates: dict[str, str] = {}
        self.port = 0

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _call(self, program: str, *arguments: str) -> None:
        # The server inherits these handles: a pipe here would keep the caller waiting for ever.
        with (self._folder / "setup.log").open("ab") as log:
            subprocess.run(
                [str(self._binaries / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=True,
                cwd=self._folder,
                env={**os.environ, "LC_ALL": "C"},
                **self._as_user,
            )

    def start(self) -> None:
        self._call(
            *("initdb", "--pgdata", str(self._data), "--username", "postgres", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        )
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(SETTINGS)
        for attempts_left in (2, 1, 0):
            self.port = _free_port()
            try:
                self._call(
                    *("pg_ctl", "start", "--wait", "--silent", "--pgdata", str(self._data)),
                    *("--log", str(self._folder / "server.log"), "--options", f"-p {self.port}"),
                )
            except subprocess.CalledProcessError:  # somebody took the port in between
                if not attempts_left:
                    raise
            else:
                return

    def stop(self) -> None:
        self._call("pg_ctl", "stop", "--silent", "--mode", "immediate", "--pgdata", str(self._data))
        shutil.rmtree(self._folder)

    def url(self, database: str) -> str:
        """For SQLAlchemy; the user is the server's superuser and needs no password."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def template(self, name: str, fill: Callable[[str], None]) -> str:
        """The database that `fill` (given its URL) made once in this run, for `database` to copy."""
        if name not in self._templates:
            made = f"template_{name}"
            self._run(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(made)))
            fill(self.url(made))
            self._templates[name] = made
        return self._templates[name]

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """The URL of a fresh copy of a template, dropped at the end even while somebody is connected."""
        name = sql.Identifier(f"test_{uuid.uuid4().hex}")
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(template)))
        try:
            yield self.url(name.as_string().strip('"'))
        finally:
            self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(
            host="127.0.0.1", port=self.port, user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)


def _remove_forgotten() -> None:
    """Remove what killed test runs left; a server whose folder is gone ends by itself within a minute."""
    for owner in Path(tempfile.gettempdir()).glob(PREFIX + "*/owner"):
        try:
            os.kill(int(owner.read_text(encoding="ascii")), 0)
        except ProcessLookupError:
            shutil.rmtree(owner.parent, ignore_errors=True)
        except (OSError, ValueError):  # somebody else's, or just being made
            continue


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_server() -> Iterator[Server | None]:
    """A started server, or None where its programs are missing."""
    binaries = find_binaries()
    if binaries is None:
        yield None
        return
    if os.name != "nt":
        _remove_forgotten()
    server = Server(binaries)
    server.start()
    try:
        yield server
    finally:
        server.stop()
