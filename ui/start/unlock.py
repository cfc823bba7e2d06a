"""Asks for the passphrase or the recovery key when this computer cannot open the database by itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.errors import UserError
from ui.errors import sentence
from ui.start.panel import Panel
from ui.widgets.choice import CheckField
from ui.widgets.line import TextField
from ui.widgets.password import PasswordField

KEYRING_FAULTS = {"keyring-entry-lost", "keyring-locked", "keyring-slot-none"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Unlocking:
    """What was typed: one of the two secrets, and whether this computer should remember."""

    passphrase: str | None
    recovery_key: str | None
    is_remembering: bool


class UnlockPanel(Panel):
    """`unlocked` carries an `Unlocking`."""

    unlocked = Signal(object)

    def __init__(self, why: str | None, *, can_remember: bool) -> None:
        advice = (
            sentence(UserError(why))
            if why in KEYRING_FAULTS
            else self.tr("The customer data on this computer is encrypted.")
        )
        super().__init__(self.tr("Open the database"), advice)
        self.passphrase = PasswordField("passphrase", self.tr("Start passphrase"))
        self.recovery = TextField(
            "recovery",
            self.tr("Recovery key"),
            limit=80,
            placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX",
            hint=self.tr("Eight groups of five from the printed sheet; case and dashes do not matter."),
        )
        self.remember = CheckField("remember", self.tr("Remember on this computer from now on"))
        self.form.add(self.passphrase, self.recovery, self.remember)
        for field in (self.passphrase, self.recovery, self.remember):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.recovery.hide()
        self.remember.setVisible(can_remember)
        self.other = self.add_link(self.tr("Use the recovery key"))
        self.other.clicked.connect(self._on_other_clicked)
        self.open = self.add_main(self.tr("Open"), "lock")
        self.open.clicked.connect(self.submit)
        self.passphrase.advanced.connect(self.submit)
        self.recovery.advanced.connect(self.submit)

    def submit(self) -> None:
        """Try what was typed."""
        field = self.recovery if self.recovery.isVisibleTo(self) else self.passphrase
        typed = field.value()
        if not typed:
            self.form.show_error(UserError("field-required", field=field.name))
            return
        is_recovery = field is self.recovery
        self.unlocked.emit(
            Unlocking(
                passphrase=None if is_recovery else str(typed),
                recovery_key=str(typed) if is_recovery else None,
                is_remembering=bool(self.remember.value()),
            )
        )

    def refuse(self, error: UserError) -> None:
        """The secret typed is the one at fault."""
        if error.code.startswith("recovery-key"):
            error = UserError(error.code, **{**error.facts, "field": "recovery"})
        elif error.code.startswith("passphrase"):
            error = UserError(error.code, **{**error.facts, "field": "passphrase"})
        super().refuse(error)

    def _on_other_clicked(self) -> None:
        shows_recovery = not self.recovery.isVisibleTo(self)
        self.recovery.setVisible(shows_recovery)
        self.passphrase.setVisible(not shows_recovery)
        self.other.setText(
            self.tr("Use the passphrase") if shows_recovery else self.tr("Use the recovery key")
        )
        (self.recovery if shows_recovery else self.passphrase).go()
