"""How Alembic compares our tables with a database, the same for migrations and for their test."""

from __future__ import annotations

from typing import Any, Literal

from alembic.autogenerate.api import AutogenContext
from sqlalchemy.schema import SchemaItem

from db.base import Document, MoneyType, TransactionId, UtcTime

OURS = (Document, MoneyType, TransactionId, UtcTime)


def include_object(
    thing: SchemaItem, name: str | None, kind: str, reflected: bool, other: SchemaItem | None
) -> bool:
    """Leave out what is laid by `db.search_tables` rather than by migrations."""
    ours = kind in ("table", "index") and reflected and other is None
    return not (ours and (name or "").startswith("search_grams"))


def render_item(kind: str, thing: Any, context: AutogenContext) -> str | Literal[False]:
    """Write our own column types into a migration by name."""
    if kind == "type" and isinstance(thing, OURS):
        context.imports.add("from db import base")
        return f"base.{type(thing).__name__}()"
    return False
