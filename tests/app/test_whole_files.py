"""Files are replaced wholly or not at all, also when the writer is killed at any moment."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app import whole_files
from app.whole_files import locked, write_whole
from db.errors import UserError

WRITER = """
import sys
from pathlib import Path
from app.whole_files import locked, write_whole
path = Path(sys.argv[1])
print("ready", flush=True)
for turn in range(1_000_000):
    with locked(path):
        write_whole(path, bytes([65 + turn % 26]) * 50_000)
"""


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "keys.json"
    write_whole(path, b"old")

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if failing == "fsync" else Path, failing, full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_a_killed_writer_leaves_one_whole_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            stop = threading.Timer(0.03, writer.kill)
            stop.start()
            writer.wait()
        if path.exists():
            content = path.read_bytes()
            assert len(content) == 50_000
            assert len(set(content)) == 1
        with locked(path):
            assert not list(tmp_path.glob("*.part"))
    assert path.exists()


def test_a_lock_that_is_held_is_told(tmp_path: Path) -> None:
    with locked(tmp_path / "backup"), pytest.raises(UserError, match="file-in-use"):  # noqa: SIM117
        with locked(tmp_path / "backup", wait=False):
            pytest.fail("two at once")


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    """Forty steps of read, add one and write by four threads: none is lost."""
    path = tmp_path / "count"
    write_whole(path, b"0")

    def count() -> None:
        for _ in range(10):
            with locked(path):
                write_whole(path, str(int(path.read_bytes()) + 1).encode())

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() == b"40"


def test_a_folder_that_cannot_be_synchronised_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(_handle: int) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unsupported)
    whole_files.sync_folder(tmp_path)
