"""Where an import begins: a place to drop a file on, and what was brought in before."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.customers.importing import ImportRecord
from ui.messages import Tone
from ui.theme import GAP, RADIUS, theme
from ui.widgets.marks import Badge
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.states import EmptyState
from ui.widgets.surface import PrimaryButton, Surface, button, quiet

SHOWN = 30


class DropPlace(QWidget):
    """A dashed frame that lights up while a file is held over the page."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_over = False
        column = QVBoxLayout(self)
        column.addWidget(inside)

    def show_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        pen = QPen(colors.color("accent" if self._is_over else "button_edge"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colors.color("accent_soft" if self._is_over else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS + 2, RADIUS + 2)


class StartView(QWidget):
    """Drop place above, history below."""

    file_wanted = Signal()
    undo_wanted = Signal(object)  # id of a batch

    def __init__(self, *, may_import: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = PrimaryButton(self.tr("Choose a file"), "import")
        self.choose.clicked.connect(self.file_wanted)
        self.choose.setEnabled(may_import)
        text = self.tr("Drop a list of customers here")
        advice = self.tr(
            "Excel (.xlsx, .xls), CSV or vCard. You will see every row and what it becomes before "
            "anything is saved, and the whole import can be undone."
        )
        if not may_import:
            text = self.tr("You may not import lists")
            advice = self.tr("Ask your branch manager for the permission to import customers.")
        self.place = DropPlace(EmptyState("import", text, advice, self.choose))
        self.history = Surface(self.tr("Imports so far"))
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(2 * GAP)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(2, 1)
        scroll = ScrollColumn()
        scroll.column.addLayout(self._rows)
        scroll.column.addStretch()
        self.history.column.addWidget(scroll, 1)
        self.history.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self.place, 3)
        column.addWidget(self.history, 2)

    def show_history(self, records: Sequence[ImportRecord]) -> None:
        """The latest imports, newest first."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, record in enumerate(records[:SHOWN]):
            self._add(number, record)
        self.history.setVisible(bool(records))

    def _add(self, number: int, record: ImportRecord) -> None:
        when = quiet(record.imported_at.astimezone().strftime("%Y-%m-%d %H:%M"), size=13)
        when.setWordWrap(False)
        counts = quiet(
            self.tr(
                "{rows} rows: {created} created, {updated} filled, {duplicates} here already, {rejected} refused"
            ).format(
                rows=f"{record.rows:,}",
                created=f"{record.created:,}",
                updated=f"{record.updated:,}",
                duplicates=f"{record.duplicates:,}",
                rejected=f"{record.rejected:,}",
            ),
            size=13,
        )
        self._rows.addWidget(when, number, 0)
        name = QLabel(record.file_name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        self._rows.addWidget(name, number, 1)
        self._rows.addWidget(counts, number, 2)
        if record.state.value == "undone":
            self._rows.addWidget(Badge(self.tr("undone"), Tone.WARNING, "undo"), number, 3)
            return
        undo = button(self.tr("Undo"), "undo")
        undo.setAccessibleName(self.tr("Undo the import of {file}").format(file=record.file_name))
        key: UUID = record.batch_id
        undo.clicked.connect(lambda: self.undo_wanted.emit(key))
        self._rows.addWidget(undo, number, 3)
