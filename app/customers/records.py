"""What of a card crosses to other rooms and floors: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.customers.fields import Part
from db.models.customers import ConsentPurpose, ContactWay, CustomerKind, OriginKind


@dataclass(frozen=True, kw_only=True, slots=True)
class PartRow:
    """One row of a card: its stored values by column, a birthday as one value under `birth`."""

    part: Part
    id: UUID
    values: Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One line of the contacts log."""

    id: UUID
    way: ContactWay
    happened_at: datetime
    by_name: str
    matter: str
    answer: str
    result: str
    next_step: str
    replaces_id: UUID | None
    outcome: str = ""
    is_incoming: bool | None = None
    minutes: int | None = None
    attachments: tuple[AttachmentRecord, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachmentRecord:
    """A scan or photo; the content is read apart by its SHA-256. `size` in bytes."""

    id: UUID
    entry_id: UUID | None
    sha256: str
    file_name: str
    media_type: str
    size: int
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ConsentState:
    """The latest word of the customer on one purpose."""

    purpose: ConsentPurpose
    given: bool
    edition: str
    happened_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A6: who entered a value, when, and from which source on which device."""

    at: datetime
    by_name: str
    origin: OriginKind | None
    reference: str
    device_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One changed field with both values as stored text, newest first in a history."""

    part: Part
    row_id: UUID
    field: str
    old_value: str | None
    new_value: str | None
    mark: Mark


@dataclass(frozen=True, kw_only=True, slots=True)
class Completeness:
    """How much of what the rules ask is filled, in percent, and what to ask next, weightiest first."""

    percent: int
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """Everything on one screen about a customer."""

    id: UUID
    number: str
    kind: CustomerKind
    branch_id: UUID
    main: PartRow
    phones: tuple[PartRow, ...]
    people: tuple[PartRow, ...]
    vehicles: tuple[PartRow, ...]
    needs: tuple[PartRow, ...]
    entries: tuple[Entry, ...]
    entries_more: bool
    attachments: tuple[AttachmentRecord, ...]
    consents: tuple[ConsentState, ...]
    completeness: Completeness
    created: Mark
    changed: Mark

    @property
    def name(self) -> str:
        """The customer's name as entered."""
        return str(self.main.values["name"])

    def rows(self, part: Part) -> tuple[PartRow, ...]:
        """The rows of one part."""
        return {
            Part.CUSTOMER: (self.main,),
            Part.PHONE: self.phones,
            Part.PERSON: self.people,
            Part.VEHICLE: self.vehicles,
            Part.NEED: self.needs,
        }[part]
