"""The customers page: the list, and the card over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.customers.listing import Filter
from app.work import Topic
from ui.customers.card import CardView, Print
from ui.customers.files import BY_DIALOG, Paths
from ui.customers.finding import Chosen, Newcomer
from ui.customers.list_view import ListView
from ui.desk import Desk
from ui.page import Page
from ui.widgets.paged_model import PackedIds

REGISTRATION = "registration"
IMPORT = "exchange"


class CustomersPage(Page):
    """`open_subject` takes a customer's id, a `Chosen` or `Newcomer` of the search box, a text to find, or
    a `Filter` such as the cards of one import."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CUSTOMERS, Topic.LISTS, Topic.FOLLOWUPS, Topic.TICKETS}
    )

    def __init__(
        self,
        desk: Desk,
        *,
        print_form: Print | None = None,
        print_dossier: Print | None = None,
        make_sample: Callable[[], None] | None = None,
        paths: Paths = BY_DIALOG,
    ) -> None:
        super().__init__(desk)
        self.list = ListView(desk, can_make_sample=make_sample is not None)
        self.card = CardView(desk, print_form=print_form, print_dossier=print_dossier, paths=paths)
        self._among: Sequence[UUID] = ()
        self._place = -1
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.opened.connect(self.open_among)
        self.list.register_wanted.connect(self._on_register)
        self.list.import_wanted.connect(lambda: desk.navigation.open(IMPORT))
        if make_sample is not None:
            self.list.sample_wanted.connect(make_sample)
        self.card.back_wanted.connect(self.show_list)
        self.card.step_wanted.connect(self._on_step)
        self.card.shown.connect(lambda _card: self._show_place())

    @property
    def is_card_shown(self) -> bool:
        return self._stack.currentWidget() is self.card

    def reload(self) -> None:
        if self.is_card_shown:
            self.card.reload()
        self.list.reload()

    def open_subject(self, subject: object) -> None:
        if self.is_card_shown and not self.card.save():
            return
        if isinstance(subject, Chosen):
            self.open_among(subject.customer_id, subject.among)
        elif isinstance(subject, Newcomer):
            self._on_register(subject.typed)
        elif isinstance(subject, UUID):
            self.open_among(subject, ())
        elif isinstance(subject, str):
            self.show_list()
            self.list.find_text(subject)
        elif isinstance(subject, Filter):
            self.show_list()
            self.list.show_only(subject)

    def open_among(self, customer_id: UUID, among: Sequence[UUID]) -> None:
        """Open a card out of a list; Ctrl+Up and Ctrl+Down go through that list."""
        self._among = among
        packed = among if isinstance(among, PackedIds) else PackedIds.of(among)
        self._place = packed.place_of(customer_id)
        self._show_card(customer_id)

    def show_list(self) -> None:
        """Back to the list, with the row of the card chosen."""
        if self.is_card_shown:
            self._stack.setCurrentWidget(self.list)
            shown = self.card.card
            if shown is not None:
                self.list.show_current(shown.id)
        self.list.focus_first()

    def can_leave(self) -> bool:
        return not self.is_card_shown or self.card.save()

    def save(self) -> None:
        if self.is_card_shown:
            self.card.press_save()

    def focus_first(self) -> None:
        if self.is_card_shown:
            self.card.focus_first()
        else:
            self.list.focus_first()

    def _show_card(self, customer_id: UUID) -> None:
        self._stack.setCurrentWidget(self.card)
        self._show_place()
        self.card.open_card(customer_id)
        self.card.head.back.setFocus()

    def _show_place(self) -> None:
        self.card.head.show_place(self._place + 1, len(self._among))

    def _on_step(self, by: int) -> None:
        target = self._place + by
        if self._place >= 0 and 0 <= target < len(self._among):
            self._place = target
            self._show_card(self._among[target])

    def _on_register(self, typed: str) -> None:
        self.desk.navigation.open(REGISTRATION, typed or None)
