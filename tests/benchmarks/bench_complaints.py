"""The complaint desk with 100,000 tickets of one branch on the encrypted file, against the bare database."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from app import starting
from app.access.actor import Actor
from app.access.signin import actor_of
from app.complaints.due import due_tickets
from app.complaints.figures.reckoning import ticket_figures
from app.complaints.listing import TicketFilter, count_tickets, list_tickets
from app.complaints.moving import make_move
from app.complaints.opening import NewTicket, open_ticket
from app.complaints.reading import read_ticket
from app.work import PROGRAM, Store, Work
from db import upgrade
from db.engine import open_sqlite
from db.models.access import Account
from db.models.complaints import Ticket
from tests.benchmarks.bench_cards import _bare_commits
from tests.benchmarks.made_customers import fill
from tests.benchmarks.made_tickets import fill_tickets

KEY = bytes(range(32))
TICKETS = int(os.environ.get("BRANCHDESK_BENCH_TICKETS", "100000"))
CUSTOMERS = 20_000
ROUNDS = 20
_STILL = "FROM ticket WHERE branch_id = :b AND ended_at IS NULL AND deleted_at IS NULL"
_PAGE = f"SELECT * {_STILL} ORDER BY next_due_at LIMIT 200"
_OPEN = f"SELECT count(*) {_STILL}"
_LIKE = f"SELECT id {_STILL} AND matter LIKE '%色差%'"
_MONTH = "SELECT * FROM ticket WHERE branch_id = :b AND received_at >= :since"
_ONE = "SELECT * FROM ticket t JOIN ticket_step s ON s.ticket_id = t.id WHERE t.number = :number"


def run() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="branchdesk-bench-") as folder:
        path = Path(folder) / "branchdesk.db"
        store, actor = _made(path)
        try:
            return [*_reading(store, actor), *_writing(store, actor, path)]
        finally:
            store.close()


def _made(path: Path) -> tuple[Store, Actor]:
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
    known = [(one.customer_id, one.name) for one in fill(database, CUSTOMERS, [actor.branch_id], 5_000)]
    fill_tickets(database, TICKETS, actor.branch_id, known, account_id)
    return store, actor


def _reading(store: Store, actor: Actor) -> list[dict[str, Any]]:
    with store.read(actor) as work:
        key, number = work.session.execute(select(Ticket.id, Ticket.number).limit(1)).one()
        today, since = work.today(), work.now() - timedelta(days=30)

    def raw(statement: str, **values: object) -> float:
        given = {"b": actor.branch_id.hex, **values}
        asked = text(statement).bindparams(**{name: given[name] for name in given if f":{name}" in statement})
        return _p95(store, actor, lambda work: work.session.connection().execute(asked).all())

    page = raw(_PAGE)
    found = TicketFilter(text="色差")
    return [
        _row("first 200 open tickets by clock, p95; raw is the bare page", page,
             _p95(store, actor, lambda work: list_tickets(work, TicketFilter())), 100),
        _row("tickets that call the actor, p95", page, _p95(store, actor, due_tickets), 100),
        _row("count the groups, p95; raw counts the open ones", raw(_OPEN),
             _p95(store, actor, lambda work: count_tickets(work, TicketFilter())), 100),
        _row("search the open ones by a word, p95; raw is LIKE on the matter", raw(_LIKE),
             _p95(store, actor, lambda work: list_tickets(work, found)), 100),
        _row("read a ticket, p95; raw is its row with its steps", raw(_ONE, number=number),
             _p95(store, actor, lambda work: read_ticket(work, key)), 50),
        _row("figures of a month, p95; raw reads its tickets", raw(_MONTH, since=f"{since:%Y-%m-%d %H:%M:%S.%f}"),
             _p95(store, actor, lambda work: ticket_figures(work, today - timedelta(days=30), today)), 500),
    ]  # fmt: skip


def _writing(store: Store, actor: Actor, path: Path) -> list[dict[str, Any]]:
    raw = statistics.quantiles(_bare_commits(path, actor), n=20)[-1]
    opened, moved = [], []
    for turn in range(ROUNDS + 1):
        new = NewTicket(complainant=f"新客{turn}", phone=f"1391111{turn:04d}", matter=f"车门异响{turn}")
        begin = time.perf_counter()
        with store.change(actor) as work:
            made = open_ticket(work, new)
        middle = time.perf_counter()
        with store.change(actor) as work:
            make_move(work, made.id, "assign", {"department": "service"}, seen=0)
        end = time.perf_counter()
        if turn:
            opened.append((middle - begin) * 1_000)
            moved.append((end - middle) * 1_000)
    return [
        _row(
            "take a ticket, p95; raw is a bare row committed",
            raw,
            statistics.quantiles(opened, n=20)[-1],
            100,
        ),
        _row("make a move, p95", raw, statistics.quantiles(moved, n=20)[-1], 100),
    ]


def _p95(store: Store, actor: Actor, ask: Callable[[Work], object]) -> float:
    taken = []
    for turn in range(ROUNDS + 1):
        with store.read(actor) as work:
            begin = time.perf_counter()
            ask(work)
            if turn:  # the first fills the caches of pages and statements
                taken.append((time.perf_counter() - begin) * 1_000)
    return statistics.quantiles(taken, n=20)[-1]


def _row(what: str, raw: float, ours: float, budget: float) -> dict[str, Any]:
    return {
        "what": what,
        "raw": raw,
        "ours": ours,
        "ratio": ours / raw,
        "budget": f"{budget} ms",
        "unit": "ms",
    }
