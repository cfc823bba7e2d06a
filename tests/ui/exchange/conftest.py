"""The import page on a real branch, and lists made for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders.databases import Founded
from ui.changes import Changes
from ui.desk import Desk, Navigation
from ui.exchange.page import ExchangePage
from ui.messages import Messages
from ui.tasks import Tasks
from ui.theme import theme

MakeList = Callable[[Sequence[str]], Path]


@pytest.fixture
def work_desk(qtbot: QtBot, branch: Founded, messages: Messages) -> Iterator[Desk]:
    """A desk on the real store."""
    from tests.ui.conftest import Screen

    tasks = Tasks(branch.store, branch.actor, refuse=messages.refuse)
    changes = Changes()
    changes.follow(branch.store)
    navigation = Navigation()
    yield Desk(
        tasks=tasks,
        messages=messages,
        changes=changes,
        navigation=navigation,
        theme=theme(),
        screen=Screen(),
    )
    tasks.close()
    branch.store.forget(changes.announce)
    for part in (tasks, changes, navigation):
        part.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, work_desk: Desk) -> ExchangePage:
    """The open page."""
    made = ExchangePage(work_desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def make_list(tmp_path: Path) -> MakeList:
    """A CSV of these lines, for GBK and UTF-8 alike."""

    def make(lines: Sequence[str]) -> Path:
        path = tmp_path / "客户.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return make
