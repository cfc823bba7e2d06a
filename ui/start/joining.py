"""Join a shared PostgreSQL database, or set an empty one up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from app import wiring
from ui.start.panel import Panel
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.line import LineField
from ui.widgets.password import PasswordField


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A shared database as typed; the password is None when the surroundings know it."""

    url: str
    password: str | None


class JoinPanel(Panel):
    """First the address; when the server answered, the branch. `chosen` carries (Server, branch code)."""

    reached = Signal(object)  # Server
    chosen = Signal(object, str)
    left = Signal()

    def __init__(self, url: str = "") -> None:
        super().__init__(
            self.tr("Shared database"),
            self.tr(
                "Your administrator knows the address. The password is kept in the keyring, never in a file."
            ),
        )
        self.address = LineField(
            "address",
            self.tr("Address"),
            parse=wiring.shared_url,
            required=True,
            placeholder="postgresql://name@server/branchdesk",
        )
        self.password = PasswordField("password", self.tr("Password of the database user"))
        self.branch: ChoiceField[str] = ChoiceField("branch", self.tr("Branch"), [], as_row=False, empty=None)
        self.form.add(self.address, self.password, self.branch)
        for field in (self.address, self.password, self.branch):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.branch.hide()
        if url:
            self.address.set_value(url)
        self.back = self.add_link(self.tr("Back"))
        self.back.clicked.connect(self.left)
        self.go_on = self.add_main(self.tr("Connect"), "online")
        self.go_on.clicked.connect(self.submit)
        self.form.finished.connect(self.submit)
        self.form.edited.connect(self._on_edited)

    def server(self) -> Server:
        """What was typed."""
        return Server(url=str(self.address.value()), password=self.password.value() or None)

    def offer(self, branches: list[tuple[str, str]]) -> None:
        """The server answered: which branch is this?"""
        self.set_busy("")
        self.branch.set_choices([Choice(value=code, text=f"{code}  {name}") for code, name in branches])
        self.branch.set_value(branches[0][0])
        self.branch.show()
        self.go_on.setText(self.tr("Join"))
        self.branch.go()

    def submit(self) -> None:
        """Ask the server, or join the branch chosen."""
        if not self.form.check():
            return
        if self.branch.isVisibleTo(self):
            self.chosen.emit(self.server(), str(self.branch.value()))
        else:
            self.reached.emit(self.server())

    def _on_edited(self, name: str) -> None:
        if name != "branch":
            self.branch.hide()
            self.go_on.setText(self.tr("Connect"))
