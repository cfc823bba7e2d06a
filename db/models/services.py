"""What happens to a car of a customer: mileage readings and services (A8)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.mixins import BranchRow
from db.models.customers import live_index


class MileageReading(BranchRow, Base):
    """What the mileage counter of a car showed on a day (A8)."""

    __tablename__ = "mileage_reading"
    append_only = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    vehicle_id: Mapped[UUID] = mapped_column(ForeignKey("vehicle.id"), index=True)
    read_on: Mapped[date]
    km: Mapped[int]


class ServiceRecord(BranchRow, Base):
    """A service of a car (维修保养): what was done, with what, by whom, at what cost (A8)."""

    __tablename__ = "service_record"
    __table_args__ = (
        live_index("ix_service_record_branch_served", "branch_id", "served_on", "id"),
        {"sqlite_strict": True},
    )
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    vehicle_id: Mapped[UUID | None] = mapped_column(ForeignKey("vehicle.id"), index=True)
    served_on: Mapped[date]
    mileage_km: Mapped[int | None]
    items: Mapped[str]
    parts: Mapped[str | None]
    minutes: Mapped[int | None]
    cost: Mapped[Decimal | None]
    served_by: Mapped[UUID | None]
    note: Mapped[str | None]
