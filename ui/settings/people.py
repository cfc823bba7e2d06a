"""Accounts: who may work here, in which roles; opened, closed, given a new password, never deleted."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.access import accounts
from app.access.accounts import AccountRecord, RoleRecord
from app.errors import UserError
from app.states import Permission
from app.work import Work
from ui.desk import Desk
from ui.i18n import Language
from ui.settings.section import Section, needs
from ui.theme import GAP
from ui.widgets.choice import CheckField
from ui.widgets.line import TextField
from ui.widgets.password import PasswordField
from ui.widgets.scrolling import slim
from ui.widgets.surface import PrimaryButton, Rule, button, heading

FIELD_OF = {"login-empty": "login", "login-taken": "login", "owner-empty": "name"}


class PeopleSection(Section):
    """The list above, the person chosen in it or a new one below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "People"),
            QCoreApplication.translate(
                "settings", "Close the account of somebody who leaves; what they entered stays theirs."
            ),
        )
        self.people: list[AccountRecord] = []
        self.roles: dict[str, CheckField] = {}
        self._chosen: UUID | None = None
        self._make_table()
        self._make_form()
        self._make_buttons()
        self.column.addStretch(1)
        self._is_allowed = needs(
            self.actor, Permission.MANAGE_ACCOUNTS, self.table, self.new, self.keep, self.close_button
        )
        for field in self.form.fields.values():
            field.setEnabled(self._is_allowed)

    def _make_table(self) -> None:
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Sign-in name"), self.tr("Name"), self.tr("Roles"), self.tr("State")]
        )
        self.table.setAccessibleName(self.tr("People"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setMinimumHeight(190)
        self.table.setMaximumHeight(240)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        slim(self.table)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.column.addWidget(self.table)

    def _make_form(self) -> None:
        self.who = heading("")
        self.form.add(
            TextField("name", self.tr("Name"), limit=60),
            TextField("login", self.tr("Sign-in name"), limit=40),
            PasswordField("password", self.tr("Password")),
        )
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for field in self.form.fields.values():
            row.addWidget(field, 1)
            row.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self._roles_row = QHBoxLayout()
        self._roles_row.setSpacing(2 * GAP)
        self.roles_error = QLabel()
        self.roles_error.setForegroundRole(QPalette.ColorRole.BrightText)
        self.roles_error.hide()
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(Rule())
        column.addWidget(self.who)
        column.addLayout(row)
        column.addLayout(self._roles_row)
        column.addWidget(self.roles_error)
        self.column.addWidget(area)

    def _make_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.keep = PrimaryButton(self.tr("Save  F9"), "check")
        self.keep.clicked.connect(self.save)
        self.close_button = button(self.tr("Close account"), "lock")
        self.close_button.clicked.connect(self._close_or_reopen)
        self.new = button(self.tr("New person"), "person-add")
        self.new.clicked.connect(self.begin_new)
        for made in (self.keep, self.close_button):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.new)
        self.column.addLayout(row)

    # What the page uses ---------------------------------------------------------------------------

    def reload(self) -> None:
        if self._is_allowed:
            self.desk.tasks.read(self, _read, self._show)

    def begin_new(self) -> None:
        """Empty fields for somebody new."""
        self.table.clearSelection()
        self._show_person(None)
        self.form["name"].go()

    def save(self) -> None:
        if not self._is_allowed or not self.form.check():
            return
        typed = {name: str(value or "") for name, value in self.form.values().items()}
        roles = [code for code, box in self.roles.items() if box.value()]
        chosen = self._chosen

        def carry_out(work: Work) -> None:
            if chosen is None:
                accounts.open_account(
                    work,
                    login=typed["login"],
                    name=typed["name"],
                    password=typed["password"],
                    roles=roles,
                )
                return
            accounts.give_roles(work, chosen, roles)
            if typed["password"]:
                accounts.set_password(work, chosen, typed["password"])

        told = self.tr("{name} can sign in now") if chosen is None else self.tr("{name}: saved")
        self.desk.tasks.change(
            self, carry_out, lambda _: self._on_saved(told.format(name=typed["name"])), self._on_refused
        )

    # Inside ---------------------------------------------------------------------------------------

    def _show(self, read: tuple[list[AccountRecord], list[RoleRecord]]) -> None:
        self.people, roles = read
        english = self.desk.screen.language is Language.ENGLISH
        names = {role.code: role.name_en if english else role.name_zh for role in roles}
        for code, name in names.items():
            if code not in self.roles:
                self.roles[code] = CheckField(f"role-{code}", name)
                self._roles_row.addWidget(self.roles[code])
        self.table.blockSignals(True)
        self.table.setRowCount(len(self.people))
        for number, person in enumerate(self.people):
            state = self.tr("closed") if person.is_closed else ""
            told = "、".join(names.get(code, code) for code in person.roles)
            for column, text in enumerate((person.login, person.name, told, state)):
                self.table.setItem(number, column, QTableWidgetItem(text))
        self.table.blockSignals(False)
        known = {person.id: number for number, person in enumerate(self.people)}
        if self._chosen in known:
            self.table.selectRow(known[self._chosen])
        if not self.form.is_edited:
            self._show_person(next((p for p in self.people if p.id == self._chosen), None))

    def _on_chosen(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        if rows:
            self._show_person(self.people[rows.pop()])

    def _show_person(self, person: AccountRecord | None) -> None:
        self._chosen = None if person is None else person.id
        self.who.setText(self.tr("New person") if person is None else person.name)
        self.form.fill({} if person is None else {"name": person.name, "login": person.login})
        password = self.form["password"]
        password.set_label(self.tr("Password") if person is None else self.tr("New password"))
        password.set_hint("" if person is None else self.tr("Left empty, the present one stays."))
        for name in ("name", "login"):
            self.form[name].setEnabled(person is None)
        for code, box in self.roles.items():
            box.set_value(person is not None and code in person.roles)
        is_closed = person is not None and person.is_closed
        self.close_button.setText(self.tr("Reopen account") if is_closed else self.tr("Close account"))
        self.close_button.setEnabled(person is not None and person.id != self.actor.account_id)
        self.roles_error.hide()

    def _close_or_reopen(self) -> None:
        person = next((person for person in self.people if person.id == self._chosen), None)
        if person is None:
            return
        act = accounts.reopen_account if person.is_closed else accounts.close_account
        told = self.tr("{name} may sign in again") if person.is_closed else self.tr("{name} is closed out")
        self.desk.tasks.change(
            self, lambda work: act(work, person.id), lambda _: self._on_saved(told.format(name=person.name))
        )

    def _on_saved(self, told: str) -> None:
        self.desk.messages.say(told)
        self.form.fill({})
        self._chosen = None
        self.reload()

    def _on_refused(self, error: UserError) -> bool:
        from ui.errors import sentence

        if error.code.startswith("role"):
            self.roles_error.setText(sentence(error))
            self.roles_error.show()
            return True
        name = FIELD_OF.get(error.code) or ("password" if error.code.startswith("password-") else "")
        return self.form.show_error(UserError(error.code, **{**error.facts, "field": name}))


def _read(work: Work) -> tuple[list[AccountRecord], list[RoleRecord]]:
    return accounts.list_accounts(work), accounts.list_roles(work)
