"""H6: the dossier says in words what the card and its history hold, on both engines alike."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.customers import editing
from app.customers.dossier import dossier
from app.customers.editing import Edit
from app.customers.fields import Part
from app.errors import UserError
from db.models.access import Permission
from db.models.customers import CustomerKind
from tests.builders.cards import card_of, walk_in
from tests.builders.databases import Founded, found


def _edit(branch: Founded, key: UUID, row: tuple[Part, UUID], change: tuple[str, object, object]) -> None:
    """Change one field of a row: its name, what was seen, what was typed."""
    field, seen, typed = change
    edit = Edit(part=row[0], row_id=row[1], field=field, seen=seen, given=typed)
    with branch.change() as work:
        editing.edit_card(work, key, [edit])


def test_codes_amounts_and_marks_of_the_history_are_words(branch: Founded) -> None:
    registered = walk_in(branch, need={"product": "途岳", "budget_max": "15万"})
    card = card_of(branch, registered)
    need = card.needs[0]
    _edit(branch, card.id, (Part.CUSTOMER, card.id), ("class_code", "potential", "key"))
    _edit(branch, card.id, (Part.CUSTOMER, card.id), ("do_not_contact", False, True))
    _edit(branch, card.id, (Part.CUSTOMER, card.id), ("gender", None, "女"))
    _edit(branch, card.id, (Part.NEED, need.id), ("budget_max", need.values["budget_max"], "20万"))
    _edit(branch, card.id, (Part.NEED, need.id), ("lost_reason", None, "price"))
    with branch.change() as work:
        editing.remove_row(work, card.id, Part.NEED, need.id)
    with branch.read() as work:
        record = dossier(work, card.id, "zh")
    told = [(line.field_text, line.old, line.new) for line in record.history]
    today = branch.store.clock().strftime("%Y-%m-%d")
    lost = [("需求有效", "✓", "✗"), ("战败原因", "", "价格"), ("战败日期", "", today)]
    assert sorted(told[4:-1]) == sorted(lost)
    assert told[:4] + told[-1:] == [
        ("客户分类", "潜在客户", "重点客户"),
        ("请勿联系", "✗", "✓"),
        ("性别", "", "女"),
        ("预算上限", "150,000.00", "200,000.00"),
        ("删除需求", "", today),
    ]
    assert {line.by for line in record.history} == {"王芳"}
    assert {line.source_text for line in record.history} == {"柜台"}


def test_a_company_s_codes_are_words_in_its_history(branch: Founded) -> None:
    registered = walk_in(branch, "天府商贸", "028-85551234", kind=CustomerKind.COMPANY)
    key = registered.customer_id
    _edit(branch, key, (Part.CUSTOMER, key), ("company_type", None, "supplier"))
    with branch.read() as work:
        assert [line.new for line in dossier(work, key, "zh").history] == ["供应商"]
        assert [line.new for line in dossier(work, key, "en").history] == ["Supplier"]


def test_a_dossier_of_another_branch_is_refused(branch: Founded) -> None:
    registered = walk_in(branch)
    clerk = found(branch.store, "BJ").actor_with(Permission.PRINT_FORMS, Permission.READ_CARD)
    with pytest.raises(UserError, match="row-gone"), branch.store.read(clerk) as work:
        dossier(work, registered.customer_id, "zh")
