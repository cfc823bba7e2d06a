"""The one window: rail, search box, pages built when first shown, messages, status line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.crash import Report
from ui.desk import Desk
from ui.kept import Layout
from ui.keys_sheet import KeysSheet
from ui.page import Page, PageSpec
from ui.rail import Rail
from ui.search_box import SearchBox
from ui.status import Connection, StatusLine
from ui.theme import GAP, theme
from ui.widgets.states import EmptyState
from ui.widgets.surface import PrimaryButton
from ui.widgets.toasts import BannerBar, ToastStack

FIRST_SIZE = (1366, 728)  # the counter PC, less its task bar
START = "today"  # what waits comes first, whatever was last looked at
REGISTRATION = "registration"
CUSTOMERS = "customers"


class TopBar(QWidget):
    """The ground of the search box."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))


class MainWindow(QMainWindow):
    """Knows which pages there are and nothing of what they show."""

    sign_out_wanted = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, specs: Sequence[PageSpec], layout: Layout) -> None:
        super().__init__()
        self.desk = desk
        self.specs = {spec.name: spec for spec in specs}
        self.pages: dict[str, Page] = {}
        self._layout = layout
        self.is_waiting_to_close = False
        self._was_refused = False
        self._connection: Connection | None = None
        self._warned: set[str] = set()
        self.setWindowTitle(self.tr("BranchDesk"))
        self.setMinimumSize(960, 600)
        self.rail = Rail(tuple(specs))
        self.search = SearchBox(desk.tasks)
        self.status = StatusLine()
        self.stack = QStackedWidget()
        self.banners = BannerBar(desk.messages)
        self._build()
        self.toasts = ToastStack(desk.messages, self)
        self._connect()
        self._restore()

    # What the application uses ------------------------------------------------------------------

    def open_page(self, name: str, subject: object = None) -> None:
        """Show a page, building it if this is the first time, and hand it what to show."""
        if name not in self.specs:
            return
        present = self.current_page
        page = self._page(name)
        if present is not None and present is not page and not present.can_leave():
            self._show_present()
            return
        self.stack.setCurrentWidget(page)
        self.rail.show_picked(name)
        if subject is not None:
            page.open_subject(subject)
        if present is not page:
            page.focus_first()

    @property
    def current_page(self) -> Page | None:
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def show_people(self, branch: str, clerk: str) -> None:
        """Who works where, in the status line and the title."""
        self.status.show_people(branch, clerk)
        self.setWindowTitle(self.tr("{branch} - BranchDesk").format(branch=branch))

    def show_connection(self, connection: Connection) -> None:
        """Where the rows are, and whether they can be reached."""
        self._connection = connection
        self.status.show_connection(connection)

    def _on_reached(self, is_there: bool) -> None:
        if self._connection is None or not self._connection.is_shared:
            return
        self.show_connection(replace(self._connection, is_online=is_there))
        text = self.tr(
            "The shared database is out of reach. What you type stays on the screen; save it again later."
        )
        self.desk.messages.state("offline", None if is_there else text)

    def show_crash(self, report: Report) -> None:
        """A bug was reported: the dialog the first time, a quiet toast when it happens again."""
        from ui.crash_dialog import CrashDialog

        if report.is_repeat:
            self.desk.messages.warn(self.tr("The same mistake happened again; it is already reported."))
            return
        CrashDialog(report, self).show()

    # Inside -------------------------------------------------------------------------------------

    def _build(self) -> None:
        bar = TopBar()
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        row.setSpacing(2 * GAP)
        self.search.setMaximumWidth(720)
        row.addWidget(self.search, 1)
        row.addStretch()
        if REGISTRATION in self.specs:
            row.addWidget(self._register_button())
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (bar, self.banners):
            right.addWidget(part)
        right.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(ground)
        if not self.specs:
            self.stack.addWidget(EmptyState("inbox", self.tr("No pages yet"), ""))

    def _register_button(self) -> QWidget:
        made = PrimaryButton(self.tr("Register  F2"), "person-add")
        made.setAccessibleName(self.tr("Register a customer"))
        made.clicked.connect(lambda: self.open_page(REGISTRATION))
        return made

    def _connect(self) -> None:
        self.rail.picked.connect(self.open_page)
        self.desk.navigation.wanted.connect(self.open_page)
        self.desk.navigation.counted.connect(self.rail.show_count)
        self.desk.tasks.changes_pending.connect(self._on_pending)
        self.desk.changes.reached.connect(self._on_reached)
        self.desk.tasks.change_failed.connect(self._on_change_failed)
        self.search.opened.connect(lambda key: self.open_page(CUSTOMERS, key))
        self.search.asked_for_all.connect(lambda text: self.open_page(CUSTOMERS, text))
        self._key("Ctrl+K", self.search.go)
        self._key("F1", self._show_keys)
        self._key("F8", self.toasts.go)
        self._key("F9", self._save)
        self._key("Ctrl+Shift+Q", self._sign_out)
        if REGISTRATION in self.specs:
            self._key("F2", lambda: self.open_page(REGISTRATION))
        upper = [spec for spec in self.specs.values() if not spec.at_foot][:9]
        for number, spec in enumerate(upper, 1):
            self._key(f"Ctrl+{number}", lambda name=spec.name: self.open_page(name))
        for spec in self.specs.values():
            if spec.key and spec.name != REGISTRATION:
                self._key(spec.key, lambda name=spec.name: self.open_page(name))

    def _key(self, keys: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(slot)

    def _page(self, name: str) -> Page:
        if name not in self.pages:
            self.pages[name] = self.specs[name].build(self.desk)
            self.stack.addWidget(self.pages[name])
        return self.pages[name]

    def _show_present(self) -> None:
        for name, page in self.pages.items():
            if page is self.current_page:
                self.rail.show_picked(name)

    def _save(self) -> None:
        page = self.current_page
        if page is not None:
            page.save()

    def _show_keys(self) -> None:
        upper = [spec for spec in self.specs.values() if not spec.at_foot][:9]
        keys = [(f"Ctrl+{number}", spec.shown_title) for number, spec in enumerate(upper, 1)]
        keys += [(spec.key, spec.shown_title) for spec in self.specs.values() if spec.key and spec.at_foot]
        keys += [
            ("Ctrl+K", self.tr("Find a customer")),
            ("F2", self.tr("Register a customer")),
            ("F9", self.tr("Save")),
            ("F8", self.tr("To the newest message")),
            ("Esc", self.tr("Undo what was typed; close the list")),
            ("Enter", self.tr("Next field")),
            (self.tr("Ctrl+Up / Ctrl+Down"), self.tr("Previous / next in the list")),
            ("Ctrl+S", self.tr("Card: save")),
            ("Ctrl+Z", self.tr("Card: undo the last save")),
            ("Ctrl+L", self.tr("Card: log a contact")),
            ("Ctrl+I", self.tr("Card: who entered this")),
            ("Ctrl+N", self.tr("Card: plan a contact")),
            ("Ctrl+T", self.tr("Card: new complaint")),
            ("Ctrl+P", self.tr("Card: print the form")),
            ("Alt+1", self.tr("Card: copy the phone")),
            (self.tr("7 Space"), self.tr("Today: a result typed under its number")),
            ("C  O  T", self.tr("Today: copy the phone, open the card, write a text")),
            ("Ctrl+D", self.tr("Registration: start anew")),
            ("Ctrl+O", self.tr("Import: choose a file")),
            ("Alt+1 … Alt+4", self.tr("Calendar: month, week, day, list")),
            (self.tr("M, arrows, Enter"), self.tr("Calendar: move the item")),
            ("Ctrl+Shift+Q", self.tr("Sign out, let somebody else work")),
            ("F1", self.tr("This overview")),
        ]
        KeysSheet(keys, self).open()

    def _restore(self) -> None:
        if not self.restoreGeometry(self._layout.state("window/geometry")):
            self.resize(*FIRST_SIZE)
        first = START if START in self.specs else next(iter(self.specs), "")
        if first:
            self.open_page(first)

    def _on_pending(self, count: int) -> None:
        self.status.show_pending(count)
        if self.is_waiting_to_close and count == 0:
            self.is_waiting_to_close = False
            if not self._was_refused:
                QTimer.singleShot(0, self, self.close)

    def _on_change_failed(self) -> None:
        self._was_refused = True

    def _sign_out(self) -> None:
        if not self._is_keeping():
            self.sign_out_wanted.emit()

    def _is_keeping(self) -> bool:
        """Whether a page holds the window: it cannot be left, or holds typing nobody was warned of yet."""
        if any(not page.can_leave() for page in self.pages.values()):
            return True
        unsaved = {name for name, page in self.pages.items() if page.has_unsaved()}
        fresh = unsaved - self._warned
        self._warned = unsaved
        if not fresh:
            return False
        self.open_page(next(name for name in self.pages if name in fresh))
        self.desk.messages.warn(
            self.tr("What is typed here is not saved yet. Save it with F9, or close once more to drop it.")
        )
        return True

    def closeEvent(self, event: QCloseEvent, /) -> None:
        if self._is_keeping():
            event.ignore()
            return
        if self.desk.tasks.pending_changes:
            # A save that is refused now must still be able to say so.
            self.is_waiting_to_close = True
            self._was_refused = False
            event.ignore()
            return
        self._layout.keep_state("window/geometry", self.saveGeometry())
        self._layout.save()
        event.accept()
        self.closed.emit()
