"""A branch with one customer, a spooler that keeps what it is given, and printing between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.registration.walkin import Registered
from tests.builders import spooler
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from ui.messages import Messages
from ui.printing.service import Printing
from ui.tasks import Tasks


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> spooler.Spooler:
    """One printer with duplex and two trays, the default one."""
    folder = tmp_path / "cups"
    folder.mkdir()
    made = spooler.install(folder, monkeypatch)
    made.set_up("Counter", "Office", default="Counter")
    made.equip("Counter", trays="*Auto Tray1 Tray2", duplex=True)
    made.equip("Office")
    return made


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """Where this device remembers its printers."""
    return tmp_path / "settings.json"


@pytest.fixture
def work_tasks(branch: Founded, messages: Messages) -> Iterator[Tasks]:
    """Tasks on the real store."""
    made = Tasks(branch.store, branch.actor, refuse=messages.refuse)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def printing(
    qtbot: QtBot, work_tasks: Tasks, messages: Messages, settings_file: Path, spool: spooler.Spooler
) -> Iterator[Printing]:
    """Printing on that spooler."""
    made = Printing(work_tasks, messages, settings_file)
    yield made
    made.deleteLater()


@pytest.fixture
def customer(branch: Founded) -> Registered:
    """Somebody who has just been registered."""
    return walk_in(branch, name="欧阳婉清", phone="13880001234")
