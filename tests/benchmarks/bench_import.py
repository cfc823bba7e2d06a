"""A whole list brought in: reading alone, the import with everything it does, its memory, and taking it back.

BRANCHDESK_BENCH_LIST is the number of rows (default 100000). The import runs in a process of its own, so that
its memory is its own; its main module is empty, as the reading child loads that module, too.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import python_calamine
from sqlalchemy import insert, select

from app.access.actor import PROGRAM
from app.access.signin import actor_of
from app.customers.import_undo import undo_import
from app.customers.importing import import_customers
from app.customers.listed_rows import WRITTEN
from app.exchange.preview import preview
from app.exchange.reading import ListReader
from app.work import Store
from db import upgrade
from db.base import Base
from db.engine import open_sqlite
from db.models.access import Account, Device
from tests.benchmarks.made_list import made_list
from tests.builders import databases

KEY = bytes(range(32))
ROWS = int(os.environ.get("BRANCHDESK_BENCH_LIST", "100000"))
KILOBYTE = 1024
APART = "import sys; from tests.benchmarks.bench_import import bring_in; bring_in(sys.argv[1])"


def run() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="branchdesk-bench-") as name:
        folder = Path(name)
        faults = made_list(folder / "list.xlsx", ROWS)
        database = open_sqlite(folder / "empty.db", KEY)
        upgrade.upgrade(database, KEY)
        databases.found(Store(database))
        database.close()
        shutil.copyfile(folder / "empty.db", folder / "branch.db")
        told = json.loads(
            subprocess.run(
                [sys.executable, "-c", APART, name], check=True, stdout=subprocess.PIPE, text=True
            ).stdout
        )
        expected = (ROWS, ROWS - faults.repeated - faults.rejected, faults.repeated, faults.rejected)
        if tuple(told["counts"]) != expected:
            raise AssertionError(f"the list holds {expected}, the import counted {told['counts']}")
        raw_read = _seconds(lambda: _bare_read(folder / "list.xlsx"))
        raw_insert = _bare_insert(folder)
        undone = _undo(folder)
    return [
        _row("reading the list through the child, raw is calamine alone", raw_read, told["read"], "6x", "s"),
        _row("dry run on the cards just made: read, check, duplicates", None, ROWS / told["dry"], None, "rows/s"),
        _row("import with index and way back, raw is a bare insert of the same rows",
             ROWS / raw_insert, ROWS / told["import"], 3000, "rows/s"),
        _row("memory of the importing process", told["before"], told["memory"], 300, "MB"),
        _row("undoing it", None, ROWS / undone, None, "rows/s"),
    ]  # fmt: skip


def _row(what: str, raw: float | None, ours: float, budget: float | str | None, unit: str) -> dict[str, Any]:
    return {"what": what, "raw": raw, "ours": ours, "ratio": None, "budget": budget, "unit": unit}


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def _bare_read(path: Path) -> int:
    sheet = python_calamine.load_workbook(path).get_sheet_by_index(0)
    return sum(1 for _row in sheet.iter_rows())


def _read(path: Path) -> int:
    with ListReader(path) as reader:
        return sum(len(rows) for rows in reader)


def _open(path: Path) -> tuple[Store, Any]:
    store = Store(open_sqlite(path, KEY))
    with store.read(PROGRAM) as work:
        account_id = work.session.scalars(select(Account.id)).one()
        device_id = work.session.scalars(select(Device.id)).one()
    return store, actor_of(store, account_id=account_id, device_id=device_id)


def bring_in(name: str) -> None:
    """Import the list of a folder into its branch and print what was measured, as JSON."""
    folder = Path(name)
    path = folder / "list.xlsx"
    mapping = preview(path).mapping
    store, actor = _open(folder / "branch.db")
    told: dict[str, Any] = {"before": _peak_megabytes()}
    begin = time.perf_counter()
    with store.change(actor) as work:
        done = import_customers(work, path, mapping)
    told["import"] = time.perf_counter() - begin
    told["memory"] = _peak_megabytes()
    told["counts"] = (done.rows, done.created, done.duplicates, done.rejected)
    told["read"] = _seconds(lambda: _read(path))
    begin = time.perf_counter()
    with store.read(actor) as work:
        import_customers(work, path, mapping, dry_run=True)
    told["dry"] = time.perf_counter() - begin
    store.close()
    print(json.dumps(told))


def _peak_megabytes() -> float:
    """The most memory this process held. `getrusage` would count what its parent held before it began."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTE
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / KILOBYTE


def _bare_insert(folder: Path) -> float:
    """The rows the import made, put into an empty copy by Core: stamped by triggers, not checked, not indexed."""
    store, actor = _open(folder / "branch.db")
    rows: dict[str, list[dict[str, Any]]] = {}
    with store.read(actor) as work:
        for model in WRITTEN:
            table = Base.metadata.tables[model.__tablename__]
            columns = [column for column in table.columns if not column.name.startswith("sync_")]
            rows[table.name] = [dict(row) for row in work.session.execute(select(*columns)).mappings()]
    store.close()
    empty, actor = _open(folder / "empty.db")
    begin = time.perf_counter()
    with empty.database.writer.begin() as connection:
        for name, made in rows.items():
            for start in range(0, len(made), 1_000):
                connection.execute(insert(Base.metadata.tables[name]), made[start : start + 1_000])
    took = time.perf_counter() - begin
    empty.close()
    return took


def _undo(folder: Path) -> float:
    from app.customers.importing import list_imports

    store, actor = _open(folder / "branch.db")
    begin = time.perf_counter()
    with store.change(actor) as work:
        undo_import(work, list_imports(work)[0].batch_id)
    took = time.perf_counter() - begin
    store.close()
    return took
