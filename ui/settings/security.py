"""What opens the local database: passphrase, recovery key, this computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from app import secrets, wiring
from app.errors import UserError
from app.secrets import Keyring, OsKeyring, SlotKind, SlotShown
from app.states import Permission
from ui.desk import Desk
from ui.jobs import Job
from ui.settings.section import Section, needs
from ui.start.recovery import KeyShown
from ui.theme import GAP
from ui.widgets.password import PasswordField
from ui.widgets.surface import button, heading, quiet


class SecuritySection(Section):
    """Needs the open local database; a shared one is opened by its server."""

    def __init__(self, desk: Desk, *, keyring: Callable[[], Keyring] = OsKeyring) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Security"),
            QCoreApplication.translate(
                "settings", "The customer data on this computer is encrypted. These open it."
            ),
        )
        self._keyring = keyring
        self._opened: wiring.Desk | None = desk.opened
        self._list = QGridLayout()
        self._list.setHorizontalSpacing(3 * GAP)
        self._list.setColumnStretch(1, 1)
        self._shown: list[QLabel] = []
        self.key_shown: KeyShown | None = None
        if self._opened is None or self._opened.key is None:
            self.column.addWidget(quiet(self.tr("This is a shared database; its server guards it."), size=14))
            self.column.addStretch(1)
            return
        self.column.addLayout(self._list)
        self._add_recovery()
        self._add_passphrase()
        self._add_device()
        self.column.addStretch(1)
        needs(
            self.actor,
            Permission.MAINTAIN_DATABASE,
            self.renew,
            self.set,
            self.remember,
            self.forget,
            *self.form.fields.values(),
        )

    def _add_recovery(self) -> None:
        self.column.addSpacing(GAP)
        self.column.addWidget(heading(self.tr("Recovery key")))
        self.column.addWidget(quiet(self.tr("A new one makes the old sheet worthless."), size=13))
        self.renew = button(self.tr("Make a new recovery key"), "lock")
        self.renew.clicked.connect(self._renew)
        self.column.addWidget(self.renew, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_passphrase(self) -> None:
        self.column.addSpacing(GAP)
        self.column.addWidget(heading(self.tr("Start passphrase")))
        self.form.add(
            PasswordField("passphrase", self.tr("New passphrase"), required=True),
            PasswordField("again", self.tr("New passphrase again"), required=True),
        )
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for field in self.form.fields.values():
            row.addWidget(field, 1)
        self.column.addLayout(row)
        self.set = button(self.tr("Set passphrase"), "check")
        self.set.clicked.connect(self.save)
        self.form.finished.connect(self.save)
        self.column.addWidget(self.set, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_device(self) -> None:
        self.column.addSpacing(GAP)
        self.column.addWidget(heading(self.tr("This computer")))
        row = QHBoxLayout()
        self.remember = button(self.tr("Remember the key here"))
        self.remember.clicked.connect(
            lambda: self._do(
                lambda file, key: secrets.remember_on_this_device(file, key, self._keyring()),
                self.tr("This computer opens the database by itself from now on"),
            )
        )
        self.forget = button(self.tr("Ask for the passphrase at every start"))
        self.forget.clicked.connect(
            lambda: self._do(
                lambda file, key: secrets.forget_on_this_device(file, key, self._keyring()),
                self.tr("The passphrase is asked at every start from now on"),
            )
        )
        for made in (self.remember, self.forget):
            row.addWidget(made)
        row.addStretch(1)
        self.column.addLayout(row)

    def reload(self) -> None:
        opened = self._opened
        if opened is not None and opened.key is not None:
            self.desk.tasks.run(self, lambda _: secrets.slots(opened.folder.keys), self._show)

    def save(self) -> None:
        if self._opened is None or not self.form.fields or not self.form.check():
            return
        typed = self.form.values()
        if typed["passphrase"] != typed["again"]:
            self.form.show_error(UserError("passwords-differ", field="again"))
            return
        passphrase = typed["passphrase"]
        self._do(
            lambda file, key: secrets.change_passphrase(file, key, passphrase),
            self.tr("The passphrase is set"),
        )

    def _renew(self) -> None:
        opened = self._opened
        if opened is None or opened.key is None:
            return
        key = opened.key
        self.desk.tasks.run(
            self, lambda _: secrets.renew_recovery_key(opened.folder.keys, key), self._show_key
        )

    def _show_key(self, text: str) -> None:
        if self.key_shown is not None:
            self.key_shown.deleteLater()
        self.key_shown = KeyShown(text)
        self.column.insertWidget(self.column.indexOf(self.renew) + 1, self.key_shown)
        self.desk.messages.say(self.tr("Write the new recovery key down now; it is not shown again"))
        self.reload()

    def _do(self, fn: Callable[..., object], told: str) -> None:
        opened = self._opened
        if opened is None or opened.key is None:
            return
        key = opened.key

        def carry_out(_job: Job) -> None:
            fn(opened.folder.keys, key)

        def done(_: None) -> None:
            self.form.fill({})
            self.desk.messages.say(told)
            self.reload()

        self.desk.tasks.run(self, carry_out, done, self._on_refused)

    def _on_refused(self, error: UserError) -> bool:
        is_ours = error.code.startswith("passphrase")
        return is_ours and self.form.show_error(
            UserError(error.code, **{**error.facts, "field": "passphrase"})
        )

    def _show(self, slots: tuple[SlotShown, ...]) -> None:
        for old in self._shown:
            self._list.removeWidget(old)
            old.deleteLater()
        texts = {
            SlotKind.KEYRING: self.tr("The keyring of a computer"),
            SlotKind.PASSPHRASE: self.tr("Start passphrase"),
            SlotKind.RECOVERY: self.tr("Recovery key on paper"),
        }
        self._shown = []
        for number, slot in enumerate(slots):
            since = self.tr("since {day}").format(day=slot.created_at.astimezone().strftime("%Y-%m-%d"))
            for column, text in enumerate((texts[slot.kind], since)):
                made = QLabel(text) if column == 0 else quiet(text, size=13)
                self._list.addWidget(made, number, column)
                self._shown.append(made)
