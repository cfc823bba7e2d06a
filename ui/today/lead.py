"""The line of the list that is worked on elsewhere: what it is about, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.labels import label
from ui.theme import font
from ui.today.lines import Line
from ui.widgets.surface import PrimaryButton, Surface, quiet


class Lead(Surface):
    """A name, a reason and one button."""

    opened = Signal(object)  # Line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._line: Line | None = None
        self._section = quiet("")
        self._name = QLabel()
        self._name.setFont(font(17, bold=True))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._reason = QLabel()
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        self.go = PrimaryButton(self.tr("Open  Enter"), "chevron-right")
        self.go.clicked.connect(self._on_pressed)
        for part in (self._section, self._name, self._reason):
            self.column.addWidget(part)
        self.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_line(self, line: Line) -> None:
        """What this line is about."""
        self._line = line
        self._section.setText(label(line.section))
        self._name.setText("  ".join(part for part in (line.name, line.phone) if part))
        self._reason.setText(line.reason)
        self.go.setEnabled(line.goal is not None)

    def _on_pressed(self) -> None:
        if self._line is not None:
            self.opened.emit(self._line)
