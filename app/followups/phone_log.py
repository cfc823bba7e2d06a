"""H11: the telephone log of a day, a person or a customer, out of the contacts log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.documents.visit_records import CallLine, PhoneLog
from app.errors import UserError
from app.followups.rules.times import add_days, midnight
from app.followups.visits.reading import name_of
from app.lists import all_choices, choice_text, setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactEntry, ContactWay, Customer, Phone
from db.models.lists import ChoiceList

CALLS_MOST = 5_000
SHEETS_MOST = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Calls:
    """Whose calls of which days, both included; what is left out does not narrow."""

    first: date | None = None
    last: date | None = None
    person: UUID | None = None
    customer_id: UUID | None = None


def read_phone_log(work: Work, wanted: Calls, language: str) -> PhoneLog:
    """The calls wanted, oldest first, without lines a later one replaces. Raises `row-gone`, `calls-too-many`."""
    work.require(Permission.PRINT_FORMS)
    work.require(Permission.READ_CARD)
    if wanted.customer_id is not None:
        work.get(Customer, wanted.customer_id)
    return PhoneLog(
        edition=str(setting(work, "phone-log-edition")),
        about=_about(work, wanted, language),
        calls=_calls(work, wanted, language),
        printed_at=work.now().astimezone(),
        printed_by=work.actor.name,
    )


def blank_phone_log(work: Work, sheets: int) -> PhoneLog:
    """Sheets to write on; they carry no serial. Raises UserError `sheets-out-of-range`."""
    work.require(Permission.PRINT_FORMS)
    if not 1 <= sheets <= SHEETS_MOST:
        raise UserError("sheets-out-of-range", given=sheets, most=SHEETS_MOST)
    return PhoneLog(edition=str(setting(work, "phone-log-edition")), blank_sheets=sheets)


def _calls(work: Work, wanted: Calls, language: str) -> tuple[CallLine, ...]:
    log, later = ContactEntry, aliased(ContactEntry)
    replaced = select(later.id).where(later.replaces_id == log.id, later.deleted_at.is_(None)).exists()
    main_phone = (
        select(Phone.shown)
        .where(Phone.customer_id == log.customer_id, Phone.deleted_at.is_(None))
        .order_by(Phone.is_main.desc(), Phone.position, Phone.created_at)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(log, Customer.name, Customer.number, main_phone)
        .join(Customer, Customer.id == log.customer_id)
        .where(log.way == ContactWay.CALL, ~replaced)
        .order_by(log.happened_at, log.id)
        .limit(CALLS_MOST + 1)
    )
    begin = None if wanted.first is None else midnight(wanted.first)
    end = None if wanted.last is None else midnight(add_days(wanted.last, 1))
    if begin is not None:
        query = query.where(log.happened_at >= begin)
    if end is not None:
        query = query.where(log.happened_at < end)
    if wanted.person is not None:
        query = query.where(log.created_by == wanted.person)
    if wanted.customer_id is not None:
        query = query.where(log.customer_id == wanted.customer_id)
    rows = work.session.execute(query).all()
    if len(rows) > CALLS_MOST:
        raise UserError("calls-too-many", most=CALLS_MOST)
    choices = all_choices(work)
    return tuple(
        CallLine(
            at=entry.happened_at.astimezone(),
            is_incoming=entry.is_incoming,
            customer=name,
            number=number,
            phone=phone or "",
            matter=entry.matter,
            answer=entry.answer or "",
            result=choice_text(choices, ChoiceList.OUTCOME, entry.outcome, language) or entry.result or "",
            minutes=entry.minutes,
            by=entry.by_name or "",
        )
        for entry, name, number, phone in rows
    )


def _about(work: Work, wanted: Calls, language: str) -> tuple[tuple[str, str], ...]:
    chinese = language != "en"
    told: list[tuple[str, str]] = []
    if wanted.first is not None or wanted.last is not None:
        days = dict.fromkeys(day.isoformat() for day in (wanted.first, wanted.last) if day is not None)
        told.append(("日期" if chinese else "Date", (" 至 " if chinese else " to ").join(days)))
    if wanted.person is not None:
        told.append(("记录人" if chinese else "Kept by", name_of(work, wanted.person)))
    if wanted.customer_id is not None:
        customer = work.get(Customer, wanted.customer_id)
        told.append(("客户" if chinese else "Customer", f"{customer.name} {customer.number}"))
    return tuple(told)
