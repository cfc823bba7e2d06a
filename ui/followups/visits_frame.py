"""The parts of the view of visits: what is asked for above, the list, and the visit beside it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from app.followups.visits.records import VisitGroup, VisitLine
from app.states import Permission
from ui.customers.files import BY_DIALOG, Paths
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.followups.visit_form import VisitForm
from ui.followups.visit_words import ORDER, group_advice, group_word
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField, Segments
from ui.widgets.field import Side
from ui.widgets.line import TextField
from ui.widgets.scrolling import slim
from ui.widgets.states import EmptyState
from ui.widgets.surface import Surface, button

WIDTHS = (96, 0, 0, 76, 92, 62)
FORM_WIDTH = 520


class VisitsFrame(QWidget):
    """Nothing happens here; `VisitsView` brings it to life."""

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__()
        self.desk = desk
        self.form = VisitForm(desk, paths)
        self._make_filters()
        self._make_table()
        self._lay_out()

    def _make_filters(self) -> None:
        self.serial = TextField("serial", self.tr("Serial of a form"), limit=40, side=Side.LEFT)
        self.serial.edit.setPlaceholderText(self.tr("scan or type, Enter"))
        self.groups = Segments()
        self.groups.setAccessibleName(self.tr("Which visits"))
        self.groups.fill([Choice(value=group, text=group_word(group)) for group in ORDER])
        self.groups.set_index(0)
        self.person = ChoiceField[UUID | None]("person", "", [], as_row=False, empty=None)
        self.person.control.setAccessibleName(self.tr("Whose visits"))
        everybody = self.desk.tasks.actor.may(Permission.ASSIGN_WORK)
        self._people_word = self.tr("All of the branch") if everybody else self.tr("All I may see")
        self.period = ChoiceField(
            "period",
            "",
            [
                Choice(value="week", text=self.tr("a week around today")),
                Choice(value="month", text=self.tr("a month around today")),
                Choice(value="quarter", text=self.tr("three months around today")),
                Choice(value="all", text=self.tr("all time")),
            ],
            as_row=False,
            empty=None,
        )
        self.period.control.setAccessibleName(self.tr("Period"))
        self.period.set_value("month")
        self.plan_button = button(self.tr("Plan a visit"), "add", key="Ctrl+N")
        self.past_button = button(self.tr("Enter unplanned"), "edit")
        self.booklet_button = button(self.tr("Booklet"), "document")
        self.log_button = button(self.tr("Today's calls"), "phone")
        self.report_button = button(self.tr("Contact report"), "customers")

    def _make_table(self) -> None:
        self.table = QTableWidget(0, len(WIDTHS))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Date"),
                self.tr("Customer"),
                self.tr("Aim"),
                self.tr("Of"),
                self.tr("Form"),
                self.tr("Answers"),
            ]
        )
        self.table.setAccessibleName(self.tr("Visits"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate(WIDTHS):
            if width:
                self.table.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        slim(self.table)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(GAP)
        self.serial.setFixedWidth(280)
        for part in (self.serial, self.plan_button, self.past_button):
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        first.addWidget(self.report_button)
        first.addWidget(self.log_button)
        first.addWidget(self.booklet_button)
        second.addWidget(self.groups, 1)
        self.person.setFixedWidth(168)
        self.period.setFixedWidth(232)
        self.empty: dict[VisitGroup, EmptyState] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        for group in ORDER:
            state = EmptyState("calendar", self.tr("Nothing here"), group_advice(group))
            self.empty[group] = state
            self._stack.addWidget(state)
        for field in (self.person, self.period):
            field.caption.hide()
        filters = QHBoxLayout()
        filters.setSpacing(GAP)
        filters.addWidget(self.person)
        filters.addWidget(self.period)
        filters.addStretch(1)
        sheet = Surface()
        sheet.column.setContentsMargins(GAP, GAP, GAP, GAP)
        sheet.column.addLayout(second)
        sheet.column.addLayout(filters)
        sheet.column.addWidget(self._stack, 1)
        body = QHBoxLayout()
        body.setSpacing(2 * GAP)
        body.addWidget(sheet, 1)
        self.form.setFixedWidth(FORM_WIDTH)
        body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(first)
        column.addLayout(body, 1)


def line_texts(line: VisitLine) -> tuple[str, ...]:
    """A visit as a row of the list."""
    return (
        _when(line.on, line),
        line.customer_name,
        line.aim,
        line.owner_name,
        line.serial,
        f"{line.answered}/6" if line.answered else "",
    )


def _when(day: date, line: VisitLine) -> str:
    shown = day.strftime("%m-%d") if day.year == local_today().year else day.isoformat()
    return shown if line.starts_at is None else f"{shown} {line.starts_at.astimezone():%H:%M}"
