"""Imports: what a file brought in, so that it can be told and undone."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Document
from db.mixins import BranchRow


class ImportState(StrEnum):
    """Whether an import stands or was taken back."""

    DONE = "done"
    UNDONE = "undone"


class ImportBatch(BranchRow, Base):
    """One file brought in; `origin_id` marks every row it made or changed."""

    __tablename__ = "import_batch"

    file_name: Mapped[str]
    sha256: Mapped[str]
    state: Mapped[ImportState]
    origin_id: Mapped[UUID]
    rows: Mapped[int]
    created: Mapped[int]
    updated: Mapped[int]
    duplicates: Mapped[int]
    rejected: Mapped[int]
    imported_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class ImportMapping(BranchRow, Base):
    """The columns a person chose for files with these headers, remembered for the next time."""

    __tablename__ = "import_mapping"
    __table_args__ = (Index("ix_import_mapping_signature", "signature"), {"sqlite_strict": True})

    signature: Mapped[str]
    mapping: Mapped[Any] = mapped_column(Document())
