"""What of the care of customers crosses to other rooms and floors: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.care.allowed import WhyNot
from app.care.facts import About
from db.models.care import CareHow, Occasion


@dataclass(frozen=True, kw_only=True, slots=True)
class CareKey:
    """One occasion on one day: `code` is the festival's; maintenance is one occasion of the day it is looked at."""

    occasion: Occasion
    on: date
    code: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CareItem:
    """One line of the calendar or of Today: somebody's birthday, a car due, or a festival with its `count`."""

    key: CareKey
    on: date
    customer_id: UUID | None = None
    person_id: UUID | None = None
    vehicle_id: UUID | None = None
    number: str = ""
    name: str = ""
    firm: str = ""
    age: int | None = None
    lunar: str = ""
    car: str = ""
    title_zh: str = ""
    title_en: str = ""
    count: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class CareGroup:
    """An occasion of a day: how many may be greeted, how many of them were, and the names of the first few."""

    key: CareKey
    title_zh: str = ""
    title_en: str = ""
    count: int
    done: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """The subjects of an occasion as packed keys: to be greeted, done, and left out (with how many for what reason).

    A subject is the customer, the contact person or the car. Of very many people nobody is judged beforehand
    (`is_judged`): they all are in `ready`, and who may not be greeted is left out as the messages are made.
    """

    ready: bytes = b""
    done: bytes = b""
    refused: bytes = b""
    why: Mapping[WhyNot, int] = field(default_factory=dict)
    is_judged: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class LastTime:
    """What was done on the same occasion the year before; `what` names the gift."""

    how: CareHow
    on: date
    what: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CareLine:
    """One row of the list behind an occasion."""

    subject_id: UUID
    about: About
    number: str
    name: str
    firm: str = ""
    class_code: str = ""
    address: str = ""
    age: int | None = None
    lunar: str = ""
    car: str = ""
    due_on: date | None = None
    why_not: WhyNot | None = None
    done_how: CareHow | None = None
    done_on: date | None = None
    last_time: LastTime | None = None
