"""B3: numbered sheets that were passed over: they are filled by now or lost, and due the same day."""

from __future__ import annotations

from collections import defaultdict
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.today.records import OpenBooklet
from app.work import Work
from db.models.access import Permission
from db.models.registration import Form, FormBatch, FormState

MOST: Final = 20


def booklets_with_gaps(work: Work) -> tuple[OpenBooklet, ...]:
    """Booklets in which a later sheet was entered and an earlier one was not, the newest first."""
    work.require(Permission.PRINT_FORMS)
    begun = (
        select(Form.batch_id).where(Form.batch_id.is_not(None), Form.state == FormState.ENTERED).distinct()
    )
    waiting = select(Form.batch_id).where(Form.batch_id.in_(begun), Form.state == FormState.ISSUED).distinct()
    batches = list(
        work.session.scalars(
            select(FormBatch)
            .where(FormBatch.id.in_(waiting))
            .order_by(FormBatch.issued_at.desc())
            .limit(MOST)
        )
    )
    sheets: dict[UUID | None, list[tuple[str, FormState]]] = defaultdict(list)
    rows = work.session.execute(
        select(Form.batch_id, Form.serial, Form.state)
        .where(Form.batch_id.in_([batch.id for batch in batches]))
        .order_by(func.length(Form.serial), Form.serial)
    )
    for batch_id, serial, state in rows:
        sheets[batch_id].append((serial, state))
    found = (_booklet(batch, sheets[batch.id]) for batch in batches)
    return tuple(booklet for booklet in found if booklet.skipped)


def _booklet(batch: FormBatch, sheets: list[tuple[str, FormState]]) -> OpenBooklet:
    last = max(place for place, (_, state) in enumerate(sheets) if state is FormState.ENTERED)
    waiting = [place for place, (_, state) in enumerate(sheets) if state is FormState.ISSUED]
    return OpenBooklet(
        batch_id=batch.id,
        first_serial=batch.first_serial,
        last_serial=batch.last_serial,
        issued_to=batch.issued_to or "",
        skipped=tuple(sheets[place][0] for place in waiting if place < last),
        unused=sum(place > last for place in waiting),
    )
