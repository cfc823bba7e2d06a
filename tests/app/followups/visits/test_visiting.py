"""C4: a visit planned, entered from the paper, completed, taken back, called off; and what a desk may not do."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.customers.log import read_attachment
from app.errors import UserError
from app.followups.visits import visiting as visits
from app.followups.visits.reading import read_visit
from app.followups.visits.records import ANSWERS, NewFile, NewVisit, VisitResults
from db.models.access import Account, Permission
from db.models.customers import ContactEntry, ContactWay, Customer
from db.models.followups import StepState
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded
from tests.builders.visits import clock_at, colleague, entered, in_hours, planned, visit_now

ALL_SIX: dict[str, Any] = dict.fromkeys(ANSWERS, "写了")


def test_a_planned_visit_is_read_as_it_was_planned(branch: Founded) -> None:
    card = walk_in(branch)
    at = in_hours(30)
    key = planned(
        branch, card.customer_id, points="带样本\n谈置换", starts_at=at, place="客户公司", companions="赵工"
    )
    visit = visit_now(branch, key)
    assert (visit.aim, visit.points, visit.place, visit.companions) == (
        "了解换车打算",
        "带样本\n谈置换",
        "客户公司",
        "赵工",
    )
    assert (visit.starts_at, visit.on, visit.minutes) == (at, at.astimezone().date(), 60)
    assert (visit.state, visit.owner_name, visit.completeness.answered) == (StepState.OPEN, "王芳", 0)


def test_results_write_the_log_and_close_the_follow_up_in_one_action(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    begun, ended = in_hours(-2), in_hours(-1)
    visit = entered(
        branch, key, started_at=begun, ended_at=ended, met="赵工", outcome="satisfied",
        competitor_advantage="便宜", next_strategy="下周带样车",
    )  # fmt: skip
    assert (visit.state, visit.met, visit.answers["next_strategy"]) == (StepState.DONE, "赵工", "下周带样车")
    line = next(line for line in card_of(branch, card).entries if line.way is ContactWay.VISIT)
    assert (line.matter, line.next_step) == ("了解换车打算", "下周带样车")
    assert (line.answer, line.result) == ("需求：七座，周末自驾\n反馈：对价格满意", "竞争优势：便宜")
    assert line.happened_at == ended
    with branch.read() as work:
        kept = work.session.scalars(select(ContactEntry).where(ContactEntry.id == visit.entry_id)).one()
        assert (kept.outcome, kept.minutes) == ("satisfied", 60)
    assert (visit.completeness.answered, visit.completeness.missing) == (
        4,
        ("our_difference", "next_improvement"),
    )


def test_completed_results_replace_the_line_of_the_log_and_keep_its_files(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    first = entered(branch, key, files=(NewFile(name="C:\\scan\\名片.jpg", content=b"picture"),))
    again = entered(branch, key, **ALL_SIX)
    assert again.completeness.percent == 100
    assert [file.name for file in again.files] == ["名片.jpg"]
    with branch.read() as work:
        newer = work.session.scalars(select(ContactEntry).where(ContactEntry.id == again.entry_id)).one()
        assert newer.replaces_id == first.entry_id
        assert read_attachment(work, again.files[0].id) == b"picture"


def test_a_file_too_large_keeps_the_results_out_as_well(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    with pytest.raises(UserError, match="attachment-empty"):
        entered(branch, key, files=(NewFile(name="空.jpg", content=b""),))
    assert visit_now(branch, key).state is StepState.OPEN
    assert len(card_of(branch, card).entries) == 1


def test_files_may_follow_the_results_but_not_go_before_them(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    file = NewFile(name="现场.png", content=b"photo")
    with pytest.raises(UserError, match="visit-not-entered"), branch.change() as work:
        visits.add_files(work, key, (file,))
    entered(branch, key)
    with branch.change() as work:
        visits.add_files(work, key, (file,))
    assert [kept.name for kept in visit_now(branch, key).files] == ["现场.png"]


def test_reopened_results_leave_the_log_and_may_be_entered_again(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    done = entered(branch, key, outcome="satisfied")
    with branch.change() as work:
        visits.reopen_visit(work, key, seen=done.seen)
    again = visit_now(branch, key)
    assert (again.state, again.answers["needs"], again.outcome) == (StepState.OPEN, "七座，周末自驾", "")
    assert [line.way for line in card_of(branch, card).entries] == [ContactWay.COUNTER]
    assert entered(branch, key).state is StepState.DONE


def test_a_visit_called_off_takes_no_results_until_taken_up_again(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    with branch.change() as work:
        visits.cancel_visit(work, key, "客户出差", seen=visit_now(branch, key).seen)
    with pytest.raises(UserError, match="visit-cancelled"):
        entered(branch, key)
    with pytest.raises(UserError, match="visit-closed"), branch.change() as work:
        visits.cancel_visit(work, key, "再次", seen=visit_now(branch, key).seen)
    with branch.change() as work:
        visits.reopen_visit(work, key, seen=visit_now(branch, key).seen)
    assert entered(branch, key).state is StepState.DONE


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"started_at": in_hours(-1), "ended_at": in_hours(-2)}, "visit-times-reversed", "ended_at"),
        ({"started_at": in_hours(-30), "ended_at": in_hours(-2)}, "visit-too-long", "ended_at"),
        ({"ended_at": in_hours(3)}, "visit-ends-in-future", "ended_at"),
        ({"needs": " ", "feedback": "\n"}, "visit-empty", "needs"),
        ({"needs": "长" * 2001}, "text-too-long", "needs"),
        ({"outcome": "nonsense"}, "visit-outcome-unknown", None),
        ({"serial": "CDAV99999"}, "form-unknown", None),
    ],
)
def test_results_that_cannot_be_are_refused_at_their_field(
    branch: Founded, given: dict[str, Any], code: str, field: str | None
) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    with pytest.raises(UserError, match=code) as refused:
        entered(branch, key, **given)
    assert refused.value.facts.get("field") == field
    assert visit_now(branch, key).state is StepState.OPEN


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"on": in_hours(-48).date()}, "visit-in-past"),
        ({"starts_at": in_hours(-1), "on": in_hours(-1).astimezone().date()}, "visit-in-past"),
        ({"aim": " "}, "visit-aim-empty"),
        ({"minutes": 0}, "visit-minutes-wrong"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(branch: Founded, given: dict[str, Any], code: str) -> None:
    card = walk_in(branch)
    with pytest.raises(UserError, match=code):
        planned(branch, card.customer_id, **given)


def test_a_visit_nobody_planned_is_written_down_afterwards_in_one_action(branch: Founded) -> None:
    card = walk_in(branch)
    new = NewVisit(customer_id=card.customer_id, aim="顺路拜访", on=in_hours(-30).astimezone().date())
    with branch.change() as work:
        key = visits.log_visit(work, new, VisitResults(**ALL_SIX))
    assert visit_now(branch, key).state is StepState.DONE
    ahead = NewVisit(customer_id=card.customer_id, aim="顺路拜访", on=in_hours(50).astimezone().date())
    with pytest.raises(UserError, match="visit-in-future"), branch.change() as work:
        visits.log_visit(work, ahead, VisitResults(**ALL_SIX))


def test_who_saves_second_is_told_who_was_first(branch: Founded) -> None:
    card = walk_in(branch)
    other = colleague(branch, "李静", "manager")
    key = planned(branch, card.customer_id)
    seen = visit_now(branch, key).seen
    with branch.change(other) as work:
        visits.enter_results(work, key, VisitResults(needs="先到"), seen=seen)
    with pytest.raises(UserError, match="visit-changed") as refused, branch.change() as work:
        visits.enter_results(work, key, VisitResults(needs="后到"), seen=seen)
    assert refused.value.facts["by"] == "李静"
    assert visit_now(branch, key).answers["needs"] == "先到"


def test_two_desks_entering_one_visit_at_the_same_moment(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    seen = visit_now(branch, key).seen
    told: list[str] = []

    def enter(words: str) -> None:
        try:
            with branch.change() as work:
                visits.enter_results(work, key, VisitResults(needs=words), seen=seen)
            told.append("saved")
        except UserError as error:
            told.append(error.code)

    desks = [threading.Thread(target=enter, args=(words,)) for words in ("甲", "乙")]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert sorted(told) == ["saved", "visit-changed"]


def test_the_plan_may_change_until_the_visit_is_over(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    before = visit_now(branch, key)
    new = NewVisit(
        customer_id=card.customer_id, aim="送样本", on=before.on + timedelta(days=1), owner_id=before.owner_id
    )
    with branch.change() as work:
        visits.change_visit(work, key, new, seen=before.seen)
    assert (visit_now(branch, key).aim, visit_now(branch, key).on) == ("送样本", new.on)
    done = entered(branch, key)
    with pytest.raises(UserError, match="visit-closed"), branch.change() as work:
        visits.change_visit(work, key, new, seen=done.seen)


def test_an_overdue_plan_keeps_its_day_while_its_words_change(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    plan = visit_now(branch, key)
    new = NewVisit(customer_id=card.customer_id, aim="改口", on=plan.on, owner_id=plan.owner_id)
    with clock_at(branch, in_hours(24 * 9)), branch.change() as work:
        visits.change_visit(work, key, new, seen=plan.seen)
    assert visit_now(branch, key).aim == "改口"


def test_somebody_elses_visit_needs_the_right_to_assign_work(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    clerk = colleague(branch)
    with pytest.raises(UserError, match="not-allowed"), branch.store.read(clerk) as work:
        read_visit(work, key)
    with pytest.raises(UserError, match="not-allowed"):
        planned(branch, card.customer_id, clerk, owner_id=branch.actor.account_id)
    with branch.change() as work:
        work.get(Customer, card.customer_id).owner_id = clerk.account_id
    assert visit_now(branch, key, clerk).aim == "了解换车打算"


def test_nobody_who_left_is_given_a_visit(branch: Founded) -> None:
    card = walk_in(branch)
    left = colleague(branch)
    with branch.change() as work:
        work.get(Account, left.account_id).closed_at = work.now()
    with pytest.raises(UserError, match="account-closed"):
        planned(branch, card.customer_id, owner_id=left.account_id)


def test_who_asked_to_be_left_alone_is_not_visited(branch: Founded) -> None:
    card = walk_in(branch)
    with branch.change() as work:
        work.get(Customer, card.customer_id).do_not_contact = True
    with pytest.raises(UserError, match="visit-not-wanted"):
        planned(branch, card.customer_id)


def test_results_for_a_deleted_card_are_refused_by_name_and_the_visit_can_be_called_off(
    branch: Founded,
) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    with branch.change() as work:
        work.get(Customer, card.customer_id).deleted_at = work.now()
    assert visit_now(branch, key).is_customer_gone
    with pytest.raises(UserError, match="visit-customer-gone") as refused:
        entered(branch, key)
    assert refused.value.facts["name"] == "张三"
    with branch.change() as work:
        visits.cancel_visit(work, key, "客户已删除", seen=visit_now(branch, key).seen)


def test_who_asks_on_a_visit_to_be_left_alone_is_left_alone(branch: Founded) -> None:
    card = walk_in(branch)
    key, other = planned(branch, card.customer_id), planned(branch, card.customer_id)
    entered(branch, key, outcome="asked-stop")
    assert (visit_now(branch, key).state, visit_now(branch, other).state) == (
        StepState.DONE,
        StepState.CANCELLED,
    )
    with branch.read() as work:
        assert work.get(Customer, card.customer_id).do_not_contact


def test_files_outlive_results_taken_back(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    done = entered(branch, key, files=(NewFile(name="现场.png", content=b"photo"),))
    with branch.change() as work:
        visits.reopen_visit(work, key, seen=done.seen)
    assert [file.name for file in entered(branch, key).files] == ["现场.png"]


def test_a_visit_where_nobody_was_met_moves_no_last_contact(branch: Founded) -> None:
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    with branch.read() as work:
        before = work.get(Customer, card.customer_id).last_contact_at
    assert entered(branch, key, outcome="no-answer", needs="", feedback="").state is StepState.DONE
    with branch.read() as work:
        assert work.get(Customer, card.customer_id).last_contact_at == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_without_the_right_to_write_the_log_no_results_are_entered(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    reader = branch.actor_with(Permission.PLAN_FOLLOWUPS)
    seen = visit_now(branch, key).seen
    with pytest.raises(UserError, match="not-allowed"), branch.change(reader) as work:
        visits.enter_results(work, key, VisitResults(needs="x"), seen=seen)
