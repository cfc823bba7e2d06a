"""The left side of the occasions: which days are looked at, whose customers, and the occasions of those days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from app.care.occasions import care_groups
from app.care.records import CareGroup, CareKey
from app.followups.records import Scope
from app.lists import setting
from app.states import Occasion, Permission
from app.work import Work
from ui.care.groups_list import GroupsList
from ui.desk import Desk
from ui.widgets.choice import Combo
from ui.widgets.surface import Surface, button, tool

WIDTH = 268


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """One reading of the days."""

    groups: tuple[CareGroup, ...]
    today: date
    first: date
    count: int


class DaysPanel(Surface):
    """`shown` after each reading with the occasion that stands chosen, or None."""

    shown = Signal(object)  # CareGroup | None
    picked = Signal(object)  # CareGroup

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._first: date | None = None
        self._count = 7
        self.today: date | None = None
        self.groups = GroupsList()
        self.span = QLabel()
        self.back = tool("chevron-left", self.tr("Earlier days"))
        self.onward = tool("chevron-right", self.tr("Later days"))
        self.now = button(self.tr("Today"))
        self.whose = Combo()
        self._stack = QStackedWidget()
        self._build()

    def scope(self) -> Scope:
        """Whose customers are meant."""
        own = self.whose.currentData() == "own"
        return Scope(person=self._desk.tasks.actor.account_id) if own else Scope()

    def reload(self, keep: CareKey | None) -> None:
        """Read the days anew; `keep` stays chosen where it is still there."""
        scope, first = self.scope(), self._first

        def read(work: Work) -> Days:
            count = int(setting(work, "care-ahead-days"))
            start = first or work.today()
            groups = care_groups(work, scope, start, start + timedelta(days=count))
            return Days(groups=tuple(groups), today=work.today(), first=start, count=count)

        self._desk.tasks.read(self, read, lambda days: self._on_read(days, keep))

    def go_to(self, key: CareKey) -> None:
        """Look at the days around an occasion; the services due all stand under today."""
        self._first = None if key.occasion is Occasion.MAINTENANCE or self._is_near(key.on) else key.on

    def _is_near(self, day: date) -> bool:
        return self.today is not None and 0 <= (day - self.today).days <= self._count

    def focus_first(self) -> None:
        self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, days: Days, keep: CareKey | None) -> None:
        self.today, self._count = days.today, days.count
        self.span.setText(f"{days.first:%m-%d} – {days.first + timedelta(days=days.count):%m-%d}")
        self.now.setEnabled(self._first is not None)
        self.groups.blockSignals(True)
        self.groups.show_groups(days.groups, days.today, self._desk.screen.language, keep)
        self.groups.blockSignals(False)
        self._stack.setCurrentIndex(0 if days.groups else 1)
        self.shown.emit(self.groups.current_group() if days.groups else None)

    def _turn(self, way: int) -> None:
        start = self._first or self.today
        if start is not None:
            self._first = start + timedelta(days=way * (self._count + 1))
            self.reload(None)

    def _to_today(self) -> None:
        self._first = None
        self.reload(None)

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        self.column.setContentsMargins(4, 8, 4, 8)
        self.whose.addItem(self.tr("Whole branch"), "all")
        self.whose.addItem(self.tr("My customers"), "own")
        self.whose.setAccessibleName(self.tr("Whose customers"))
        self.whose.setVisible(self._desk.tasks.actor.may(Permission.ASSIGN_WORK))
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 0)
        head.setSpacing(2)
        self.now.setFixedWidth(60)
        head.addWidget(self.span)
        head.addStretch()
        for part in (self.back, self.now, self.onward):
            head.addWidget(part)
        whose = QHBoxLayout()
        whose.setContentsMargins(8, 0, 4, 0)
        whose.addWidget(self.whose)
        self.column.addLayout(head)
        self.column.addLayout(whose)
        nothing = QWidget()
        self._stack.addWidget(self.groups)
        self._stack.addWidget(nothing)
        self.column.addWidget(self._stack, 1)
        self.groups.picked.connect(self.picked)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.onward.clicked.connect(lambda: self._turn(1))
        self.now.clicked.connect(self._to_today)
        self.whose.activated.connect(lambda _place: self.reload(None))
