"""Backups of a shared database: by pg_dump, without its password ever being seen."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from app import server_backup
from db.errors import UserError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "monday.pgdump"


def stand_in(folder: Path, name: str, script: str) -> None:
    tool = folder / name
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pg_dump that writes down how it was called."""
    folder = tmp_path / "tools"
    folder.mkdir()
    told = tmp_path / "told"
    seen = f'echo "$@" > {told}; env >> {told}; cat "$PGPASSFILE" > {told}.password'
    write = 'for word in "$@"; do case "$word" in --file=*) echo dump > "${word#--file=}";; esac; done'
    stand_in(folder, "pg_dump", f"{seen}\n{write}")
    stand_in(folder, "pg_restore", "exit 0")
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    return folder


URL = "postgresql+psycopg://ann:fo%3Aur@db.example/shop?sslmode=verify-full"


def test_the_password_is_on_no_command_line_and_in_no_environment(
    tools: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRANCHDESK_PASSPHRASE", "blue horses")
    assert server_backup.back_up_server(URL, out) == out
    told = (tmp_path / "told").read_text()
    assert "postgresql://ann@db.example/shop?sslmode=verify-full" in told
    assert "fo:ur" not in told
    assert "fo%3Aur" not in told
    assert "blue horses" not in told
    assert (tmp_path / "told.password").read_text() == "*:*:*:*:fo\\:ur\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".backing-up*"))


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("echo 'pg_dump: error: aborting because of server version mismatch' >&2; exit 1", "pg-dump-older"),
        ("echo 'pg_dump: error: permission denied for table customer' >&2; exit 1", "pg-dump-failed"),
        ("echo 'could not write: No space left on device' >&2; exit 1", "disk-full"),
        ("exit 1", "pg-dump-failed"),
    ],
)
def test_a_dump_that_fails_is_told_and_leaves_the_earlier_one(
    tools: Path, out: Path, tmp_path: Path, script: str, code: str
) -> None:
    out.write_bytes(b"earlier")
    stand_in(tools, "pg_dump", script)
    with pytest.raises(UserError, match=code):
        server_backup.back_up_server(URL, out)
    assert out.read_bytes() == b"earlier"
    assert not list(tmp_path.glob(".backing-up*"))


def test_a_dump_that_cannot_be_read_back_is_no_backup(tools: Path, out: Path) -> None:
    stand_in(tools, "pg_restore", "echo 'pg_restore: error: did not find magic string' >&2; exit 1")
    with pytest.raises(UserError, match="pg-dump-failed") as caught:
        server_backup.back_up_server(URL, out)
    assert caught.value.facts == {"told": "did not find magic string"}
    assert not out.exists()


def test_without_pg_dump_it_says_what_to_do(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(server_backup, "_PLACES", ())
    with pytest.raises(UserError, match="pg-dump-missing"):
        server_backup.back_up_server(URL, out)


def test_the_newest_of_the_installed_ones_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for edition in ("9.6", "15", "16"):
        (tmp_path / edition / "bin").mkdir(parents=True)
        (tmp_path / edition / "bin" / "pg_dump").touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(server_backup, "_PLACES", ((str(tmp_path), "*/bin/{tool}"),))
    assert server_backup._tool("pg_dump").parent.parent.name == "16"


def test_a_folder_that_is_missing_is_told(tools: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder-missing"):
        server_backup.back_up_server(URL, tmp_path / "nowhere" / "a.pgdump")


def test_restoring_is_left_to_the_administrator() -> None:
    with pytest.raises(UserError, match="restore-on-server"):
        server_backup.refuse_server_restore()


def test_a_real_dump_holds_the_rows(postgres_url: str, out: Path) -> None:
    plain = postgres_url.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("CREATE TABLE customer (name text)")
        connection.execute("INSERT INTO customer VALUES ('kept')")
    try:
        server_backup.back_up_server(postgres_url, out)
    except UserError as error:
        if error.code in ("pg-dump-missing", "pg-dump-older"):
            pytest.skip(f"this machine's client programs: {error.code}")
        raise
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("DROP TABLE customer")
    restore = [str(server_backup._tool("pg_restore")), f"--dbname={plain}", "--no-owner", str(out)]
    subprocess.run(restore, check=True, stdout=sys.stderr)
    with psycopg.connect(plain) as connection:
        assert connection.execute("SELECT name FROM customer").fetchone() == ("kept",)
