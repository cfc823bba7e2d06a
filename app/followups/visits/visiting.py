"""C4: plan a visit, change the plan, enter what came of it from the paper, take it back, call it off.

A visit is a follow-up of the way VISIT with a row of its own for what the visit form asks. Files are kept on the
line of the contacts log that the results write, in the same action: nothing hangs about that belongs to no result.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from app.customers.cleaning import mend, mend_lines
from app.customers.log import attach, withdraw_entry
from app.errors import UserError
from app.followups.closing import open_again
from app.followups.visits import sheets as visit_sheets
from app.followups.visits.entry import write_results
from app.followups.visits.reading import customer_of, hold_visit, require_reach
from app.followups.visits.records import ANSWERS, NewFile, NewVisit, VisitResults
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Account, Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUp, StepState, Visit

AIM_MOST: Final = 500
TEXT_MOST: Final = 2_000
LONGEST: Final = timedelta(hours=24)
MINUTES_MOST: Final = 24 * 60
CLOCK_SLACK: Final = timedelta(minutes=5)
"""How far ahead of this computer's clock an end may lie: clocks of a shop differ a little."""


def plan_visit(work: Work, new: NewVisit) -> UUID:
    """Plan a visit; returns the id of its follow-up.

    Raises UserError `visit-aim-empty`, `visit-in-past`, `followup-too-far`, `visit-minutes-wrong`,
    `visit-not-wanted` (the customer asked to be left alone), `account-closed`, `text-too-long`, `not-allowed`,
    `row-gone`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    customer = work.get(Customer, new.customer_id)
    if customer.do_not_contact:
        raise UserError("visit-not-wanted", name=customer.name)
    _check_future(work, new)
    return _add(work, customer, new)


def log_visit(work: Work, new: NewVisit, results: VisitResults) -> UUID:
    """A visit nobody had planned, written down after it took place: plan and results in one action.

    Raises as `plan_visit` (the past is wanted here, the future refused: `visit-in-future`) and `enter_results`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    work.require(Permission.LOG_CONTACT)
    customer = work.get(Customer, new.customer_id)
    if new.on > work.today():
        raise UserError("visit-in-future", given=new.on, field="on")
    followup_id = _add(work, customer, new)
    work.session.flush()
    _enter(work, followup_id, results, seen=None)
    return followup_id


def change_visit(work: Work, followup_id: UUID, new: NewVisit, *, seen: str) -> None:
    """Put another plan in the place of the old one; the customer stays.

    Raises as `plan_visit`, and `visit-changed`, `visit-closed`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    row, visit = hold_visit(work, followup_id, seen)
    if row.state is not StepState.OPEN:
        raise UserError("visit-closed")
    if (new.on, new.starts_at) != (row.due_on, row.starts_at):
        _check_future(work, new)
    if new.owner_id != row.owner_id:
        _check_owner(work, new.owner_id)
    _write_plan(row, visit, new)


def enter_results(work: Work, followup_id: UUID, results: VisitResults, *, seen: str) -> UUID:
    """Keep what came of a visit, write its line of the contacts log and close the follow-up; returns the line.

    Entered once more, they take the place of the earlier ones: the new line of the log replaces the old one.
    Raises UserError `visit-empty`, `visit-times-reversed`, `visit-too-long`, `visit-ends-in-future`,
    `visit-cancelled`, `visit-changed` (somebody else was faster; facts `by`), `visit-customer-gone`, the errors of
    the sheet (`visit_sheets.take_sheet`) and of the files (`customers.log.attach`).
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    work.require(Permission.LOG_CONTACT)
    return _enter(work, followup_id, results, seen)


def add_files(work: Work, followup_id: UUID, files: tuple[NewFile, ...]) -> None:
    """Keep photos and scans with results entered before. Raises UserError `visit-not-entered`."""
    work.require(Permission.LOG_CONTACT)
    row, _ = hold_visit(work, followup_id, None)
    if row.state is not StepState.DONE or row.entry_id is None:
        raise UserError("visit-not-entered")
    _attach(work, row.customer_id, row.entry_id, files)


def reopen_visit(work: Work, followup_id: UUID, *, seen: str) -> None:
    """Take results or a cancellation back: the line of the log is withdrawn, the sheet may be entered again.

    What was answered stays on the form. Raises UserError `visit-open`, `visit-changed`, `not-allowed`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    row, visit = hold_visit(work, followup_id, seen)
    if row.state is StepState.OPEN:
        raise UserError("visit-open")
    customer_of(work, row)
    entry_id = row.entry_id
    if row.state is StepState.DONE and entry_id is not None:
        withdraw_entry(work, entry_id)
    visit_sheets.give_back(work, visit)
    open_again(row)
    row.entry_id = entry_id  # leads to the files, which the next results take over


def cancel_visit(work: Work, followup_id: UUID, reason: str, *, seen: str) -> None:
    """Call a visit off; a form printed for it counts as spoilt.

    Raises UserError `visit-reason-empty`, `visit-closed`, `visit-changed`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    told = mend(reason)
    if not told:
        raise UserError("visit-reason-empty", field="reason")
    row, visit = hold_visit(work, followup_id, seen)
    if row.state is not StepState.OPEN:
        raise UserError("visit-closed")
    visit_sheets.spoil_printed(work, visit)
    row.state, row.reason = StepState.CANCELLED, _bounded(told, AIM_MOST, "reason")
    row.closed_at, row.closed_by = work.now(), work.actor.account_id


def _add(work: Work, customer: Customer, new: NewVisit) -> UUID:
    _check_owner(work, new.owner_id)
    require_reach(work, new.owner_id, customer)
    row = FollowUp(
        id=new_key(),
        branch_id=customer.branch_id,
        customer_id=customer.id,
        way=ContactWay.VISIT,
        rule_id=new.step.rule_id if new.step else None,
        subject_id=new.step.id if new.step else None,
        base_at=new.base_at,
        state=StepState.OPEN,
    )
    visit = Visit(id=new_key(), branch_id=customer.branch_id, customer_id=customer.id, followup_id=row.id)
    _write_plan(row, visit, new)
    if row.minutes is None:
        row.minutes = int(setting(work, "visit-minutes"))
    work.session.add(row)
    work.session.flush()
    work.session.add(visit)
    return row.id


def _write_plan(row: FollowUp, visit: Visit, new: NewVisit) -> None:
    if new.minutes is not None and not 0 < new.minutes <= MINUTES_MOST:
        raise UserError("visit-minutes-wrong", given=new.minutes, most=MINUTES_MOST, field="minutes")
    aim = mend(new.aim)
    if not aim:
        raise UserError("visit-aim-empty", field="aim")
    row.matter = _bounded(aim, AIM_MOST, "aim")
    row.points = _bounded(mend_lines(new.points), TEXT_MOST, "points") or None
    row.due_on = new.starts_at.astimezone().date() if new.starts_at else new.on
    row.starts_at, row.minutes, row.owner_id = new.starts_at, new.minutes, new.owner_id
    visit.place = _bounded(mend(new.place), AIM_MOST, "place") or None
    visit.companions = _bounded(mend(new.companions), AIM_MOST, "companions") or None


def _check_future(work: Work, new: NewVisit) -> None:
    if new.on < work.today():
        raise UserError("visit-in-past", given=new.on, field="on")
    if new.starts_at is not None and new.starts_at < work.now() - CLOCK_SLACK:
        raise UserError("visit-in-past", given=new.starts_at, field="at")
    horizon = int(setting(work, "followup-horizon-days"))
    latest = work.now() + timedelta(days=horizon + 1)
    for day in (new.on, new.starts_at.date() if new.starts_at is not None else new.on):
        if day > latest.date():
            raise UserError("followup-too-far", given=day, most=horizon)


def _check_owner(work: Work, owner_id: UUID | None) -> None:
    """Somebody who still works here; only a manager gives work to others."""
    if owner_id is None or owner_id == work.actor.account_id:
        return
    work.require(Permission.ASSIGN_WORK)
    owner = work.get(Account, owner_id)
    if owner.closed_at is not None:
        raise UserError("account-closed", name=owner.name, field="owner_id")


def _enter(work: Work, followup_id: UUID, results: VisitResults, seen: str | None) -> UUID:
    row, visit = hold_visit(work, followup_id, seen)
    if row.state is StepState.CANCELLED:
        raise UserError("visit-cancelled", reason=row.reason or "")
    customer = customer_of(work, row)
    _check_results(work, results)
    visit_sheets.take_sheet(work, row, visit, results)
    for name in ANSWERS:
        setattr(visit, name, _bounded(mend_lines(getattr(results, name)), TEXT_MOST, name) or None)
    visit.met = _bounded(mend(results.met), AIM_MOST, "met") or None
    visit.started_at, visit.ended_at = results.started_at, results.ended_at
    entry_id = write_results(work, customer, row, visit, results.outcome)
    work.session.flush()
    _attach(work, customer.id, entry_id, results.files)
    return entry_id


def _check_results(work: Work, results: VisitResults) -> None:
    begun, ended = results.started_at, results.ended_at
    if not results.outcome and not any(mend_lines(getattr(results, name)) for name in ANSWERS):
        raise UserError("visit-empty", field=ANSWERS[0])
    for name, at in (("started_at", begun), ("ended_at", ended)):
        if at is not None and at > work.now() + CLOCK_SLACK:
            raise UserError("visit-ends-in-future", given=at, field=name)
    if begun is None or ended is None:
        return
    if ended < begun:
        raise UserError("visit-times-reversed", started=begun, ended=ended, field="ended_at")
    if ended - begun > LONGEST:
        raise UserError("visit-too-long", started=begun, ended=ended, field="ended_at")


def _attach(work: Work, customer_id: UUID, entry_id: UUID, files: tuple[NewFile, ...]) -> None:
    for file in files:
        attach(work, customer_id, file_name=file.name, content=file.content, entry_id=entry_id)


def _bounded(text: str, most: int, field: str) -> str:
    if len(text) > most:
        raise UserError("text-too-long", found=len(text), most=most, field=field)
    return text
