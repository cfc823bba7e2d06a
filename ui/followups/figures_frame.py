"""The parts of the view of figures: period above, figures, what they mean, and the rows of one of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.customers.numbers import parse_day
from app.followups.figures.periods import Period
from app.states import Permission
from ui.desk import Desk
from ui.followups.figure_tables import PeopleGrid, RowsGrid
from ui.followups.inline_bar import InlineBar
from ui.labels import label
from ui.theme import CONTROL, GAP, SMALL, font
from ui.widgets.choice import Choice, Segments
from ui.widgets.date_field import DateField
from ui.widgets.field import Side
from ui.widgets.form import Form
from ui.widgets.states import EmptyState, Loading
from ui.widgets.surface import Surface, button, heading, tool

MOST_LINES: Final = 9  # of people in sight before their table scrolls


class OwnDays(StrEnum):
    """The choice after the periods by name."""

    OWN = "own"


class FiguresFrame(QWidget):
    """Nothing happens here; `FiguresView` brings it to life."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._make_head()
        self.bar = InlineBar()
        self.people = PeopleGrid()
        self.meaning = QLabel()
        self.meaning.setWordWrap(True)
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.meaning.setFont(font(SMALL + 1))
        self.meaning.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._make_rows()
        self._lay_out()

    def _make_head(self) -> None:
        self.periods = Segments()
        self.periods.setAccessibleName(self.tr("Period"))
        self.choices: tuple[Period | OwnDays, ...] = (*Period, OwnDays.OWN)
        names = [*(label(period) for period in Period), self.tr("Own dates")]
        self.periods.fill(
            [Choice(value=kind, text=name) for kind, name in zip(self.choices, names, strict=True)]
        )
        self.periods.set_index(self.choices.index(Period.THIS_MONTH))
        self.days = Form(self)
        self.days.add(self._day("first", self.tr("From")), self._day("last", self.tr("to")))
        self.shown_days = QLabel()
        self.shown_days.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.shown_days.setMinimumHeight(CONTROL)
        self.export = button(self.tr("Excel"), "export")
        self.export.setAccessibleName(self.tr("Save the figures as a table"))
        self.print = button(self.tr("Print…"), "print")
        self.print.setAccessibleName(self.tr("Look at the report and print it or save it as PDF"))

    def _day(self, name: str, text: str) -> DateField[date]:
        made: DateField[date] = DateField(
            name,
            text,
            parse=parse_day,
            show=date.isoformat,
            to_date=lambda day: day,
            from_date=lambda day: day,
            required=True,
            side=Side.LEFT,
        )
        made.caption.setWordWrap(False)
        made.caption.setMinimumWidth(0)
        made.caption.setMaximumWidth(60)
        made.setFixedWidth(240)
        made.hide()
        return made

    def _make_rows(self) -> None:
        self.rows_title = heading("")
        self.rows = RowsGrid()
        self.export_rows = button(self.tr("Excel"), "export")
        self.export_rows.setAccessibleName(self.tr("Save these follow-ups as a table"))
        self.close_rows = tool("close", self.tr("Close the list  Esc"))
        self.hint = QLabel(self.tr("Enter on a figure shows the follow-ups it counts."))
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        may = self.desk.tasks.actor.may(Permission.EXPORT_CUSTOMERS)
        for part in (self.export, self.export_rows):
            part.setEnabled(may)
            if not may:
                part.setToolTip(self.tr("Your role does not allow this; ask an administrator."))
        self.print.setVisible(self.desk.paper is not None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for part in (self.periods, *self.days.fields.values(), self.shown_days):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        head.addStretch(1)
        head.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        below = Surface()
        top = QHBoxLayout()
        top.addWidget(self.rows_title, 1)
        top.addWidget(self.export_rows)
        top.addWidget(self.close_rows)
        below.column.addLayout(top)
        below.column.addWidget(self.rows, 1)
        self.below = QStackedWidget()
        self.below.addWidget(self.hint)
        self.below.addWidget(below)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.people)
        column.addWidget(self.meaning)
        column.addWidget(self.below, 1)
        empty = EmptyState(
            "calendar",
            self.tr("Nothing was due in this period"),
            self.tr(
                "Choose another period, or see in the settings by which rules follow-ups plan themselves."
            ),
        )
        self.states = QStackedWidget()
        self.loading = Loading()
        for state in (self.loading, full, empty):
            self.states.addWidget(state)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        outer.setSpacing(GAP)
        outer.addLayout(head)
        outer.addWidget(self.bar)
        outer.addWidget(self.states, 1)

    def fit_people(self) -> None:
        """As high as its lines, up to a bound: the rows below get the rest."""
        lines = min(len(self.people.lines), MOST_LINES)
        head = max(self.people.horizontalHeader().sizeHint().height(), CONTROL - 6)
        row = self.people.verticalHeader().defaultSectionSize()
        self.people.setFixedHeight(head + lines * row + 2 * self.people.frameWidth())
