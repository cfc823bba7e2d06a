"""A calendar page on a real store, driven by keys, clicks and drags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.followups.items import items_of
from app.followups.planning import NewFollowUp, plan_followup
from app.followups.records import Item, ItemKind
from app.states import ContactWay
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.customers.slots import local_today
from ui.followups.calendar_view import CalendarView
from ui.followups.page import CalendarPage
from ui.messages import Messages


@dataclass
class Calendar:
    """The page as a clerk has it before them, and the store behind it."""

    page: CalendarView
    founded: Founded
    qtbot: QtBot
    messages: Messages

    @property
    def today(self) -> date:
        return local_today()

    def plan(
        self,
        name: str = "张三",
        matter: str = "试驾",
        days: int = 1,
        hour: int | None = None,
        phone: str = "13800138000",
    ) -> UUID:
        """Somebody registered, and a follow-up planned for them; returns the customer."""
        customer_id = walk_in(self.founded, name=name, phone=phone).customer_id
        self.plan_for(customer_id, matter, days, hour)
        return customer_id

    def plan_for(
        self, customer_id: UUID, matter: str = "试驾", days: int = 1, hour: int | None = None
    ) -> UUID:
        on = self.today + timedelta(days=days)
        at = None if hour is None else datetime(on.year, on.month, on.day, hour).astimezone()
        new = NewFollowUp(
            customer_id=customer_id,
            way=ContactWay.CALL,
            matter=matter,
            due_on=on,
            starts_at=at,
            owner_id=self.founded.actor.account_id,
        )
        with self.founded.change() as work:
            key = plan_followup(work, new)
        self.page.go_to(on)  # tomorrow may be on another page
        return key

    def stored(self, customer_id: UUID) -> list[Item]:
        with self.founded.read() as work:
            return [item for item in items_of(work, customer_id) if item.rule_name == ""]

    def wait_for(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=5000)

    def wait_items(self, count: int) -> None:
        """Until so many items lie on the days in sight."""
        self.wait_for(lambda: self.page.sheet is not None and self.page.days.count == count)

    def key(self, key: Qt.Key, widget: QWidget | None = None, **more: Any) -> None:
        target = widget or self.page.canvas
        self.qtbot.keyClick(target, key, **more)

    def choose(self, item: Item) -> None:
        """Put the cursor on an item of the view."""
        self.page.canvas.setFocus()
        self.page.cursor_at.go(item.due_on, item.key)

    def the_item(self) -> Item:
        """The only item on the days in sight."""
        (found,) = [item for item in self.page.days.items if item is not None]
        return found

    def centre(self, day: date, item: Item | None = None) -> QPoint:
        return self.page.canvas.area_of(day, item).center().toPoint()

    def drag(self, source: QWidget, start: QPoint, target: QPoint) -> None:
        """Press, move in steps, release: what the mouse does, also over another widget than it began on."""
        QTest.mousePress(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        end = source.mapFromGlobal(self.page.canvas.viewport().mapToGlobal(target))
        for part in (0.3, 0.6, 1.0):
            self.move(source, start + (end - start) * part)
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def move(self, source: QWidget, to: QPoint) -> None:
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(to),
            QPointF(source.mapToGlobal(to)),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(source, event)


@pytest.fixture(params=["sqlite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """Pages are tried on one engine; the use cases below them on both."""
    from tests.builders import databases

    with databases.fresh(request, tmp_path) as made:
        yield made


@pytest.fixture
def calendar(branch: Founded, qtbot: QtBot, messages: Messages) -> Iterator[Calendar]:
    with real_desk(branch, messages) as desk:
        page = CalendarPage(desk)
        page.resize(1280, 650)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        page.focus_first()
        view = page.calendar
        view.toolbar.kinds[ItemKind.STEP].setChecked(False)  # registering alone asks for thanks and a call
        view.toolbar.kinds[ItemKind.CARE].setChecked(False)  # and every festival is for everybody
        qtbot.waitUntil(lambda: view.sheet is not None, timeout=5000)
        yield Calendar(page=view, founded=branch, qtbot=qtbot, messages=messages)
        page.hide()
