"""Paints an item as a chip: ground for its kind, a sign for how and what became of it, elided words.

Colour is never the only sign: a step that a rule asks for has an open outline, what somebody planned is filled,
an appointment has a bar, what is late a warning sign, what is done a tick and a line through it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from app.followups.records import Item, ItemKind
from app.states import StepState
from ui import icons
from ui.followups.labels import chip_words, icon_of
from ui.theme import SMALL, font, theme
from ui.widgets.surface import paint_focus

HEIGHT = 18
SIGN = 14
PAD = 4
SIGN_ALONE = 30  # below this there is no room for a word
NARROW = 56  # below this the words are worth more than the sign
WRAPS_FROM = 34
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWrapAnywhere)
MOST_KEPT = 4000  # elided texts remembered

GROUNDS = {
    ItemKind.FOLLOWUP: ("accent_soft", "text", "accent_text"),
    ItemKind.STEP: ("surface", "text", "accent_text"),
    ItemKind.VISIT: ("success_soft", "text", "success"),
    ItemKind.APPOINTMENT: ("sunken", "text", "muted"),
    ItemKind.CARE: ("warning_soft", "text", "warning"),
}


class ChipPainter:
    """Keeps fonts, metrics and elided words; `fit` is called when theme or data changed."""

    def __init__(self, size: int = SMALL) -> None:
        self.face = font(size)
        self.bold = font(size, bold=True)
        self.struck = QFont(self.face)
        self.struck.setStrikeOut(True)
        self.metrics = QFontMetricsF(self.face)
        self._bold_metrics = QFontMetricsF(self.bold)
        self._texts: dict[tuple[str, int, bool], QStaticText] = {}
        self._colors: dict[str, QColor] = {}
        self._styles: dict[tuple[ItemKind, StepState, bool], tuple[QColor, QColor, QColor, QPen | None]] = {}

    def fit(self) -> None:
        """Forget colours and words of before."""
        self._colors.clear()
        self._styles.clear()
        if len(self._texts) > MOST_KEPT:
            self._texts.clear()

    def color(self, name: str) -> QColor:
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = theme().color(name)
        return found

    def words(self, text: str, width: float, *, bold: bool = False) -> QStaticText:
        """The text elided to a width, measured once."""
        key = (text, int(width), bold)
        found = self._texts.get(key)
        if found is None:
            metrics = self._bold_metrics if bold else self.metrics
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            found = QStaticText(shown)
            found.setTextFormat(Qt.TextFormat.PlainText)
            self._texts[key] = found
        return found

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        item: Item,
        text: str | None = None,
        *,
        is_current: bool = False,
    ) -> None:
        """The whole chip; antialiasing is the caller's. A high one wraps its words."""
        ground, ink, sign, edge = self.look(item)
        if is_current:
            ground, ink, sign, edge = (
                self.color("accent"),
                self.color("on_accent"),
                self.color("on_accent"),
                None,
            )
        painter.setPen(edge or Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5) if edge is not None else area, 4, 4)
        left = area.left() + PAD
        if item.key.kind is ItemKind.APPOINTMENT:
            painter.fillRect(QRectF(area.left(), area.top() + 2, 3, area.height() - 4), sign)
            left += 2
        line = area.height() if area.height() <= WRAPS_FROM else HEIGHT
        if area.width() >= NARROW or area.width() < SIGN_ALONE:
            self._sign(painter, QRectF(left, area.top() + (line - SIGN) / 2, SIGN, SIGN), item, sign)
            left += SIGN + 3
        room = QRectF(left, area.top(), area.right() - left - 2, area.height())
        if item.is_recurring and room.width() > 80:
            icons.paint(
                painter, "sync", QRectF(area.right() - 15, area.top() + (line - 11) / 2, 11, 11), sign
            )
            room.setRight(room.right() - 15)
        self._write(painter, item, chip_words(item) if text is None else text, room, ink)

    def _write(self, painter: QPainter, item: Item, text: str, room: QRectF, ink: QColor) -> None:
        is_bold = item.is_overdue and item.state is StepState.OPEN
        painter.setFont(
            self.struck if item.state is not StepState.OPEN else self.bold if is_bold else self.face
        )
        painter.setPen(ink)
        if room.height() > WRAPS_FROM:
            painter.drawText(room.adjusted(0, 1, 0, 0), WRAPPED, text)
            return
        if room.width() < SIGN:
            return
        words = self.words(text, room.width(), bold=is_bold)
        painter.drawStaticText(
            QPointF(room.left(), room.top() + (room.height() - self.metrics.height()) / 2), words
        )

    def _sign(self, painter: QPainter, area: QRectF, item: Item, color: QColor) -> None:
        is_late = item.is_overdue and item.state is StepState.OPEN
        icons.paint(painter, "warning" if is_late else icon_of(item), area, color)

    def look(self, item: Item) -> tuple[QColor, QColor, QColor, QPen | None]:
        """Ground, ink, sign and outline of an item."""
        key = (item.key.kind, item.state, item.is_overdue)
        found = self._styles.get(key)
        if found is None:
            ground, ink, sign = GROUNDS[item.key.kind]
            edge: QPen | None = None
            if item.state is not StepState.OPEN:
                ground, ink, sign = "window", "muted", "success" if item.state is StepState.DONE else "muted"
            elif item.is_overdue:
                ground, ink, sign = "danger_soft", "danger", "danger"
            if item.key.kind is ItemKind.STEP and item.state is StepState.OPEN:
                edge = QPen(self.color("danger" if item.is_overdue else "accent"), 1, Qt.PenStyle.DotLine)
            found = self._styles[key] = (self.color(ground), self.color(ink), self.color(sign), edge)
        return found


def ring(painter: QPainter, area: QRectF) -> None:
    """The focus ring around a chip or a day."""
    paint_focus(painter, area, 5)
