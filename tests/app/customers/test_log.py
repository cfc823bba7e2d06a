"""The contacts log: it only grows, knows its card, and two people may write at the same moment."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.customers import log
from app.customers.cards import list_entries, open_card
from app.customers.log import NewEntry
from app.errors import UserError
from db.base import new_key
from db.models.access import Permission
from db.models.customers import AttachmentContent, ContactWay, Customer
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded, found

CALL = NewEntry(way=ContactWay.CALL, matter="回访")


def test_a_line_moves_the_last_contact_and_its_withdrawal_moves_it_back(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.read() as work:
        before = work.get(Customer, registered.customer_id).last_contact_at
    with branch.change() as work:
        entry_id = log.log_contact(work, registered.customer_id, CALL)
    with branch.read() as work:
        after = work.get(Customer, registered.customer_id).last_contact_at
    assert after is not None
    assert before is not None
    assert after > before
    with branch.change() as work:
        log.withdraw_entry(work, entry_id)
    with branch.read() as work:
        assert work.get(Customer, registered.customer_id).last_contact_at == before
        assert [entry.matter for entry in open_card(work, registered.customer_id).entries] == ["来店登记"]


def test_an_older_contact_leaves_the_last_one(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        earlier = replace(CALL, happened_at=work.now() - timedelta(days=3))
        log.log_contact(work, registered.customer_id, earlier)
    with branch.read() as work:
        entries = list_entries(work, registered.customer_id)
        last = work.get(Customer, registered.customer_id).last_contact_at
    assert [entry.matter for entry in entries] == ["来店登记", "回访"]
    assert last == entries[0].happened_at


def test_two_clerks_may_write_on_one_card_at_the_same_moment(branch: Founded) -> None:
    registered = walk_in(branch)
    together = threading.Barrier(2, timeout=20)
    refused: list[str] = []

    def write() -> None:
        together.wait()
        try:
            for _ in range(5):
                with branch.change() as work:
                    log.log_contact(work, registered.customer_id, CALL)
        except UserError as error:
            refused.append(error.code)

    clerks = [threading.Thread(target=write) for _ in range(2)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert refused == []
    assert len(card_of(branch, registered).entries) == 11


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (NewEntry(way=ContactWay.CALL, matter=" \u200b\0 "), "entry-empty"),
        (NewEntry(way=ContactWay.CALL, matter="x" * 20_001), "text-too-long"),
        (NewEntry(way=ContactWay.CALL, matter="x", answer="x" * 20_001), "text-too-long"),
    ],
)
def test_a_line_nobody_could_read_is_refused(branch: Founded, entry: NewEntry, code: str) -> None:
    registered = walk_in(branch)
    with pytest.raises(UserError, match=code), branch.change() as work:
        log.log_contact(work, registered.customer_id, entry)


def test_a_contact_lies_in_the_past(branch: Founded) -> None:
    registered = walk_in(branch)
    tomorrow = replace(CALL, happened_at=branch.store.clock() + timedelta(days=1))
    with pytest.raises(UserError, match="entry-in-future"), branch.change() as work:
        log.log_contact(work, registered.customer_id, tomorrow)


def test_what_was_pasted_is_written_mended(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        log.log_contact(work, registered.customer_id, replace(CALL, matter="试\0驾\udc80 😀", answer="ＯＫ"))
    entry = card_of(branch, registered).entries[0]
    assert (entry.matter, entry.answer) == ("试 驾\ufffd 😀", "OK")


def test_a_line_of_another_card_is_neither_replaced_nor_given_a_scan(branch: Founded) -> None:
    mine, other = walk_in(branch), walk_in(branch, "李四", "13900139000")
    with branch.change() as work:
        foreign = log.log_contact(work, other.customer_id, CALL)
    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        log.log_contact(work, mine.customer_id, replace(CALL, replaces_id=foreign))
    with pytest.raises(UserError, match="row-gone"), branch.change() as work:
        log.attach(work, mine.customer_id, file_name="a.png", content=b"x", entry_id=foreign)


def test_a_clerk_withdraws_only_the_own_lines(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        entry_id = log.log_contact(work, registered.customer_id, CALL)
    colleague = replace(branch.actor_with(Permission.LOG_CONTACT), account_id=new_key())
    with pytest.raises(UserError, match="not-allowed"), branch.change(colleague) as work:
        log.withdraw_entry(work, entry_id)


def test_equal_content_is_kept_once_and_read_whole(branch: Founded) -> None:
    registered = walk_in(branch)
    keys = []
    for name in ("C:\\scans\\身份证.png", "copy\0.png"):
        with branch.change() as work:
            keys.append(log.attach(work, registered.customer_id, file_name=name, content=b"scan"))
    with branch.read() as work:
        assert [log.read_attachment(work, key) for key in keys] == [b"scan", b"scan"]
        assert work.session.scalar(select(func.count()).select_from(AttachmentContent)) == 1
        names = [kept.file_name for kept in open_card(work, registered.customer_id).attachments]
    assert sorted(names) == ["copy .png", "身份证.png"]


def test_two_people_may_attach_one_leaflet_at_the_same_moment(branch: Founded) -> None:
    registered = walk_in(branch)
    if branch.store.database.is_local:
        pytest.skip("SQLite has one writer at a time")
    first_wrote, second_began = threading.Event(), threading.Event()

    def second() -> None:
        with branch.change() as work:
            first_wrote.wait(5)
            second_began.set()
            log.attach(work, registered.customer_id, file_name="b.pdf", content=b"leaflet")

    clerk = threading.Thread(target=second)
    clerk.start()
    with branch.change() as work:
        log.attach(work, registered.customer_id, file_name="a.pdf", content=b"leaflet")
        first_wrote.set()
        second_began.wait(5)
    clerk.join()
    assert len(card_of(branch, registered).attachments) == 2


def test_attachments_and_lines_of_another_branch_are_out_of_reach(branch: Founded) -> None:
    registered = walk_in(branch)
    with branch.change() as work:
        key = log.attach(work, registered.customer_id, file_name="a.png", content=b"x")
        entry = log.log_contact(work, registered.customer_id, CALL)
    clerk = found(branch.store, "BJ").actor_with(Permission.LOG_CONTACT, Permission.READ_CARD)
    with branch.store.change(clerk) as work:
        assert list_entries(work, registered.customer_id) == ()
        for attempt in (
            lambda: log.read_attachment(work, key),
            lambda: log.remove_attachment(work, key),
            lambda: log.withdraw_entry(work, entry),
            lambda: log.log_contact(work, registered.customer_id, CALL),
            lambda: log.attach(work, registered.customer_id, file_name="b", content=b"y"),
        ):
            with pytest.raises(UserError, match="row-gone"):
                attempt()
