"""The rows not taken over, with the reason beside each; corrected, the file can be imported again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from app.errors import UserError
from app.exchange.cells import Cell
from app.exchange.error_columns import REASON_TITLE, ROW_TITLE
from app.exchange.mapping import Mapping
from app.exchange.records import Flaw
from app.exchange.writing import XlsxWriter

Sentence = Callable[[UserError], str]
REASON_WIDTH = 60.0


class RefusedRows(Protocol):
    """Whoever is told the rows that are not taken over, with their reasons."""

    def add(self, number: int, cells: Sequence[Cell], flaws: Sequence[Flaw]) -> None: ...


class ErrorWorkbook:
    """Written row by row while an import runs; without a single row no file is left behind.

    The original cells keep their kinds: a number that lost digits stays a number, so that reading the file
    again refuses it again instead of taking its rounded digits for text.
    """

    def __init__(self, path: Path, mapping: Mapping, sentence: Sentence) -> None:
        self._path = path
        self._sentence = sentence
        self._own = [column for column in mapping.columns if column.title not in (REASON_TITLE, ROW_TITLE)]
        self._writer: XlsxWriter | None = None
        self.rows = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writer is not None:
            self._writer.__exit__(kind, error, trace)
            if error is not None:
                self._path.unlink(missing_ok=True)

    def add(self, number: int, cells: Sequence[Cell], flaws: Sequence[Flaw]) -> None:
        """One row with its reasons; the row number is that of the list it came from."""
        if self._writer is None:
            titles = [REASON_TITLE, ROW_TITLE, *(column.title for column in self._own)]
            self._writer = XlsxWriter(self._path, titles, sheet="未导入", widths=(REASON_WIDTH, 12.0))
        own = [cells[column.index] if column.index < len(cells) else None for column in self._own]
        self._writer.write([self.reason(flaws), float(number), *own])
        self.rows += 1

    def reason(self, flaws: Sequence[Flaw]) -> str:
        """The sentences of all flaws, each with the title of its column."""
        told = (
            f"{flaw.column}：{self._sentence(UserError(flaw.code, **flaw.facts))}"
            if flaw.column
            else self._sentence(UserError(flaw.code, **flaw.facts))
            for flaw in flaws
        )
        return "\n".join(told)
