"""A contact closes what it answers: the rows of rules that were due, and the steps that were due without a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.followups.kept import has_visit
from app.followups.rules.derived import Step
from app.followups.standing import open_row_of, row_of_step, steps_at
from app.lists import ChoiceRecord, all_choices, setting
from app.work import Work
from db.models.customers import ContactEntry, ContactWay, Customer
from db.models.followups import FollowUp, FollowUpRule, RuleBasis, StepState
from db.models.lists import ChoiceList

NO_CONTACT: Final = frozenset({ContactWay.FORM_PRINTED, ContactWay.NOTE})
"""Lines of the log that say nothing of having met the customer."""
WRITTEN: Final = frozenset(
    {ContactWay.WECHAT, ContactWay.SMS, ContactWay.EMAIL, ContactWay.LETTER, ContactWay.FAX}
)
SPOKEN: Final = frozenset({ContactWay.CALL, ContactWay.VISIT})
CYCLES: Final = frozenset({RuleBasis.CLASS, RuleBasis.INTENT})
ACHIEVED: Final = 2
ONE_ACTION: Final = timedelta(milliseconds=100)
"""Rows written in one action differ by microseconds only; their keys tell which came first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Met:
    """What a contact answers: open rows by key, and due steps that have no row."""

    rows: tuple[UUID, ...] = ()
    steps: tuple[Step, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.steps)


def counts_as_contact(way: ContactWay, outcome: ChoiceRecord | None) -> bool:
    """Whether somebody was met: a line without an outcome says so, too."""
    return way not in NO_CONTACT and (outcome is None or outcome.number != 0)


def contact_conditions(work: Work) -> list[ColumnElement[bool]]:
    """As `counts_as_contact`, for the lines of the log in the database."""
    missed = [entry.code for entry in all_choices(work)[ChoiceList.OUTCOME] if entry.number == 0]
    known = ContactEntry.outcome
    return [ContactEntry.way.not_in(NO_CONTACT), known.is_(None) | known.not_in(missed)]


def steps_met(work: Work, customer: Customer, happened_at: datetime) -> Met:
    """What a contact at that moment may answer; asked before it is written, since it moves what the rules count from.

    A contact entered late answers what was due then, and nothing that a later event asked for.
    """
    if customer.created_at >= work.now():
        return Met()
    until = _closes_until(work, happened_at)
    rows = work.session.execute(
        select(FollowUp.id, FollowUp.base_at, FollowUpRule.basis)
        .join(FollowUpRule, FollowUpRule.id == FollowUp.rule_id)
        .where(
            FollowUp.customer_id == customer.id,
            FollowUp.state == StepState.OPEN,
            FollowUp.due_on <= until,
            ~has_visit(),
        )
    ).all()
    return Met(
        rows=tuple(row.id for row in rows if _answers(row.basis, row.base_at, happened_at)),
        steps=tuple(steps_at(work, customer, until)),
    )


def _closes_until(work: Work, happened_at: datetime) -> date:
    ahead = int(setting(work, "followup-closes-ahead-days"))
    return happened_at.astimezone().date() + timedelta(days=ahead)


def _answers(basis: RuleBasis, base_at: datetime | None, happened_at: datetime) -> bool:
    """Whether a contact comes after what the rule counts from; the day of the service itself is no return call."""
    if base_at is None or basis is RuleBasis.EXPECTED:
        return True
    if basis in (RuleBasis.SERVICE, RuleBasis.EVENT):
        return happened_at.astimezone().date() > base_at.astimezone().date()
    return happened_at >= base_at


def close_by_contact(
    work: Work, customer: Customer, entry: ContactEntry, outcome: ChoiceRecord | None, met: Met
) -> None:
    """Close what the contact answered; a step no longer asked for because of it gets a row, for the figures.

    What was only written leaves a call or visit that is asked for once: its step is kept as an open row.
    """
    work.session.flush()
    rows = work.session.execute(
        select(FollowUp, FollowUpRule.basis)
        .join(FollowUpRule, FollowUpRule.id == FollowUp.rule_id)
        .where(FollowUp.id.in_(met.rows))
    ).all()
    for row, basis in rows:
        if not _wants_a_voice(entry.way, basis, row.way):
            close_row(work, row, entry.id, outcome)
    left = {_name(step) for step in steps_at(work, customer)} if met.steps else set()
    for step in met.steps:
        if _name(step) not in left:
            made = row_of_step(step, customer.branch_id)
            if not _wants_a_voice(entry.way, step.rule.basis, step.rule.way):
                close_row(work, made, entry.id, outcome)
            work.session.add(made)
    work.session.flush()


def _wants_a_voice(written: ContactWay, basis: RuleBasis, way: ContactWay) -> bool:
    """Whether a message does not do: thanks by WeChat are not yet the first call."""
    return written in WRITTEN and way in SPOKEN and basis not in CYCLES


def _name(step: Step) -> tuple[UUID, UUID, datetime]:
    return step.rule.id, step.subject_id, step.base_at


def close_row(work: Work, row: FollowUp, entry_id: UUID, outcome: ChoiceRecord | None) -> None:
    """Done, by this contact."""
    row.state = StepState.DONE
    row.closed_at, row.closed_by = work.now(), work.actor.account_id
    row.entry_id = entry_id
    row.outcome = None if outcome is None else outcome.code
    row.is_success = None if outcome is None else outcome.number == ACHIEVED


def open_again(row: FollowUp) -> None:
    """Make a closed row an open one, with nothing left of how it was closed."""
    row.state = StepState.OPEN
    row.closed_at = row.closed_by = row.entry_id = row.outcome = row.is_success = row.reason = None


def open_again_by(work: Work, entry: ContactEntry) -> None:
    """Undo what a line of the log closed: rows are open again, those made with the line go.

    A row whose step is planned anew by now goes, too, so that no step stands there twice.
    """
    for row in work.session.scalars(
        select(FollowUp).where(FollowUp.entry_id == entry.id, FollowUp.state == StepState.DONE)
    ).all():
        at_once = row.id > entry.id and abs(row.created_at - entry.created_at) < ONE_ACTION
        made_with_it = row.rule_id is not None and at_once
        if made_with_it or open_row_of(work, row.rule_id, row.subject_id, row.id):
            row.deleted_at = work.now()
        else:
            open_again(row)
        work.session.flush()
