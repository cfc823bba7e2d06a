"""One day: everything without a time at the left, the hours at the right; both scroll together."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.followups.records import Item
from ui.followups.chips import ChipPainter
from ui.followups.cursor import Cursor
from ui.followups.day_corner import LEFT
from ui.followups.days_model import DaysModel
from ui.followups.hours_view import ROW, HoursView
from ui.followups.labels import chip_words, day_words, facts_words
from ui.followups.places import Place, Spot
from ui.theme import SMALL, font, theme
from ui.widgets.surface import faded

HEAD = 42
LINE = 30  # an item without a time
PAD = 6


class DayView(HoursView):
    """Nothing is hidden here, the day is where "n more" leads to: what the hours have no width for is in the list."""

    narrowest = 84

    def __init__(self, model: DaysModel, cursor: Cursor, parent: QWidget | None = None) -> None:
        super().__init__(model, cursor, QCoreApplication.translate("followups", "Day"), parent)
        self.chips = ChipPainter(13)
        self._listed: dict[date, list[Item]] = {}

    def divide(self) -> None:
        width, height = self.viewport().width(), max(self.viewport().height() - HEAD, 0)
        left = width * 5 // 11
        self.sheet.head = HEAD
        self.sheet.band = QRectF(0, HEAD, left, height)
        self.sheet.hours = QRectF(left, HEAD, width - left, height)
        self.place_columns()
        self._listed = {day: [*items, *self._squeezed(day)] for day, items in self.untimed.items()}
        count = sum(len(items) for items in self._listed.values())
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(ROW)
        bar.setRange(0, max(self.hours_height + PAD, count * LINE + 2 * PAD) - height)

    def _squeezed(self, day: date) -> list[Item]:
        shown = {item.key for item, _, _ in self._fitting.get(day, [])}
        return [item for item, _, _ in self.timed.get(day, []) if item.key not in shown]

    def listed(self, day: date) -> list[Item]:
        return self._listed.get(day, [])

    def is_tucked_away(self, day: date, item: Item) -> bool:
        return False

    def band_cell(self, day: date) -> QRectF:
        return self.sheet.band if self.days.days and day == self.days.days[0] else QRectF()

    def untimed_area(self, day: date, number: int) -> QRectF:
        top = HEAD + PAD + number * LINE - self.verticalScrollBar().value()
        area = QRectF(8, top, self.sheet.band.width() - 16, LINE - 4)
        return area if area.bottom() > HEAD and area.top() < self.viewport().height() else QRectF()

    def spot_in_band(self, point: QPoint) -> Spot | None:
        if not self.days.days:
            return None
        if point.y() < HEAD:
            return Spot(place=Place(on=self.days.days[0]), is_head=True)
        return super().spot_in_band(point)

    def bring_into_sight(self) -> None:
        key = self.cursor_at.key
        items = self.listed(self.cursor_at.day)
        at = next((number for number, item in enumerate(items) if item.key == key), -1)
        if at < 0:
            super().bring_into_sight()
            return
        bar, seen = self.verticalScrollBar(), int(self.sheet.band.height())
        if at * LINE < bar.value():
            bar.setValue(at * LINE)
        elif (at + 1) * LINE + 2 * PAD > bar.value() + seen:
            bar.setValue((at + 1) * LINE + 2 * PAD - seen)

    # Painting -------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter) -> None:
        colors = theme()
        for day in self.days.days:
            if not self.days.facts_of(day).is_working:
                painter.fillRect(self.sheet.band, faded(colors.color("sunken"), 0.45))
            for number, item in enumerate(self.listed(day)):
                area = self.untimed_area(day, number)
                if not area.isEmpty():
                    self._paint_line(painter, area, item)
            if not self.listed(day):
                painter.setFont(font(SMALL))
                painter.setPen(colors.color("muted"))
                words = QCoreApplication.translate("followups", "Nothing without a time of day. Type to add.")
                painter.drawText(
                    self.sheet.band.adjusted(12, 12, -12, 0), int(Qt.TextFlag.TextWordWrap), words
                )
        self.paint_hours(painter)
        self._paint_head(painter)

    def _paint_line(self, painter: QPainter, area: QRectF, item: Item) -> None:
        painter.setOpacity(0.4 if item.key == self.carried else 1)
        self.chips.paint(painter, area, item, self.chip_text(item))
        painter.setOpacity(1)

    def chip_text(self, item: Item) -> str | None:
        is_listed = any(item.key == found.key for found in self.listed(item.due_on))
        if item.starts_at is not None and not is_listed:
            return super().chip_text(item)
        phone = item.phone
        return "  ".join(part for part in (chip_words(item), phone, item.owner_name) if part)

    def _paint_head(self, painter: QPainter) -> None:
        colors = theme()
        painter.fillRect(QRectF(0, 0, self.viewport().width(), HEAD), colors.color("surface"))
        for day in self.days.days:
            painter.setFont(font(16, bold=True))
            painter.setPen(colors.color("accent_text" if day == self.days.today else "text"))
            name = day_words(day)
            painter.drawText(QRectF(12, 0, 400, HEAD), LEFT, name)
            left = 12 + painter.fontMetrics().horizontalAdvance(name) + 16
            painter.setFont(font(13))
            painter.setPen(colors.color("muted"))
            painter.drawText(
                QRectF(left, 1, self.viewport().width() - left, HEAD),
                LEFT,
                facts_words(self.days.facts_of(day)),
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(colors.color("line"))
        painter.drawLine(0, HEAD - 1, self.viewport().width(), HEAD - 1)
        edge = int(self.sheet.band.right())
        painter.drawLine(edge, HEAD, edge, self.viewport().height())
