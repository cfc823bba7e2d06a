"""What forms say of the branch."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from app.access.branches import BranchCard, edit_branch, read_branch
from app.states import Permission
from ui.desk import Desk
from ui.settings.section import Section, needs
from ui.widgets.line import TextField
from ui.widgets.surface import PrimaryButton


class LetterheadSection(Section):
    """Name, company, address, phone, and whom customers ask about their data."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Branch"),
            QCoreApplication.translate("settings", "This stands on top of every printed form."),
        )
        self.form.add(
            TextField("name", self.tr("Branch name"), required=True, limit=60),
            TextField("company", self.tr("Company"), limit=120),
            TextField("address", self.tr("Address"), limit=200),
            TextField("phone", self.tr("Phone"), limit=40),
            TextField(
                "privacy_contact",
                self.tr("Contact for personal data"),
                limit=120,
                hint=self.tr("Name and phone or e-mail; the privacy notice names them."),
            ),
        )
        for field in self.form.fields.values():
            self.column.addWidget(field)
        self.keep = PrimaryButton(self.tr("Save  F9"), "check")
        self.keep.clicked.connect(self.save)
        self.form.finished.connect(self.save)
        self.column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        needs(self.actor, Permission.MANAGE_BRANCHES, self.keep, *self.form.fields.values())

    def reload(self) -> None:
        self.desk.tasks.read(self, read_branch, self._show)

    def save(self) -> None:
        if not self.keep.isEnabled() or not self.form.check():
            return
        typed = {name: str(value or "") for name, value in self.form.values().items()}
        self.desk.tasks.change(
            self, lambda work: edit_branch(work, **typed), self._on_saved, self.form.show_error
        )

    def _show(self, card: BranchCard) -> None:
        self.form.refresh(
            {
                "name": card.name,
                "company": card.company or None,
                "address": card.address or None,
                "phone": card.phone or None,
                "privacy_contact": card.privacy_contact or None,
            }
        )

    def _on_saved(self, _: None) -> None:
        self.form.mark_saved()
        self.desk.messages.say(self.tr("Branch data saved"))
