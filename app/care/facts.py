"""What is known of the people a text is filled for, read for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.access.branches import read_branch
from app.care.allowed import Recipient
from app.customers.names import split_name
from app.work import Work
from db.models.access import Account, Permission
from db.models.customers import ContactPerson, Customer, CustomerKind, Gender, Vehicle

CHUNK: Final = 400
POST_MOST: Final = 3
"""A post of so few characters is said after the surname: 王经理, 李处长."""
_TITLES: Final = {Gender.MALE: "先生", Gender.FEMALE: "女士"}


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """Whom and what a text is about: somebody, and the car where it is about one."""

    recipient: Recipient
    vehicle_id: UUID | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Somebody's name, number of the card, and the value of each place of a text."""

    name: str
    number: str
    values: Mapping[str, str]


def read_known(work: Work, asked: Sequence[About], *, festival: str = "") -> dict[About, Known]:
    """What fills the places for each; who is gone or out of reach is left out."""
    work.require(Permission.READ_CARD)
    branch = read_branch(work)
    same = {"门店": branch.name, "门店电话": branch.phone, "节日": festival}
    found: dict[About, Known] = {}
    for start in range(0, len(asked), CHUNK):
        found |= _read(work, asked[start : start + CHUNK], same)
    return found


def _read(work: Work, asked: Sequence[About], same: Mapping[str, str]) -> dict[About, Known]:
    keys = [about.recipient.customer_id for about in asked]
    cards = {row.id: row for row in work.session.scalars(select(Customer).where(Customer.id.in_(keys)))}
    people = _rows(work, ContactPerson, ContactPerson.id, {about.recipient.person_id for about in asked})
    cars = _rows(work, Vehicle, Vehicle.id, {about.vehicle_id for about in asked})
    first_cars = _first_cars(work, keys)
    owners = _open_accounts(work, {card.owner_id for card in cards.values()})
    known: dict[About, Known] = {}
    for about in asked:
        card = cards.get(about.recipient.customer_id)
        person = people.get(about.recipient.person_id)
        if card is None or (about.recipient.person_id is not None and person is None):
            continue
        car = cars.get(about.vehicle_id) if about.vehicle_id else first_cars.get(card.id)
        known[about] = Known(
            name=card.name if person is None else person.name,
            number=card.number,
            values={
                **same,
                **_car_values(car, work.today()),
                **_person_values(card, person),
                "业务代表": owners.get(card.owner_id, work.actor.name),
            },
        )
    return known


def _person_values(card: Customer, person: ContactPerson | None) -> dict[str, str]:
    firm = card.company_name or "" if card.kind is CustomerKind.PERSON else card.name
    if person is not None:
        return {"姓名": person.name, "称呼": called(person.name, None, person.post or ""), "单位": firm}
    gender = card.gender if card.kind is CustomerKind.PERSON else None
    return {"姓名": card.name, "称呼": called(card.name, gender, ""), "单位": firm}


def called(name: str, gender: Gender | None, post: str) -> str:
    """How somebody is addressed: 王经理, 欧阳女士; the whole name where neither post nor sex is known."""
    surname = split_name(name).surname
    title = _TITLES.get(gender, "") if gender is not None else ""
    if 0 < len(post) <= POST_MOST:
        title = post
    return surname + title if surname and title else name


def _car_values(car: Vehicle | None, today: date) -> dict[str, str]:
    if car is None:
        return {}
    return {
        "车型": car.model or "",
        "车牌": car.plate or "",
        "到期日": "" if car.service_due_on is None else day_text(car.service_due_on, today),
    }


def day_text(day: date, today: date) -> str:
    """A day in a text to a customer; the year is said only where it is another one."""
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _rows(work: Work, model: Any, column: Any, keys: Iterable[UUID | None]) -> dict[UUID | None, Any]:
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    return {row.id: row for row in work.session.scalars(select(model).where(column.in_(wanted)))}


def _first_cars(work: Work, keys: Sequence[UUID]) -> dict[UUID, Vehicle]:
    """The car a text without one of its own is about: the latest of the card."""
    rows = work.session.scalars(
        select(Vehicle).where(Vehicle.customer_id.in_(keys)).order_by(Vehicle.created_at, Vehicle.id)
    )
    return {row.customer_id: row for row in rows}


def _open_accounts(work: Work, keys: Iterable[UUID | None]) -> dict[UUID | None, str]:
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    rows = work.session.execute(
        select(Account.id, Account.name).where(Account.id.in_(wanted), Account.closed_at.is_(None))
    )
    return {row.id: row.name for row in rows}
