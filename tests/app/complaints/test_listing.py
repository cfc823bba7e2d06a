"""The desk's list: what falls due first stands first, every page follows the one before, counts tell the groups."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.complaints.listing import Group, TicketFilter, count_tickets, list_tickets
from app.complaints.records import TicketLine
from app.complaints.time_left import times_left
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.access import Branch, Permission
from db.models.complaints import Ticket
from db.models.ticket_flows import Clock, TicketFlow, TicketKind
from tests.builders.cards import walk_in
from tests.builders.databases import Founded


def taken(work: Work, number: str, due: timedelta | None = None, **columns: Any) -> Ticket:
    """A ticket as it was taken, with a limit of its resolution."""
    at = None if due is None else work.now() + due
    given: dict[str, Any] = {
        "number": number, "kind": TicketKind.COMPLAINT, "stage": "received", "channel_code": "phone",
        "complainant": "张三", "complainant_phone": "13800138000", "matter": "轮毂划痕", "severity_code": "normal",
        "received_at": work.now() - timedelta(hours=1), "resolve_due_at": at, "next_due_at": at,
    }  # fmt: skip
    flow = work.session.scalars(select(TicketFlow.id).where(TicketFlow.kind == TicketKind.COMPLAINT)).one()
    row = Ticket(id=new_key(), flow_id=flow, **(given | columns))
    work.session.add(row)
    work.session.flush()
    return row


def numbers(lines: tuple[TicketLine, ...]) -> list[str]:
    return [line.number for line in lines]


@pytest.fixture
def tickets(branch: Founded) -> Founded:
    """Five open tickets: one too late, two ahead, two without a limit, and three ended."""
    with branch.change() as work:
        taken(work, "T1", timedelta(hours=3))
        taken(work, "T2", timedelta(hours=-1), handler_id=work.actor.account_id)
        taken(work, "T3", None, matter="发票抬头 100% 错误")
        taken(work, "T4", timedelta(days=9), severity_code="critical", department_code="service")
        taken(work, "T5", None, complainant="李四", complainant_phone="02887654321")
        for number in ("T6", "T7", "T8"):
            ended = taken(work, number, timedelta(hours=5))
            ended.ended_at = work.now()
    return branch


def test_breached_first_then_by_limit_and_those_without_last(tickets: Founded) -> None:
    with tickets.read() as work:
        lines = list_tickets(work, TicketFilter())
        assert numbers(lines) == ["T2", "T1", "T4", "T3", "T5"]
        assert [line.is_breached for line in lines] == [True, False, False, False, False]
        assert [line.next_clock for line in lines][:2] == [Clock.RESOLUTION, Clock.RESOLUTION]
        assert lines[0].handler == tickets.actor.name
        assert lines[0].stage_zh == "受理"


@pytest.mark.parametrize("group", [Group.OPEN, Group.ENDED])
def test_pages_by_key_make_up_the_whole_list(tickets: Founded, group: Group) -> None:
    wanted = TicketFilter(group=group)
    with tickets.read() as work:
        whole = list_tickets(work, wanted)
        after: TicketLine | None = None
        paged: list[TicketLine] = []
        while page := list_tickets(work, wanted, limit=2, after=after):
            paged.extend(page)
            after = page[-1]
    assert tuple(paged) == whole
    assert len(whole) == {Group.OPEN: 5, Group.ENDED: 3}[group]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("t4", ["T4"]),
        ("李四", ["T5"]),
        ("87654321", ["T5"]),
        ("100%", ["T3"]),
        ("%", ["T3"]),
        ("_", []),
        ("轮毂", ["T2", "T1", "T4", "T5"]),
    ],
)
def test_what_is_typed_is_found(tickets: Founded, text: str, found: list[str]) -> None:
    with tickets.read() as work:
        assert numbers(list_tickets(work, TicketFilter(text=text))) == found


def test_a_customer_is_found_by_the_letters_of_the_name(branch: Founded) -> None:
    customer = walk_in(branch, name="欧阳修", phone="13900139000").customer_id
    with branch.change() as work:
        taken(work, "T1", complainant=None, complainant_phone=None, customer_id=customer)
    with branch.read() as work:
        (line,) = list_tickets(work, TicketFilter(text="ouyang"))
        assert line.customer_name == "欧阳修"


def test_filters_narrow_the_list(tickets: Founded) -> None:
    with tickets.read() as work:
        mine = numbers(list_tickets(work, TicketFilter(group=Group.MINE)))
        service = numbers(list_tickets(work, TicketFilter(department="service")))
        late = numbers(list_tickets(work, TicketFilter(group=Group.BREACHED)))
        tomorrow = work.today() + timedelta(days=1)
        assert (mine, service, late) == (["T2"], ["T4"], ["T2"])
        assert list_tickets(work, TicketFilter(first=tomorrow)) == ()
        assert list_tickets(work, TicketFilter(last=work.today() - timedelta(days=1))) == ()


def test_counts_are_those_of_the_lists(tickets: Founded) -> None:
    with tickets.read() as work:
        counts = count_tickets(work, TicketFilter())
        assert counts[Group.OPEN] == 5
        assert counts[Group.UNASSIGNED] == 4
        for group, count in counts.items():
            assert count == len(list_tickets(work, TicketFilter(group=group))), group


def test_working_time_left_is_negative_past_the_limit(tickets: Founded) -> None:
    with tickets.read() as work:
        lines = list_tickets(work, TicketFilter())
        left = times_left(work, lines)
    assert left[lines[0].id].left <= timedelta(0)
    assert left[lines[0].id].used == 1.0
    assert left[lines[2].id].left > timedelta(hours=8)
    assert lines[3].id not in left


def test_other_branches_tickets_stay_theirs(tickets: Founded) -> None:
    with tickets.change() as work:
        away = Branch(id=new_key(), code="XA", name="西安店")
        work.session.add(away)
        work.session.flush()
        taken(work, "T9", timedelta(hours=2), branch_id=away.id)
    reader = tickets.actor_with(Permission.HANDLE_TICKETS)
    with tickets.store.read(reader) as work:
        assert "T9" not in numbers(list_tickets(work, TicketFilter()))
        assert list_tickets(work, TicketFilter(text="T9")) == ()
    with tickets.read() as work:
        assert numbers(list_tickets(work, TicketFilter()))[:3] == ["T2", "T9", "T1"]


def test_who_has_no_part_in_tickets_sees_none(tickets: Founded) -> None:
    nobody = tickets.actor_with(Permission.FIND_CUSTOMERS)
    with tickets.store.read(nobody) as work:
        for ask in (lambda: list_tickets(work, TicketFilter()), lambda: count_tickets(work, TicketFilter())):
            with pytest.raises(UserError, match="not-allowed"):
                ask()
