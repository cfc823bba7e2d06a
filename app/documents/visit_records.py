"""What the visit form and the telephone log are given: plain values, every code already in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitEntry:
    """One visit form LC-02; an entry with only a serial and an edition is a blank form.

    Times are the branch's own clock. `last_contacts` and `open_needs` are lines ready to be read.
    """

    serial: str
    edition: str = ""
    customer_name: str = ""
    customer_number: str = ""
    contact_name: str = ""
    phone: str = ""
    class_text: str = ""
    address: str = ""
    last_contacts: tuple[str, ...] = ()
    open_needs: tuple[str, ...] = ()
    planned_on: date | None = None
    planned_at: str = ""
    minutes: int | None = None
    representative: str = ""
    companions: str = ""
    place: str = ""
    aim: str = ""
    points: str = ""
    met: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    needs: str = ""
    competitor_advantage: str = ""
    our_difference: str = ""
    next_improvement: str = ""
    feedback: str = ""
    next_strategy: str = ""
    outcome_text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CallLine:
    """One telephone call; `at` is the branch's own clock, `is_incoming` None where nobody noted it."""

    at: datetime
    is_incoming: bool | None = None
    customer: str = ""
    number: str = ""
    phone: str = ""
    matter: str = ""
    answer: str = ""
    result: str = ""
    minutes: int | None = None
    by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PhoneLog:
    """The telephone log LC-03 of a day, a person or a customer; without calls it is a sheet to write on."""

    edition: str = ""
    about: tuple[tuple[str, str], ...] = ()
    calls: tuple[CallLine, ...] = ()
    blank_sheets: int = 0
    printed_at: datetime | None = None
    printed_by: str = ""
