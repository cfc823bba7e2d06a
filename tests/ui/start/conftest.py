"""Stands for the start: a desktop on a folder of its own, a keyring in memory, keys pressed as people do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.paths import DataFolder
from tests.keyrings import MemoryKeyring
from ui import i18n
from ui.application import Desktop
from ui.start.desktop import Starter

MakeStarter = Callable[..., Starter]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder that does not exist yet."""
    return DataFolder(tmp_path / "desk")


@pytest.fixture
def keyring() -> MemoryKeyring:
    """A keyring that works."""
    return MemoryKeyring()


@pytest.fixture
def make_starter(qtbot: QtBot, folder: DataFolder) -> Iterator[MakeStarter]:
    """Starters on the folder of this test; everything they opened is closed at the end."""
    made: list[Starter] = []

    usual = folder

    def make(keyring: MemoryKeyring, url: str | None = None, *, folder: DataFolder = usual) -> Starter:
        desktop = Desktop(folder.root)
        i18n.remove(desktop.application)
        desktop.crash_desk.uninstall()  # a bug here fails the test instead of becoming a report
        starter = Starter(desktop, folder, url, keyring=keyring, pages=())
        made.append(starter)
        starter.begin()
        return starter

    yield make
    for starter in made:
        starter.close()
