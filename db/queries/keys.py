"""Whole columns of keys in few bytes: a million in 16 MB, without an object each."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Text, type_coerce
from sqlalchemy.orm import Session

CHUNK: Final = 20_000


def packed_keys(session: Session, key: ColumnElement[Any], narrow: Select[Any]) -> bytes:
    """The keys a query yields, 16 bytes each, in its order; `narrow` is the query without its columns."""
    rows = session.connection().execute(
        narrow.with_only_columns(type_coerce(key, Text())), execution_options={"yield_per": CHUNK}
    )
    parts = [_packed([row[0] for row in chunk]) for chunk in rows.partitions()]
    return b"".join(parts)


def _packed(keys: list[Any]) -> bytes:
    """SQLite hands out hex digits, PostgreSQL's driver a UUID."""
    if keys and isinstance(keys[0], str):
        return bytes.fromhex("".join(keys))
    return b"".join(key.bytes for key in keys)
