"""Small signs: badges, the ring of completeness."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.messages import Tone
from ui.theme import SMALL, font, theme


class Badge(QWidget):
    """A word on a soft ground, such as a customer's class; give an icon where colour alone would speak."""

    def __init__(
        self, text: str, tone: Tone | None = None, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon
        self._text = ""
        self.setFont(font(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show another word; an empty one hides the badge."""
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 16 + (18 if self._icon else 0), 22)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        ground, ink = "sunken", "text"
        if self._tone is Tone.INFO:
            ground, ink = "accent_soft", "accent_text"
        elif self._tone is not None:
            ground, ink = f"{self._tone.value}_soft", self._tone.value
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(ground))
        painter.drawRoundedRect(area, 11, 11)
        if self._icon:
            icons.paint(painter, self._icon, QRectF(7, self.height() / 2 - 7, 14, 14), colors.color(ink))
            area = area.adjusted(18, 0, 0, 0)
        painter.setPen(colors.color(ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._text)


class Ring(QWidget):
    """How complete a card is, 0 to 100, as an arc and as a figure."""

    def __init__(self, size: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = 0
        self.setFixedSize(size, size)
        self.show_percent(0)

    def show_percent(self, percent: int) -> None:
        self._percent = max(0, min(percent, 100))
        self.setAccessibleName(self.tr("{percent} % complete").format(percent=self._percent))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        width = max(self.width() / 11, 4.0)
        area = QRectF(self.rect()).adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
        painter.setPen(QPen(colors.color("sunken"), width))
        painter.drawEllipse(area)
        tone = "success" if self._percent >= 90 else "accent" if self._percent >= 60 else "warning"
        arc = QPen(colors.color(tone), width)
        arc.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(arc)
        if self._percent:
            painter.drawArc(area, 90 * 16, -round(360 * 16 * self._percent / 100))
        painter.setPen(colors.color("text"))
        painter.setFont(font(max(self.width() // 4, 10), bold=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._percent))
