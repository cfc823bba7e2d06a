"""The column vocabulary and naming convention every table is written in."""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Boolean, Date, DateTime, Dialect, Enum, MetaData, Text, Uuid
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

_key_lock = threading.Lock()
_last_key_time = 0


def new_key() -> UUID:
    """A UUID version 7 (RFC 9562, section 5.7), ever increasing within this process.

    The twelve bits after the version hold the sub-millisecond fraction (method 3 of section 6.2).
    """
    global _last_key_time  # noqa: PLW0603 - one clock per process, under the lock
    with _key_lock:
        ticks = max(time.time_ns() * 4096 // 1_000_000, _last_key_time + 1)
        _last_key_time = ticks
    random = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return UUID(int=(ticks >> 12) << 80 | 0x7 << 76 | (ticks & 0xFFF) << 64 | 0b10 << 62 | random)


class UtcTime(TypeDecorator[datetime]):
    """An instant: aware UTC in Python, `timestamptz` on PostgreSQL, sortable text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class MoneyType(TypeDecorator[Decimal]):
    """An amount in yuan, kept as whole fen so that no engine rounds it."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int((value * 100).to_integral_value())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 100


class Document(TypeDecorator[Any]):
    """A small JSON value: `jsonb` on PostgreSQL, text on SQLite."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind: type[JSON] = JSON
        if dialect.name == "postgresql":  # a dialect that is not used costs a tenth of the start
            from sqlalchemy.dialects.postgresql import JSONB

            kind = JSONB
        return dialect.type_descriptor(kind(none_as_null=True))


class TransactionId(UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction number; an unused text column on SQLite."""

    cache_ok = True

    def get_col_spec(self, **_options: Any) -> str:
        return "xid8"


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


Key = Annotated[UUID, mapped_column(Uuid())]
UtcStamp = Annotated[datetime, mapped_column(UtcTime())]
Day = Annotated[date, mapped_column(Date())]
Money = Annotated[Decimal, mapped_column(MoneyType())]
ShortText = Annotated[str, mapped_column(Text())]


@compiles(Uuid, "sqlite")
@compiles(DateTime, "sqlite")
@compiles(Date, "sqlite")
@compiles(Enum, "sqlite")
@compiles(JSON, "sqlite")
@compiles(TransactionId, "sqlite")
def _text_on_sqlite(_type: TypeEngine[Any], _compiler: object, **_options: object) -> str:
    return "TEXT"


@compiles(BigInteger, "sqlite")
@compiles(Boolean, "sqlite")
def _integer_on_sqlite(_type: TypeEngine[Any], _compiler: object, **_options: object) -> str:
    return "INTEGER"


class Base(DeclarativeBase):
    """The declarative base: text columns, convention for names, enums stored by value."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {
        str: Text(),
        int: BigInteger(),
        UUID: Uuid(),
        datetime: UtcTime(),
        date: Date(),
        Decimal: MoneyType(),
        StrEnum: Enum(StrEnum, native_enum=False, length=32, values_callable=_values),
    }


__all__ = [
    "Base",
    "Day",
    "Document",
    "Key",
    "Money",
    "MoneyType",
    "ShortText",
    "TransactionId",
    "UtcStamp",
    "UtcTime",
    "new_key",
]
