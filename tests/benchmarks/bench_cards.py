"""Saving a registration and opening a card on an encrypted branch, against the bare database doing as little."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app import starting
from app.access.signin import actor_of
from app.customers.cards import open_card
from app.customers.listing import Sort, list_ids, read_lines
from app.registration.walkin import WalkIn, register
from app.sample import make_sample
from app.work import PROGRAM, Store
from db import upgrade
from db.base import new_key
from db.engine import connect_sqlite, open_sqlite
from db.models.access import Account
from db.models.customers import ConsentPurpose

KEY = bytes(range(32))
CUSTOMERS = int(os.environ.get("BENCH_CUSTOMERS", "20000"))
TIMES = 300


def run() -> list[dict[str, Any]]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "branchdesk.db"
        database = open_sqlite(path, KEY)
        upgrade.upgrade(database, KEY)
        store = Store(database)
        given = starting.NewBranch(
            name="成都店", code="CD", owner="王芳", login="wang", password="peony-kettle-42"
        )
        device_id = starting.found_branch(store, given, "PC")
        with store.read(PROGRAM) as work:
            account_id = work.session.scalars(select(Account.id)).one()
        actor = actor_of(store, account_id=account_id, device_id=device_id)
        with store.change(actor) as work:
            make_sample(work, customers=CUSTOMERS)
        try:
            return [*_saving(store, actor, path), *_opening(store, actor, path), *_listing(store, actor)]
        finally:
            store.close()


def _times(act: Callable[[int], object], times: int = TIMES) -> list[float]:
    """Milliseconds of each call, the first few left out."""
    found = []
    for turn in range(times + 10):
        begin = time.perf_counter()
        act(turn)
        found.append((time.perf_counter() - begin) * 1000)
    return found[10:]


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[18]


def _row(what: str, raw: float, ours: float, budget: str, unit: str = "ms") -> dict[str, Any]:
    return {"what": what, "raw": raw, "ours": ours, "ratio": ours / raw, "budget": budget, "unit": unit}


def _saving(store: Store, actor: Any, path: Path) -> list[dict[str, Any]]:
    def save(turn: int) -> None:
        with store.change(actor) as work:
            register(
                work,
                WalkIn(
                    phone=f"199{turn:08d}",
                    name=f"新客{turn}",
                    need={"product": "途岳", "intent_level": "A"},
                    consents=frozenset({ConsentPurpose.SERVICE}),
                ),
                anyway=False,
            )

    raw = _bare_commits(path, actor)
    ours = _times(save)
    return [
        _row("save a registration, median", statistics.median(raw), statistics.median(ours), "4x"),
        _row("save a registration, p95", _p95(raw), _p95(ours), "20"),
    ]


def _bare_commits(path: Path, actor: Any) -> list[float]:
    """One row inserted into a plain table of the same encrypted file and committed."""
    connection = connect_sqlite(path, KEY)
    connection.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, name TEXT, phone TEXT, branch TEXT) STRICT")

    def commit(turn: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO bare VALUES (?, ?, ?, ?)",
            (new_key().hex, f"新客{turn}", f"199{turn:08d}", actor.branch_id.hex),
        )
        connection.execute("COMMIT")

    found = _times(commit)
    connection.execute("DROP TABLE bare")
    connection.close()
    return found


def _opening(store: Store, actor: Any, path: Path) -> list[dict[str, Any]]:
    with store.read(actor) as work:
        ids = list_ids(work)
    step = len(ids) // (TIMES + 10)
    connection = connect_sqlite(path, KEY, read_only=True)
    tables = (
        "customer",
        "phone",
        "contact_person",
        "vehicle",
        "need",
        "contact_entry",
        "attachment",
        "consent",
    )

    def raw(turn: int) -> None:
        key = ids[turn * step].hex
        for table in tables:
            column = "id" if table == "customer" else "customer_id"
            connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", (key,)).fetchall()

    def opened(turn: int) -> None:
        with store.read(actor) as work:
            open_card(work, ids[turn * step])

    row = _row(
        "open a card (8 kinds of children)",
        statistics.median(_times(raw)),
        statistics.median(_times(opened)),
        "5",
    )
    connection.close()
    return [row]


def _listing(store: Store, actor: Any) -> list[dict[str, Any]]:
    def page(turn: int) -> None:
        with store.read(actor) as work:
            read_lines(work, ids[turn * 30 : turn * 30 + 50])

    def sorted_ids(_turn: int) -> None:
        with store.read(actor) as work:
            list_ids(work, sort=Sort.NAME, descending=False)

    with store.read(actor) as work:
        ids = list_ids(work)
        rows = len(ids)
    pages = statistics.median(_times(page, 100))
    order = statistics.median(_times(sorted_ids, 5))
    return [
        {"what": "50 lines of the list by key", "raw": None, "ours": pages, "ratio": None, "budget": "16",
         "unit": "ms"},
        {
            "what": f"order {rows:,} cards by name", "raw": None, "ours": order, "ratio": None,
            "budget": "300", "unit": "ms",
        },
    ]  # fmt: skip
