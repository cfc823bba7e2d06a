"""What drivers and disks complain about reaches people as a refusal; a bug stays a bug."""

from __future__ import annotations

import errno
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from db import faults
from db.engine import connect_sqlite
from db.errors import UserError

KEY = bytes(range(32))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EROFS, "folder-read-only"),
        (errno.EACCES, "folder-denied"),
        (errno.EIO, "disk-fault"),
        (errno.ENOENT, "file-missing"),
    ],
)
def test_a_disk_s_complaint_names_its_file(number: int, code: str) -> None:
    told = faults.refusal(OSError(number, "told", "/srv/shop/a.db"))
    assert told is not None
    assert (told.code, told.facts) == (code, {"path": "/srv/shop/a.db"})


def test_a_windows_complaint_goes_by_its_own_number() -> None:
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = 32  # type: ignore[attr-defined]
    told = faults.refusal(error)
    assert told is not None
    assert told.code == "file-in-use"


def test_a_full_disk_inside_a_database_is_told(tmp_path: Path) -> None:
    with closing(connect_sqlite(tmp_path / "a.db", KEY)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("PRAGMA max_page_count = 4")
        with pytest.raises(UserError, match="disk-full"), faults.refusing():
            connection.execute("INSERT INTO t VALUES (randomblob(100000))")


def test_a_busy_database_is_told(tmp_path: Path) -> None:
    with (
        closing(connect_sqlite(tmp_path / "a.db", KEY)) as one,
        closing(connect_sqlite(tmp_path / "a.db", KEY)) as other,
    ):
        other.execute("PRAGMA busy_timeout = 0")
        one.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="database-busy"), faults.refusing():
            other.execute("BEGIN IMMEDIATE")


def test_another_key_is_told(tmp_path: Path) -> None:
    with closing(connect_sqlite(tmp_path / "a.db", KEY)) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(UserError, match="database-unreadable"), faults.refusing():
        connect_sqlite(tmp_path / "a.db", bytes(32))


def test_a_refusal_passes_through_as_it_is() -> None:
    refused = UserError("phone-too-short")
    with pytest.raises(UserError) as caught, faults.refusing(path="x"):
        raise refused
    assert caught.value is refused
    assert caught.value.facts == {}


@pytest.mark.parametrize(
    "bug", [ValueError("x"), KeyError("x"), OSError(errno.ENOTTY, "x"), ZeroDivisionError()]
)
def test_a_bug_stays_a_bug(bug: Exception) -> None:
    with pytest.raises(type(bug)), faults.refusing():
        raise bug


def test_a_wrong_statement_is_a_bug() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection, pytest.raises(DBAPIError), faults.refusing():
        connection.execute(text("SELEKT 1"))
    engine.dispose()


@pytest.mark.parametrize(
    ("part", "instead", "code"),
    [
        (r"/[^/]+$", "/no_such_shop", "server-database-missing"),
        (r":\d+/", ":1/", "server-unreachable"),
        (r"//[^@]*@", "//nobody_here@", "server-"),
    ],
)
def test_a_server_that_does_not_let_us_in_says_why(
    postgres_url: str, part: str, instead: str, code: str
) -> None:
    url = re.sub(part, instead, postgres_url.replace("+psycopg", ""))
    with pytest.raises(UserError, match=code), faults.refusing():
        psycopg.connect(url, connect_timeout=3)


def test_a_lost_server_is_told_through_sqlalchemy(postgres_url: str) -> None:
    plain = postgres_url.replace("+psycopg", "")
    engine = create_engine(plain.replace("postgresql:", "postgresql+psycopg:"))
    try:
        with engine.connect() as connection:
            number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            with psycopg.connect(plain, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
            with pytest.raises(UserError, match="server-connection-lost"), faults.refusing():
                connection.execute(text("SELECT 1"))
    finally:
        engine.dispose()


def test_two_who_change_the_same_row_are_told(postgres_url: str) -> None:
    plain = postgres_url.replace("+psycopg", "")
    with psycopg.connect(plain) as one, psycopg.connect(plain) as other:
        one.execute("CREATE TABLE card (note text)")
        one.execute("INSERT INTO card VALUES ('')")
        one.commit()
        other.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        other.execute("SELECT * FROM card")
        one.execute("UPDATE card SET note = 'one'")
        one.commit()
        with pytest.raises(UserError, match="changed-meanwhile"), faults.refusing():
            other.execute("UPDATE card SET note = 'other'")


def test_what_the_server_forbids_is_told(postgres_url: str) -> None:
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        connection.execute("SET TRANSACTION READ ONLY")
        with pytest.raises(UserError, match="server-read-only"), faults.refusing():
            connection.execute("CREATE TABLE card (note text)")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("branchdesk: ticket-stage-left", "ticket-stage-left"),
        ("branchdesk: ticket-kept\nCONTEXT:  PL/pgSQL function", "ticket-kept"),
        ("branchdesk: a key never changes", None),
        ("CHECK constraint failed: branchdesk: ticket-kept", None),
    ],
)
@pytest.mark.parametrize("kind", [psycopg.errors.RaiseException, sqlite3.IntegrityError])
def test_what_a_trigger_of_tickets_refuses_is_told(
    kind: type[Exception], told: str, code: str | None
) -> None:
    refused = faults.refusal(kind(told))
    assert (refused.code if refused else None) == code
