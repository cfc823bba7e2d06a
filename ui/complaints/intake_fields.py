"""The fields of the intake, in the order a call goes: who, by which way, what happened, what they wish."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.complaints.categories import Category
from app.complaints.people import Colleague
from app.customers.numbers.phone import Phone, parse_phone
from app.lists import Choices
from app.states import ChoiceList, TicketKind
from ui.customers.slots import local_today
from ui.followups.visit_fields import CustomerField, read_visit_day
from ui.i18n import spoken
from ui.labels import label
from ui.tasks import Tasks
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line import LineField, MoneyField, TextField
from ui.widgets.note import NoteField

_PLACES = {
    "kind": (0, 0, 6), "channel_code": (0, 6, 6),
    "who": (1, 0, 4), "phone": (1, 4, 3), "vehicle_id": (1, 7, 3), "form_serial": (1, 10, 2),
    "matter": (2, 0, 12),
    "wish_code": (3, 0, 4), "wish": (3, 4, 8),
    "category_id": (4, 0, 5), "severity_code": (4, 5, 2), "nature_code": (4, 7, 2), "grave_code": (4, 9, 3),
    "amount": (5, 0, 2), "order_no": (5, 2, 3), "happened_on": (5, 5, 3), "fair": (5, 8, 4),
    "department": (6, 0, 3), "handler_id": (6, 3, 3), "answered": (6, 6, 6),
}  # fmt: skip
ONLY_COMPLAINTS = ("wish_code", "wish", "nature_code", "grave_code", "amount")
_LISTS = {
    "channel_code": ChoiceList.TICKET_CHANNEL,
    "wish_code": ChoiceList.WISH,
    "severity_code": ChoiceList.SEVERITY,
    "nature_code": ChoiceList.NATURE,
    "grave_code": ChoiceList.GRAVE,
    "department": ChoiceList.DEPARTMENT,
}


class WhoField(CustomerField):
    """A customer found while typing; a name nobody is called by is kept as the complainant's."""

    def value(self) -> UUID | None:
        return self._key

    @property
    def name_typed(self) -> str:
        """What stands in the line, a customer's name or somebody else's."""
        return self.edit.text().strip()


class IntakeFields(QWidget):
    """Reads and shows what is taken; saves nothing itself."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.who = WhoField("who", self.tr("Customer or name"), tasks, required=False)
        self.form.add(
            ChoiceField("kind", self.tr("Kind"), [Choice(value=kind, text=label(kind)) for kind in TicketKind],
                        empty=None),
            self._list("channel_code", self.tr("Came in by"), empty=None),
            self.who,
            LineField[Phone]("phone", self.tr("Phone to call back"), parse=parse_phone, show=lambda p: p.shown),
            ChoiceField[UUID]("vehicle_id", self.tr("Vehicle"), [], as_row=False),
            TextField("form_serial", self.tr("Serial of the paper form"), limit=40),
            NoteField("matter", self.tr("What happened, in the customer's own words"), lines=3, most_lines=8,
                      required=True, enter_goes_on=True),
            self._list("wish_code", self.tr("Wished solution")),
            TextField("wish", self.tr("Wish in words"), limit=500),
            ChoiceField[UUID]("category_id", self.tr("Category"), [], as_row=False),
            self._list("severity_code", self.tr("Severity"), empty=None),
            self._list("nature_code", self.tr("Nature")),
            self._list("grave_code", self.tr("Grave because of"), empty=self.tr("not grave")),
            MoneyField("amount", self.tr("Amount (yuan)")),
            TextField("order_no", self.tr("Order number"), limit=60),
            DateField("happened_on", self.tr("Happened on"), parse=read_visit_day, show=str,
                      to_date=lambda day: day, from_date=lambda day: day, placeholder=str(local_today())[5:]),
            self._list("department", self.tr("Pass on to"), empty=self.tr("not yet")),
            ChoiceField[UUID]("handler_id", self.tr("Person"), [], as_row=False, empty=self.tr("anybody there")),
            TextField("fair", self.tr("Fair and its organiser"), limit=120),
            NoteField("answered", self.tr("What the customer was told at once"), lines=1, most_lines=4,
                      enter_goes_on=True),
        )  # fmt: skip
        self._lay_out()

    def use(self, choices: Choices, categories: tuple[Category, ...], people: tuple[Colleague, ...]) -> None:
        """The lists of the branch."""
        language = spoken().value
        for name, of in _LISTS.items():
            entries = [
                Choice(value=entry.code, text=entry.text(language)) for entry in choices[of] if entry.active
            ]
            self.form[name].set_choices(entries)  # type: ignore[attr-defined]
        self.form["category_id"].set_choices(  # type: ignore[attr-defined]
            [Choice(value=one.id, text=one.path(language)) for one in categories if one.active]
        )
        self.form["handler_id"].set_choices(  # type: ignore[attr-defined]
            [Choice(value=person.id, text=person.name) for person in people]
        )

    def show_kind(self, kind: TicketKind) -> None:
        """Inquiries and suggestions ask for less."""
        for name in ONLY_COMPLAINTS:
            self.form[name].setVisible(kind is TicketKind.COMPLAINT)

    def _list(self, name: str, text: str, *, empty: str | None = "") -> ChoiceField[str]:
        return ChoiceField[str](name, text, [], as_row=False, empty=empty)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        for name, (row, column, span) in _PLACES.items():
            grid.addWidget(self.form[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(_PLACES), 1)
