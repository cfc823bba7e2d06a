"""What is due, worked out from the cards at growing numbers of customers of one branch, most of them overdue.

BRANCHDESK_BENCH_CUSTOMERS lists the sizes (default 10000,100000,1000000), on the encrypted file.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import text

from app.access.actor import PROGRAM, Actor
from app.followups.items import COUNT_MOST
from app.followups.records import Scope
from app.followups.rules.derived import count_steps, due_steps, steps_between
from app.work import Store, Work
from db import upgrade
from db.engine import open_sqlite
from tests.benchmarks.made_customers import NEWEST
from tests.benchmarks.made_followups import PEOPLE, fill_branch

KEY = bytes(range(32))
SIZES = os.environ.get("BRANCHDESK_BENCH_CUSTOMERS", "10000,100000,1000000")
FIRST = 200
ROUNDS = 20
MONTH = timedelta(days=31)


def run() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for size in (int(size) for size in SIZES.split(",")):
        with tempfile.TemporaryDirectory(prefix="branchdesk-bench-") as folder:
            rows += _at(Path(folder) / "branch.db", size)
    return rows


def _at(path: Path, size: int) -> list[dict[str, Any]]:
    database = open_sqlite(path, KEY)
    upgrade.upgrade(database, KEY)
    branch_id = fill_branch(database, size)
    database.close()
    store = Store(open_sqlite(path, KEY), clock=lambda: NEWEST + timedelta(hours=1))
    actor = _actor(branch_id)
    today = (NEWEST + timedelta(hours=1)).astimezone().date()
    told = f"{size // 1_000_000}M" if size % 1_000_000 == 0 else f"{size // 1_000}k"
    mine = Scope(person=PEOPLE[0])
    raw = _timed(store, actor, _raw_list)
    raw_count = _timed(store, actor, _raw_count)
    month = _month(store, actor, today)
    rows = [
        _row(f"{told}: first {FIRST} due of the branch, p95; raw is a page of customers by last contact",
             raw, _timed(store, actor, lambda work: due_steps(work, Scope(), today, limit=FIRST)), 100),
        _row(f"{told}: first {FIRST} due of a person, p95",
             raw, _timed(store, actor, lambda work: due_steps(work, mine, today, limit=FIRST)), 100),
        _row(f"{told}: count due in the branch up to 1,000, p95; raw counts its customers",
             raw_count, _timed(store, actor, lambda work: _count(work, Scope(), today), 5), 300),
        _row(f"{told}: count due of a person up to 1,000, p95",
             raw_count, _timed(store, actor, lambda work: _count(work, mine, today), 5), 300),
        _row(f"{told}: days ahead with {month[1]:,} steps, the branch's", raw,
             _timed(store, actor, lambda work: steps_between(work, Scope(), today, month[0]), 3), None),
    ]  # fmt: skip
    store.close()
    return rows


def _month(store: Store, actor: Actor, today: date) -> tuple[date, int]:
    """A span of at most a month with at most 10,000 steps."""
    with store.read(actor) as work:
        by_day = count_steps(work, Scope(), today, today + MONTH)
    found, last = 0, today
    for day, count in by_day.items():
        if found + count > 10_000:
            break
        found, last = found + count, day
    return last, found


def _raw_list(work: Work) -> None:
    """The page of customers longest without contact, straight from the index."""
    work.session.connection().execute(_LIST, {"branch_id": work.actor.branch_id.hex, "most": FIRST}).all()


def _count(work: Work, scope: Scope, today: date) -> None:
    """As the screens count: nobody reads further."""
    count_steps(work, scope, None, today, most=COUNT_MOST)


def _raw_count(work: Work) -> None:
    work.session.connection().execute(_COUNT, {"branch_id": work.actor.branch_id.hex}).all()


_LIST = text(
    "SELECT id, number, name, class_code, last_contact_at FROM customer WHERE branch_id = :branch_id "
    "AND deleted_at IS NULL AND last_contact_at IS NOT NULL ORDER BY last_contact_at LIMIT :most"
)
_COUNT = text("SELECT count(*) FROM customer WHERE branch_id = :branch_id AND deleted_at IS NULL")


def _timed(store: Store, actor: Actor, ask: Callable[[Work], object], rounds: int = ROUNDS) -> float:
    taken = []
    for number in range(rounds + 1):
        with store.read(actor) as work:
            begin = time.perf_counter()
            ask(work)
            if number:  # the first fills the caches of pages and statements
                taken.append((time.perf_counter() - begin) * 1_000)
    return statistics.quantiles(taken, n=20)[-1]


def _actor(branch_id: UUID) -> Actor:
    fields = {name: getattr(PROGRAM, name) for name in Actor.__slots__}
    return Actor(**(fields | {"branch_id": branch_id}))


def _row(what: str, raw: float, ours: float, budget: float | None) -> dict[str, Any]:
    return {"what": what, "raw": raw, "ours": ours, "ratio": ours / raw, "budget": budget, "unit": "ms"}
