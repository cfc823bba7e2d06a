"""Calendar files by the command line: export calendar, import of an .ics."""

from __future__ import annotations

import argparse
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from app.command_line.output import tell
from app.command_line.session import Options, signed_in
from app.errors import UserError
from app.followups.dates.calendar_files import calendar_file
from app.followups.dates.calendar_import import parse_calendar, read_calendar
from app.followups.records import Scope
from app.whole_files import write_whole
from app.work import Work
from db.faults import refusing
from db.models.access import Account

SUFFIX = ".ics"
DAYS_MOST = 366


def write_calendar(given: Options, arguments: argparse.Namespace) -> None:
    """What lies ahead of the signed-in person, of somebody else, or with `all` of the branch."""
    days = min(max(arguments.days, 1), DAYS_MOST)
    if not arguments.out.absolute().parent.is_dir():
        raise UserError("folder-missing", path=arguments.out.absolute().parent)
    with signed_in(given) as session, session.read() as work:
        scope = Scope(person=_person(work, arguments.person))
        content = calendar_file(work, scope, work.today(), work.today() + timedelta(days=days))
    with refusing(path=arguments.out):
        write_whole(arguments.out, content)
    events = content.count(b"BEGIN:VEVENT")
    tell({"file": arguments.out, "events": events}, [f"{events} {arguments.out}"], as_json=given.as_json)


def read_file(given: Options, arguments: argparse.Namespace) -> None:
    """A calendar file: ours moves what was moved, a foreign one is entered; a dry run only counts."""
    events = parse_calendar(arguments.file.read_bytes())
    with signed_in(given) as session, session.change() as work:
        result = read_calendar(work, events, dry=arguments.dry_run, anyway=arguments.anyway)
    counts = {
        "created": result.created,
        "changed": result.changed,
        "moved": result.moved,
        "unchanged": result.unchanged,
        "past": result.past,
        "cancelled": len(result.cancelled),
        "refused": len(result.refused),
    }
    sentence = given.front.sentence
    refused = [{"title": each.title, "on": each.on, "why": sentence(each.error)} for each in result.refused]
    lines = [f"{name} {count}" for name, count in counts.items()]
    lines += [f"{each['on'] or ''} {each['title']}: {each['why']}".strip() for each in refused]
    tell(counts | {"reasons": refused}, lines, as_json=given.as_json)


def _person(work: Work, login: str | None) -> UUID | None:
    if login is None:
        return work.actor.account_id
    if login == "all":
        return None
    found = work.session.scalars(select(Account.id).where(Account.login == login)).first()
    if found is None:
        raise UserError("row-gone", table="account")
    return found
