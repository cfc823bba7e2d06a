"""The services of a customer's cars on the card: what is due and why, record a service or a mileage, the past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.care import services
from app.care.service_records import ServiceDraft, ServiceLine, VehicleCare
from app.customers.numbers import parse_day
from app.states import Permission
from app.work import Topic, Work
from ui.care.labels import due_text
from ui.care.prompts import IntervalPrompt
from ui.desk import Desk
from ui.messages import Action, Tone
from ui.theme import GAP
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line import MoneyField, NumberField, TextField
from ui.widgets.marks import Badge
from ui.widgets.surface import PrimaryButton, Rule, button, heading, quiet, tool

SHOWN = 3


class ServiceBlock(QWidget):
    """One part for each car; empty and hidden for customers without any. F9 and Esc work in its forms."""

    cars_shown = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._customer_id: UUID | None = None
        self.cars: list[CarPart] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.setAccessibleName(self.tr("Services"))
        desk.changes.listen({Topic.CUSTOMERS}, self._reload, self)

    def show_customer(self, customer_id: UUID | None) -> None:
        """Show the cars of another customer, or of none."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self._show(())
        self._reload()

    def _reload(self) -> None:
        customer_id = self._customer_id
        if customer_id is None:
            return

        def read(work: Work) -> tuple[UUID, tuple[VehicleCare, ...], date]:
            return customer_id, services.cars_of(work, customer_id), work.today()

        self._desk.tasks.read(self, read, self._on_read, lambda _error: True)

    def _on_read(self, found: tuple[UUID, tuple[VehicleCare, ...], date]) -> None:
        customer_id, cars, today = found
        if customer_id == self._customer_id:
            self._show(cars, today)

    def _show(self, cars: Sequence[VehicleCare], today: date | None = None) -> None:
        """The parts of cars that stay are filled anew, so that nothing typed in them is lost."""
        if [part.vehicle_id for part in self.cars] != [car.vehicle_id for car in cars]:
            for old in self.cars:
                self._column.removeWidget(old)
                old.deleteLater()
            self.cars = [CarPart(self._desk, car.vehicle_id) for car in cars]
            for part in self.cars:
                self._column.addWidget(part)
        for part, car in zip(self.cars, cars, strict=True):
            part.show_car(car, today or date.today())  # noqa: DTZ011 - only before the first reading
        self.setVisible(bool(cars))
        self.cars_shown.emit(len(cars))


class CarPart(QWidget):
    """One car: the due day with its reason, two buttons, a form below, the latest services."""

    def __init__(self, desk: Desk, vehicle_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self.vehicle_id = vehicle_id
        self._today: date | None = None
        self._editing: ServiceLine | None = None
        self.name = heading("")
        self.due = Badge("", icon="car")
        self.reason = quiet("")
        self.mileage = QLabel()
        self.mileage.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.add_service = button(self.tr("Record a service"), "add")
        self.add_mileage = button(self.tr("Record the mileage"), "clock")
        self.own = button(self.tr("Intervals"), "settings")
        self.own.setToolTip(self.tr("Service intervals of this car alone"))
        self.intervals = IntervalPrompt()
        self.service_form = Form(self)
        self.mileage_form = Form(self)
        self._service_area = self._make_service_form()
        self._mileage_area = self._make_mileage_form()
        self._past = QGridLayout()
        self._past.setHorizontalSpacing(2 * GAP)
        self._past.setVerticalSpacing(2)
        self._build()
        self.setEnabled(desk.tasks.actor.may(Permission.READ_CARD))
        may = desk.tasks.actor.may(Permission.EDIT_CARD)
        self.add_service.setEnabled(may)
        self.add_mileage.setEnabled(may)
        self.own.setEnabled(may)

    def show_car(self, car: VehicleCare, today: date) -> None:
        """Fill everything that is not being typed."""
        self._today = today
        name = "  ".join(part for part in (car.model, car.plate) if part)
        self.name.setText(name or self.tr("Car"))
        km = "" if car.mileage_km is None else self.tr("{km} km").format(km=f"{car.mileage_km:,}")
        self.mileage.setText(km)
        self._show_due(car, today)
        self.reason.setText(due_text(car.due))
        self.intervals.known = {"months": car.own_months, "km": car.own_km}
        self._show_past(car.services)

    def _show_due(self, car: VehicleCare, today: date) -> None:
        if car.due.on is None:
            self.due.say("")
            return
        if car.due.on < today:
            self.due.say(self.tr("Service overdue since {day}").format(day=car.due.on), Tone.DANGER)
        else:
            tone = Tone.WARNING if car.is_due_soon else None
            self.due.say(self.tr("Next service {day}").format(day=car.due.on), tone)

    def _show_past(self, lines: Sequence[ServiceLine]) -> None:
        while self._past.count():
            item = self._past.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        may = self._desk.tasks.actor.may(Permission.EDIT_CARD)
        for row, line in enumerate(lines[:SHOWN]):
            km = "" if line.mileage_km is None else self.tr("{km} km").format(km=f"{line.mileage_km:,}")
            told = " · ".join(part for part in (km, line.served_by_name) if part)
            edit = tool("edit", self.tr("Correct the service of {day}").format(day=line.served_on))
            edit.clicked.connect(partial(self._edit, line))
            edit.setEnabled(may)
            for column, widget in enumerate(
                (QLabel(str(line.served_on)), _plain(line.items), quiet(told), edit)
            ):
                self._past.addWidget(widget, row, column)
        self._past.setColumnStretch(1, 1)

    # Forms --------------------------------------------------------------------------------------

    def open_service(self) -> None:
        """The form for a new service, the day set to today."""
        self._editing = None
        self.service_form.fill({"served_on": self._today})
        self.withdraw.hide()
        self._mileage_area.hide()
        self._service_area.show()
        self.service_form["items"].go()

    def open_mileage(self) -> None:
        """The form for a reading of today."""
        self.mileage_form.fill({"read_on": self._today})
        self._service_area.hide()
        self._mileage_area.show()
        self.mileage_form["mileage_km"].go()

    def _edit(self, line: ServiceLine) -> None:
        self.open_service()
        self._editing = line
        self.withdraw.show()
        self.service_form.fill(
            {
                "served_on": line.served_on,
                "items": line.items,
                "mileage_km": line.mileage_km,
                "parts": line.parts or None,
                "minutes": line.minutes,
                "cost": line.cost,
            }
        )

    def close_forms(self) -> None:
        """Put the forms away."""
        self._service_area.hide()
        self._mileage_area.hide()
        self.add_service.setFocus()

    def save_service(self) -> None:
        """Keep the service if it is complete."""
        if not self.service_form.check():
            return
        values = self.service_form.values()
        draft = ServiceDraft(
            served_on=values["served_on"],
            items=values["items"],
            mileage_km=values["mileage_km"],
            parts=values["parts"] or "",
            minutes=values["minutes"],
            cost=values["cost"],
            served_by=None if self._editing is None else self._editing.served_by,
            note="" if self._editing is None else self._editing.note,
        )
        car, line = self.vehicle_id, self._editing

        def keep(work: Work) -> UUID | None:
            if line is None:
                return services.record_service(work, car, draft)
            services.edit_service(work, line.id, draft, seen=line.changed_at)
            return None

        self._desk.tasks.change(self, keep, self._on_service, self.service_form.show_error)

    def _on_service(self, made: UUID | None) -> None:
        self.close_forms()
        undo: tuple[Action, ...] = ()
        if made is not None:
            undo = (Action(text=self.tr("Undo"), run=lambda: self._change(services.withdraw_service, made)),)
        self._desk.messages.say(self.tr("Service recorded"), *undo, tone=Tone.SUCCESS)

    def _withdraw(self) -> None:
        line = self._editing
        if line is None:
            return
        self.close_forms()
        back = Action(text=self.tr("Undo"), run=lambda: self._change(services.restore_service, line.id))
        self._desk.tasks.change(
            self,
            lambda work: services.withdraw_service(work, line.id),
            lambda _none: self._desk.messages.say(self.tr("Service taken back"), back, tone=Tone.SUCCESS),
        )

    def save_mileage(self) -> None:
        """Keep the reading if it is complete."""
        if not self.mileage_form.check():
            return
        values, car = self.mileage_form.values(), self.vehicle_id
        self._desk.tasks.change(
            self,
            lambda work: services.record_mileage(work, car, values["mileage_km"], read_on=values["read_on"]),
            self._on_mileage,
            self.mileage_form.show_error,
        )

    def _on_mileage(self, made: UUID) -> None:
        self.close_forms()
        undo = Action(text=self.tr("Undo"), run=lambda: self._change(services.withdraw_mileage, made))
        self._desk.messages.say(self.tr("Mileage recorded"), undo, tone=Tone.SUCCESS)

    def _save_intervals(self, given: tuple[int | None, int | None]) -> None:
        car, (months, km) = self.vehicle_id, given
        self._desk.tasks.change(
            self,
            lambda work: services.set_intervals(work, car, months=months, km=km),
            lambda _none: self.intervals.close_form(),
            self.intervals.show_error,
        )

    def _change(self, use_case: object, key: UUID) -> None:
        assert callable(use_case)
        self._desk.tasks.change(self, lambda work: use_case(work, key), lambda _none: None)

    # Building -----------------------------------------------------------------------------------

    def _make_service_form(self) -> QWidget:
        self.service_form.add(
            TextField("items", self.tr("What was done"), required=True, limit=500),
            _day_field("served_on", self.tr("Day")),
            NumberField("mileage_km", self.tr("Mileage (km)")),
            TextField("parts", self.tr("Parts"), limit=500),
            NumberField("minutes", self.tr("Minutes")),
            MoneyField("cost", self.tr("Cost (yuan)")),
        )
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.withdraw = button(self.tr("Take back"), "delete")
        self.save.clicked.connect(self.save_service)
        self.withdraw.clicked.connect(self._withdraw)
        self.service_form.finished.connect(self.save_service)
        area = QWidget()
        grid = QGridLayout(area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        form = self.service_form
        grid.addWidget(form["items"], 0, 0, 1, 3)
        for place, name in enumerate(("served_on", "mileage_km", "cost")):
            grid.addWidget(form[name], 1, place)
        grid.addWidget(form["parts"], 2, 0, 1, 2)
        grid.addWidget(form["minutes"], 2, 2)
        grid.addLayout(self._buttons(self.save, self.withdraw), 3, 0, 1, 3)
        return area

    def _make_mileage_form(self) -> QWidget:
        self.mileage_form.add(
            NumberField("mileage_km", self.tr("Mileage (km)"), required=True),
            _day_field("read_on", self.tr("Day")),
        )
        self.save_reading = PrimaryButton(self.tr("Save"), "check")
        self.save_reading.clicked.connect(self.save_mileage)
        self.mileage_form.finished.connect(self.save_mileage)
        area = QWidget()
        grid = QGridLayout(area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.addWidget(self.mileage_form["mileage_km"], 0, 0)
        grid.addWidget(self.mileage_form["read_on"], 0, 1)
        grid.addLayout(self._buttons(self.save_reading), 1, 0, 1, 2)
        return area

    def _buttons(self, *parts: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        for part in parts:
            row.addWidget(part)
        closer = button(self.tr("Close"))
        closer.clicked.connect(self.close_forms)
        row.addWidget(closer)
        row.addStretch()
        return row

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for part in (self.name, self.mileage, self.due):
            head.addWidget(part)
        head.addStretch()
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        keys.addWidget(self.add_service)
        keys.addWidget(self.add_mileage)
        keys.addWidget(self.own)
        keys.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.reason)
        column.addLayout(keys)
        for area in (self._service_area, self._mileage_area):
            area.hide()
            column.addWidget(area)
        column.addWidget(self.intervals)
        column.addLayout(self._past)
        column.addWidget(Rule())
        column.addStretch()
        self.add_service.clicked.connect(self.open_service)
        self.add_mileage.clicked.connect(self.open_mileage)
        self.own.clicked.connect(self.intervals.open_form)
        self.intervals.given.connect(self._save_intervals)
        self.intervals.closed.connect(self.own.setFocus)


def _day_field(name: str, text: str) -> DateField[date]:
    return DateField(
        name,
        text,
        parse=parse_day,
        show=str,
        to_date=lambda day: day,
        from_date=lambda day: day,
        required=True,
    )


def _plain(text: str) -> QLabel:
    made = QLabel(text.replace("\n", "；"))
    made.setWordWrap(True)
    return made
