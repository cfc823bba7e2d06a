"""The small forms of the care page: a gift, a call, the reason an occasion is passed over."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.care.gifts import GiftDraft
from app.errors import UserError
from ui.theme import GAP
from ui.widgets.form import Form
from ui.widgets.line import MoneyField, NumberField, TextField
from ui.widgets.note import NoteField
from ui.widgets.surface import PrimaryButton, Rule, button, heading


class Prompt(QWidget):
    """A form below the buttons that opened it; Enter on the last field or the button is done, Esc closes."""

    given = Signal(object)
    closed = Signal()

    def __init__(self, title: str, done: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.title = heading(title)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GAP)
        self.done = PrimaryButton(done, "check")
        self.closer = button(self.tr("Close"))
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addWidget(self.closer)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Rule())
        column.addWidget(self.title)
        column.addLayout(self.grid)
        column.addLayout(row)
        self.done.clicked.connect(self._give)
        self.form.finished.connect(self._give)
        self.closer.clicked.connect(self.close_form)
        self.hide()

    def open_form(self) -> None:
        """Show it empty, the focus on its first field."""
        self.form.fill(self._start())
        self.show()
        next(iter(self.form.fields.values())).go()

    def close_form(self) -> None:
        """Put it away."""
        self.hide()
        self.closed.emit()

    def show_error(self, error: UserError) -> bool:
        """A refusal at its field."""
        return self.form.show_error(error)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
            return
        super().keyPressEvent(event)

    def _start(self) -> dict[str, Any]:
        return {}

    def _value(self) -> object:
        raise NotImplementedError

    def _give(self) -> None:
        if self.form.check():
            self.given.emit(self._value())


class GiftPrompt(Prompt):
    """A gift or coupon for everybody chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Gift or coupon for those chosen"), self.tr("Record the gift"), parent)
        self.form.add(
            TextField("item", self.tr("What"), required=True, limit=100),
            NumberField("pieces", self.tr("Pieces")),
            MoneyField("value", self.tr("Value of one (yuan)")),
            TextField("serial", self.tr("Coupon serial (of the first)"), limit=40),
            TextField("note", self.tr("Note"), limit=200),
        )
        self.grid.addWidget(self.form["item"], 0, 0, 1, 2)
        for place, name in enumerate(("pieces", "value")):
            self.grid.addWidget(self.form[name], 1, place)
        for place, name in enumerate(("serial", "note")):
            self.grid.addWidget(self.form[name], 2, place)

    def _start(self) -> dict[str, Any]:
        return {"pieces": 1}

    def _value(self) -> GiftDraft:
        values = self.form.values()
        return GiftDraft(
            item=values["item"],
            pieces=1 if values["pieces"] is None else values["pieces"],
            value=values["value"],
            serial=values["serial"] or "",
            note=values["note"] or "",
        )


class CallPrompt(Prompt):
    """A call to the person shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Call to the customer shown"), self.tr("Record the call"), parent)
        self.matter = ""
        self.form.add(
            TextField("matter", self.tr("Matter"), required=True, limit=500),
            NoteField("answer", self.tr("Customer's answer"), lines=1, most_lines=3),
        )
        self.grid.addWidget(self.form["matter"], 0, 0)
        self.grid.addWidget(self.form["answer"], 1, 0)

    def _start(self) -> dict[str, Any]:
        return {"matter": self.matter}

    def _value(self) -> tuple[str, str]:
        values = self.form.values()
        return values["matter"], values["answer"] or ""


class IntervalPrompt(Prompt):
    """Intervals of one car; an empty field takes that of the settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Intervals of this car; empty for the usual ones"), self.tr("Save"), parent)
        self.known: dict[str, int | None] = {}
        self.form.add(
            NumberField("months", self.tr("Every so many months")),
            NumberField("km", self.tr("Every so many km")),
        )
        self.grid.addWidget(self.form["months"], 0, 0)
        self.grid.addWidget(self.form["km"], 0, 1)

    def _start(self) -> dict[str, Any]:
        return dict(self.known)

    def _value(self) -> tuple[int | None, int | None]:
        values = self.form.values()
        return values["months"], values["km"]


class SkipPrompt(Prompt):
    """Why everybody chosen is passed over this time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Pass over those chosen"), self.tr("Pass over"), parent)
        self.form.add(TextField("reason", self.tr("Reason"), required=True, limit=200))
        self.grid.addWidget(self.form["reason"], 0, 0)

    def _value(self) -> str:
        reason: str = self.form.values()["reason"]
        return reason
