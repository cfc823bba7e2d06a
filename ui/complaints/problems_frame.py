"""The parts of the view of common problems: suggestions above, two lists, one problem or its form beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.states import Permission
from ui.complaints.problem_card import ProblemCardView
from ui.complaints.problem_prompts import ProblemPrompt
from ui.complaints.problem_tables import FreeTable, ProblemTable, SuggestionRow
from ui.desk import Desk
from ui.theme import GAP
from ui.widgets.choice import Choice, Segments
from ui.widgets.states import EmptyState
from ui.widgets.surface import Surface, button, heading

CARD_WIDTH = 540
NOTHING, CARD, FORM = 0, 1, 2


class ProblemsFrame(QWidget):
    """Nothing happens here; `ProblemsView` brings it to life."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.may_change = desk.tasks.actor.may(Permission.SOLVE_PROBLEMS)
        self.table, self.free = ProblemTable(), FreeTable()
        self.card, self.prompt = ProblemCardView(), ProblemPrompt()
        self.names = Segments()
        self.names.setAccessibleName(self.tr("Which list"))
        self.names.fill(
            [
                Choice(value=0, text=self.tr("Problems")),
                Choice(value=1, text=self.tr("Tickets without a problem")),
            ]
        )
        self.names.set_index(0)
        self.new = button(self.tr("New problem"), "add", key="Ctrl+N")
        self.group = button(self.tr("Group those chosen"), "merge")
        self.add = button(self.tr("Add to the problem shown"), "add")
        self.suggested = Surface()
        self.rows: list[SuggestionRow] = []
        self.lists, self.side = QStackedWidget(), QStackedWidget()
        self.list_stack, self.free_stack = QStackedWidget(), QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._fill_lists()
        self._fill_side()
        self.suggested.column.setContentsMargins(12, GAP, 12, GAP)
        self.suggested.column.setSpacing(4)
        self.suggested.column.addWidget(heading(self.tr("These may share a cause")))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.names, 1)
        for part in (self.add, self.group, self.new):
            head.addWidget(part)
        self.new.setVisible(self.may_change)
        sheet = Surface()
        sheet.column.setContentsMargins(GAP, GAP, GAP, GAP)
        sheet.column.addLayout(head)
        sheet.column.addWidget(self.lists, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.suggested)
        left.addWidget(sheet, 1)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addLayout(left, 1)
        body.addWidget(self.side)
        for table in (self.table, self.free):
            enter = QShortcut(QKeySequence("Return"), table)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(
                lambda table=table: (
                    table.opened.emit(table.keys[table.currentRow()])
                    if 0 <= table.currentRow() < len(table.keys)
                    else None
                )
            )

    def _fill_lists(self) -> None:
        self.list_stack.addWidget(self.table)
        self.list_stack.addWidget(
            EmptyState(
                "complaints",
                self.tr("No common problem yet"),
                self.tr(
                    "When several complaints show one cause, group them: what is done against it and whether "
                    "it helped is then kept in one place."
                ),
            )
        )
        self.free_stack.addWidget(self.free)
        self.free_stack.addWidget(
            EmptyState(
                "check",
                self.tr("No ticket is without a problem"),
                self.tr("Complaints of late that belong to no common problem stand here, to be grouped."),
            )
        )
        self.lists.addWidget(self.list_stack)
        self.lists.addWidget(self.free_stack)

    def _fill_side(self) -> None:
        self.side.setFixedWidth(CARD_WIDTH)
        nothing = Surface()
        nothing.column.addWidget(
            EmptyState(
                "eye",
                self.tr("Choose a problem"),
                self.tr("Its tickets, measures and the check of their effect are shown here."),
            )
        )
        form = Surface()
        form.column.addWidget(self.prompt)
        form.column.addStretch(1)
        for part in (nothing, self.card, form):
            self.side.addWidget(part)
