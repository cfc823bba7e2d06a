"""The list: four weeks day by day, one line an item, only the lines in sight are painted."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRectF
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.followups.records import Item
from ui.followups.canvas import CalendarCanvas
from ui.followups.chips import ChipPainter
from ui.followups.cursor import Cursor
from ui.followups.day_corner import LEFT, RIGHT
from ui.followups.days_model import DaysModel
from ui.followups.labels import day_words, facts_words, span_words, state_words
from ui.followups.places import Place, Spot
from ui.labels import label
from ui.theme import SMALL, font, theme
from ui.widgets.surface import faded

HEAD = 34
LINE = 28
EMPTY = 30  # a day with nothing on it
TIME = 104


class AgendaView(CalendarCanvas):
    """Every day has its head, so that something can be created on each of them."""

    def __init__(self, model: DaysModel, cursor: Cursor, parent: QWidget | None = None) -> None:
        super().__init__(model, cursor, QCoreApplication.translate("followups", "List"), parent)
        self.chips = ChipPainter(13)
        self._tops: list[int] = [0]
        self._laid_for: object = None

    # Layout ---------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        if self._laid_for is not self.days.items:
            self._laid_for = self.days.items
            tops, top = [], 0
            for row, item in enumerate(self.days.items):
                tops.append(top)
                is_empty = item is None and (
                    row + 1 == len(self.days.items) or self.days.items[row + 1] is None
                )
                top += LINE if item is not None else EMPTY if is_empty else HEAD
            self._tops = [*tops, top]
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(LINE)
        bar.setRange(0, max(self._tops[-1] - self.viewport().height(), 0))

    def _row_area(self, row: int) -> QRectF:
        top, bottom = self._tops[row], self._tops[row + 1]
        return QRectF(0, top - self.verticalScrollBar().value(), self.viewport().width(), bottom - top)

    def area_of(self, day: date, item: Item | None) -> QRectF:
        row = self.days.row_of(day, item.key if item is not None else None)
        if not 0 <= row < len(self._tops) - 1:
            return QRectF()
        area = self._row_area(row)
        return area.adjusted(TIME, 2, -8, -2) if item is not None else area.adjusted(2, 1, -2, -1)

    def spot_at(self, point: QPoint) -> Spot | None:
        y = point.y() + self.verticalScrollBar().value()
        if not 0 <= y < self._tops[-1]:
            return None
        row = min(bisect_right(self._tops, y) - 1, len(self.days.items) - 1)
        day, item = self.days.at(row)
        return Spot(place=Place(on=day), item=item, is_head=item is None)

    def step(self, across: int, down: int) -> None:
        """Down goes through every line, across through the days."""
        if across:
            super().step(across, 0)
            return
        row = self.days.row_of(self.cursor_at.day, self.cursor_at.key) + down
        if 0 <= row < len(self.days.items):
            day, item = self.days.at(row)
            self.cursor_at.go(day, item.key if item is not None else None)
        else:
            super().step(0, down)

    def bring_into_sight(self) -> None:
        row = self.days.row_of(self.cursor_at.day, self.cursor_at.key)
        if not 0 <= row < len(self._tops) - 1:
            return
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        if self._tops[row] < bar.value():
            bar.setValue(self._tops[row] if self.cursor_at.key is None else max(self._tops[row] - HEAD, 0))
        elif self._tops[row + 1] > bar.value() + seen:
            bar.setValue(self._tops[row + 1] - seen)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() * LINE * 3 // 120)
        event.accept()

    # Painting -------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter) -> None:
        seen = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, seen) - 1, 0)
        for row in range(first, len(self.days.items)):
            area = self._row_area(row)
            if area.top() > self.viewport().height():
                break
            day, item = self.days.at(row)
            if item is None:
                self._paint_day(painter, area, day)
            else:
                self._paint_item(painter, area, item)

    def _paint_day(self, painter: QPainter, area: QRectF, day: date) -> None:
        colors, facts = theme(), self.days.facts_of(day)
        if not facts.is_working:
            painter.fillRect(area, faded(colors.color("sunken"), 0.45))
        is_today = day == self.days.today
        painter.setFont(font(14, bold=bool(self.days.items_on(day)) or is_today))
        count = len(self.days.items_on(day))
        painter.setPen(colors.color("accent_text" if is_today else "text" if count else "muted"))
        words = day_words(day)
        if is_today:
            words = QCoreApplication.translate("followups", "Today, {day}").format(day=words)
        painter.drawText(area.adjusted(14, 0, 0, 0), LEFT, words)
        left = 14 + painter.fontMetrics().horizontalAdvance(words) + 14
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        painter.drawText(area.adjusted(left, 0, 0, 0), LEFT, facts_words(facts))
        if count:
            words = QCoreApplication.translate("followups", "%n item(s)", "", count)
            painter.drawText(area.adjusted(0, 0, -14, 0), RIGHT, words)
        painter.setPen(colors.color("line"))
        painter.drawLine(area.topLeft(), area.topRight())

    def _paint_item(self, painter: QPainter, area: QRectF, item: Item) -> None:
        colors = theme()
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        times = span_words(item) if item.until_on in (None, item.due_on) else ""
        painter.drawText(QRectF(0, area.top(), TIME - 12, area.height()), RIGHT, times)
        painter.setOpacity(0.4 if item.key == self.carried else 1)
        self.chips.paint(painter, area.adjusted(TIME, 2, -8, -2), item, self.chip_text(item))
        painter.setOpacity(1)

    def chip_text(self, item: Item) -> str | None:
        who = f"{item.customer_name} {item.phone}".strip()
        words = (who, item.title, label(item.key.kind), state_words(item), item.owner_name)
        return "   ".join(part for part in words if part)
