"""One box finds anybody within reach and tells what matched."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from app.customers.finding import Cancel, FieldKind, Found, SearchCancelled, find_customers
from app.errors import UserError
from db.models.access import Permission
from db.models.customers import Customer, CustomerKind
from tests.builders.databases import Founded
from tests.builders.searchable import MOMENT, add_branch, add_customer


def search(branch: Founded, typed: str, *, everywhere: bool = False) -> list[Found]:
    with branch.read() as work:
        return find_customers(work, typed, everywhere=everywhere)


def test_a_customer_saved_is_found_at_once_with_what_people_read(branch: Founded) -> None:
    with branch.change() as work:
        key = add_customer(
            work.session.connection(),
            branch.actor.branch_id,
            "单雄信",
            number="CD01-A-000123",
            company_name="成都华盛商贸有限公司",
            phones=["15912345678", "13800138000"],
        )
    (one,) = search(branch, "0013")
    assert (one.id, one.number, one.name, one.company) == (
        key,
        "CD01-A-000123",
        "单雄信",
        "成都华盛商贸有限公司",
    )
    assert (one.kind, one.branch_id, one.branch) == (
        CustomerKind.PERSON,
        branch.actor.branch_id,
        branch.actor.branch_name,
    )
    assert one.score == 60
    assert one.span_of(FieldKind.PHONE) == (3, 7)
    assert one.span_of(FieldKind.NAME) is None
    (one,) = search(branch, "danx")
    assert one.phone == "15912345678"
    assert one.span_of(FieldKind.NAME) == (0, 2)


def test_the_phone_that_matched_is_shown(branch: Founded) -> None:
    with branch.change() as work:
        add_customer(
            work.session.connection(),
            branch.actor.branch_id,
            "张伟",
            phones=["15912345678", "13800138000"],
        )
    assert search(branch, "zhangwei")[0].phone == "15912345678"
    assert search(branch, "138001")[0].phone == "13800138000"


def test_cars_contacts_and_wechat_are_told_as_they_stand(branch: Founded) -> None:
    with branch.change() as work:
        add_customer(
            work.session.connection(),
            branch.actor.branch_id,
            "成都华盛商贸有限公司",
            kind=CustomerKind.COMPANY,
            vehicles=[("川B11111", None), ("川A12345", "LSVAA4182E2184847")],
            contacts=[("李娜", None), ("尉迟恭", "13912345678")],
            wechat="wx_Hua-Sheng",
        )

    def marked(typed: str) -> list[tuple[FieldKind, str, str]]:
        (one,) = search(branch, typed)
        return [(mark.kind, mark.shown, mark.shown[slice(*mark.span)]) for mark in one.marks]

    assert marked("a123") == [(FieldKind.PLATE, "川A12345", "A123")]
    assert marked("184847") == [(FieldKind.VIN, "LSVAA4182E2184847", "184847")]
    assert marked("尉迟") == [(FieldKind.CONTACT, "尉迟恭", "尉迟")]
    assert marked("yuchi") == [(FieldKind.CONTACT, "尉迟恭", "尉迟")]
    assert marked("wxhua") == [(FieldKind.WECHAT, "wx_Hua-Sheng", "wx_Hua")]
    assert marked("华 a123") == [
        (FieldKind.NAME, "成都华盛商贸有限公司", "华"),
        (FieldKind.PLATE, "川A12345", "A123"),
    ]


def test_a_deleted_customer_never_shows_not_even_before_the_index_knows(branch: Founded) -> None:
    with branch.change() as work:
        key = add_customer(work.session.connection(), branch.actor.branch_id, "张伟")
    with branch.store.database.writer.begin() as past_the_store:
        past_the_store.execute(update(Customer).where(Customer.id == key).values(deleted_at=MOMENT))
    assert search(branch, "张伟") == []


def test_the_next_save_takes_in_what_was_written_past_the_store(branch: Founded) -> None:
    with branch.store.database.writer.begin() as past_the_store:
        add_customer(past_the_store, branch.actor.branch_id, "张伟")
    assert search(branch, "张伟") == []
    with branch.change() as work:
        add_customer(work.session.connection(), branch.actor.branch_id, "李娜")
    assert len(search(branch, "张伟")) == 1


def test_a_refused_save_leaves_the_index_as_it_was(branch: Founded) -> None:
    with pytest.raises(UserError), branch.change() as work:  # noqa: PT012 - the block is what is undone
        add_customer(work.session.connection(), branch.actor.branch_id, "张伟")
        raise UserError("not-allowed")
    assert search(branch, "张伟") == []


def test_other_branches_answer_when_the_own_has_nobody_or_when_asked(branch: Founded) -> None:
    with branch.change() as work:
        connection = work.session.connection()
        other = add_branch(connection, "CQ")
        add_customer(connection, branch.actor.branch_id, "张伟", number="here")
        add_customer(connection, other, "张伟", number="there")
        add_customer(connection, other, "李娜", number="only-there")
    assert branch.actor.all_branches
    assert [one.number for one in search(branch, "张伟")] == ["here"]
    assert {one.number for one in search(branch, "张伟", everywhere=True)} == {"here", "there"}
    assert [one.number for one in search(branch, "李娜")] == ["only-there"]


def test_a_person_of_one_branch_never_sees_another(branch: Founded) -> None:
    with branch.change() as work:
        add_customer(work.session.connection(), add_branch(work.session.connection(), "CQ"), "张伟")
    clerk = branch.actor_with(Permission.FIND_CUSTOMERS)
    for everywhere in (False, True):
        with branch.store.read(clerk) as work:
            assert find_customers(work, "张伟", everywhere=everywhere) == []


def test_finding_needs_its_permission(branch: Founded) -> None:
    with branch.store.read(branch.actor_with()) as work, pytest.raises(UserError, match="not-allowed"):
        find_customers(work, "张伟")


def test_a_search_called_off_says_so(branch: Founded) -> None:
    cancel = Cancel()
    cancel()
    with branch.read() as work, pytest.raises(SearchCancelled):
        find_customers(work, "张伟", cancel=cancel)


def test_what_is_typed_need_not_mean_anything(branch: Founded) -> None:
    for typed in ("", " ", "😊", "%", "\x00", "\ud83d"):
        assert search(branch, typed) == []
