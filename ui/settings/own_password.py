"""The password of the person signed in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from app.access.accounts import change_own_password
from app.errors import UserError
from ui.desk import Desk
from ui.settings.section import Section
from ui.widgets.password import PasswordField
from ui.widgets.surface import PrimaryButton


class OwnPasswordSection(Section):
    """Old once, new twice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "My password"),
            QCoreApplication.translate("settings", "{name}, sign-in name {login}").format(
                name=desk.tasks.actor.name, login=desk.tasks.actor.login
            ),
        )
        self.form.add(
            PasswordField("old", self.tr("Present password"), required=True),
            PasswordField("new", self.tr("New password"), required=True),
            PasswordField("again", self.tr("New password again"), required=True),
        )
        for field in self.form.fields.values():
            field.setMaximumWidth(420)
            self.column.addWidget(field)
        self.change = PrimaryButton(self.tr("Change password"), "lock")
        self.change.clicked.connect(self.save)
        self.form.finished.connect(self.save)
        self.column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def save(self) -> None:
        if not self.form.check():
            return
        typed = self.form.values()
        if typed["new"] != typed["again"]:
            self.form.show_error(UserError("passwords-differ", field="again"))
            return
        old, new = typed["old"], typed["new"]
        self.change.setEnabled(False)
        self.desk.tasks.change(
            self,
            lambda work: change_own_password(work, old=old, new=new),
            self._on_changed,
            self._on_refused,
            always=lambda: self.change.setEnabled(True),
        )

    def _on_changed(self, _: None) -> None:
        self.form.fill({})
        self.desk.messages.say(self.tr("Your password is changed"))

    def _on_refused(self, error: UserError) -> bool:
        name = "old" if error.code == "password-old-wrong" else "new"
        is_ours = error.code.startswith("password-")
        return is_ours and self.form.show_error(UserError(error.code, **{**error.facts, "field": name}))
