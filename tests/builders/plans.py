"""Follow-ups to test with: planned by hand, and a clock that can be set."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from app.access.actor import Actor
from app.followups.planning import NewFollowUp, plan_followup
from app.followups.records import ItemKey, ItemKind
from app.followups.results import Recorded, Result, record_result
from db.models.customers import ContactWay
from tests.builders.databases import Founded


class SetClock:
    """The desk's clock, which a test moves on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def on(self, **span: float) -> None:
        """Later by so much."""
        self.now += timedelta(**span)


def plan(
    branch: Founded, customer_id: UUID, on: date, actor: Actor | None = None, **given: object
) -> ItemKey:
    """A call planned by hand for a day."""
    told: dict[str, object] = {"way": ContactWay.CALL, "matter": "回访", "due_on": on} | given
    with branch.change(actor) as work:
        row_id = plan_followup(work, NewFollowUp(customer_id=customer_id, **told))  # type: ignore[arg-type]
    return ItemKey(kind=ItemKind.FOLLOWUP, id=row_id)


def recorded(
    branch: Founded, key: ItemKey, outcome: str = "satisfied", actor: Actor | None = None, **given: object
) -> Recorded:
    """A result given for an item."""
    with branch.change(actor) as work:
        return record_result(work, key, Result(outcome=outcome, **given))  # type: ignore[arg-type]
