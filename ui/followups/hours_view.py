"""Week and day: a band for what has no time of day, above (or beside) the hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.followups.records import Item
from ui.followups.canvas import CalendarCanvas
from ui.followups.cursor import Cursor
from ui.followups.day_corner import RIGHT
from ui.followups.days_model import DaysModel, minute_of
from ui.followups.labels import clock
from ui.followups.places import HALF_HOUR, Place, Spot
from ui.followups.shelves import side_by_side
from ui.theme import SMALL, font, theme
from ui.widgets.surface import faded

GUTTER = 52  # the names of the hours
ROW = 24  # a half hour
FIRST_MINUTE, LAST_MINUTE = 8 * 60, 20 * 60
NARROW_COLUMN = 130
Column = tuple[Item, int, int]


@dataclass(kw_only=True, slots=True)
class Sheet:
    """Where the parts of the view lie, in pixels of the viewport before scrolling."""

    head: float = 0
    band: QRectF = field(default_factory=QRectF)
    hours: QRectF = field(default_factory=QRectF)  # what is seen of them
    first: int = FIRST_MINUTE
    last: int = LAST_MINUTE
    rows: int = 0  # of the band


class HoursView(CalendarCanvas):
    """Works out columns once per change of the data; subclasses say where band and hours lie."""

    has_hours = True
    narrowest = 24  # what overlaps more than fits side by side is counted, not squeezed

    def __init__(self, model: DaysModel, cursor: Cursor, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, cursor, name, parent)
        self.sheet = Sheet()
        self.untimed: dict[date, list[Item]] = {}
        self.timed: dict[date, list[Column]] = {}
        self._laid_for: object = None
        self.most_columns = 1
        self._sides: dict[date, tuple[float, float]] = {}
        self._fitting: dict[date, list[Column]] = {}

    # For subclasses -------------------------------------------------------------------------------

    def divide(self) -> None:
        """Fill `sheet.head`, `sheet.band`, `sheet.hours` and the scroll bar."""

    def untimed_area(self, day: date, number: int) -> QRectF:
        """Where the band shows the item of a day with this number; empty when it does not."""
        return QRectF()

    def band_cell(self, day: date) -> QRectF:
        """The part of the band that belongs to a day."""
        return QRectF()

    def column(self, day: date) -> tuple[float, float]:
        """Left and right of a day in the hours."""
        return self._sides.get(day, (0.0, 0.0))

    def listed(self, day: date) -> list[Item]:
        """What the band shows."""
        return self.untimed.get(day, [])

    # Layout ---------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        if self._laid_for is not self.days.items:
            self._laid_for = self.days.items
            self._sort()
        self.divide()

    def _sort(self) -> None:
        first, last = FIRST_MINUTE, LAST_MINUTE
        self.untimed, self.timed = {}, {}
        for day in self.days.days:
            of_day = self.days.items_on(day)
            timed = [
                item for item in of_day if item.starts_at is not None and item.until_on in (None, item.due_on)
            ]
            keys = {item.key for item in timed}
            self.untimed[day] = [item for item in of_day if item.key not in keys]
            self.timed[day] = side_by_side(timed)
            for item in timed:
                start = minute_of(item) or 0
                first = min(first, start // 60 * 60)
                last = max(last, min((start + (item.minutes or HALF_HOUR) + 59) // 60 * 60, 24 * 60))
        self.sheet.first, self.sheet.last = first, last

    @property
    def hours_height(self) -> int:
        return (self.sheet.last - self.sheet.first) // HALF_HOUR * ROW

    def minute_top(self, minute: int) -> float:
        """The y of a time of day."""
        scrolled = self.verticalScrollBar().value()
        return self.sheet.hours.top() - scrolled + (minute - self.sheet.first) * ROW / HALF_HOUR

    def place_columns(self) -> None:
        """To be called by `divide` once the hours have their width."""
        left, width = self.sheet.hours.left() + GUTTER, self.sheet.hours.width() - GUTTER
        count = max(len(self.days.days), 1)
        self._sides = {
            day: (left + width * number // count, left + width * (number + 1) // count)
            for number, day in enumerate(self.days.days)
        }
        self.most_columns = max(int(width / count // self.narrowest), 1)
        self._fitting = {day: self._fit(columns, None) for day, columns in self.timed.items()}

    def _fit(self, columns: list[Column], key: object) -> list[Column]:
        most = self.most_columns
        if all(of <= most for _, _, of in columns):
            return columns
        return [
            (item, min(at, most - 1), min(of, most))
            for item, at, of in columns
            if at < most or item.key == key
        ]

    def columns_shown(self, day: date) -> list[Column]:
        """Those a day is wide enough for; where more overlap, the item of the cursor takes the last place."""
        if self._opened is not None and day == self.cursor_at.day:
            return self._fit(self.timed[day], self._opened)
        return self._fitting.get(day, [])

    def is_tucked_away(self, day: date, item: Item) -> bool:
        columns = self._fitting.get(day, [])
        return item.starts_at is not None and all(found.key != item.key for found, _, _ in columns)

    def timed_area(self, day: date, column: Column) -> QRectF:
        item, at, of = column
        left, right = self.column(day)
        width = right - left - 6
        start = minute_of(item) or 0
        top = self.minute_top(start)
        height = max((item.minutes or HALF_HOUR) * ROW / HALF_HOUR, ROW) - 2
        return QRectF(left + 2 + width * at / of, top + 1, width / of - 1, height)

    def area_of(self, day: date, item: Item | None) -> QRectF:
        if self.days.row_of(day) < 0 or day not in self.untimed:
            return QRectF()
        if item is None:
            return self.target_area(Place(on=day))
        for number, shown in enumerate(self.listed(day)):
            if shown.key == item.key:
                return self.untimed_area(day, number)
        for column in self.columns_shown(day):
            if column[0].key == item.key:
                area = self.timed_area(day, column)
                return area if area.intersects(self.sheet.hours) else QRectF()
        return QRectF()

    def target_area(self, place: Place) -> QRectF:
        if place.on not in self.untimed:
            return QRectF()
        if place.minute is None:
            return self.band_cell(place.on)
        left, right = self.column(place.on)
        area = QRectF(left + 1, self.minute_top(place.minute), right - left - 2, ROW)
        return area & self.sheet.hours

    def spot_at(self, point: QPoint) -> Spot | None:
        if self.sheet.hours.contains(point) and point.x() >= self.sheet.hours.left() + GUTTER:
            return self._spot_in_hours(point)
        return self.spot_in_band(point)

    def _spot_in_hours(self, point: QPoint) -> Spot | None:
        for day in self.days.days:
            left, right = self.column(day)
            if not left <= point.x() < right:
                continue
            for column in reversed(self.columns_shown(day)):
                if self.timed_area(day, column).contains(point):
                    return Spot(place=Place(on=day, minute=minute_of(column[0])), item=column[0])
            rows = int((point.y() - self.minute_top(self.sheet.first)) // ROW)
            minute = min(self.sheet.first + max(rows, 0) * HALF_HOUR, self.sheet.last - HALF_HOUR)
            return Spot(place=Place(on=day, minute=minute))
        return None

    def spot_in_band(self, point: QPoint) -> Spot | None:
        """What of the band or of the heads lies there."""
        for day in self.days.days:
            cell = self.band_cell(day)
            if not cell.left() <= point.x() < cell.right() or point.y() > cell.bottom():
                continue
            for number, item in enumerate(self.listed(day)):
                area = self.untimed_area(day, number)
                if area.contains(point):
                    return Spot(place=Place(on=day), item=item)
            return Spot(place=Place(on=day), is_head=point.y() < self.sheet.head)
        return None

    # Keys -----------------------------------------------------------------------------------------

    def step(self, across: int, down: int) -> None:
        if across or self.cursor_at.key is not None:
            if across and self.cursor_at.key is None:
                self.go_to_day(self._beside(across), self.cursor_at.minute)
            else:
                super().step(across, down)
            return
        minute = self.cursor_at.minute
        if minute is None:
            target = self.sheet.first if down > 0 else None
        else:
            after = minute // HALF_HOUR * HALF_HOUR + down * HALF_HOUR
            target = None if after < self.sheet.first else min(after, self.sheet.last - HALF_HOUR)
        self.cursor_at.go(self.cursor_at.day, None, target)

    def _beside(self, across: int) -> date:
        return date.fromordinal(self.cursor_at.day.toordinal() + across)

    def items_under_cursor(self) -> list[Item]:
        day, minute = self.cursor_at.day, self.cursor_at.minute
        if minute is None:
            return self.listed(day)
        return [
            item
            for item, _, _ in self.timed.get(day, [])
            if minute - (item.minutes or HALF_HOUR) < (minute_of(item) or 0) < minute + HALF_HOUR
        ]

    def bring_into_sight(self) -> None:
        item = self.current_item()
        minute = minute_of(item) if item is not None else self.cursor_at.minute
        if minute is None or not self.sheet.hours.height():
            return
        top = (minute - self.sheet.first) * ROW // HALF_HOUR
        bar, seen = self.verticalScrollBar(), int(self.sheet.hours.height())
        if top < bar.value():
            bar.setValue(top)
        elif top + ROW > bar.value() + seen:
            bar.setValue(top + ROW - seen)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() * ROW * 2 // 120)
        event.accept()

    # Painting -------------------------------------------------------------------------------------

    def paint_hours(self, painter: QPainter) -> None:
        """Lines, hours, the line of now, and the items with a time."""
        colors, area = theme(), self.sheet.hours
        painter.save()
        painter.setClipRect(area)
        for day in self.days.days:
            left, right = self.column(day)
            if not self.days.facts_of(day).is_working:
                painter.fillRect(
                    QRectF(left, area.top(), right - left, area.height()), faded(colors.color("sunken"), 0.45)
                )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for minute in range(self.sheet.first, self.sheet.last + 1, HALF_HOUR):
            y = self.minute_top(minute)
            painter.setPen(faded(colors.color("line"), 1 if minute % 60 == 0 else 0.45))
            painter.drawLine(int(area.left()) + GUTTER - 6, int(y), int(area.right()), int(y))
            if minute % 60 == 0:
                painter.setPen(colors.color("muted"))
                painter.setFont(font(SMALL - 1))
                painter.drawText(QRectF(area.left(), y, GUTTER - 10, 16), RIGHT, clock(minute % 1440))
        painter.setPen(colors.color("line"))
        for day in self.days.days:
            left, _ = self.column(day)
            painter.drawLine(int(left), int(area.top()), int(left), int(area.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for day in self.days.days:
            self._paint_timed(painter, day)
        painter.restore()

    def _paint_timed(self, painter: QPainter, day: date) -> None:
        for column in self.columns_shown(day):
            area = self.timed_area(day, column)
            if area.intersects(self.sheet.hours):
                painter.setOpacity(0.4 if column[0].key == self.carried else 1)
                self.chips.paint(painter, area, column[0], self.chip_text(column[0]))
        painter.setOpacity(1)

    def chip_text(self, item: Item) -> str | None:
        """In narrow columns the place says the time."""
        if item.starts_at is None:
            return None
        of = next((of for found, _, of in self.timed.get(item.due_on, ()) if found.key == item.key), 1)
        is_narrow = self.sheet.hours.width() / max(len(self.days.days), 1) / of < NARROW_COLUMN
        return f"{item.customer_name} {item.title}".strip() if is_narrow else None

    def squeezed_out(self, day: date) -> int:
        """How many with a time are not shown for want of width."""
        return len(self.timed[day]) - len(self._fitting.get(day, []))

    def paint_hint(self, painter: QPainter, area: QRectF) -> None:
        """What the band is, where it is empty."""
        painter.setFont(font(SMALL - 1))
        painter.setPen(theme().color("muted"))
        words = QCoreApplication.translate("followups", "no time")
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), words)
