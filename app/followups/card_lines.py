"""What an item shows of its customer: read for many customers with a few selects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.lists import all_choices
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactEntry, Customer, Need, Phone
from db.models.lists import ChoiceList

AT_ONCE: Final = 500
"""Keys asked for in one statement; both engines take more, but plan it worse."""
_LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class CardLine:
    """Name, number to dial, class and level of a customer, and how it stands with contacts.

    `missed_days` counts the days since the last contact on which nobody was reached.
    """

    id: UUID
    number: str
    name: str
    class_code: str
    owner_id: UUID | None
    do_not_contact: bool
    last_contact_at: datetime | None
    phone: str = ""
    intent_level: str = ""
    missed_days: int = 0


def card_lines(work: Work, customer_ids: Iterable[UUID]) -> dict[UUID, CardLine]:
    """The lines of these customers, without those that are deleted or out of reach."""
    work.require(Permission.PLAN_FOLLOWUPS)
    wanted = sorted(set(customer_ids))
    missed_codes = unreached_codes(work) if wanted else ()
    lines: dict[UUID, CardLine] = {}
    for start in range(0, len(wanted), AT_ONCE):
        lines |= _some_lines(work, wanted[start : start + AT_ONCE], missed_codes)
    return lines


def unreached_codes(work: Work) -> tuple[str, ...]:
    """The outcomes that say nobody was reached."""
    work.require(Permission.PLAN_FOLLOWUPS)
    return tuple(entry.code for entry in all_choices(work)[ChoiceList.OUTCOME] if entry.number == 0)


def _some_lines(work: Work, keys: Sequence[UUID], missed_codes: Sequence[str]) -> dict[UUID, CardLine]:
    phones = _phones(work, keys)
    levels = _levels(work, keys)
    missed = _missed(work, keys, missed_codes)
    rows = work.session.execute(
        select(
            Customer.id, Customer.number, Customer.name, Customer.class_code, Customer.owner_id,
            Customer.do_not_contact, Customer.last_contact_at,
        ).where(Customer.id.in_(keys))
    ).all()  # fmt: skip
    return {
        row.id: CardLine(
            id=row.id,
            number=row.number,
            name=row.name,
            class_code=row.class_code or "",
            owner_id=row.owner_id,
            do_not_contact=row.do_not_contact,
            last_contact_at=row.last_contact_at,
            phone=phones.get(row.id, ""),
            intent_level=levels.get(row.id, ""),
            missed_days=missed.get(row.id, 0),
        )
        for row in rows
    }


def _phones(work: Work, keys: Sequence[UUID]) -> dict[UUID, str]:
    """The number to dial: the main one, else the first."""
    rows = work.session.execute(
        select(Phone.customer_id, Phone.shown)
        .where(Phone.customer_id.in_(keys))
        .order_by(Phone.is_main, Phone.position.desc(), Phone.created_at.desc())
    ).all()
    return {row.customer_id: row.shown for row in rows}


def _levels(work: Work, keys: Sequence[UUID]) -> dict[UUID, str]:
    """The intent level of the newest open need that has one."""
    rows = work.session.execute(
        select(Need.customer_id, Need.intent_level)
        .where(Need.customer_id.in_(keys), Need.is_open, Need.intent_level.is_not(None))
        .order_by(Need.created_at)
    ).all()
    return {row.customer_id: row.intent_level for row in rows if row.intent_level}


def _missed(work: Work, keys: Sequence[UUID], codes: Sequence[str]) -> dict[UUID, int]:
    if not codes:
        return {}
    entry = ContactEntry
    rows = work.session.execute(
        select(entry.customer_id, entry.happened_at)
        .join(Customer, Customer.id == entry.customer_id)
        .where(
            entry.customer_id.in_(keys),
            entry.outcome.in_(codes),
            entry.happened_at > func.coalesce(Customer.last_contact_at, _LONG_AGO),
        )
    ).all()
    days: dict[UUID, set[object]] = {}
    for customer_id, happened_at in rows:
        days.setdefault(customer_id, set()).add(happened_at.astimezone().date())
    return {customer_id: len(on) for customer_id, on in days.items()}
