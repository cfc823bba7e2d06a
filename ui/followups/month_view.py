"""The month: whole weeks, Monday first, with lunar days and holidays in small type."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.followups.records import Item
from ui.followups.canvas import CalendarCanvas
from ui.followups.chips import HEIGHT
from ui.followups.cursor import Cursor
from ui.followups.day_corner import paint_corner, paint_weekdays, write
from ui.followups.days_model import DaysModel, last_day
from ui.followups.places import Place, Spot
from ui.followups.shelves import shelve_week, spans_days
from ui.theme import SMALL, theme
from ui.widgets.surface import faded

HEAD = 26  # names of the weekdays
CORNER = 20  # figure and lunar day at the top of each day
STEP = HEIGHT
MORE = 13
NARROW = 7 * 104
Shelf = list[Item | None]


class MonthView(CalendarCanvas):
    """Shelves are worked out once per change of the data; a day shows as many as it is high, then "n more"."""

    steps_by_week = True

    def __init__(self, model: DaysModel, cursor: Cursor, parent: QWidget | None = None) -> None:
        super().__init__(model, cursor, QCoreApplication.translate("followups", "Month"), parent)
        self._shelves: dict[date, Shelf] = {}
        self._numbers: dict[date, int] = {}
        self._laid_for: object = None
        self.verticalScrollBar().setRange(0, 0)
        self.month = 0

    # Layout ---------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        days = self.days.days
        self._numbers = {day: number for number, day in enumerate(days)}
        if self._laid_for is not self.days.items:
            self._laid_for = self.days.items
            self._shelves = {}
            for start in range(0, len(days), 7):
                self._shelves |= shelve_week(self.days, days[start : start + 7])

    @property
    def weeks(self) -> int:
        return max((len(self.days.days) + 6) // 7, 1)

    def cell(self, day: date) -> QRectF:
        """The ground of a day, on whole pixels."""
        number = self._numbers.get(day)
        if number is None:
            return QRectF()
        row, column = divmod(number, 7)
        width, height = self.viewport().width(), self.viewport().height() - HEAD
        left, right = width * column // 7, width * (column + 1) // 7
        top, bottom = height * row // self.weeks, height * (row + 1) // self.weeks
        return QRectF(left, HEAD + top, right - left, bottom - top)

    def shown_on(self, day: date) -> tuple[list[tuple[int, Item]], int]:
        """What a day shows as (shelf, item), the cursor's item always among them, and how many more it has."""
        shelf, fitting = self._shelves.get(day, []), self._fitting(day)
        shown = [(level, item) for level, item in enumerate(shelf[:fitting]) if item is not None]
        wanted = self.current_item() if day == self.cursor_at.day else None
        if wanted is not None and fitting and self.is_tucked_away(day, wanted):
            shown = [pair for pair in shown if pair[0] != fitting - 1] + [(fitting - 1, wanted)]
        return shown, len(self.days.items_on(day)) - len(shown)

    def _fitting(self, day: date) -> int:
        """How many shelves a day has room for, with "n more" below them where that is needed."""
        room = self.cell(day).height() - CORNER
        fitting = max(int(room // STEP), 0)
        if len(self._shelves.get(day, [])) > fitting:
            return max(int((room - MORE) // STEP), 0)
        return fitting

    def is_tucked_away(self, day: date, item: Item) -> bool:
        return item not in self._shelves.get(day, [])[: self._fitting(day)]

    def _chip(self, cell: QRectF, level: int, day: date, item: Item) -> QRectF:
        area = QRectF(cell.left() + 3, cell.top() + CORNER + level * STEP, cell.width() - 7, HEIGHT - 1)
        if spans_days(item):
            if item.due_on < day and day.weekday():
                area.setLeft(cell.left() - 4)
            if last_day(item) > day and day.weekday() < 6:
                area.setRight(cell.right() - 1)
        return area

    def area_of(self, day: date, item: Item | None) -> QRectF:
        cell = self.cell(day)
        if item is None or cell.isEmpty():
            return cell
        for level, shown in self.shown_on(day)[0]:
            if shown.key == item.key:
                return self._chip(cell, level, day, item)
        return QRectF()

    def target_area(self, place: Place) -> QRectF:
        return self.cell(place.on)

    def spot_at(self, point: QPoint) -> Spot | None:
        width, height = max(self.viewport().width(), 1), max(self.viewport().height() - HEAD, 1)
        if not (0 <= point.x() < width and HEAD <= point.y() < HEAD + height):
            return None
        row, column = (point.y() - HEAD) * self.weeks // height, point.x() * 7 // width
        number = min(row, self.weeks - 1) * 7 + min(column, 6)
        if number >= len(self.days.days):
            return None
        day = self.days.days[number]
        cell, place = self.cell(day), Place(on=day)
        shown, more = self.shown_on(day)
        for level, item in shown:
            if self._chip(cell, level, day, item).contains(point):
                return Spot(place=place, item=item)
        if more and point.y() >= cell.bottom() - MORE - 2:
            return Spot(place=place, is_more=True)
        return Spot(place=place, is_head=point.y() < cell.top() + CORNER)

    # Painting -------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter) -> None:
        paint_weekdays(painter, QRectF(0, 0, self.viewport().width(), HEAD))
        ordered = self.days.days
        middle = ordered[len(ordered) // 2] if ordered else date.min
        for day in ordered:
            self._paint_day(painter, day, is_outside=day.month != middle.month)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(theme().color("line"))
        for day in ordered:
            cell = self.cell(day)
            painter.drawLine(cell.topLeft(), cell.topRight())
            if day.weekday():
                painter.drawLine(cell.topLeft(), cell.bottomLeft())

    def _paint_day(self, painter: QPainter, day: date, *, is_outside: bool) -> None:
        cell = self.cell(day)
        facts = self.days.facts_of(day)
        if not facts.is_working:
            painter.fillRect(cell, faded(theme().color("sunken"), 0.45))
        is_today = day == self.days.today
        paint_corner(
            painter,
            QRectF(cell.left(), cell.top(), cell.width(), CORNER),
            day,
            facts,
            is_today=is_today,
            is_pale=is_outside,
        )
        shown, more = self.shown_on(day)
        for level, item in shown:
            self._paint_item(painter, self._chip(cell, level, day, item), day, item)
        if more:
            painter.setPen(self.chips.color("accent_text"))
            line = QRectF(cell.left() + 8, cell.bottom() - MORE - 1, cell.width() - 12, MORE)
            write(painter, line, self._more(more), SMALL - 1)

    def _paint_item(self, painter: QPainter, area: QRectF, day: date, item: Item) -> None:
        if item.key == self.carried:
            painter.setOpacity(0.4)
        is_continued = spans_days(item) and item.due_on < day and day.weekday()
        if is_continued:
            ground, *_ = self.chips.look(item)
            painter.fillRect(area, ground)
        else:
            self.chips.paint(painter, area, item, self.chip_text(item))
        painter.setOpacity(1)

    def _more(self, count: int) -> str:
        return QCoreApplication.translate("followups", "%n more", "", count)

    def chip_text(self, item: Item) -> str | None:
        """In narrow columns who it is comes before when."""
        if self.viewport().width() >= NARROW:
            return None
        return f"{item.customer_name} {item.title}".strip()
