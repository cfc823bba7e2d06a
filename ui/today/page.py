"""Today: the numbered list of what is to be done, the line to type results into, and the panel of one item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.followups.items import count_due
from app.followups.records import Scope
from app.lists import Choices, all_choices
from app.states import ChoiceList, ContactWay, Permission
from app.today.listing import read_today
from app.today.records import Waiting
from app.work import Topic, Work
from ui.customers.showing import Showing
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.i18n import Language
from ui.page import Page
from ui.theme import GAP
from ui.today.deeds import Deeds, language_code
from ui.today.lead import Lead
from ui.today.line_list import LineList
from ui.today.lines import Head, Line, Section, Sheet, count_open
from ui.today.outcomes import Outcome, outcomes_of
from ui.today.result_panel import ResultPanel
from ui.today.section_bar import SectionBar
from ui.today.typed_line import TypedLine
from ui.today.words import lines_of
from ui.widgets.choice import Choice, Segments
from ui.widgets.states import EmptyState, Loading
from ui.widgets.surface import Surface, button, quiet, title, tool

PANEL = 420
NAME = "today"


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """What one reading brings."""

    waiting: Waiting
    choices: Choices
    outcomes: tuple[Outcome, ...]


class TodayPage(Page):
    """The start page. Numbers hold while one works; the list is laid out anew when it is shown again, for
    another scope, on a new day, or with F5."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CUSTOMERS, Topic.FOLLOWUPS, Topic.FORMS, Topic.CARE, Topic.DAYS, Topic.LISTS, Topic.TICKETS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sheet = Sheet()
        self._day: date | None = None
        self._is_fresh = False  # whether the next reading may number anew
        self._is_branch = False
        self._wants_focus = False
        self.deeds = Deeds(desk, self)
        self.list = LineList()
        self.panel = ResultPanel(desk, self.deeds)
        self.line = TypedLine(desk, self.deeds, self.sheet)
        self.scope = Segments()
        self.scope.fill(
            [Choice(value=False, text=self.tr("Mine")), Choice(value=True, text=self.tr("Branch"))]
        )
        self.scope.set_index(0)
        self.scope.setAccessibleName(self.tr("Whose"))
        self.again = tool(
            "sync", self.tr("Number anew"), tip=self.tr("Leave out what is done and number anew  F5")
        )
        self.when = quiet("", size=13)
        self.when.setWordWrap(False)
        self.lead, self.sections = Lead(), SectionBar()
        self._stack, self._side = QStackedWidget(), QStackedWidget()
        self.empty = self._empty_state()
        self._count_soon = self._timer(2_000, self._count)
        self._minute = self._timer(60_000, self._look_at_clock, is_repeating=True)
        self._minute.start()
        self._build()
        self._allow()
        self._connect()

    # What the window uses -----------------------------------------------------------------------

    def reload(self) -> None:
        language = language_code(self.desk)
        scope = self._scope()

        def read(work: Work) -> Read:
            choices = all_choices(work)
            outcomes = outcomes_of(choices[ChoiceList.OUTCOME], language)
            return Read(
                waiting=read_today(work, scope, language=language), choices=choices, outcomes=outcomes
            )

        self.desk.tasks.read(self, read, lambda found: self._show(found, scope))

    def save(self) -> None:
        if self.line.edit.hasFocus():
            self.line.carry_out()
        else:
            self.panel.save()

    def focus_first(self) -> None:
        self._wants_focus = not self.sheet.lines
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out_anew(self) -> None:
        """F5: number from 1 and leave out what is done."""
        self._is_fresh = True
        self.reload()

    # Showing ------------------------------------------------------------------------------------

    def _show(self, found: Read, scope: Scope) -> None:
        if scope != self._scope():
            return
        waiting = found.waiting
        self.deeds.use(found.outcomes, waiting.day)
        self.line.use(found.choices[ChoiceList.OUTCOME])
        showing = Showing(choices=found.choices, language=self.desk.screen.language)
        fresh = lines_of(waiting, showing, is_branch=self._is_branch)
        if self._day != waiting.day or (self._is_fresh and not self.line.is_busy):
            self.sheet.lay_out(fresh)
            self._is_fresh = False
        else:
            self.sheet.renew(fresh)
        self._day = waiting.day
        self._show_lines()
        self._show_day(waiting)

    def _show_lines(self) -> None:
        rows = self.sheet.rows()
        self.list.show_rows(rows)
        self.sections.show_heads([row for row in rows if isinstance(row, Head)])
        self._stack.setCurrentIndex(2 if self.sheet.lines else 1)
        self._side.setVisible(bool(self.sheet.lines))
        if self._wants_focus and self.sheet.lines:
            self.focus_first()
        self.desk.navigation.show_count(NAME, count_open(self.sheet.lines))

    def _show_day(self, waiting: Waiting) -> None:
        locale = QLocale(QLocale.Language.Chinese if self._is_chinese else QLocale.Language.English)
        day = locale.toString(
            QDate(waiting.day.year, waiting.day.month, waiting.day.day), self.tr("MMMM d, dddd")
        )
        tomorrow = self.tr("tomorrow {count}").format(count=waiting.tomorrow)
        self.when.setText(self.tr(" · ").join((day, tomorrow)))

    @property
    def _is_chinese(self) -> bool:
        return self.desk.screen.language is not Language.ENGLISH

    def _scope(self) -> Scope:
        return Scope() if self._is_branch else Scope(person=self.desk.tasks.actor.account_id)

    # Working ------------------------------------------------------------------------------------

    def _on_picked(self, line: object) -> None:
        if not isinstance(line, Line):
            self.panel.show_item(None)
            self._side.setCurrentIndex(0)
            return
        if self.panel.is_saving and self.panel.item is not None and self.panel.item.key == line.key:
            return  # it goes on to the next line in a moment, with the focus where it is
        if line.item is not None:
            self.panel.show_item(line.item, said=line.said if line.is_done else "")
        else:
            self.lead.show_line(line)
        self._side.setCurrentIndex(0 if line.item is not None else 1)

    def _on_opened(self, line: Line) -> None:
        """Enter or Space: to the result of this item, or to the page where the rest is done."""
        self.list.go_to(line.key)
        if line.item is not None:
            self.panel.go()
        elif line.goal is not None:
            self.desk.navigation.open(line.goal.page, line.goal.subject)

    def _on_section(self, section: Section) -> None:
        self.list.go_to_section(section)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_way(self, line: Line, way: ContactWay) -> None:
        """ "2 短信": to the result of this item, with the way chosen."""
        self._on_opened(line)
        self.panel.form["way"].set_value(way)

    def _on_done(self, key: object, _found: object, words: str) -> None:
        self.sheet.say(key, words)
        self._show_lines()

    def _on_undone(self, key: object) -> None:
        self.sheet.unsay(key)

    def _on_panel_recorded(self) -> None:
        """On to the next call, with the hands where they are."""
        current = self.list.current()
        following = self.sheet.after(current.key) if current is not None else None
        if following is None:
            self._on_picked(current)
            self.list.setFocus()
            return
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self.panel.isAncestorOf(focus)
        self.list.go_to(following.key)
        if has_focus:
            self.panel.go()

    def _on_scope(self) -> None:
        self._is_branch = self.scope.index() == 1
        self.lay_out_anew()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.text().isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.line.take(event.text())
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            # Whoever comes back is at rest: the list is read and numbered anew.
            self._is_stale = self._is_fresh = True

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        super()._on_changed(topics)
        if topics & self.topics and not self.isVisible():
            self._count_soon.start()

    def _count(self) -> None:
        scope = self._scope()
        self.desk.tasks.search(
            self,
            lambda work: count_due(work, scope),
            lambda due: self.desk.navigation.show_count(NAME, due.overdue + due.today),
            lambda _error: None,
            stream="count",
        )

    def _look_at_clock(self) -> None:
        if self._day is not None and self._day != local_today() and self.isVisible():
            self.lay_out_anew()

    # Building -----------------------------------------------------------------------------------

    def _allow(self) -> None:
        """Only who may give out work sees that of others."""
        self.scope.setVisible(self.desk.tasks.actor.may(Permission.ASSIGN_WORK))

    def _timer(self, milliseconds: int, run: Callable[[], None], *, is_repeating: bool = False) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(not is_repeating)
        made.setInterval(milliseconds)
        made.timeout.connect(run)
        return made

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(title(self.tr("Today")))
        head.addWidget(self.when)
        head.addWidget(self.sections, 1)
        head.addWidget(self.scope)
        head.addWidget(self.again)
        listed = Surface()
        listed.column.setContentsMargins(1, 6, 1, 6)
        listed.column.addWidget(self.list)
        work = QWidget()
        left = QVBoxLayout(work)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(listed, 1)
        left.addWidget(self.line)
        for part in (Loading(8), self.empty, work):
            self._stack.addWidget(part)
        self._side.addWidget(self.panel)
        self._side.addWidget(self.lead)
        self._side.setFixedWidth(PANEL)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._stack, 1)
        body.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self._on_opened)
        self.list.typed.connect(self.line.take)
        self.list.pressed_letter.connect(self.panel.press)
        self.sections.wanted.connect(self._on_section)
        self.line.left.connect(self.focus_first)
        self.line.pointed.connect(self.list.go_to)
        self.line.opened.connect(self._on_opened)
        self.line.way_wanted.connect(self._on_way)
        self.panel.left.connect(self.focus_first)
        self.panel.recorded.connect(self._on_panel_recorded)
        self.panel.card_wanted.connect(lambda key: self.desk.navigation.open("customers", key))
        self.lead.opened.connect(self._on_opened)
        self.deeds.recorded.connect(self._on_done)
        self.deeds.undone.connect(self._on_undone)
        self.scope.picked.connect(self._on_scope)
        self.again.clicked.connect(self.lay_out_anew)
        for keys, run in (("F5", self.lay_out_anew), ("Ctrl+Z", self.deeds.undo_last)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _empty_state(self) -> EmptyState:
        go = button(self.tr("To the customers"), "customers")
        go.clicked.connect(lambda: self.desk.navigation.open("customers"))
        return EmptyState(
            "check",
            self.tr("Nothing is due today"),
            self.tr(
                "Follow-ups come by themselves from the rules: by class, by intent, after a service. "
                "Plan one by hand on a customer's card."
            ),
            go,
        )
