"""Verbs that bring lists in and take them out: import, export."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from app.command_line import calendars
from app.command_line.output import tell
from app.command_line.session import Options, Session, signed_in
from app.customers.exporting import export_customers
from app.customers.finding import find_customers
from app.customers.importing import ImportResult, import_customers, import_limits, recall_mapping
from app.errors import UserError
from app.exchange.error_workbook import ErrorWorkbook
from app.exchange.mapping import Mapping
from app.exchange.preview import Preview, preview
from app.work import Work

FOUND_MOST = 100_000


def bring_in(given: Options, arguments: argparse.Namespace) -> None:
    """A list with the mapping remembered for its titles, or guessed; a dry run writes nothing."""
    if not arguments.file.is_file():
        raise UserError("file-missing", path=arguments.file)
    if arguments.file.suffix.lower() == calendars.SUFFIX:
        calendars.read_file(given, arguments)
        return
    with signed_in(given) as session:
        with session.read() as work:
            limits = import_limits(work)
        seen = preview(arguments.file, recall=_recall(session), limits=limits)
        seen.mapping.require_usable()
        result = _carried_out(session, arguments, seen, given.front.sentence)
    counts = {
        "rows": result.rows,
        "created": result.created,
        "updated": result.updated,
        "duplicates": result.duplicates,
        "rejected": result.rejected,
    }
    tell(counts, [f"{name} {count}" for name, count in counts.items()], as_json=given.as_json)


def take_out(given: Options, arguments: argparse.Namespace) -> None:
    """All customers in reach, or those a text finds, as .xlsx, .csv or .vcf; or the calendar as .ics."""
    if arguments.what == "calendar":
        calendars.write_calendar(given, arguments)
        return
    with signed_in(given) as session, session.read() as work:
        count = export_customers(work, arguments.out, _found(work, arguments.where))
    tell({"file": arguments.out, "customers": count}, [f"{count} {arguments.out}"], as_json=given.as_json)


def _recall(session: Session) -> Callable[[str], str | None]:
    def recall(signature: str) -> str | None:
        with session.read() as work:
            return recall_mapping(work, signature)

    return recall


def _carried_out(
    session: Session, arguments: argparse.Namespace, seen: Preview, sentence: Callable[[UserError], str]
) -> ImportResult:
    opened = session.read if arguments.dry_run else session.change
    with _workbook(arguments.errors, seen.mapping, sentence) as book, opened() as work:
        return import_customers(
            work,
            arguments.file,
            seen.mapping,
            sheet=seen.facts.sheet,
            dry_run=arguments.dry_run,
            errors=book,
        )


@contextmanager
def _workbook(
    out: Path | None, mapping: Mapping, sentence: Callable[[UserError], str]
) -> Iterator[ErrorWorkbook | None]:
    """The rows not taken over, when somebody wants them; no file is left of a failed import."""
    if out is None:
        yield None
        return
    if not out.absolute().parent.is_dir():
        raise UserError("folder-missing", path=out.absolute().parent)
    with ErrorWorkbook(out, mapping, sentence) as book:
        yield book


def _found(work: Work, where: str | None) -> list[UUID] | None:
    if where is None:
        return None
    return [hit.id for hit in find_customers(work, where, limit=FOUND_MOST)]
