"""The replica's clock and outbox; local to each database file, never synchronised."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class SyncState(Base):
    """One row: who this replica is and its hybrid logical clock (milliseconds and counter)."""

    __tablename__ = "sync_state"
    __table_args__ = {"sqlite_strict": True}

    id: Mapped[int] = mapped_column(BigInteger(), primary_key=True, autoincrement=False)
    replica: Mapped[str]
    ms: Mapped[int] = mapped_column(server_default="0", default=0)
    counter: Mapped[int] = mapped_column(server_default="0", default=0)
    capture: Mapped[int] = mapped_column(server_default="1", default=1)
    erasing: Mapped[int] = mapped_column(server_default="0", default=0)
    token: Mapped[str | None]


class SyncOut(Base):
    """A field of a row not yet pushed, with the stamp of its last change."""

    __tablename__ = "sync_out"
    __table_args__ = (Index("ix_sync_out_stamp", "stamp"), {"sqlite_strict": True})

    row_table: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    stamp: Mapped[str]


class NumberSequence(Base):
    """The last human number this database handed out, by device and kind."""

    __tablename__ = "number_sequence"
    __table_args__ = {"sqlite_strict": True}

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]
