"""The search index is proved and mended by those who maintain the database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import delete

from app.customers.finding import find_customers
from app.customers.search_care import Faults, check_search, mend_search, rebuild_search
from app.errors import UserError
from app.work import Work
from db.models.access import Permission
from db.models.search import SearchText
from tests.builders.databases import Founded
from tests.builders.searchable import add_customer


def test_a_customer_lost_to_the_index_is_noticed_and_brought_back(branch: Founded) -> None:
    with branch.change() as work:
        key = add_customer(work.session.connection(), branch.actor.branch_id, "张伟")
    with branch.store.database.writer.begin() as past_the_store:
        past_the_store.execute(delete(SearchText))
    with branch.change() as work:
        faults = check_search(work)
        assert faults.missing == (key,)
        mend_search(work, faults)
    with branch.change() as work:
        assert not check_search(work)
        assert [found.id for found in find_customers(work, "张伟")] == [key]


def test_what_was_written_past_the_store_is_no_fault(branch: Founded) -> None:
    with branch.store.database.writer.begin() as past_the_store:
        add_customer(past_the_store, branch.actor.branch_id, "张伟")
    with branch.change() as work:
        assert not check_search(work)


def test_rebuilding_keeps_everybody_found(branch: Founded) -> None:
    with branch.change() as work:
        add_customer(work.session.connection(), branch.actor.branch_id, "张伟")
    with branch.change() as work:
        assert rebuild_search(work) == 1
    with branch.read() as work:
        assert len(find_customers(work, "zw")) == 1


@pytest.mark.parametrize(
    "care",
    [check_search, rebuild_search, lambda work: mend_search(work, Faults())],
    ids=["check", "rebuild", "mend"],
)
def test_care_is_for_those_who_maintain_the_database(branch: Founded, care: Callable[[Work], object]) -> None:
    clerk = branch.actor_with(Permission.FIND_CUSTOMERS)
    with pytest.raises(UserError, match="not-allowed"), branch.change(clerk) as work:
        care(work)
