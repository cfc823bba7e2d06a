"""The verb report: what is reckoned over a period, as PDF."""

from __future__ import annotations

import argparse

from app.command_line.output import tell
from app.command_line.session import Options, signed_in
from app.documents.records import Language, Sheet
from app.registration.paper import letterhead
from app.whole_files import require_writable, save_file


def report(given: Options, arguments: argparse.Namespace) -> None:
    """The contact report of a period; without one, of this quarter so far."""
    from app.documents.contact_report import contact_report
    from app.followups.contact_paper import period_days, quarter_of, read_contact_report

    require_writable(arguments.out)
    with signed_in(given) as session, session.read() as work:
        days = period_days(arguments.period) if arguments.period else quarter_of(work.today())
        record = read_contact_report(work, *days, arguments.language)
        head = letterhead(work, arguments.language)
    content = contact_report(record, house=head.house, sheet=Sheet(language=Language(arguments.language)))
    save_file(arguments.out, content)
    tell({"file": arguments.out, "bytes": len(content)}, [str(arguments.out)], as_json=given.as_json)
