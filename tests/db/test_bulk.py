"""Many rows at once are the same rows as one by one."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import select, text

from db.base import Base, new_key
from db.bulk import insert_rows
from db.models.customers import Customer, CustomerKind, Gender, Need, Phone, PhoneKind
from tests.builders.databases import Founded

CUSTOMER, PHONE, NEED = (Base.metadata.tables[model.__tablename__] for model in (Customer, Phone, Need))


def test_values_defaults_and_shared_values_arrive(branch: Founded) -> None:
    first, second = new_key(), new_key()
    with branch.change() as work:
        marks = work.creation_marks()
        connection = work.session.connection()
        rows = [
            {"id": first, "number": "1", "kind": CustomerKind.PERSON, "name": "张三", "gender": Gender.MALE},
            {
                "id": second,
                "number": "2",
                "kind": CustomerKind.COMPANY,
                "name": "大有",
                "note": None,
                "version": 7,
            },
        ]
        insert_rows(connection, CUSTOMER, rows, marks)
        needs = [{"id": new_key(), "customer_id": first, "budget_max": Decimal("1500.50")}]
        insert_rows(connection, NEED, needs, marks)
        insert_rows(connection, PHONE, [], marks)
    with branch.read() as work:
        found = {row.id: row for row in work.session.scalars(select(Customer))}
        need = work.session.scalars(select(Need)).one()
    one, other = found[first], found[second]
    assert (one.gender, one.version, one.do_not_contact, one.note) == (Gender.MALE, 1, False, None)
    assert (other.gender, other.version, other.kind) == (None, 7, CustomerKind.COMPANY)
    assert one.created_at == marks["created_at"]
    assert (one.branch_id, one.created_by) == (branch.actor.branch_id, branch.actor.account_id)
    assert (need.budget_max, need.is_open) == (Decimal("1500.50"), True)


def test_bulk_rows_are_stamped_like_all_others(branch: Founded) -> None:
    key = new_key()
    with branch.change() as work:
        marks = work.creation_marks()
        row = {"id": key, "number": "1", "kind": CustomerKind.PERSON, "name": "张三"}
        insert_rows(work.session.connection(), CUSTOMER, [row], marks)
        phone = {"customer_id": key, "kind": PhoneKind.MOBILE, "number": "13800138000", "shown": "138"}
        insert_rows(
            work.session.connection(), PHONE, [{"id": new_key(), **phone}, {"id": new_key(), **phone}], marks
        )
    with branch.read() as work:
        for table in ("customer", "phone"):
            stamps = work.session.execute(text(f"SELECT sync_fv FROM {table}")).scalars().all()
            assert len(stamps) == {"customer": 1, "phone": 2}[table]
            assert all("*" in stamp for stamp in stamps)
