"""Earlier tickets that look like the one being taken: by the same person, or on the same matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from app.lists import setting
from app.work import Work
from db.models.access import Permission
from db.models.complaints import Ticket
from db.models.ticket_flows import TicketKind

MOST: Final = 20
READ_MOST: Final = 400
LIKE: Final = 0.35
"""Share of common pairs of characters (Jaccard) from which two matters read alike."""


class Likeness(StrEnum):
    """Why an earlier ticket is shown."""

    SAME_PERSON = "same-person"
    SAME_VEHICLE = "same-vehicle"
    SAME_MATTER = "same-matter"


@dataclass(frozen=True, kw_only=True, slots=True)
class Similar:
    """An earlier ticket, and why it is shown."""

    id: UUID
    number: str
    received_at: datetime
    matter: str
    complainant: str
    is_open: bool
    why: tuple[Likeness, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What is known so far of the ticket being taken; the phone as cards keep it."""

    kind: TicketKind = TicketKind.COMPLAINT
    customer_id: UUID | None = None
    phone: str = ""
    vehicle_id: UUID | None = None
    category_id: UUID | None = None
    matter: str = ""


def similar_tickets(work: Work, taken: Taken) -> tuple[Similar, ...]:
    """At most 20 earlier tickets of the branch, the same person's first, then the newest."""
    work.require(Permission.TAKE_TICKETS)
    since = work.now() - timedelta(days=int(setting(work, "ticket-similar-days")))
    found = [_similar(row, why) for row in _candidates(work, taken, since) if (why := likeness(taken, row))]
    found.sort(key=lambda one: (Likeness.SAME_PERSON in one.why, one.received_at), reverse=True)
    return tuple(found[:MOST])


def on_one_matter(work: Work, taken: Taken) -> int:
    """How many tickets of that kind on one matter were taken lately, without this one."""
    work.require(Permission.TAKE_TICKETS)
    since = work.now() - timedelta(days=int(setting(work, "ticket-repeat-days")))
    return sum(
        row.kind is taken.kind and _is_one_matter(taken, likeness(taken, row))
        for row in _candidates(work, taken, since)
    )


def _is_one_matter(taken: Taken, why: tuple[Likeness, ...]) -> bool:
    """The same words, or the same person or car within one category."""
    by_same = Likeness.SAME_PERSON in why or Likeness.SAME_VEHICLE in why
    return Likeness.SAME_MATTER in why and (by_same or taken.category_id is not None)


def likeness(taken: Taken, row: Any) -> tuple[Likeness, ...]:
    """Why a ticket is like the one being taken; nothing for one that is not."""
    why = []
    same_customer = taken.customer_id is not None and row.customer_id == taken.customer_id
    if same_customer or (taken.phone and row.complainant_phone == taken.phone):
        why.append(Likeness.SAME_PERSON)
    if taken.vehicle_id is not None and row.vehicle_id == taken.vehicle_id:
        why.append(Likeness.SAME_VEHICLE)
    same_category = taken.category_id is not None and row.category_id == taken.category_id
    alike = text_likeness(taken.matter, row.matter)
    if alike >= LIKE and (same_category or why or taken.category_id is None):
        why.append(Likeness.SAME_MATTER)
    return tuple(why)


def text_likeness(one: str, other: str) -> float:
    """The share of common pairs of characters, 0 to 1 (Jaccard's coefficient)."""
    first, second = _pairs(one), _pairs(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def _pairs(text: str) -> set[str]:
    bare = [character.lower() for character in text if character.isalnum()]
    return {a + b for a, b in pairwise(bare)}


def _candidates(work: Work, taken: Taken, since: datetime) -> list[Any]:
    asked: list[ColumnElement[bool]] = []
    if taken.customer_id is not None:
        asked.append(Ticket.customer_id == taken.customer_id)
    if taken.phone:
        asked.append(Ticket.complainant_phone == taken.phone)
    if taken.vehicle_id is not None:
        asked.append(Ticket.vehicle_id == taken.vehicle_id)
    if taken.category_id is not None:
        asked.append(Ticket.category_id == taken.category_id)
    if not asked and not taken.matter:
        return []
    query = (
        select(
            Ticket.id, Ticket.number, Ticket.kind, Ticket.received_at, Ticket.matter, Ticket.complainant,
            Ticket.complainant_phone, Ticket.customer_id, Ticket.vehicle_id, Ticket.category_id,
            Ticket.ended_at,
        )
        .where(Ticket.branch_id == work.actor.branch_id, Ticket.received_at >= since)
        .order_by(Ticket.received_at.desc())
        .limit(READ_MOST)
    )  # fmt: skip
    return list(work.session.execute(query.where(or_(*asked)) if asked else query))


def _similar(row: Any, why: tuple[Likeness, ...]) -> Similar:
    return Similar(
        id=row.id,
        number=row.number,
        received_at=row.received_at,
        matter=row.matter,
        complainant=row.complainant or "",
        is_open=row.ended_at is None,
        why=why,
    )
