"""The process that reads a file from outside: little memory, little time, and nowhere to write."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import UserError
from app.exchange.cells import RawRow, to_wire
from app.exchange.limits import Limits
from app.exchange.look import FileKind

if TYPE_CHECKING:
    from app.exchange.checking import Checks

CHUNK_ROWS = 500
CHUNK_CHARACTERS = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What the child is to read, and under which mapping and rules to check it, if at all."""

    path: Path
    kind: FileKind
    sheet: str | None
    limits: Limits
    checks: Checks | None = None


def main(wire: Connection, request: Request) -> None:
    """Send the facts, then chunks of rows, then the end; refusals travel as a code with facts.

    With `checks` the rows are checked here too, beside the parent that is busy writing them.

    Messages are JSON, not pickles: whatever took hold of this process must not speak code to its parent.
    """
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    items = _items(request.path, request.kind, request.sheet, request.limits)
    if request.checks is not None:
        items = _checked(items, request.checks)
    confine(request.limits)
    gc.disable()  # a short life with hardly a cycle; looking for them would take a tenth of its time
    try:
        _send_all(wire, items)
    except UserError as error:
        _send(wire, {"refused": error.code, "facts": error.facts})
    except MemoryError:
        _send(wire, {"refused": "list-too-heavy", "facts": {"file": request.path.name}})
    except BrokenPipeError:
        sys.exit(0)
    wire.close()


def _items(path: Path, kind: FileKind, sheet: str | None, limits: Limits) -> Iterator[dict[str, Any]]:
    """The reader for the kind, imported before the limits fall, since importing maps memory."""
    if kind in (FileKind.XLSX, FileKind.XLS):
        from app.exchange.spreadsheets import read_workbook

        return read_workbook(path, sheet, limits)
    if kind is FileKind.VCARD:
        from app.exchange.vcards import read_vcards

        return read_vcards(path, limits)
    from app.exchange.delimited import read_delimited

    return read_delimited(path, limits)


def _checked(items: Iterator[dict[str, Any]], checks: Checks) -> Iterator[dict[str, Any]]:
    from app.exchange.checking import RowChecker
    from app.exchange.wire import checked_to_wire

    def run() -> Iterator[dict[str, Any]]:
        checker = RowChecker(checks.mapping, checks.rules)
        for item in items:
            if "facts" in item:
                if item["facts"].get("epoch_1904"):
                    checker = RowChecker(checks.mapping, replace(checks.rules, epoch_1904=True))
                yield item
                continue
            number, cells = item["row"]
            for row in checker.check_all([RawRow(number, tuple(cells))]):
                texts = checks.prepare(row.customer) if checks.prepare and row.customer else ()
                yield {"row": checked_to_wire(row, texts), "checked": True}

    return run()


def confine(limits: Limits) -> None:
    """Bound memory, processor time and written bytes where the system can; the parent watches too."""
    if sys.platform == "win32":
        return
    import resource

    for what, amount in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue  # macOS refuses RLIMIT_AS; the parent's watch over memory remains


def _send_all(wire: Connection, items: Iterator[dict[str, Any]]) -> None:
    rows: list[list[Any]] = []
    size = 0
    for item in items:
        if "facts" in item:
            _send(wire, item)
            continue
        row = item["row"]
        if "checked" in item:
            rows.append(row)
            size += len(row[1])
        elif any(cell not in (None, "") for cell in row[1]):
            rows.append([row[0], [to_wire(cell) for cell in row[1]]])
            size += sum(len(cell) for cell in row[1] if isinstance(cell, str))
        if len(rows) >= CHUNK_ROWS or size > CHUNK_CHARACTERS:
            _send(wire, {"rows": rows})
            rows, size = [], 0
    _send(wire, {"rows": rows, "end": True})


def _send(wire: Connection, message: dict[str, Any]) -> None:
    wire.send_bytes(
        json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    )
