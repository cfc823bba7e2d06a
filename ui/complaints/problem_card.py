"""The card of a common problem: where it stands, its tickets, its measures and their checks, what happened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.complaints.problem_records import GroupLine, ImprovementRecord, ProblemCard
from app.states import ChoiceList
from ui.complaints.pdca import PdcaMark
from ui.complaints.problem_prompts import CheckPrompt, DonePrompt, MeasurePrompt
from ui.complaints.problem_texts import happening
from ui.customers.showing import Showing
from ui.labels import label
from ui.messages import Tone
from ui.theme import GAP, font
from ui.widgets.marks import Badge
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import Rule, Surface, button, heading, quiet, tool

translate = QCoreApplication.translate
HISTORY = 30


class ProblemCardView(Surface):
    """The forms stand above what is redrawn, so that nobody's typing goes when the card is read anew."""

    edit_wanted = Signal()
    remove_wanted = Signal()
    ungroup_wanted = Signal(object)  # GroupLine
    ticket_wanted = Signal(object)  # ticket id
    wanted = Signal(str, object)  # what is to be done with a measure, ImprovementRecord

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.card: ProblemCard | None = None
        self.title = _words("", bold=True, size=17)
        self.mark = PdcaMark()
        self.state = Badge("", parent=self)
        self.about = quiet("")
        self.plan = button(self.tr("Plan a measure"), "flag")
        self.edit = button(self.tr("Edit"), "edit")
        self.remove = tool("delete", self.tr("Take the problem back"))
        self.measure, self.done, self.check = MeasurePrompt(), DonePrompt(), CheckPrompt()
        self.prompts = (self.measure, self.done, self.check)
        self.buttons: dict[tuple[str, object], QWidget] = {}
        self._scroll = ScrollColumn()
        self._build()

    def show_card(self, card: ProblemCard, showing: Showing, language: str) -> None:
        """Draw it as it stands now."""
        if self.card is not None and self.card.line.id != card.line.id:
            self.close_prompts()
        self.card = card
        line = card.line
        self.title.setText(f"{line.number}  {line.title}")
        self.mark.show_state(line.state)
        self.state.say(label(line.state))
        cause = showing.choice(ChoiceList.CAUSE, line.cause_code) if line.cause_code else ""
        parts = (line.category(language), cause, line.owner or self.tr("nobody sees to it"))
        self.about.setText(self.tr(" · ").join(part for part in parts if part))
        for part in (self.plan, self.edit, self.remove):
            part.setVisible(card.may_change)
        self.remove.setEnabled(line.improvements == 0)
        self._fill(card, showing, language)

    def close_prompts(self) -> None:
        """Put all forms away."""
        for prompt in self.prompts:
            prompt.hide()

    @property
    def is_edited(self) -> bool:
        """Whether something is typed that is not saved."""
        return any(prompt.isVisibleTo(self) and prompt.form.is_edited for prompt in self.prompts)

    def _fill(self, card: ProblemCard, showing: Showing, language: str) -> None:
        self.buttons.clear()
        column = self._scroll.column
        while column.count():
            entry = column.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if card.description:
            column.addWidget(_words(card.description))
        self._head(self.tr("Measures"))
        for record in card.improvements:
            column.addWidget(self._measure(record, may_change=card.may_change))
        if not card.improvements:
            column.addWidget(quiet(self.tr("None yet: plan what is to be done, by whom and until when.")))
        self._head(self.tr("Tickets ({count})").format(count=card.line.tickets))
        for ticket in card.tickets:
            column.addWidget(self._ticket(ticket, may_change=card.may_change))
        if not card.tickets:
            column.addWidget(quiet(self.tr("None yet: choose some under Tickets without a problem.")))
        self._head(self.tr("What happened"))
        for event in card.events[:HISTORY]:
            told = happening(event)
            text = "  ".join(part for part in (told.title, told.text) if part)
            column.addWidget(_words(text, size=13))
            column.addWidget(quiet(f"{told.when}  {told.who}"))
        column.addStretch(1)

    def _head(self, text: str) -> None:
        made = heading(text)
        made.setContentsMargins(0, GAP, 0, 0)
        self._scroll.column.addWidget(Rule())
        self._scroll.column.addWidget(made)

    def _measure(self, record: ImprovementRecord, *, may_change: bool) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(_words(record.measure), 1)
        word, tone = _standing(record)
        top.addWidget(Badge(word, tone, icon=_ICONS.get(tone, ""), parent=body), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(quiet(_days(record)))
        if record.checked_on is not None:
            column.addWidget(_words(_verdict(record), size=13))
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        for name, text, icon in self._ways(record, may_change=may_change):
            made = button(text, icon)
            made.clicked.connect(partial(self.wanted.emit, name, record))
            keys.addWidget(made)
            self.buttons[(name, record.id)] = made
        keys.addStretch()
        if keys.count() > 1:
            column.addLayout(keys)
        return body

    def _ways(self, record: ImprovementRecord, *, may_change: bool) -> list[tuple[str, str, str]]:
        if record.done_on is None:
            ways = [("done", self.tr("Done"), "check")]
            if may_change:
                ways += [("edit", self.tr("Change"), "edit"), ("remove", self.tr("Take back"), "undo")]
            return ways
        if record.checked_on is None:
            ways = [("check", self.tr("Check its effect"), "eye")] if may_change else []
            return [*ways, ("not-done", self.tr("Not done after all"), "undo")]
        return [("uncheck", self.tr("Take the verdict back"), "undo")] if may_change else []

    def _ticket(self, ticket: GroupLine, *, may_change: bool) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        words = f"{ticket.number}  {ticket.received_at.astimezone():%m-%d}  {ticket.customer_name}  {ticket.matter}"
        told = _words(words, size=13)
        told.setToolTip(ticket.matter)
        row.addWidget(told, 1)
        opened = tool("chevron-right", self.tr("Open {number}").format(number=ticket.number))
        opened.clicked.connect(partial(self.ticket_wanted.emit, ticket.id))
        if may_change:
            out = tool("remove", self.tr("Take {number} out").format(number=ticket.number))
            out.clicked.connect(partial(self.ungroup_wanted.emit, ticket))
            row.addWidget(out)
            self.buttons[("ungroup", ticket.id)] = out
        row.addWidget(opened)
        self.buttons[("open", ticket.id)] = opened
        return body

    def _build(self) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(GAP)
        marks.addWidget(self.mark)
        marks.addWidget(self.state)
        marks.addStretch(1)
        marks.addWidget(self.plan)
        marks.addWidget(self.edit)
        marks.addWidget(self.remove)
        self.column.addWidget(self.title)
        self.column.addLayout(marks)
        self.column.addWidget(self.about)
        for prompt in self.prompts:
            self.column.addWidget(prompt)
        self.column.addWidget(self._scroll, 1)
        self.plan.clicked.connect(lambda _pressed: self.measure.begin())
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)


_ICONS: dict[Tone | None, str] = {Tone.SUCCESS: "check", Tone.DANGER: "warning", Tone.WARNING: "clock"}


def _standing(record: ImprovementRecord) -> tuple[str, Tone | None]:
    if record.is_effective is not None:
        if record.is_effective:
            return translate("complaints", "helped"), Tone.SUCCESS
        return translate("complaints", "did not help"), Tone.DANGER
    if record.done_on is not None:
        if record.is_check_due:
            return translate("complaints", "check due"), Tone.WARNING
        return translate("complaints", "done, being watched"), Tone.INFO
    if record.is_late:
        return translate("complaints", "late"), Tone.DANGER
    return translate("complaints", "planned"), None


def _days(record: ImprovementRecord) -> str:
    due = translate("complaints", "due {day}").format(day=record.due_on)
    parts = [record.owner, due]
    if record.done_on is not None:
        parts = [record.owner, translate("complaints", "done {day}").format(day=record.done_on)]
    if record.checked_on is not None:
        parts.append(
            translate("complaints", "checked {day} by {name}").format(
                day=record.checked_on, name=record.checked_by
            )
        )
    elif record.check_on is not None:
        parts.append(translate("complaints", "check on {day}").format(day=record.check_on))
    return translate("complaints", " · ").join(part for part in parts if part)


def _verdict(record: ImprovementRecord) -> str:
    counts = translate("complaints", "Tickets before {before}, after {after}.").format(
        before=record.before, after=record.after
    )
    return f"{counts} {record.finding}"


def _words(text: str, *, bold: bool = False, size: int = 14) -> QLabel:
    made = QLabel(text)
    made.setFont(font(size, bold=bold))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setForegroundRole(QPalette.ColorRole.WindowText)
    return made
