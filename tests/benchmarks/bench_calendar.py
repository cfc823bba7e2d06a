"""The month view with 10,000 items against the same ground and words painted with nothing else."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app.followups.records import Item, ItemKey, ItemKind
from app.states import ContactWay
from ui.followups.agenda_view import AgendaView
from ui.followups.cursor import Cursor
from ui.followups.days_model import DayFacts, DaysModel
from ui.followups.labels import chip_words
from ui.followups.month_view import MonthView
from ui.followups.periods import ViewKind, shown_days
from ui.followups.week_view import WeekView
from ui.theme import SMALL, Look, dress, font, theme

ITEMS = int(os.environ.get("BENCH_ITEMS", "10000"))
SIZE = QSize(1100, 760)  # of the view on a screen of 1920x1080
TODAY = date(2026, 11, 23)
TIMES = 40
KINDS = tuple(ItemKind)


def run() -> list[dict[str, Any]]:
    """The rows of the table."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress(application, Look.LIGHT)
    rows = []
    views: tuple[tuple[ViewKind, type[MonthView | WeekView | AgendaView]], ...] = (
        (ViewKind.MONTH, MonthView),
        (ViewKind.WEEK, WeekView),
        (ViewKind.AGENDA, AgendaView),
    )
    for kind, make in views:
        rows += _measure(kind, make)
    return rows


def _measure(kind: ViewKind, make: type[MonthView | WeekView | AgendaView]) -> list[dict[str, Any]]:
    days = shown_days(kind, TODAY)
    model, cursor = DaysModel(), Cursor(TODAY)
    view = make(model, cursor)
    view.resize(SIZE)
    view.show()
    QApplication.processEvents()  # not painted before it is exposed
    items = _made(days)
    facts = {day: DayFacts(lunar="十五", is_working=day.weekday() < 5) for day in days}
    sorting = _times(lambda: model.show(days, items, facts, TODAY), 5)
    view.viewport().repaint()
    seen = view.viewport().rect().toRectF()
    shown = [item for item in items if view.area_of(item.due_on, item).intersects(seen)]
    raw = _raw(shown)

    def whole() -> None:
        view.repaint_all()
        view.viewport().repaint()

    def moving() -> None:
        cursor.go(days[(days.index(cursor.day) + 1) % len(days)])
        view.viewport().repaint()

    painted = _times(whole)
    name = f"{kind} of {ITEMS:,} items"
    row = [
        _row(
            f"{name}, painted anew ({len(shown)} in sight; raw: as many grounds and words)",
            raw,
            painted,
            "6x" if len(shown) > 100 else "16",
        ),
        _row(f"{name}, the cursor goes on by a day", None, _times(moving), "16"),
        _row(f"{name}, sorted and laid out after a reading", None, sorting, "250"),
    ]
    view.deleteLater()
    return row


def _raw(items: list[Item]) -> float:
    """A rounded ground and a line of words for each, at one place after the other."""
    sheet = QPixmap(SIZE)
    words = [chip_words(item) for item in items]

    def paint() -> None:
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(sheet.rect(), theme().color("surface"))
        painter.setFont(font(SMALL))
        ground, ink = theme().color("accent_soft"), theme().color("text")
        for number, text in enumerate(words):
            area = QRectF(number % 7 * 150, number // 7 % 40 * 18, 140, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(ink)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    return _times(paint)


def _made(days: tuple[date, ...]) -> list[Item]:
    made = []
    for number in range(ITEMS):
        kind = KINDS[number % len(KINDS)]
        day = days[number * 7919 % len(days)]
        hour = 8 + number % 11
        starts_at = datetime(day.year, day.month, day.day, hour).astimezone() if number % 3 == 0 else None
        made.append(
            Item(
                key=ItemKey(kind=kind, id=UUID(int=number + 1)),
                customer_id=UUID(int=number + 1),
                customer_name=f"客户{number}",
                title="满意度回访",
                way=ContactWay.CALL,
                due_on=day,
                starts_at=starts_at,
                minutes=60 if starts_at else None,
                is_overdue=day < TODAY,
                is_recurring=kind is ItemKind.APPOINTMENT,
                until_on=day + timedelta(days=2) if number % 500 == 0 else None,
            )
        )
    return made


def _times(act: Callable[[], object], times: int = TIMES) -> float:
    """The median in milliseconds, the first two left out."""
    found = []
    for _ in range(times + 2):
        begin = time.perf_counter()
        act()
        found.append((time.perf_counter() - begin) * 1000)
    return statistics.median(found[2:])


def _row(what: str, raw: float | None, ours: float, budget: str) -> dict[str, Any]:
    return {"what": what, "raw": raw, "ours": ours, "budget": budget, "unit": "ms"}
