"""The search index: one normalised text per customer, and who waits to be indexed anew."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class FieldKind(StrEnum):
    """What a field of a search text was made from; one letter each, kept in the order of the fields."""

    NAME = "n"
    PINYIN = "p"
    INITIALS = "i"
    PHONE = "t"
    NUMBER = "u"
    COMPANY = "c"
    COMPANY_PINYIN = "q"
    COMPANY_INITIALS = "j"
    PLATE = "l"
    VIN = "v"
    WECHAT = "w"
    CONTACT = "k"
    CONTACT_PINYIN = "y"
    CONTACT_INITIALS = "x"
    CONTACT_PHONE = "o"


class SearchText(Base):
    """Everything one customer can be found by; derived, local to each database, never synchronised.

    On SQLite `slot` is the row number of the gram index and runs with the last contact, so that the index
    itself hands out the latest contacts first; on PostgreSQL it is a mere key and `grams` holds the index.
    """

    __tablename__ = "search_text"
    __table_args__ = (
        Index("uq_search_text_customer_id", "customer_id", unique=True),
        {"sqlite_strict": True},
    )

    slot: Mapped[int] = mapped_column(BigInteger(), primary_key=True)
    customer_id: Mapped[UUID]
    branch_id: Mapped[UUID]
    last_contact: Mapped[datetime]
    kinds: Mapped[str]
    text: Mapped[str]
    grams: Mapped[list[int] | None] = mapped_column(ARRAY(Integer()).with_variant(Text(), "sqlite"))


class SearchDirty(Base):
    """A customer whose search text may be out of date; filled by triggers, emptied before the commit."""

    __tablename__ = "search_dirty"
    __table_args__ = {"sqlite_strict": True}

    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
