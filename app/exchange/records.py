"""What a row of a list becomes: a customer ready to be kept, with what was mended, doubted or refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.customers.numbers import PartialDate
from app.exchange.cells import Cell, from_wire
from app.exchange.fields import Field


class RowState(StrEnum):
    """Whether a row can be kept."""

    READY = "ready"
    WARNED = "warned"
    REJECTED = "rejected"


@dataclass(frozen=True, kw_only=True, slots=True)
class Flaw:
    """One thing wrong with one cell; `code` and `facts` are those of a UserError, `column` is its title."""

    field: Field | None
    column: str
    code: str
    facts: Mapping[str, object]
    fatal: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedPhone:
    """A checked number; `kind` is a value of `PhoneKind`."""

    kind: str
    number: str
    shown: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedVehicle:
    plate: str | None = None
    vin: str | None = None
    model: str | None = None
    engine_no: str | None = None
    bought_on: date | None = None
    mileage_km: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedNeed:
    product: str | None = None
    budget_min: Decimal | None = None
    budget_max: Decimal | None = None
    purpose: str | None = None
    intent_level: str | None = None
    expected_on: date | None = None
    competitor: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedContact:
    """A contact person of a company."""

    name: str
    post: str | None = None
    phone: ListedPhone | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedEntry:
    """A line for the contacts log with its own author and day, not the importer's and today's."""

    text: str
    author: str | None = None
    day: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedCustomer:
    """A customer as a list tells it; `fields` holds the plain columns of the card by their names."""

    kind: str
    name: str
    phones: tuple[ListedPhone, ...] = ()
    birth: PartialDate | None = None
    fields: Mapping[str, str | Decimal] = field(default_factory=dict)
    vehicle: ListedVehicle | None = None
    need: ListedNeed | None = None
    contact: ListedContact | None = None
    entry: ListedEntry | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedRow:
    """A row after checking; `customer` is None exactly when it is rejected.

    From the reading child come `prepared` (texts worked out of the customer there) and the cells `packed` as JSON,
    since few rows are ever asked for them: read `original`.
    """

    number: int
    cells: tuple[Cell, ...]
    state: RowState
    customer: ListedCustomer | None
    flaws: tuple[Flaw, ...] = ()
    prepared: tuple[str, ...] = ()
    packed: str = ""

    @property
    def original(self) -> tuple[Cell, ...]:
        """The cells as they stand in the list."""
        return tuple(from_wire(cell) for cell in json.loads(self.packed)) if self.packed else self.cells
