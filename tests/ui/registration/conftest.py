"""Stands for the counter: the page in the real window on a real encrypted file, keys pressed as people do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.customers.cards import open_card
from app.customers.listing import count_customers
from app.customers.records import Card
from app.registration.walkin import Registered, WalkIn, register
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.desk import Desk
from ui.kept import Layout
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.page import Page, PageSpec
from ui.registration.page import RegistrationPage
from ui.widgets.choice import Segment
from ui.widgets.field import Field

PINYIN_STROKES = 4
"""Keys for one Chinese character: three letters and the choice (mean syllable of 3 letters)."""


class Other(Page):
    """Some other page of the window; remembers what it was asked to show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.subjects: list[object] = []

    def open_subject(self, subject: object) -> None:
        self.subjects.append(subject)


@dataclass
class Counter:
    """The counter as a clerk has it before them, and the store behind it."""

    window: MainWindow
    page: RegistrationPage
    founded: Founded
    qtbot: QtBot
    messages: Messages
    printed: list[Registered]
    strokes: int = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key wherever the focus is."""
        self.strokes += 1
        self.qtbot.keyClick(self.focus(), key, modifier)

    def focus(self) -> QWidget:
        present = QApplication.focusWidget()
        assert present is not None
        return present

    def type(self, text: str) -> None:
        """Text wherever the focus is; Chinese comes through the input method."""
        self.strokes += len(text) if text.isascii() else PINYIN_STROKES * len(text)
        if text.isascii():
            self.qtbot.keyClicks(self.focus(), text)
        else:
            self.compose("", text)

    def compose(self, candidate: str, chosen: str = "") -> None:
        """What an input method says: a candidate on show, or the text chosen."""
        event = QInputMethodEvent(candidate, [])
        event.setCommitString(chosen)
        QApplication.sendEvent(self.focus(), event)

    def has_focus(self, field: Field) -> bool:
        return self.focus() is field.editor()

    def wait_for_message(self, count: int = 1) -> str:
        """The newest message, once there are so many."""
        self.qtbot.waitUntil(lambda: len(self.messages.history) >= count, timeout=10_000)
        return self.messages.history[-1].text

    def customer(self, phone: str = "13800138000", name: str = "张伟", **more: Any) -> UUID:
        """Somebody registered earlier."""
        with self.founded.change() as work:
            return register(work, WalkIn(phone=phone, name=name, **more), anyway=True).customer_id

    def count(self) -> int:
        with self.founded.read() as work:
            return count_customers(work)

    def card(self, customer_id: UUID) -> Card:
        with self.founded.read() as work:
            return open_card(work, customer_id)


@pytest.fixture
def counter(branch: Founded, qtbot: QtBot, messages: Messages, tmp_path: Path) -> Iterator[Counter]:
    """A window with the registration page open and its lists read."""
    with real_desk(branch, messages) as desk:
        yield from _open_counter(desk, branch, qtbot, tmp_path)


def _open_counter(desk: Desk, branch: Founded, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    printed: list[Registered] = []
    pages = (
        PageSpec(
            name="registration",
            title="Register",
            icon="register",
            build=lambda desk: RegistrationPage(desk, print_form=printed.append),
            key="F2",
        ),
        PageSpec(name="customers", title="Customers", icon="customers", build=Other),
    )
    window = MainWindow(desk, pages, Layout(tmp_path / "settings.json"))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    page = window.current_page
    assert isinstance(page, RegistrationPage)
    page.focus_first()
    qtbot.waitUntil(lambda: len(page.sheet.intent.control.findChildren(Segment)) > 0)
    yield Counter(
        window=window, page=page, founded=branch, qtbot=qtbot, messages=desk.messages, printed=printed
    )
    window.close()
    window.deleteLater()
