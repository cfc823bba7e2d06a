"""Find customers by any part of what they are known by, the best and latest first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row
from sqlalchemy.exc import DBAPIError

from db import search_sqlite
from db.grams import BORDER, Rank, Stage, stages_of
from db.models.search import FieldKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Where a normalised field answers: characters `start` to `end` of `value`."""

    kind: FieldKind
    value: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A customer found; `matches` holds one place, or one per word for `Rank.WORDS`."""

    customer_id: UUID
    branch_id: UUID
    rank: Rank
    matches: tuple[Match, ...]


class SearchCancelled(Exception):  # noqa: N818 - not a fault
    """The search was called off by its `Cancel`."""


class Cancel:
    """Calls off one search from another thread, at once and only that search."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None
        self.wanted = False

    def __call__(self) -> None:
        """Stop the search if it runs, or as soon as it begins."""
        with self._lock:
            self.wanted = True
            if self._stop is not None:
                self._stop()

    def attach(self, connection: Connection) -> None:
        """Tie this to the driver's connection for as long as the search lasts."""
        driver: Any = connection.connection.driver_connection
        with self._lock:
            self._stop = driver.interrupt if connection.dialect.name == "sqlite" else driver.cancel_safe

    def detach(self) -> None:
        """From here on the connection belongs to others."""
        with self._lock:
            self._stop = None

    def look(self) -> None:
        """Raise SearchCancelled if stopping was asked for."""
        if self.wanted:
            raise SearchCancelled


def find(
    connection: Connection,
    words: Sequence[str],
    *,
    branches: Collection[UUID] | None,
    limit: int = 50,
    cancel: Cancel | None = None,
) -> list[Hit]:
    """The best `limit` customers for normalised words, within some branches or (None) everywhere.

    Within a rank the latest contact comes first; `db.grams.stages_of` says what the ranks are.
    Raises SearchCancelled.
    """
    stages = stages_of(words)
    if not stages or limit < 1 or (branches is not None and not branches):
        return []
    cancel = cancel or Cancel()
    cancel.attach(connection)
    try:
        return _hits(_ask(connection, stages, branches, limit, cancel), stages, limit)
    except DBAPIError:
        cancel.look()
        raise
    finally:
        cancel.detach()


def _ask(
    connection: Connection,
    stages: Sequence[Stage],
    branches: Collection[UUID] | None,
    limit: int,
    cancel: Cancel,
) -> Iterator[tuple[Rank, Row[Any]]]:
    if connection.dialect.name != "sqlite":
        from db import search_postgresql

        cancel.look()
        yield from search_postgresql.rows(connection, stages, branches, limit)
        return
    seen: set[UUID] = set()
    for stage in stages:
        cancel.look()
        for row in search_sqlite.rows(connection, stage, branches, limit):
            if row.customer_id not in seen:
                seen.add(row.customer_id)
                yield stage.rank, row
        if len(seen) >= limit:
            return


def _hits(rows: Iterator[tuple[Rank, Row[Any]]], stages: Sequence[Stage], limit: int) -> list[Hit]:
    needles = {stage.rank: stage.needles for stage in stages}
    found = [
        Hit(
            customer_id=row.customer_id,
            branch_id=row.branch_id,
            rank=rank,
            matches=tuple(_place(row.text, row.kinds, needle) for needle in needles[rank]),
        )
        for rank, row in rows
    ]
    return found[:limit]


def _place(entry_text: str, kinds: str, needle: str) -> Match:
    """The first field in which the needle, borders included, is found."""
    at = entry_text.index(needle)
    if needle.startswith(BORDER):
        at += len(BORDER)
    begin = entry_text.rindex(BORDER, 0, at) + len(BORDER)
    value = entry_text[begin : entry_text.index(BORDER, begin)]
    kind = FieldKind(kinds[entry_text.count(BORDER, 0, at) - 1])
    return Match(kind=kind, value=value, start=at - begin, end=at - begin + len(needle.strip(BORDER)))
