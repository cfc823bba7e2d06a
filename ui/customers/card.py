"""The customer card: who it is, what is missing, what comes next and what happened, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.customers import cards, history
from app.customers.editing import Conflict
from app.customers.fields import FIELD, Part
from app.customers.records import Card, Change
from app.errors import UserError
from app.lists import all_choices
from app.states import CustomerKind, Permission
from app.work import Work
from ui.care.service_block import ServiceBlock
from ui.customers.conflicts import Conflicts
from ui.customers.files import BY_DIALOG, Paths
from ui.customers.head import CardHead
from ui.customers.provenance import MarkLine
from ui.customers.right_side import RightSide
from ui.customers.rows import Block
from ui.customers.saving import Saving
from ui.customers.sheet import CardSheet
from ui.customers.showing import Choices, Showing
from ui.customers.slots import Slot
from ui.desk import Desk
from ui.theme import GAP
from ui.widgets.surface import Rule, Surface

Print = Callable[[UUID], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """What one reading of a card brings."""

    card: Card
    choices: Choices


class CardView(QWidget):
    """Reads a card, shows it, saves what is edited; knows nothing of the list but the steps through it."""

    back_wanted = Signal()
    step_wanted = Signal(int)
    shown = Signal(object)  # Card

    def __init__(
        self,
        desk: Desk,
        *,
        print_form: Print | None = None,
        print_dossier: Print | None = None,
        paths: Paths = BY_DIALOG,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.card: Card | None = None
        self.showing = Showing(choices={}, language=desk.screen.language)
        self._print_form, self._print_dossier = print_form, print_dossier
        self._sheets: dict[CustomerKind, CardSheet] = {}
        self._wanted: UUID | None = None
        self._wanted_field: tuple[Part, str] | None = None
        self.head = CardHead()
        self.conflicts = Conflicts()
        self.conflicts.hide()
        self.right = RightSide(desk, paths)
        self.missing, self.next_up = self.right.missing, self.right.next_up
        self.happenings = self.right.happenings
        self.happenings.take_drops_of(self)
        self.saving = Saving(desk, self)
        self._stack = QStackedWidget()
        self.mark_line = MarkLine(desk, self)
        self._tabs_soon = QTimer(self)
        self._tabs_soon.setSingleShot(True)
        self._tabs_soon.setInterval(0)
        self._tabs_soon.timeout.connect(self._order_tabs)
        self._build()
        self._connect()
        self._set_keys()

    # What the page uses -------------------------------------------------------------------------

    def open_card(self, customer_id: UUID) -> None:
        """Show a card; the one before is saved first."""
        self._wanted = customer_id
        self._read()

    def reload(self) -> None:
        """Somebody saved something: show it where nobody is typing."""
        self._read()

    @property
    def sheet(self) -> CardSheet | None:
        return self._sheets.get(self.card.kind) if self.card is not None else None

    def save(self) -> bool:
        """Ctrl+S, and before leaving: everything typed as one change. False when something cannot be read yet."""
        sheet = self.sheet
        if self.happenings.is_logging_focused():
            self.happenings.contact.save()
            return True
        return sheet is None or self.saving.save_all(sheet)

    def press_save(self) -> None:
        """F9 and Ctrl+S: what the focus is in, else the card."""
        in_service = self.sheet is not None and self.sheet.save_service()
        if not in_service and not self.right.save():
            self.save()

    def focus_first(self) -> None:
        """The first field, or what is missing first."""
        sheet = self.sheet
        if sheet is not None:
            next(iter(sheet.slots.values())).editor.editor().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    # Reading ------------------------------------------------------------------------------------

    def _read(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return

        def read(work: Work) -> Opened:
            return Opened(card=cards.open_card(work, wanted), choices=all_choices(work))

        self.desk.tasks.read(self, read, self._on_read, self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self.desk.messages.refuse(error)
        self.back_wanted.emit()

    def _on_read(self, opened: Opened) -> None:
        card = opened.card
        if card.id != self._wanted:
            return
        if opened.choices != self.showing.choices:
            self._use_choices(opened.choices)
        is_another = self.card is None or self.card.id != card.id
        self.card = card
        sheet = self._sheet_for(card.kind)
        if is_another:
            self.conflicts.forget()
            self.saving.open(card.id)
            sheet.show_card(card)
            self.mark_line.show_card(card, self.showing)
        else:
            sheet.refresh(card)
        self._stack.setCurrentWidget(sheet)
        self.head.show_card(card, self.showing)
        self.right.show_card(card, self.showing, is_another=is_another)
        self._allow()
        self.desk.tasks.read(
            self,
            lambda work: history.card_history(work, card.id),
            lambda changes: self._on_history(card.id, changes),
            lambda _error: None,  # the card itself says when it is gone
        )
        if is_another:
            self.shown.emit(card)

    def _on_history(self, customer_id: UUID, changes: tuple[Change, ...]) -> None:
        if self.card is not None and self.card.id == customer_id:
            self.happenings.show_changes(changes)

    def _use_choices(self, choices: Choices) -> None:
        """Other lists: sheets are built anew, unless that would cost somebody's typing."""
        if any(slot.is_edited for sheet in self._sheets.values() for slot in sheet.all_slots()):
            return
        self.showing = Showing(choices=choices, language=self.desk.screen.language)
        for sheet in self._sheets.values():
            self._stack.removeWidget(sheet)
            sheet.deleteLater()
        self._sheets = {}
        self.card = None

    def _sheet_for(self, kind: CustomerKind) -> CardSheet:
        if kind not in self._sheets:
            sheet = CardSheet(kind, self.showing, ServiceBlock(self.desk))
            for slot in sheet.slots.values():
                self._watch(slot)
            sheet.slot_made.connect(self._watch)
            sheet.add_wanted.connect(lambda part: sheet.rows[part].add())
            sheet.remove_wanted.connect(self._on_remove)
            sheet.main_wanted.connect(self.saving.make_main)
            sheet.copy_wanted.connect(self.copy)
            sheet.consents.change_wanted.connect(self.saving.record_consent)
            self._sheets[kind] = sheet
            self._stack.addWidget(sheet)
            self._tabs_soon.start()
        return self._sheets[kind]

    def _allow(self) -> None:
        may = self.desk.tasks.actor.may
        self.head.log.setEnabled(may(Permission.LOG_CONTACT))
        self.head.form.setEnabled(self._print_form is not None and may(Permission.PRINT_FORMS))
        self.head.dossier.setEnabled(self._print_dossier is not None and may(Permission.PRINT_FORMS))
        self.head.deleter.setEnabled(may(Permission.DELETE_CARD))
        self._stack.setEnabled(may(Permission.EDIT_CARD))

    # Doing --------------------------------------------------------------------------------------

    def copy(self, digits: str) -> None:
        """Put a phone on the clipboard."""
        QApplication.clipboard().setText(digits)
        self.desk.messages.say(self.tr("Copied {digits}").format(digits=digits), seconds=2)

    def log_contact(self) -> None:
        """Ctrl+L."""
        if self.card is not None and self.head.log.isEnabled():
            self.happenings.log()

    def _on_remove(self, block: Block) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        if block.row_id is None:
            sheet.rows[block.part].drop(block)
        else:
            self.saving.remove(block)

    def _delete(self) -> None:
        """The card is not read again while it goes; a refusal leaves it open."""
        card = self.card
        if card is None:
            return
        self._wanted = None

        def gone() -> None:
            self.card = None
            self.back_wanted.emit()

        def stays() -> None:
            self._wanted = card.id

        self.saving.delete(card, gone, stays)

    def _go(self, part: Part, name: str) -> None:
        if self.sheet is not None:
            self.sheet.go(part, name)

    def _on_need(self, row_id: UUID | None) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        block = next((b for b in sheet.rows[Part.NEED].blocks if b.row_id == row_id and row_id), None)
        if block is None:
            sheet.rows[Part.NEED].add()
        else:
            sheet.go_to(block.slots["product"])

    def _on_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        self.conflicts.add(conflicts, self.showing)

    def _on_mine(self, conflict: Conflict) -> None:
        slot = self._slot_of(conflict)
        self.conflicts.settle(conflict, self.showing)
        if slot is not None:
            self.saving.force(slot, conflict)

    def _on_theirs(self, conflict: Conflict) -> None:
        slot = self._slot_of(conflict)
        self.conflicts.settle(conflict, self.showing)
        if slot is not None:
            slot.show(slot.row_id, conflict.theirs)

    def _slot_of(self, conflict: Conflict) -> Slot | None:
        if self.sheet is None:
            return None
        return next(
            (
                slot
                for slot in self.sheet.all_slots()
                if slot.row_id == conflict.row_id and slot.known is FIELD[conflict.part, conflict.field]
            ),
            None,
        )

    # The focused field --------------------------------------------------------------------------

    def _watch(self, slot: Slot) -> None:
        slot.committed.connect(self._on_committed)
        self._tabs_soon.start()

    def _order_tabs(self) -> None:
        """Tab goes as the eye does: head, fields, what to ask, what comes next, what happened."""
        if self.sheet is None:
            return
        window = self.window()  # the lists of combo boxes are windows of their own
        parts = [self.head, self.conflicts, self.sheet, self.right]
        stops = [
            each
            for part in parts
            for each in part.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.focusProxy() is None
            and each.window() is window
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _on_committed(self, slot: Slot) -> None:
        if self.sheet is not None:
            self.saving.save(slot, self.sheet.block_of(slot))

    def focused_slot(self) -> Slot | None:
        """The field under the cursor."""
        focus = QApplication.focusWidget()
        if self.sheet is None or focus is None:
            return None
        return next((slot for slot in self.sheet.all_slots() if slot.editor.isAncestorOf(focus)), None)

    # Building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        sheet = Surface()
        sheet.column.setContentsMargins(1, 4, 1, 4)
        sheet.column.setSpacing(0)
        sheet.column.addWidget(self._stack, 1)
        sheet.column.addWidget(Rule())
        sheet.column.addWidget(self.mark_line)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(sheet, 11)
        body.addWidget(self.right, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.conflicts)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        head = self.head
        head.back_wanted.connect(self._on_back)
        head.step_wanted.connect(self._on_step)
        head.copy_wanted.connect(self.copy)
        head.log_wanted.connect(self.log_contact)
        head.form_wanted.connect(lambda: self._on_print(self._print_form))
        head.dossier_wanted.connect(lambda: self._on_print(self._print_dossier))
        head.delete_wanted.connect(self._delete)
        self.missing.field_wanted.connect(self._go)
        self.right.need_wanted.connect(self._on_need)
        self.conflicts.mine_wanted.connect(self._on_mine)
        self.conflicts.theirs_wanted.connect(self._on_theirs)
        self.saving.conflicted.connect(self._on_conflicts)

    def _set_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Up": lambda: self._on_step(-1),
            "Ctrl+Down": lambda: self._on_step(1),
            "Ctrl+S": self.press_save,
            "Ctrl+Z": self.saving.undo_last,
            "Ctrl+L": self.log_contact,
            "Ctrl+N": self.right.plan,
            "Ctrl+T": self.happenings.complain,
            "Ctrl+I": self.mark_line.open_note,
            "Ctrl+P": lambda: self._on_print(self._print_form),
            "Alt+1": lambda: self._copy_phone(0),
            "Alt+2": lambda: self._copy_phone(1),
            "Alt+3": lambda: self._copy_phone(2),
        }
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _copy_phone(self, number: int) -> None:
        if number < len(self.head.phones):
            self.head.phones[number].click()

    def _on_print(self, printer: Print | None) -> None:
        """What is typed is saved first, so that the paper shows what is stored."""
        if printer is not None and self.card is not None and self.save():
            printer(self.card.id)

    def _on_step(self, by: int) -> None:
        if self.save():
            self.step_wanted.emit(by)

    def _on_back(self) -> None:
        if self.save():
            self.back_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
            return
        super().keyPressEvent(event)
