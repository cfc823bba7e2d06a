"""The list of visits: what is planned, to be entered, incomplete, done and called off; of whom and when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.access.actor import Actor
from app.followups.records import Scope
from app.followups.visits.lists import count_visits, list_visits
from app.followups.visits.reading import visit_completeness
from app.followups.visits.records import ANSWERS, VisitFilter, VisitGroup
from app.followups.visits.visiting import cancel_visit
from app.lists import change_setting
from db.models.customers import Customer
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.visits import clock_at, colleague, entered, in_hours, planned, visit_now

ALL_SIX: dict[str, Any] = dict.fromkeys(ANSWERS, "写了")


def _ids(branch: Founded, wanted: VisitFilter, actor: Actor | None = None) -> list[UUID]:
    with branch.store.read(actor or branch.actor) as work:
        return [line.id for line in list_visits(work, wanted)]


def test_each_visit_is_in_the_group_that_says_what_to_do(branch: Founded) -> None:
    card = walk_in(branch)
    late, coming, half, done, off = (planned(branch, card.customer_id) for _ in range(5))
    entered(branch, half)
    entered(branch, done, **ALL_SIX)
    with branch.change() as work:
        cancel_visit(work, off, "改期", seen=visit_now(branch, off).seen)
    with clock_at(branch, in_hours(24)):
        coming = planned(branch, card.customer_id, on=in_hours(24 * 9).date())
    groups = {
        VisitGroup.PLANNED: {coming},
        VisitGroup.INCOMPLETE: {half},
        VisitGroup.DONE: {done},
        VisitGroup.CANCELLED: {off},
    }
    with clock_at(branch, in_hours(24 * 4)):
        assert late in _ids(branch, VisitFilter(group=VisitGroup.TO_ENTER))
        for group, ids in groups.items():
            assert set(_ids(branch, VisitFilter(group=group))) == ids
        with branch.read() as work:
            assert count_visits(work, VisitFilter(group=VisitGroup.DONE)) == {
                VisitGroup.PLANNED: 1, VisitGroup.TO_ENTER: 2, VisitGroup.INCOMPLETE: 1, VisitGroup.DONE: 1,
                VisitGroup.CANCELLED: 1,
            }  # fmt: skip


def test_a_visit_whose_hour_has_passed_is_to_be_entered_the_same_day(branch: Founded) -> None:
    key = planned(
        branch, walk_in(branch).customer_id, starts_at=in_hours(1), on=in_hours(1).astimezone().date()
    )
    assert _ids(branch, VisitFilter(group=VisitGroup.PLANNED)) == [key]
    with clock_at(branch, in_hours(2)):
        assert _ids(branch, VisitFilter(group=VisitGroup.TO_ENTER)) == [key]


def test_an_answer_of_no_weight_may_stay_empty(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    entered(branch, key, **(ALL_SIX | {"our_difference": ""}))
    assert _ids(branch, VisitFilter(group=VisitGroup.INCOMPLETE)) == [key]
    with branch.change() as work:
        change_setting(work, "visit-weights", {**dict.fromkeys(ANSWERS, 10), "our_difference": 0})
    assert _ids(branch, VisitFilter(group=VisitGroup.DONE)) == [key]
    assert visit_now(branch, key).completeness.percent == 100


def test_a_person_sees_ones_own_and_nobodys_and_those_of_ones_customers(branch: Founded) -> None:
    card, other = walk_in(branch), walk_in(branch, "李四", "13900139000")
    clerk = colleague(branch)
    nobodys = planned(branch, card.customer_id, owner_id=None)
    mine = planned(branch, card.customer_id, clerk)
    hidden = planned(branch, card.customer_id)
    of_my_customer = planned(branch, other.customer_id)
    with branch.change() as work:
        work.get(Customer, other.customer_id).second_owner_id = clerk.account_id
    assert set(_ids(branch, VisitFilter(), clerk)) == {nobodys, mine, of_my_customer}
    assert set(_ids(branch, VisitFilter())) == {nobodys, mine, hidden, of_my_customer}
    own = Scope(person=clerk.account_id, unassigned=False)
    assert _ids(branch, VisitFilter(scope=own), clerk) == [mine]
    assert set(_ids(branch, VisitFilter(scope=Scope(person=clerk.account_id)))) == {nobodys, mine}


def test_a_period_holds_both_its_days(branch: Founded) -> None:
    card = walk_in(branch)
    days = [in_hours(24 * ahead).astimezone().date() for ahead in (3, 4, 5, 6)]
    keys = [planned(branch, card.customer_id, on=day) for day in days]
    assert _ids(branch, VisitFilter(group=VisitGroup.PLANNED, first=days[1], last=days[2])) == keys[1:3]
    assert _ids(branch, VisitFilter(first=days[3] + timedelta(days=1))) == []


@given(
    st.fixed_dictionaries({name: st.sampled_from(["", "写了"]) for name in ANSWERS}),
    st.fixed_dictionaries({name: st.integers(-5, 100) for name in ANSWERS}),
)
def test_complete_means_that_nothing_weighty_is_missing(
    answers: dict[str, str], weights: dict[str, int]
) -> None:
    found = visit_completeness(answers, weights)
    assert 0 <= found.percent <= 100
    assert (found.percent == 100) == (not found.missing)
    assert found.answered == sum(map(bool, answers.values()))
