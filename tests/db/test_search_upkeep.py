"""The index stays true whatever path a write takes, and is mended where something else broke it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from app.customers.search_text import search_entry
from db import search, search_tables, search_upkeep
from db.base import new_key
from db.engine import Database
from db.models.customers import ContactPerson, Customer, CustomerKind, Phone, PhoneKind, Vehicle
from db.models.search import SearchDirty, SearchText
from db.search_upkeep import Faults, check, drain, rebuild, repair
from tests.builders.searchable import MOMENT, add_branch, add_customer


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writer.begin() as opened:
        yield opened


@pytest.fixture
def branch(connection: Connection) -> UUID:
    return add_branch(connection)


@pytest.fixture
def customer(connection: Connection, branch: UUID) -> UUID:
    """An indexed customer with every kind of child."""
    key = add_customer(
        connection,
        branch,
        "张伟",
        phones=["13800138000"],
        vehicles=[("川A12345", None)],
        contacts=[("李娜", "13900139000")],
    )
    drain(connection, search_entry)
    return key


def marked(connection: Connection) -> set[UUID]:
    return set(connection.scalars(select(SearchDirty.customer_id)))


def found(connection: Connection, typed: str) -> list[UUID]:
    return [hit.customer_id for hit in search.find(connection, [typed], branches=None)]


CHANGES = {
    "name": ("UPDATE customer SET name = '王芳'", "wangfang"),
    "number": ("UPDATE customer SET number = 'XY778899'", "778899"),
    "company": ("UPDATE customer SET company_name = '华盛商贸'", "华盛"),
    "wechat": ("UPDATE customer SET wechat = 'wx_late'", "wxlate"),
    "phone": ("UPDATE phone SET number = '15987654321'", "876543"),
    "plate": ("UPDATE vehicle SET plate = '川B99999'", "b9999"),
    "vin": ("UPDATE vehicle SET vin = 'LSVAA4182E2184847'", "184847"),
    "contact name": ("UPDATE contact_person SET name = '尉迟恭'", "yuchi"),
    "contact phone": ("UPDATE contact_person SET phone = '15987654321'", "876543"),
}


@pytest.mark.parametrize("field", CHANGES)
def test_plain_sql_marks_every_field_that_is_searched(
    connection: Connection, customer: UUID, field: str
) -> None:
    statement, typed = CHANGES[field]
    assert found(connection, typed) == []
    connection.execute(text(statement))
    assert marked(connection) == {customer}
    assert drain(connection, search_entry) == 1
    assert found(connection, typed) == [customer]
    assert marked(connection) == set()
    assert not check(connection, search_entry)


def test_the_object_mapper_marks(connection: Connection, branch: UUID) -> None:
    with Session(connection, join_transaction_mode="rollback_only") as session:
        person = Customer(branch_id=branch, number="N1", kind=CustomerKind.PERSON, name="孙悦")
        session.add(person)
        session.flush()
        session.add(
            Phone(
                branch_id=branch, customer_id=person.id, kind=PhoneKind.MOBILE, number="13712345678", shown=""
            )
        )
        session.flush()
        drain(connection, search_entry)
        assert found(connection, "sunyue") == found(connection, "3456") == [person.id]
        person.name = "孙乐"
        session.flush()
        assert marked(connection) == {person.id}
        drain(connection, search_entry)
        assert found(connection, "孙悦") == []
        assert found(connection, "sunle") == [person.id]


def test_bulk_statements_mark_every_row(connection: Connection, branch: UUID) -> None:
    rows = [
        {
            "id": new_key(),
            "branch_id": branch,
            "number": f"N{at}",
            "kind": CustomerKind.PERSON,
            "name": "赵敏",
        }
        for at in range(30)
    ]
    connection.execute(insert(Customer), rows)
    assert len(marked(connection)) == 30
    assert drain(connection, search_entry) == 30
    connection.execute(update(Customer).where(Customer.number.in_(["N1", "N2"])).values(name="周芷若"))
    assert drain(connection, search_entry) == 2
    assert len(found(connection, "赵敏")) == 28
    assert len(found(connection, "zzr")) == 2


def test_more_customers_than_a_chunk(
    connection: Connection, branch: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_upkeep, "CHUNK", 7)
    everyone = {add_customer(connection, branch, "赵敏") for _ in range(30)}
    assert drain(connection, search_entry) == 30
    assert set(found(connection, "赵敏")) == everyone
    assert not check(connection, search_entry)


def test_a_phone_moved_to_another_customer_marks_both(
    connection: Connection, branch: UUID, customer: UUID
) -> None:
    other = add_customer(connection, branch, "李娜")
    drain(connection, search_entry)
    connection.execute(update(Phone).values(customer_id=other))
    assert marked(connection) == {customer, other}
    drain(connection, search_entry)
    assert found(connection, "1380013") == [other]


@pytest.mark.parametrize("model", [Phone, Vehicle, ContactPerson])
def test_a_deleted_part_is_no_longer_found(
    connection: Connection, customer: UUID, model: type[Phone | Vehicle | ContactPerson]
) -> None:
    typed = {Phone: "138001", Vehicle: "12345", ContactPerson: "李娜"}[model]
    assert found(connection, typed) == [customer]
    connection.execute(update(model).values(deleted_at=MOMENT))
    drain(connection, search_entry)
    assert found(connection, typed) == []
    assert found(connection, "张伟") == [customer]


def test_a_deleted_customer_is_never_found_and_comes_back_when_restored(
    connection: Connection, customer: UUID
) -> None:
    connection.execute(update(Customer).values(deleted_at=MOMENT))
    drain(connection, search_entry)
    assert found(connection, "张伟") == []
    assert connection.scalar(select(func.count()).select_from(SearchText)) == 0
    connection.execute(update(Customer).values(deleted_at=None))
    drain(connection, search_entry)
    assert found(connection, "张伟") == [customer]


def test_an_erased_customer_leaves_nothing_in_the_index(connection: Connection, customer: UUID) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("UPDATE sync_state SET erasing = 1"))
    else:
        connection.execute(text("SET LOCAL branchdesk.erasing = 'on'"))
    for model in (Phone, Vehicle, ContactPerson):
        connection.execute(delete(model))
    connection.execute(delete(Customer))
    drain(connection, search_entry)
    assert connection.scalar(select(func.count()).select_from(SearchText)) == 0
    assert not check(connection, search_entry)


def test_what_is_not_searched_marks_nobody(connection: Connection, customer: UUID) -> None:
    connection.execute(text("UPDATE customer SET note = 'likes tea', occupation = 'teacher'"))
    assert marked(connection) == set()


def test_a_write_rolled_back_leaves_the_index_as_it_was(
    connection: Connection, branch: UUID, customer: UUID
) -> None:
    point = connection.begin_nested()
    connection.execute(text("UPDATE customer SET name = '王芳'"))
    drain(connection, search_entry)
    assert found(connection, "王芳") == [customer]
    point.rollback()
    assert found(connection, "王芳") == []
    assert found(connection, "张伟") == [customer]
    assert not check(connection, search_entry)


def test_an_outer_conflict_clause_does_not_break_the_marking(connection: Connection, customer: UUID) -> None:
    """SQLite hands the outer statement's OR clause on to the statements of its triggers."""
    if connection.dialect.name != "sqlite":
        pytest.skip("a clause of SQLite")
    connection.execute(text("UPDATE OR FAIL customer SET name = '王芳'"))
    connection.execute(text("UPDATE OR FAIL customer SET name = '王菲'"))
    assert marked(connection) == {customer}


def test_a_healthy_index_has_no_faults(connection: Connection, customer: UUID) -> None:
    assert check(connection, search_entry) == Faults()


def test_check_finds_what_is_missing_stale_and_orphaned_and_repair_mends_it(
    connection: Connection, branch: UUID, customer: UUID
) -> None:
    lost = add_customer(connection, branch, "王芳")
    gone = add_customer(connection, branch, "赵敏")
    drain(connection, search_entry)
    search_tables.uninstall_triggers(connection)
    connection.execute(update(Customer).where(Customer.id == customer).values(name="张三丰"))
    connection.execute(update(Customer).where(Customer.id == gone).values(deleted_at=MOMENT))
    slot = connection.scalar(select(SearchText.slot).where(SearchText.customer_id == lost))
    connection.execute(delete(SearchText).where(SearchText.customer_id == lost))
    search_tables.install(connection)

    faults = check(connection, search_entry)
    assert (faults.missing, faults.stale, faults.orphan) == ((lost,), (customer,), (gone,))
    assert faults.loose == ((slot,) if connection.dialect.name == "sqlite" else ())

    repair(connection, search_entry, faults)
    assert check(connection, search_entry) == Faults()
    assert found(connection, "zsf") == [customer]
    assert found(connection, "王芳") == [lost]
    assert found(connection, "赵敏") == []


def test_check_notices_grams_that_are_not_those_of_the_text(connection: Connection, customer: UUID) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM search_grams"))
    else:
        connection.execute(update(SearchText).values(grams=[1, 2, 3]))
    assert found(connection, "张伟") == []
    faults = check(connection, search_entry)
    assert faults == Faults(stale=(customer,))
    repair(connection, search_entry, faults)
    assert found(connection, "张伟") == [customer]
    assert check(connection, search_entry) == Faults()


def test_rebuild_makes_the_index_from_the_tables_alone(
    connection: Connection, branch: UUID, customer: UUID
) -> None:
    before = connection.execute(select(SearchText.customer_id, SearchText.text, SearchText.kinds)).all()
    add_customer(connection, branch, "王芳", deleted_at=MOMENT)
    connection.execute(update(SearchText).values(text="\nwrong\n"))
    assert rebuild(connection, search_entry) == 1
    after = connection.execute(select(SearchText.customer_id, SearchText.text, SearchText.kinds)).all()
    assert after == before
    assert found(connection, "张伟") == [customer]
    assert check(connection, search_entry) == Faults()


def test_an_unchanged_text_keeps_its_place(connection: Connection, customer: UUID) -> None:
    place = select(SearchText.slot)
    before = connection.scalar(place)
    connection.execute(text("UPDATE customer SET wechat = ' '"))
    drain(connection, search_entry)
    assert connection.scalar(place) == before


def test_a_changed_text_keeps_its_place_and_a_contact_moves_it(
    connection: Connection, customer: UUID
) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("places run with the last contact on SQLite only")
    place = select(SearchText.slot)
    before = connection.scalars(place).one()
    connection.execute(text("UPDATE customer SET name = '王芳'"))
    drain(connection, search_entry)
    assert connection.scalar(place) == before
    connection.execute(update(Customer).values(last_contact_at=MOMENT + timedelta(days=1)))
    drain(connection, search_entry)
    assert connection.scalar(place) == before + 86_400


def test_laying_the_triggers_anew_changes_nothing(connection: Connection, customer: UUID) -> None:
    search_tables.install(connection)
    connection.execute(text("UPDATE customer SET name = '王芳'"))
    assert marked(connection) == {customer}


def test_who_waits_to_be_indexed_is_no_fault(connection: Connection, branch: UUID, customer: UUID) -> None:
    connection.execute(text("UPDATE customer SET name = '王芳'"))
    add_customer(connection, branch, "李娜")
    assert check(connection, search_entry) == Faults()
    connection.execute(delete(SearchDirty))
    faults = check(connection, search_entry)
    assert (len(faults.missing), faults.stale) == (1, (customer,))
