"""When and how to try next: by the rules, and by letter or SMS where nobody is reached for days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.calendar_days import work_calendar
from app.followups.items import open_item
from app.followups.records import Item, ItemKey
from app.lists import ChoiceRecord, choice_of, setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactWay
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
    return Proposal(on=work.today() + timedelta(days=30), way=way, reason=Because.NO_RULE)


def _again(work: Work, item: Item, way: ContactWay) -> Proposal:
    """The next working day; after too many days without an answer by another way."""
    on = next_working_day(work, work.today() + timedelta(days=1))
    missed = item.missed_days + 1
    if missed < int(setting(work, "followup-missed-days")):
        return Proposal(on=on, way=way, reason=Because.TRY_AGAIN, missed_days=missed)
    written = ContactWay.SMS if item.phone else ContactWay.LETTER
    return Proposal(on=on, way=written, reason=Because.MISSED_DAYS, missed_days=missed)


def next_working_day(work: Work, day: date) -> date:
    """The day itself if there is work on it, else the next one with."""
    return work_calendar(work).next_working_day(day)
