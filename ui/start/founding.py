"""First start: the branch and its owner, in six fields."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app import starting
from app.access.passwords import StrengthRule, weaknesses
from app.customers.names import name_readings
from app.errors import UserError
from ui.errors import sentence
from ui.start.panel import Panel
from ui.theme import GAP
from ui.widgets.choice import CheckField
from ui.widgets.field import Field
from ui.widgets.line import TextField
from ui.widgets.password import PasswordField

FIELD_OF = {
    "branch-name-empty": "name",
    "branch-code-wrong": "code",
    "owner-empty": "owner",
    "login-empty": "login",
    "passphrase-too-short": "passphrase",
    "passphrase-needed": "passphrase",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Founding:
    """What was typed: the branch, a passphrase where the computer has no keyring, and whether to make a sample."""

    branch: starting.NewBranch
    passphrase: str | None
    has_sample: bool


class FoundPanel(Panel):
    """`founded` carries a `Founding` whose fields are filled; the use case checks the rest."""

    founded = Signal(object)
    join_wanted = Signal()

    def __init__(self, *, is_shared: bool = False) -> None:
        super().__init__(
            self.tr("Set up your branch"),
            self.tr("This takes a minute. Everything can be changed later in the settings."),
        )
        self._is_asking_passphrase = False
        self._proposed_code = ""
        self._proposed_login = ""
        self._add_fields(is_shared=is_shared)
        self._lay_out()
        if not is_shared:
            self.join = self.add_link(self.tr("Join a shared database…"))
            self.join.clicked.connect(self.join_wanted)
        self.create_button = self.add_main(self.tr("Create branch"), "check")
        self.create_button.clicked.connect(self.submit)
        self.form.finished.connect(self.submit)
        self.form.edited.connect(self._on_edited)

    def _add_fields(self, *, is_shared: bool) -> None:
        self.passphrase = PasswordField(
            "passphrase",
            self.tr("Start passphrase"),
            hint=self.tr("This computer has no keyring: the passphrase is asked at every start."),
        )
        self.passphrase_again = PasswordField("passphrase-again", self.tr("Start passphrase again"))
        self.sample = CheckField(
            "sample",
            self.tr("Add a sample of 200 made-up customers to try things on"),
        )
        self.form.add(
            TextField(
                "name",
                self.tr("Branch name"),
                required=True,
                limit=60,
                placeholder=self.tr("such as Chengdu Gaoxin"),
            ),
            TextField("code", self.tr("Short code"), required=True, limit=4),
            TextField("owner", self.tr("Your name"), required=True, limit=60),
            TextField("login", self.tr("Sign-in name"), required=True, limit=40),
            PasswordField("password", self.tr("Password"), required=True),
            PasswordField("again", self.tr("Password again"), required=True),
            self.passphrase,
            self.passphrase_again,
            self.sample,
        )
        self.form["code"].set_hint(self.tr("Begins every customer number"))
        for field in (self.passphrase, self.passphrase_again):
            field.hide()
        if is_shared:
            self.sample.hide()

    def _lay_out(self) -> None:
        self._add_row(self.form["name"], self.form["code"])
        self._add_row(self.form["owner"], self.form["login"])
        self._add_row(self.form["password"], self.form["again"])
        self._add_row(self.passphrase, self.passphrase_again)
        self.body.addWidget(self.sample)
        self.body.addStretch(1)

    def _add_row(self, left: Field[str], right: Field[str]) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for field in (left, right):
            row.addWidget(field, 1)
            row.setAlignment(field, field.note.alignment().AlignTop)
        self.body.addLayout(row)

    def ask_passphrase(self, error: UserError) -> None:
        """This computer cannot keep the key: a passphrase is asked as well."""
        self.set_busy("")
        self._is_asking_passphrase = True
        for field in (self.passphrase, self.passphrase_again):
            field.required = True
            field.show()
        self.passphrase.go()

    def refuse(self, error: UserError) -> None:
        """Refusals of this step name their field by what they are about."""
        name = FIELD_OF.get(error.code) or ("password" if error.code.startswith("password-") else None)
        super().refuse(UserError(error.code, **{"field": name, **error.facts}) if name else error)

    def submit(self) -> None:
        """Create the branch if nothing is missing."""
        if not self.form.check() or not self._agree("password", "again"):
            return
        if self._is_asking_passphrase and not self._agree("passphrase", "passphrase-again"):
            return
        typed = self.form.values()
        branch = starting.NewBranch(
            name=typed["name"],
            code=typed["code"],
            owner=typed["owner"],
            login=typed["login"],
            password=typed["password"],
        )
        try:
            starting.check_new_branch(branch)
        except UserError as error:
            self.refuse(error)
            return
        passphrase = typed["passphrase"] if self._is_asking_passphrase else None
        self.founded.emit(Founding(branch=branch, passphrase=passphrase, has_sample=bool(typed["sample"])))

    def _agree(self, first: str, second: str) -> bool:
        if self.form[first].value() == self.form[second].value():
            return True
        self.form.show_error(UserError("passwords-differ", field=second))
        return False

    def _on_edited(self, name: str) -> None:
        if name == "name":
            self._propose("code", "_proposed_code", starting.suggested_code(self._text("name")))
        elif name == "owner":
            self._propose("login", "_proposed_login", _login_for(self._text("owner")))
        elif name == "password":
            self._judge()

    def _text(self, name: str) -> str:
        field = self.form[name]
        return field.text() if isinstance(field, TextField) else ""

    def _propose(self, name: str, kept: str, proposal: str) -> None:
        """Fill in a proposal as long as the person has not written something else there."""
        field = self.form[name]
        if isinstance(field, TextField) and field.text() in ("", getattr(self, kept)):
            field.set_value(proposal)
            setattr(self, kept, proposal)

    def _judge(self) -> None:
        field = self.form["password"]
        typed = str(field.value() or "")
        rule = StrengthRule()
        weak = weaknesses(typed, rule, own_names=(self._text("login"), self._text("owner")))
        if not typed:
            field.set_hint("")
        elif weak:
            field.set_hint(sentence(UserError(weak[0], shortest=rule.shortest)))
        else:
            field.set_hint(self.tr("Good enough."))


def _login_for(name: str) -> str:
    """The pinyin of a Chinese name, or the first word of another one."""
    readings = name_readings(name).full
    plain = (readings[0] if readings else name.partition(" ")[0]).lower()
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum())[:40]
