"""Checked rows as plain JSON values and back, since what comes out of the reading child is never unpickled."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.customers.numbers import PartialDate
from app.exchange.cells import to_wire
from app.exchange.fields import Field
from app.exchange.records import (
    CheckedRow,
    Flaw,
    ListedContact,
    ListedCustomer,
    ListedEntry,
    ListedNeed,
    ListedPhone,
    ListedVehicle,
    RowState,
)
from app.states import BirthCalendar


def checked_to_wire(row: CheckedRow, prepared: tuple[str, ...] = ()) -> list[Any]:
    """A row as nested lists, its cells packed; the inverse of `checked_from_wire`."""
    return [
        row.number,
        json.dumps([to_wire(cell) for cell in row.cells], ensure_ascii=False),
        row.state.value,
        _customer_to_wire(row.customer) if row.customer else None,
        [
            [flaw.field and flaw.field.value, flaw.column, flaw.code, _facts(flaw.facts), flaw.fatal]
            for flaw in row.flaws
        ],
        prepared,
    ]


def checked_from_wire(value: Any) -> CheckedRow:
    """A row from nested lists. Raises ValueError, TypeError or KeyError for anything else than a row."""
    number, packed, state, customer, flaws, prepared = value
    return CheckedRow(
        number=int(number),
        cells=(),
        packed=packed,
        state=RowState(state),
        customer=_customer_from_wire(customer) if customer else None,
        flaws=tuple(
            Flaw(field=Field(field) if field else None, column=column, code=code, facts=facts, fatal=fatal)
            for field, column, code, facts, fatal in flaws
        ),
        prepared=tuple(prepared),
    )


def _facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {
        name: fact if isinstance(fact, (str, int, float, bool)) or fact is None else str(fact)
        for name, fact in facts.items()
    }


def _customer_to_wire(one: ListedCustomer) -> list[Any]:
    birth, vehicle, need, contact, entry = one.birth, one.vehicle, one.need, one.contact, one.entry
    return [
        one.kind,
        one.name,
        [_phone_to_wire(phone) for phone in one.phones],
        birth and [birth.calendar.value, birth.year, birth.month, birth.day, birth.leap],
        {name: text for name, text in one.fields.items() if isinstance(text, str)},
        {name: str(amount) for name, amount in one.fields.items() if isinstance(amount, Decimal)},
        vehicle and _vehicle_to_wire(vehicle),
        need and _need_to_wire(need),
        contact and [contact.name, contact.post, contact.phone and _phone_to_wire(contact.phone)],
        entry and [entry.text, entry.author, _day(entry.day)],
    ]


def _vehicle_to_wire(one: ListedVehicle) -> list[Any]:
    return [one.plate, one.vin, one.model, one.engine_no, _day(one.bought_on), one.mileage_km]


def _need_to_wire(one: ListedNeed) -> list[Any]:
    return [
        one.product,
        _amount(one.budget_min),
        _amount(one.budget_max),
        one.purpose,
        one.intent_level,
        _day(one.expected_on),
        one.competitor,
    ]


def _customer_from_wire(value: Any) -> ListedCustomer:
    kind, name, phones, birth, texts, amounts, vehicle, need, contact, entry = value
    return ListedCustomer(
        kind=str(kind),
        name=str(name),
        phones=tuple(ListedPhone(kind=k, number=n, shown=s) for k, n, s in phones),
        birth=_made(birth, _birth),
        fields=texts | {column: Decimal(amount) for column, amount in amounts.items()},
        vehicle=_made(vehicle, _vehicle),
        need=_made(need, _need),
        contact=_made(contact, _contact),
        entry=_made(entry, lambda text, author, day: ListedEntry(text=text, author=author, day=_date(day))),
    )


def _made(parts: Any, make: Callable[..., Any]) -> Any:
    return make(*parts) if parts else None


def _birth(calendar: str, year: int | None, month: int, day: int, leap: bool) -> PartialDate:
    return PartialDate(calendar=BirthCalendar(calendar), year=year, month=month, day=day, leap=leap)


def _vehicle(*parts: Any) -> ListedVehicle:
    plate, vin, model, engine_no, bought_on, mileage = parts
    return ListedVehicle(
        plate=plate, vin=vin, model=model, engine_no=engine_no, bought_on=_date(bought_on), mileage_km=mileage
    )


def _need(*parts: Any) -> ListedNeed:
    product, low, high, purpose, level, expected_on, competitor = parts
    return ListedNeed(
        product=product,
        budget_min=Decimal(low) if low else None,
        budget_max=Decimal(high) if high else None,
        purpose=purpose,
        intent_level=level,
        expected_on=_date(expected_on),
        competitor=competitor,
    )


def _contact(name: str, post: str | None, phone: Any) -> ListedContact:
    listed = ListedPhone(kind=phone[0], number=phone[1], shown=phone[2]) if phone else None
    return ListedContact(name=name, post=post, phone=listed)


def _phone_to_wire(phone: ListedPhone) -> list[str]:
    return [phone.kind, phone.number, phone.shown]


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
