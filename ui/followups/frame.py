"""The parts of the calendar and where they stand: rail, views, panel, bar, strip and the line to type into."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.customers.slots import local_today
from ui.desk import Desk
from ui.followups.agenda_view import AgendaView
from ui.followups.canvas import CalendarCanvas
from ui.followups.cursor import Cursor
from ui.followups.day_panel import DayPanel
from ui.followups.day_view import DayView
from ui.followups.days_model import DaysModel
from ui.followups.entry_line import EntryLine
from ui.followups.inline_bar import InlineBar
from ui.followups.month_view import MonthView
from ui.followups.periods import ViewKind
from ui.followups.side_rail import SideRail
from ui.followups.toolbar import Toolbar
from ui.followups.week_view import WeekView
from ui.followups.workload_strip import WorkloadStrip

NARROW = 1040  # below this the rail gives its room to the views
VERY_NARROW = 820


class CalendarFrame(QWidget):
    """Nothing happens here; `CalendarView` brings it to life."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = ViewKind.MONTH
        self.cursor_at = Cursor(local_today(), self)
        self.days = DaysModel(self)
        self.toolbar = Toolbar()
        self.rail = SideRail()
        self.panel = DayPanel()
        self.bar = InlineBar()
        self.entry = EntryLine(desk.tasks)
        self.load = WorkloadStrip()
        self.views: dict[ViewKind, CalendarCanvas] = {
            ViewKind.MONTH: MonthView(self.days, self.cursor_at),
            ViewKind.WEEK: WeekView(self.days, self.cursor_at),
            ViewKind.DAY: DayView(self.days, self.cursor_at),
            ViewKind.AGENDA: AgendaView(self.days, self.cursor_at),
        }
        self.stack = QStackedWidget()
        self.side = QStackedWidget()  # the day, or the result being written down
        self._build()

    @property
    def canvas(self) -> CalendarCanvas:
        """The view in sight."""
        return self.views[self.kind]

    def _build(self) -> None:
        for view in self.views.values():
            self.stack.addWidget(view)
        self.show_side(self.panel)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.load)
        middle.addWidget(self.entry)
        self.load.hide()
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addLayout(middle, 1)
        body.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addLayout(body, 1)

    def show_side(self, part: QWidget) -> None:
        """The day at the right, or what takes its place for a while."""
        if self.side.indexOf(part) < 0:
            self.side.addWidget(part)
        self.side.setCurrentWidget(part)
        self.side.setFixedWidth(part.minimumWidth())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.rail.setVisible(self.width() >= NARROW)
        self.side.setVisible(self.width() >= VERY_NARROW)
