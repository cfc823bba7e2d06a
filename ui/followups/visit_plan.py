"""The plan of a visit: whom, when, what for; Enter goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.followups.visits.records import NewVisit, Visitor, VisitRecord
from ui.customers.slots import local_today
from ui.followups.visit_fields import CustomerField, read_clock, read_visit_day, show_clock
from ui.tasks import Tasks
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line import LineField, NumberField, TextField
from ui.widgets.note import NoteField

_PLACES = {
    "customer_id": (0, 0, 12), "on": (1, 0, 4), "at": (1, 4, 4), "minutes": (1, 8, 4), "owner_id": (2, 0, 6),
    "place": (2, 6, 6), "aim": (3, 0, 12), "points": (4, 0, 12), "companions": (5, 0, 12),
}  # fmt: skip


class VisitPlan(QWidget):
    """Reads and shows plans; it saves nothing itself."""

    finished = Signal()  # Enter on the last field
    edited = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.form = Form(self)
        self.customer = CustomerField("customer_id", self.tr("Customer"), tasks)
        self.owner = ChoiceField[UUID](
            "owner_id", self.tr("Representative"), [], as_row=False, empty=self.tr("nobody yet")
        )
        self.form.add(
            self.customer,
            DateField("on", self.tr("Date"), parse=read_visit_day, show=str, to_date=lambda day: day,
                      from_date=lambda day: day, required=True, placeholder="11-26"),
            LineField("at", self.tr("Time"), parse=read_clock, show=show_clock, placeholder="14:00"),
            NumberField("minutes", self.tr("Minutes")),
            self.owner,
            TextField("place", self.tr("Place"), limit=200),
            TextField("aim", self.tr("Aim"), required=True, limit=500),
            NoteField("points", self.tr("Talking points"), limit=2000, lines=2, most_lines=6,
                      enter_goes_on=True),
            TextField("companions", self.tr("Accompanied by"), limit=200),
        )  # fmt: skip
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        for name, (row, column, span) in _PLACES.items():
            grid.addWidget(self.form[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(_PLACES), 1)
        self.form.finished.connect(self.finished)
        self.form.edited.connect(lambda _name: self.edited.emit())

    def use(self, people: Sequence[Visitor]) -> None:
        """Whom a visit may be given to."""
        self.owner.set_choices([Choice(value=person.id, text=person.name) for person in people])

    def begin(self, *, minutes: int) -> None:
        """An empty plan of one's own."""
        self.customer.setVisible(True)
        self.setEnabled(True)
        self.form.fill({"minutes": minutes, "owner_id": self._tasks.actor.account_id, "on": local_today()})

    def show_visit(self, visit: VisitRecord, *, anew: bool) -> None:
        """The plan of a visit; typing is kept unless another visit is shown (`anew`)."""
        self.customer.setVisible(False)
        values = {
            "on": visit.on,
            "at": visit.starts_at.astimezone().time() if visit.starts_at else None,
            "minutes": visit.minutes,
            "owner_id": visit.owner_id,
            "place": visit.place or None,
            "aim": visit.aim,
            "points": visit.points or None,
            "companions": visit.companions or None,
        }
        if anew:
            self.customer.show_customer(visit.customer_id, visit.customer_name)
            values["customer_id"] = visit.customer_id
            self.form.fill(values)
        else:
            self.form.refresh(values)

    def read(self) -> NewVisit | None:
        """The plan as typed; None where a field is wrong, which then has the focus."""
        if not self.form.check():
            return None
        typed = self.form.values()
        at = typed["at"]
        return NewVisit(
            customer_id=typed["customer_id"],
            aim=typed["aim"],
            points=typed["points"] or "",
            on=typed["on"],
            starts_at=None if at is None else datetime.combine(typed["on"], at).astimezone(),
            minutes=typed["minutes"],
            place=typed["place"] or "",
            companions=typed["companions"] or "",
            owner_id=typed["owner_id"],
        )
