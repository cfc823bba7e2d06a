"""The right half of the card: what is missing, what comes next and what happened, and the result of a next step."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.customers.records import Card
from app.followups.records import Item
from app.states import ChoiceList, Permission
from ui.customers.ahead import Ahead, AheadWork, Plan
from ui.customers.files import Paths
from ui.customers.happenings import Happenings
from ui.customers.next_forms import NextForms
from ui.customers.outlook import Missing, NextUp
from ui.customers.showing import Showing
from ui.desk import Desk
from ui.today.result_panel import ResultPanel
from ui.widgets.choice import Choice


class RightSide(QStackedWidget):
    """Shows the card, or the panel of one item in its place."""

    need_wanted = Signal(object)

    def __init__(self, desk: Desk, paths: Paths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: Card | None = None
        self._ahead: Ahead | None = None
        self._showing = Showing(choices={}, language=desk.screen.language)
        self.missing, self.next_up, self.forms = Missing(), NextUp(), NextForms()
        self.happenings = Happenings(desk, paths)
        self.panel = ResultPanel(desk)
        self.work = AheadWork(desk, self)
        self._build()
        self._connect()

    def show_card(self, card: Card, showing: Showing, *, is_another: bool) -> None:
        """The card as it stands; what lies ahead is read after it."""
        self._card, self._showing = card, showing
        if is_another:
            self._ahead = None
            self.next_up.forget()
            self.forms.close_form()
            self.show_past()
        self.missing.show_state(card.completeness)
        self.next_up.show_card(card, showing)
        self.happenings.show_card(card, showing, is_another=is_another)
        may_edit = self._desk.tasks.actor.may(Permission.EDIT_CARD)
        for loser in self.next_up.losers:
            loser.setEnabled(may_edit)
        self.work.ask(card.id)

    def show_past(self) -> None:
        """Back from the result of an item."""
        self.setCurrentIndex(0)

    def plan(self) -> None:
        """Ctrl+N."""
        if self._card is not None and self.work.is_allowed:
            self.show_past()
            self.forms.open_plan()

    def save(self) -> bool:
        """F9 and Ctrl+S where the focus is on this side; False when it is not."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return False
        if self.currentWidget() is self.panel:
            self.panel.save()
        elif self.happenings.is_logging_focused():
            self.happenings.contact.save()
        elif self.forms.isVisible() and self.forms.isAncestorOf(focus):
            self.forms.save()
        else:
            return False
        return True

    # Inside -------------------------------------------------------------------------------------

    def _on_ahead(self, ahead: Ahead) -> None:
        if self._card is not None and self._card.id == ahead.customer_id:
            self._ahead = ahead
            self.next_up.show_ahead(ahead)

    def _on_step(self, item: Item) -> None:
        self.panel.show_item(item)
        self.setCurrentWidget(self.panel)
        self.panel.go()

    def _on_owners(self) -> None:
        if self._ahead is not None:
            self.forms.open_owners(self._ahead)

    def _on_loss(self, need_id: UUID) -> None:
        reasons = [
            Choice(value=entry.code, text=self._showing.choice(ChoiceList.LOST_REASON, entry.code))
            for entry in self._showing.choices.get(ChoiceList.LOST_REASON, ())
            if entry.active
        ]
        self.forms.open_loss(need_id, reasons)

    def _on_plan(self, plan: Plan) -> None:
        if self._card is not None:
            self.work.plan(self._card.id, plan, self.forms.close_form, self.forms.show_error)

    def _on_named(self, first: UUID | None, second: UUID | None) -> None:
        if self._ahead is not None:
            self.work.name_owners(self._ahead, first, second, self.forms.close_form, self.forms.show_error)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.missing, 5)
        top.addWidget(self.next_up, 6)
        past = QWidget()
        column = QVBoxLayout(past)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.forms)
        column.addWidget(self.happenings, 1)
        self.addWidget(past)
        self.addWidget(self.panel)

    def _connect(self) -> None:
        ahead, forms = self.work, self.forms
        ahead.read.connect(self._on_ahead)
        self.next_up.need_wanted.connect(self.need_wanted)
        self.next_up.step_wanted.connect(self._on_step)
        self.next_up.plan_wanted.connect(self.plan)
        self.next_up.owners_wanted.connect(self._on_owners)
        self.next_up.loss_wanted.connect(self._on_loss)
        self.panel.left.connect(self.show_past)
        self.panel.recorded.connect(lambda _recorded: self.show_past())
        forms.plan_made.connect(self._on_plan)
        forms.owners_named.connect(self._on_named)
        forms.need_lost.connect(
            lambda need, reason: ahead.lose(need, reason, forms.close_form, forms.show_error)
        )
