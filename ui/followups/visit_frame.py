"""What a visit looks like beside the list: head, plan and results, and the buttons that are allowed."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.followups.visits.records import VisitGroup, VisitRecord
from app.states import StepState
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.followups.visit_plan import VisitPlan
from ui.followups.visit_results import VisitResultsEditor
from ui.messages import Tone
from ui.theme import GAP, SMALL, TEXT, font
from ui.widgets.choice import Choice, Segments
from ui.widgets.form import Form
from ui.widgets.line import TextField
from ui.widgets.marks import Badge
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.states import EmptyState
from ui.widgets.surface import PrimaryButton, Surface, button, quiet

PLAN, RESULTS = 0, 1


class Mode(Enum):
    """What F9 does here."""

    NOTHING = auto()
    NEW = auto()
    UNPLANNED = auto()
    VISIT = auto()


class Head(QWidget):
    """Whose visit it is and how it stands."""

    customer_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visit: VisitRecord | None = None
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setFont(font(TEXT + 2, bold=True))
        self.badge = Badge("", parent=self)
        self.told = quiet("", size=SMALL + 1)
        self.card_button: QPushButton = button(self.tr("Open card"), "person")
        self.card_button.clicked.connect(self._on_card)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.name)
        row.addWidget(self.badge)
        row.addStretch(1)
        row.addWidget(self.card_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.told)

    def show_mode(self, mode: Mode, visit: VisitRecord | None) -> None:
        """A visit, or what is being made."""
        self._visit = visit
        self.card_button.setVisible(visit is not None and not visit.is_customer_gone)
        if visit is None:
            is_new = mode is Mode.NEW
            self.name.setText(self.tr("New visit") if is_new else self.tr("Visit that was not planned"))
            self.badge.say("")
            self.told.setText(
                self.tr("Enter goes on, F9 plans it.")
                if is_new
                else self.tr("First whom and when, then the answers; F9 saves both.")
            )
            return
        width = 250
        self.name.setText(
            self.name.fontMetrics().elidedText(visit.customer_name, Qt.TextElideMode.ElideRight, width)
        )
        self.name.setToolTip(visit.customer_name)
        self.badge.say(*self._state(visit))
        self.told.setText(self._told(visit))

    def _state(self, visit: VisitRecord) -> tuple[str, Tone | None]:
        if visit.is_customer_gone:
            return self.tr("Card deleted"), Tone.DANGER
        if visit.state is StepState.CANCELLED:
            return self.tr("Called off"), None
        if visit.state is StepState.DONE:
            whole = visit.completeness.percent == 100
            return (self.tr("Done"), Tone.SUCCESS) if whole else (self.tr("Incomplete"), Tone.WARNING)
        return (self.tr("Planned"), Tone.INFO) if is_ahead(visit) else (self.tr("To enter"), Tone.WARNING)

    def _told(self, visit: VisitRecord) -> str:
        when = visit.on.isoformat()
        if visit.starts_at is not None:
            when = visit.starts_at.astimezone().strftime("%Y-%m-%d %H:%M")
        parts = [visit.customer_number, when, visit.owner_name or self.tr("nobody yet"), visit.aim]
        if visit.state is StepState.CANCELLED:
            parts.append(self.tr("called off by {by}: {why}").format(by=visit.closed_by, why=visit.reason))
        elif visit.state is StepState.DONE and visit.closed_at is not None:
            at = visit.closed_at.astimezone().strftime("%m-%d %H:%M")
            parts.append(self.tr("entered by {by} {at}").format(by=visit.closed_by, at=at))
        return "  ·  ".join(parts)

    def _on_card(self) -> None:
        if self._visit is not None:
            self.customer_wanted.emit(self._visit.customer_id)


class CallOff(QWidget):
    """Asks why a visit is called off, in place."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.form.add(TextField("reason", self.tr("Why is it called off?"), required=True, limit=200))
        self.sure_button = button(self.tr("Call off"), "close")
        self.back_button = button(self.tr("Keep it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.form["reason"], 1)
        row.addWidget(self.sure_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.form.finished.connect(self._on_sure)
        self.sure_button.clicked.connect(self._on_sure)
        self.back_button.clicked.connect(self.hide)

    def ask(self) -> None:
        """Show the line."""
        self.form.fill({})
        self.show()
        self.form["reason"].go()

    def _on_sure(self) -> None:
        if self.form.check():
            self.wanted.emit(str(self.form.values()["reason"]))


class VisitFrame(Surface):
    """Nothing is saved here; `VisitForm` brings it to life."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.mode = Mode.NOTHING
        self.visit: VisitRecord | None = None
        self.head = Head()
        self.tabs = Segments()
        self.tabs.setAccessibleName(self.tr("Part of the visit"))
        self.tabs.fill(
            [Choice(value=PLAN, text=self.tr("Plan")), Choice(value=RESULTS, text=self.tr("Results"))]
        )
        self.plan = VisitPlan(desk.tasks)
        self.results = VisitResultsEditor()
        self.call_off = CallOff()
        self.save_button = PrimaryButton(self.tr("Save  F9"), "check")
        self.print_button = button(self.tr("Form"), "print")
        self.off_button = button(self.tr("Call off"), "close")
        self.again_button = button("", "undo")
        self._build()
        self._show_mode()

    def _show_mode(self) -> None:
        is_shown, visit = self.mode is not Mode.NOTHING, self.visit
        self._empty.setVisible(not is_shown)
        self._body.setVisible(is_shown)
        if not is_shown:
            return
        self.head.show_mode(self.mode, visit)
        state = visit.state if visit is not None else StepState.OPEN
        self.tabs.setVisible(self.mode is not Mode.NEW)
        self.plan.setEnabled(state is StepState.OPEN)
        self.results.setEnabled(state is not StepState.CANCELLED)
        can_save = state is StepState.OPEN or (state is StepState.DONE and self.tabs.index() == RESULTS)
        self.save_button.setVisible(can_save)
        self.off_button.setVisible(visit is not None and state is StepState.OPEN)
        self.again_button.setVisible(visit is not None and state is not StepState.OPEN)
        self.again_button.setText(
            self.tr("Take up again") if state is StepState.CANCELLED else self.tr("Take results back")
        )
        is_printable = visit is not None and not visit.is_customer_gone and state is not StepState.CANCELLED
        self.print_button.setVisible(is_printable and self._desk.paper is not None)
        is_results = self.tabs.index() == RESULTS
        for part in (self.results.ring, self.results.answered, self.results.missing):
            part.setVisible(is_results)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Visit"))
        self.column.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        self._empty = EmptyState(
            "calendar",
            self.tr("No visit chosen"),
            self.tr("Choose one in the list, type the serial of a form, or plan a visit with Ctrl+N."),
        )
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._stack = QStackedWidget()
        for part in (self.plan, self.results):
            area = ScrollColumn()
            area.column.setContentsMargins(0, 0, GAP, 0)
            area.column.addWidget(part)
            area.column.addStretch(1)
            self._stack.addWidget(area)
        standing = QHBoxLayout()
        standing.setSpacing(GAP)
        standing.addWidget(self.tabs)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.results.answered)
        words.addWidget(self.results.missing)
        standing.addLayout(words, 1)
        standing.addWidget(self.results.ring)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for tool in (self.save_button, self.print_button, self.off_button, self.again_button):
            foot.addWidget(tool)
        foot.addStretch(1)
        column.addWidget(self.head)
        column.addLayout(standing)
        column.addWidget(self._stack, 1)
        column.addWidget(self.call_off)
        column.addLayout(foot)
        self.column.addWidget(self._empty, 1)
        self.column.addWidget(self._body, 1)
        self.call_off.hide()

    def _go(self, tab: int) -> None:
        self.tabs.set_index(tab)
        self._stack.setCurrentIndex(tab)
        self._show_mode()


def is_ahead(visit: VisitRecord) -> bool:
    """Whether an open visit is still to take place."""
    if visit.starts_at is not None:
        return visit.starts_at >= datetime.now(UTC)
    return visit.on >= local_today()


def group_of(visit: VisitRecord) -> VisitGroup:
    """The list a visit is found in."""
    if visit.state is StepState.CANCELLED:
        return VisitGroup.CANCELLED
    if visit.state is StepState.DONE:
        return VisitGroup.DONE if visit.completeness.percent == 100 else VisitGroup.INCOMPLETE
    return VisitGroup.PLANNED if is_ahead(visit) else VisitGroup.TO_ENTER
