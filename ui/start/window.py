"""The window before the window: a band with the name of the program, and one panel at a time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui import icons
from ui.crash import Report
from ui.start.panel import Panel
from ui.theme import SMALL, font, theme

SIZE = (900, 620)
BAND = 280


class Band(QWidget):
    """The accent ground with the program's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(BAND)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        painter.fillRect(self.rect(), colors.color("accent_soft"))
        ink = colors.color("accent_text")
        icons.paint(painter, "branch", QRectF(40, 44, 44, 44), ink)
        painter.setPen(ink)
        painter.setFont(font(26, bold=True))
        painter.drawText(QRectF(40, 104, BAND - 60, 40), int(Qt.AlignmentFlag.AlignLeft), "BranchDesk")
        painter.setFont(font())
        painter.setPen(colors.color("text"))
        words = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(40, 146, BAND - 70, 80), words, self.tr("The customer desk of your branch"))
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        foot = QRectF(40, self.height() - 96, BAND - 70, 72)
        painter.drawText(
            foot,
            words | int(Qt.AlignmentFlag.AlignBottom),
            self.tr("Customer data stays on this computer, encrypted, or in your own shared database."),
        )


class StartWindow(QWidget):
    """Shows panels; closing it gives up the start."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("BranchDesk")
        self.resize(*SIZE)
        self.setMinimumSize(760, 520)
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Band())
        row.addWidget(self.stack, 1)

    @property
    def panel(self) -> Panel | None:
        """The step on show."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Panel) else None

    def show_crash(self, report: Report) -> None:
        """A bug before there is a window: say so, and wake the step so that the person can try again."""
        from ui.crash_dialog import CrashDialog

        if not self.isVisible() or self.panel is None:
            return
        self.panel.set_busy("")
        CrashDialog(report, self).show()

    def retire(self) -> None:
        """Hide, and forget what was typed."""
        self.hide()
        old = self.panel
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def show_panel(self, panel: Panel) -> None:
        """Replace the step on show."""
        old = self.panel
        self.stack.addWidget(panel)
        self.stack.setCurrentWidget(panel)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.show()
        panel.begin()
