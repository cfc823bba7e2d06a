"""The desk as a list: open tickets by the clock that runs out first, or what ended, with what each line shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from app.complaints.categories import Category, read_categories
from app.complaints.flows import stage_of
from app.complaints.people import names_of, require_desk
from app.complaints.records import ClockRecord, Flow, TicketLine
from app.customers.cleaning import mend
from app.customers.search_text import words_of
from app.work import Work
from db import search
from db.models.access import Branch, Permission
from db.models.complaints import MarkKind, Ticket, TicketMark
from db.models.customers import Customer
from db.models.ticket_flows import Clock, FlowStage, StageState, TicketKind

PAGE: Final = 200
COUNT_MOST: Final = 1_000
TEXT_MOST: Final = 60
"""A longer text was pasted by a slip, and would make a question no engine answers."""
NAMES_MOST: Final = 200


class Group(StrEnum):
    """Which tickets the desk shows."""

    OPEN = "open"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    DUE = "due"
    BREACHED = "breached"
    WAITING = "waiting"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketFilter:
    """What is wanted of the desk; `text` is any part of number, name, phone or matter."""

    group: Group = Group.OPEN
    kind: TicketKind | None = None
    text: str = ""
    department: str = ""
    first: date | None = None
    last: date | None = None
    ids: tuple[UUID, ...] = ()


def list_tickets(
    work: Work, wanted: TicketFilter, *, limit: int = PAGE, after: TicketLine | None = None
) -> tuple[TicketLine, ...]:
    """Open tickets by the clock that runs out first, those without one after them; ended ones newest first.

    `after` is the last line of the page before.
    """
    require_desk(work)
    if wanted.ids:
        query = _lines().where(Ticket.id.in_(wanted.ids)).order_by(Ticket.received_at.desc(), Ticket.id)
        return _shown(work, work.session.execute(query.limit(limit)).all())
    conditions = _conditions(work, wanted)
    if wanted.group is Group.ENDED:
        keys = _newest(work, [*conditions, *_past_newest(after)], limit)
    else:
        keys = _earliest(work, [*conditions, *_past_earliest(after)], limit)
    rows = {row.Ticket.id: row for row in work.session.execute(_lines().where(Ticket.id.in_(keys)))}
    return _shown(work, [rows[key] for key in keys if key in rows])


def _earliest(work: Work, conditions: Sequence[ColumnElement[bool]], limit: int) -> list[UUID]:
    """The open tickets are few: one pass over the index of their limits."""
    order = (Ticket.next_due_at.is_(None), Ticket.next_due_at, Ticket.id)
    query = select(Ticket.id).where(Ticket.branch_id.in_(_branches(work)), *conditions)
    return list(work.session.scalars(query.order_by(*order).limit(limit)))


def _newest(work: Work, conditions: Sequence[ColumnElement[bool]], limit: int) -> list[UUID]:
    """The ended ones are many: branch by branch along the index, so that nothing is sorted."""
    parts = []
    for branch in _branches(work):
        query = select(Ticket.received_at, Ticket.id).where(Ticket.branch_id == branch, *conditions)
        query = query.order_by(Ticket.received_at.desc(), Ticket.id.desc()).limit(limit)
        parts.append([(row.received_at, row.id) for row in work.session.execute(query)])
    return [key for _at, key in islice(merge(*parts, reverse=True), limit)]


def _past_earliest(after: TicketLine | None) -> tuple[ColumnElement[bool], ...]:
    if after is None:
        return ()
    due, none = after.next_due_at, Ticket.next_due_at.is_(None)
    if due is None:
        return (none, Ticket.id > after.id)
    return (or_(none, Ticket.next_due_at > due, and_(Ticket.next_due_at == due, Ticket.id > after.id)),)


def _past_newest(after: TicketLine | None) -> tuple[ColumnElement[bool], ...]:
    if after is None:
        return ()
    at = after.received_at
    return (or_(Ticket.received_at < at, and_(Ticket.received_at == at, Ticket.id < after.id)),)


def _branches(work: Work) -> list[UUID]:
    if not work.actor.all_branches:
        return [work.actor.branch_id]
    return list(work.session.scalars(select(Branch.id)))


def count_tickets(work: Work, wanted: TicketFilter) -> Mapping[Group, int]:
    """How many tickets each group holds, up to 1,000."""
    require_desk(work)
    found: dict[Group, int] = {}
    for group in Group:
        if group is Group.ENDED:
            continue
        asked = _conditions(work, TicketFilter(group=group, kind=wanted.kind))
        within = select(Ticket.id).where(*asked).limit(COUNT_MOST).subquery()
        found[group] = work.session.scalar(select(func.count()).select_from(within)) or 0
    return found


def tickets_of(work: Work, customer_id: UUID, *, limit: int = 50) -> tuple[TicketLine, ...]:
    """The tickets of one customer, newest first."""
    require_desk(work)
    query = _lines().where(Ticket.customer_id == customer_id)
    query = query.order_by(Ticket.received_at.desc(), Ticket.id).limit(limit)
    return _shown(work, work.session.execute(query).all())


def _conditions(work: Work, wanted: TicketFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.ids:
        return [Ticket.id.in_(wanted.ids)]
    if not work.actor.all_branches:
        found.append(Ticket.branch_id == work.actor.branch_id)
    is_open = Ticket.ended_at.is_(None)
    now, me = work.now(), work.actor.account_id
    groups: dict[Group, list[ColumnElement[bool]]] = {
        Group.OPEN: [is_open],
        Group.MINE: [is_open, Ticket.handler_id == me],
        Group.UNASSIGNED: [is_open, Ticket.handler_id.is_(None)],
        Group.DUE: [is_open, Ticket.next_due_at <= _end_of(work.today())],
        Group.BREACHED: [is_open, or_(Ticket.next_due_at < now, _has_breach())],
        Group.WAITING: [is_open, Ticket.is_waiting.is_(True)],
        Group.ENDED: [Ticket.ended_at.is_not(None)],
    }
    found += groups[wanted.group]
    if wanted.kind is not None:
        found.append(Ticket.kind == wanted.kind)
    if wanted.department:
        found.append(Ticket.department_code == wanted.department)
    if wanted.first is not None:
        found.append(Ticket.received_at >= _begin_of(wanted.first))
    if wanted.last is not None:
        found.append(Ticket.received_at < _end_of(wanted.last))
    text = mend(wanted.text)[:TEXT_MOST]
    if text:
        found.append(_says(work, text))
    return found


def _says(work: Work, text: str) -> ColumnElement[bool]:
    parts = [Ticket.number, Ticket.complainant, Ticket.matter, Ticket.complainant_phone, Ticket.order_no]
    named: ColumnElement[bool] = exists().where(
        Customer.id == Ticket.customer_id, Customer.name.contains(text, autoescape=True)
    )
    if work.actor.may(Permission.FIND_CUSTOMERS):  # by pinyin, too, and without asking card by card
        hits = search.find(
            work.session.connection(),
            words_of(text),
            branches=_branches(work),
            limit=NAMES_MOST,
            cancel=work.cancel,
        )
        named = Ticket.customer_id.in_([hit.customer_id for hit in hits])
    return or_(*(part.icontains(text, autoescape=True) for part in parts), named)


def _has_breach() -> ColumnElement[bool]:
    return exists().where(TicketMark.ticket_id == Ticket.id, TicketMark.kind == MarkKind.BREACHED)


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time.min).astimezone()


def _end_of(day: date) -> datetime:
    return _begin_of(day + timedelta(days=1))


def _lines() -> Select[*tuple[Any, ...]]:
    return (
        select(Ticket, FlowStage, Customer, _has_breach().label("breached"))
        .join(Customer, Customer.id == Ticket.customer_id, isouter=True)
        .join(
            FlowStage, and_(FlowStage.flow_id == Ticket.flow_id, FlowStage.code == Ticket.stage), isouter=True
        )
    )


def _shown(work: Work, rows: Sequence[Any]) -> tuple[TicketLine, ...]:
    names = names_of(work, {row.Ticket.handler_id for row in rows if row.Ticket.handler_id})
    categories = {category.id: category for category in read_categories(work)}
    now = work.now()
    return tuple(
        _line(
            row.Ticket,
            row.FlowStage,
            row.Customer,
            categories.get(row.Ticket.category_id),
            names,
            is_breached=row.breached or _is_past(row.Ticket, now),
        )
        for row in rows
    )


def _is_past(ticket: Ticket, now: datetime) -> bool:
    return ticket.ended_at is None and ticket.next_due_at is not None and ticket.next_due_at < now


def line_of(
    ticket: Ticket,
    flow: Flow,
    category: Category | None,
    customer: Customer | None,
    names: Mapping[UUID, str],
    *,
    clocks: Sequence[ClockRecord],
) -> TicketLine:
    """The line of a ticket that has been read with everything around it."""
    stage = stage_of(flow, ticket.stage)
    breached = any(clock.is_breached for clock in clocks)
    return _line(ticket, stage, customer, category, names, is_breached=breached)


def _line(
    ticket: Ticket,
    stage: Any,
    customer: Customer | None,
    category: Category | None,
    names: Mapping[UUID, str],
    *,
    is_breached: bool,
) -> TicketLine:
    gone = customer is None or customer.deleted_at is not None
    return TicketLine(
        id=ticket.id,
        number=ticket.number,
        kind=ticket.kind,
        stage=ticket.stage,
        stage_zh=ticket.stage if stage is None else stage.name_zh,
        stage_en=ticket.stage if stage is None else stage.name_en,
        state=StageState.OPEN if stage is None else stage.state,
        is_waiting=ticket.is_waiting,
        level=ticket.level,
        severity_code=ticket.severity_code,
        customer_id=None if gone else ticket.customer_id,
        customer_name=ticket.complainant or ("" if customer is None else customer.name),
        phone=ticket.phone_shown or "",
        matter=ticket.matter,
        category_zh="" if category is None else category.path_zh,
        category_en="" if category is None else category.path_en,
        channel_code=ticket.channel_code,
        department_code=ticket.department_code or "",
        handler_id=ticket.handler_id,
        handler=names.get(ticket.handler_id, "") if ticket.handler_id else "",
        received_at=ticket.received_at,
        ended_at=ticket.ended_at,
        next_clock=_next_clock(ticket),
        next_due_at=ticket.next_due_at,
        is_breached=is_breached,
        round=ticket.round,
        satisfaction_code=ticket.satisfaction_code or "",
        reference=ticket.order_no or "",
    )


def _next_clock(ticket: Ticket) -> Clock | None:
    dues = {
        Clock.ACCEPTANCE: ticket.accept_due_at,
        Clock.ANSWER: ticket.answer_due_at,
        Clock.RESOLUTION: ticket.resolve_due_at,
    }
    known = {clock: due for clock, due in dues.items() if due is not None}
    return min(known, key=lambda clock: known[clock]) if known else None
