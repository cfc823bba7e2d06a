"""A complaint desk of years: any number of tickets with steps and marks, put straight into the file."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from db import upgrade
from db.base import new_key
from db.engine import Database
from db.models.ticket_flows import TicketFlow, TicketKind
from tests.benchmarks.made_customers import put_sqlite, rest_triggers

OPEN: Final = 1_000
OVER: Final = timedelta(days=1_000)
CHUNK: Final = 10_000
MATTERS: Final = ("空调不制冷", "补漆有色差", "等了三天才取车", "发票抬头开错", "异响修了三次", "前台不耐烦")
STAMPS: Final = ("created_at", "changed_at")
TICKET: Final = (
    "id", "branch_id", "number", "kind", "flow_id", "stage", "steps", "customer_id", "complainant",
    "complainant_phone", "channel_code", "received_at", "matter", "severity_code", "department_code", "handler_id",
    "satisfaction_code", "accepted_at", "answered_at", "resolved_at", "ended_at", "resolve_due_at", "next_due_at",
    *STAMPS,
)  # fmt: skip
STEP: Final = (
    "id", "branch_id", "ticket_id", "number", "move_code", "effect", "from_stage", "to_stage", "round",
    "happened_at", "by_name", "facts", *STAMPS,
)  # fmt: skip
MARK: Final = ("id", "branch_id", "ticket_id", "kind", "clock", "round", "happened_at", *STAMPS)
WAY: Final = (
    ("assign", "received", "assigned"),
    ("accept", "assigned", "accepted"),
    ("note", "accepted", "closed"),
)


def fill_tickets(
    database: Database, count: int, branch_id: UUID, customers: Sequence[tuple[UUID, str]], handler: UUID
) -> None:
    """So many complaints of the branch; the last thousand are open, their limits around now."""
    chance, now = random.Random(5), datetime.now(UTC)
    with database.writer.begin() as connection:
        flow_id = connection.execute(
            select(TicketFlow.id).where(TicketFlow.kind == TicketKind.COMPLAINT)
        ).scalar_one()
        rest_triggers(connection)
        for start in range(0, count, CHUNK):
            rows: tuple[list[Any], list[Any], list[Any]] = ([], [], [])
            for at in range(start, min(start + CHUNK, count)):
                is_open = at >= count - OPEN
                ago = timedelta(hours=chance.uniform(0.1, 90)) if is_open else OVER * (count - at) / count
                owned = (branch_id, flow_id, *chance.choice(customers), handler)
                _add(
                    rows, chance, owned, at, now - ago - timedelta(days=0 if is_open else 4), is_open=is_open
                )
            for table, columns, values in zip(
                ("ticket", "ticket_step", "ticket_mark"), (TICKET, STEP, MARK), rows, strict=True
            ):
                put_sqlite(connection, table, columns, values)
        upgrade.install_triggers(connection)
    with database.writer.connect() as connection:
        connection.rollback()
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _add(
    rows: tuple[list[Any], list[Any], list[Any]], chance: random.Random, owned: Any, at: int, came: datetime,
    *, is_open: bool,
) -> None:  # fmt: skip
    branch_id, flow_id, customer_id, name, handler = owned
    key, met = new_key(), came + timedelta(hours=2)
    ended = None if is_open else came + timedelta(days=3)
    due = came + timedelta(hours=72) if is_open else None
    said = None if is_open else chance.choice(("satisfied", "ordinary", "dissatisfied"))
    rows[0].append(
        (
            key, branch_id, f"CD99T{at:06d}", "complaint", flow_id, "accepted" if is_open else "closed",
            2 if is_open else 3, customer_id, name, f"+86138{at:08d}", "phone", came, f"{chance.choice(MATTERS)}{at}",
            "normal", "service", handler if chance.random() < 0.1 else None, said, met, met, ended, ended, due, due,
            came, came,
        )
    )  # fmt: skip
    for number, (code, source, target) in enumerate(WAY[: 2 if is_open else 3], 1):
        rows[1].append(
            (new_key(), branch_id, key, number, code, code, source, target, 1, met, "王芳", "{}", came, came)
        )
    if chance.random() < 0.1:
        rows[2].append((new_key(), branch_id, key, "breached", "resolution", 1, met, came, came))
