"""A page loads when it is first seen, reloads when its rows changed, and not more often."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.work import Topic
from ui.desk import Desk
from ui.page import Page


class Cards(Page):
    """Counts how often it loaded."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CUSTOMERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.loads = 0
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def reload(self) -> None:
        self.loads += 1


def open_page(qtbot: QtBot, desk: Desk) -> Cards:
    page = Cards(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loads == 1)
    return page


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Until a commit announced now has reached everybody."""
    heard: list[bool] = []
    desk.changes.listen({Topic.LISTS}, lambda: heard.append(True), desk.changes)
    desk.changes.announce(frozenset({Topic.LISTS}))
    qtbot.waitUntil(lambda: bool(heard))


def test_it_loads_at_its_first_show_only(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk)
    page.hide()
    page.show()
    settle(qtbot, desk)
    assert page.loads == 1


def test_a_commit_on_its_topics_reloads_it_once(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk)
    for _ in range(5):
        desk.changes.changed.emit(frozenset({Topic.CUSTOMERS}))
    qtbot.waitUntil(lambda: page.loads == 2)
    settle(qtbot, desk)
    assert page.loads == 2


def test_other_topics_leave_it_alone(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk)
    desk.changes.changed.emit(frozenset({Topic.FORMS}))
    settle(qtbot, desk)
    assert page.loads == 1


def test_a_hidden_page_reloads_when_it_is_seen_again(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk)
    page.hide()
    desk.changes.changed.emit(frozenset({Topic.CUSTOMERS}))
    settle(qtbot, desk)
    assert page.loads == 1
    page.show()
    qtbot.waitUntil(lambda: page.loads == 2)


def test_work_begins_at_its_first_control(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.focus_first()
    assert QApplication.focusWidget() is page.line


def test_a_save_through_the_desk_reloads_the_page(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk)
    keep: Callable[[object], None] = lambda _: None  # noqa: E731 - named for its type
    desk.tasks.change(page, keep, keep)
    qtbot.waitUntil(lambda: page.loads == 2)
