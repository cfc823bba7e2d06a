"""The card of a ticket: its head and way, the moves it may make, and everything that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from app.complaints.files import add_files, file_content
from app.complaints.moving import Moved, measure_done
from app.complaints.records import MeasureRecord, Offer, TicketCard
from app.errors import UserError
from app.states import Permission
from app.whole_files import write_whole
from ui.complaints.card_parts import (
    badges_of,
    file_part,
    mark_lines,
    measure_part,
    plain,
    step_part,
    taken_part,
)
from ui.complaints.clock_part import clock_parts
from ui.complaints.flow_row import FlowRow
from ui.complaints.move_form import MoveForm
from ui.complaints.path_bar import PathBar, stops_of
from ui.complaints.words import Words
from ui.customers.files import BY_DIALOG, Paths, local_files, read_file
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.errors import sentence
from ui.jobs import Job
from ui.labels import label
from ui.theme import GAP
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import Surface, button, quiet, title

LETTERS = "QWERTYUIOPASDFGHJKLZXCVBNM"


class CardView(QWidget):
    """Shows one ticket; `changed` after anything was done, `closed` when Escape leaves it."""

    changed = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__()
        self.desk = desk
        self.card: TicketCard | None = None
        self.words = Words()
        self.form: MoveForm | None = None
        self.buttons: dict[str, QPushButton] = {}
        self._paths = paths
        self._overtaken = False
        self.path = PathBar()
        self._head = QVBoxLayout()
        self._moves = FlowRow()
        self._place = QVBoxLayout()
        self._scroll = ScrollColumn()
        self._body = QVBoxLayout()
        self.setAcceptDrops(True)
        self._lay_out()

    # Showing --------------------------------------------------------------------------------------

    def show_card(self, card: TicketCard, words: Words) -> None:
        """Show a ticket, or show it anew; a form that is being filled in stays as it is."""
        same = self.card is not None and self.card.line.id == card.line.id
        if not same:
            self.put_away()
        top = self._scroll.verticalScrollBar().value() if same else 0
        focused = next((code for code, part in self.buttons.items() if part.hasFocus()), None)
        self.card, self.words = card, words
        self._show_head(card, words)
        self.path.show_stops(stops_of(card, words.language))
        self._show_moves(card, words)
        self._show_body(card, words)
        if self.form is not None:
            offer = next((o for o in card.offers if o.move.code == self.form.move_code), None)
            self.form.follow(card, offer, overtaken=self._overtaken)
            self._overtaken = False
        if focused is not None:
            self.focus_first()
        self._scroll.verticalScrollBar().setValue(top)

    def _show_head(self, card: TicketCard, words: Words) -> None:
        _empty(self._head)
        line = card.line
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(title(line.customer_name or self.tr("(no name)")))
        for badge in badges_of(card, words):
            row.addWidget(badge)
        row.addStretch(1)
        for part in self._head_buttons(card):
            row.addWidget(part)
        self._head.addLayout(row)
        about = [line.number, label(line.kind), words.stage(line), line.phone, line.reference, line.handler]
        told = plain("  ·  ".join(part for part in about if part))
        self._head.addWidget(told)
        if card.customer_gone:
            self._head.addWidget(quiet(self.tr("The customer's card has been deleted since.")))

    def _head_buttons(self, card: TicketCard) -> list[QPushButton]:
        found: list[QPushButton] = []
        customer = card.line.customer_id
        if customer is not None:
            opener = button(self.tr("Customer"), "person")
            opener.clicked.connect(lambda: self.desk.navigation.open("customers", customer))
            found.append(opener)
        ticket_id = card.line.id
        for name, text in (
            ("preview_complaint", self.tr("Form")),
            ("preview_ticket_dossier", self.tr("Dossier")),
        ):
            preview = getattr(self.desk.paper, name, None)
            if preview is not None and self.desk.tasks.actor.may(Permission.PRINT_FORMS):
                printer = button(text, "print")
                printer.clicked.connect(lambda _on=False, preview=preview: preview(ticket_id))
                found.append(printer)
        return found

    def _show_moves(self, card: TicketCard, words: Words) -> None:
        self._moves.clear()
        self.buttons = {}
        letters = iter(LETTERS)
        for offer in sorted(card.offers, key=lambda offer: not offer.is_allowed):
            part = self._move_button(offer, words, next(letters, "") if offer.is_allowed else "")
            self.buttons[offer.move.code] = part
            self._moves.add(part)
        self._moves.setVisible(bool(card.offers))

    def _move_button(self, offer: Offer, words: Words, letter: str) -> QPushButton:
        name = offer.move.name(words.language)
        part = button(f"{name}  {letter}" if letter else name, "" if offer.is_allowed else "lock")
        part.setAccessibleName(name)
        if offer.refusal is not None:
            why = sentence(UserError(offer.refusal, **offer.facts))
            part.setToolTip(why)
            part.setAccessibleDescription(why)
            part.setEnabled(False)
        else:
            part.setShortcut(f"Alt+{letter}" if letter else "")
            part.setToolTip(f"Alt+{letter}")
            part.setProperty("letter", letter)
            part.clicked.connect(lambda: self.begin(offer.move.code))
        return part

    def _show_body(self, card: TicketCard, words: Words) -> None:
        _empty(self._body)
        refused = [offer for offer in card.offers if offer.refusal is not None]
        if refused:
            self._body.addWidget(self._refusals(refused, words))
        clocks = Surface(self.tr("Clocks"))
        for part in clock_parts(card.clocks, words.language):
            clocks.column.addWidget(part)
        if not card.clocks:
            clocks.column.addWidget(
                quiet(self.tr("No limits are set for tickets of this kind and severity."))
            )
        for line in mark_lines(card):
            clocks.column.addWidget(quiet(line))
        self._body.addWidget(clocks)
        self._body.addWidget(taken_part(card, words))
        if card.measures:
            may = card.line.ended_at is None and self.desk.tasks.actor.may(Permission.HANDLE_TICKETS)
            measures = Surface(self.tr("Measures"))
            for measure in card.measures:
                measures.column.addWidget(measure_part(measure, self._tick, may=may))
            self._body.addWidget(measures)
        self._body.addWidget(self._history(card, words))
        self._body.addWidget(self._files(card))
        self._body.addStretch(1)

    def _refusals(self, refused: list[Offer], words: Words) -> QWidget:
        """Why the others are not allowed, in words: nobody has to hover for it."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shown = button(self.tr("Why are %n step(s) not allowed?", "", len(refused)))
        shown.setCheckable(True)
        lines = [
            f"{offer.move.name(words.language)}: {sentence(UserError(offer.refusal or '', **offer.facts))}"
            for offer in refused
        ]
        told = quiet("\n".join(lines))
        told.hide()
        shown.toggled.connect(told.setVisible)
        row = QHBoxLayout()
        row.addWidget(shown)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(told)
        return part

    def _history(self, card: TicketCard, words: Words) -> Surface:
        part = Surface(self.tr("Steps"))
        for step in reversed(card.steps):
            part.column.addWidget(step_part(step, card, words))
        if not card.steps:
            part.column.addWidget(quiet(self.tr("No step yet: the ticket has just been taken.")))
        return part

    def _files(self, card: TicketCard) -> Surface:
        part = Surface(self.tr("Files"))
        for file in card.files:
            part.column.addWidget(file_part(file, self._save_copy))
        row = QHBoxLayout()
        adder = button(self.tr("Add files"), "attach")
        adder.clicked.connect(self._on_attach)
        row.addWidget(adder)
        row.addWidget(quiet(self.tr("Photos, recordings, scans; they can be dropped here, too.")), 1)
        part.column.addLayout(row)
        return part

    # Moves ----------------------------------------------------------------------------------------

    def begin(self, code: str) -> None:
        """Open the form of a move."""
        card = self.card
        offer = next((o for o in card.offers if o.move.code == code), None) if card is not None else None
        if card is None or offer is None or not offer.is_allowed or not self.can_leave():
            return
        self.put_away()
        self.form = MoveForm(self.desk, card, offer.move, self.words)
        self.form.made.connect(self._on_made)
        self.form.closed.connect(self._on_closed)
        self.form.overtaken.connect(self._on_overtaken)
        self._place.addWidget(self.form)
        self._scroll.verticalScrollBar().setValue(0)
        self.form.show()
        self.form.focus_first()

    def by_letter(self, letter: str) -> None:
        """The move a letter stands for."""
        for code, part in self.buttons.items():
            if part.isEnabled() and part.property("letter") == letter:
                self.begin(code)
                return

    def save(self) -> None:
        """F9: make the move whose form is open."""
        if self.form is not None:
            self.form.save()

    def put_away(self) -> None:
        """Take the form away with what is typed in it."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def can_leave(self) -> bool:
        return self.form is None or not self.form.is_edited

    def focus_first(self) -> None:
        """The form, else the usual next move."""
        if self.form is not None:
            self.form.focus_first()
            return
        part = next((part for part in self.buttons.values() if part.isEnabled()), None)
        (part or self).setFocus()

    def _on_made(self, moved: Moved) -> None:
        name = self.form.name if self.form is not None else ""
        number = self.card.line.number if self.card is not None else ""
        self.put_away()
        self.desk.messages.say(self.tr("{number}: {step}").format(number=number, step=name))
        self.changed.emit()

    def _on_closed(self) -> None:
        self.put_away()
        self.focus_first()

    def _on_overtaken(self) -> None:
        self._overtaken = True
        self.changed.emit()

    # Measures and files ---------------------------------------------------------------------------

    def _tick(self, measure: MeasureRecord, on: bool) -> None:
        day = local_today() if on else None
        self.desk.tasks.change(
            self,
            lambda work: measure_done(work, measure.id, day, note=measure.note),
            lambda _none: self.changed.emit(),
            always=self.changed.emit,
        )

    def _on_attach(self) -> None:
        self._keep(self._paths.to_attach(self, self.tr("Files to keep with the ticket")))

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self.card is not None and local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self._keep(local_files(event.mimeData()))

    def _keep(self, paths: Sequence[Path]) -> None:
        if self.card is None or not paths:
            return
        ticket_id = self.card.line.id

        def carry_out(job: Job) -> int:
            for path in paths:
                content = read_file(path)
                job.change(partial(add_files, ticket_id=ticket_id, files=[(path.name, content)]))
            return len(paths)

        self.desk.tasks.run(self, carry_out, lambda _count: self.changed.emit())

    def _save_copy(self, file_id: UUID, name: str) -> None:
        path = self._paths.to_save(self, self.tr("Save a copy"), name)
        if path is None:
            return

        def carry_out(job: Job) -> None:
            content = job.read(lambda work: file_content(work, file_id))
            try:
                write_whole(path, content)
            except OSError:
                raise UserError("attachment-unwritable", name=str(path)) from None

        self.desk.tasks.run(self, carry_out, lambda _none: None)

    # Frame ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top = Surface()
        self._head.setSpacing(2)
        top.column.addLayout(self._head)
        top.column.addWidget(self.path)
        top.column.addWidget(self._moves)
        column.addWidget(top)
        self._scroll.column.addLayout(self._place)
        self._scroll.column.addLayout(self._body)
        self._body.setSpacing(GAP)
        column.addWidget(self._scroll, 1)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)
            inner.deleteLater()
