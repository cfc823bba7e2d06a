"""The tickets of the branch by their clocks, and the card of one beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.complaints.listing import Group, TicketFilter, count_tickets, list_tickets
from app.complaints.reading import read_ticket
from app.complaints.records import TicketCard, TicketLine
from app.complaints.time_left import TimeLeft, times_left
from app.errors import UserError
from app.states import TicketKind
from app.work import Work
from ui.complaints.ticket_card import CardView
from ui.complaints.ticket_list import TicketList
from ui.complaints.words import Words, read_words
from ui.customers.files import BY_DIALOG, Paths
from ui.desk import Desk
from ui.i18n import Language
from ui.labels import label
from ui.messages import Action
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.line import LineEdit
from ui.widgets.states import EmptyState
from ui.widgets.surface import Surface, button, quiet

LIST_MOST = 200
LIST_WIDTH = 372
EVERY = 60_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """One reading for the whole view."""

    lines: tuple[TicketLine, ...]
    left: Mapping[UUID, TimeLeft]
    counts: Mapping[Group, int]
    words: Words
    card: TicketCard | None


class DeskView(QWidget):
    """`open_subject` takes the id of a ticket, or `("search", text)`."""

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__()
        self.desk = desk
        self.card = CardView(desk, paths)
        self.list = TicketList()
        self.group = ChoiceField[Group]("group", self.tr("Which tickets"), [], as_row=False, empty=None)
        self.kind = ChoiceField[TicketKind | None]("kind", self.tr("Kind"), [], as_row=False, empty=None)
        self.search = LineEdit()
        self.more = button(self.tr("Show more"), "chevron-down")
        self._limit = LIST_MOST
        self._wanted: UUID | None = None
        self._make_filters()
        self._lay_out()
        self._connect()

    # What the page asks ---------------------------------------------------------------------------

    def reload(self) -> None:
        wanted, shown, limit = self._filter(), self._shown(), self._limit
        language = "en" if self.desk.screen.language is Language.ENGLISH else "zh"
        self.desk.tasks.search(
            self, lambda work: _read(work, wanted, shown, language, limit), self._show, stream="list"
        )

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, UUID):
            self.open_ticket(subject)
        elif isinstance(subject, tuple) and len(subject) == 2:
            self.search.setText(str(subject[1]))
            self.reload()

    def open_ticket(self, ticket_id: UUID) -> None:
        """Show a ticket beside the list."""
        if not self.can_leave():
            return
        self._wanted = ticket_id
        self.reload()

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """F9."""
        self.card.save()

    def has_unsaved(self) -> bool:
        return not self.card.can_leave()

    def can_leave(self) -> bool:
        """What is typed for a step is made a step, or thrown away on purpose."""
        if self.card.can_leave():
            return True
        self.desk.messages.warn(
            self.tr("The step you are filling in is not made yet"),
            Action(text=self.tr("Make it"), run=self.card.save),
            Action(text=self.tr("Discard"), run=self.card.put_away),
        )
        return False

    # Showing --------------------------------------------------------------------------------------

    def _shown(self) -> UUID | None:
        present = self.card.card
        return self._wanted or (present.line.id if present is not None else None)

    def _filter(self) -> TicketFilter:
        return TicketFilter(
            group=self.group.value() or Group.OPEN, kind=self.kind.value(), text=self.search.text().strip()
        )

    def _show(self, read: Read) -> None:
        self._show_counts(read.counts)
        self.list.show_lines(read.lines, read.left, read.words)
        self._lists.setCurrentWidget(self.list if read.lines else self._nothing)
        self.more.setVisible(len(read.lines) >= self._limit)
        if read.card is not None and self._is_expected(read.card):
            self.card.show_card(read.card, read.words)
            self.list.go_to(read.card.line.id)
            self._cards.setCurrentWidget(self.card)
        elif read.card is None and self.card.can_leave():
            self._cards.setCurrentWidget(self._none)
        self._wanted = None

    def _is_expected(self, card: TicketCard) -> bool:
        """Whether typing allows this card to be shown: it is the one typed in, or nothing is typed."""
        present = self.card.card
        return self.card.can_leave() or (present is not None and present.line.id == card.line.id)

    def _show_counts(self, counts: Mapping[Group, int]) -> None:
        chosen = self.group.value()
        offered = []
        for group in Group:
            count = counts.get(group)
            text = self._group_words[group]
            shown = f"{text}  {count if count < 1_000 else '1000+'}" if count else text
            offered.append(Choice(value=group, text=shown))
        self.group.set_choices(offered)
        self.group.set_value(chosen or Group.OPEN)
        self.desk.navigation.show_count("complaints", counts.get(Group.BREACHED, 0))

    # Doing ----------------------------------------------------------------------------------------

    def _on_went(self, ticket_id: object) -> None:
        present = self.card.card
        if not isinstance(ticket_id, UUID) or (present is not None and present.line.id == ticket_id):
            return
        if not self.can_leave():
            self.list.go_to(present.line.id if present is not None else None)
            return
        self._wanted = ticket_id
        language = "en" if self.desk.screen.language is Language.ENGLISH else "zh"
        self.desk.tasks.search(
            self, lambda work: _read_card(work, ticket_id, language), self._on_card, stream="card"
        )

    def _on_card(self, found: tuple[TicketCard, Words]) -> None:
        card, words = found
        if card.line.id == self._wanted and self._is_expected(card):
            self.card.show_card(card, words)
            self._cards.setCurrentWidget(self.card)
            self._wanted = None

    def _on_opened(self, ticket_id: object) -> None:
        present = self.card.card
        if present is not None and present.line.id == ticket_id:
            self.card.focus_first()

    def _on_filter(self) -> None:
        self._limit = LIST_MOST
        self.reload()

    def _on_more(self) -> None:
        self._limit += LIST_MOST
        self.reload()

    def _step(self, by: int) -> None:
        self.list.step(by)

    def _to_list(self) -> None:
        self.list.step(0)
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.focus_first()
        else:
            super().keyPressEvent(event)

    # Frame ----------------------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self._group_words = {
            Group.OPEN: self.tr("All open"),
            Group.MINE: self.tr("Mine"),
            Group.UNASSIGNED: self.tr("Nobody's"),
            Group.DUE: self.tr("Due today"),
            Group.BREACHED: self.tr("Limit passed"),
            Group.WAITING: self.tr("Waiting for the customer"),
            Group.ENDED: self.tr("Ended"),
        }
        self.group.set_choices([Choice(value=group, text=text) for group, text in self._group_words.items()])
        self.group.set_value(Group.OPEN)
        kinds = [Choice[TicketKind | None](value=None, text=self.tr("All kinds"))]
        kinds += [Choice[TicketKind | None](value=kind, text=label(kind)) for kind in TicketKind]
        self.kind.set_choices(kinds)
        self.kind.set_value(None)
        for field in (self.group, self.kind):
            field.caption.hide()
        self.search.setPlaceholderText(self.tr("Number, name, phone, matter"))
        self.search.setAccessibleName(self.tr("Search tickets"))
        self.search.setClearButtonEnabled(True)

    def _lay_out(self) -> None:
        self._nothing = quiet(
            self.tr("No tickets here. Choose other tickets above, or take a new one under “New”."), size=14
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none = EmptyState(
            "complaints",
            self.tr("No ticket is open"),
            self.tr("Choose one in the list: arrow keys go through it, Enter goes to what can be done."),
        )
        self._lists, self._cards = QStackedWidget(), QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._nothing)
        self._cards.addWidget(self._none)
        self._cards.addWidget(self.card)
        side = Surface()
        side.setFixedWidth(LIST_WIDTH)
        side.column.setContentsMargins(GAP, GAP, GAP, GAP)
        filters = QHBoxLayout()
        filters.setSpacing(4)
        filters.addWidget(self.group, 3)
        filters.addWidget(self.kind, 2)
        side.column.addWidget(self.search)
        side.column.addLayout(filters)
        side.column.addWidget(self._lists, 1)
        side.column.addWidget(self.more)
        self.more.hide()
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(side)
        right = QVBoxLayout()
        right.addWidget(self._cards)
        body.addLayout(right, 1)

    def _connect(self) -> None:
        self.list.went.connect(self._on_went)
        self.list.opened.connect(self._on_opened)
        self.list.letter.connect(self.card.by_letter)
        self.group.edited.connect(self._on_filter)
        self.kind.edited.connect(self._on_filter)
        self.search.textChanged.connect(self._on_filter)
        self.more.clicked.connect(self._on_more)
        self.search.entered.connect(self._to_list)
        self.card.changed.connect(self.reload)
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._step(by))
        clock = QTimer(self)
        clock.setInterval(EVERY)
        clock.timeout.connect(lambda: self.reload() if self.isVisible() else None)
        clock.start()


def _read(work: Work, wanted: TicketFilter, shown: UUID | None, language: str, limit: int) -> Read:
    lines = list_tickets(work, wanted, limit=limit)
    try:
        card = None if shown is None else read_ticket(work, shown)
    except UserError:
        card = None  # of a branch that is not ours any more
    return Read(
        lines=lines,
        left=times_left(work, lines),
        counts=count_tickets(work, wanted),
        words=read_words(work, language),
        card=card,
    )


def _read_card(work: Work, ticket_id: UUID, language: str) -> tuple[TicketCard, Words]:
    return read_ticket(work, ticket_id), read_words(work, language)
