"""Hear that another window has committed: NOTIFY on PostgreSQL, the file's change counter on SQLite.

A wake-up only says that something changed; the rows are the truth (a lost one costs a later refresh).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any, Final

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from db.engine import Database

CHANNEL: Final = "branchdesk"
POLL_SECONDS: Final = 0.7
RETRY_SECONDS: Final = 5.0

log = logging.getLogger(__name__)


def ring(connection: Connection, names: Iterable[str], sender: str) -> None:
    """Announce the changed topics to other stores, delivered when the transaction commits."""
    told = ",".join(sorted(names))
    if told and connection.dialect.name == "postgresql":
        connection.execute(
            text("SELECT pg_notify(:channel, :payload)"),
            {"channel": CHANNEL, "payload": f"{sender}:{told}"},
        )


def _faults_of(database: Database) -> tuple[type[Exception], ...]:
    """What a driver asked for its bare connection complains with: SQLAlchemy wraps nothing of that."""
    if database.is_local:
        from sqlcipher3 import dbapi2

        return (dbapi2.Error, SQLAlchemyError, OSError)
    import psycopg

    return (psycopg.Error, SQLAlchemyError, OSError)


class Bell:
    """A thread of its own that calls `heard(names)` after commits of other processes; none means "any".

    `reached` hears when the database goes out of reach, and when it is back.
    """

    def __init__(
        self,
        database: Database,
        heard: Callable[[list[str]], None],
        *,
        own_name: str,
        own_commits: Callable[[], int],
        reached: Callable[[bool], None] = lambda _is_there: None,
    ) -> None:
        self._own_name = own_name
        self._database = database
        self._heard = heard
        self._own_commits = own_commits
        self._reached = reached
        self._stopped = threading.Event()
        self._missed = False
        self._thread = threading.Thread(target=self._run, name="wakeup", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Stop and wait for the thread (at most one poll)."""
        self._stopped.set()
        self._thread.join(timeout=RETRY_SECONDS)

    def _run(self) -> None:
        listen = self._listen_sqlite if self._database.is_local else self._listen_postgresql
        faults = _faults_of(self._database)
        while not self._stopped.is_set():
            try:
                listen()
            except faults:
                log.info("listening for other windows was interrupted; trying again")
                if not self._missed:
                    self._reached(False)
                self._missed = True
            self._stopped.wait(RETRY_SECONDS)

    def _tell_what_was_missed(self) -> None:
        """After an interruption anything may have changed."""
        if self._missed:
            self._missed = False
            self._reached(True)
            self._heard([])

    def _listen_sqlite(self) -> None:
        connection: Any = self._database.reader.raw_connection()
        self._tell_what_was_missed()
        try:
            last = connection.driver_connection.execute("PRAGMA data_version").fetchone()
            own = self._own_commits()
            while not self._stopped.wait(POLL_SECONDS):
                now = connection.driver_connection.execute("PRAGMA data_version").fetchone()
                if now != last and own == self._own_commits():
                    self._heard([])
                last, own = now, self._own_commits()
        finally:
            connection.close()

    def _listen_postgresql(self) -> None:
        import psycopg

        connection = self._database.writer.raw_connection()
        driver = connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        connection.detach()
        try:
            driver.autocommit = True
            driver.execute(f"LISTEN {CHANNEL}")
            self._tell_what_was_missed()
            while not self._stopped.is_set():
                for note in driver.notifies(timeout=POLL_SECONDS):
                    sender, _, names = note.payload.partition(":")
                    if sender != self._own_name:
                        self._heard(names.split(","))
        finally:
            driver.close()
