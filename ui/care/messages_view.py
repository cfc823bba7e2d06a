"""The messages that were made: how far each has come, which answers are due, and what was answered."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QStackedWidget, QWidget

from app.care import answers, messages
from app.care.answers import Answered, MessageLine, Stop
from app.followups.records import Scope
from app.states import MessageState
from app.work import Work
from ui.care.answer_prompt import AnswerPrompt, FailPrompt
from ui.desk import Desk
from ui.labels import label
from ui.messages import Action, Tone
from ui.theme import GAP
from ui.widgets.choice import Combo
from ui.widgets.paged_model import Column, PackedIds, PagedModel
from ui.widgets.paged_table import PagedTable
from ui.widgets.scrolling import slim
from ui.widgets.states import EmptyState
from ui.widgets.surface import Surface, button, heading, quiet

DUE = "due"
OPEN_STATES = (MessageState.DRAFT, MessageState.HANDED)


class MessagesView(QWidget):
    """The list at the left, the message at the right with what can be done about it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.filter = Combo()
        self.count = QLabel()
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.model: PagedModel[MessageLine] = PagedModel(
            desk.tasks, self._columns(), fetch=answers.read_messages, id_of=lambda line: line.id, parent=self
        )
        self.table: PagedTable[MessageLine] = PagedTable(self.model)
        self.table.setAccessibleName(self.tr("Messages"))
        self.who, self.where = heading(""), quiet("")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The message"))
        self.text.setFixedHeight(124)
        slim(self.text)
        self.answer_text = quiet("", size=13)
        self.sent = button(self.tr("Mark as sent"), "check")
        self.answer = button(self.tr("Record the answer"), "chat")
        self.failed = button(self.tr("Did not arrive"), "error")
        self.withdraw = button(self.tr("Take back"), "undo")
        self.card = button(self.tr("Open the card"), "person")
        self.answer_prompt, self.fail_prompt = AnswerPrompt(), FailPrompt()
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # What the page uses -------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list anew."""
        chosen = self.filter.currentData()
        state = MessageState(chosen) if chosen not in ("", DUE) else None

        def read(work: Work) -> bytes:
            return answers.list_messages(work, Scope(), state=state, only_due=chosen == DUE)

        self._desk.tasks.read(self, read, self._on_read)

    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """F9 keeps the form that is open."""
        for prompt in (self.answer_prompt, self.fail_prompt):
            if not prompt.isHidden():
                prompt.done.click()

    # Showing ------------------------------------------------------------------------------------

    def _on_read(self, packed: bytes) -> None:
        ids = PackedIds(packed)
        current = self.table.current_id()
        self.model.refresh(ids)
        self.count.setText(self.tr("%n message(s)", "", len(ids)))
        self._stack.setCurrentIndex(0 if ids else 1)
        if ids and self.table.current_id() is None:
            self.table.go_to(max(ids.place_of(current) if current is not None else 0, 0))
        self._show()

    def _show(self) -> None:
        line = self._current()
        self.who.setText("" if line is None else line.name)
        told = [] if line is None else [label(line.way), line.recipient, label(line.state)]
        self.where.setText(" · ".join(part for part in told if part))
        self.text.setPlainText("" if line is None else line.body)
        self.answer_text.setText("" if line is None else self._after(line))
        states = [row.state for row in self._chosen()]
        self.sent.setEnabled(MessageState.HANDED in states)
        self.failed.setEnabled(any(s in (MessageState.HANDED, MessageState.SENT) for s in states))
        self.withdraw.setEnabled(bool(states) and all(s in OPEN_STATES for s in states))
        may_answer = line is not None and line.state in (MessageState.HANDED, MessageState.SENT)
        self.answer.setEnabled(may_answer)
        self.card.setEnabled(line is not None)

    def _after(self, line: MessageLine) -> str:
        if line.answer:
            sort = (
                self.tr("Why it failed: {text}")
                if line.state is MessageState.FAILED
                else self.tr("Answer: {text}")
            )
            return sort.format(text=line.answer)
        if line.answer_due_on is not None:
            return self.tr("Answer due {day}").format(day=line.answer_due_on)
        return ""

    def _current(self) -> MessageLine | None:
        return self.model.row(self.table.currentIndex().row())

    def _chosen(self) -> list[MessageLine]:
        rows = [self.model.row(index.row()) for index in self.table.selectionModel().selectedRows()[:200]]
        return [row for row in rows if row is not None]

    # What is done -------------------------------------------------------------------------------

    def _ids(self, *states: MessageState) -> list[UUID]:
        return [row.id for row in self._chosen() if row.state in states]

    def _sent(self) -> None:
        ids = self._ids(MessageState.HANDED)
        self._change(
            lambda work: messages.confirm_sent(work, ids),
            lambda count: self._say(
                self.tr("%n message(s) marked as sent", "", count),
                lambda work: messages.undo_sent(work, ids),
            ),
        )

    def _withdraw(self) -> None:
        ids = self._ids(*OPEN_STATES)
        self._change(
            lambda work: messages.withdraw_messages(work, ids),
            lambda count: self._desk.messages.say(self.tr("%n message(s) taken back", "", count)),
        )

    def _fail(self, reason: str) -> None:
        ids = self._ids(MessageState.HANDED, MessageState.SENT)
        self.fail_prompt.hide()
        self._change(
            lambda work: messages.mark_failed(work, ids, reason=reason),
            lambda count: self._desk.messages.say(
                self.tr("%n message(s) did not arrive; the customers are to be greeted again", "", count)
            ),
        )

    def _answered(self, told: tuple[str, Stop]) -> None:
        line = self._current()
        if line is None:
            return
        self.answer_prompt.hide()
        self.table.setFocus()
        self._change(
            lambda work: answers.record_answer(work, line.id, told[0], stop=told[1]),
            lambda answered: self._on_answered(line, told[1], answered),
        )

    def _on_answered(self, line: MessageLine, stop: Stop, answered: Answered) -> None:
        text = self.tr("Answer of {name} recorded").format(name=line.name)
        if stop is not Stop.NOTHING:
            text = self.tr("{name} gets no more of these messages").format(name=line.name)
        self._say(text, lambda work: answers.undo_answer(work, answered))

    def _say(self, text: str, undo: Callable[[Work], None]) -> None:
        back = Action(text=self.tr("Undo"), run=lambda: self._change(undo, lambda _none: None))
        self._desk.messages.say(text, back, tone=Tone.SUCCESS)

    def _change(self, use_case: Callable[[Work], object], done: Callable[..., object]) -> None:
        self._desk.tasks.change(self, use_case, done)

    def _open_card(self) -> None:
        line = self._current()
        if line is not None:
            self._desk.navigation.open("customers", line.customer_id)

    # Building -----------------------------------------------------------------------------------

    def _columns(self) -> list[Column[MessageLine]]:
        return [
            Column(
                title=self.tr("Made"),
                text=lambda line: f"{line.created_at.astimezone():%m-%d %H:%M}",
                width=100,
            ),
            Column(
                title=self.tr("Customer"), text=lambda line: line.name, width=130, hint=lambda line: line.name
            ),
            Column(title=self.tr("Occasion"), text=lambda line: label(line.occasion), width=96),
            Column(title=self.tr("Way"), text=lambda line: label(line.way), width=108),
            Column(title=self.tr("State"), text=lambda line: label(line.state), width=108),
            Column(
                title=self.tr("Answer due"),
                text=self._due,
                width=120,
            ),
            Column(
                title=self.tr("Answer"),
                text=lambda line: line.answer,
                width=150,
                hint=lambda line: line.answer,
            ),
        ]

    def _due(self, line: MessageLine) -> str:
        if line.answer_due_on is None or line.state is not MessageState.SENT:
            return ""
        late = self.tr("{day} due") if line.is_late else "{day}"
        return late.format(day=f"{line.answer_due_on:%m-%d}")

    def _connect(self) -> None:
        self.filter.activated.connect(lambda _place: self.reload())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.table.opened.connect(lambda _id: self._open_card())
        self.model.fetched.connect(lambda _page: self._show())
        self.sent.clicked.connect(self._sent)
        self.withdraw.clicked.connect(self._withdraw)
        self.card.clicked.connect(self._open_card)
        self.answer.clicked.connect(self.answer_prompt.open_form)
        self.failed.clicked.connect(self.fail_prompt.open_form)
        self.answer_prompt.given.connect(self._answered)
        self.fail_prompt.given.connect(self._fail)
        self.answer_prompt.closed.connect(self.answer.setFocus)
        self.fail_prompt.closed.connect(self.failed.setFocus)

    def _build(self) -> None:
        self.filter.setAccessibleName(self.tr("State"))
        self.filter.addItem(self.tr("State: all"), "")
        self.filter.addItem(self.tr("Answer due"), DUE)
        for state in MessageState:
            self.filter.addItem(label(state), state.value)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 4)
        head.addWidget(self.filter)
        head.addStretch()
        head.addWidget(self.count)
        left = Surface()
        left.column.setContentsMargins(1, 4, 1, 4)
        left.column.addLayout(head)
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "mail",
                self.tr("No message here"),
                self.tr("Messages made under Occasions stand here with their state and answers."),
            )
        )
        left.column.addWidget(self._stack, 1)
        right = Surface()
        right.setFixedWidth(372)
        for part in (self.who, self.where, self.text, self.answer_text, self.answer_prompt, self.fail_prompt):
            right.column.addWidget(part)
        for pair in ((self.sent, self.answer), (self.failed, self.withdraw), (self.card,)):
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for key in pair:
                row.addWidget(key)
            right.column.addLayout(row)
        right.column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left, 1)
        row.addWidget(right)
        self._show()
