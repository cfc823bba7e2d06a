"""Write the results of a visit into the contacts log and close its follow-up with them."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.customers.log import NewEntry, write_entry
from app.followups.closing import close_row
from app.followups.results import ASKED_STOP, stop_contact
from app.lists import choice_of
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUp, Visit
from db.models.lists import ChoiceList

LOGGED: Final = (
    ("competitor_advantage", "竞争优势："),
    ("our_difference", "我方差异："),
    ("next_improvement", "改进："),
)
"""What the log's one line for the result gathers, each with the words of the paper."""


def write_results(work: Work, customer: Customer, row: FollowUp, visit: Visit, outcome: str) -> UUID:
    """The line of the log, which replaces an earlier one of this visit; the follow-up is done with it."""
    work.require(Permission.LOG_CONTACT)
    result = choice_of(work, ChoiceList.OUTCOME, outcome, "visit-outcome-unknown")
    entry = NewEntry(
        way=ContactWay.VISIT,
        matter=row.matter,
        answer="\n".join(filter(None, (_told("需求：", visit.needs), _told("反馈：", visit.feedback)))),
        result="\n".join(filter(None, (_told(words, getattr(visit, name)) for name, words in LOGGED))),
        next_step=visit.next_strategy or "",
        happened_at=visit.ended_at or visit.started_at,
        replaces_id=row.entry_id,
        outcome=outcome or None,
        minutes=minutes_of(visit),
    )
    entry_id = write_entry(work, customer, entry)
    work.session.flush()
    close_row(work, row, entry_id, result)
    work.session.flush()
    if outcome == ASKED_STOP and not customer.do_not_contact:
        stop_contact(work, customer)
    return entry_id


def minutes_of(visit: Visit) -> int | None:
    """How long it took, where both times are known."""
    if visit.started_at is None or visit.ended_at is None:
        return None
    return round((visit.ended_at - visit.started_at).total_seconds() / 60)


def _told(words: str, text: str | None) -> str:
    return f"{words}{text}" if text else ""
