"""What a page shows when it has no rows: nothing yet, still loading, not allowed, not reachable."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.theme import GAP, font, theme
from ui.widgets.surface import quiet


class Mark(QWidget):
    """A large icon on a soft disc."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = icon
        self.setFixedSize(72, 72)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        icons.paint(painter, self.icon, QRectF(20, 20, 32, 32), theme().color("accent_text"))


class EmptyState(QWidget):
    """Says that there is nothing, why, and what to do; `action` is the button for it."""

    def __init__(
        self,
        icon: str,
        text: str,
        advice: str,
        action: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        head = QLabel(text)
        head.setFont(font(16, bold=True))
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = quiet(advice, size=14)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(440)
        words.setMinimumHeight(max(words.heightForWidth(440), 0))
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(Mark(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP)
        column.addWidget(head)
        if advice:
            column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        if action is not None:
            column.addSpacing(GAP)
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


class Loading(QWidget):
    """Grey bars where rows will be. They appear only after 150 ms, so that quick answers do not flash."""

    def __init__(self, rows: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._clock = QElapsedTimer()
        self._beat = QTimer(self)
        self._beat.setInterval(80)
        self._beat.timeout.connect(self.update)
        self.setAccessibleName(self.tr("Loading…"))

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._clock.start()
        self._beat.start()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._beat.stop()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        passed = self._clock.elapsed()
        if passed < 150:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme().color("sunken")
        for row in range(self._rows):
            wave = abs((passed / 600 - row * 0.25) % 2 - 1)
            ground.setAlphaF(0.45 + 0.55 * wave)
            painter.setBrush(ground)
            width = self.width() * (0.9 - 0.13 * (row * 7 % 4))
            painter.drawRoundedRect(QRectF(GAP, GAP + row * 28, width - 2 * GAP, 14), 4, 4)
