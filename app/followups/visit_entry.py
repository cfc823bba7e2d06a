"""Write the results of a visit into the contacts log and close its follow-up with them."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.customers.log import NewEntry, write_entry
from app.errors import UserError
from app.lists import all_choices
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUp, StepState, Visit
from db.models.lists import ChoiceList

LOGGED: Final = (
    ("competitor_advantage", "竞争优势："),
    ("our_difference", "我方差异："),
    ("next_improvement", "改进："),
)
"""What the log's one line for the result gathers, each with the words of the paper."""
SUCCESS: Final = 2
"""The figure of an outcome that achieved the aim."""


def write_results(work: Work, customer: Customer, row: FollowUp, visit: Visit, outcome: str) -> UUID:
    """The line of the log, which replaces an earlier one of this visit; the follow-up is done with it."""
    work.require(Permission.LOG_CONTACT)
    number = _number(work, outcome)
    entry = NewEntry(
        way=ContactWay.VISIT,
        matter=row.matter,
        answer="\n".join(filter(None, (_told("需求：", visit.needs), _told("反馈：", visit.feedback)))),
        result="\n".join(filter(None, (_told(words, getattr(visit, name)) for name, words in LOGGED))),
        next_step=visit.next_strategy or "",
        happened_at=visit.ended_at or visit.started_at,
        replaces_id=row.entry_id,
    )
    entry_id = write_entry(work, customer, entry)
    work.session.flush()
    row.state, row.entry_id = StepState.DONE, entry_id
    row.closed_at, row.closed_by = work.now(), work.actor.account_id
    row.outcome, row.is_success = outcome or None, None if number is None else number == SUCCESS
    return entry_id


def minutes_of(visit: Visit) -> int | None:
    """How long it took, where both times are known."""
    if visit.started_at is None or visit.ended_at is None:
        return None
    return round((visit.ended_at - visit.started_at).total_seconds() / 60)


def _number(work: Work, outcome: str) -> int | None:
    """The figure of an outcome; UserError `visit-outcome-unknown` for a code the list does not have."""
    if not outcome:
        return None
    known = next((one for one in all_choices(work)[ChoiceList.OUTCOME] if one.code == outcome), None)
    if known is None:
        raise UserError("visit-outcome-unknown", given=outcome, field="outcome")
    return known.number if known.number is not None else 1


def _told(words: str, text: str | None) -> str:
    return f"{words}{text}" if text else ""
