"""From a data folder to an open store, also when a start or a restore was cut short before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import secrets, starting, wiring
from app.paths import DataFolder
from app.wiring import Stage
from db import upgrade
from db.engine import open_sqlite
from db.errors import UserError
from tests.keyrings import MemoryKeyring

GIVEN = starting.NewBranch(
    name="成都高新店", code="CDGX", owner="王芳", login="wang", password="peony-kettle-42"
)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


def founded(folder: DataFolder, keyring: MemoryKeyring) -> None:
    wiring.found_local(folder, GIVEN, keyring=keyring)[0].close()


def test_lost_settings_cost_a_device_code_and_not_the_customers(
    folder: DataFolder, keyring: MemoryKeyring
) -> None:
    founded(folder, keyring)
    folder.settings.unlink()
    assert wiring.stage(folder) is Stage.READY
    with pytest.raises(UserError, match="already-founded"):
        wiring.found_local(folder, GIVEN, keyring=keyring)
    desk = wiring.open_local(folder, wiring.unlock_local(folder, keyring=keyring))
    assert starting.has_branches(desk.store)
    first = desk.device_id
    desk.close()
    again = wiring.open_local(folder, wiring.unlock_local(folder, keyring=keyring))
    assert again.device_id == first
    again.close()


@pytest.mark.parametrize("tables", [False, True])
def test_a_first_start_killed_before_its_branch_is_begun_anew(
    folder: DataFolder, keyring: MemoryKeyring, tables: bool
) -> None:
    folder.root.mkdir()
    killed = secrets.create_keys(folder.keys, keyring=keyring)
    if tables:
        database = open_sqlite(folder.database, killed.key)
        upgrade.upgrade(database, killed.key)
        database.close()
    founded(folder, keyring)
    desk = wiring.open_local(folder, wiring.unlock_local(folder, keyring=keyring))
    assert starting.has_branches(desk.store)
    desk.close()


def test_a_database_that_cannot_be_looked_into_is_never_begun_anew(
    folder: DataFolder, keyring: MemoryKeyring
) -> None:
    founded(folder, keyring)
    folder.settings.unlink()
    before = folder.database.read_bytes()
    with pytest.raises(UserError, match="already-founded"):
        wiring.found_local(folder, GIVEN, keyring=MemoryKeyring(), passphrase="not the right one")
    assert folder.database.read_bytes() == before


def test_a_restore_cut_short_is_finished_before_anything_is_judged(
    folder: DataFolder, keyring: MemoryKeyring
) -> None:
    """Between its two renames there is no database, which must not look like a first start."""
    founded(folder, keyring)
    (folder.root / "restoring").mkdir()
    folder.database.replace(folder.root / "restoring" / "branchdesk.db")
    journal = {"aside": None, "keep_keys": True}
    (folder.root / "restore.json").write_text(json.dumps(journal))
    assert wiring.stage(folder) is Stage.READY
    desk = wiring.open_local(folder, wiring.unlock_local(folder, keyring=keyring))
    assert starting.has_branches(desk.store)
    desk.close()
    assert not (folder.root / "restore.json").exists()


def test_a_device_that_settings_name_wrongly_is_looked_up_anew(
    folder: DataFolder, keyring: MemoryKeyring
) -> None:
    founded(folder, keyring)
    kept = json.loads(folder.settings.read_text(encoding="utf-8"))
    kept["devices"] = {"local": "the one by the door"}
    folder.settings.write_text(json.dumps(kept), encoding="utf-8")
    desk = wiring.open_local(folder, wiring.unlock_local(folder, keyring=keyring))
    assert starting.has_branches(desk.store)
    desk.close()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("", "url-wrong"),
        ("C:\\branchdesk.db", "url-wrong"),
        ("postgresql://u@h:99x/d", "url-wrong"),
        ("postgresql://u:secret@h/d", "url-has-password"),
        ("postgresql://u@h/d?sslpassword=secret", "url-has-password"),
        ("postgresql://u@h", "url-without-database"),
    ],
)
def test_an_address_is_checked_and_its_secret_never_told(given: str, code: str) -> None:
    with pytest.raises(UserError, match=code) as refused:
        wiring.shared_url(given)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "given", ["postgresql://u@h/d", "postgres://u@h:5433/d", "postgresql+psycopg://u@h/d?sslmode=require"]
)
def test_every_spelling_of_an_address_names_one_database(given: str) -> None:
    assert wiring.shared_url(given).startswith("postgresql://u@h")
