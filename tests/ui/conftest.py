"""Stands for pages: an application in our look, a desk on a small store, nothing left running."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.access.actor import PROGRAM
from app.work import Topic, Work
from ui import i18n
from ui.changes import Changes
from ui.desk import Desk, Navigation
from ui.i18n import Language
from ui.messages import Messages
from ui.tasks import Tasks
from ui.theme import Look, dress, theme

Listener = Callable[[frozenset[Topic]], None]


class Ledger:
    """A store of one list: what is kept of the two doors is that they are one after the other, that a
    change is whole or not at all, and in which thread they are used."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self.threads: dict[str, set[str]] = {"read": set(), "change": set()}
        self.listeners: list[Listener] = []
        self.interrupted = threading.Event()

    def on_commit(self, listener: Listener, /) -> None:
        self.listeners.append(listener)

    def forget(self, listener: Listener, /) -> None:
        self.listeners.remove(listener)

    def on_reach(self, told: Callable[[bool], None] | None, /) -> None:
        """A list never goes out of reach."""

    @contextmanager
    def read(self, actor: Any, /) -> Iterator[Work]:
        self.threads["read"].add(threading.current_thread().name)
        yield cast(Work, Sheet(self, list(self.rows)))

    @contextmanager
    def change(self, actor: Any, /) -> Iterator[Work]:
        self.threads["change"].add(threading.current_thread().name)
        sheet = Sheet(self, list(self.rows))
        yield cast(Work, sheet)
        self.rows = sheet.rows
        for listener in self.listeners:
            listener(frozenset({Topic.CUSTOMERS}))


class Sheet:
    """What a use case of these tests is handed."""

    def __init__(self, ledger: Ledger, rows: list[Any]) -> None:
        self.rows = rows
        self._ledger = ledger

    def interrupt(self) -> None:
        self._ledger.interrupted.set()


def sheet(work: Work) -> Sheet:
    """The work of a `Ledger` as what it is."""
    return cast(Sheet, work)


class Screen:
    """The choices about the screen, kept for one test."""

    def __init__(self) -> None:
        self.look = Look.LIGHT
        self.language = Language.CHINESE
        self.reminds = True

    def choose_look(self, look: Look) -> None:
        self.look = look
        theme().choose(look)

    def choose_language(self, language: Language) -> None:
        self.language = language

    def choose_reminders(self, on: bool) -> None:
        self.reminds = on


@pytest.fixture(autouse=True, scope="session")
def _sweep_between_tests_only() -> Iterator[None]:
    """As the program does: closed windows must not die inside a paint event (see `ui.sweeping`)."""
    gc.disable()
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _sweep() -> Iterator[None]:
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def _our_look(qapp: QApplication) -> None:
    i18n.remove(qapp)  # a command of another test may have spoken Chinese
    QLocale.setDefault(QLocale.c())
    if qapp.property("dressed") is None:
        dress(qapp, Look.LIGHT)
        qapp.setProperty("dressed", True)


@pytest.fixture
def ledger() -> Ledger:
    """An empty store of one list."""
    return Ledger()


@pytest.fixture
def messages(qapp: QApplication) -> Iterator[Messages]:
    """The one door; what was said is in `messages.history`."""
    made = Messages()
    yield made
    made.deleteLater()


@pytest.fixture
def tasks(ledger: Ledger, messages: Messages) -> Iterator[Tasks]:
    """Tasks on the small store; refusals nobody takes become messages."""
    made = Tasks(ledger, PROGRAM, refuse=messages.refuse)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(ledger: Ledger, tasks: Tasks, messages: Messages) -> Iterator[Desk]:
    """A desk on the small store."""
    changes = Changes()
    changes.follow(ledger)
    navigation = Navigation()
    yield Desk(
        tasks=tasks,
        messages=messages,
        changes=changes,
        navigation=navigation,
        theme=theme(),
        screen=Screen(),
    )
    changes.deleteLater()
    navigation.deleteLater()


@pytest.fixture
def screen_file(tmp_path: Path) -> Path:
    """Where a window of this test remembers its size."""
    return tmp_path / "screen.ini"
