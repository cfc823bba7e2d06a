"""Customers to care for: who agreed, when they were born, what they drive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.care.allowed import Recipient
from app.care.facts import About
from app.care.records import CareKey
from app.care.templates import read_templates
from app.customers.consents import record_consent
from db.models.care import Occasion
from db.models.customers import ConsentPurpose, Customer, Vehicle
from tests.builders.cards import walk_in
from tests.builders.databases import Founded

TODAY = date(2026, 11, 23)
EVERYTHING = (ConsentPurpose.SERVICE, ConsentPurpose.MARKETING)


def set_day(branch: Founded, day: date = TODAY, hour: int = 4) -> None:
    """Let the shop's clock stand on a day (noon in China)."""
    moment = datetime.combine(day, time(hour), UTC)
    branch.store.clock = lambda: moment


def friend(
    branch: Founded,
    name: str = "张三",
    phone: str = "13800138000",
    *,
    agreed: Iterable[ConsentPurpose] = EVERYTHING,
    birth: str = "",
    car: Mapping[str, object] | None = None,
    **columns: Any,
) -> UUID:
    """Somebody who may be greeted, unless said otherwise."""
    card = {"birth": birth} if birth else {}
    made = walk_in(branch, name, phone, card=card, vehicle=car or {}).customer_id
    with branch.change() as work:
        for purpose in agreed:
            record_consent(work, made, purpose, given=True)
        row = work.get(Customer, made)
        for column, value in columns.items():
            setattr(row, column, value)
    return made


def about(customer_id: UUID, vehicle_id: UUID | None = None) -> About:
    return About(recipient=Recipient(customer_id=customer_id), vehicle_id=vehicle_id)


def car_of(branch: Founded, customer_id: UUID) -> UUID:
    with branch.read() as work:
        return work.session.scalars(select(Vehicle.id).where(Vehicle.customer_id == customer_id)).one()


def birthday_key(day: date = TODAY) -> CareKey:
    return CareKey(occasion=Occasion.BIRTHDAY, on=day)


def template(branch: Founded, code: str) -> UUID:
    """The key of a shipped template."""
    with branch.read() as work:
        return next(known.id for known in read_templates(work) if known.code == code)
