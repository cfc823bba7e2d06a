"""Search as you type at growing numbers of customers, on the encrypted file and on a shared PostgreSQL.

BRANCHDESK_BENCH_CUSTOMERS lists the sizes (default 10000,100000,1000000); the largest is also asked of PostgreSQL
where its programs are installed.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text

from app.access.actor import PROGRAM, Actor
from app.customers.finding import find_customers
from app.customers.names import name_readings
from app.customers.search_text import search_entry, words_of
from app.work import Store
from db import search_upkeep, upgrade
from db.base import new_key
from db.engine import Database, open_postgresql, open_sqlite
from db.grams import stages_of
from db.models.access import Branch
from db.search_upkeep import Source
from tests import postgres
from tests.benchmarks.made_customers import NEWEST, fill, made_customers

KEY = bytes(range(32))
SIZES = os.environ.get("BRANCHDESK_BENCH_CUSTOMERS", "10000,100000,1000000")
WANTED = 150
BRANCH_SIZE = 10_000
LIKE_SCANS = 8


def run() -> list[dict[str, Any]]:
    sizes = [int(size) for size in SIZES.split(",")]
    rows: list[dict[str, Any]] = []
    p95: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="branchdesk-bench-") as folder:
            rows += _local(Path(folder) / "branch.db", size, p95)
    if len(sizes) > 1:
        rows.append(_row(f"growth of the p95 from {_told(sizes[0])} to {_told(sizes[-1])}",
                         p95[sizes[0]], p95[sizes[-1]], "3x"))  # fmt: skip
    with postgres.running_server() as server:
        if server is not None:
            with server.database() as url:
                rows += _shared(url, sizes[-1])
    return rows


def _local(path: Path, size: int, p95: dict[int, float]) -> list[dict[str, Any]]:
    database = open_sqlite(path, KEY)
    actor, typed = _filled(database, KEY, size, 1)
    database.close()
    store = Store(open_sqlite(path, KEY))
    begin = time.perf_counter()
    with store.read(actor) as work:
        find_customers(work, "张")
    first = _ms(begin)
    ours = _timed(typed, lambda text: _find(store, actor, text))
    bare = _timed(typed, _bare_lookup(store.database))
    scans = _timed(_spread(typed, LIKE_SCANS), _like_scan(store.database))
    p95[size] = _p95(ours)
    rows = [
        _row(f"local, {_told(size)}: p50 of {len(typed)} keystrokes, raw is a bare FTS5 look-up",
             statistics.median(bare), statistics.median(ours), None),
        _row(f"local, {_told(size)}: p95", _p95(bare), _p95(ours), 16),
        _row(f"local, {_told(size)}: p50, raw is a LIKE scan", statistics.median(scans),
             statistics.median(ours), None),
        _row(f"local, {_told(size)}: first search after start", None, first, 300),
        _indexing(store, actor, size),
    ]  # fmt: skip
    store.close()
    return rows


def _shared(url: str, size: int) -> list[dict[str, Any]]:
    store = Store(open_postgresql(url))
    actor, typed = _filled(store.database, None, size, max(1, size // BRANCH_SIZE))
    own = _timed(typed, lambda text: _find(store, actor, text))
    everywhere = _timed(typed, lambda text: _find(store, actor, text, everywhere=True))
    bare = _timed(typed, lambda _typed: _empty_read(store, actor))
    scans = _timed(_spread(typed, LIKE_SCANS), _like_scan(store.database))
    told = f"shared, {_told(size)}"
    rows = [
        _row(f"{told}: p50 in the own branch of {_told(BRANCH_SIZE)}, raw is an empty read",
             statistics.median(bare), statistics.median(own), None),
        _row(f"{told}: p95 in the own branch", _p95(bare), _p95(own), 50),
        _row(f"{told}: p50 in all branches", statistics.median(bare), statistics.median(everywhere), None),
        _row(f"{told}: p95 in all branches", _p95(bare), _p95(everywhere), 50),
        _row(f"{told}: p50 in all branches, raw is a LIKE scan", statistics.median(scans),
             statistics.median(everywhere), None),
    ]  # fmt: skip
    store.close()
    return rows


def _filled(database: Database, key: bytes | None, size: int, branches: int) -> tuple[Actor, list[str]]:
    """Fill a new database; returns who asks, and what is typed to find some of the customers."""
    upgrade.upgrade(database, key)
    keys = [new_key() for _ in range(branches)]
    with database.writer.begin() as connection:
        for number, branch_id in enumerate(keys):
            values = {"code": f"B{number}", "name": "分店", "created_at": NEWEST, "changed_at": NEWEST}
            connection.execute(insert(Branch).values(id=branch_id, **values))
    return _actor(keys[0]), keystrokes(fill(database, size, keys, WANTED))


def _actor(branch_id: UUID) -> Actor:
    fields = {name: getattr(PROGRAM, name) for name in Actor.__slots__}
    return Actor(**(fields | {"branch_id": branch_id}))


def keystrokes(people: Sequence[Source]) -> list[str]:
    """What is typed letter by letter to find these customers, each by one of the usual ways."""
    chance = random.Random(7)
    return [typed for own in people for typed in _ways(own, chance)]


def _ways(own: Source, chance: random.Random) -> list[str]:
    phone = own.phones[0]
    readings = name_readings(own.name)
    ways = [
        (30, _growing(own.name)),
        (15, _growing(readings.full[0])),
        (10, _growing(readings.initials[0])),
        (15, _growing(phone)),
        (10, _growing(phone[-4:])),
        (5, _growing(phone[3:7])),
        (5, _growing(own.number[-5:])),
        (2, _growing(own.number)),
        (3, [own.name[-1:], own.name[-2:]]),
    ]
    if own.company_name:
        ways.append((10, _growing(own.company_name[2:6])))
    if own.vehicles and own.vehicles[0][0]:
        ways.append((10, _growing(own.vehicles[0][0])))
    return chance.choices([way for _weight, way in ways], [weight for weight, _way in ways])[0]


def _growing(typed: str) -> list[str]:
    return [typed[:length] for length in range(1, len(typed) + 1)]


def _find(store: Store, actor: Actor, typed: str, *, everywhere: bool = False) -> None:
    with store.read(actor) as work:
        find_customers(work, typed, everywhere=everywhere)


def _empty_read(store: Store, actor: Actor) -> None:
    """What any answer of a shared database costs here: a reading work that asks for nothing."""
    with store.read(actor) as work:
        work.session.connection().execute(text("SELECT 1")).all()


def _bare_lookup(database: Database) -> Callable[[str], None]:
    """The first rows FTS5 gives for all grams of the inner stage: no ranks, no texts, no verification."""
    driver: Any = database.reader.raw_connection().driver_connection
    question = "SELECT rowid FROM search_grams WHERE search_grams MATCH ? ORDER BY rowid DESC LIMIT 50"

    def ask(typed: str) -> None:
        stages = [stage for stage in stages_of(words_of(typed)) if stage.rank <= 3]
        if stages:
            driver.execute(question, (" ".join(f'"{gram}"' for gram in stages[-1].grams),)).fetchall()

    return ask


def _like_scan(database: Database) -> Callable[[str], None]:
    question = text(
        "SELECT customer_id FROM search_text WHERE text LIKE :part ORDER BY last_contact DESC LIMIT 50"
    )

    def ask(typed: str) -> None:
        with database.reader.connect() as connection:
            connection.execute(question, {"part": f"%{''.join(words_of(typed))}%"}).all()

    return ask


def _indexing(store: Store, actor: Actor, size: int) -> dict[str, Any]:
    """What the index adds to saving one customer: the same transaction with and without draining."""

    def save(number: int, *, index: bool) -> float:
        own = next(made_customers(1, [actor.branch_id], seed=number))
        values = {
            "id": new_key().hex, "branch": own.branch_id.hex, "number": f"T{number}", "name": own.name,
            "met": NEWEST.strftime("%Y-%m-%d %H:%M:%S.%f"), "mobile": own.phones[0],
        }  # fmt: skip
        begin = time.perf_counter()
        with store.database.writer.begin() as connection:
            connection.execute(_SAVE, values)
            if index:
                search_upkeep.drain(connection, search_entry)
            else:
                connection.execute(text("DELETE FROM search_dirty"))
        return _ms(begin)

    bare = [save(number, index=False) for number in range(60)]
    ours = [save(1_000 + number, index=True) for number in range(60)]
    return _row(f"local, {_told(size)}: saving a customer, raw is the same without the index",
                statistics.median(bare), statistics.median(ours), None)  # fmt: skip


_SAVE = text(
    "INSERT INTO customer (id, branch_id, number, kind, name, wechat, last_contact_at, created_at, changed_at) "
    "VALUES (:id, :branch, :number, 'person', :name, :mobile, :met, :met, :met)"
)


def _timed(typed: Sequence[str], ask: Callable[[str], None]) -> list[float]:
    taken = []
    for one in typed:
        begin = time.perf_counter()
        ask(one)
        taken.append(_ms(begin))
    return taken


def _spread(typed: Sequence[str], count: int) -> Sequence[str]:
    return typed[:: max(1, len(typed) // count)]


def _ms(begin: float) -> float:
    return (time.perf_counter() - begin) * 1_000


def _p95(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


def _told(size: int) -> str:
    return f"{size // 1_000_000}M" if size % 1_000_000 == 0 else f"{size // 1_000}k"


def _row(what: str, raw: float | None, ours: float, budget: float | str | None) -> dict[str, Any]:
    ratio = ours / raw if raw else None
    return {"what": what, "raw": raw, "ours": ours, "ratio": ratio, "budget": budget, "unit": "ms"}
