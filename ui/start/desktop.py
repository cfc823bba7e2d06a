"""The way from a data folder to the open window, and back to sign-in when somebody else takes over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from app import secrets, settings, wiring
from app.access.actor import PROGRAM, Actor
from app.access.signin import sign_in
from app.errors import UserError
from app.paths import DataFolder
from app.secrets import Keyring
from ui.application import Desktop
from ui.jobs import Job
from ui.page import PageSpec
from ui.pages import PAGES
from ui.start.doors import NoDoors
from ui.start.founding import Founding, FoundPanel
from ui.start.joining import JoinPanel, Server
from ui.start.recovery import RecoveryPanel
from ui.start.sign_in import SignInPanel
from ui.start.trouble import TroublePanel, WaitPanel
from ui.start.unlock import Unlocking, UnlockPanel
from ui.start.window import StartWindow
from ui.status import Connection
from ui.tasks import Tasks

T = TypeVar("T")
HOLLOW: Final = "device-unknown"
"""What opening says of a file whose first start was killed before its branch: it is begun anew."""
SAMPLE_PARTS: Final = 4
SAMPLE_PART: Final = 50  # customers


class Starter(QObject):
    """Shows one panel after the other; slow steps run off the screen's thread."""

    def __init__(
        self,
        desktop: Desktop,
        folder: DataFolder,
        url: str | None,
        *,
        keyring: Keyring,
        pages: Sequence[PageSpec] = PAGES,
    ) -> None:
        super().__init__(desktop.application)
        self.desktop = desktop
        self.folder = folder
        self.url = url
        self.keyring = keyring
        self.pages = pages
        self.desk: wiring.Desk | None = None
        self.actor: Actor | None = None
        self.window = StartWindow()
        desktop.crash_desk.reported.connect(self.window.show_crash)
        self._tasks = Tasks(NoDoors(), PROGRAM, parent=self)
        self._passphrase = secrets.take_passphrase()
        self._is_closed = False
        self._is_switching = False

    def begin(self) -> None:
        """Look at the folder and show the step it is at."""
        try:
            stage = wiring.stage(self.folder, self.url)
        except UserError as error:
            self._show_trouble(error)
            return
        if stage is wiring.Stage.READY:
            self._open_shared() if self.url is not None else self._unlock()
        elif self.url is not None:
            self._show_joining(self.url)
        else:
            self._show_founding()

    def close(self) -> None:
        """Give everything back; a second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        self._tasks.close()
        self.desktop.close()
        self.window.close()
        self.window.deleteLater()
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    # A new branch -------------------------------------------------------------------------------

    def _show_founding(self) -> None:
        panel = FoundPanel()
        panel.founded.connect(lambda given: self._found(panel, given))
        panel.join_wanted.connect(lambda: self._show_joining(""))
        self.window.show_panel(panel)

    def _found(self, panel: FoundPanel, given: Founding) -> None:
        panel.set_busy(self.tr("Making the encrypted database…"))
        passphrase = given.passphrase or self._passphrase

        def make(_job: Job) -> tuple[wiring.Desk, str, Actor]:
            desk, key = wiring.found_local(
                self.folder, given.branch, keyring=self.keyring, passphrase=passphrase
            )
            return desk, key, self._signed_in(desk, given.branch.login, given.branch.password)

        def refused(error: UserError) -> None:
            if error.code == "passphrase-needed":
                panel.ask_passphrase(error)
            else:
                panel.refuse(error)

        self._tasks.run(panel, make, lambda made: self._on_founded(given, *made), refused)

    def _on_founded(self, given: Founding, desk: wiring.Desk, key: str, actor: Actor) -> None:
        self.desk = desk
        panel = RecoveryPanel(key, given.branch.name)
        panel.kept.connect(lambda: self._enter(actor))
        self.window.show_panel(panel)
        if given.has_sample:
            self._make_sample(panel, desk, actor)

    def _make_sample(self, panel: RecoveryPanel, desk: wiring.Desk, actor: Actor) -> None:
        panel.wait(self.tr("Making up 200 customers…"))

        def make(job: Job) -> None:
            from app.sample import make_sample  # most starts make none

            for part in range(SAMPLE_PARTS):
                with desk.store.change(actor) as work:
                    make_sample(work, customers=SAMPLE_PART, seed=part + 1)
                job.report((part + 1) / SAMPLE_PARTS)

        def refused(error: UserError) -> None:
            panel.wait("")
            panel.refuse(error)

        self._tasks.run(
            panel,
            make,
            lambda _: panel.wait(""),
            refused,
            progress=lambda fraction, _text: panel.show_fraction(fraction),
        )

    # A shared database --------------------------------------------------------------------------

    def _show_joining(self, url: str, error: UserError | None = None) -> None:
        panel = JoinPanel(url)
        panel.reached.connect(lambda server: self._reach(panel, server))
        panel.chosen.connect(lambda server, code: self._join(panel, server, code))
        panel.left.connect(self._show_founding)
        self.window.show_panel(panel)
        if error is not None:
            panel.refuse(error)

    def _reach(self, panel: JoinPanel, server: Server) -> None:
        if wiring.stage(self.folder, server.url) is wiring.Stage.READY:
            self._open_shared(server)
            return
        panel.set_busy(self.tr("Asking the server…"))

        def ask(_job: Job) -> list[tuple[str, str]]:
            if not wiring.is_founded(server.url, password=server.password):
                return []
            return wiring.branches_at(server.url, password=server.password)

        def answered(branches: list[tuple[str, str]]) -> None:
            if branches:
                panel.offer(branches)
            else:
                self._show_founding_shared(server)

        self._tasks.run(panel, ask, answered, panel.refuse)

    def _show_founding_shared(self, server: Server) -> None:
        panel = FoundPanel(is_shared=True)
        panel.founded.connect(lambda given: self._found_shared(panel, server, given))
        self.window.show_panel(panel)

    def _found_shared(self, panel: FoundPanel, server: Server, given: Founding) -> None:
        panel.set_busy(self.tr("Setting the shared database up…"))

        def make(_job: Job) -> tuple[wiring.Desk, Actor]:
            desk = wiring.found_shared(self.folder, server.url, given.branch, password=server.password)
            self._keep_password(server)
            return desk, self._signed_in(desk, given.branch.login, given.branch.password)

        def done(made: tuple[wiring.Desk, Actor]) -> None:
            self.desk, self.url = made[0], server.url
            self._enter(made[1])

        self._tasks.run(panel, make, done, panel.refuse)

    def _join(self, panel: JoinPanel, server: Server, code: str) -> None:
        panel.set_busy(self.tr("Joining…"))

        def join(_job: Job) -> wiring.Desk:
            desk = wiring.join_shared(self.folder, server.url, code, password=server.password)
            self._keep_password(server)
            return desk

        self._tasks.run(panel, join, self._on_opened, panel.refuse)

    def _open_shared(self, server: Server | None = None) -> None:
        url = server.url if server is not None else str(self.url)
        self.window.show_panel(WaitPanel())

        def open_it(_job: Job) -> wiring.Desk:
            password = server.password if server is not None else self._kept_password(url)
            desk = wiring.open_shared(self.folder, url, password=password)
            if server is not None:
                self._keep_password(server)
            return desk

        def refused(error: UserError) -> None:
            if error.code == "server-password-wrong":
                self._show_joining(url, error)
            else:
                self._show_trouble(error)

        self._tasks.run(self, open_it, self._on_opened, refused)

    def _kept_password(self, url: str) -> str | None:
        try:
            return self.keyring.get(f"server/{url}")
        except UserError:
            return None  # libpq then looks for PGPASSWORD and the password file

    def _keep_password(self, server: Server) -> None:
        if server.password is None:
            return
        try:
            self.keyring.put(f"server/{server.url}", server.password)
        except UserError:
            return  # without a keyring it is asked again at the next start

    # A known branch -----------------------------------------------------------------------------

    def _unlock(self) -> None:
        self.window.show_panel(WaitPanel())

        def open_it(_job: Job) -> wiring.Desk:
            key = wiring.unlock_local(self.folder, keyring=self.keyring, passphrase=self._passphrase)
            return wiring.open_local(self.folder, key)

        def refused(error: UserError) -> None:
            if error.code in ("passphrase-needed", "passphrase-wrong"):
                self._show_unlocking(error)
            elif error.code == HOLLOW:
                self._show_founding()
            else:
                self._show_trouble(error)

        self._tasks.run(self, open_it, self._on_opened, refused)

    def _show_unlocking(self, error: UserError) -> None:
        why = error.facts.get("why")
        panel = UnlockPanel(
            None if why is None else str(why), can_remember=why is not None and why != "keyring-missing"
        )
        panel.unlocked.connect(lambda given: self._unlock_with(panel, given))
        self.window.show_panel(panel)

    def _unlock_with(self, panel: UnlockPanel, given: Unlocking) -> None:
        panel.set_busy(self.tr("Opening the database…"))

        def open_it(_job: Job) -> wiring.Desk:
            file = self.folder.keys
            if given.recovery_key is not None:
                key = secrets.unlock_with_recovery_key(file, given.recovery_key)
            else:
                key = secrets.unlock_with_passphrase(file, given.passphrase or "")
            if given.is_remembering:
                secrets.remember_on_this_device(file, key, self.keyring)
            return wiring.open_local(self.folder, key)

        def refused(error: UserError) -> None:
            if error.code == HOLLOW:
                self._passphrase = given.passphrase
                self._show_founding()
            else:
                panel.refuse(error)

        self._tasks.run(panel, open_it, self._on_opened, refused)

    def _on_opened(self, desk: wiring.Desk) -> None:
        self.desk, self.url = desk, desk.url
        self._show_sign_in()

    # Who works here -----------------------------------------------------------------------------

    def _show_sign_in(self) -> None:
        login = settings.load(self.folder.settings)[0].login or ""
        panel = SignInPanel(login, place=self.place())
        panel.signed_in.connect(lambda name, password: self._sign_in(panel, name, password))
        self.window.show_panel(panel)

    def _sign_in(self, panel: SignInPanel, login: str, password: str) -> None:
        desk = self.desk
        if desk is None:
            return
        panel.set_busy(self.tr("Checking the password…"))
        self._tasks.run(panel, lambda _: self._signed_in(desk, login, password), self._enter, panel.refuse)

    def _signed_in(self, desk: wiring.Desk, login: str, password: str) -> Actor:
        actor = sign_in(desk.store, login=login, password=password, device_id=desk.device_id)
        settings.change(self.folder.settings, lambda known: replace(known, login=actor.login))
        return actor

    def _enter(self, actor: Actor) -> None:
        desk = self.desk
        if desk is None:
            return
        self.actor = actor
        place = self.place()
        from ui.customers.finding import found

        window = self.desktop.open(
            desk.store,
            actor,
            pages=self.pages,
            source=found,
            connection=Connection(place=place, is_shared=desk.url is not None),
            opened=desk,
        )
        window.sign_out_wanted.connect(self._on_sign_out_wanted)
        window.closed.connect(self._on_window_closed, Qt.ConnectionType.QueuedConnection)
        desk.store.watch()
        window.show()
        self.window.retire()

    def _on_sign_out_wanted(self) -> None:
        """Close the window as if to leave; what was asked for is finished first."""
        window = self.desktop.window
        if window is None:
            return
        self._set_switching(True)
        window.close()
        if window.isVisible() and not window.is_waiting_to_close:
            self._set_switching(False)  # a page would not be left

    def _on_window_closed(self) -> None:
        if not self._is_switching:
            return
        self.actor = None
        self.desktop.close_window()
        self._show_sign_in()
        self._set_switching(False)

    def _set_switching(self, switching: bool) -> None:
        self._is_switching = switching
        self.desktop.application.setQuitOnLastWindowClosed(not switching)

    def place(self) -> str:
        """Where the rows are, in words."""
        if self.url is None:
            return self.tr("Local database")
        return self.url.partition("@")[2] or self.url.partition("://")[2]

    # Trouble ------------------------------------------------------------------------------------

    def _show_trouble(self, error: UserError) -> None:
        panel = TroublePanel(error)
        panel.retried.connect(self.begin)
        panel.folder_wanted.connect(self._choose_folder)
        panel.given_up.connect(self.window.close)
        self.window.show_panel(panel)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self.window, self.tr("Data folder"), str(self.folder.root.parent)
        )
        if chosen:
            self.folder = DataFolder(Path(chosen))
            self.url = wiring.chosen_database(self.folder)
            self.begin()


def run_desktop(folder: DataFolder, url: str | None) -> int:
    """Open the desktop on a data folder, or on a shared database; the exit code of the program."""
    desktop = Desktop(folder.root)
    starter = Starter(desktop, folder, url, keyring=secrets.OsKeyring())
    starter.begin()
    try:
        return desktop.run()
    finally:
        starter.close()
