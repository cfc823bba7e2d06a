"""Backups: made while people work, proved by opening, restored wholly or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import backup, backup_file, secrets
from app.backup import finish_restore, rehearse, restore
from app.paths import DataFolder
from app.secrets import NewKeys
from db import upgrade
from db.engine import connect_sqlite, open_sqlite
from db.errors import UserError
from tests.local_files import CHEAP, HEAD, SPOKEN, names, new_branch


def spoken(keys: Path) -> bytes:
    """The way in of a person who knows the passphrase."""
    return secrets.unlock_with_passphrase(keys, SPOKEN)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, NewKeys]:
    folder, keys = new_branch(tmp_path_factory.mktemp("template") / "shop")
    return folder.root, keys


@pytest.fixture
def keys(template: tuple[Path, NewKeys]) -> NewKeys:
    return template[1]


@pytest.fixture
def folder(template: tuple[Path, NewKeys], tmp_path: Path) -> DataFolder:
    shutil.copytree(template[0], tmp_path / "shop")
    return DataFolder(tmp_path / "shop")


@pytest.fixture
def made(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> Path:
    return backup.back_up(folder, keys.key, tmp_path / "monday.bdbackup", head=HEAD).path


def add(folder: DataFolder, key: bytes, name: str) -> None:
    with closing(connect_sqlite(folder.database, key)) as connection:
        connection.execute("INSERT INTO customer VALUES (?, '')", (name,))


def state(root: Path) -> dict[str, bytes]:
    """Every file below a folder, without the locks."""
    files = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def test_a_backup_holds_everything_and_stays_encrypted(
    folder: DataFolder, keys: NewKeys, tmp_path: Path
) -> None:
    result = backup.back_up(folder, keys.key, tmp_path / "monday.bdbackup", head=HEAD)
    assert result.path == tmp_path / "monday.bdbackup"
    assert result.length == result.path.stat().st_size
    assert result.manifest.schema == HEAD
    assert b"customer 1" not in result.path.read_bytes()
    assert rehearse(result.path, spoken, tmp_path, head=HEAD) == result.manifest
    assert not list(folder.root.glob(".backing-up*"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["monday.bdbackup", "shop"]


def test_a_backup_into_a_folder_names_itself(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    result = backup.back_up(folder, keys.key, tmp_path / "stick", head=HEAD)
    assert result.path.parent == tmp_path / "stick"
    assert result.path.suffix == ".bdbackup"
    backup.back_up(folder, keys.key, folder.backups / "first.bdbackup", head=HEAD)
    assert (folder.backups / "first.bdbackup").exists()


def test_a_restored_backup_is_the_database_of_that_moment(
    folder: DataFolder, keys: NewKeys, made: Path
) -> None:
    before = names(folder.database, keys.key)
    add(folder, keys.key, "too late")
    done = restore(folder, made, spoken, head=HEAD)
    assert names(folder.database, keys.key) == before
    assert done.aside is not None
    assert names(done.aside / "branchdesk.db", keys.key)[-1] == "too late"
    assert secrets.unlock_with_passphrase(done.aside / "keys.json", SPOKEN) == keys.key
    assert not finish_restore(folder)


def test_a_backup_moves_to_a_new_computer(keys: NewKeys, made: Path, tmp_path: Path) -> None:
    """With nothing but the file and the paper."""
    fresh = DataFolder(tmp_path / "new computer")
    done = restore(
        fresh, made, lambda file: secrets.unlock_with_recovery_key(file, keys.recovery_key), head=HEAD
    )
    assert done.aside is None
    assert len(names(fresh.database, secrets.unlock_with_passphrase(fresh.keys, SPOKEN))) == 200


def test_a_restore_over_another_branch_keeps_its_key_aside(made: Path, keys: NewKeys, tmp_path: Path) -> None:
    other, other_keys = new_branch(tmp_path / "other", rows=3)
    done = restore(other, made, spoken, head=HEAD)
    assert len(names(other.database, secrets.unlock_with_passphrase(other.keys, SPOKEN))) == 200
    assert done.aside is not None
    assert (
        secrets.unlock_with_recovery_key(done.aside / "keys.json", other_keys.recovery_key) == other_keys.key
    )
    assert len(names(done.aside / "branchdesk.db", other_keys.key)) == 3


def test_a_replaced_passphrase_does_not_come_back(folder: DataFolder, keys: NewKeys, made: Path) -> None:
    secrets.change_passphrase(folder.keys, keys.key, "five red cows", cost=CHEAP)
    restore(folder, made, spoken, head=HEAD)
    assert secrets.unlock_with_passphrase(folder.keys, "five red cows") == keys.key
    with pytest.raises(UserError, match="passphrase-wrong"):
        secrets.unlock_with_passphrase(folder.keys, SPOKEN)


def test_a_restored_copy_forgets_its_synchronisation_token(
    folder: DataFolder, keys: NewKeys, made: Path
) -> None:
    restore(folder, made, spoken, head=HEAD)
    with closing(connect_sqlite(folder.database, keys.key)) as connection:
        assert connection.execute("SELECT token FROM sync_state").fetchone() == (None,)


def test_a_backup_of_the_real_schema_restores(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "shop")
    folder.root.mkdir()
    keys = secrets.create_keys(folder.keys, passphrase=SPOKEN, cost=CHEAP)
    database = open_sqlite(folder.database, keys.key)
    upgrade.upgrade(database, keys.key)
    made = backup.back_up(folder, keys.key, tmp_path / "real.bdbackup", head=upgrade.HEAD)
    assert made.manifest.schema == upgrade.HEAD
    database.close()
    restore(folder, made.path, spoken, head=upgrade.HEAD)
    restored = open_sqlite(folder.database, keys.key)
    upgrade.require_current(restored)
    restored.close()


def test_work_goes_on_while_the_backup_is_made(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    """The copy is of one moment: the first so many of what the writer wrote, and none is torn."""
    stop = threading.Event()

    def write() -> None:
        with closing(connect_sqlite(folder.database, keys.key)) as connection:
            turn = 0
            while not stop.is_set():
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO customer VALUES (?, 'a')", (f"pair {turn}",))
                connection.execute("INSERT INTO customer VALUES (?, 'b')", (f"pair {turn}",))
                connection.execute("COMMIT")
                turn += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [
            backup.back_up(folder, keys.key, tmp_path / f"{turn}.bdbackup", head=HEAD).path
            for turn in range(4)
        ]
    finally:
        stop.set()
        writer.join()
    for turn, file in enumerate(made):
        fresh = DataFolder(tmp_path / f"fresh {turn}")
        restore(fresh, file, spoken, head=HEAD)
        written = names(fresh.database, keys.key)[200:]
        assert written == [f"pair {index // 2}" for index in range(len(written))]
        assert len(written) % 2 == 0


def test_a_backup_can_be_cancelled(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int, everything: int) -> None:
        raise CancelledError(done, everything)

    with pytest.raises(CancelledError):
        backup.back_up(folder, keys.key, tmp_path / "monday.bdbackup", head=HEAD, progress=cancel)
    assert not (tmp_path / "monday.bdbackup").exists()
    assert not list(folder.root.glob(".backing-up*"))


def test_progress_ends_at_the_whole(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    told: list[int] = []
    tell = lambda done, of: told.append(of - done)  # noqa: E731
    backup.back_up(folder, keys.key, tmp_path / "a.bdbackup", head=HEAD, progress=tell)
    assert told[-1] == 0


def test_another_file_is_never_overwritten(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK\x03\x04 dear customer")
    with pytest.raises(UserError, match="backup-would-overwrite"):
        backup.back_up(folder, keys.key, letter, head=HEAD)
    assert letter.read_bytes() == b"PK\x03\x04 dear customer"


def test_an_earlier_backup_is_replaced_when_the_new_one_is_whole(
    folder: DataFolder, keys: NewKeys, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("db.files.faults_in", lambda *_: ("page 7",))
        with pytest.raises(UserError, match="database-corrupt"):
            backup.back_up(folder, keys.key, made, head=HEAD)
    assert made.read_bytes() == first
    add(folder, keys.key, "new")
    backup.back_up(folder, keys.key, made, head=HEAD)
    restore(folder, made, spoken, head=HEAD)
    assert names(folder.database, keys.key)[-1] == "new"


def test_a_disk_that_writes_something_else_is_noticed(
    folder: DataFolder, keys: NewKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backup_file.os.fsync  # type: ignore[attr-defined]

    def spoiling(handle: int) -> None:
        real(handle)
        if os.path.basename(os.readlink(f"/proc/self/fd/{handle}")).startswith(".monday"):  # noqa: PTH119, PTH115
            os.pwrite(handle, b"\0\0\0\0", 50_000)

    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc to know the file by its handle")
    monkeypatch.setattr(os, "fsync", spoiling)
    with pytest.raises(UserError, match="backup-damaged"):
        backup.back_up(folder, keys.key, tmp_path / "monday.bdbackup", head=HEAD)
    assert not (tmp_path / "monday.bdbackup").exists()


def test_what_cannot_be_backed_up_is_told(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    out = tmp_path / "a.bdbackup"
    with pytest.raises(UserError, match="folder-missing"):
        backup.back_up(folder, keys.key, tmp_path / "nowhere" / "a.bdbackup", head=HEAD)
    with pytest.raises(UserError, match="keys-other"):
        backup.back_up(folder, bytes(32), out, head=HEAD)
    folder.keys.write_text(folder.keys.read_text().replace("created", "creates"))
    with pytest.raises(UserError, match="keys-damaged"):
        backup.back_up(folder, keys.key, out, head=HEAD)
    folder.database.unlink()
    with pytest.raises(UserError, match="database-missing"):
        backup.back_up(folder, keys.key, out, head=HEAD)
    assert not out.exists()


def test_a_damaged_database_makes_no_backup(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    content = bytearray(folder.database.read_bytes())
    content[len(content) // 2] ^= 1
    folder.database.write_bytes(content)
    with pytest.raises(UserError, match="database-"):
        backup.back_up(folder, keys.key, tmp_path / "a.bdbackup", head=HEAD)
    assert not (tmp_path / "a.bdbackup").exists()


def zipped(made: Path, **members: bytes) -> None:
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "backup-foreign"),
        (b"name,phone\n", "backup-foreign"),
        (b"PK\x03\x04" + b"\0" * 100, "backup-damaged"),
    ],
)
def test_what_is_no_backup_is_told_and_nothing_is_touched(
    folder: DataFolder, made: Path, content: bytes, code: str
) -> None:
    made.write_bytes(content)
    before = state(folder.root)
    with pytest.raises(UserError, match=code):
        restore(folder, made, spoken, head=HEAD)
    assert state(folder.root) == before


def test_a_missing_backup_is_told(folder: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="backup-missing"):
        restore(folder, tmp_path / "nothing.bdbackup", spoken, head=HEAD)


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        (b"{", "backup-damaged"),
        (b"[]", "backup-damaged"),
        (b"{}", "backup-damaged"),
        (b'{"format": "other"}', "backup-foreign"),
        (b'{"format": "branchdesk-backup", "version": 2}', "backup-newer"),
        (b'{"format": "branchdesk-backup", "version": 1, "files": {"../x": {}}}', "backup-damaged"),
    ],
)
def test_a_zip_that_is_none_of_ours_is_told(
    folder: DataFolder, tmp_path: Path, manifest: bytes, code: str
) -> None:
    file = tmp_path / "odd.bdbackup"
    zipped(file, backup_json=manifest)
    before = state(folder.root)
    with pytest.raises(UserError, match=code):
        restore(folder, file, spoken, head=HEAD)
    assert state(folder.root) == before


def test_a_backup_of_a_newer_program_is_refused(folder: DataFolder, made: Path) -> None:
    before = state(folder.root)
    with pytest.raises(UserError, match="backup-newer"):
        restore(folder, made, spoken, head="0006")
    assert state(folder.root) == before


def test_without_the_secret_nothing_is_touched(folder: DataFolder, made: Path) -> None:
    before = state(folder.root)
    with pytest.raises(UserError, match="passphrase-wrong"):
        restore(folder, made, lambda file: secrets.unlock_with_passphrase(file, "wrong horses"), head=HEAD)
    assert state(folder.root) == before


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_or_cut_backup_never_becomes_the_database(
    folder: DataFolder, keys: NewKeys, made: Path, data: st.DataObject
) -> None:
    content = bytearray(made.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    else:
        del content[at:]
    spoiled = made.with_name("spoiled.bdbackup")
    spoiled.write_bytes(content)
    before = names(folder.database, keys.key)
    try:
        restore(folder, spoiled, spoken, head=HEAD)
    except UserError:
        assert not list(folder.root.glob("restor*"))
    assert names(folder.database, keys.key) == before


OPENED = """
import sys
from pathlib import Path
from db.engine import connect_sqlite
connection = connect_sqlite(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
connection.execute("SELECT count(*) FROM customer").fetchone()
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def open_elsewhere(folder: DataFolder, keys: NewKeys) -> Iterator[None]:
    command = [sys.executable, "-c", OPENED, str(folder.database), keys.key.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield
        other.communicate("")


def test_a_database_open_in_another_window_is_not_replaced(
    folder: DataFolder, keys: NewKeys, made: Path, open_elsewhere: None
) -> None:
    with pytest.raises(UserError, match="database-in-use"):
        restore(folder, made, spoken, head=HEAD)
    assert not list(folder.root.glob("re[sp]*"))
    assert len(names(folder.database, keys.key)) == 200


def test_a_second_backup_at_once_is_refused(folder: DataFolder, keys: NewKeys, tmp_path: Path) -> None:
    told = []

    def meanwhile(_done: int, _all: int) -> None:
        with pytest.raises(UserError, match="backup-running") as caught:
            backup.back_up(folder, keys.key, tmp_path / "two.bdbackup", head=HEAD)
        told.append(caught.value.code)

    backup.back_up(folder, keys.key, tmp_path / "one.bdbackup", head=HEAD, progress=meanwhile)
    assert told
