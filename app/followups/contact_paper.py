"""A13 on paper: the contact report of a period, with the last contact of each owner."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.documents.contact_report import ContactReport, ReportLine
from app.errors import UserError
from app.followups.closing import contact_conditions
from app.followups.owners import contact_report
from app.lists import all_choices, choice_text
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactEntry, Customer
from db.models.lists import ChoiceList

_PERIOD: Final = re.compile(r"(\d{4})(?:[Qq]([1-4])|-(\d{1,2}))?")
_AT_ONCE: Final = 500


def read_contact_report(work: Work, first: date, last: date, language: str) -> ContactReport:
    """The customers who need two owners, those not in order first. Raises UserError `period-reversed`."""
    work.require(Permission.PRINT_FORMS)
    if last < first:
        raise UserError("period-reversed", first=first, last=last)
    found = contact_report(work, first, last)
    owners, latest = _owners(work, [line.customer_id for line in found])
    choices = all_choices(work)
    lines = []
    for line in found:
        one, two = owners.get(line.customer_id, (None, None))
        lines.append(
            ReportLine(
                number=line.number,
                name=line.name,
                class_text=choice_text(choices, ChoiceList.CLASS, line.class_code, language),
                first=line.first_name,
                first_on=_day(latest.get((line.customer_id, one))),
                second=line.second_name,
                second_on=_day(latest.get((line.customer_id, two))),
                by_first=line.by_first,
                by_second=line.by_second,
                contacts=line.contacts,
                is_breach=line.is_breach,
            )
        )
    return ContactReport(
        first=first,
        last=last,
        lines=tuple(sorted(lines, key=lambda line: not line.is_breach)),
        printed_at=work.now().astimezone(),
        printed_by=work.actor.name,
    )


def period_days(typed: str) -> tuple[date, date]:
    """The first and last day of 2026, 2026Q3 or 2026-11. Raises UserError `period-unclear`."""
    found = _PERIOD.fullmatch(typed.strip())
    if found is None or (found[3] and not 1 <= int(found[3]) <= 12):
        raise UserError("period-unclear", given=typed)
    year = int(found[1])
    if not 1900 <= year <= 9998:
        raise UserError("period-unclear", given=typed)
    begin, end = 1, 12
    if found[2]:
        begin, end = 3 * int(found[2]) - 2, 3 * int(found[2])
    elif found[3]:
        begin = end = int(found[3])
    return date(year, begin, 1), date(year, end, monthrange(year, end)[1])


def quarter_of(day: date) -> tuple[date, date]:
    """The quarter of a day, up to that day."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1), day


Owners = dict[UUID, tuple[UUID | None, UUID | None]]
Latest = dict[tuple[UUID, UUID | None], datetime]


def _owners(work: Work, keys: Sequence[UUID]) -> tuple[Owners, Latest]:
    """Who looks after each customer, and when each of them last was in contact."""
    owners: Owners = {}
    latest: Latest = {}
    log = ContactEntry
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        rows = select(Customer.id, Customer.owner_id, Customer.second_owner_id).where(Customer.id.in_(some))
        for key, one, two in work.session.execute(rows):
            owners[key] = (one, two)
        met = (
            select(log.customer_id, log.created_by, func.max(log.happened_at))
            .where(log.customer_id.in_(some), *contact_conditions(work))
            .group_by(log.customer_id, log.created_by)
        )
        for key, account_id, at in work.session.execute(met):
            latest[key, account_id] = at
    return owners, latest


def _day(at: datetime | None) -> date | None:
    return at.astimezone().date() if at is not None else None
