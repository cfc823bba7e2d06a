"""The page of the calendar with its tabs: the calendar itself, and the other looks at the same work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol, cast

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.work import Topic
from ui.desk import Desk
from ui.followups.calendar_view import CalendarView
from ui.page import Page
from ui.theme import GAP
from ui.widgets.choice import Choice, Segments


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
    """With one tab there is no row of tabs. `open_subject` takes the name of a tab, or what its tab takes."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.FOLLOWUPS, Topic.CUSTOMERS, Topic.DAYS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.specs = self._tabs()
        self.tabs = Segments()
        self.tabs.setAccessibleName(self.tr("Part of the calendar"))
        self.tabs.fill([Choice(value=spec.name, text=spec.title) for spec in self.specs])
        self.made: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._stack = QStackedWidget()
        row = QHBoxLayout()
        row.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        row.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if len(self.specs) > 1:
            column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.tabs.picked.connect(lambda: self.open_tab(self.specs[self.tabs.index()].name))
        self.open_tab(self.specs[0].name)

    def _tabs(self) -> tuple[TabSpec, ...]:
        return (
            TabSpec(name="calendar", title=self.tr("Calendar"), build=CalendarView),
            TabSpec(name="visits", title=self.tr("Visits"), build=_visits),
        )

    @property
    def calendar(self) -> CalendarView:
        return cast(CalendarView, self.made["calendar"])

    @property
    def tab(self) -> Tab:
        """The tab in sight."""
        return cast(Tab, self._stack.currentWidget())

    def open_tab(self, name: str) -> None:
        """Show a tab, making it if this is the first time."""
        number = next((n for n, spec in enumerate(self.specs) if spec.name == name), 0)
        present = self._stack.currentWidget()
        if present is not None and present is not self.made.get(name) and not self.tab.can_leave():
            self.tabs.set_index(
                next(n for n, spec in enumerate(self.specs) if self.made.get(spec.name) is present)
            )
            return
        if name not in self.made:
            self.made[name] = self.specs[number].build(self.desk)
            self._stack.addWidget(self.made[name])
            self._stale.add(name)
        self._stack.setCurrentWidget(self.made[name])
        self.tabs.set_index(number)
        if self.isVisible() and name in self._stale:
            self._reload_tab()

    # What the window asks -------------------------------------------------------------------------

    def reload(self) -> None:
        """The tab in sight now, the others when they are opened."""
        self._stale = set(self.made)
        self._reload_tab()

    def _reload_tab(self) -> None:
        name = self.specs[self.tabs.index()].name
        self._stale.discard(name)
        self.tab.reload()

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, str) and any(spec.name == subject for spec in self.specs):
            self.open_tab(subject)
            return
        self.tab.open_subject(subject)

    def focus_first(self) -> None:
        self.tab.focus_first()

    def save(self) -> None:
        save = getattr(self.tab, "save", None)
        if save is not None:
            save()

    def can_leave(self) -> bool:
        return self.tab.can_leave()


def _visits(desk: Desk) -> QWidget:
    from ui.followups.visits_view import VisitsView

    view = VisitsView(desk)
    view.customer_wanted.connect(lambda customer_id: desk.navigation.open("customers", customer_id))
    return view
