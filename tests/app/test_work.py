"""One action, one transaction: who, when and what, and nobody reaches further than their branch."""

from __future__ import annotations

import multiprocessing
import threading

import pytest
from sqlalchemy import insert

from app.customers.cards import open_card
from app.customers.finding import SearchCancelled, find_customers
from app.customers.listing import list_ids
from app.errors import UserError
from app.work import Store, Topic, Work
from db.base import new_key
from db.engine import open_postgresql, open_sqlite
from db.models.access import Permission
from db.models.customers import Customer, CustomerKind
from tests.builders.cards import walk_in
from tests.builders.counting import bump
from tests.builders.databases import KEY, Founded, found


def _customer(branch: Founded) -> Customer:
    return Customer(
        branch_id=branch.actor.branch_id, number="CDA1-00001", kind=CustomerKind.PERSON, name="张三"
    )


def _kept(branch: Founded) -> dict[str, object]:
    return {"branch_id": branch.actor.branch_id, "kind": CustomerKind.PERSON}


def test_rows_carry_their_author_and_moment(branch: Founded) -> None:
    with branch.change() as work:
        row = _customer(branch)
        work.session.add(row)
        work.session.flush()
        assert row.created_by == branch.actor.account_id
        assert row.created_at == row.changed_at


def test_a_failed_action_leaves_nothing(branch: Founded) -> None:
    def slip(work: Work) -> None:
        work.session.add(_customer(branch))
        work.get(Customer, new_key())

    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        slip(work)
    with branch.read() as work:
        assert list_ids(work) == []


def test_a_reading_work_can_write_nothing(branch: Founded) -> None:
    with pytest.raises(UserError), branch.read() as work:
        work.session.execute(
            insert(Customer), [{"id": new_key(), "number": "1", "name": "x", **_kept(branch)}]
        )


def test_listeners_hear_what_changed_after_the_commit(branch: Founded) -> None:
    heard: list[frozenset[Topic]] = []
    branch.store.on_commit(heard.append)
    walk_in(branch)
    assert heard == [frozenset({Topic.CUSTOMERS, Topic.FORMS})]
    branch.store.forget(heard.append)


def test_a_card_of_another_branch_is_out_of_reach(branch: Founded) -> None:
    registered = walk_in(branch)
    other = found(branch.store, "BJ")
    clerk = other.actor_with(Permission.READ_CARD, Permission.FIND_CUSTOMERS, Permission.EDIT_CARD)
    with branch.store.read(clerk) as work:
        assert list_ids(work) == []
        with pytest.raises(UserError, match="row-gone"):
            open_card(work, registered.customer_id)
        with pytest.raises(UserError, match="row-gone"):
            work.get(Customer, registered.customer_id)


def test_other_windows_hear_of_a_commit_within_a_second(branch: Founded) -> None:
    database = branch.store.database
    if database.path is not None:
        second = Store(open_sqlite(database.path, KEY))
    else:
        second = Store(open_postgresql(database.writer.url.render_as_string(hide_password=False)))
    rung = threading.Event()
    second.on_commit(lambda _topics: rung.set())
    second.watch()
    try:
        deadline = 20
        while not rung.wait(0.1) and deadline:
            walk_in(branch, f"张{deadline}", f"138001380{deadline:02d}")
            deadline -= 1
            if rung.wait(1.0):
                break
        assert rung.is_set()
    finally:
        second.close()


def test_three_processes_lose_no_update(branch: Founded) -> None:
    registered = walk_in(branch)
    database = branch.store.database
    where = (
        str(database.path)
        if database.path is not None
        else database.writer.url.render_as_string(hide_password=False)
    )
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=bump, args=(where, 40, registered.customer_id.hex)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0
    with branch.read() as work:
        assert work.get(Customer, registered.customer_id).note == "120"


def test_keys_of_one_process_only_grow() -> None:
    keys = [new_key() for _ in range(20_000)]
    assert keys == sorted(set(keys))
    assert {key.version for key in keys} == {7}


def test_an_interrupted_work_searches_no_further(branch: Founded) -> None:
    walk_in(branch)
    with branch.read() as work:
        work.interrupt()
        with pytest.raises(SearchCancelled):
            find_customers(work, "张三")
