"""Puts the program together: application, look, language, crash desk, then the window on a store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import settings
from app.errors import UserError
from app.paths import DataFolder
from ui import i18n
from ui.assets import asset
from ui.changes import Changes
from ui.crash import CrashDesk
from ui.desk import Desk, Navigation
from ui.i18n import Language
from ui.kept import Layout
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.page import PageSpec
from ui.pages import PAGES
from ui.printing.service import Printing
from ui.status import Connection
from ui.sweeping import Sweeper
from ui.tasks import Tasks
from ui.theme import Look, dress

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.wiring import Desk as OpenDesk
    from app.work import Store
    from ui.search_box import Source


class Desktop:
    """One running program with at most one window. `folder` is the data folder; it keeps the settings of
    this device and the crash reports."""

    def __init__(self, folder: Path, arguments: Sequence[str] = ()) -> None:
        present = QApplication.instance()
        self.application = (
            present if isinstance(present, QApplication) else QApplication([*sys.argv[:1], *arguments])
        )
        self.application.setApplicationName("BranchDesk")
        self.application.setWindowIcon(QIcon(str(asset("icons", "branch.svg"))))
        self._file = DataFolder(folder).settings
        self._known, notice = settings.load(self._file)
        self.crash_desk = CrashDesk(folder / "crashes", self.application)
        self.crash_desk.install()
        self._sweeper = Sweeper(self.application)
        self.theme = dress(self.application, self.look)
        i18n.install(self.application, self.language)
        self.messages = Messages(self.application)
        self.changes = Changes(self.application)
        self.tasks: Tasks | None = None
        self.window: MainWindow | None = None
        self._store: Store | None = None
        if notice is not None:
            self.messages.refuse(notice)

    @property
    def look(self) -> Look:
        """The look a person chose, or the system's."""
        return Look(self._known.theme.value)

    def choose_look(self, look: Look) -> None:
        """Change the look now and keep it."""
        self.theme.choose(look)
        self._keep(lambda known: replace(known, theme=settings.Theme(look.value)))

    @property
    def language(self) -> Language:
        """The language a person chose; Chinese to begin with."""
        chosen = self._known.language
        return Language(chosen) if chosen in set(Language) else Language.CHINESE

    def choose_language(self, language: Language) -> None:
        """Keep the language; it holds from the next start."""
        self._keep(lambda known: replace(known, language=language.value))

    @property
    def reminds(self) -> bool:
        """Whether this computer reminds of what begins soon."""
        return self._known.reminders

    def choose_reminders(self, on: bool) -> None:
        """Keep the switch; it holds at once."""
        self._keep(lambda known: replace(known, reminders=on))

    def _keep(self, edit: Callable[[settings.DeviceSettings], settings.DeviceSettings]) -> None:
        try:
            self._known = settings.change(self._file, edit)
        except UserError as error:
            self.messages.refuse(error)

    def open(
        self,
        store: Store,
        actor: Actor,
        *,
        pages: Sequence[PageSpec] = PAGES,
        source: Source | None = None,
        connection: Connection | None = None,
        opened: OpenDesk | None = None,
    ) -> MainWindow:
        """The window for a signed-in person; not yet shown. `source` answers the search box, `opened` is
        what the settings page needs for keys and backup."""
        self.close_window()
        self.tasks = Tasks(store, actor, refuse=self.messages.refuse, parent=self.application)
        self.changes.follow(store)
        store.on_reach(self.changes.announce_reach)
        self._store = store
        desk = Desk(
            tasks=self.tasks,
            messages=self.messages,
            changes=self.changes,
            navigation=Navigation(self.application),
            theme=self.theme,
            screen=self,
            opened=opened,
            paper=Printing(self.tasks, self.messages, self._file, parent=self.tasks),
        )
        self.window = MainWindow(desk, pages, Layout(self._file))
        self.window.show_people(actor.branch_name, actor.name)
        if connection is not None:
            self.window.show_connection(connection)
        if source is not None:
            self.window.search.use(source)
        self.crash_desk.reported.connect(self.window.show_crash)
        if opened is not None:
            from ui.complaints.clock_watch import ClockWatch
            from ui.reminders import Reminding, system_tray

            tray = system_tray(self.window)
            Reminding(desk, self.window, tray=tray).start()
            ClockWatch(desk, self.window, tray=tray).start()
        return self.window

    def run(self) -> int:
        """Show the window and work until it is closed; every change asked for is finished first."""
        if self.window is not None:
            self.window.show()
        self._sweeper.start()
        try:
            return self.application.exec()
        finally:
            self.close()
            self._sweeper.stop()

    def close(self) -> None:
        """Finish what was asked for, let go of the window and of the hooks."""
        self.close_window()
        self.crash_desk.uninstall()

    def close_window(self) -> None:
        """Finish what was asked for and let go of the window; another person may open the next one."""
        if self.tasks is not None:
            self.tasks.close()
            self.tasks = None
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._store is not None:
            self._store.forget(self.changes.announce)
            self._store.on_reach(None)
            self._store = None
