"""The form of one move, made from what the move needs and asks; typing in it outlives every refresh."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.complaints.moving import Moved, make_move
from app.complaints.records import Move, Offer, TicketCard
from app.errors import UserError
from ui.complaints.fact_fields import field_for, first_values
from ui.complaints.words import Words
from ui.desk import Desk
from ui.errors import sentence
from ui.theme import GAP
from ui.widgets.form import Form
from ui.widgets.surface import PrimaryButton, Surface, button, heading, quiet

MOVED = "ticket-moved"


class MoveForm(Surface):
    """F9 or the button makes the move; Escape puts the form away when nothing is typed in it."""

    made = Signal(object)  # Moved
    closed = Signal()
    overtaken = Signal()  # somebody else was first

    def __init__(self, desk: Desk, card: TicketCard, move: Move, words: Words) -> None:
        super().__init__()
        self.desk = desk
        self.move_code = move.code
        self.ticket_id = card.line.id
        self.seen = card.steps_count
        self.form = Form(self)
        self.name = move.name(words.language)
        self.setAccessibleName(self.name)
        self.notice = quiet("")
        self.save_button = PrimaryButton(self.tr("Make it so: {move}  F9").format(move=self.name), "check")
        self.cancel_button = button(self.tr("Put away  Esc"))
        self._build(card, move, words)

    def _build(self, card: TicketCard, move: Move, words: Words) -> None:
        first = first_values(card)
        self.column.addWidget(heading(self.name))
        self.notice.hide()
        self.column.addWidget(self.notice)
        names = [*move.needs, *(name for name in move.asks if name not in move.needs)]
        fields: list[Any] = [field_for(name, card, words, required=name in move.needs) for name in names]
        self.form.add(*fields)
        self.form.fill({name: first.get(name) for name in names})
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for made in fields:
            column.addWidget(made)
        self.column.addWidget(inner)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.form.finished.connect(self.save_button.setFocus)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.closed)

    @property
    def is_edited(self) -> bool:
        return self.form.is_edited

    def focus_first(self) -> None:
        """The first thing to state that is still empty, else the button."""
        for field in self.form.fields.values():
            if field.required and field.saved in (None, "", {}, []):
                field.go()
                return
        if self.form.fields and not self.save_button.hasFocus():
            next(iter(self.form.fields.values())).go()
        else:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Make the move as the ticket was seen."""
        if not self.save_button.isEnabled() or not self.form.check():
            return
        facts = {name: value for name, value in self.form.values().items() if value not in (None, "")}
        ticket_id, code, seen = self.ticket_id, self.move_code, self.seen
        self.save_button.setEnabled(False)
        self.desk.tasks.change(
            self,
            lambda work: make_move(work, ticket_id, code, facts, seen=seen),
            self._on_made,
            failed=self._on_refused,
            always=lambda: self.save_button.setEnabled(True),
        )

    def follow(self, card: TicketCard, offer: Offer | None, *, overtaken: bool) -> None:
        """The ticket was read anew: say what changed under the typing, and go on from there once that was said."""
        if card.steps_count != self.seen and card.steps:
            last = card.steps[-1]
            words = self.tr("Meanwhile {by} made the step “{step}”. What you typed is kept.")
            language = "en" if self.desk.screen.language.value.startswith("en") else "zh"
            self.tell(words.format(by=last.by_name, step=last.name(language)))
        if overtaken:
            self.seen = card.steps_count
        if offer is None:
            self.tell(
                self.notice.text() + " " + self.tr("The ticket has left the stage this move starts from.")
            )
            self.save_button.setEnabled(False)
        elif offer.refusal is not None:
            self.tell(sentence(UserError(offer.refusal, **offer.facts)))
            self.save_button.setEnabled(False)
        else:
            self.save_button.setEnabled(True)

    def tell(self, text: str) -> None:
        """A line above the fields."""
        self.notice.setText(text.strip())
        self.notice.show()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.is_edited:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_made(self, moved: Moved) -> None:
        self.made.emit(moved)

    def _on_refused(self, error: UserError) -> bool:
        if error.code == MOVED:
            self.desk.messages.refuse(error)
            self.tell(sentence(error))
            self.overtaken.emit()
            return True
        if self.form.show_error(error):
            return True
        self.tell(sentence(error))
        return False
