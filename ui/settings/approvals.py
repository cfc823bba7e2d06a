"""Who may approve solutions up to which cost, and who stands in for an approver who is away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from app.complaints.approvals import (
    RoleLimit,
    SubstituteRecord,
    end_substitute,
    read_approval_limits,
    read_substitutes,
    save_approval_limit,
    save_substitute,
)
from app.complaints.facts import money
from app.complaints.people import Colleague, colleagues
from app.customers.numbers import parse_day
from app.errors import UserError
from app.states import Permission
from app.work import Work
from ui.desk import Desk
from ui.i18n import Language
from ui.messages import Action
from ui.settings.section import Section, needs
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line import LineField, TextField
from ui.widgets.scrolling import slim
from ui.widgets.surface import PrimaryButton, button, heading, quiet

Read = tuple[tuple[RoleLimit, ...], tuple[SubstituteRecord, ...], tuple[Colleague, ...]]
NO_LIMIT = "∞"


def _amount(typed: str) -> str:
    """An amount as typed; ∞ is without limit. Raises UserError `cost-wrong`."""
    return (
        NO_LIMIT if typed.strip() in (NO_LIMIT, "-", "—") else f"{money(typed.replace(',', ''), 'amount'):f}"
    )


class ApprovalsSection(Section):
    """Amounts are saved when their field is left; substitutes are added and ended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Approvals"),
            QCoreApplication.translate(
                "settings", "A solution above the amount of a role wants the approval of somebody higher."
            ),
        )
        self._language = "en" if desk.screen.language is Language.ENGLISH else "zh"
        self.roles: tuple[RoleLimit, ...] = ()
        self.substitutes: tuple[SubstituteRecord, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GAP)
        self.column.addWidget(heading(self.tr("Approves up to (yuan)")))
        self.column.addWidget(quiet(self.tr("0 approves nothing; ∞ or - is without limit.")))
        self.column.addLayout(self._grid)
        self.column.addSpacing(GAP)
        self.column.addWidget(heading(self.tr("Substitutes")))
        self._make_table()
        self._make_fields()
        self.column.addStretch(1)
        fields = (*self.stand_in.fields.values(), self.keep, self.end)
        self._is_allowed = needs(self.actor, Permission.APPROVE_SOLUTIONS, *fields)
        self.form.committed.connect(self._save_amount)
        self._refresh_end()

    def _make_table(self) -> None:
        self.table = QTableWidget(0, 4)
        heads = (self.tr("For"), self.tr("Stands in"), self.tr("Days"), self.tr("Reason"))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setAccessibleName(self.tr("Substitutes"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(150)
        slim(self.table)
        self.table.itemSelectionChanged.connect(self._refresh_end)
        self.column.addWidget(self.table)

    def _make_fields(self) -> None:
        self.stand_in = Form(self)
        self.account: ChoiceField[UUID] = ChoiceField(
            "account", self.tr("For"), [], as_row=False, empty=None, required=True
        )
        self.substitute: ChoiceField[UUID] = ChoiceField(
            "substitute", self.tr("Stands in"), [], as_row=False, required=True
        )
        self.stand_in.add(
            self.account,
            self.substitute,
            self._day("first_on", self.tr("From")),
            self._day("last_on", self.tr("To")),
            TextField("reason", self.tr("Reason")),
        )
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field in self.stand_in.fields.values():
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.keep = PrimaryButton(self.tr("Name substitute"), "add")
        self.end = button(self.tr("End now"), "delete")
        self.keep.clicked.connect(self._name)
        self.end.clicked.connect(self._end)
        keys = QHBoxLayout()
        keys.addWidget(self.keep)
        keys.addWidget(self.end)
        keys.addStretch(1)
        self.column.addLayout(keys)

    def _day(self, name: str, text: str) -> DateField[date]:
        return DateField(
            name,
            text,
            parse=parse_day,
            show=date.isoformat,
            to_date=lambda day: day,
            from_date=lambda day: day,
            required=True,
        )

    def reload(self) -> None:
        if self.actor.may(Permission.TAKE_TICKETS):
            self.desk.tasks.read(self, _read, self._show)

    def save(self) -> None:
        self._name()

    def _show(self, read: Read) -> None:
        self.roles, self.substitutes, people = read
        for number, role in enumerate(self.roles):
            if role.role_code not in self.form.fields:
                self._add_role(role, number)
        shown = {
            role.role_code: NO_LIMIT if role.amount is None else f"{role.amount:f}" for role in self.roles
        }
        self.form.refresh(shown)
        offered = [Choice(value=person.id, text=person.name) for person in people]
        self.account.set_choices(offered)
        self.substitute.set_choices(offered)
        if self.account.value() is None:
            self.account.set_value(self.actor.account_id)
        self.account.setEnabled(self._is_allowed and self.actor.may(Permission.EDIT_FLOWS))
        self.table.setRowCount(len(self.substitutes))
        for row, record in enumerate(self.substitutes):
            days = f"{record.first_on} – {record.last_on}"
            for column, text in enumerate((record.account, record.substitute, days, record.reason)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        for column in range(3):
            self.table.resizeColumnToContents(column)
        self._refresh_end()

    def _add_role(self, role: RoleLimit, number: int) -> None:
        name = role.name_en if self._language == "en" else role.name_zh
        field = LineField(role.role_code, name, parse=_amount, required=True)
        self.form.add(field)
        needs(self.actor, Permission.EDIT_FLOWS, field)
        self._grid.addWidget(field, number // 3, number % 3)

    def _save_amount(self, code: str) -> None:
        field = self.form[code]
        typed = str(field.value())
        amount = None if typed == NO_LIMIT else Decimal(typed)
        before = next((role.amount for role in self.roles if role.role_code == code), None)

        def done(_: None) -> None:
            field.mark_saved()
            undo = partial(save_approval_limit, role_code=code, amount=before)
            told = self.tr("Saved: {what}").format(what=field.label)
            self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._change(undo)))
            self.reload()

        def refused(error: UserError) -> bool:
            return self.form.show_error(UserError(error.code, **{**error.facts, "field": code}))

        self.desk.tasks.change(
            self, partial(save_approval_limit, role_code=code, amount=amount), done, refused
        )

    def _name(self) -> None:
        if not self._is_allowed or not self.stand_in.check():
            return
        typed = self.stand_in.values()
        write = partial(
            save_substitute,
            account_id=typed["account"],
            substitute_id=typed["substitute"],
            first_on=typed["first_on"],
            last_on=typed["last_on"],
            reason=typed["reason"] or "",
        )

        def done(key: UUID) -> None:
            self.stand_in.fill({"account": typed["account"]})
            undo = partial(end_substitute, substitute_row=key)
            told = self.tr("The substitute is named.")
            self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._change(undo)))
            self.reload()

        self.desk.tasks.change(self, write, done, self.stand_in.show_error)

    def _chosen(self) -> SubstituteRecord | None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        return self.substitutes[rows.pop()] if rows else None

    def _refresh_end(self) -> None:
        self.end.setEnabled(self._is_allowed and self._chosen() is not None)

    def _end(self) -> None:
        record = self._chosen()
        if record is None:
            return

        def done(_: None) -> None:
            told = self.tr("{name} no longer stands in.").format(name=record.substitute)
            self.desk.messages.say(told)
            self.table.clearSelection()
            self.reload()

        self.desk.tasks.change(self, partial(end_substitute, substitute_row=record.id), done)

    def _change(self, deed: partial[None]) -> None:
        self.desk.tasks.change(self, deed, lambda _: self.reload())


def _read(work: Work) -> Read:
    return read_approval_limits(work), read_substitutes(work), colleagues(work)
