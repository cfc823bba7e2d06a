"""The rows behind an occasion: who each is, why they are left out, what was done now and the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.care.acts import acts_for, last_times
from app.care.allowed import CHUNK, Recipient, who_may
from app.care.birthdays import age_reached, lunar_text
from app.care.facts import About
from app.care.records import CareKey, CareLine
from app.work import Work
from db.models.access import Permission
from db.models.care import Occasion
from db.models.customers import ContactPerson, ContactWay, Customer, Vehicle


def abouts(work: Work, key: CareKey, subjects: Sequence[UUID]) -> dict[UUID, About]:
    """Whom each subject stands for: a car for its owner, a contact person for the company's card, or the customer."""
    work.require(Permission.READ_CARD)
    found: dict[UUID, About] = {}
    for start in range(0, len(subjects), CHUNK):
        found |= _abouts(work, key, subjects[start : start + CHUNK])
    return found


def _abouts(work: Work, key: CareKey, part: Sequence[UUID]) -> dict[UUID, About]:
    if key.occasion is Occasion.MAINTENANCE:
        cars = work.session.execute(select(Vehicle.id, Vehicle.customer_id).where(Vehicle.id.in_(part)))
        return {car: About(recipient=Recipient(customer_id=owner), vehicle_id=car) for car, owner in cars}
    people: Mapping[UUID, UUID] = {}
    if key.occasion is not Occasion.FESTIVAL:
        rows = work.session.execute(
            select(ContactPerson.id, ContactPerson.customer_id).where(ContactPerson.id.in_(part))
        )
        people = dict(rows.all())
    return {
        subject: About(recipient=Recipient(customer_id=people[subject], person_id=subject))
        if subject in people
        else About(recipient=Recipient(customer_id=subject))
        for subject in part
    }


def read_lines(
    work: Work, key: CareKey, subjects: Sequence[UUID], way: ContactWay | None = None
) -> list[CareLine]:
    """The rows for these subjects, in their order; who is gone is left out."""
    work.require(Permission.PLAN_FOLLOWUPS)
    about = abouts(work, key, subjects)
    asked = list(about.values())
    verdicts = who_may(work, [one.recipient for one in asked], key.occasion, way)
    done, before = acts_for(work, key, asked), last_times(work, key, asked)
    cards = _by_key(work, Customer, [one.recipient.customer_id for one in asked])
    people = _by_key(work, ContactPerson, [one.recipient.person_id for one in asked])
    cars = _by_key(work, Vehicle, [one.vehicle_id for one in asked])
    lines = []
    for subject in subjects:
        one = about.get(subject)
        card = cards.get(one.recipient.customer_id) if one else None
        if one is None or card is None:
            continue
        person, car = people.get(one.recipient.person_id), cars.get(one.vehicle_id)
        act, verdict = done.get(one), verdicts[one.recipient]
        lines.append(
            CareLine(
                subject_id=subject,
                about=one,
                number=card.number,
                name=card.name if person is None else person.name,
                firm=(card.company_name or "") if person is None else card.name,
                class_code=card.class_code or "",
                address=verdict.address,
                **_birth_facts(key, card if person is None else person),
                car="" if car is None else " ".join(part for part in (car.model, car.plate) if part),
                due_on=None if car is None else car.service_due_on,
                why_not=verdict.why_not,
                done_how=None if act is None else act.how,
                done_on=None if act is None else act.on,
                last_time=before.get(one),
            )
        )
    return lines


def _birth_facts(key: CareKey, whose: Customer | ContactPerson) -> dict[str, Any]:
    if key.occasion is not Occasion.BIRTHDAY:
        return {}
    row = {name: getattr(whose, name) for name in _BIRTH}
    return {"age": age_reached(row, key.on), "lunar": lunar_text(row)}


_BIRTH: Final = ("birth_calendar", "birth_year", "birth_month", "birth_day", "birth_leap")


def _by_key(work: Work, model: Any, keys: Sequence[UUID | None]) -> dict[UUID | None, Any]:
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    return {row.id: row for row in work.session.scalars(select(model).where(model.id.in_(wanted)))}
