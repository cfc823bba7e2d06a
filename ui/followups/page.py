"""The page of the calendar with its tabs: the calendar itself, and the other looks at the same work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol, cast
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.followups.records import ItemKey
from app.work import Topic
from ui.desk import Desk
from ui.followups.calendar_view import CalendarView
from ui.page import Page
from ui.theme import GAP
from ui.widgets.choice import Choice, Segments

CALENDAR, VISITS = "calendar", "visits"
CUSTOMERS = "customers"


class Tab(Protocol):
    """What the page asks of the widget of a tab."""

    def reload(self) -> None: ...

    def open_subject(self, subject: object) -> None: ...

    def focus_first(self) -> None: ...

    def can_leave(self) -> bool: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class TabSpec:
    """A tab and how it is made when first opened."""

    name: str
    title: str
    build: Callable[[Desk], QWidget]


class CalendarPage(Page):
    """`open_subject` takes the name of a tab, a day, the id of a visit's follow-up, or a customer's id and name to
    plan a visit for."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.FOLLOWUPS, Topic.CUSTOMERS, Topic.DAYS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.specs = self._tabs()
        self._number = 0
        self.made: dict[str, QWidget] = {}
        self._rows: list[Segments] = []
        self._stale: set[str] = set()
        self._stack = QStackedWidget()
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        row.addWidget(self._row_of_tabs())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self.open_tab(CALENDAR)

    def _tabs(self) -> tuple[TabSpec, ...]:
        return (
            TabSpec(name=CALENDAR, title=self.tr("Calendar"), build=self._calendar),
            TabSpec(name=VISITS, title=self.tr("Visits"), build=self._visits),
            TabSpec(name="figures", title=self.tr("Figures"), build=_figures),
        )

    def _calendar(self, desk: Desk) -> QWidget:
        made = CalendarView(desk)
        made.toolbar.lead_with(self._row_of_tabs())  # a row of its own would cost each day a line
        made.visit_wanted.connect(self.open_subject)
        return made

    def _visits(self, desk: Desk) -> QWidget:
        from ui.followups.visits_view import VisitsView

        made = VisitsView(desk)
        made.customer_wanted.connect(lambda key: desk.navigation.open(CUSTOMERS, key))
        return made

    def _row_of_tabs(self) -> Segments:
        tabs = Segments()
        tabs.setAccessibleName(self.tr("Part of the calendar"))
        tabs.fill([Choice(value=spec.name, text=spec.title) for spec in self.specs])
        tabs.picked.connect(lambda: self.open_tab(self.specs[tabs.index()].name))
        self._rows.append(tabs)
        return tabs

    @property
    def calendar(self) -> CalendarView:
        return cast(CalendarView, self.made[CALENDAR])

    @property
    def tab(self) -> Tab:
        """The tab in sight."""
        return cast(Tab, self._stack.currentWidget())

    def open_tab(self, name: str) -> None:
        """Show a tab, making it if this is the first time; one that has to be left first keeps its place."""
        present = self._stack.currentWidget()
        if present is None or present is self.made.get(name) or self.tab.can_leave():
            self._show_tab(name)
        for tabs in self._rows:
            tabs.set_index(self._number)

    def _show_tab(self, name: str) -> None:
        self._number = next(n for n, spec in enumerate(self.specs) if spec.name == name)
        if name not in self.made:
            self.made[name] = self.specs[self._number].build(self.desk)
            self._stack.addWidget(self.made[name])
            self._stale.add(name)
        self._stack.setCurrentWidget(self.made[name])
        self._head.setVisible(name != CALENDAR)
        if self.isVisible() and name in self._stale:
            self._reload_tab()

    # What the window asks -------------------------------------------------------------------------

    def reload(self) -> None:
        """The tab in sight now, the others when they are opened."""
        self._stale = set(self.made)
        self._reload_tab()

    def _reload_tab(self) -> None:
        name = self.specs[self._number].name
        self._stale.discard(name)
        self.tab.reload()

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, str) and any(spec.name == subject for spec in self.specs):
            self.open_tab(subject)
            return
        is_item = isinstance(subject, tuple) and isinstance(subject[0], ItemKey)  # with its day
        is_visit = isinstance(subject, (UUID, tuple)) and not is_item
        self.open_tab(VISITS if is_visit else CALENDAR)
        self.tab.open_subject(subject)

    def focus_first(self) -> None:
        self.tab.focus_first()

    def save(self) -> None:
        save = getattr(self.tab, "save", None)
        if save is not None:
            save()

    def can_leave(self) -> bool:
        return self.tab.can_leave()


def _figures(desk: Desk) -> QWidget:
    from ui.followups.figures_view import FiguresView

    return FiguresView(desk)
