"""What of the follow-ups crosses to other rooms and floors: frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from db.models.customers import ContactWay
from db.models.followups import RuleBasis, StepState


class ItemKind(StrEnum):
    """What an item of the calendar is: asked for by a rule, kept as a row, a visit, an appointment, an occasion."""

    STEP = "step"
    FOLLOWUP = "followup"
    VISIT = "visit"
    APPOINTMENT = "appointment"
    CARE = "care"


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemKey:
    """Names an item for good, so that it can be acted on later.

    `id` is the row's for a follow-up, visit or appointment; of a derived step it is the subject's (the customer, the
    need or the service it counts from) and `rule_id` the rule's. `on` is the original day of one occurrence of a
    recurring appointment.
    """

    kind: ItemKind
    id: UUID
    rule_id: UUID | None = None
    on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """Whose items: one account's (`person`), or the whole branch's where it is None.

    `unassigned` adds to a person's items those that belong to nobody.
    """

    person: UUID | None = None
    unassigned: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One line of Today, one bar of the calendar.

    `due_on` is the day on the wall calendar it is due, after moving off days without work; `starts_at` and `minutes`
    where it has a time. `base_at` is the moment a rule counted from. `is_overdue` is against the day of the reading.
    `missed_days` counts the days running on which nobody was reached (after five: a letter or SMS).
    """

    key: ItemKey
    customer_id: UUID | None
    customer_number: str = ""
    customer_name: str = ""
    phone: str = ""
    class_code: str = ""
    intent_level: str = ""
    title: str
    points: str = ""
    way: ContactWay | None = None
    due_on: date
    starts_at: datetime | None = None
    minutes: int | None = None
    until_on: date | None = None
    owner_id: UUID | None = None
    owner_name: str = ""
    state: StepState = StepState.OPEN
    outcome: str = ""
    rule_name: str = ""
    basis: RuleBasis | None = None
    base_at: datetime | None = None
    is_overdue: bool = False
    is_recurring: bool = False
    missed_days: int = 0
    last_contact_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DayLoad:
    """How much one person has on one day."""

    account_id: UUID | None
    day: date
    items: int
    minutes: int
