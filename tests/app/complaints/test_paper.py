"""What the handling form and the dossier are told of a ticket, whatever its stage."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from app.access.actor import Actor
from app.complaints.dossier import ticket_dossier
from app.complaints.paper import complaint_choices, complaint_entry
from app.complaints.reading import read_ticket
from app.complaints.sheets import sheet_for
from app.documents import preview
from app.documents.complaint_dossier import complaint_dossier
from app.documents.complaint_form import complaint_form
from app.errors import UserError
from app.registration.forms import issue_batch
from db.base import new_key
from db.models.access import Account, Permission
from db.models.registration import FormKind
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.papers import HOUSE
from tests.builders.tickets import WAY, move, taken, walk


@pytest.fixture
def colleague(branch: Founded) -> Actor:
    """Somebody of the service who handles nothing."""
    key = new_key()
    with branch.change() as work:
        work.session.add(Account(id=key, login="li", name="李静", password_hash="-"))
    return replace(branch.actor, account_id=key, name="李静")


def _gone(branch: Founded, colleague: Actor, last: str, **values: object) -> UUID:
    """A complaint that went the usual way up to a move."""
    with branch.change() as work:
        ticket_id = taken(work, **values)
        walk(work, ticket_id, last if last in WAY[:6] else "carry-out")
    if last not in WAY[:6]:
        with branch.change(colleague) as work:
            for code in WAY[6 : WAY.index(last) + 1]:
                facts = {"summary": "每月检查一次"} if code == "close" else {}
                move(work, ticket_id, code, **facts)
    return ticket_id


def test_a_ticket_just_taken_tells_its_intake_and_nothing_else(branch: Founded) -> None:
    card = walk_in(branch, "欧阳𠮷", "13880001234", card={"address": "人民南路1号"})
    with branch.change() as work:
        ticket_id = taken(
            work, complainant="", phone="13880001234", customer_id=card.customer_id, wish_code="repair",
            wish="尽快", nature_code="claim", amount="800", order_no="DD-7", grave_code="media",
        )  # fmt: skip
    with branch.read() as work:
        entry = complaint_entry(work, ticket_id, "CDAC00001", "zh")
    assert (entry.serial, entry.edition, entry.complainant, entry.address) == (
        "CDAC00001",
        "2026-1",
        "欧阳𠮷",
        "人民南路1号",
    )
    assert (entry.kind_text, entry.wish_text, entry.nature_text, entry.grave_text) == (
        "投诉",
        "返修",
        "索赔",
        "媒体曝光",
    )
    assert (entry.customer_number, entry.order_no, entry.amount) == (card.number, "DD-7", Decimal(800))
    assert all(entry.due)
    assert (entry.answers, entry.findings, entry.solutions, entry.carried, entry.asked) == (
        (),
        (),
        (),
        (),
        (),
    )
    assert entry.closed is None


def test_every_stage_reached_is_told(branch: Founded, colleague: Actor) -> None:
    ticket_id = _gone(branch, colleague, "close")
    with branch.read() as work:
        entry = complaint_entry(work, ticket_id, "1", "zh")
    found, solution, carried, asked = entry.findings[0], entry.solutions[0], entry.carried[0], entry.asked[0]
    assert (found.cause, found.course, found.liable) == ("压缩机故障", "上周更换过冷媒", "售后服务部")
    assert [measure.measure for measure in solution.measures] == ["更换压缩机"]
    assert (solution.cost, solution.needs_approval) == (Decimal(100), False)
    assert [(talk.accepted, talk.how) for talk in solution.talks] == [(True, "电话")]
    assert (carried.done, [talk.told for talk in carried.told]) == ("已更换", ["已修好，可以取车"])
    assert (asked.satisfaction_text, asked.by) == ("满意", "李静")
    assert (entry.summary, entry.closed, entry.closed_by) == ("每月检查一次", True, "李静")
    assert entry.department == "售后服务部"


def test_a_solution_refused_and_objected_to_stays_beside_the_next_one(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "propose")
        move(work, ticket_id, "object", objection="必须换新")
        move(work, ticket_id, "propose", measures=[{"measure": "换新机"}, {"measure": "致歉"}], cost="90")
        move(work, ticket_id, "agree", words="可以")
    with branch.read() as work:
        first, second = complaint_entry(work, ticket_id, "1", "zh").solutions
    assert [(talk.accepted, talk.words) for talk in first.talks] == [(False, "必须换新")]
    assert [measure.measure for measure in second.measures] == ["换新机", "致歉"]
    assert [(talk.accepted, talk.words) for talk in second.talks] == [(True, "可以")]


@pytest.mark.parametrize("last", ["assign", "investigate", "propose", "carry-out", "ask", "close"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_papers_of_a_ticket_are_pages_at_every_stage(
    branch: Founded, colleague: Actor, last: str, language: str
) -> None:
    ticket_id = _gone(branch, colleague, last)
    with branch.change() as work:
        serial = sheet_for(work, ticket_id)
    with branch.read() as work:
        number = read_ticket(work, ticket_id).line.number
        entry = complaint_entry(work, ticket_id, serial, language)
        choices = complaint_choices(work, language)
        record = ticket_dossier(work, ticket_id, language)
    form = preview.page_text(complaint_form(entry, house=HOUSE, choices=choices), 0)
    assert serial in form
    assert number in form
    assert number in preview.page_text(complaint_dossier(record, house=HOUSE), 0)
    assert [line.what for line in record.steps] != []
    assert len(record.clocks) == 3


def test_the_dossier_tells_steps_facts_corrections_and_how_deadlines_came_about(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        handler = str(work.actor.account_id)
        move(work, ticket_id, "assign", handler=handler)
        move(work, ticket_id, "amend", amended={"order_no": "DD-8", "nature_code": "claim"})
    with branch.read() as work:
        record = ticket_dossier(work, ticket_id, "zh")
        name = work.actor.name
    assert record.steps[0].facts == ("部门：售后服务部", f"处理人：{name}", "说明：客户来电催问")
    assert set(record.steps[1].facts) >= {"更正 订单号：（空） → DD-8", "更正 性质：（空） → 索赔"}
    assert record.steps[0].stage == "受理 → 分派"
    for clock in record.clocks:
        begin, *_, end = clock.stretches
        assert (begin.what, end.what) == ("开始计时", "到期")
        assert clock.due_at == end.begin
    assert record.printed_by == name


def test_clocks_met_before_the_customer_was_waited_for_are_not_called_paused(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        walk(work, ticket_id, "accept")
        move(work, ticket_id, "wait")
    with branch.read() as work:
        due = complaint_entry(work, ticket_id, "1", "zh").due
    assert due[1:] == ("暂停", "暂停")
    assert due[0] != "暂停"


def test_a_ticket_keeps_one_serial_however_often_it_is_printed(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
    serials = []
    for _ in range(2):
        with branch.change() as work:
            serials.append(sheet_for(work, ticket_id))
    assert len(set(serials)) == 1
    with branch.read() as work:
        assert read_ticket(work, ticket_id).form_serial == serials[0]


def test_a_ticket_taken_down_on_a_booklets_sheet_is_printed_under_its_serial(branch: Founded) -> None:
    card = walk_in(branch, "张三", "13880001235")
    with branch.change() as work:
        batch = issue_batch(work, sheets=2, kind=FormKind.COMPLAINT)
        ticket_id = taken(work, customer_id=card.customer_id, form_serial=batch.first_serial)
    with branch.change() as work:
        assert sheet_for(work, ticket_id) == batch.first_serial
    assert batch.edition == "2026-1"


def test_who_may_not_print_forms_gets_no_paper(branch: Founded) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
    clerk = branch.actor_with(Permission.TAKE_TICKETS)
    with pytest.raises(UserError, match="not-allowed"), branch.change(clerk) as work:
        complaint_entry(work, ticket_id, "1", "zh")
    with pytest.raises(UserError, match="not-allowed"), branch.change(clerk) as work:
        ticket_dossier(work, ticket_id, "zh")
    with pytest.raises(UserError, match="not-allowed"), branch.change(clerk) as work:
        sheet_for(work, ticket_id)
