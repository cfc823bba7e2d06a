"""Reads a list through a confined child process, chunk by chunk, so that no file can hurt the program."""

from __future__ import annotations

import json
import multiprocessing
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from app.errors import UserError
from app.exchange import child
from app.exchange.cells import RawRow, from_wire
from app.exchange.limits import Limits
from app.exchange.look import FileKind, Look, look
from app.exchange.process_memory import resident_bytes

if TYPE_CHECKING:
    from app.exchange.checking import Checks
    from app.exchange.records import CheckedRow

POLL_SECONDS = 0.1
MESSAGE_BYTES = 64 << 20
MESSAGES_AHEAD = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class ListFacts:
    """What is known of a list before its rows are read."""

    file: str
    kind: FileKind
    named_otherwise: bool = False
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    rows: int | None = None
    hidden_rows: int = 0
    epoch_1904: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    merges: tuple[tuple[int, int, int, int], ...] = ()


class ListReader:
    """An open list: `facts` first, then iterate over chunks of `RawRow`. Leaving the context ends the child.

    Wholly blank rows are left out; row numbers stay those of the file.
    """

    def __init__(
        self,
        path: Path,
        *,
        sheet: str | None = None,
        limits: Limits | None = None,
        checks: Checks | None = None,
    ) -> None:
        """Look at the file and start reading it; with `checks` ask for `checked_rows`. Raises UserError `list-…`."""
        self._limits = limits or Limits()
        self._look = look(path, self._limits)
        self._wire, self._process = _start(self._look, sheet, self._limits, checks)
        self._closing = threading.Event()
        self._messages: queue.Queue[bytes | Exception] = queue.Queue(MESSAGES_AHEAD)
        self._listener = threading.Thread(target=self._listen, name="list-reader", daemon=True)
        self._listener.start()
        try:
            self.facts = _facts(self._look, self._receive()["facts"])
        except (KeyError, TypeError):
            self.close()
            raise UserError("list-damaged", file=path.name) from None
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[tuple[RawRow, ...]]:
        for rows in self._chunks():
            yield tuple(RawRow(number, tuple(from_wire(cell) for cell in cells)) for number, cells in rows)

    def checked_rows(self) -> Iterator[tuple[CheckedRow, ...]]:
        """The data rows checked in the child, in chunks."""
        from app.exchange.wire import checked_from_wire

        for rows in self._chunks():
            yield tuple(checked_from_wire(row) for row in rows)

    def _chunks(self) -> Iterator[list[Any]]:
        while True:
            message = self._receive()
            if message["rows"]:
                yield message["rows"]
            if message.get("end"):
                return

    def close(self) -> None:
        """End the child, whatever it is doing."""
        self._closing.set()
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self._listener.join()
        self._wire.close()

    def _listen(self) -> None:
        """Take messages off the pipe as they come: it holds 64 kB, and a child that waits does not work ahead."""
        while not self._closing.is_set():
            told: bytes | Exception
            try:
                told = self._wire.recv_bytes(MESSAGE_BYTES)
            except (EOFError, OSError) as error:
                told = error
            while not self._closing.is_set():
                try:
                    self._messages.put(told, timeout=POLL_SECONDS)
                    break
                except queue.Full:
                    continue
            if isinstance(told, Exception):
                return

    def _receive(self) -> dict[str, Any]:
        told = self._await()
        if isinstance(told, (EOFError, BrokenPipeError, ConnectionError)):
            raise self._death() from None
        if isinstance(told, Exception):
            raise UserError("list-damaged", file=self._look.path.name) from told
        try:
            message = json.loads(told.decode("utf-8", "surrogatepass"))
        except ValueError:
            raise UserError("list-damaged", file=self._look.path.name) from None
        if "refused" in message:
            raise UserError(message["refused"], **message["facts"])
        return dict(message)

    def _await(self) -> bytes | Exception:
        """The next message, waited for with an eye on the child's memory and on the clock."""
        until = time.monotonic() + self._limits.stall_seconds
        while True:
            with suppress(queue.Empty):
                return self._messages.get(timeout=POLL_SECONDS)
            held = resident_bytes(self._process.pid or 0)
            if held is not None and held > self._limits.memory_bytes:
                raise UserError("list-too-heavy", file=self._look.path.name)
            if time.monotonic() > until:
                raise UserError(
                    "list-too-slow", file=self._look.path.name, seconds=round(self._limits.stall_seconds)
                )

    def _death(self) -> UserError:
        """Why the child ended without a word: its limits, or a file that broke the parser."""
        self._process.join(POLL_SECONDS * 50)
        code = self._process.exitcode
        heavy = code is None or code < 0
        return UserError("list-too-heavy" if heavy else "list-damaged", file=self._look.path.name)


def _start(
    seen: Look, sheet: str | None, limits: Limits, checks: Checks | None
) -> tuple[Connection, SpawnProcess]:
    # "spawn" on every system: a fork would copy the database connections and the threads of the window.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    request = child.Request(path=seen.path, kind=seen.kind, sheet=sheet, limits=limits, checks=checks)
    process = context.Process(target=child.main, args=(theirs, request), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _facts(seen: Look, told: dict[str, Any]) -> ListFacts:
    return ListFacts(
        file=seen.path.name,
        kind=seen.kind,
        named_otherwise=seen.named_otherwise,
        sheet=told.get("sheet"),
        sheets=tuple(told.get("sheets", ())),
        rows=told.get("rows"),
        hidden_rows=int(told.get("hidden_rows", 0)),
        epoch_1904=bool(told.get("epoch_1904", False)),
        encoding=told.get("encoding"),
        delimiter=told.get("delimiter"),
        merges=tuple((one[0], one[1], one[2], one[3]) for one in told.get("merges", ())),
    )
