"""A ticket is taken: what is kept, what is refused, and what goes further up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.complaints.files import add_files, file_content
from app.complaints.listing import TicketFilter, list_tickets
from app.complaints.opening import NewTicket, Opened, open_ticket
from app.complaints.reading import read_ticket
from app.customers.editing import delete_card
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.access import Branch, Permission
from db.models.complaints import MarkKind, TicketLevel
from db.models.ticket_flows import TicketKind
from tests.builders.cards import walk_in
from tests.builders.databases import Founded

WORDS = "空调不制冷，已经修过一次"


def take(work: Work, **given: Any) -> Opened:
    return open_ticket(work, NewTicket(**{"complainant": "赵敏", "matter": WORDS, **given}))


def refused(branch: Founded, **given: Any) -> UserError:
    """How taking such a ticket is refused."""
    with pytest.raises(UserError) as caught, branch.change() as work:
        take(work, **given)
    return caught.value


def test_a_phone_is_kept_as_cards_keep_it(branch: Founded) -> None:
    with branch.change() as work:
        opened = take(work, phone="１３８-1111 2222")
        card = read_ticket(work, opened.id)
    assert card.line.phone == "138 1111 2222"
    assert (opened.level, opened.repeats, opened.steps) == (TicketLevel.ORDINARY, 1, 0)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"matter": "  \n "}, "fact-missing"),
        ({"matter": "长" * 100_001}, "text-too-long"),
        ({"complainant": "名" * 61}, "text-too-long"),
        ({"complainant": " "}, "ticket-who-missing"),
        ({"phone": "12"}, "phone-too-short"),
        ({"channel_code": "pigeon"}, "code-unknown"),
        ({"wish_code": "the moon"}, "code-unknown"),
        ({"severity_code": "'; drop table ticket"}, "code-unknown"),
        ({"grave_code": "gravest"}, "code-unknown"),
        ({"department": "nowhere"}, "code-unknown"),
        ({"form_serial": "TS-NO-SUCH"}, "form-unknown"),
    ],
)
def test_what_cannot_be_is_refused(branch: Founded, given: dict[str, Any], code: str) -> None:
    assert refused(branch, **given).code == code
    with branch.read() as work:
        assert list_tickets(work, TicketFilter()) == ()


def test_the_time_lies_neither_ahead_nor_long_ago(branch: Founded) -> None:
    with branch.read() as work:
        now = work.now()
    assert refused(branch, received_at=now + timedelta(hours=1)).code == "ticket-received-wrong"
    assert refused(branch, received_at=now - timedelta(days=400)).code == "ticket-received-wrong"
    assert refused(branch, happened_on=(now + timedelta(days=2)).date()).code == "day-in-future"
    with branch.change() as work:
        opened = take(work, received_at=now + timedelta(minutes=2))
        assert read_ticket(work, opened.id).line.received_at <= work.now()


def test_a_customer_deleted_or_unheard_of_is_refused(branch: Founded) -> None:
    customer_id = walk_in(branch, name="单雄信", phone="13800138000").customer_id
    assert refused(branch, customer_id=new_key()).code == "row-gone"
    with branch.change() as work:
        delete_card(work, customer_id)
    assert refused(branch, customer_id=customer_id).code == "row-gone"


def test_a_customer_of_another_branch_is_out_of_reach(branch: Founded) -> None:
    customer_id = walk_in(branch, name="单雄信", phone="13800138000").customer_id
    other = new_key()
    with branch.change() as work:
        work.session.add(Branch(id=other, code="OTHER", name="别店"))
    stranger = replace(branch.actor, branch_id=other, all_branches=False)
    with pytest.raises(UserError, match="row-gone"), branch.change(stranger) as work:
        take(work, customer_id=customer_id)


def test_taking_asks_for_the_right(branch: Founded) -> None:
    nobody = replace(branch.actor, permissions=frozenset({Permission.HANDLE_TICKETS}))
    with pytest.raises(UserError, match="not-allowed"), branch.change(nobody) as work:
        take(work)


def test_a_grave_reason_makes_it_grave_and_critical(branch: Founded) -> None:
    with branch.change() as work:
        opened = take(work, grave_code="injury", severity_code="normal")
        line = read_ticket(work, opened.id).line
    assert (line.level, line.severity_code) == (TicketLevel.GRAVE, "critical")


@pytest.mark.parametrize(
    "who",
    [lambda key: {"customer_id": key}, lambda _key: {"phone": "138 1111 2222"}],
    ids=["customer", "phone"],
)
def test_the_third_on_one_matter_goes_up(branch: Founded, who: Callable[[UUID], dict[str, Any]]) -> None:
    given = who(walk_in(branch, name="单雄信", phone="13800138000").customer_id)
    with branch.change() as work:
        levels = [take(work, **given).level for _ in range(2)]
        third = take(work, **given)
        inquiry = take(work, kind=TicketKind.INQUIRY, **given)
        marks = read_ticket(work, third.id).marks
    assert levels == [TicketLevel.ORDINARY] * 2
    assert (third.level, third.repeats) == (TicketLevel.ESCALATED, 3)
    assert [(mark.kind, mark.reason) for mark in marks] == [(MarkKind.ESCALATED, "3")]
    assert inquiry.level is TicketLevel.ORDINARY


def test_another_matter_of_the_same_customer_does_not_go_up(branch: Founded) -> None:
    customer_id = walk_in(branch, name="单雄信", phone="13800138000").customer_id
    with branch.change() as work:
        words = ("空调不制冷", "发票还没有收到", "前台态度很差")
        *_, last = [take(work, customer_id=customer_id, matter=one) for one in words]
    assert (last.level, last.repeats) == (TicketLevel.ORDINARY, 1)


def test_answered_and_passed_on_at_once(branch: Founded) -> None:
    with branch.change() as work:
        opened = take(work, answered="先道歉，今天回电", department="service")
        card = read_ticket(work, opened.id)
    assert [step.effect.value for step in card.steps] == ["answer", "assign"]
    assert card.answered_at is not None
    assert card.line.department_code == "service"


def test_evidence_is_kept_by_content_and_bounded(branch: Founded) -> None:
    with branch.change() as work:
        opened = take(work)
        first, again = add_files(work, opened.id, [("a.png", b"picture"), ("../../b.png", b"picture")])
    with branch.read() as work:
        assert file_content(work, first) == file_content(work, again) == b"picture"
        assert [file.file_name for file in read_ticket(work, opened.id).files] == ["a.png", "b.png"]
    for content, code in ((b"", "attachment-empty"), (b"x" * 60_000_001, "attachment-too-large")):
        with pytest.raises(UserError, match=code), branch.change() as work:
            add_files(work, opened.id, [("c.bin", content)])
