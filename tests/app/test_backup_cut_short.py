"""Backups and restores cut short at every step, as by a power cut."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app import backup, secrets
from app.backup import finish_restore, rehearse, restore
from app.paths import DataFolder
from app.secrets import NewKeys
from tests.local_files import HEAD, SPOKEN, names, new_branch


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


# Stops as a power cut would, at the given call of those that change names or folders.
CRASH = """
import os, pathlib, shutil, sys
from pathlib import Path
from app import backup, secrets
from app.paths import DataFolder

left = int(sys.argv[3])

def counted(real):
    def call(*arguments, **named):
        global left
        if left == 0:
            os._exit(9)
        left -= 1
        return real(*arguments, **named)
    return call

pathlib.Path.replace = counted(pathlib.Path.replace)
pathlib.Path.mkdir = counted(pathlib.Path.mkdir)
pathlib.Path.unlink = counted(pathlib.Path.unlink)
os.fsync = counted(os.fsync)
shutil.rmtree = counted(shutil.rmtree)
folder = DataFolder(Path(sys.argv[1]))
spoken = lambda file: secrets.unlock_with_passphrase(file, "four blue horses")
if sys.argv[4] == "restore":
    backup.restore(folder, Path(sys.argv[2]), spoken, head="0007")
else:
    backup.back_up(folder, spoken(folder.keys), Path(sys.argv[2]), head="0007")
"""


def crash_at(step: int, folder: DataFolder, file: Path, what: str) -> bool:
    """False when the work was finished before that step came."""
    command = [sys.executable, "-c", CRASH, str(folder.root), str(file), str(step), what]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode in (0, 9), done.stderr
    return done.returncode == 9


@pytest.mark.timeout(300)
def test_a_restore_cut_short_anywhere_leaves_the_old_or_the_new_database(
    template: tuple[Path, NewKeys], made: Path, keys: NewKeys, tmp_path: Path
) -> None:
    """At every step in turn, into a folder of another key, which is the harder case."""
    other, other_keys = new_branch(tmp_path / "other", rows=3)
    outcomes = []
    for step in range(60):
        folder = DataFolder(tmp_path / f"cut {step}")
        shutil.copytree(other.root, folder.root)
        if not crash_at(step, folder, made, "restore"):
            break
        finish_restore(folder)
        key = spoken(folder.keys)
        count = len(names(folder.database, key))
        assert (count, key) in ((3, other_keys.key), (200, keys.key))
        if count == 200:
            (aside,) = folder.root.glob("replaced-*")
            assert len(names(aside / "branchdesk.db", other_keys.key)) == 3
            assert spoken(aside / "keys.json") == other_keys.key
        restore(folder, made, spoken, head=HEAD)
        assert len(names(folder.database, keys.key)) == 200
        outcomes.append(count)
    assert outcomes == sorted(outcomes), "old until the point of no return, new ever after"
    assert {3, 200} == set(outcomes)


@pytest.mark.timeout(300)
def test_a_backup_cut_short_anywhere_harms_neither_database_nor_earlier_backup(
    folder: DataFolder, keys: NewKeys, made: Path, tmp_path: Path
) -> None:
    for step in range(60):
        if not crash_at(step, folder, made, "back up"):
            break
        rehearse(made, spoken, tmp_path, head=HEAD)
        assert len(names(folder.database, keys.key)) == 200
    assert step > 4
    assert not list(folder.root.glob(".backing-up*"))
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_killed_while_copying_is_made_again(
    folder: DataFolder, keys: NewKeys, tmp_path: Path
) -> None:
    out = tmp_path / "a.bdbackup"
    killed = CRASH.replace(
        "left = int", "import threading; threading.Timer(0.12, os._exit, [9]).start()\nleft = int"
    )
    command = [sys.executable, "-c", killed, str(folder.root), str(out), "9999", "back up"]
    for _ in range(4):
        subprocess.run(command, check=False)
        if out.exists():
            rehearse(out, spoken, tmp_path, head=HEAD)
    backup.back_up(folder, keys.key, out, head=HEAD)
    rehearse(out, spoken, tmp_path, head=HEAD)
    assert not list(folder.root.glob(".backing-up*"))
