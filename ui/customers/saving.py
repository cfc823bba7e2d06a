"""Saves what is edited on a card, one change for each press, each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.customers import consents, editing
from app.customers.editing import Conflict, Edit, Undo
from app.customers.fields import Part
from app.customers.records import Card
from app.errors import UserError
from app.states import ConsentPurpose
from ui.customers.labels import field_label, part_label
from ui.customers.rows import Block
from ui.customers.sheet import CardSheet
from ui.customers.slots import Slot
from ui.desk import Desk
from ui.errors import field_of, sentence
from ui.messages import Action

UNDO_STEPS = 50


class Saving(QObject):
    """Typing that cannot be saved stays at its field; a change by somebody else is reported, never overwritten."""

    conflicted = Signal(object)  # tuple of Conflict
    saved = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._customer_id: UUID | None = None
        self._undos: list[tuple[Undo, int]] = []

    def open(self, customer_id: UUID) -> None:
        """From now on this card is edited; its undo begins anew."""
        self._customer_id = customer_id
        self._undos = []

    def save(self, slot: Slot, block: Block | None) -> None:
        """One field was left with a new value."""
        if slot.row_id is not None:
            self._send([slot])
        elif block is not None and not block.is_adding:
            self._add(block)

    def save_all(self, sheet: CardSheet) -> bool:
        """Everything edited in one change; False when a field cannot be read, which gets the focus."""
        edited = [slot for slot in sheet.all_slots() if slot.is_edited]
        good = [slot for slot in edited if slot.editor.check()]
        wrong = [slot for slot in edited if slot not in good]
        self._send([slot for slot in good if slot.row_id is not None])
        for block in list(sheet.blocks()):
            if block.row_id is None and block.is_edited and not block.is_adding:
                if not block.given() and not any(slot in wrong for slot in block.slots.values()):
                    wrong.append(self._show_required(block))
                else:
                    self._add(block)
        if wrong:
            wrong[0].editor.go()
        return not wrong

    def force(self, slot: Slot, conflict: Conflict) -> None:
        """Mine stays: the same edit again, now having seen theirs."""
        edit = Edit(
            part=conflict.part,
            row_id=conflict.row_id,
            field=conflict.field,
            seen=conflict.theirs,
            given=conflict.mine,
        )
        self._send_edits([(slot, edit)])

    def make_main(self, block: Block) -> None:
        """Another phone is the main one."""
        if block.row_id is not None:
            edit = Edit(part=Part.PHONE, row_id=block.row_id, field="is_main", seen=False, given=True)
            self._send_edits([], (edit,))

    def remove(self, block: Block) -> None:
        """Take a row off the card."""
        customer_id, row_id, part = self._customer_id, block.row_id, block.part
        if customer_id is not None and row_id is not None:
            text = self.tr("Removed: {row}").format(row=part_label(part))
            self._desk.tasks.change(
                self,
                lambda work: editing.remove_row(work, customer_id, part, row_id),
                lambda way_back: self._on_done(way_back, text),
            )

    def record_consent(self, purpose: ConsentPurpose, given: bool) -> None:
        """The customer agreed or withdrew; the way back is to record the contrary, for the log only grows."""
        customer_id = self._customer_id
        if customer_id is None:
            return
        text = self.tr("Consent recorded") if given else self.tr("Withdrawal recorded")
        self._desk.tasks.change(
            self,
            lambda work: consents.record_consent(work, customer_id, purpose, given=given, way="counter"),
            lambda _none: self._desk.messages.say(
                text, Action(text=self.tr("Undo"), run=lambda: self.record_consent(purpose, not given))
            ),
        )

    def delete(self, card: Card, gone: Callable[[], None], stays: Callable[[], None]) -> None:
        """Mark the card deleted; the toast brings it back."""

        def restore() -> None:
            self._desk.tasks.change(
                self, lambda work: editing.restore_card(work, card.id), lambda _none: None
            )

        def deleted(_none: None) -> None:
            self._desk.messages.say(
                self.tr("Deleted {name}").format(name=card.name), Action(text=self.tr("Undo"), run=restore)
            )
            gone()

        def refused(_error: UserError) -> bool:
            stays()
            return False

        self._desk.tasks.change(self, lambda work: editing.delete_card(work, card.id), deleted, refused)

    def undo_last(self) -> None:
        """Ctrl+Z: take the last save of this card back."""
        if self._undos:
            self._take_back(*self._undos[-1])

    def _send(self, slots: Sequence[Slot]) -> None:
        self._send_edits([(slot, slot.edit()) for slot in slots])

    def _send_edits(self, pairs: Sequence[tuple[Slot, Edit]], more: Sequence[Edit] = ()) -> None:
        customer_id = self._customer_id
        edits = [edit for _, edit in pairs] + list(more)
        if customer_id is None or not edits:
            return
        self._desk.tasks.change(
            self,
            lambda work: editing.edit_card(work, customer_id, edits),
            lambda way_back: self._on_saved(pairs, way_back),
            lambda error: self._on_refused(pairs, error),
        )

    def _on_saved(self, pairs: Sequence[tuple[Slot, Edit]], way_back: Undo) -> None:
        for slot, edit in pairs:
            if slot.row_id == edit.row_id:
                slot.settle(edit.given)
        if way_back.edits:
            names = self.tr(", ").join(
                field_label(edit.part, edit.field) for edit in reversed(way_back.edits)
            )
            self._on_done(way_back, self.tr("Saved: {names}").format(names=names))

    def _on_done(self, way_back: Undo, text: str) -> None:
        if self._undos:
            self._desk.messages.withdraw(self._undos[-1][1])
        number = self._desk.messages.say(
            text, Action(text=self.tr("Undo"), run=lambda: self._take_back(way_back, number))
        )
        if way_back.customer_id == self._customer_id:
            self._undos = [*self._undos[-UNDO_STEPS + 1 :], (way_back, number)]
        self.saved.emit()

    def _take_back(self, way_back: Undo, number: int) -> None:
        self._undos = [known for known in self._undos if known[0] is not way_back]
        self._desk.messages.withdraw(number)
        self._desk.tasks.change(
            self,
            lambda work: editing.undo(work, way_back),
            lambda _none: self._desk.messages.say(self.tr("Taken back")),
            self._on_undo_refused,
        )

    def _on_undo_refused(self, error: UserError) -> bool:
        if error.code != "card-changed-meanwhile":
            return False
        self._desk.messages.warn(self.tr("Somebody changed this since; it was not taken back."))
        return True

    def _on_refused(self, pairs: Sequence[tuple[Slot, Edit]], error: UserError) -> bool:
        if error.code == "card-changed-meanwhile":
            self.conflicted.emit(error.facts["conflicts"])
            return True
        name = field_of(error)
        slot = next((slot for slot, _ in pairs if slot.known.name == name), None)
        if slot is None:
            return False
        slot.editor.show_error(sentence(error))
        return True

    def _add(self, block: Block) -> None:
        customer_id, part, given = self._customer_id, block.part, block.given()
        if customer_id is None or not given:
            return
        block.is_adding = True
        text = self.tr("Added: {row}").format(row=part_label(part))

        def added(answer: tuple[UUID, Undo]) -> None:
            row_id, way_back = answer
            if customer_id == self._customer_id:
                block.become(row_id)
                for name, value in given.items():
                    block.slots[name].settle(value)
                # What was typed while the row was on its way is saved on its own.
                self._send([slot for slot in block.slots.values() if slot.is_edited and slot.editor.check()])
            self._on_done(way_back, text)

        def refused(error: UserError) -> bool:
            block.is_adding = False
            slot = block.slots.get(field_of(error) or "")
            if slot is None:
                return False
            slot.editor.show_error(sentence(error))
            return True

        self._desk.tasks.change(
            block, lambda work: editing.add_row(work, customer_id, part, given), added, refused
        )

    def _show_required(self, block: Block) -> Slot:
        slot = next(slot for slot in block.slots.values() if slot.known.required)
        slot.editor.show_error(sentence(UserError("field-required", field=slot.known.name)))
        return slot
