"""What the import page has done in workers: look at a list, try it, bring it in."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.customers.importing import (
    ImportResult,
    Policy,
    check_rules,
    import_customers,
    import_limits,
    recall_mapping,
)
from app.errors import UserError
from app.exchange.cells import Cell
from app.exchange.checking import CheckRules, RowChecker
from app.exchange.error_workbook import ErrorWorkbook
from app.exchange.mapping import Mapping
from app.exchange.preview import Preview, preview
from app.exchange.records import CheckedRow, Flaw, RowState
from ui.errors import sentence
from ui.jobs import JobCancelledError

if TYPE_CHECKING:
    from app.work import Work
    from ui.jobs import Job

SHOWN_ROWS: Final = 200
"""More would be felt when they come; what becomes of the rest is counted, and the refused ones are shown."""
SHOWN_REFUSALS: Final = 300
"""Refused rows kept for the screen; all of them are in the error workbook."""

DUPLICATE: Final = frozenset({"list-duplicate-card", "list-duplicate-row"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """A list as it opens on the page."""

    preview: Preview
    rules: CheckRules
    checked: tuple[CheckedRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tried:
    """What the whole list would do."""

    result: ImportResult
    refused: tuple[CheckedRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BroughtIn:
    """What an import did; `workbook` holds the rows not taken over, None when there were none."""

    result: ImportResult
    workbook: Path | None
    seconds: float


def look(path: Path, sheet: str | None, job: Job) -> Looked:
    """The first rows with the remembered or guessed mapping, checked. Raises UserError `list-…`."""
    limits, rules = job.read(lambda work: (import_limits(work), check_rules(work)))
    job.check()
    seen = preview(
        path,
        sheet=sheet,
        recall=lambda signature: job.read(lambda work: recall_mapping(work, signature)),
        limits=limits,
    )
    job.check()
    if len(seen.rows) > SHOWN_ROWS:
        seen = replace(seen, rows=seen.rows[:SHOWN_ROWS], complete=False)
    return Looked(preview=seen, rules=rules, checked=check(seen, seen.mapping, rules))


def check(seen: Preview, mapping: Mapping, rules: CheckRules) -> tuple[CheckedRow, ...]:
    """The rows of a preview under a mapping."""
    return tuple(RowChecker(mapping, rules).check_all(seen.rows))


def reasons(flaws: Sequence[Flaw]) -> str:
    """The sentences of all flaws with the columns they are about, what refuses the row first."""
    told = (
        (f"{flaw.column}：" if flaw.column else "") + sentence(UserError(flaw.code, **flaw.facts))
        for flaw in sorted(flaws, key=lambda one: not one.fatal)
    )
    return " ".join(told)


class _Kept:
    """The first refused rows, for the screen."""

    def __init__(self) -> None:
        self.rows: list[CheckedRow] = []

    def add(self, number: int, cells: Sequence[Cell], flaws: Sequence[Flaw]) -> None:
        if len(self.rows) < SHOWN_REFUSALS:
            # A customer who is here already is no fault of the list.
            is_known = all(flaw.code in DUPLICATE for flaw in flaws)
            state = RowState.WARNED if is_known else RowState.REJECTED
            self.rows.append(
                CheckedRow(number=number, cells=tuple(cells), state=state, customer=None, flaws=tuple(flaws))
            )


def try_out(seen: Preview, mapping: Mapping, policy: Policy, job: Job) -> Tried:
    """What the whole list would do, with nothing written."""
    kept = _Kept()
    result = _cancellable(
        job,
        lambda told: job.read(
            lambda work: import_customers(
                work,
                seen.path,
                mapping,
                sheet=seen.facts.sheet,
                policy=policy,
                dry_run=True,
                errors=kept,
                told=told,
            )
        ),
    )
    return Tried(result=result, refused=tuple(kept.rows))


def bring_in(seen: Preview, mapping: Mapping, policy: Policy, errors: Path, job: Job) -> BroughtIn:
    """The import itself: one transaction, all or nothing; cancelling leaves nothing behind."""
    began = time.monotonic()

    def carry_out(told: Callable[[int, int | None], bool]) -> ImportResult:
        with ErrorWorkbook(errors, mapping, sentence) as book:

            def act(work: Work) -> ImportResult:
                return import_customers(
                    work, seen.path, mapping, sheet=seen.facts.sheet, policy=policy, errors=book, told=told
                )

            return job.change(act)

    result = _cancellable(job, carry_out)
    return BroughtIn(
        result=result,
        workbook=errors if errors.exists() else None,
        seconds=time.monotonic() - began,
    )


def _cancellable(job: Job, act: Callable[[Callable[[int, int | None], bool]], ImportResult]) -> ImportResult:
    """Tells the job's progress as `rows done / rows in all`; a cancelled job ends as cancelled."""

    def told(done: int, rows: int | None) -> bool:
        if job.is_cancelled:
            return False
        job.report(min(done / rows, 0.999) if rows else 0.0, f"{done}/{rows or 0}")
        return True

    try:
        return act(told)
    except UserError as error:
        if error.code == "import-cancelled":
            raise JobCancelledError from None
        raise
