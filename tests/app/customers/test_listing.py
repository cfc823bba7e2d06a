"""The list: in order on both engines, narrowed to the branch and the filter, read page by page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text, update

from app.customers.listing import Filter, Sort, count_customers, list_ids, read_lines
from app.errors import UserError
from db.base import new_key
from db.models.access import Permission
from db.models.customers import Customer, CustomerKind
from tests.builders.cards import walk_in
from tests.builders.databases import Founded, found

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def _set(branch: Founded, key: UUID, **values: object) -> None:
    with branch.change() as work:
        work.session.execute(update(Customer).where(Customer.id == key).values(**values))


def _people(branch: Founded) -> list[UUID]:
    """张三, 李四 and 王五, each a day later; 赵六 was never in contact."""
    people = [
        walk_in(branch, name, f"1380013800{at}").customer_id
        for at, name in enumerate(("张三", "李四", "王五", "赵六"))
    ]
    for day, key in enumerate(people):
        seen = None if day == 3 else START + timedelta(days=day)
        _set(branch, key, last_contact_at=seen)
    return people


def test_every_sort_runs_both_ways_and_alike_on_both_engines(branch: Founded) -> None:
    zhang, li, wang, zhao = _people(branch)
    with branch.read() as work:
        for sort, ascending in (
            (Sort.LAST_CONTACT, [zhang, li, wang, zhao]),
            (Sort.CREATED, [zhang, li, wang, zhao]),
            (Sort.NUMBER, [zhang, li, wang, zhao]),
            (Sort.NAME, [li, wang, zhang, zhao]),
        ):
            assert list_ids(work, sort=sort, descending=False) == ascending, sort
            latest = [wang, li, zhang, zhao] if sort is Sort.LAST_CONTACT else ascending[::-1]
            assert list_ids(work, sort=sort) == latest, sort


def test_filters_narrow_and_counts_agree(branch: Founded) -> None:
    zhang, li, *_ = _people(branch)
    _set(branch, zhang, class_code="key")
    _set(branch, li, source_code="online")
    firm = walk_in(branch, "成都天府商贸有限公司", "02885551234", kind=CustomerKind.COMPANY).customer_id
    with branch.read() as work:
        assert list_ids(work, Filter(class_code="key")) == [zhang]
        assert list_ids(work, Filter(source_code="online")) == [li]
        assert list_ids(work, Filter(kind=CustomerKind.COMPANY)) == [firm]
        assert list_ids(work, Filter(created_since=work.now() + timedelta(days=1))) == []
        assert count_customers(work) == 5


def test_a_page_shows_the_main_phone_and_the_latest_open_need(branch: Founded) -> None:
    registered = walk_in(branch, need={"product": "途岳", "intent_level": "B"})
    with branch.read() as work:
        (line,) = read_lines(work, [registered.customer_id, new_key()])
    assert (line.name, line.phone, line.intent_level) == ("张三", "138 0013 8000", "B")


def test_other_branches_and_deleted_cards_are_on_no_page(branch: Founded) -> None:
    zhang, li, *_ = _people(branch)
    _set(branch, li, deleted_at=START)
    clerk = found(branch.store, "BJ").actor_with(Permission.FIND_CUSTOMERS)
    with branch.read() as work:
        assert li not in list_ids(work)
        assert [line.id for line in read_lines(work, [zhang, li])] == [zhang]
    with branch.store.read(clerk) as work:
        assert list_ids(work) == []
        assert read_lines(work, [zhang, li]) == []
        assert count_customers(work) == 0


@pytest.mark.parametrize("sort", list(Sort))
def test_the_order_comes_from_an_index(branch: Founded, sort: Sort) -> None:
    """No step of the plan sorts: at a million cards that would take a second."""
    column = {
        Sort.LAST_CONTACT: "last_contact_at",
        Sort.CREATED: "created_at",
        Sort.NAME: "name_pinyin",
        Sort.NUMBER: "number",
    }[sort]
    question = (
        f"SELECT id FROM customer WHERE deleted_at IS NULL AND branch_id = :branch"
        f" AND {column} IS NOT NULL ORDER BY {column} DESC, id DESC"
    )
    with branch.read() as work:
        local = branch.store.database.is_local
        if not local:
            work.session.execute(text("SET LOCAL enable_seqscan = off"))
            work.session.execute(text("SET LOCAL enable_bitmapscan = off"))
            work.session.execute(text("SET LOCAL enable_sort = off"))
        branch_id = branch.actor.branch_id.hex if local else branch.actor.branch_id
        ask = "EXPLAIN QUERY PLAN " if local else "EXPLAIN "
        plan = str(work.session.execute(text(ask + question), {"branch": branch_id}).all())
    assert "ix_customer_branch_" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_the_list_needs_its_permission(branch: Founded) -> None:
    with pytest.raises(UserError, match="not-allowed"), branch.store.read(branch.actor_with()) as work:
        list_ids(work)
