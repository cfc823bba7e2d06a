"""The words of the command line, and the one place where a refusal becomes a sentence and exit code 1."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from app.command_line import backups, cards, lists, reports, upkeep
from app.command_line.front import Front
from app.command_line.session import Options, options
from app.errors import UserError
from db.faults import refusing

Verb = Callable[[Options, argparse.Namespace], None]


def main(front: Front, arguments: Sequence[str]) -> int:
    """Run one command: 0 done, 1 refused with one sentence on stderr, 2 wrong usage."""
    parsed = _parser().parse_args(arguments)
    try:
        given = options(
            data=parsed.data, url=parsed.database, user=parsed.user, as_json=parsed.json, front=front
        )
        verb: Verb | None = getattr(parsed, "verb", None)
        if verb is None:
            return front.open_desktop(given.folder, given.url)
        with refusing():
            verb(given, parsed)
    except UserError as error:
        sys.stderr.write(front.sentence(error) + "\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="branchdesk", description="门店客户台 BranchDesk")
    parser.add_argument("--data", type=Path, metavar="DIR", help="data folder")
    parser.add_argument("--database", metavar="URL", help="shared database: postgresql://user@host/name")
    parser.add_argument("--user", metavar="NAME", help="account that signs in")
    parser.add_argument("--json", action="store_true", help="machine-readable result")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB")
    _add_upkeep(verbs)
    _add_cards(verbs)
    _add_lists(verbs)
    _add_reports(verbs)
    return parser


_Verbs = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _verb(verbs: _Verbs, name: str, verb: Verb, told: str) -> argparse.ArgumentParser:  # type: ignore[valid-type]
    made: argparse.ArgumentParser = verbs.add_parser(name, help=told, description=told)  # type: ignore[attr-defined]
    made.set_defaults(verb=verb)
    return made


def _add_upkeep(verbs: _Verbs) -> None:  # type: ignore[valid-type]
    init = _verb(verbs, "init", upkeep.init, "make a new data folder, or join a shared database")
    init.add_argument("--name", metavar="BRANCH", help="name of the branch")
    init.add_argument("--admin", metavar="NAME", help="name of its owner")
    init.add_argument("--login", metavar="LOGIN", help="login of the owner (default: the name)")
    init.add_argument("--code", metavar="CODE", help="up to four letters that begin every human number")
    init.add_argument(
        "--database", metavar="URL", default=argparse.SUPPRESS, help="shared database to set up or join"
    )
    tour = _verb(verbs, "tour", upkeep.tour, "walk the main job on the real screens without a display")
    tour.add_argument("--out", type=Path, metavar="DIR", required=True)
    sample = _verb(verbs, "sample", upkeep.sample, "fill the branch with made-up customers")
    sample.add_argument("--customers", type=int, metavar="N", required=True)
    sample.add_argument("--seed", type=int, metavar="S", default=1)
    backup = _verb(verbs, "backup", backups.backup, "write a checked backup; of a shared database by pg_dump")
    backup.add_argument("out", type=Path, metavar="OUT", help="the file, or a folder for a new file")
    restore = _verb(verbs, "restore", backups.restore, "put a backup in the place of the local database")
    restore.add_argument("file", type=Path, metavar="IN")
    check = _verb(verbs, "check", upkeep.check, "look for damage in database, index and attachments")
    check.add_argument(
        "--rebuild-search", action="store_true", help="make the search index anew from the cards first"
    )
    _verb(verbs, "upgrade", upkeep.upgrade, "bring the database to this program's schema")


def _add_cards(verbs: _Verbs) -> None:  # type: ignore[valid-type]
    find = _verb(verbs, "find", cards.find, "find customers by any part of what is known of them")
    find.add_argument("text")
    find.add_argument("--limit", type=int, metavar="N", default=50)
    form = _verb(
        verbs, "form", cards.form, "print a form into a PDF: of a customer, a visit, a ticket, or blank"
    )
    form.add_argument(
        "name", choices=["registration", "dossier", "visit", "phone-log", "complaint", "complaint-dossier"]
    )
    which = form.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--for", dest="number", metavar="NUMBER", help="customer number; of a complaint the ticket's"
    )
    which.add_argument("--blank", type=int, metavar="N", help="a booklet of N numbered blank sheets")
    which.add_argument("--day", type=_day, metavar="2026-11-23", help="the calls of a day (phone-log)")
    form.add_argument("--to", metavar="NAME", default="", help="who gets the booklet")
    form.add_argument("-o", "--out", type=Path, metavar="OUT.pdf", required=True)
    form.add_argument("--language", choices=["zh", "en"], default="zh")


def _add_reports(verbs: _Verbs) -> None:  # type: ignore[valid-type]
    told = (
        "write what is reckoned over a period: contacts (.pdf), followups and complaints (.pdf, .xlsx, .csv)"
    )
    report = _verb(verbs, "report", reports.report, told)
    report.add_argument("name", choices=["contacts", "followups", "complaints"])
    report.add_argument("--period", metavar="2026Q3", help="a year, quarter (2026Q3) or month (2026-11)")
    report.add_argument("-o", "--out", type=Path, metavar="OUT.(pdf|xlsx|csv)", required=True)
    report.add_argument("--language", choices=["zh", "en"], default="zh")


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{typed!r} is no day; write it as 2026-11-23") from None


def _add_lists(verbs: _Verbs) -> None:  # type: ignore[valid-type]
    brought = _verb(
        verbs, "import", lists.bring_in, "bring a list in: Excel, CSV, vCard; or a calendar: .ics"
    )
    brought.add_argument("file", type=Path, metavar="FILE")
    brought.add_argument("--dry-run", action="store_true", help="count, and write nothing")
    brought.add_argument("--errors", type=Path, metavar="OUT.xlsx", help="keep the rows not taken over")
    brought.add_argument("--anyway", action="store_true", help="also a calendar of more than 10,000 events")
    taken = _verb(verbs, "export", lists.take_out, "write customers, or the calendar ahead, to a file")
    taken.add_argument("what", choices=["customers", "calendar"])
    taken.add_argument("out", type=Path, metavar="OUT.(xlsx|csv|vcf|ics)")
    taken.add_argument(
        "--person", metavar="LOGIN", help="whose calendar (default: one's own; all: the branch's)"
    )
    taken.add_argument("--days", type=int, metavar="N", default=90, help="so many days of calendar ahead")
    taken.add_argument("--where", metavar="TEXT", help="only those this text finds")
