"""The first rows of a list with header found and columns guessed, to be looked at before importing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.exchange.cells import RawRow
from app.exchange.headers import find_header
from app.exchange.limits import Limits
from app.exchange.mapping import Mapping, guess
from app.exchange.reading import ListFacts, ListReader

PREVIEW_ROWS = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What the import page shows; `complete` when `rows` are all the data rows there are."""

    path: Path
    facts: ListFacts
    mapping: Mapping
    rows: tuple[RawRow, ...]
    complete: bool


def preview(
    path: Path,
    *,
    sheet: str | None = None,
    recall: Callable[[str], str | None] | None = None,
    limits: Limits | None = None,
    wanted: int = PREVIEW_ROWS,
) -> Preview:
    """Read the beginning of a list. `recall` gives the remembered choices for a header signature, if any.

    Runs a child process: call it from a worker, never on the UI thread. Raises UserError `list-…`.
    """
    rows: list[RawRow] = []
    complete = True
    with ListReader(path, sheet=sheet, limits=limits) as reader:
        for chunk in reader:
            rows.extend(chunk)
            if len(rows) >= wanted:
                complete = False
                break
        facts = reader.facts
    header = find_header(rows, facts.merges)
    mapping = guess(header, rows)
    kept = recall(mapping.signature) if recall else None
    if kept:
        mapping = mapping.recalled(kept)
    data = tuple(row for row in rows if row.number > header.row)
    return Preview(path=path, facts=facts, mapping=mapping, rows=data, complete=complete)
