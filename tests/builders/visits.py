"""Visits, people and the wall clock to test them with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.access import accounts
from app.access.actor import Actor
from app.access.signin import actor_of
from app.followups.visits.reading import read_visit
from app.followups.visits.records import NewVisit, VisitRecord, VisitResults
from app.followups.visits.visiting import enter_results, plan_visit
from tests.builders.databases import PASSWORD, Founded, _hashed


def colleague(branch: Founded, name: str = "李静", role: str = "representative") -> Actor:
    """Somebody else of the branch, signed in at the same computer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts, "hash_password", _hashed)
        with branch.change() as work:
            key = accounts.open_account(work, login=name, name=name, password=PASSWORD, roles=[role])
    return actor_of(branch.store, account_id=key, device_id=branch.device_id)


def planned(branch: Founded, customer_id: UUID, actor: Actor | None = None, **given: object) -> UUID:
    """A visit in two days at ten, of whoever plans it."""
    who = actor or branch.actor
    told: dict[str, object] = {
        "customer_id": customer_id,
        "aim": "了解换车打算",
        "on": date.today() + timedelta(days=2),  # noqa: DTZ011 (the shop's own wall clock)
        "owner_id": who.account_id,
    }
    with branch.change(who) as work:
        return plan_visit(work, NewVisit(**(told | given)))  # type: ignore[arg-type]


def visit_now(branch: Founded, followup_id: UUID, actor: Actor | None = None) -> VisitRecord:
    """The visit as it stands."""
    with branch.store.read(actor or branch.actor) as work:
        return read_visit(work, followup_id)


def entered(branch: Founded, followup_id: UUID, actor: Actor | None = None, **given: object) -> VisitRecord:
    """The visit with results entered."""
    seen = visit_now(branch, followup_id, actor).seen
    told: dict[str, object] = {"needs": "七座，周末自驾", "feedback": "对价格满意"}
    with branch.change(actor or branch.actor) as work:
        enter_results(work, followup_id, VisitResults(**(told | given)), seen=seen)  # type: ignore[arg-type]
    return visit_now(branch, followup_id, actor)


@contextmanager
def clock_at(branch: Founded, moment: datetime) -> Iterator[None]:
    """The desk's clock shows this moment."""
    usual = branch.store.clock
    branch.store.clock = lambda: moment
    try:
        yield
    finally:
        branch.store.clock = usual


def in_hours(hours: float) -> datetime:
    """So many hours from now, on the minute."""
    return (datetime.now(UTC) + timedelta(hours=hours)).replace(second=0, microsecond=0)
