"""A contact closes what it answers: the rows of rules that were due, and the steps that were due without a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.followups.kept import has_visit
from app.followups.records import Item
from app.lists import ChoiceRecord, all_choices, setting
from app.work import Work
from db.base import new_key
from db.models.customers import ContactEntry, ContactWay, Customer
from db.models.followups import FollowUp, StepState
from db.models.lists import ChoiceList

NO_CONTACT: Final = frozenset({ContactWay.FORM_PRINTED, ContactWay.NOTE})
"""Lines of the log that say nothing of having met the customer."""
ACHIEVED: Final = 2
ONE_ACTION: Final = timedelta(milliseconds=100)
"""Rows written in one action differ by microseconds only."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Met:
    """What a contact answers: open rows by key, and due steps that have no row."""

    rows: tuple[UUID, ...] = ()
    steps: tuple[Item, ...] = ()

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
    """What a contact at that moment answers; asked before it is written, since it moves what the rules count from.

    A contact entered late answers what was due then, and nothing that a later event asked for.
    """
    if customer.created_at >= work.now():
        return Met()
    ahead = timedelta(days=int(setting(work, "followup-closes-ahead-days")))
    until = happened_at.astimezone().date() + ahead
    rows = work.session.execute(
        select(FollowUp.id, FollowUp.base_at).where(
            FollowUp.customer_id == customer.id,
            FollowUp.state == StepState.OPEN,
            FollowUp.rule_id.is_not(None),
            FollowUp.due_on <= until,
            ~has_visit(),
        )
    ).all()
    return Met(
        rows=tuple(row.id for row in rows if row.base_at is None or row.base_at <= happened_at),
        steps=(),
    )


def close_by_contact(work: Work, entry: ContactEntry, outcome: ChoiceRecord | None, met: Met) -> None:
    """Close what the contact answered; a step without a row gets one, for the figures."""
    work.session.flush()
    rows = work.session.scalars(select(FollowUp).where(FollowUp.id.in_(met.rows))).all() if met.rows else []
    for row in rows:
        close_row(work, row, entry.id, outcome)
    for item in met.steps:
        made = row_of_step(item, entry.branch_id)
        close_row(work, made, entry.id, outcome)
        work.session.add(made)
    work.session.flush()


def close_row(work: Work, row: FollowUp, entry_id: UUID, outcome: ChoiceRecord | None) -> None:
    """Done, by this contact."""
    row.state = StepState.DONE
    row.closed_at, row.closed_by = work.now(), work.actor.account_id
    row.entry_id = entry_id
    row.outcome = None if outcome is None else outcome.code
    row.is_success = None if outcome is None else outcome.number == ACHIEVED


def row_of_step(item: Item, branch_id: UUID) -> FollowUp:
    """An open row that stands for a step of a rule, exactly as the rule asks for it."""
    return FollowUp(
        id=new_key(),
        branch_id=branch_id,
        customer_id=item.customer_id,
        rule_id=item.key.rule_id,
        subject_id=item.key.id,
        base_at=item.base_at,
        way=item.way or ContactWay.CALL,
        matter=item.title,
        points=item.points or None,
        due_on=item.due_on,
        starts_at=item.starts_at,
        minutes=item.minutes,
        owner_id=item.owner_id,
        state=StepState.OPEN,
    )


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
        made_with_it = row.rule_id is not None and abs(row.created_at - entry.created_at) < ONE_ACTION
        if made_with_it or stand_in(work, row) is not None:
            row.deleted_at = work.now()
        else:
            open_again(row)
        work.session.flush()


def stand_in(work: Work, row: FollowUp) -> UUID | None:
    """The open row that stands for the same step of a rule by now, if any."""
    if row.rule_id is None:
        return None
    return work.session.scalar(
        select(FollowUp.id)
        .where(
            FollowUp.rule_id == row.rule_id,
            FollowUp.subject_id == row.subject_id,
            FollowUp.state == StepState.OPEN,
            FollowUp.id != row.id,
        )
        .limit(1)
    )
