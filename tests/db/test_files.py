"""Looking at a database file: every fault is told apart, and the file stays byte for byte as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db import files
from db.engine import connect_sqlite
from db.errors import UserError
from db.files import FileState
from tests.local_files import HEAD, fill

KEY = bytes(range(32))
OTHER = bytes(32)


def make(path: Path, *, rows: int = 60, schema: str = HEAD) -> Path:
    with closing(connect_sqlite(path, KEY)) as connection:
        fill(connection, rows, schema)
    return path


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("original") / "branchdesk.db")


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "branchdesk.db"))


def overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def cut(path: Path, length: int) -> None:
    with path.open("r+b") as file:
        file.truncate(length)


def plain_sqlite(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customer (name TEXT)")


def test_what_is_there_is_told(path: Path, tmp_path: Path) -> None:
    assert files.look_at(path, KEY, head=HEAD) is FileState.CURRENT
    assert files.look_at(tmp_path / "nothing.db", KEY, head=HEAD) is FileState.MISSING
    assert not (tmp_path / "nothing.db").exists()
    (tmp_path / "empty.db").touch()
    assert files.look_at(tmp_path / "empty.db", KEY, head=HEAD) is FileState.EMPTY
    assert files.look_at(path, KEY, head="0008") is FileState.OLDER


def test_a_database_without_tables_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "begun.db"
    with closing(connect_sqlite(path, KEY)) as connection:
        connection.execute("CREATE TABLE passing (x)")
        connection.execute("DROP TABLE passing")
    assert files.look_at(path, KEY, head=HEAD) is FileState.EMPTY


def foreign_tables(path: Path) -> None:
    with closing(connect_sqlite(path, KEY)) as connection:
        connection.execute("DROP TABLE alembic_version")


def renew(path: Path) -> None:
    with closing(connect_sqlite(path, KEY)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0008'")


FAULTS: list[tuple[str, Callable[[Path], object], str]] = [
    ("plain SQLite", plain_sqlite, "database-not-encrypted"),
    ("a text", lambda path: path.write_text("name,phone\n" * 900), "database-foreign"),
    ("a few bytes", lambda path: path.write_bytes(b"PK\x03\x04"), "database-foreign"),
    ("random pages", lambda path: path.write_bytes(os.urandom(40960)), "database-other-key"),
    ("salt gone", lambda path: overwrite(path, 0, b"\xff" * 16), "database-other-key"),
    ("head damaged", lambda path: overwrite(path, 100, b"\xff" * 32), "database-corrupt"),
    ("first pages gone", lambda path: overwrite(path, 16, b"\0" * 8000), "database-corrupt"),
    ("every page but the first gone", lambda path: overwrite(path, 4096, b"\0" * 40960), "database-corrupt"),
    ("cut inside the first page", lambda path: cut(path, 2000), "database-foreign"),
    ("cut to a few pages", lambda path: cut(path, 8192), "database-corrupt"),
    ("cut inside a page", lambda path: cut(path, 10000), "database-corrupt"),
    ("of another program", foreign_tables, "database-foreign"),
    ("newer", renew, "database-newer"),
]


@pytest.mark.parametrize(("damage", "code"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_refused_file_is_named_and_untouched(
    path: Path, damage: Callable[[Path], object], code: str
) -> None:
    damage(path)
    before = path.read_bytes()
    with pytest.raises(UserError, match=code):
        files.look_at(path, KEY, head=HEAD)
    assert path.read_bytes() == before
    log = path.with_name("branchdesk.db-wal")
    assert not log.exists() or log.stat().st_size == 0


def test_another_key_is_told_and_changes_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="database-other-key"):
        files.look_at(path, OTHER, head=HEAD)
    assert path.read_bytes() == before
    assert capfd.readouterr().err == ""


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="database-is-folder"):
        files.look_at(tmp_path, KEY, head=HEAD)


KILLED = """
import os, sys
from pathlib import Path
from db.engine import connect_sqlite
connection = connect_sqlite(Path(sys.argv[1]), bytes(range(32)))
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute(sys.argv[2])
os.kill(os.getpid(), 9)
"""


def kill_after(path: Path, statement: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), statement], check=False)
    assert done.returncode != 0


def test_work_a_killed_program_left_in_the_log_is_seen_and_kept(path: Path) -> None:
    kill_after(path, "UPDATE alembic_version SET version_num = '0008'")
    log = path.with_name("branchdesk.db-wal")
    before = path.read_bytes(), log.read_bytes()
    assert len(before[1]) > 0
    with pytest.raises(UserError, match="database-newer") as caught:
        files.look_at(path, KEY, head=HEAD)
    assert caught.value.facts["found"] == "0008"
    assert (path.read_bytes(), log.read_bytes()) == before


def test_a_first_page_torn_by_a_power_cut_is_mended_from_the_log(path: Path) -> None:
    kill_after(path, "CREATE TABLE late (x)")
    overwrite(path, 100, b"\xff" * 200)
    assert files.look_at(path, KEY, head=HEAD) is FileState.CURRENT


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="for root every file is writable")
def test_a_file_that_may_not_be_written_is_told(path: Path) -> None:
    path.chmod(0o400)
    with pytest.raises(UserError, match="database-read-only"):
        files.look_at(path, KEY, head=HEAD)


def test_a_disk_that_may_not_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(UserError, match="database-read-only"):
        files.look_at(path, KEY, head=HEAD)


def test_a_whole_file_has_no_faults(path: Path) -> None:
    assert files.faults_in(path, KEY) == ()
    assert files.faults_in(path, KEY, thorough=True) == ()


@pytest.mark.parametrize("page", [0, 1, 7, -1])
def test_one_flipped_bit_on_any_page_is_found(path: Path, page: int) -> None:
    size = path.stat().st_size
    at = page % (size // files.PAGE) * files.PAGE + 1234
    overwrite(path, at, bytes([path.read_bytes()[at] ^ 1]))
    assert files.faults_in(path, KEY) != ()


def test_a_lost_reference_is_found(path: Path) -> None:
    with closing(connect_sqlite(path, KEY)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, parent REFERENCES parent)")
        connection.execute("INSERT INTO child VALUES (1, 99)")
    assert files.faults_in(path, KEY) == ("lost reference in child",)


OPENED = """
import sys
from pathlib import Path
from db.engine import connect_sqlite
connection = connect_sqlite(Path(sys.argv[1]), bytes(range(32)))
connection.execute("SELECT count(*) FROM customer").fetchone()
print("open", flush=True)
sys.stdin.read()
"""


def test_a_database_that_somebody_has_open_is_not_held(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OPENED, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(UserError, match="database-in-use"), files.held_alone(path):
            pytest.fail("held although open elsewhere")
        other.communicate("")
    with files.held_alone(path):
        pass


def test_a_missing_database_is_held_by_nobody(tmp_path: Path) -> None:
    with files.held_alone(tmp_path / "branchdesk.db"):
        assert not (tmp_path / "branchdesk.db").exists()
