"""Common problems (D6): tickets that show one cause are grouped, corrected and taken out again.

Every change is a line of the problem's history. The problem is held while it is worked on, so that of two people the
second sees what the first did.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.complaints.problem_records import NewProblem
from app.customers.cleaning import mend, mend_lines
from app.customers.values import LONG_TEXT_MOST
from app.errors import UserError
from app.lists import choice_of
from app.numbering import NumberKind, take_numbers
from app.work import Work
from db.base import new_key
from db.models.access import Account, Permission
from db.models.complaints import Improvement, Problem, ProblemEvent, ProblemState, Ticket
from db.models.lists import ChoiceList
from db.models.ticket_flows import TicketCategory

TITLE_MOST: Final = 100
MOST_AT_ONCE: Final = 500


def found_problem(work: Work, new: NewProblem) -> UUID:
    """State a common problem and group its tickets.

    Raises UserError `problem-title-wrong`, `problem-cause-unknown`, `account-closed`, `row-gone`, and what
    `group_tickets` raises.
    """
    work.require(Permission.SOLVE_PROBLEMS)
    tickets = _held_tickets(work, new.ticket_ids)
    branch_id = tickets[0].branch_id if tickets else work.actor.branch_id
    row = Problem(
        id=new_key(), branch_id=branch_id, number=take_numbers(work, NumberKind.PROBLEM)[0], title=""
    )
    _fill(work, row, new)
    work.session.add(row)
    work.session.flush()
    write_event(work, row, "found", title=row.title)
    if tickets:
        _group(work, row, tickets)
    return row.id


def edit_problem(work: Work, problem_id: UUID, new: NewProblem, *, seen: int) -> None:
    """Put a problem in other words, or give it another owner; its tickets are left as they are.

    Raises as `found_problem`, and `changed-meanwhile` where somebody changed it after version `seen`.
    """
    work.require(Permission.SOLVE_PROBLEMS)
    row = work.hold(Problem, problem_id)
    if row.version != seen:
        raise UserError("changed-meanwhile")
    before = _words(row)
    _fill(work, row, new)
    changes = {name: [before[name], now] for name, now in _words(row).items() if before[name] != now}
    if changes:
        write_event(work, row, "edited", changes=changes)


def group_tickets(work: Work, problem_id: UUID, ticket_ids: Sequence[UUID]) -> int:
    """Add tickets to a problem; those in it already stay. Returns how many were added.

    Raises UserError `problem-ticket-grouped` for one of another problem, `problem-ticket-elsewhere` for one of
    another branch, `problem-tickets-many`, `row-gone`.
    """
    work.require(Permission.SOLVE_PROBLEMS)
    row = work.hold(Problem, problem_id)
    return _group(work, row, _held_tickets(work, ticket_ids))


def ungroup_ticket(work: Work, problem_id: UUID, ticket_id: UUID) -> None:
    """Take a ticket out of its problem. Raises UserError `problem-ticket-not-in` where it is not in this one."""
    work.require(Permission.SOLVE_PROBLEMS)
    row = work.hold(Problem, problem_id)
    ticket = work.hold(Ticket, ticket_id)
    if ticket.problem_id != row.id:
        raise UserError("problem-ticket-not-in", number=ticket.number, problem=row.number)
    ticket.problem_id = None
    write_event(work, row, "ungrouped", tickets=[ticket.number])


def remove_problem(work: Work, problem_id: UUID) -> None:
    """Take back a problem stated by mistake; its tickets are free again.

    Raises UserError `problem-has-improvements` once measures were taken: those are kept.
    """
    work.require(Permission.SOLVE_PROBLEMS)
    row = work.hold(Problem, problem_id)
    if work.session.scalars(select(Improvement.id).where(Improvement.problem_id == row.id).limit(1)).first():
        raise UserError("problem-has-improvements", number=row.number)
    keys = work.session.scalars(select(Ticket.id).where(Ticket.problem_id == row.id)).all()
    freed = _held_tickets(work, keys, most=len(keys))
    for ticket in freed:
        ticket.problem_id = None
    write_event(work, row, "removed", tickets=[ticket.number for ticket in freed])
    row.deleted_at = work.now()


def require_reading(work: Work) -> None:
    """Who takes, handles or solves may read problems. Raises UserError `not-allowed`."""
    if not any(map(work.actor.may, (Permission.HANDLE_TICKETS, Permission.SOLVE_PROBLEMS))):
        work.require(Permission.TAKE_TICKETS)


def write_event(work: Work, problem: Problem, what: str, **facts: object) -> None:
    """Add a line to a problem's history."""
    work.session.add(
        ProblemEvent(
            id=new_key(),
            branch_id=problem.branch_id,
            problem_id=problem.id,
            what=what,
            happened_at=work.now(),
            account_id=work.actor.account_id,
            by_name=work.actor.name,
            facts=facts,
        )
    )


def settle_state(work: Work, problem: Problem) -> None:
    """Bring the state up to date with the improvements as they stand now (plan, do, check, act)."""
    work.session.flush()
    rows = work.session.scalars(select(Improvement).where(Improvement.problem_id == problem.id)).all()
    state = state_of(rows)
    if state is not problem.state:
        write_event(work, problem, "state", state=[problem.state.value, state.value])
        problem.state = state
    problem.settled_at = (problem.settled_at or work.now()) if state is ProblemState.SETTLED else None


def state_of(rows: Sequence[Improvement]) -> ProblemState:
    """Where a problem stands: returned while nothing was planned or proved itself after a measure that did not help.

    A check is the last thing written to a measure, so its row says when that was.
    """
    failed = [row.changed_at for row in rows if row.is_effective is False]
    moves = [row.changed_at if row.is_effective else row.created_at for row in rows]
    if failed and max(failed) > max(moves):
        return ProblemState.RETURNED
    if any(row.done_on is None for row in rows):
        return ProblemState.IMPROVING
    if any(row.checked_on is None for row in rows):
        return ProblemState.CHECKING
    return ProblemState.SETTLED if rows else ProblemState.FOUND


def checked_text(given: str, field: str, refusal: str, *, most: int = TITLE_MOST) -> str:
    """A text that must be there, mended. Raises the refusal (most) for none or one too long."""
    text = mend_lines(given)
    if not 0 < len(text) <= most:
        raise UserError(refusal, most=most, found=len(text), field=field)
    return text


def checked_owner(work: Work, owner_id: UUID | None) -> UUID | None:
    """Somebody who still works here. Raises UserError `account-closed`, `row-gone`."""
    require_reading(work)
    if owner_id is None:
        return None
    known = work.session.execute(
        select(Account.name, Account.closed_at, Account.deleted_at).where(Account.id == owner_id),
        execution_options={"across_branches": True},
    ).first()
    if known is None:
        raise UserError("row-gone", table="account", field="owner_id")
    if known.closed_at is not None:
        raise UserError("account-closed", name=known.name, field="owner_id")
    return owner_id


def _fill(work: Work, row: Problem, new: NewProblem) -> None:
    title = mend(new.title)
    row.title = checked_text(title, "title", "problem-title-wrong")
    description = mend_lines(new.description)
    if len(description) > LONG_TEXT_MOST:
        raise UserError("text-too-long", found=len(description), most=LONG_TEXT_MOST, field="description")
    row.description = description or None
    if new.category_id is not None:
        category = work.get(TicketCategory, new.category_id)
        if category.branch_id not in (None, row.branch_id):
            raise UserError("row-gone", table="ticket_category", field="category_id")
    row.category_id = new.category_id
    if new.cause_code != row.cause_code:
        choice_of(work, ChoiceList.CAUSE, new.cause_code, "problem-cause-unknown")
    row.cause_code = new.cause_code or None
    if new.owner_id != row.owner_id:
        row.owner_id = checked_owner(work, new.owner_id)


def _words(row: Problem) -> dict[str, str]:
    return {
        "title": row.title,
        "description": row.description or "",
        "category_id": "" if row.category_id is None else str(row.category_id),
        "cause_code": row.cause_code or "",
        "owner_id": "" if row.owner_id is None else str(row.owner_id),
    }


def _held_tickets(work: Work, keys: Sequence[UUID], *, most: int = MOST_AT_ONCE) -> list[Ticket]:
    """Each held in the order of its key, so that two people who group the same ones cannot block each other."""
    wanted = sorted(set(keys))
    if len(wanted) > most:
        raise UserError("problem-tickets-many", count=len(wanted), most=most)
    return [work.hold(Ticket, key) for key in wanted]


def _group(work: Work, row: Problem, tickets: list[Ticket]) -> int:
    added = []
    for ticket in tickets:
        if ticket.branch_id != row.branch_id:
            raise UserError("problem-ticket-elsewhere", number=ticket.number)
        if ticket.problem_id == row.id:
            continue
        if ticket.problem_id is not None:
            other = work.session.get(Problem, ticket.problem_id)
            if other is not None and other.deleted_at is None:
                raise UserError("problem-ticket-grouped", number=ticket.number, problem=other.number)
        ticket.problem_id = row.id
        added.append(ticket.number)
    if added:
        write_event(work, row, "grouped", tickets=sorted(added))
    return len(added)
