"""The week: seven columns, what has no time in the band on top, the rest by the hour."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.followups.records import Item
from ui.followups.chips import HEIGHT
from ui.followups.cursor import Cursor
from ui.followups.day_corner import paint_corner, weekday_names
from ui.followups.days_model import DaysModel
from ui.followups.hours_view import GUTTER, ROW, HoursView
from ui.followups.places import Spot
from ui.theme import SMALL, font, theme
from ui.widgets.surface import faded

HEAD = 46
STEP = HEIGHT + 2
MORE = 16
PAD = 5
LEAST_HOURS = 6 * ROW


class WeekView(HoursView):
    """The band grows with its fullest day, but leaves the hours at least a half of the height."""

    def __init__(self, model: DaysModel, cursor: Cursor, parent: QWidget | None = None) -> None:
        super().__init__(model, cursor, QCoreApplication.translate("followups", "Week"), parent)

    def divide(self) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        fullest = max((len(items) for items in self.untimed.values()), default=0)
        most = max(int((max(height - HEAD, 0) * 0.5 - MORE - PAD) // STEP), 2)
        self.sheet.head = HEAD
        self.sheet.hours = QRectF(0, HEAD, width, 0)
        self.place_columns()
        self.sheet.rows = max(min(fullest, most), 1)
        band = (
            self.sheet.rows * STEP
            + PAD * 2
            + (MORE if fullest > most or any(map(self.squeezed_out, self.timed)) else 0)
        )
        self.sheet.band = QRectF(0, HEAD, width, band)
        top = HEAD + band
        self.sheet.hours = QRectF(0, top, width, max(height - top, 0))
        bar = self.verticalScrollBar()
        bar.setPageStep(int(self.sheet.hours.height()))
        bar.setSingleStep(ROW)
        bar.setRange(0, max(self.hours_height - int(self.sheet.hours.height()), 0))

    def band_cell(self, day: date) -> QRectF:
        left, right = self.column(day)
        return QRectF(left, self.sheet.band.top(), right - left, self.sheet.band.height())

    def _offset(self, day: date) -> int:
        """How far a day's band is turned on so that the item of the cursor is among those shown."""
        if day != self.cursor_at.day or self.cursor_at.key is None:
            return 0
        items = self.untimed.get(day, [])
        at = next((number for number, item in enumerate(items) if item.key == self.cursor_at.key), 0)
        return max(at - self.sheet.rows + 1, 0)

    def untimed_area(self, day: date, number: int) -> QRectF:
        row = number - self._offset(day)
        if not 0 <= row < self.sheet.rows:
            return QRectF()
        left, right = self.column(day)
        return QRectF(left + 3, self.sheet.band.top() + PAD + row * STEP, right - left - 6, HEIGHT)

    def spot_in_band(self, point: QPoint) -> Spot | None:
        spot = super().spot_in_band(point)
        if spot is None or spot.item is not None or spot.is_head:
            return spot
        hidden = self._hidden(spot.place.on)
        if hidden > 0 and point.y() > self.sheet.band.bottom() - MORE - PAD:
            return Spot(place=spot.place, is_more=True)
        return spot

    def _hidden(self, day: date) -> int:
        return max(len(self.untimed[day]) - self.sheet.rows, 0) + self.squeezed_out(day)

    def is_tucked_away(self, day: date, item: Item) -> bool:
        items = self.untimed.get(day, [])
        if any(found.key == item.key for found in items):
            return any(found.key == item.key for found in items[self.sheet.rows :])
        return super().is_tucked_away(day, item)

    # Painting -------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter) -> None:
        self.paint_hours(painter)
        colors, band = theme(), self.sheet.band
        names = weekday_names()
        for day in self.days.days:
            left, right = self.column(day)
            facts = self.days.facts_of(day)
            if not facts.is_working:
                ground = QRectF(left, 0, right - left, band.bottom())
                painter.fillRect(ground, faded(colors.color("sunken"), 0.45))
            painter.setFont(font(SMALL))
            painter.setPen(colors.color("muted" if day.weekday() > 4 else "text"))
            painter.drawText(QRectF(left + 8, 3, right - left - 10, 18), names[day.weekday()])
            corner = QRectF(left, 20, right - left, 22)
            paint_corner(painter, corner, day, facts, is_today=day == self.days.today, is_pale=False)
            self._paint_band(painter, day)
        self.paint_hint(painter, QRectF(0, band.top() + PAD + 1, GUTTER - 3, HEIGHT))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(colors.color("line"))
        for day in self.days.days:
            left, _ = self.column(day)
            painter.drawLine(int(left), 0, int(left), int(band.bottom()))
        painter.drawLine(0, HEAD, int(band.right()), HEAD)
        painter.setPen(colors.color("edge"))
        painter.drawLine(0, int(band.bottom()), int(band.right()), int(band.bottom()))

    def _paint_band(self, painter: QPainter, day: date) -> None:
        items = self.untimed[day]
        offset = self._offset(day)
        for number, item in enumerate(items[offset : offset + self.sheet.rows], offset):
            painter.setOpacity(0.4 if item.key == self.carried else 1)
            self.chips.paint(painter, self.untimed_area(day, number), item)
        painter.setOpacity(1)
        hidden = self._hidden(day)
        if hidden > 0:
            left, right = self.column(day)
            line = QRectF(left + 8, self.sheet.band.bottom() - MORE - 2, right - left - 10, MORE)
            painter.setFont(font(SMALL - 1))
            painter.setPen(theme().color("accent_text"))
            words = QCoreApplication.translate("followups", "%n more", "", hidden)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
