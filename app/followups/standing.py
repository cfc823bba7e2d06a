"""How a step of a rule and a row that stands for it belong together; the permission is the caller's."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.followups.records import ItemKey
from app.followups.rules.derived import Step, read_steps
from app.work import Work
from db.base import new_key
from db.models.customers import Customer, Need
from db.models.followups import FollowUp, FollowUpRule, RuleBasis, StepState
from db.models.services import ServiceRecord

STEPS_MOST = 1_000


def customer_of_step(work: Work, key: ItemKey) -> UUID | None:
    """The live customer whose step it is: the subject itself, or whom the service or need is of."""
    basis = work.session.scalar(select(FollowUpRule.basis).where(FollowUpRule.id == key.rule_id))
    subject: Any = {RuleBasis.SERVICE: ServiceRecord, RuleBasis.EXPECTED: Need}.get(basis) if basis else None
    customer_id = key.id
    if subject is not None:
        found = work.session.scalar(select(subject.customer_id).where(subject.id == key.id))
        if found is None:
            return None
        customer_id = found
    return work.session.scalar(select(Customer.id).where(Customer.id == customer_id))


def steps_at(work: Work, customer: Customer, until: date = date.max) -> list[Step]:
    """What the rules ask for of one customer now, due by a day."""
    return read_steps(
        work, None, None, until, limit=STEPS_MOST, customer_id=customer.id, branch_id=customer.branch_id
    )


def row_of_step(step: Step, branch_id: UUID | None) -> FollowUp:
    """An open row that stands for a step, exactly as the rule asks for it."""
    return FollowUp(
        id=new_key(),
        branch_id=branch_id,
        customer_id=step.customer_id,
        rule_id=step.rule.id,
        subject_id=step.subject_id,
        base_at=step.base_at,
        way=step.rule.way,
        matter=step.rule.matter_zh,
        points=step.rule.points or None,
        due_on=step.due.on,
        starts_at=step.due.at,
        owner_id=step.owner_id,
        state=StepState.OPEN,
    )


def open_row_of(
    work: Work, rule_id: UUID | None, subject_id: UUID | None, but: UUID | None = None
) -> UUID | None:
    """The open row that stands for a step of a rule, if there is one other than `but`."""
    if rule_id is None:
        return None
    query = select(FollowUp.id).where(
        FollowUp.rule_id == rule_id, FollowUp.subject_id == subject_id, FollowUp.state == StepState.OPEN
    )
    return work.session.scalar((query if but is None else query.where(FollowUp.id != but)).limit(1))
