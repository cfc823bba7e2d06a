"""The small forms of what comes next, in place above the time line: plan a contact, name owners, give a need up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.states import ContactWay
from ui.customers.ahead import Ahead, Plan
from ui.labels import label
from ui.theme import GAP
from ui.today.days import day_field
from ui.today.result_panel import WAYS
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.line import LineField, TextField
from ui.widgets.surface import PrimaryButton, Surface, button, heading


class Small(QWidget):
    """A heading, one row of fields, two buttons; Enter on the last field or F9 saves, Escape closes."""

    save_wanted = Signal()
    closed = Signal()

    def __init__(self, name: str, fields: Sequence[tuple[Field[Any], int]], save: str) -> None:
        super().__init__()
        self.form = Form(self)
        self.form.add(*(field for field, _ in fields))
        self.saver = PrimaryButton(save, "check")
        self.closer = button(self.tr("Close"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field, stretch in fields:
            row.addWidget(field, stretch)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(heading(name))
        foot.addStretch()
        foot.addWidget(self.saver)
        foot.addWidget(self.closer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(foot)
        column.addLayout(row)
        self.setAccessibleName(name)
        self.form.finished.connect(self.save)
        self.saver.clicked.connect(self.save)
        self.closer.clicked.connect(self.closed)

    def go(self) -> None:
        """Put the focus into the first field."""
        next(iter(self.form.fields.values())).go()

    def save(self) -> None:
        """Ask for it to be saved, if everything can be read."""
        if self.form.check():
            self.save_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class NextForms(Surface):
    """One of three forms at a time, hidden while none is wanted."""

    plan_made = Signal(object)  # Plan
    owners_named = Signal(object, object)  # account ids or None
    need_lost = Signal(object, str)  # need id, reason

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._need_id: UUID | None = None
        ways = [Choice(value=way, text=label(way)) for way in WAYS]
        self.plan = Small(
            self.tr("Plan a contact"),
            [
                (day_field("due_on", self.tr("Day"), required=True), 3),
                (LineField("starts_at", self.tr("Time"), parse=read_clock, show=show_clock, placeholder="14:30"), 2),
                (ChoiceField("way", self.tr("By"), ways, as_row=False, empty=None), 2),
                (TextField("matter", self.tr("Matter"), required=True, limit=200), 5),
            ],
            self.tr("Plan  F9"),
        )  # fmt: skip
        self.owners = Small(
            self.tr("Owners"),
            [
                (ChoiceField("first", self.tr("First owner"), [], as_row=False), 1),
                (ChoiceField("second", self.tr("Second owner"), [], as_row=False), 1),
            ],
            self.tr("Save owners  F9"),
        )
        self.loss = Small(
            self.tr("Give the need up"),
            [(ChoiceField("reason", self.tr("Why"), [], as_row=False, required=True), 1)],
            self.tr("Close as lost  F9"),
        )
        self.column.setContentsMargins(12, 8, 12, 10)
        self._stack = QStackedWidget()
        for form in self.forms:
            self._stack.addWidget(form)
            form.closed.connect(self.hide)
        self.column.addWidget(self._stack)
        self.plan.save_wanted.connect(self._on_plan)
        self.owners.save_wanted.connect(self._on_owners)
        self.loss.save_wanted.connect(self._on_loss)
        self.hide()

    @property
    def forms(self) -> tuple[Small, ...]:
        return self.plan, self.owners, self.loss

    def open_plan(self) -> None:
        """For a new contact; what was typed before is still there."""
        if not self.plan.form.is_edited:
            self.plan.form.fill({"way": ContactWay.CALL})
        self._open(self.plan)

    def open_owners(self, ahead: Ahead) -> None:
        """With who looks after the customer now."""
        choices = [Choice(value=key, text=name) for key, name in ahead.people]
        for name, value in (("first", ahead.owners.first), ("second", ahead.owners.second)):
            field = self.owners.form[name]
            if isinstance(field, ChoiceField):
                field.set_choices(choices)
            field.set_value(value)
        self._open(self.owners)

    def open_loss(self, need_id: UUID, reasons: Sequence[Choice[str]]) -> None:
        """Why this need is given up."""
        self._need_id = need_id
        field = self.loss.form["reason"]
        if isinstance(field, ChoiceField):
            field.set_choices(reasons)
        field.set_value(None)
        self._open(self.loss)

    def close_form(self) -> None:
        """Saved, or another customer: nothing typed is left."""
        for form in self.forms:
            form.form.fill({})
        self.hide()

    def save(self) -> None:
        """F9."""
        shown = self._stack.currentWidget()
        if isinstance(shown, Small):
            shown.save()

    def show_error(self, error: UserError) -> bool:
        """A refusal at its field, if it names one."""
        names = {
            "followup-in-past": "due_on", "followup-too-far": "due_on", "followup-matter-empty": "matter",
            "owners-same": "second", "lost-reason-missing": "reason",
        }  # fmt: skip
        shown = self._stack.currentWidget()
        name = names.get(error.code, "")
        if not isinstance(shown, Small) or name not in shown.form.fields:
            return False
        return shown.form.show_error(UserError(error.code, **{**error.facts, "field": name}))

    def _open(self, form: Small) -> None:
        self._stack.setCurrentWidget(form)
        self.show()
        form.go()

    def _on_plan(self) -> None:
        values = self.plan.form.values()
        clock: time | None = values["starts_at"]
        at = None if clock is None else datetime.combine(values["due_on"], clock).astimezone()
        self.plan_made.emit(Plan(on=values["due_on"], at=at, way=values["way"], matter=values["matter"]))

    def _on_owners(self) -> None:
        values = self.owners.form.values()
        self.owners_named.emit(values["first"], values["second"])

    def _on_loss(self) -> None:
        if self._need_id is not None:
            self.need_lost.emit(self._need_id, self.loss.form.values()["reason"])


def read_clock(typed: str) -> time:
    """14:30, 1430, 9点半, 下午3点; raises UserError date-unclear."""
    text = typed.replace("：", ":").replace("点半", ":30").replace("点", ":00").replace("时", ":00")
    is_late = text.startswith(("下午", "晚上", "pm"))
    for word in ("上午", "下午", "晚上", "早上", "pm", "am"):
        text = text.removeprefix(word).strip()
    hour, _, minute = text.partition(":")
    if not minute and len(hour) in (3, 4):
        hour, minute = hour[:-2], hour[-2:]
    try:
        found = time(int(hour), int(minute or 0))
    except ValueError:
        raise UserError("date-unclear", given=typed) from None
    return found.replace(hour=found.hour + 12) if is_late and found.hour < 12 else found


def show_clock(clock: time) -> str:
    """14:30."""
    return clock.strftime("%H:%M")
