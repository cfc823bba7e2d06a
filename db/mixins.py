"""What every synchronised row carries: who wrote it, when, from where, and its stamps."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from db.base import Document, TransactionId, UtcTime, new_key


class Synced:
    """A row that travels between replicas; never deleted, only marked so.

    `sync_fv` maps field to stamp (`*` is the creation) and `sync_xid` is PostgreSQL's writing transaction;
    both are written by triggers alone, so the mapper neither sends nor loads them.
    """

    __table_args__: Any = {"sqlite_strict": True}
    __mapper_args__: Any = {"eager_defaults": False}

    if TYPE_CHECKING:
        __tablename__: str

    append_only: ClassVar[bool] = False
    keeps_history: ClassVar[bool] = False

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_key, sort_order=-20)
    created_at: Mapped[datetime] = mapped_column(
        UtcTime(), server_default=text("CURRENT_TIMESTAMP"), sort_order=80
    )
    created_by: Mapped[UUID | None] = mapped_column(sort_order=81)
    created_from: Mapped[UUID | None] = mapped_column(sort_order=82)
    changed_at: Mapped[datetime] = mapped_column(
        UtcTime(), server_default=text("CURRENT_TIMESTAMP"), sort_order=83
    )
    changed_by: Mapped[UUID | None] = mapped_column(sort_order=84)
    changed_from: Mapped[UUID | None] = mapped_column(sort_order=85)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcTime(), sort_order=86)
    sync_fv: Mapped[dict[str, str]] = mapped_column(
        Document(), nullable=True, server_default=FetchedValue(), deferred=True, sort_order=90
    )
    sync_xid: Mapped[int] = mapped_column(
        TransactionId(),
        nullable=True,
        server_default=FetchedValue(),
        deferred=True,
        sort_order=91,
    )


class BranchRow(Synced):
    """A synchronised row that belongs to one branch."""

    @declared_attr
    @classmethod
    def branch_id(cls) -> Mapped[UUID]:
        return mapped_column(ForeignKey("branch.id"), index=True, sort_order=-10)


class SharedRow(Synced):
    """A synchronised row of one branch or, without a branch, of all of them."""

    @declared_attr
    @classmethod
    def branch_id(cls) -> Mapped[UUID | None]:
        return mapped_column(ForeignKey("branch.id"), sort_order=-10)
