"""The complaint desk's page: the tickets by their clocks, intake, common problems and figures as tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import ClassVar, Protocol, cast
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

import ui.complaints.labels  # noqa: F401 - what every tab shows has its words there
from app.states import Permission
from app.work import Topic
from ui.desk import Desk
from ui.marked import QT_TRANSLATE_NOOP
from ui.page import Page
from ui.theme import GAP
from ui.widgets.choice import Choice, Segments
from ui.widgets.states import EmptyState
from ui.widgets.surface import title

CONTEXT = "complaints"
DESK, NEW, PROBLEMS, FIGURES = "desk", "new", "problems", "figures"


class Tab(Protocol):
    """What the page asks of the widget of a tab; `open_subject`, `save` and `has_unsaved` may be left out."""

    def reload(self) -> None: ...

    def focus_first(self) -> None: ...

    def can_leave(self) -> bool: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class TabSpec:
    """A tab: the module of its view and how it is made when first opened; `needs` any of these permissions."""

    name: str
    title: str
    module: str
    build: Callable[[Desk], QWidget]
    needs: tuple[Permission, ...] = ()


def _desk(desk: Desk) -> QWidget:
    from ui.complaints.desk_view import DeskView

    return DeskView(desk)


def _intake(desk: Desk) -> QWidget:
    from ui.complaints.intake_view import IntakeView

    return IntakeView(desk)


def _problems(desk: Desk) -> QWidget:
    from ui.complaints.problems_view import ProblemsView

    view = ProblemsView(desk)
    view.ticket_wanted.connect(lambda key: desk.navigation.open("complaints", key))
    return view


def _figures(desk: Desk) -> QWidget:
    from ui.complaints.figures_view import FiguresView  # type: ignore[import-not-found,unused-ignore]

    return cast(QWidget, FiguresView(desk))


READERS = (Permission.TAKE_TICKETS, Permission.HANDLE_TICKETS)
TABS: tuple[TabSpec, ...] = (
    TabSpec(
        name=DESK, title=QT_TRANSLATE_NOOP("complaints", "Tickets"), module="desk_view", build=_desk, needs=READERS
    ),
    TabSpec(
        name=NEW,
        title=QT_TRANSLATE_NOOP("complaints", "New"),
        module="intake_view",
        build=_intake,
        needs=(Permission.TAKE_TICKETS,),
    ),
    TabSpec(
        name=PROBLEMS,
        title=QT_TRANSLATE_NOOP("complaints", "Common problems"),
        module="problems_view",
        build=_problems,
        needs=(*READERS, Permission.SOLVE_PROBLEMS),
    ),
    TabSpec(
        name=FIGURES,
        title=QT_TRANSLATE_NOOP("complaints", "Figures"),
        module="figures_view",
        build=_figures,
        needs=(Permission.READ_FIGURES,),
    ),
)  # fmt: skip


class ComplaintsPage(Page):
    """`open_subject` takes a ticket's id, `("new", customer_id)`, `("search", text)`, `("problems", id)` or
    the name of a tab.

    Alt+1 … Alt+4 go to the tabs.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.TICKETS, Topic.FLOWS, Topic.CUSTOMERS, Topic.DAYS, Topic.LISTS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.specs = tuple(spec for spec in TABS if self._is_open(spec))
        self.made: dict[str, QWidget] = {}
        self.names = Segments()
        self._number = 0
        self._stale: set[str] = set()
        self._stack = QStackedWidget()
        self._build()
        if self.specs:
            self._show_tab(self.specs[0].name)

    # What the window asks -------------------------------------------------------------------------

    def reload(self) -> None:
        """The tab in sight now, the others when they are opened."""
        self._stale = set(self.made)
        self._reload_tab()

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, str) and any(spec.name == subject for spec in self.specs):
            self._go(subject)
        elif isinstance(subject, tuple) and subject and subject[0] == NEW:
            self._hand(NEW, subject[1] if len(subject) > 1 else None)
        elif isinstance(subject, tuple) and subject and subject[0] == PROBLEMS:
            self._hand(PROBLEMS, subject[1])
        elif isinstance(subject, UUID | tuple):
            self._hand(DESK, subject)

    def focus_first(self) -> None:
        if self.tab is not None:
            self.tab.focus_first()

    def save(self) -> None:
        """F9: what the tab in sight does with it."""
        save = getattr(self.tab, "save", None)
        if save is not None:
            save()

    def can_leave(self) -> bool:
        return self.tab is None or self.tab.can_leave()

    def has_unsaved(self) -> bool:
        asked = (getattr(view, "has_unsaved", None) for view in self.made.values())
        return any(has_unsaved() for has_unsaved in asked if has_unsaved is not None)

    # Tabs -----------------------------------------------------------------------------------------

    @property
    def tab(self) -> Tab | None:
        """The tab in sight; None for who may see none."""
        return cast(Tab, self._stack.currentWidget()) if self.specs else None

    def open_tab(self, name: str) -> bool:
        """Show a tab, making it the first time; False when the one in sight has to be left first, or is not there."""
        present = self._stack.currentWidget()
        known = any(spec.name == name for spec in self.specs)
        may = known and (present is self.made.get(name) or self.can_leave())
        if may:
            self._show_tab(name)
        self.names.set_index(self._number)
        return may

    def _hand(self, name: str, subject: object) -> None:
        if self.open_tab(name):
            opened = getattr(self.tab, "open_subject", None)
            if opened is not None:
                opened(subject)

    def _show_tab(self, name: str) -> None:
        self._number = next(n for n, spec in enumerate(self.specs) if spec.name == name)
        if name not in self.made:
            view = self.made[name] = self.specs[self._number].build(self.desk)
            wanted = getattr(view, "ticket_wanted", None)
            if wanted is not None:
                wanted.connect(self.open_subject)
            self._stack.addWidget(self.made[name])
            self._stale.add(name)
        self._stack.setCurrentWidget(self.made[name])
        if self.isVisible() and name in self._stale:
            self._reload_tab()

    def _reload_tab(self) -> None:
        if self.tab is not None:
            self._stale.discard(self.specs[self._number].name)
            self.tab.reload()

    def _is_open(self, spec: TabSpec) -> bool:
        may = any(self.desk.tasks.actor.may(permission) for permission in spec.needs)
        return may and find_spec(f"ui.complaints.{spec.module}") is not None

    def _build(self) -> None:
        shown = [QCoreApplication.translate(CONTEXT, spec.title) for spec in self.specs]
        self.names.setAccessibleName(self.tr("Part of the complaint desk"))
        self.names.fill([Choice(value=number, text=text) for number, text in enumerate(shown)])
        self.names.set_index(0)
        self.names.picked.connect(lambda: self.open_tab(self.specs[self.names.index()].name))
        for number, spec in enumerate(self.specs):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda name=spec.name: self._go(name))
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(title(self.tr("Complaints")))
        head.addWidget(self.names)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        column.setSpacing(12)
        column.addLayout(head)
        self.names.setVisible(len(self.specs) > 1)
        column.addWidget(self._stack, 1)
        if not self.specs:
            self._stack.addWidget(self._nothing())

    def _go(self, name: str) -> None:
        if self.open_tab(name):
            self.focus_first()

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "lock",
            self.tr("The complaint desk is not open to you"),
            self.tr(
                "Your roles neither take nor handle complaints. Who looks after accounts in the settings can "
                "give you a role that does."
            ),
        )
