"""The verb report: what is reckoned over a period, as PDF or as a table."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Final

from app.command_line.output import tell
from app.command_line.session import Options, Session, signed_in
from app.documents.records import Language, Sheet
from app.errors import UserError
from app.followups.figures.periods import Period, period_days, read_period
from app.registration.paper import letterhead
from app.whole_files import require_writable, save_file

Verb = Callable[[Options, argparse.Namespace], None]


def report(given: Options, arguments: argparse.Namespace) -> None:
    """The report of that name over a period."""
    make, kinds = _REPORTS[arguments.name]
    if arguments.out.suffix.lower() not in kinds:
        kind = arguments.out.suffix or arguments.out.name
        raise UserError("report-kind-unknown", given=kind, kinds=" ".join(kinds))
    require_writable(arguments.out)
    make(given, arguments)


def _contacts(given: Options, arguments: argparse.Namespace) -> None:
    """The contact report of a period; without one, of this quarter so far."""
    from app.documents.contact_report import contact_report
    from app.followups.contact_paper import period_days as days_of
    from app.followups.contact_paper import quarter_of, read_contact_report

    with signed_in(given) as session, session.read() as work:
        days = days_of(arguments.period) if arguments.period else quarter_of(work.today())
        record = read_contact_report(work, *days, arguments.language)
        head = letterhead(work, arguments.language)
    content = contact_report(record, house=head.house, sheet=Sheet(language=Language(arguments.language)))
    save_file(arguments.out, content)
    tell({"file": arguments.out, "bytes": len(content)}, [str(arguments.out)], as_json=given.as_json)


def _figures(given: Options, arguments: argparse.Namespace) -> None:
    """The follow-up figures of a period, of this month where none is named; .pdf, .xlsx or .csv by the name."""
    from app.followups.figures.reckoning import figures

    days = read_period(arguments.period) if arguments.period else None
    with signed_in(given) as session:
        first, last = days or _this_month(session)
        _write(session, arguments, first, last)
        with session.read() as work:
            table = figures(work, first, last)
    told = {
        "file": arguments.out,
        "first": first,
        "last": last,
        "people": len(table.lines),
        "edition": table.edition,
        **{figure.value: count for figure, count in sorted(table.total.counts.items())},
    }
    tell(told, [str(arguments.out)], as_json=given.as_json)


def _write(session: Session, arguments: argparse.Namespace, first: date, last: date) -> None:
    from app.documents.figure_report import figure_report
    from app.followups.figures.reckoning import figures
    from app.followups.figures.report import read_report, write_figures

    language = arguments.language
    if arguments.out.suffix.lower() != ".pdf":
        with session.read() as work:
            table = figures(work, first, last)
        write_figures(arguments.out, table, language)
        return
    with session.read() as work:
        made = read_report(work, first, last, language)
        head = letterhead(work, language)
    save_file(arguments.out, figure_report(made, house=head.house, sheet=Sheet(language=Language(language))))


def _complaints(given: Options, arguments: argparse.Namespace) -> None:
    """The figures of tickets received in a period, of this month where none is named, as the name ends."""
    from app.complaints.figures.reckoning import ticket_figures
    from app.complaints.figures.report import read_ticket_report, write_ticket_figures
    from app.documents.ticket_report import ticket_report

    days, language = read_period(arguments.period) if arguments.period else None, arguments.language
    with signed_in(given) as session:
        first, last = days or _this_month(session)
        with session.read() as work:
            table = ticket_figures(work, first, last)
            made, head = read_ticket_report(work, first, last, language), letterhead(work, language)
    if arguments.out.suffix.lower() == ".pdf":
        sheet = Sheet(language=Language(language))
        save_file(arguments.out, ticket_report(made, house=head.house, sheet=sheet))
    else:
        write_ticket_figures(arguments.out, table, language)
    told = {
        "file": arguments.out,
        "first": first,
        "last": last,
        "edition": table.edition,
        **{figure.value: count for figure, count in sorted(table.total.counts.items())},
    }
    tell(told, [str(arguments.out)], as_json=given.as_json)


def _this_month(session: Session) -> tuple[date, date]:
    with session.read() as work:
        return period_days(Period.THIS_MONTH, work.today())


_REPORTS: Final[dict[str, tuple[Verb, tuple[str, ...]]]] = {
    "contacts": (_contacts, (".pdf",)),
    "complaints": (_complaints, (".pdf", ".xlsx", ".csv")),
    "followups": (_figures, (".pdf", ".xlsx", ".csv")),
}
