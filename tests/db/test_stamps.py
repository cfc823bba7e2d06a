"""Every write path leaves a stamp, a history and an outbox line; what must not happen is refused below the app."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError

from app.work import Store, Work
from db.base import Base, new_key
from db.engine import Database
from db.models.customers import Consent, ContactEntry, Customer, CustomerKind, FieldHistory
from db.stamps import NEVER_STAMPED, synced_models
from tests.builders.databases import Founded


def _card(branch: Founded, name: str = "张三") -> Customer:
    return Customer(
        id=new_key(),
        branch_id=branch.actor.branch_id,
        number="CDA1-00001",
        kind=CustomerKind.PERSON,
        name=name,
    )


def _orm(branch: Founded) -> Customer:
    card = _card(branch)
    with branch.change() as work:
        work.session.add(card)
        work.session.flush()
        work.session.expunge(card)
    return card


def _stamps(branch: Founded, card: Customer) -> dict[str, str]:
    with branch.read() as work:
        return dict(work.session.scalars(select(Customer.sync_fv).where(Customer.id == card.id)).one())


def _bulk_values(branch: Founded, card: Customer) -> dict[str, object]:
    return {
        "id": card.id, "branch_id": card.branch_id, "number": card.number, "kind": card.kind, "name": card.name,
    }  # fmt: skip


@pytest.mark.parametrize("path", ["orm", "bulk", "sql"])
def test_every_way_of_inserting_is_stamped(branch: Founded, path: str) -> None:
    card = _card(branch)
    with branch.change() as work:
        if path == "orm":
            work.session.add(card)
            work.session.flush()
            work.session.expunge(card)
        elif path == "bulk":
            work.session.execute(insert(Customer), [_bulk_values(branch, card)])
        else:
            work.session.execute(
                text(
                    "INSERT INTO customer (id, branch_id, number, kind, name)"
                    " VALUES (:id, :branch, 'N', 'person', 'x')"
                ),
                _keys(work, card),
            )
    stamps = _stamps(branch, card)
    assert set(stamps) == {"*"}
    assert len(stamps["*"]) == 24


def _keys(work: Work, card: Customer) -> dict[str, object]:
    """Keys as plain SQL writes them: hex on SQLite."""
    keys = {"id": card.id, "branch": card.branch_id}
    local = work.session.get_bind().dialect.name == "sqlite"
    return {name: key.hex if local else key for name, key in keys.items()}


@pytest.mark.parametrize("path", ["orm", "core", "sql"])
def test_every_way_of_editing_stamps_just_what_changed_and_remembers_it(branch: Founded, path: str) -> None:
    card = _orm(branch)
    with branch.change() as work:
        if path == "orm":
            work.get(Customer, card.id).note = "喜欢红色"
        elif path == "core":
            work.session.execute(
                update(Customer).where(Customer.id == card.id).values(note="喜欢红色", **work.change_marks())
            )
        else:
            work.session.execute(text("UPDATE customer SET note = '喜欢红色'"))
    stamps = _stamps(branch, card)
    assert stamps["note"] > stamps["*"]
    assert "name" not in stamps
    with branch.read() as work:
        past = work.session.scalars(select(FieldHistory)).one()
    assert (past.field, past.old_value, past.new_value) == ("note", None, "喜欢红色")
    assert past.account_id == (None if path == "sql" else branch.actor.account_id)
    assert past.stamp == stamps["note"]


def test_a_later_edit_has_a_later_stamp_even_within_one_transaction(branch: Founded) -> None:
    card = _orm(branch)
    seen = []
    with branch.change() as work:
        for name in ("李四", "王五", "赵六"):
            work.get(Customer, card.id).name = name
            work.session.flush()
            work.session.expire_all()
            seen.append(
                work.session.execute(
                    select(Customer.__table__.c.sync_fv).where(Customer.id == card.id)
                ).scalar_one()
            )
    stamps = [fv["name"] for fv in seen]
    assert stamps == sorted(set(stamps))


def test_saving_an_unchanged_row_stamps_nothing(branch: Founded) -> None:
    card = _orm(branch)
    before = _stamps(branch, card)
    with branch.change() as work:
        work.session.execute(text("UPDATE customer SET name = name"))
    assert _stamps(branch, card) == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM customer",
        "UPDATE consent SET given = false",
        "UPDATE contact_entry SET matter = 'x'",
        "UPDATE field_history SET old_value = 'x'",
        "UPDATE customer SET id = branch_id",
    ],
)
def test_what_must_not_happen_is_refused_to_plain_sql(branch: Founded, statement: str) -> None:
    card = _orm(branch)
    with branch.change() as work:
        marks = {"customer_id": card.id, "happened_at": work.now()}
        work.session.add(Consent(purpose="service", given=True, edition="1", **marks))
        work.session.add(ContactEntry(way="counter", matter="来店", **marks))
        work.get(Customer, card.id).name = "李四"
    with pytest.raises(DBAPIError, match="branchdesk: "), branch.store.database.writer.begin() as connection:
        connection.execute(text(statement))


def test_an_entry_may_be_marked_deleted_though_its_text_is_fixed(branch: Founded) -> None:
    card = _orm(branch)
    with branch.change() as work:
        entry = ContactEntry(
            id=new_key(), way="counter", matter="来店", customer_id=card.id, happened_at=work.now()
        )
        work.session.add(entry)
        work.session.flush()
        entry.deleted_at = work.now()
    with branch.read() as work:
        assert work.session.scalar(select(ContactEntry)) is None


def test_all_columns_of_all_synchronised_tables_are_captured(database: Database, store: Store) -> None:
    if not database.is_local:
        pytest.skip("the hub's one trigger function works on whole rows")
    with database.reader.connect() as connection:
        laid: dict[str, str] = dict(
            connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
        )
    for model in synced_models():
        told = laid[f"stamp_{model.__tablename__}_update"].partition(" ON ")[0]
        for column in Base.metadata.tables[model.__tablename__].columns:
            assert (column.name in told.split("UPDATE OF ")[1].split(", ")) is (
                column.name not in NEVER_STAMPED
            )


def test_the_outbox_holds_one_line_a_field_with_the_latest_stamp(branch: Founded) -> None:
    if not branch.store.database.is_local:
        pytest.skip("only replicas have an outbox")
    card = _orm(branch)
    for name in ("李四", "王五"):
        with branch.change() as work:
            work.get(Customer, card.id).name = name
    with branch.read() as work:
        lines = work.session.execute(
            text(
                "SELECT stamp FROM sync_out WHERE row_table = 'customer' AND row_id = :id AND field = 'name'"
            ),
            {"id": card.id.hex},
        ).scalars()
        assert list(lines) == [_stamps(branch, card)["name"]]


def test_a_writer_s_temporary_tables_swallow_no_history(branch: Founded) -> None:
    if branch.store.database.is_local:
        pytest.skip("triggers of a file see the tables of that file alone")
    card = _orm(branch)
    with branch.store.database.writer.begin() as connection:
        for table in ("field_history", "sync_state", "search_dirty"):
            connection.execute(text(f"CREATE TEMPORARY TABLE {table} (LIKE public.{table}) ON COMMIT DROP"))
        connection.execute(text("UPDATE customer SET name = '李四'"))
        assert connection.execute(text("SELECT count(*) FROM pg_temp.field_history")).scalar_one() == 0
    with branch.change() as work:
        assert [past.new_value for past in work.session.scalars(select(FieldHistory))] == ["李四"]
    assert "name" in _stamps(branch, card)
