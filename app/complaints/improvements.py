"""Improvements of common problems (D6): planned, done, and later checked by what came in before and after.

The counts propose whether a measure helped; a person decides. A slip is taken back as long as nothing builds on it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from app.complaints.problem_records import Effect, NewImprovement
from app.complaints.problems import checked_owner, checked_text, require_reading, settle_state, write_event
from app.errors import UserError
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.complaints import Improvement, Problem, Ticket
from db.models.ticket_flows import FlowStage, StageState, TicketCategory, TicketKind

MEASURE_MOST: Final = 500
FINDING_MOST: Final = 2_000
FAR: Final = timedelta(days=3_660)


def add_improvement(work: Work, problem_id: UUID, new: NewImprovement) -> UUID:
    """Plan a measure; a settled or returned problem is being improved again.

    Raises UserError `improvement-empty`, `improvement-due-far`, `improvement-check-before-due`, `account-closed`,
    `row-gone`.
    """
    work.require(Permission.SOLVE_PROBLEMS)
    problem = work.hold(Problem, problem_id)
    row = Improvement(id=new_key(), branch_id=problem.branch_id, problem_id=problem.id)
    _fill(work, row, new)
    work.session.add(row)
    write_event(work, problem, "planned", measure=row.measure, due_on=row.due_on.isoformat())
    settle_state(work, problem)
    return row.id


def edit_improvement(work: Work, improvement_id: UUID, new: NewImprovement, *, seen: datetime) -> None:
    """Change a measure that is not done yet. Raises as `add_improvement`, `improvement-done-already`,
    `changed-meanwhile`."""
    work.require(Permission.SOLVE_PROBLEMS)
    problem, row = _held(work, improvement_id)
    if row.changed_at != seen:
        raise UserError("changed-meanwhile")
    _require_undone(row)
    before = row.due_on.isoformat()
    _fill(work, row, new)
    write_event(work, problem, "replanned", measure=row.measure, due_on=[before, row.due_on.isoformat()])


def remove_improvement(work: Work, improvement_id: UUID) -> None:
    """Take back a measure planned by mistake. Raises UserError `improvement-done-already`."""
    work.require(Permission.SOLVE_PROBLEMS)
    problem, row = _held(work, improvement_id)
    _require_undone(row)
    row.deleted_at = work.now()
    write_event(work, problem, "dropped", measure=row.measure)
    settle_state(work, problem)


def restore_improvement(work: Work, improvement_id: UUID) -> None:
    """Bring a measure back that was taken back."""
    work.require(Permission.SOLVE_PROBLEMS)
    wanted = select(Improvement).where(Improvement.id == improvement_id)
    options = {"with_deleted": True, "populate_existing": True}
    known = work.session.scalars(wanted, execution_options=options).first()
    if known is None:
        raise UserError("row-gone", table="improvement")
    problem = work.hold(Problem, known.problem_id)
    row = work.session.scalars(wanted, execution_options=options).one()
    if row.deleted_at is None:
        return
    row.deleted_at = None
    write_event(work, problem, "restored", measure=row.measure)
    settle_state(work, problem)


def improvement_done(work: Work, improvement_id: UUID, done_on: date) -> None:
    """Note that a measure was carried out: its owner may, and who solves problems.

    The check keeps its distance where the measure was done late. Raises UserError `improvement-done-already`,
    `improvement-done-in-future`, `improvement-done-long-ago`.
    """
    problem, row = _held_by_owner(work, improvement_id)
    _require_undone(row)
    if done_on > work.today():
        raise UserError("improvement-done-in-future", on=done_on, field="done_on")
    if done_on < _day_of(problem.created_at) - FAR:
        raise UserError("improvement-done-long-ago", on=done_on, field="done_on")
    distance = (row.check_on or row.due_on) - row.due_on
    row.done_on = done_on
    if done_on > row.due_on:
        row.check_on = done_on + distance
    write_event(work, problem, "done", measure=row.measure, done_on=done_on.isoformat())
    settle_state(work, problem)


def improvement_not_done(work: Work, improvement_id: UUID) -> None:
    """Take back that a measure was done. Raises UserError `improvement-not-done`, `improvement-checked-already`."""
    problem, row = _held_by_owner(work, improvement_id)
    _require_done(row)
    _require_unchecked(row)
    row.done_on = None
    write_event(work, problem, "not-done", measure=row.measure)
    settle_state(work, problem)


def measure_effect(work: Work, improvement_id: UUID) -> Effect:
    """Count what came in before and after a measure, in equal spans up to today; the day itself counts for neither.

    Counted are the problem's own tickets and complaints of its category and those beneath it: of its cause, or of
    none yet, since young tickets have none. Unfounded ones are left out. Raises UserError `improvement-not-done`,
    `improvement-check-early` on the day it was done.
    """
    require_reading(work)
    row = work.get(Improvement, improvement_id)
    return _effect(work, work.get(Problem, row.problem_id), row)


def check_improvement(work: Work, improvement_id: UUID, *, is_effective: bool, finding: str) -> Effect:
    """State whether a measure helped: one that did not brings the problem back.

    Raises UserError `improvement-checked-already`, `improvement-finding-empty`, and as `measure_effect`.
    """
    work.require(Permission.SOLVE_PROBLEMS)
    problem, row = _held(work, improvement_id)
    _require_unchecked(row)
    effect = _effect(work, problem, row)
    row.finding = checked_text(finding, "finding", "improvement-finding-empty", most=FINDING_MOST)
    row.before, row.after, row.is_effective = effect.before, effect.after, is_effective
    row.checked_on, row.checked_by = work.today(), work.actor.account_id
    write_event(
        work,
        problem,
        "effective" if is_effective else "ineffective",
        measure=row.measure,
        before=effect.before,
        after=effect.after,
        days=effect.days,
        finding=row.finding,
    )
    settle_state(work, problem)
    return effect


def uncheck_improvement(work: Work, improvement_id: UUID) -> None:
    """Take the verdict of a check back. Raises UserError `improvement-not-checked`."""
    work.require(Permission.SOLVE_PROBLEMS)
    problem, row = _held(work, improvement_id)
    if row.checked_on is None:
        raise UserError("improvement-not-checked")
    row.checked_on = row.checked_by = row.before = row.after = row.is_effective = row.finding = None
    write_event(work, problem, "unchecked", measure=row.measure)
    settle_state(work, problem)


def _fill(work: Work, row: Improvement, new: NewImprovement) -> None:
    row.measure = checked_text(new.measure, "measure", "improvement-empty", most=MEASURE_MOST)
    if abs(new.due_on - work.today()) > FAR:
        raise UserError("improvement-due-far", on=new.due_on, field="due_on")
    check_on = new.check_on or new.due_on + timedelta(days=int(setting(work, "problem-check-days")))
    if check_on <= new.due_on:
        raise UserError("improvement-check-before-due", on=check_on, due=new.due_on, field="check_on")
    if check_on - new.due_on > FAR:
        raise UserError("improvement-due-far", on=check_on, field="check_on")
    row.due_on, row.check_on = new.due_on, check_on
    if new.owner_id != row.owner_id:
        row.owner_id = checked_owner(work, new.owner_id)


def _held(work: Work, improvement_id: UUID) -> tuple[Problem, Improvement]:
    """The problem first: whoever changes one of its measures waits for who is at it."""
    problem_id = work.get(Improvement, improvement_id).problem_id
    return work.hold(Problem, problem_id), work.hold(Improvement, improvement_id)


def _held_by_owner(work: Work, improvement_id: UUID) -> tuple[Problem, Improvement]:
    require_reading(work)
    problem, row = _held(work, improvement_id)
    if row.owner_id != work.actor.account_id:
        work.require(Permission.SOLVE_PROBLEMS)
    return problem, row


def _require_undone(row: Improvement) -> None:
    if row.done_on is not None:
        raise UserError("improvement-done-already", on=row.done_on)


def _require_done(row: Improvement) -> None:
    if row.done_on is None:
        raise UserError("improvement-not-done")


def _require_unchecked(row: Improvement) -> None:
    if row.checked_on is not None:
        raise UserError("improvement-checked-already", on=row.checked_on)


def _day_of(moment: datetime) -> date:
    return moment.astimezone().date()


def _effect(work: Work, problem: Problem, row: Improvement) -> Effect:
    if row.done_on is None:
        raise UserError("improvement-not-done")
    days = (work.today() - row.done_on).days
    if days < 1:
        raise UserError("improvement-check-early", on=row.done_on)
    first, last = row.done_on - timedelta(days=days), row.done_on + timedelta(days=days)
    return Effect(
        improvement_id=row.id,
        done_on=row.done_on,
        days=days,
        first_on=first,
        last_on=last,
        before=_count(work, problem, first, row.done_on - timedelta(days=1)),
        after=_count(work, problem, row.done_on + timedelta(days=1), last),
    )


def _count(work: Work, problem: Problem, first: date, last: date) -> int:
    begin = datetime.combine(first, time.min).astimezone(UTC)
    end = datetime.combine(last + timedelta(days=1), time.min).astimezone(UTC)
    unfounded = (
        select(FlowStage.id)
        .where(FlowStage.flow_id == Ticket.flow_id, FlowStage.code == Ticket.stage)
        .where(FlowStage.state == StageState.UNFOUNDED)
        .exists()
    )
    query = select(func.count(Ticket.id)).where(
        Ticket.branch_id == problem.branch_id,
        Ticket.received_at >= begin,
        Ticket.received_at < end,
        or_(Ticket.problem_id == problem.id, _alike(problem)),
        ~unfounded,
    )
    return work.session.scalar(query) or 0


def _alike(problem: Problem) -> ColumnElement[bool]:
    """Complaints of the problem's category that no other problem claims."""
    if problem.category_id is None:
        return false()
    conditions = [
        Ticket.kind == TicketKind.COMPLAINT,
        Ticket.problem_id.is_(None),
        Ticket.category_id.in_(_beneath(problem.category_id)),
    ]
    if problem.cause_code is not None:
        conditions.append(or_(Ticket.cause_code.is_(None), Ticket.cause_code == problem.cause_code))
    return and_(*conditions)


def _beneath(category_id: UUID) -> Select[tuple[UUID]]:
    """A category and all below it."""
    tree = select(TicketCategory.id).where(TicketCategory.id == category_id).cte("tree", recursive=True)
    tree = tree.union_all(select(TicketCategory.id).join(tree, TicketCategory.parent_id == tree.c.id))
    return select(tree.c.id)
