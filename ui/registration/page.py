"""Registration (F2): phone first, five fields, no mouse; who is known stands beside before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.customers.cards import open_card
from app.customers.duplicates import Hit
from app.customers.log import withdraw_entry
from app.customers.records import Card
from app.customers.segments import segment_of
from app.errors import UserError
from app.lists import Choices, all_choices, setting
from app.registration.walkin import (
    Registered,
    WalkIn,
    likely_duplicates,
    log_return,
    look_up_phone,
    register,
    undo_registration,
)
from app.states import ConsentPurpose
from app.work import Topic, Work
from ui.desk import Desk
from ui.i18n import Language
from ui.messages import Action
from ui.page import Page
from ui.registration import fields
from ui.registration.beside import Beside, has_same_phone
from ui.registration.sheet import Draft, Sheet
from ui.tasks import Ticket
from ui.theme import GAP
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import PrimaryButton, Surface, button, title

PrintForm = Callable[[Registered], object]
CUSTOMERS = "customers"
PROBED = {"phone", "name", "company", "wechat", "plate", "uscc", "kind"}
SEGMENT_DIGITS = 7


class RegistrationPage(Page):
    """`print_form` puts a registered form on paper with no dialog; without it nothing is printed."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.LISTS})

    def __init__(self, desk: Desk, *, print_form: PrintForm | None = None) -> None:
        super().__init__(desk)
        self._print_form = print_form
        self._is_saving = False
        self._warned_of: WalkIn | None = None
        self._search: Ticket | None = None
        self.sheet = Sheet()
        self.beside = Beside()
        self.register_button = PrimaryButton(self.tr("Register and print  F9"), "print")
        self.register_button.setAutoDefault(True)
        self.more_button = button(self.tr("More fields  F3"), "chevron-down")
        self.anew_button = button(self.tr("Start anew"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(title(self.tr("Register a walk-in")))
        head.addStretch(1)
        head.addWidget(self.sheet.kind_field)
        scroll = ScrollColumn()
        scroll.column.setContentsMargins(0, 0, GAP, 0)
        scroll.column.addWidget(self.sheet)
        scroll.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.register_button)
        foot.addWidget(self.more_button)
        foot.addStretch(1)
        foot.addWidget(self.anew_button)
        card = Surface()
        card.column.addLayout(head)
        card.column.addWidget(scroll, 1)
        card.column.addLayout(foot)
        self.beside.setFixedWidth(400)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(card, 1)
        row.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.addLayout(row)

    def _connect(self) -> None:
        self.sheet.edited.connect(self._on_edited)
        self.sheet.finished.connect(self.register_button.setFocus)
        self.sheet.phone.edit.entered.connect(self._on_phone_entered)
        self.register_button.clicked.connect(self.save)
        self.more_button.clicked.connect(self._toggle_more)
        self.anew_button.clicked.connect(self.start_anew)
        self.beside.opened.connect(self._on_opened)
        self.beside.came_back.connect(self._log_return)
        self.beside.anyway_wanted.connect(self.save)

    # What the window uses -------------------------------------------------------------------------

    def reload(self) -> None:
        self.desk.tasks.read(self, _read_lists, self._show_lists)

    def focus_first(self) -> None:
        self.sheet.phone.go()

    def open_subject(self, subject: object) -> None:
        """A phone or a name that was searched for in vain."""
        if not isinstance(subject, str) or self.sheet.is_edited:
            return
        digits = sum(sign.isdigit() for sign in subject)
        field = self.sheet.phone if digits >= SEGMENT_DIGITS else self.sheet.name
        field.type_text(subject)
        field.go()

    def save(self) -> None:
        """F9: commit first, print after; a second F9 on a likely duplicate registers all the same."""
        if self._is_saving or not self.sheet.check():
            return
        walk_in, draft = self.sheet.walk_in(), self.sheet.draft()
        anyway = walk_in == self._warned_of
        self._set_saving(True)
        self.desk.tasks.change(
            self,
            lambda work: register(work, walk_in, anyway=anyway),
            lambda registered: self._on_registered(registered, draft),
            lambda error: self._on_refused(error, walk_in),
            always=lambda: self._set_saving(False),
        )

    def has_unsaved(self) -> bool:
        return self.sheet.is_edited

    def start_anew(self) -> None:
        """Empty the page, with a way back."""
        if not self.sheet.is_edited:
            self._empty()
            return
        draft = self.sheet.draft()
        self._empty()
        self.desk.messages.say(
            self.tr("Page emptied"), Action(text=self.tr("Undo"), run=lambda: self._restore(draft))
        )

    # Keys -----------------------------------------------------------------------------------------

    def event(self, event: QEvent, /) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._slot_for(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        slot = self._slot_for(event)
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def _slot_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Keys of this page; F8 is the window's until somebody is known here."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_D:
            return self.start_anew
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return None
        if event.key() == Qt.Key.Key_F8 and self.beside.current() is not None:
            return self._on_f8
        return {Qt.Key.Key_F3: self._toggle_more, Qt.Key.Key_F7: self.sheet.toggle_kind}.get(
            Qt.Key(event.key())
        )

    def _on_f8(self) -> None:
        customer_id = self.beside.current()
        if customer_id is not None:
            self._log_return(customer_id)

    def _toggle_more(self) -> None:
        opens = not self.sheet.is_more_open
        self.sheet.open_more(opens)
        self.more_button.setText(self.tr("Fewer fields  F3") if opens else self.tr("More fields  F3"))
        if not opens:
            self.sheet.note.go()

    def _on_phone_entered(self) -> None:
        if self.beside.known is not None and self.sheet.phone.error == "":
            self.beside.go()

    # While typing ---------------------------------------------------------------------------------

    def _on_edited(self, name: str) -> None:
        if name == "phone":
            self._show_segment()
        if name in PROBED:
            self._look_for_known()

    def _show_segment(self) -> None:
        digits = "".join(sign for sign in self.sheet.phone.text() if sign.isdigit())
        found = segment_of(digits.removeprefix("86") if len(digits) > 11 else digits)
        self.sheet.phone.set_hint(f"{found.city}  {found.carrier}" if found is not None else " ")

    def _look_for_known(self) -> None:
        walk_in = self.sheet.walk_in()
        self._forget_search()
        if not walk_in.name and not walk_in.phone:
            self.beside.show_guide()
            return
        self._search = self.desk.tasks.search(
            self, lambda work: _look(work, walk_in), self._show_found, self._on_search_refused, stream="known"
        )

    def _forget_search(self) -> None:
        """An answer about what stood here before would only mislead."""
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def _show_found(self, found: tuple[Card | None, Sequence[Hit]]) -> None:
        card, hits = found
        if card is not None:
            self.beside.show_known(card, hits)
        elif hits:
            self.beside.show_alike(hits)
        elif self.beside.hits:
            self.beside.show_guide()

    def _on_search_refused(self, error: UserError) -> object:
        """What cannot be looked up now is checked again when it is saved."""
        return error.code != "not-allowed"

    # Answers --------------------------------------------------------------------------------------

    def _show_lists(self, read: tuple[Choices, frozenset[ConsentPurpose]]) -> None:
        choices, consents = read
        language = "en" if self.desk.screen.language is Language.ENGLISH else "zh"
        for listed in fields.LISTED:
            fields.offer(self.sheet[listed.name], choices[listed.list], language)
        self.sheet.set_consent_defaults(consents)
        self.beside.use(choices, language)

    def _on_registered(self, registered: Registered, draft: Draft) -> None:
        self._empty()
        actions = [Action(text=self.tr("Undo"), run=lambda: self._undo(registered, draft))]
        if self._print_form is not None:
            self._print_form(registered)
            again = self._print_form
            actions.append(Action(text=self.tr("Print again"), run=lambda: again(registered)))
        self.desk.messages.say(
            self.tr("Registered {name} {number}").format(name=registered.name, number=registered.number),
            *actions,
        )

    def _on_refused(self, error: UserError, walk_in: WalkIn) -> object:
        if error.code == "duplicate-likely":
            self._forget_search()
            hits = error.facts.get("hits")
            self._warned_of = walk_in
            self.beside.show_alike(hits if isinstance(hits, tuple) else (), is_stopped=True)
            return True
        return self.sheet.show_error(error)

    def _undo(self, registered: Registered, draft: Draft) -> None:
        def undone(_: None) -> None:
            self.desk.messages.say(self.tr("{name} is not registered any more").format(name=registered.name))
            if not self.sheet.is_edited:
                self._restore(draft)

        self.desk.tasks.change(self, lambda work: undo_registration(work, registered), undone)

    def _log_return(self, customer_id: UUID) -> None:
        if self._is_saving:
            return
        draft = self.sheet.draft()
        matter = str(draft["note"] or draft["product"] or self.tr("Came back to the shop"))
        self._set_saving(True)
        self.desk.tasks.change(
            self,
            lambda work: (log_return(work, customer_id, matter), open_card(work, customer_id).name),
            lambda done: self._on_return_logged(*done, draft),
            always=lambda: self._set_saving(False),
        )

    def _on_return_logged(self, entry_id: UUID, name: str, draft: Draft) -> None:
        self._empty()

        def undo() -> None:
            self.desk.tasks.change(
                self, lambda work: withdraw_entry(work, entry_id), lambda _: self._restore(draft)
            )

        self.desk.messages.say(
            self.tr("Noted: {name} came back").format(name=name), Action(text=self.tr("Undo"), run=undo)
        )

    def _on_opened(self, customer_id: UUID) -> None:
        self.desk.navigation.open(CUSTOMERS, customer_id)

    # Inside ---------------------------------------------------------------------------------------

    def _empty(self) -> None:
        self.sheet.empty()
        self.sheet.phone.set_hint(" ")
        self._warned_of = None
        self._forget_search()
        self.beside.show_guide()
        if self.sheet.is_more_open:
            self._toggle_more()
        if self.isVisible():
            self.sheet.phone.go()

    def _restore(self, draft: Draft) -> None:
        self._empty()
        self.sheet.restore(draft)
        self.sheet.phone.go()

    def _set_saving(self, saving: bool) -> None:
        self._is_saving = saving
        self.register_button.setEnabled(not saving)


def _read_lists(work: Work) -> tuple[Choices, frozenset[ConsentPurpose]]:
    known = {purpose.value for purpose in ConsentPurpose}
    defaults = setting(work, "consent-default")
    return all_choices(work), frozenset(ConsentPurpose(name) for name in defaults if name in known)


def _look(work: Work, walk_in: WalkIn) -> tuple[Card | None, Sequence[Hit]]:
    """The card with this phone, if it may be read, and all cards like what is typed."""
    if walk_in.name:
        hits: Sequence[Hit] = likely_duplicates(work, walk_in)
    else:
        hits = look_up_phone(work, walk_in.phone).known
    same = [hit for hit in hits if has_same_phone(hit) and hit.is_readable]
    return (open_card(work, same[0].customer_id) if same else None), hits
