"""When and how to try next: by the rules, and by letter or SMS where nobody is reached for days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import select

from app.calendar_days import work_calendar
from app.followups.items import open_item
from app.followups.records import Item, ItemKey
from app.followups.rules.derived import moving_of
from app.followups.rules.governing import stored_rules
from app.followups.rules.records import CYCLES, RuleRecord
from app.followups.rules.times import add_months, due_of
from app.followups.standing import steps_at
from app.lists import ChoiceRecord, all_choices, choice_of, setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactEntry, ContactWay, Customer
from db.models.followups import FollowUp, FollowUpRule, StepState
from db.models.lists import ChoiceList


class Because(StrEnum):
    """Why this is proposed."""

    TRY_AGAIN = "try-again"
    MISSED_DAYS = "missed-days"
    RULE = "rule"
    NO_RULE = "no-rule"


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """The next contact as the program would plan it; `missed_days` includes the attempt just made."""

    on: date
    way: ContactWay
    reason: Because
    missed_days: int = 0


def propose_next(work: Work, key: ItemKey, outcome: str) -> Proposal:
    """What to do next after this outcome; nothing is written.

    Raises UserError `outcome-unknown` and as `open_item`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    known = choice_of(work, ChoiceList.OUTCOME, outcome, "outcome-unknown")
    return proposal(work, open_item(work, key), known)


def proposal(work: Work, item: Item, outcome: ChoiceRecord | None) -> Proposal:
    """As `propose_next` for an item in hand; the permission is the caller's."""
    way = item.way or ContactWay.CALL
    if outcome is not None and outcome.number == 0:
        return _again(work, item, way)
    rule = _cycle_of(work, item)
    if rule is None:
        later = next_working_day(work, add_months(work.today(), 1))
        return Proposal(on=later, way=way, reason=Because.NO_RULE)
    due = due_of(rule, work.now(), moving_of(work))
    return Proposal(on=max(due.on, work.today()), way=rule.way, reason=Because.RULE)


def _cycle_of(work: Work, item: Item) -> RuleRecord | None:
    """The cycle that governs the customer, whether its step is derived now or somebody made a row of it."""
    if item.customer_id is None:
        return None
    steps = steps_at(work, work.get(Customer, item.customer_id))
    found = next((step.rule for step in steps if step.rule.basis in CYCLES), None)
    if found is not None:
        return found
    row_rule = work.session.scalar(
        select(FollowUp.rule_id)
        .join(FollowUpRule, FollowUpRule.id == FollowUp.rule_id)
        .where(
            FollowUp.customer_id == item.customer_id,
            FollowUp.state == StepState.OPEN,
            FollowUpRule.basis.in_(CYCLES),
            FollowUpRule.active,
        )
        .limit(1)
    )
    return next((rule for rule in stored_rules(work) if rule.id == row_rule), None)


def _again(work: Work, item: Item, way: ContactWay) -> Proposal:
    """The next working day; after too many days without an answer by another way."""
    on = next_working_day(work, work.today() + timedelta(days=1))
    missed = item.missed_days + (0 if _tried_today(work, item) else 1)
    if missed < int(setting(work, "followup-missed-days")):
        return Proposal(on=on, way=way, reason=Because.TRY_AGAIN, missed_days=missed)
    written = ContactWay.SMS if item.phone else ContactWay.LETTER
    return Proposal(on=on, way=written, reason=Because.MISSED_DAYS, missed_days=missed)


def _tried_today(work: Work, item: Item) -> bool:
    """Whether an attempt of today is among the missed days already."""
    missed = [entry.code for entry in all_choices(work)[ChoiceList.OUTCOME] if entry.number == 0]
    morning = datetime.combine(work.today(), time.min).astimezone()
    query = select(ContactEntry.id).where(
        ContactEntry.customer_id == item.customer_id,
        ContactEntry.happened_at >= morning,
        ContactEntry.outcome.in_(missed),
    )
    return work.session.scalar(query.limit(1)) is not None


def next_working_day(work: Work, day: date) -> date:
    """The day itself if there is work on it, else the next one with."""
    return work_calendar(work).next_working_day(day)
