"""C5: who is to be thought of on which day. Derived from the cards by index; only what was done is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.care.acts import acts_for, acts_on_days
from app.care.allowed import Recipient, count_refused, who_may
from app.care.birthdays import age_reached, lunar_text
from app.care.facts import About
from app.care.festivals import FestivalDay, festival_of, festivals_between
from app.care.finding import (
    Celebrant,
    DueCar,
    celebrants,
    count_due_cars,
    count_festival,
    due_car_keys,
    due_cars,
    festival_keys,
    first_names,
    remind_until,
)
from app.care.lines import abouts
from app.care.records import CareGroup, CareItem, CareKey, People
from app.followups.records import Scope
from app.work import Work
from db.models.access import Permission
from db.models.care import CareAct, Occasion
from db.models.customers import ContactWay

COUNTED_MOST: Final = 2_000
"""Of so many people only those are counted who may be greeted; of more all are, for speed."""
NAMED_OF: Final = 20
"""Of so many of a long day the names are chosen: nobody is named who may not be greeted."""
JUDGED_MOST: Final = 5_000
"""Longer lists are not judged person by person before somebody asks for messages."""


def occasions(work: Work, scope: Scope, first: date, last: date, *, limit: int = 500) -> list[CareItem]:
    """Open occasions of the days, by day: birthdays and cars of people who may be greeted, festivals as one line.

    A car shows on the day it is due; where the days hold today, also those due soon or overdue, on their own days.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    found = [_festival_item(work, scope, kept) for kept in festivals_between(work, first, last)]
    found += _birthday_items(work, celebrants(work, scope, first, last)[:limit])
    found += _car_items(work, scope, first, last, limit)
    return sorted(found, key=lambda item: (item.on, item.key.occasion.value, item.name))[:limit]


def care_groups(work: Work, scope: Scope, first: date, last: date) -> list[CareGroup]:
    """The occasions of the days, each with how many people it concerns; cars due stand under today."""
    work.require(Permission.PLAN_FOLLOWUPS)
    groups = [_festival_group(work, scope, kept) for kept in festivals_between(work, first, last)]
    groups += _birthday_groups(work, celebrants(work, scope, first, last))
    if first <= work.today() <= last:
        groups += _car_groups(work, scope)
    return sorted(groups, key=lambda group: (group.key.on, group.key.occasion is Occasion.FESTIVAL))


def people_of(work: Work, scope: Scope, key: CareKey, way: ContactWay | None = None) -> People:
    """Everybody an occasion concerns: to be greeted, done already, and left out with the reason."""
    work.require(Permission.PLAN_FOLLOWUPS)
    if key.occasion is Occasion.FESTIVAL:
        keys = festival_keys(work, scope, festival_of(work, key.code))
        if len(keys) > 16 * JUDGED_MOST:
            return People(ready=keys, is_judged=False)
        return judge(work, key, _unpacked(keys), way)
    if key.occasion is Occasion.MAINTENANCE:
        keys = due_car_keys(work, scope, remind_until(work))
        if len(keys) > 16 * JUDGED_MOST:
            return People(ready=keys, is_judged=False)
        return judge(work, key, _unpacked(keys), way)
    return judge(work, key, [one.subject_id for one in celebrants(work, scope, key.on, key.on)], way)


def _unpacked(keys: bytes) -> list[UUID]:
    return [UUID(bytes=keys[at : at + 16]) for at in range(0, len(keys), 16)]


def judge(work: Work, key: CareKey, subjects: Sequence[UUID], way: ContactWay | None = None) -> People:
    """Who of these subjects is to be greeted, done already, or left out with the reason."""
    work.require(Permission.PLAN_FOLLOWUPS)
    about = abouts(work, key, subjects)
    done = acts_for(work, key, list(about.values()))
    verdicts = who_may(work, [one.recipient for one in about.values()], key.occasion, way)
    parts: dict[str, list[bytes]] = {"ready": [], "done": [], "refused": []}
    for subject in subjects:
        if subject not in about:
            continue
        is_allowed = verdicts[about[subject].recipient].is_allowed
        place = "done" if about[subject] in done else "ready" if is_allowed else "refused"
        parts[place].append(subject.bytes)
    return People(
        ready=b"".join(parts["ready"]),
        done=b"".join(parts["done"]),
        refused=b"".join(parts["refused"]),
        why=count_refused(verdicts[about[UUID(bytes=one)].recipient] for one in parts["refused"]),
    )


def _birthday_items(work: Work, people: Sequence[Celebrant]) -> list[CareItem]:
    return [_birthday_item(one) for one in _waiting(work, people)]


def _waiting(work: Work, people: Sequence[Celebrant]) -> list[Celebrant]:
    """Those who may be greeted on their day and were not yet; the days are asked for together."""
    if not people:
        return []
    about = [_about(one) for one in people]
    done = acts_on_days(work, Occasion.BIRTHDAY, about, people[0].on, people[-1].on)
    verdicts = who_may(work, list({one.recipient for one in about}), Occasion.BIRTHDAY)
    return [
        one
        for one, who in zip(people, about, strict=True)
        if (who, one.on) not in done and verdicts[who.recipient].is_allowed
    ]


def _about(one: Celebrant) -> About:
    return About(recipient=Recipient(customer_id=one.customer_id, person_id=one.person_id))


def _birthday_item(one: Celebrant) -> CareItem:
    return CareItem(
        key=CareKey(occasion=Occasion.BIRTHDAY, on=one.on),
        on=one.on,
        customer_id=one.customer_id,
        person_id=one.person_id,
        number=one.number,
        name=one.name,
        firm=one.firm,
        age=age_reached(one.row, one.on),
        lunar=lunar_text(one.row),
    )


def _car_items(work: Work, scope: Scope, first: date, last: date, limit: int) -> list[CareItem]:
    has_today = first <= work.today() <= last
    until = max(last, remind_until(work)) if has_today else last
    cars = due_cars(work, scope, None if has_today else first, until, limit=limit)
    key = CareKey(occasion=Occasion.MAINTENANCE, on=work.today())
    return [_car_item(car) for car in _open_cars(work, key, cars)]


def _open_cars(work: Work, key: CareKey, cars: Sequence[DueCar]) -> list[DueCar]:
    about = [
        About(recipient=Recipient(customer_id=car.customer_id), vehicle_id=car.vehicle_id) for car in cars
    ]
    done = acts_for(work, key, about)
    verdicts = who_may(work, [one.recipient for one in about], key.occasion)
    return [
        car
        for car, one in zip(cars, about, strict=True)
        if one not in done and verdicts[one.recipient].is_allowed
    ]


def _car_item(car: DueCar) -> CareItem:
    return CareItem(
        key=CareKey(occasion=Occasion.MAINTENANCE, on=car.due_on),
        on=car.due_on,
        customer_id=car.customer_id,
        vehicle_id=car.vehicle_id,
        number=car.number,
        name=car.name,
        car=car.car,
    )


def _festival_item(work: Work, scope: Scope, kept: FestivalDay) -> CareItem:
    festival = kept.festival
    return CareItem(
        key=CareKey(occasion=Occasion.FESTIVAL, on=kept.on, code=festival.code),
        on=kept.on,
        title_zh=festival.name_zh,
        title_en=festival.name_en,
        count=count_festival(work, scope, festival),
    )


def _festival_group(work: Work, scope: Scope, kept: FestivalDay) -> CareGroup:
    item = _festival_item(work, scope, kept)
    return CareGroup(
        key=item.key,
        title_zh=item.title_zh,
        title_en=item.title_en,
        count=item.count,
        done=_count_done(work, item.key),
    )


def _birthday_groups(work: Work, people: Sequence[Celebrant]) -> list[CareGroup]:
    """One for each day; of very many people all are counted, of fewer those who may be greeted."""
    if not people:
        return []
    done = acts_on_days(work, Occasion.BIRTHDAY, [_about(one) for one in people], people[0].on, people[-1].on)
    waiting = list(people) if len(people) > COUNTED_MOST else _waiting(work, people)
    by_day: dict[date, list[Celebrant]] = {}
    for one in people:
        by_day.setdefault(one.on, [])
    for one in waiting:
        by_day[one.on].append(one)
    groups = []
    for day, open_ones in by_day.items():
        of_day = [one for one in people if one.on == day]
        done_ones = [one for one in of_day if (_about(one), day) in done]
        count_done = len(done_ones)
        named = _waiting(work, of_day[:NAMED_OF]) if len(people) > COUNTED_MOST else open_ones
        count = len(of_day) if len(people) > COUNTED_MOST else len(open_ones) + count_done
        key = CareKey(occasion=Occasion.BIRTHDAY, on=day)
        groups.append(CareGroup(key=key, count=count, done=count_done, names=first_names(named or done_ones)))
    return groups


def _car_groups(work: Work, scope: Scope) -> list[CareGroup]:
    until = remind_until(work)
    count = count_due_cars(work, scope, until)
    if not count:
        return []
    key = CareKey(occasion=Occasion.MAINTENANCE, on=work.today())
    nearest = due_cars(work, scope, None, until, limit=JUDGED_MOST)
    about = [
        About(recipient=Recipient(customer_id=car.customer_id), vehicle_id=car.vehicle_id) for car in nearest
    ]
    done = len(acts_for(work, key, about))
    waiting = nearest
    if count <= COUNTED_MOST:
        waiting = _open_cars(work, key, nearest)
        count = len(waiting) + done
    names = tuple(car.car or car.name for car in (waiting or nearest)[:3])
    return [CareGroup(key=key, count=count, done=done, names=names)]


def _count_done(work: Work, key: CareKey) -> int:
    query = select(func.count(CareAct.id)).where(
        CareAct.branch_id == work.actor.branch_id,
        CareAct.occasion_on == key.on,
        CareAct.occasion == key.occasion,
        CareAct.occasion_code == key.code,
        CareAct.deleted_at.is_(None),
    )
    return int(work.session.scalar(query) or 0)
