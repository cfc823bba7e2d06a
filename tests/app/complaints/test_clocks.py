"""The clocks of a ticket: working time, pauses, marks that stay, and what a change of the calendar moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from app import calendar_days as days
from app.complaints.due import due_tickets, is_sweep_due, notices, sweep
from app.complaints.limits import save_ticket_limit
from app.complaints.reading import read_ticket
from app.complaints.records import ClockRecord
from app.errors import UserError
from app.worktime import DayKind, WorkCalendar
from db.models.complaints import MarkKind, TicketMark
from db.models.ticket_flows import Clock, TicketKind
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.tickets import move, taken, walk

MONDAY = datetime(2026, 11, 23, 10).astimezone()
"""An ordinary Monday, an hour after opening; the shop rests from 12 to 13 and closes at 18."""
MINUTE = timedelta(minutes=1)


def at(branch: Founded, moment: datetime) -> None:
    """Set the clock of this store."""
    branch.store.clock = lambda: moment.astimezone(UTC)


def clocks(branch: Founded, ticket_id: UUID) -> dict[Clock, ClockRecord]:
    with branch.read() as work:
        return {clock.clock: clock for clock in read_ticket(work, ticket_id).clocks}


def marks(branch: Founded, ticket_id: UUID) -> set[tuple[MarkKind, Clock | None]]:
    with branch.read() as work:
        query = select(TicketMark.kind, TicketMark.clock).where(TicketMark.ticket_id == ticket_id)
        return {(row[0], row[1]) for row in work.session.execute(query)}


def taken_at(branch: Founded, moment: datetime, **values: object) -> UUID:
    at(branch, moment)
    with branch.change() as work:
        return taken(work, **values)


def test_limits_leave_out_lunch_and_night(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY, severity_code="urgent")
    found = clocks(branch, ticket_id)
    assert found[Clock.ACCEPTANCE].due_at == MONDAY + timedelta(minutes=30)
    assert found[Clock.ANSWER].due_at == MONDAY + timedelta(hours=1)
    assert found[Clock.RESOLUTION].due_at == MONDAY + timedelta(hours=5)


def test_a_clock_is_met_or_breached_and_the_breach_stays(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY, severity_code="urgent")
    at(branch, MONDAY + timedelta(minutes=40))
    with branch.change() as work:
        walk(work, ticket_id, "accept")
    assert clocks(branch, ticket_id)[Clock.ACCEPTANCE].is_breached
    assert (MarkKind.BREACHED, Clock.ACCEPTANCE) in marks(branch, ticket_id)
    with branch.change() as work:
        save_ticket_limit(work, TicketKind.COMPLAINT, "urgent", Clock.ACCEPTANCE, 600)
    assert clocks(branch, ticket_id)[Clock.ACCEPTANCE].is_breached


def test_waiting_for_the_customer_adds_to_what_remains(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY, severity_code="urgent")
    at(branch, MONDAY + timedelta(minutes=30))
    with branch.change() as work:
        move(work, ticket_id, "wait")
    assert clocks(branch, ticket_id)[Clock.RESOLUTION].is_paused
    at(branch, MONDAY + timedelta(days=1))
    with branch.change() as work:
        move(work, ticket_id, "resume")
    # Half an hour of four was used on Monday; the rest is 10:00 to 12:00 and 13:00 to 14:30 on Tuesday.
    assert clocks(branch, ticket_id)[Clock.RESOLUTION].due_at == MONDAY + timedelta(
        days=1, hours=4, minutes=30
    )


def test_the_ladder_is_climbed_once_each(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY, severity_code="high")
    for hours, kind in ((1, MarkKind.HANDLER_WARNED), (1.6, MarkKind.MANAGER_WARNED)):
        at(branch, MONDAY + timedelta(hours=hours))
        with branch.change() as work:
            sweep(work)
        assert (kind, Clock.ACCEPTANCE) in marks(branch, ticket_id)
    at(branch, MONDAY + timedelta(days=2))
    with branch.change() as work:
        assert is_sweep_due(work)
        sweep(work)
        assert not is_sweep_due(work)
        assert sweep(work) == 0
    found = marks(branch, ticket_id)
    assert {(MarkKind.BREACHED, Clock.ACCEPTANCE), (MarkKind.HEADQUARTERS, Clock.ACCEPTANCE)} <= found


def test_a_grave_one_goes_to_headquarters_at_once(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY, grave_code="fire")
    assert (MarkKind.HEADQUARTERS, None) in marks(branch, ticket_id)
    with branch.read() as work:
        assert [line.id for line in due_tickets(work)] == [ticket_id]


def test_nobody_is_told_at_night(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY, severity_code="urgent")
    at(branch, MONDAY.replace(hour=22))
    with branch.change() as work:
        sweep(work)
        assert notices(work, frozenset()) == ()
    at(branch, MONDAY + timedelta(days=1))
    with branch.read() as work:
        found = notices(work, frozenset())
        assert {notice.ticket_id for notice in found} == {ticket_id}
        assert notices(work, frozenset(notice.mark_id for notice in found)) == ()


def test_a_closed_day_moves_open_limits_and_says_so(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY, severity_code="high")
    before = clocks(branch, ticket_id)[Clock.RESOLUTION].due_at
    with branch.change() as work:
        change = days.change_day(work, date(2026, 11, 24), DayKind.CLOSED, name_zh="盘点")
    assert [moved.clock for moved in change.tickets] == [Clock.ANSWER, Clock.RESOLUTION]
    assert change.tickets[1].before == before
    assert change.tickets[1].after == clocks(branch, ticket_id)[Clock.RESOLUTION].due_at != before
    with branch.change() as work:
        undone = days.undo_change(work, change)
    assert len(undone.tickets) == 2
    assert clocks(branch, ticket_id)[Clock.RESOLUTION].due_at == before


def test_a_clock_switched_off_is_no_clock(branch: Founded) -> None:
    ticket_id = taken_at(branch, MONDAY)
    with branch.change() as work:
        save_ticket_limit(work, TicketKind.COMPLAINT, "normal", Clock.ACCEPTANCE, None)
    assert Clock.ACCEPTANCE not in clocks(branch, ticket_id)


@pytest.mark.parametrize("minutes", [0, -5, 10**9])
def test_a_limit_is_some_working_time(branch: Founded, minutes: int) -> None:
    with pytest.raises(UserError, match="ticket-limit-wrong"), branch.change() as work:
        save_ticket_limit(work, TicketKind.COMPLAINT, "normal", Clock.ANSWER, minutes)


def test_a_year_nobody_announced_is_named(branch: Founded) -> None:
    ticket_id = taken_at(branch, datetime(2026, 12, 30, 10).astimezone())
    assert clocks(branch, ticket_id)[Clock.RESOLUTION].deadline.unknown_years == (2027,)


def test_a_deleted_card_leaves_its_ticket_workable(branch: Founded) -> None:
    customer_id = walk_in(branch, name="单雄信", phone="13800138000").customer_id
    ticket_id = taken_at(branch, MONDAY, customer_id=customer_id, complainant="")
    with branch.change() as work:
        work.session.execute(text("UPDATE customer SET deleted_at = CURRENT_TIMESTAMP"))
        walk(work, ticket_id, "propose")
    with branch.read() as work:
        card = read_ticket(work, ticket_id)
    assert (card.customer_gone, card.line.customer_id, card.line.stage) == (True, None, "proposed")


def brute_force(
    calendar: WorkCalendar, start: datetime, minutes: int, pauses: list[tuple[datetime, datetime]]
) -> datetime:
    """Walk on minute by minute and count those in which the shop is open and nobody is waited for."""
    now, left = start, minutes
    while left:
        local = now.astimezone()
        opened = any(begin <= now < end for begin, end in _open(calendar, local.date()))
        if opened and not any(begin <= now < end for begin, end in pauses):
            left -= 1
        now += MINUTE
    return now


def _open(calendar: WorkCalendar, day: date) -> list[tuple[datetime, datetime]]:
    """The hours of a day read from the rows, not by the engine under test."""
    special = calendar.days.get(day)
    usual = ((9, 12), (13, 18))
    if special is not None:
        spans = usual if special.kind is DayKind.WORKDAY else ()
    else:
        spans = usual if day.weekday() < 5 else ()
    return [
        (
            datetime(day.year, day.month, day.day, begin).astimezone(),
            datetime(day.year, day.month, day.day, end).astimezone(),
        )
        for begin, end in spans
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minutes_in=st.integers(0, 267 * 24 * 60),
    ahead=st.integers(1, 3_000),
    held=st.integers(1, 4_000),
)
@pytest.mark.parametrize("branch", ["sqlite"], indirect=True)
def test_a_deadline_is_what_counting_minutes_says(
    branch: Founded, minutes_in: int, ahead: int, held: int
) -> None:
    """Over nights, weekends, holidays and make-up days of 2026, with a pause somewhere."""
    begun = datetime(2026, 1, 1).astimezone() + minutes_in * MINUTE
    ticket_id = taken_at(branch, begun, severity_code="high")
    paused, resumed = begun + ahead * MINUTE, begun + (ahead + held) * MINUTE
    for moment, code in ((paused, "wait"), (resumed, "resume")):
        at(branch, moment)
        with branch.change() as work:
            move(work, ticket_id, code)
    with branch.read() as work:
        calendar = days.work_calendar(work)
        (found,) = [clock for clock in read_ticket(work, ticket_id).clocks if clock.clock is Clock.RESOLUTION]
    assert found.due_at == brute_force(calendar, begun, 1_440, [(paused, resumed)])
