"""The time line of the card with its filter, the form for a new contact, and the attachments."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.complaints.listing import tickets_of
from app.complaints.records import TicketLine
from app.customers import cards
from app.customers.log import NewEntry, log_contact, withdraw_entry
from app.customers.records import Card, Change, Entry
from app.errors import UserError
from app.states import ChoiceList, Permission
from ui.customers import files
from ui.customers.contact_form import ContactForm
from ui.customers.files import Paths
from ui.customers.showing import Showing
from ui.customers.story import EntryKey, FileKey, Kind, TicketKey, story
from ui.desk import Desk
from ui.errors import field_of
from ui.messages import Action
from ui.theme import GAP
from ui.widgets.choice import Choice, Segments
from ui.widgets.surface import Surface, button, heading, tool
from ui.widgets.timeline import Timeline

OLDER_AT_ONCE = 50
COMPLAINTS = "complaints"
READERS = (Permission.TAKE_TICKETS, Permission.HANDLE_TICKETS)


class Happenings(Surface):
    """Newest first; files dropped on it are attached."""

    changed = Signal()

    def __init__(self, desk: Desk, paths: Paths, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self._paths = paths
        self._card: Card | None = None
        self._showing = Showing(choices={}, language=desk.screen.language)
        self._older: tuple[Entry, ...] = ()
        self._has_more = False
        self._changes: Sequence[Change] = ()
        self._tickets: Sequence[TicketLine] = ()
        self.column.setContentsMargins(12, 8, 4, 4)
        self.setAccessibleName(self.tr("What happened"))
        self.filter = Segments()
        self.filter.setAccessibleName(self.tr("Show"))
        filters: list[Choice[Kind | None]] = [
            Choice(value=None, text=self.tr("All")),
            Choice(value=Kind.CONTACT, text=self.tr("Contacts")),
            Choice(value=Kind.FILE, text=self.tr("Files")),
            Choice(value=Kind.CHANGE, text=self.tr("History")),
            Choice(value=Kind.TICKET, text=self.tr("Complaints")),
        ]
        self.filter.fill(filters)
        self.filter.set_index(0)
        for part in self.filter.buttons:
            part.setMinimumHeight(26)
        self.attacher = tool(
            "attach", self.tr("Attach files"), tip=self.tr("Attach files (or drop them here)")
        )
        self.complainer = tool(
            "complaints", self.tr("New complaint"), tip=self.tr("New complaint of this customer  Ctrl+T")
        )
        self.more = button(self.tr("Show older contacts"), "chevron-down")
        self.more.setFlat(True)
        self.contact = ContactForm()
        self.timeline = Timeline()
        self.timeline.setMinimumHeight(32)  # beside the form of a contact there is little room
        self._build()
        self._connect()

    # What the card uses -------------------------------------------------------------------------

    def show_card(self, card: Card, showing: Showing, *, is_another: bool) -> None:
        """The card as it stands; a contact that is being written stays unless it is another card."""
        if showing.choices != self._showing.choices:
            self.contact.offer(_outcomes(showing))
        self._card, self._showing = card, showing
        if is_another:
            self._older, self._changes, self._tickets = (), (), ()
            self._has_more = card.entries_more
            self.contact.hide()
            self.contact.empty()
            self.timeline.verticalScrollBar().setValue(0)
        may = self._desk.tasks.actor.may(Permission.LOG_CONTACT)
        self.attacher.setEnabled(may)
        self.complainer.setVisible(self._desk.tasks.actor.may(Permission.TAKE_TICKETS))
        self._fill()
        self._read_tickets(card.id)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """The field history, which is read after the card."""
        self._changes = changes
        self._fill()

    def complain(self) -> None:
        """Ctrl+T: take a ticket for this customer."""
        if self._card is not None and self._desk.tasks.actor.may(Permission.TAKE_TICKETS):
            self._desk.navigation.open(COMPLAINTS, ("new", self._card.id))

    def log(self) -> None:
        """Open the form for a new contact."""
        self.contact.open_form()

    def is_logging_focused(self) -> bool:
        """Whether F9 and Ctrl+S mean the contact being written."""
        focus = QApplication.focusWidget()
        return self.contact.isVisible() and focus is not None and self.contact.isAncestorOf(focus)

    # Inside -------------------------------------------------------------------------------------

    def _fill(self) -> None:
        card = self._card
        if card is None:
            return
        wanted = (None, Kind.CONTACT, Kind.FILE, Kind.CHANGE, Kind.TICKET)[max(self.filter.index(), 0)]
        events = story(card, self._older, self._changes, self._showing, self._tickets)
        lines = [event.line for event in events if wanted is None or event.kind is wanted]
        self.timeline.show_entries(lines)
        self.more.setVisible(self._has_more and wanted in (None, Kind.CONTACT))

    def _read_tickets(self, customer_id: UUID) -> None:
        if not any(self._desk.tasks.actor.may(right) for right in READERS):
            return

        def shown(tickets: tuple[TicketLine, ...]) -> None:
            if self._card is not None and self._card.id == customer_id:
                self._tickets = tickets
                self._fill()

        self._desk.tasks.read(self, lambda work: tickets_of(work, customer_id), shown, lambda _error: None)

    def _save_entry(self, entry: NewEntry) -> None:
        card = self._card
        if card is None:
            return
        customer_id = card.id

        def saved(entry_id: UUID) -> None:
            if self._card is not None and self._card.id == customer_id:
                self.contact.empty()
                self.contact.close_form()
            self._desk.messages.say(
                self.tr("Contact saved"), Action(text=self.tr("Undo"), run=lambda: self._withdraw(entry_id))
            )

        self._desk.tasks.change(
            self, lambda work: log_contact(work, customer_id, entry), saved, self._on_entry_refused
        )

    def _on_entry_refused(self, error: UserError) -> bool:
        names = {
            "entry-empty": "matter", "entry-in-future": "happened_at", "entry-minutes-wrong": "minutes",
            "outcome-unknown": "outcome",
        }  # fmt: skip
        name = names.get(error.code, field_of(error) or "")
        if name not in self.contact.form.fields:
            return False
        return self.contact.form.show_error(UserError(error.code, **{**error.facts, "field": name}))

    def _withdraw(self, entry_id: UUID) -> None:
        self._desk.tasks.change(
            self,
            lambda work: withdraw_entry(work, entry_id),
            lambda _none: self._desk.messages.say(self.tr("Taken back")),
        )

    def _on_opened(self, key: object) -> None:
        if isinstance(key, FileKey):
            path = self._paths.to_save(self, self.tr("Save a copy"), key.file_name)
            if path is not None:
                files.save_copy(self._desk.tasks, self, key.attachment_id, path, self._on_copied)
        elif isinstance(key, TicketKey):
            self._desk.navigation.open(COMPLAINTS, key.ticket_id)
        elif isinstance(key, EntryKey):
            self.timeline.setToolTip("")

    def _on_copied(self, path: Path) -> None:
        self._desk.messages.say(self.tr("Copy saved: {path}").format(path=path.name))

    def _remove_file(self) -> None:
        """Delete on a file in the time line."""
        entry = self.timeline.currentIndex().data(Qt.ItemDataRole.UserRole)
        key = getattr(entry, "key", None)
        if isinstance(key, FileKey):
            files.remove_file(
                self._desk.tasks, self, key.attachment_id, partial(self._on_removed, key.file_name)
            )

    def _on_removed(self, file_name: str, content: bytes) -> None:
        card = self._card
        if card is None:
            return
        undo = partial(files.keep, self._desk.tasks, self, card.id, file_name=file_name, content=content)
        text = self.tr("Removed: {row}").format(row=file_name)
        self._desk.messages.say(text, Action(text=self.tr("Undo"), run=undo))

    def _on_older(self) -> None:
        card = self._card
        if card is None:
            return
        skip = len(card.entries) + len(self._older)
        self._desk.tasks.read(
            self,
            lambda work: cards.list_entries(work, card.id, skip=skip, attachments=card.attachments),
            lambda entries: self._on_more(card.id, entries),
        )

    def _on_more(self, customer_id: UUID, entries: tuple[Entry, ...]) -> None:
        if self._card is not None and self._card.id == customer_id:
            self._older += entries[:OLDER_AT_ONCE]
            self._has_more = len(entries) > OLDER_AT_ONCE
            self._fill()

    # Files --------------------------------------------------------------------------------------

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep these files on the card."""
        if self._card is not None and paths and self.attacher.isEnabled():
            files.attach_files(self._desk.tasks, self, self._card.id, paths, self._on_attached)

    def _on_attached(self, count: int) -> None:
        self._desk.messages.say(self.tr("%n file(s) attached", "", count))

    def _on_attach_pressed(self) -> None:
        self.attach(self._paths.to_attach(self, self.tr("Attach files")))

    def paste(self) -> None:
        """Ctrl+V outside a text field: the files or the picture on the clipboard."""
        given = QGuiApplication.clipboard().mimeData()
        paths = files.local_files(given)
        if paths:
            self.attach(paths)
            return
        picture = given.imageData() if given.hasImage() else None
        if isinstance(picture, QImage) and self._card is not None and self.attacher.isEnabled():
            files.attach_image(self._desk.tasks, self, self._card.id, picture, self._on_attached)

    def take_drops_of(self, ground: QWidget) -> None:
        """Files dropped or pasted anywhere on the card are attached; text fields keep their own paste."""
        ground.setAcceptDrops(True)
        ground.installEventFilter(self)
        paster = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), ground)
        paster.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paster.activated.connect(self.paste)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QDropEvent) and files.local_files(event.mimeData()):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.attach(files.local_files(event.mimeData()))
            return True
        return False

    # Building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GAP, 0)
        head.setSpacing(GAP)
        head.addWidget(heading(self.tr("What happened")))
        head.addStretch()
        head.addWidget(self.filter)
        head.addWidget(self.attacher)
        head.addWidget(self.complainer)
        self.column.addLayout(head)
        self.column.addWidget(self.contact)
        self.contact.setContentsMargins(0, 0, GAP, 0)
        self.column.addWidget(self.timeline, 1)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.filter.picked.connect(self._fill)
        self.attacher.clicked.connect(self._on_attach_pressed)
        self.complainer.clicked.connect(self.complain)
        self.more.clicked.connect(self._on_older)
        self.contact.save_wanted.connect(self._save_entry)
        self.contact.closed.connect(self.timeline.setFocus)
        self.timeline.opened.connect(self._on_opened)
        deleter = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.timeline)
        deleter.setContext(Qt.ShortcutContext.WidgetShortcut)
        deleter.activated.connect(self._remove_file)


def _outcomes(showing: Showing) -> list[tuple[str, str]]:
    entries = showing.choices.get(ChoiceList.OUTCOME, ())
    return [(entry.code, showing.choice(ChoiceList.OUTCOME, entry.code)) for entry in entries if entry.active]
