"""One-line date: one Tab stop, any way of writing the parser knows, a calendar for the mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from ui.widgets.field import Side
from ui.widgets.line import LineField
from ui.widgets.surface import tool

T = TypeVar("T")


class DateField(LineField[T]):
    """`parse` reads what is typed (2024-1-5, 0815, 农历八月十五 …) and raises UserError; give `to_date`
    and `from_date` to offer a calendar as well (not for birthdays without a year)."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        parse: Callable[[str], T],
        show: Callable[[T], str],
        to_date: Callable[[T], date | None] | None = None,
        from_date: Callable[[date], T] | None = None,
        required: bool = False,
        hint: str = "",
        placeholder: str = "",
        side: Side = Side.TOP,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._to_date = to_date
        self._from_date = from_date
        super().__init__(
            name,
            label,
            parse=parse,
            show=show,
            required=required,
            hint=hint,
            placeholder=placeholder,
            side=side,
            quiet=quiet,
            parent=parent,
        )

    def _build(self) -> None:
        if self._from_date is None:
            self._place(self.edit)
            return
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        self.opener = tool("calendar", self.tr("Pick from the calendar"))
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line is the one Tab stop
        self.opener.clicked.connect(self.pick)
        row.addWidget(self.opener)
        self._place(self.edit, body)

    def pick(self) -> None:
        """Open the calendar below the line."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFrameShape(QFrame.Shape.StyledPanel)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName(self.label)
        shown = self._shown_date()
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(lambda day: self._on_picked(day, popup))
        calendar.activated.connect(lambda day: self._on_picked(day, popup))
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _shown_date(self) -> date | None:
        try:
            value = self.value()
        except UserError:
            return None
        return self._to_date(value) if value is not None and self._to_date is not None else None

    def _on_picked(self, day: QDate, popup: QWidget) -> None:
        popup.close()
        if self._from_date is not None:
            value = self._from_date(date(day.year(), day.month(), day.day()))
            self.type_text(self._show(value))
            self.go()
