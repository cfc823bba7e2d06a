"""A process that counts up in one field, to see whether any of its updates is lost."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.work import PROGRAM, Store
from db.engine import is_postgresql, open_postgresql, open_sqlite
from db.models.customers import Customer
from tests.builders.databases import KEY


def bump(where: str, times: int, customer_id: str) -> None:
    """Read the note of a card, add one and write it back, `times` times."""
    store = Store(open_postgresql(where) if is_postgresql(where) else open_sqlite(Path(where), KEY))
    for _ in range(times):
        with store.change(PROGRAM) as work:
            query = select(Customer).where(Customer.id == UUID(customer_id)).with_for_update()
            row = work.session.scalars(query).one()
            row.note = str(int(row.note or "0") + 1)
    store.close()
