"""What of a car's services crosses to other rooms and floors: frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from app.care.due import Due


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceDraft:
    """A service as a person enters it; `served_by` None is whoever enters it."""

    served_on: date
    items: str
    mileage_km: int | None = None
    parts: str = ""
    minutes: int | None = None
    cost: Decimal | None = None
    served_by: UUID | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceLine:
    """A recorded service; `changed_at` is what an edit must have seen."""

    id: UUID
    vehicle_id: UUID | None
    served_on: date
    items: str
    mileage_km: int | None
    parts: str
    minutes: int | None
    cost: Decimal | None
    served_by: UUID | None
    served_by_name: str
    note: str
    changed_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingLine:
    """A mileage reading that is no part of a service."""

    id: UUID
    read_on: date
    km: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VehicleCare:
    """A car with its past and what is due; own intervals where it has them."""

    vehicle_id: UUID
    customer_id: UUID
    model: str
    plate: str
    mileage_km: int | None
    own_months: int | None
    own_km: int | None
    services: tuple[ServiceLine, ...]
    readings: tuple[ReadingLine, ...]
    due: Due
    is_due_soon: bool
