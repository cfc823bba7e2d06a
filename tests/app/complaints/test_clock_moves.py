"""What moves the clocks of open tickets, in every branch, and whom their marks are told to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy import insert

from app.calendar_days import change_day, change_opening_hours, undo_change
from app.complaints.due import notices, sweep
from app.complaints.limits import save_ticket_limit
from app.complaints.reworking import rework
from app.worktime import DayKind, read_hours
from db.base import new_key
from db.models.access import Branch, Permission
from db.models.complaints import MarkKind, Ticket
from db.models.ticket_flows import Clock, TicketKind
from tests.builders.databases import Founded
from tests.builders.tickets import taken, walk

K, C = MarkKind, Clock


def at(text: str) -> datetime:
    """A moment of November 2026, such as "02 09:00"; the 2nd is a Monday."""
    return datetime.fromisoformat(f"2026-11-{text}").astimezone()


@pytest.fixture(autouse=True)
def _monday(branch: Founded) -> None:
    go(branch, "02 09:00")


def go(branch: Founded, text: str) -> None:
    moment = at(text)
    branch.store.clock = lambda: moment


def take(branch: Founded) -> UUID:
    with branch.change() as work:
        return taken(work)


def answer_due(branch: Founded, ticket_id: UUID) -> datetime | None:
    with branch.read() as work:
        return work.get(Ticket, ticket_id).answer_due_at


def told(branch: Founded, *permissions: Permission) -> set[tuple[MarkKind, Clock | None]]:
    """What somebody of the branch who handles nothing hears."""
    actor = replace(
        branch.actor_with(Permission.TAKE_TICKETS, Permission.HANDLE_TICKETS, *permissions),
        account_id=UUID(int=7),
    )
    with branch.store.read(actor) as work:
        return {(notice.kind, notice.clock) for notice in notices(work, frozenset())}


def test_a_holiday_moves_open_tickets_and_taking_it_back_too(branch: Founded) -> None:
    ticket_id = take(branch)
    with branch.change() as work:
        change = change_day(work, date(2026, 11, 3), DayKind.HOLIDAY, for_all=True)
    assert (C.ANSWER, at("04 18:00"), at("05 18:00")) in [
        (moved.clock, moved.before, moved.after) for moved in change.tickets
    ]
    assert answer_due(branch, ticket_id) == at("05 18:00")
    with branch.change() as work:
        undo_change(work, change)
    assert answer_due(branch, ticket_id) == at("04 18:00")


def test_new_opening_hours_move_open_tickets(branch: Founded) -> None:
    take(branch)
    with branch.change() as work:
        change = change_opening_hours(work, (*(read_hours("13:00-18:00"),) * 5, (), ()))
    assert (C.ACCEPTANCE, at("02 17:00")) in [(moved.clock, moved.after) for moved in change.tickets]


def test_a_day_for_all_reaches_branches_the_person_does_not_see(branch: Founded) -> None:
    ticket_id = take(branch)
    other = new_key()
    with branch.change() as work:
        work.session.execute(
            insert(Branch).values({**work.change_marks(), "id": other, **_named(work.now())})
        )
        save_ticket_limit(work, TicketKind.COMPLAINT, "normal", C.ACCEPTANCE, 60)
    away = replace(branch.actor_with(Permission.EDIT_CALENDAR), branch_id=other)
    with branch.change() as work:
        change_day(work, date(2026, 11, 3), DayKind.HOLIDAY, for_all=True)
        work.get(Ticket, ticket_id).answer_due_at = at("04 18:00")  # as it stood before the day was entered
    with branch.change(away) as work:
        assert rework(work, None)
    assert answer_due(branch, ticket_id) == at("05 18:00")


def _named(now: datetime) -> dict[str, object]:
    return {"code": "GX", "name": "高新二店", "created_at": now}


def test_what_was_accepted_since_is_told_to_nobody(branch: Founded) -> None:
    ticket_id = take(branch)
    go(branch, "02 14:00")
    with branch.change() as work:
        sweep(work)
    late = {(K.HANDLER_WARNED, C.ACCEPTANCE), (K.MANAGER_WARNED, C.ACCEPTANCE), (K.BREACHED, C.ACCEPTANCE)}
    assert told(branch, Permission.ASSIGN_TICKETS) == late
    assert told(branch) == set()
    with branch.change() as work:
        walk(work, ticket_id, "accept")
    assert told(branch, Permission.ASSIGN_TICKETS) == set()


def test_the_owner_of_all_branches_also_hears_what_the_manager_hears(branch: Founded) -> None:
    take(branch)
    go(branch, "02 13:15")
    with branch.change() as work:
        sweep(work)
    with branch.read() as work:
        assert K.MANAGER_WARNED in {notice.kind for notice in notices(work, frozenset())}
