"""One item in full: whom to reach, what to say, and what came of it, written down without a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.customers import cards
from app.customers.records import Card
from app.errors import UserError
from app.followups.proposing import Because, Proposal, propose_next
from app.followups.records import Item
from app.followups.results import ASKED_STOP, Recorded, Result
from app.lists import all_choices
from app.states import ChoiceList, ContactWay, Permission
from app.work import Work
from ui.customers.showing import Choices, Showing
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.labels import label
from ui.theme import GAP
from ui.today.brief import Brief
from ui.today.days import day_field
from ui.today.deeds import Deeds, language_code
from ui.today.outcomes import Outcome, OutcomeGrid, outcomes_of
from ui.today.words import because
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import NumberField
from ui.widgets.note import NoteField
from ui.widgets.states import EmptyState
from ui.widgets.surface import PrimaryButton, Rule, Surface, button, quiet

WAYS = (
    ContactWay.CALL, ContactWay.WECHAT, ContactWay.SMS, ContactWay.VISIT, ContactWay.COUNTER, ContactWay.EMAIL,
    ContactWay.ONLINE, ContactWay.LETTER,
)  # fmt: skip
LOST = "not-interested"


@dataclass(frozen=True, kw_only=True, slots=True)
class Behind:
    """What one reading brings: the lists, and the card of the customer if there is one to be read."""

    choices: Choices
    outcomes: tuple[Outcome, ...]
    card: Card | None


class ResultPanel(Surface):
    """Letters pick the outcome, Enter on it or F9 saves; what was typed stays until another item is shown."""

    recorded = Signal(object)  # Recorded
    left = Signal()  # Escape: back to the list
    card_wanted = Signal(object)  # customer id

    def __init__(self, desk: Desk, deeds: Deeds | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self.deeds = deeds or Deeds(desk, self)
        self.item: Item | None = None
        self._card: Card | None = None
        self._proposal: Proposal | None = None
        self.is_saving = False
        self.brief = Brief()
        self.grid = OutcomeGrid()
        self.why = quiet("")
        self._result = QWidget()
        self._make_fields()
        self.empty = EmptyState("today", self.tr("Choose a line to see it here."), "")
        self._stack = QStackedWidget()
        self.setAccessibleName(self.tr("Result"))
        self._build()
        self._connect()
        self.show_item(None)

    # What pages use -----------------------------------------------------------------------------

    def show_item(self, item: Item | None, *, said: str = "") -> None:
        """Another item, or the same as it stands now: then what is being typed stays.

        `said` is what became of it, if it is done with: then there is nothing more to write down.
        """
        is_another = item is None or self.item is None or item.key != self.item.key
        self.item = item
        self._stack.setCurrentIndex(0 if item is None else 1)
        if item is None:
            return
        if is_another:
            self._card, self._proposal = None, None
            self.empty_form()
        self.brief.show_item(item, local_today(), said=said)
        self._result.setVisible(not said)
        self._read(item)

    def press(self, letter: str) -> bool:
        """A letter from the list: copy, open, write a text, or the outcome it stands for."""
        if self.item is None:
            return False
        if letter == "c":
            self.brief.copy()
        elif letter == "o":
            self.brief.open_card()
        elif letter == "t":
            self.brief.text.click()
        else:
            return self._is_open and self.grid.press(letter)
        return True

    def go(self) -> None:
        """Put the focus where the result begins."""
        if not self._result.isHidden() and self.grid.buttons:
            self.grid.go()

    def save(self) -> None:
        """F9, Ctrl+Enter, Enter on an outcome."""
        item, code = self.item, self.grid.code()
        if item is None or self.is_saving or not self._is_open:
            return
        if not code:
            self.why.setText(self.tr("Choose an outcome first: press its letter."))
            self.grid.go()
            return
        if not self.form.check():
            return
        self.is_saving = True
        self.deeds.record(item, self._made(code), done=self._on_recorded, failed=self._on_refused)

    @property
    def is_edited(self) -> bool:
        """Whether something is typed or picked and not saved."""
        return bool(self.grid.code()) or self.form.is_edited

    @property
    def _is_open(self) -> bool:
        return self._result.isEnabled() and not self._result.isHidden()

    def empty_form(self) -> None:
        """Nothing picked, nothing typed."""
        self.grid.pick("")
        self.form.fill({"way": self.item.way if self.item is not None else None})
        self.why.setText("")
        self._show_for(None)

    # Reading ------------------------------------------------------------------------------------

    def _read(self, item: Item) -> None:
        language = language_code(self._desk)
        may_read = self._desk.tasks.actor.may(Permission.READ_CARD)

        def read(work: Work) -> Behind:
            choices = all_choices(work)
            card = cards.open_card(work, item.customer_id) if may_read and item.customer_id else None
            return Behind(
                choices=choices, outcomes=outcomes_of(choices[ChoiceList.OUTCOME], language), card=card
            )

        self._desk.tasks.search(self, read, lambda behind: self._on_read(item, behind), stream="brief")

    def _on_read(self, item: Item, behind: Behind) -> None:
        if self.item is None or self.item.key != item.key:
            return
        self._card = behind.card
        picked = self.grid.code()
        self.grid.offer(behind.outcomes)
        self.grid.pick(picked)
        self.deeds.use(behind.outcomes, local_today())
        showing = Showing(choices=behind.choices, language=self._desk.screen.language)
        reasons = [
            Choice(value=entry.code, text=showing.choice(ChoiceList.LOST_REASON, entry.code))
            for entry in behind.choices[ChoiceList.LOST_REASON]
            if entry.active
        ]
        self.lost.set_choices(reasons)
        if behind.card is not None:
            self.brief.show_card(behind.card, showing, local_today())

    # The result ---------------------------------------------------------------------------------

    def _made(self, code: str) -> Result:
        """A next step the rules bring by themselves is not planned again; a person's own word is."""
        values = self.form.values()
        is_own = self.form["next_on"].is_edited or self.form["next_way"].is_edited
        is_unruled = self._proposal is not None and self._proposal.reason is Because.NO_RULE
        next_on = values["next_on"] if is_own or is_unruled else None
        return Result(
            outcome=code,
            answer=values["answer"] or "",
            next_on=next_on,
            next_way=values["next_way"] if next_on is not None else None,
            way=values["way"],
            minutes=values["minutes"],
            lost_reason=values["lost"] if code == LOST else None,
        )

    def _on_picked(self, code: str) -> None:
        item = self.item
        if item is None:
            return
        self._show_for(self.deeds.outcome(code))
        key = item.key
        self._desk.tasks.search(
            self,
            lambda work: propose_next(work, key, code),
            lambda proposal: self._on_proposed(item, proposal),
            lambda _error: None,
            stream="proposal",
        )

    def _on_proposed(self, item: Item, proposal: Proposal) -> None:
        if self.item is None or self.item.key != item.key:
            return
        self._proposal = proposal
        is_stopped = self.grid.code() == ASKED_STOP
        self.form.refresh(
            {"next_on": None if is_stopped else proposal.on, "next_way": None if is_stopped else proposal.way}
        )
        self.why.setText(self.tr("The card will say: do not contact.") if is_stopped else because(proposal))

    def _show_for(self, outcome: Outcome | None) -> None:
        has_need = self._card is not None and any(need.values.get("is_open") for need in self._card.needs)
        self.lost.setVisible(outcome is not None and outcome.code == LOST and has_need)

    def _on_recorded(self, found: Recorded) -> None:
        self.is_saving = False
        self.empty_form()
        self.recorded.emit(found)

    def _on_refused(self, error: UserError) -> bool:
        self.is_saving = False
        return self.form.show_error(error)

    # Building -----------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.form = Form(self)
        ways = [Choice(value=way, text=label(way)) for way in WAYS]
        self.lost: ChoiceField[str] = ChoiceField(
            "lost", self.tr("Why the need is given up"), [], as_row=False
        )
        self.form.add(
            NoteField("answer", self.tr("Customer's answer"), lines=1, most_lines=4, limit=2000),
            self.lost,
            day_field("next_on", self.tr("Next on")),
            ChoiceField("next_way", self.tr("Next by"), ways, as_row=False),
            ChoiceField("way", self.tr("This time by"), ways, as_row=False),
            NumberField("minutes", self.tr("Minutes")),
        )
        self.saver = PrimaryButton(self.tr("Save result  F9"), "check")
        self.later = button(self.tr("Tomorrow"), "chevron-right")
        self.later.setToolTip(self.tr("Move it to tomorrow"))
        self.skipper = button(self.tr("Leave out"), "close")
        self.skipper.setToolTip(self.tr("Leave it out this time"))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        places = {
            "answer": (0, 0, 2), "lost": (1, 0, 2), "next_on": (2, 0, 1), "next_way": (2, 1, 1),
            "way": (4, 0, 1), "minutes": (4, 1, 1),
        }  # fmt: skip
        for name, (row, place, span) in places.items():
            grid.addWidget(self.form[name], row, place, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.why, 3, 0, 1, 2)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.saver)
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.skipper)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.brief, 1)
        column.addWidget(self._result)
        result = QVBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(6)
        result.addWidget(Rule())
        result.addWidget(self.grid)
        result.addLayout(grid)
        result.addLayout(foot)
        self.column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(body)
        self.column.addWidget(self._stack)

    def _connect(self) -> None:
        self.grid.picked.connect(self._on_picked)
        self.grid.entered.connect(self.save)
        self.form.finished.connect(self.save)
        self.saver.clicked.connect(self.save)
        self.later.clicked.connect(self._on_later)
        self.skipper.clicked.connect(self._on_skip)
        self.brief.copy_wanted.connect(self._copy)
        self.brief.card_wanted.connect(self.card_wanted)
        self.brief.text_wanted.connect(self._on_text)
        self.brief.allow_text(self._desk.tasks.actor.may(Permission.SEND_MESSAGES))
        may = self._desk.tasks.actor.may
        self._result.setEnabled(may(Permission.LOG_CONTACT) and may(Permission.PLAN_FOLLOWUPS))

    def _copy(self, digits: str) -> None:
        QApplication.clipboard().setText(digits)
        self._desk.messages.say(self.tr("Copied {digits}").format(digits=digits), seconds=2)

    def _on_text(self) -> None:
        """T: a message from a template, on the page of care."""
        if self.item is not None and self.item.customer_id is not None:
            self._desk.navigation.open("care", self.item.customer_id)

    def _on_later(self) -> None:
        if self.item is not None:
            self.deeds.move(self.item, local_today() + timedelta(days=1))

    def _on_skip(self) -> None:
        reason = self.form["answer"].value()
        if self.item is not None and reason:
            self.deeds.skip(self.item, reason)
        else:
            self.form["answer"].show_error(self.tr("Write here why it is left out."))
            self.form["answer"].go()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
