"""One-line date: one Tab stop, any way of writing the parser knows, a calendar for the mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from ui.theme import theme
from ui.widgets.field import Side
from ui.widgets.line import LineField
from ui.widgets.surface import tool

T = TypeVar("T")


class CalendarDrop(QFrame):
    """A month hanging below a line. A child of the window, not a popup window: a popup would take the
    keyboard from the input method."""

    picked = Signal(date)

    def __init__(self, edit: QWidget, name: str, shown: date | None) -> None:
        super().__init__(edit.window())
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = QCalendarWidget()
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setAccessibleName(name)
        if shown is not None:
            self.month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.month.clicked.connect(self._on_day)
        self.month.activated.connect(self._on_day)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.month)
        self._place()
        self.show()
        self.raise_()
        self.month.setFocus()
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def _place(self) -> None:
        size = self.sizeHint()
        spot = self._edit.mapTo(self._edit.window(), QPoint(0, self._edit.height() + 3))
        room = self._edit.window().size()
        x = max(0, min(spot.x(), room.width() - size.width()))
        y = max(0, min(spot.y(), room.height() - size.height()))
        self.setGeometry(x, y, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.setPen(theme().color("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._edit.setFocus()
            return
        super().keyPressEvent(event)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.close()

    def _on_day(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))


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
        self.calendar = CalendarDrop(self.edit, self.label, self._shown_date())
        self.calendar.picked.connect(self._on_picked)

    def _shown_date(self) -> date | None:
        try:
            value = self.value()
        except UserError:
            return None
        return self._to_date(value) if value is not None and self._to_date is not None else None

    def _on_picked(self, day: date) -> None:
        if self._from_date is not None:
            self.type_text(self._show(self._from_date(day)))
        self.go()
