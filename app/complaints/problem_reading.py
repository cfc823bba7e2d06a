"""Common problems as they are read: the list, the card, tickets that may belong together, and what waits today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from app.complaints.problem_records import (
    EventRecord,
    GroupLine,
    ImprovementRecord,
    ProblemCard,
    ProblemLine,
    Suggestion,
    WaitingImprovement,
)
from app.complaints.problems import require_reading
from app.lists import setting
from app.work import Work
from db.models.access import Account, Permission
from db.models.complaints import Improvement, Problem, ProblemEvent, ProblemState, Ticket
from db.models.customers import Customer
from db.models.ticket_flows import FlowStage, StageState, TicketCategory, TicketKind

MOST: Final = 500
ORDER: Final = (
    ProblemState.RETURNED,
    ProblemState.FOUND,
    ProblemState.IMPROVING,
    ProblemState.CHECKING,
    ProblemState.SETTLED,
)


def list_problems(work: Work, *, settled: bool = True, limit: int = MOST) -> tuple[ProblemLine, ...]:
    """The problems, those that need somebody first, the newest of each state first."""
    require_reading(work)
    rank = case({state.value: place for place, state in enumerate(ORDER)}, value=Problem.state)
    query = select(Problem).order_by(rank, Problem.created_at.desc(), Problem.id).limit(limit)
    if not settled:
        query = query.where(Problem.state != ProblemState.SETTLED)
    return _lines(work, work.session.scalars(query).all())


def read_problem(work: Work, problem_id: UUID) -> ProblemCard:
    """The card of a problem. Raises UserError `row-gone`."""
    require_reading(work)
    row = work.get(Problem, problem_id)
    events = work.session.scalars(
        select(ProblemEvent)
        .where(ProblemEvent.problem_id == row.id)
        .order_by(ProblemEvent.happened_at.desc(), ProblemEvent.id.desc())
    ).all()
    return ProblemCard(
        line=_lines(work, [row])[0],
        version=row.version,
        description=row.description or "",
        category_id=row.category_id,
        tickets=_ticket_lines(work, _tickets().where(Ticket.problem_id == row.id).limit(MOST)),
        improvements=_improvements(work, row.id),
        events=tuple(
            EventRecord(
                id=event.id,
                what=event.what,
                happened_at=event.happened_at,
                by_name=event.by_name,
                facts=dict(event.facts or {}),
            )
            for event in events
        ),
        may_change=work.actor.may(Permission.SOLVE_PROBLEMS),
    )


def ungrouped_tickets(work: Work, *, category_id: UUID | None = None) -> tuple[GroupLine, ...]:
    """Complaints of late that belong to no problem yet, the newest first."""
    require_reading(work)
    query = _tickets().where(*_free(work)).limit(MOST)
    if category_id is not None:
        query = query.where(Ticket.category_id == category_id)
    return _ticket_lines(work, query)


def suggestions(work: Work) -> tuple[Suggestion, ...]:
    """Tickets of late that may share a problem: as many of one category and cause as the setting says, else of one
    category alone; the largest group first, and no ticket in two."""
    require_reading(work)
    least, days = int(setting(work, "ticket-repeat-count")), int(setting(work, "ticket-repeat-days"))
    rows = work.session.execute(
        select(Ticket.id, Ticket.branch_id, Ticket.category_id, Ticket.cause_code)
        .where(*_free(work), Ticket.category_id.is_not(None))
        .order_by(Ticket.received_at, Ticket.id)
    ).all()
    groups: dict[tuple[UUID, UUID, str], list[UUID]] = defaultdict(list)
    for key, branch_id, category_id, cause in rows:
        if category_id is not None:
            groups[(branch_id, category_id, cause or "")].append(key)
    alone: dict[tuple[UUID, UUID, str], list[UUID]] = defaultdict(list)
    found: dict[tuple[UUID, UUID, str], list[UUID]] = {}
    for group, keys in groups.items():
        if group[2] and len(keys) >= least:
            found[group] = keys
        else:
            alone[(group[0], group[1], "")] += keys
    found |= {group: keys for group, keys in alone.items() if len(keys) >= least}
    names = _categories(work, {category_id for _branch, category_id, _cause in found})
    open_ones = _open_problems(work)
    made = [
        Suggestion(
            branch_id=group[0],
            category_id=group[1],
            category_zh=names[group[1]][0],
            category_en=names[group[1]][1],
            cause_code=group[2],
            days=days,
            ticket_ids=tuple(keys),
            problem_id=open_ones.get(group, (None, ""))[0],
            problem_number=open_ones.get(group, (None, ""))[1],
        )
        for group, keys in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (-len(one.ticket_ids), one.category_en, one.cause_code)))


def overdue(
    work: Work, *, person: UUID | None = None, everybody: bool = False
) -> tuple[WaitingImprovement, ...]:
    """Measures due today or before and not done, of the actor or another person, or of all (who solves problems).

    One without an owner is the problem's owner's; one of neither waits for whoever solves problems.
    """
    require_reading(work)
    whose = func.coalesce(Improvement.owner_id, Problem.owner_id)
    open_ones = and_(Improvement.done_on.is_(None), Improvement.due_on <= work.today())
    return _waiting(work, open_ones, Improvement.due_on, _of(work, whose, person, everybody), is_check=False)


def checks_due(
    work: Work, *, person: UUID | None = None, everybody: bool = False
) -> tuple[WaitingImprovement, ...]:
    """Measures whose effect is to be checked by now: the problem's owner does that, else the measure's."""
    require_reading(work)
    whose = func.coalesce(Problem.owner_id, Improvement.owner_id)
    due = and_(
        Improvement.done_on.is_not(None),
        Improvement.done_on < work.today(),
        Improvement.checked_on.is_(None),
        Improvement.check_on <= work.today(),
    )
    return _waiting(work, due, Improvement.check_on, _of(work, whose, person, everybody), is_check=True)


def _of(work: Work, whose: Any, person: UUID | None, everybody: bool) -> list[ColumnElement[bool]]:
    wanted = person or work.actor.account_id
    solves = work.actor.may(Permission.SOLVE_PROBLEMS)
    if wanted != work.actor.account_id or everybody:
        work.require(Permission.SOLVE_PROBLEMS)
    if everybody:
        return []
    own = whose == wanted
    return [or_(own, whose.is_(None)) if solves and person is None else own]


def _waiting(
    work: Work,
    condition: ColumnElement[bool],
    day: InstrumentedAttribute[Any],
    whose: list[ColumnElement[bool]],
    *,
    is_check: bool,
) -> tuple[WaitingImprovement, ...]:
    rows = work.session.execute(
        select(Improvement, Problem)
        .join(Problem, Problem.id == Improvement.problem_id)
        .where(condition, *whose)
        .order_by(day, Improvement.id)
        .limit(MOST)
    ).all()
    responsible = [
        (problem.owner_id or row.owner_id) if is_check else (row.owner_id or problem.owner_id)
        for row, problem in rows
    ]
    names = _people(work, responsible)
    return tuple(
        WaitingImprovement(
            id=row.id,
            problem_id=problem.id,
            number=problem.number,
            title=problem.title,
            measure=row.measure,
            owner_id=owner_id,
            owner=names.get(owner_id, ""),
            on=(row.check_on or row.due_on) if is_check else row.due_on,
            is_check=is_check,
        )
        for (row, problem), owner_id in zip(rows, responsible, strict=True)
    )


def _free(work: Work) -> list[ColumnElement[bool]]:
    since = work.now() - timedelta(days=int(setting(work, "ticket-repeat-days")))
    unfounded = (
        select(FlowStage.id)
        .where(FlowStage.flow_id == Ticket.flow_id, FlowStage.code == Ticket.stage)
        .where(FlowStage.state == StageState.UNFOUNDED)
        .exists()
    )
    return [
        Ticket.problem_id.is_(None),
        Ticket.kind == TicketKind.COMPLAINT,
        Ticket.received_at >= since,
        ~unfounded,
    ]


def _open_problems(work: Work) -> dict[tuple[UUID, UUID | None, str], tuple[UUID, str]]:
    rows = work.session.execute(
        select(Problem.id, Problem.number, Problem.branch_id, Problem.category_id, Problem.cause_code)
        .where(Problem.state != ProblemState.SETTLED)
        .order_by(Problem.created_at)
    ).all()
    return {(row.branch_id, row.category_id, row.cause_code or ""): (row.id, row.number) for row in rows}


def _tickets() -> Select[Ticket, str]:
    return (
        select(Ticket, Customer.name)
        .outerjoin(Customer, Customer.id == Ticket.customer_id)
        .order_by(Ticket.received_at.desc(), Ticket.id.desc())
    )


def _ticket_lines(work: Work, query: Select[Ticket, str]) -> tuple[GroupLine, ...]:
    rows = work.session.execute(query).all()
    names = _categories(work, {row.category_id for row, _name in rows if row.category_id is not None})
    made = []
    for row, name in rows:
        zh, en = names.get(row.category_id, ("", ""))
        made.append(
            GroupLine(
                id=row.id,
                number=row.number,
                received_at=row.received_at,
                customer_name=name or row.complainant or "",
                matter=row.matter,
                category_id=row.category_id,
                category_zh=zh,
                category_en=en,
                cause_code=row.cause_code or "",
                ended_at=row.ended_at,
            )
        )
    return tuple(made)


def _lines(work: Work, rows: Sequence[Problem]) -> tuple[ProblemLine, ...]:
    keys = [row.id for row in rows]
    tickets = _counts(work, Ticket.problem_id, Ticket.id, keys)
    names = _categories(work, {row.category_id for row in rows if row.category_id is not None})
    people = _people(work, [row.owner_id for row in rows])
    measures: dict[UUID, list[Improvement]] = defaultdict(list)
    for measure in work.session.scalars(select(Improvement).where(Improvement.problem_id.in_(keys))):
        measures[measure.problem_id].append(measure)
    made = []
    for row in rows:
        own = measures[row.id]
        zh, en = names.get(row.category_id, ("", "")) if row.category_id else ("", "")
        made.append(
            ProblemLine(
                id=row.id,
                number=row.number,
                title=row.title,
                state=row.state,
                category_zh=zh,
                category_en=en,
                cause_code=row.cause_code or "",
                owner_id=row.owner_id,
                owner=people.get(row.owner_id, ""),
                tickets=tickets.get(row.id, 0),
                improvements=len(own),
                open_improvements=sum(one.done_on is None for one in own),
                checks=sum(one.done_on is not None and one.checked_on is None for one in own),
                next_on=min((day for day in map(_next_day, own) if day is not None), default=None),
                created_at=row.created_at,
                settled_at=row.settled_at,
            )
        )
    return tuple(made)


def _next_day(row: Improvement) -> date | None:
    if row.done_on is None:
        return row.due_on
    return row.check_on if row.checked_on is None else None


def _improvements(work: Work, problem_id: UUID) -> tuple[ImprovementRecord, ...]:
    rows = work.session.scalars(
        select(Improvement)
        .where(Improvement.problem_id == problem_id)
        .order_by(Improvement.created_at, Improvement.id)
    ).all()
    names = _people(work, [key for row in rows for key in (row.owner_id, row.checked_by)])
    today = work.today()
    return tuple(
        ImprovementRecord(
            id=row.id,
            measure=row.measure,
            owner_id=row.owner_id,
            owner=names.get(row.owner_id, ""),
            due_on=row.due_on,
            done_on=row.done_on,
            check_on=row.check_on,
            checked_on=row.checked_on,
            checked_by=names.get(row.checked_by, ""),
            before=row.before,
            after=row.after,
            is_effective=row.is_effective,
            finding=row.finding or "",
            is_late=row.done_on is None and row.due_on < today,
            is_check_due=row.done_on is not None
            and row.checked_on is None
            and row.check_on is not None
            and row.check_on <= today,
            changed_at=row.changed_at,
        )
        for row in rows
    )


def _counts(work: Work, by: Any, what: Any, keys: Sequence[UUID]) -> dict[UUID, int]:
    rows = work.session.execute(select(by, func.count(what)).where(by.in_(keys)).group_by(by))
    return dict(rows.all())


def _categories(work: Work, keys: Iterable[UUID]) -> dict[UUID | None, tuple[str, str]]:
    """Names of categories with those above them, also of ones no longer in use."""
    rows = work.session.execute(
        select(TicketCategory.id, TicketCategory.parent_id, TicketCategory.name_zh, TicketCategory.name_en),
        execution_options={"with_deleted": True},
    ).all()
    known = {row.id: row for row in rows}
    found: dict[UUID | None, tuple[str, str]] = {}
    for key in keys:
        zh: list[str] = []
        en: list[str] = []
        node = known.get(key)
        while node is not None and len(zh) < 10:
            zh.insert(0, node.name_zh)
            en.insert(0, node.name_en)
            node = known.get(node.parent_id)
        found[key] = (" / ".join(zh), " / ".join(en))
    return found


def _people(work: Work, keys: Iterable[UUID | None]) -> dict[UUID | None, str]:
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    rows = work.session.execute(
        select(Account.id, Account.name).where(Account.id.in_(wanted)),
        execution_options={"across_branches": True, "with_deleted": True},
    ).all()
    return {row.id: row.name for row in rows}
