"""An import under way, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.customers.importing import ImportResult
from ui.exchange.bringing_in import BroughtIn
from ui.theme import GAP, font, theme
from ui.widgets.states import Mark
from ui.widgets.surface import PrimaryButton, button, quiet


class ThinBar(QProgressBar):
    """A line that fills; it walks to and fro while the length is not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedSize(480, 10)
        self._beat = QTimer(self)
        self._beat.setInterval(40)
        self._beat.timeout.connect(self.update)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._beat.start()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.setBrush(theme().color("sunken"))
        painter.drawRoundedRect(area, 4, 4)
        painter.setBrush(theme().color("accent"))
        if self.maximum() > 0:
            area.setWidth(area.width() * self.value() / self.maximum())
        else:
            place = abs(self._clock.elapsed() / 900 % 2 - 1)
            area = QRectF(place * 0.75 * area.width(), area.top(), 0.25 * area.width(), area.height())
        if area.width() > 0:
            painter.drawRoundedRect(area, 4, 4)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._beat.start()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._beat.stop()


class RunningView(QWidget):
    """Rows done, rows a second, time left; Esc or the button cancels."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QLabel()
        self.head.setFont(font(16, bold=True))
        self.head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = ThinBar()
        self.told = quiet("", size=14)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cancel = button(self.tr("Cancel"), "close")
        self.cancel.clicked.connect(self.cancel_wanted)
        self._clock = QElapsedTimer()
        column = QVBoxLayout(self)
        column.setSpacing(2 * GAP)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Mark("import"), 0, centre)
        column.addWidget(self.head)
        column.addWidget(self.bar, 0, centre)
        column.addWidget(self.told)
        column.addWidget(self.cancel, 0, centre)
        column.addStretch(3)

    def begin(self, text: str, advice: str = "") -> None:
        """A new job; its length is not known yet."""
        self.head.setText(text)
        self.told.setText(advice)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._clock.start()

    def show_rows(self, done: int, rows: int) -> None:
        """How far it is; `rows` 0 when nobody knows."""
        seconds = max(self._clock.elapsed() / 1000, 0.001)
        speed = done / seconds
        if rows:
            self.bar.setRange(0, rows)
            self.bar.setValue(done)
            told = self.tr("{done} of {rows} rows, {speed} rows/s, about {left} s left")
            left = max(rows - done, 0) / speed if speed else 0
        else:
            told, left = self.tr("{done} rows, {speed} rows/s"), 0
        self.told.setText(
            told.format(done=f"{done:,}", rows=f"{rows:,}", speed=f"{speed:,.0f}", left=f"{left:,.0f}")
        )


class ResultView(QWidget):
    """One sentence, the figures, and what can be done now."""

    show_wanted = Signal()
    workbook_wanted = Signal()
    undo_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel()
        self.sentence.setFont(font(18, bold=True))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.figures = quiet("", size=14)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_them = PrimaryButton(self.tr("Show the imported customers"), "customers")
        self.workbook = button(self.tr("Save the rows not taken over"), "export")
        self.undo = button(self.tr("Undo the whole import"), "undo")
        self.again = button(self.tr("Another list"))
        self.show_them.clicked.connect(self.show_wanted)
        self.workbook.clicked.connect(self.workbook_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.again.clicked.connect(self.again_wanted)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch()
        for part in (self.show_them, self.workbook, self.undo, self.again):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(2 * GAP)
        column.addStretch(2)
        column.addWidget(Mark("success"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        column.addWidget(self.figures)
        column.addSpacing(GAP)
        column.addLayout(row)
        column.addStretch(3)

    def show_result(self, done: BroughtIn) -> None:
        """What the import did."""
        result = done.result
        self.sentence.setText(self._sentence(result))
        speed = result.rows / done.seconds if done.seconds else 0
        self.figures.setText(
            self.tr(
                "{rows} rows in {seconds} s ({speed} rows/s): {created} created, {updated} filled, "
                "{duplicates} here already, {rejected} refused."
            ).format(
                rows=f"{result.rows:,}",
                seconds=f"{done.seconds:,.1f}",
                speed=f"{speed:,.0f}",
                created=f"{result.created:,}",
                updated=f"{result.updated:,}",
                duplicates=f"{result.duplicates:,}",
                rejected=f"{result.rejected:,}",
            )
        )
        self.workbook.setVisible(done.workbook is not None)
        self.show_them.setVisible(bool(result.created or result.updated))
        self.undo.setVisible(bool(result.created or result.updated))
        self.undo.setEnabled(True)

    def _sentence(self, result: ImportResult) -> str:
        if not result.created and not result.updated:
            return self.tr("No customer was added: every row is here already or was refused.")
        if result.rejected or result.duplicates:
            return self.tr("{count} customers brought in; {left} rows were not taken over.").format(
                count=f"{result.created + result.updated:,}", left=f"{result.rejected + result.duplicates:,}"
            )
        return self.tr("All {count} customers brought in.").format(
            count=f"{result.created + result.updated:,}"
        )
