"""From the process to the painted window, and the memory it holds, against a bare PySide6 window."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app import starting
from app.work import PROGRAM, Store
from db import upgrade
from db.engine import open_sqlite
from db.models.access import Account
from tests.benchmarks.made_customers import fill

KEY = bytes(range(32))
CUSTOMERS = int(os.environ.get("BRANCHDESK_BENCH_MEMORY", "1000000"))
ROUNDS = 5


def run() -> list[dict[str, Any]]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = _branch(Path(folder))
        _process("program", *arguments)  # writes the bytecode
        bare = [_process("bare") for _ in range(ROUNDS)]
        ours = [_process("program", *arguments) for _ in range(ROUNDS)]
    return [
        _row("start to the painted window, CPU", bare, ours, "cpu", "s", "2.5x"),
        _row("start to the painted window, clock", bare, ours, "wall", "s", "1.5"),
        _row(f"memory with {CUSTOMERS:,} customers", bare, ours, "mb", "MB", "200"),
    ]


def _branch(folder: Path) -> tuple[str, ...]:
    path = folder / "branchdesk.db"
    database = open_sqlite(path, KEY)
    upgrade.upgrade(database, KEY)
    store = Store(database)
    given = starting.NewBranch(
        name="成都店", code="CD", owner="王芳", login="wang", password="peony-kettle-42"
    )
    device_id = starting.found_branch(store, given, "PC")
    with store.read(PROGRAM) as work:
        account = work.session.scalars(select(Account)).one()
        account_id, branch_id = account.id, account.branch_id
    fill(database, CUSTOMERS, [branch_id], 10)
    store.close()
    return str(path), str(account_id), str(device_id)


def _environment() -> dict[str, str]:
    """An installed program has its bytecode; a machine told to write none would compile it at every start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "branchdesk-bench-bytecode")}


def _process(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.started", *arguments]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=_environment()).stdout
    found: dict[str, float] = json.loads(told.splitlines()[-1])
    return found


def _row(  # noqa: PLR0917 - a line of the table in its order
    what: str, bare: list[dict[str, float]], ours: list[dict[str, float]], key: str, unit: str, budget: str
) -> dict[str, Any]:
    raw, own = (statistics.median(each[key] for each in runs) for runs in (bare, ours))
    return {"what": what, "raw": raw, "ours": own, "ratio": own / raw, "budget": budget, "unit": unit}
