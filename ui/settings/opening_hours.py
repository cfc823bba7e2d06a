"""The opening hours of the seven weekdays, each saved when its field is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.worktime import Span, Week, hours_text, read_hours
from ui.marked import QT_TRANSLATE_NOOP
from ui.theme import GAP
from ui.widgets.form import Form
from ui.widgets.line import LineField
from ui.widgets.surface import button

WEEKDAYS: Final = (
    QT_TRANSLATE_NOOP("settings", "Monday"),
    QT_TRANSLATE_NOOP("settings", "Tuesday"),
    QT_TRANSLATE_NOOP("settings", "Wednesday"),
    QT_TRANSLATE_NOOP("settings", "Thursday"),
    QT_TRANSLATE_NOOP("settings", "Friday"),
    QT_TRANSLATE_NOOP("settings", "Saturday"),
    QT_TRANSLATE_NOOP("settings", "Sunday"),
)


class OpeningHours(QWidget):
    """Seven lines; an empty one is a closed weekday."""

    changed = Signal(object)  # the week as it was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP)
        for number, text in enumerate(WEEKDAYS):
            name = QCoreApplication.translate("settings", text)
            field: LineField[tuple[Span, ...]] = LineField(
                f"weekday-{number}", name, parse=read_hours, show=hours_text, placeholder=self.tr("closed")
            )
            self.form.add(field)
            grid.addWidget(field, number // 4, number % 4, Qt.AlignmentFlag.AlignTop)
        for place in range(4):
            grid.setColumnStretch(place, 1)
        self.copy = button(self.tr("Monday's hours to Friday"), "copy")
        grid.addWidget(self.copy, 1, 3, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        self.form.committed.connect(self._on_committed)
        self.copy.clicked.connect(self._copy_monday)

    def refresh(self, week: Week) -> None:
        """Show the hours in force where nobody is typing."""
        self.form.refresh({f"weekday-{number}": spans or None for number, spans in enumerate(week)})

    def mark_saved(self) -> None:
        """What is shown is in force now."""
        self.form.mark_saved()

    def show_refusal(self, error: UserError, field: str) -> bool:
        """Put a refusal under the weekday that was left last."""
        return self.form.show_error(UserError(error.code, **{**error.facts, "field": field}))

    def _copy_monday(self) -> None:
        if self.form.check():
            self._emit([self._hours(0)] * 5 + [self._hours(5), self._hours(6)], "weekday-0")

    def _on_committed(self, name: str) -> None:
        if self.form.check():
            self._emit([self._hours(number) for number in range(7)], name)

    def _hours(self, number: int) -> tuple[Span, ...]:
        return self.form[f"weekday-{number}"].value() or ()

    def _emit(self, week: Sequence[tuple[Span, ...]], field: str) -> None:
        self.changed.emit((tuple(week), field))
