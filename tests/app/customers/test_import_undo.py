"""An import is taken back: whole, and without touching what people did since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from app.customers.editing import Edit, add_row, edit_card
from app.customers.fields import Part
from app.customers.finding import find_customers
from app.customers.import_undo import UndoneImport, undo_import
from app.customers.importing import (
    ImportResult,
    Policy,
    list_imports,
)
from app.errors import UserError
from app.work import Store
from db.models.customers import Customer, Need, Phone, Vehicle
from db.models.exchange import ImportState
from tests.builders.databases import Founded, found
from tests.builders.imports import (
    LI,
    ZHANG,
    Clock,
    book,
    counts,
    names,
    only_card,
    run,
    total,
    walk_in,
)
from tests.builders.tickets import taken


@pytest.fixture
def branch(store: Store) -> Founded:
    store.clock = Clock()
    return found(store)


def undo(branch: Founded, result: ImportResult) -> UndoneImport:
    assert result.batch_id is not None
    with branch.change() as work:
        return undo_import(work, result.batch_id)


def test_undoing_takes_the_cards_away_and_out_of_search(branch: Founded, tmp_path: Path) -> None:
    walk_in(branch, phone="13700137000", name="王五")
    path = book(tmp_path / "a.xlsx", ZHANG, LI)
    result = run(branch, path)
    assert undo(branch, result) == UndoneImport(removed=2, rows_removed=0, fields_restored=0, kept=())
    assert names(branch) == {"王五"}
    with branch.read() as work:
        assert find_customers(work, "13800138000") == []
        assert list_imports(work)[0].state is ImportState.UNDONE
    with pytest.raises(UserError, match="import-already-undone"):
        undo(branch, result)
    assert counts(run(branch, path)) == (2, 2, 0, 0, 0)


def test_undoing_touches_no_other_import_of_the_same_file(branch: Founded, tmp_path: Path) -> None:
    first = run(branch, book(tmp_path / "a.xlsx", ZHANG))
    run(branch, book(tmp_path / "a.xlsx", LI))
    assert undo(branch, first).removed == 1
    assert names(branch) == {"李四"}


def change_gender(branch: Founded, key: object) -> None:
    with branch.change() as work:
        edit = Edit(part=Part.CUSTOMER, row_id=key, field="gender", seen="male", given="女")  # type: ignore[arg-type]
        edit_card(work, key, [edit])  # type: ignore[arg-type]


def add_phone(branch: Founded, key: object) -> None:
    with branch.change() as work:
        add_row(work, key, Part.PHONE, {"shown": "13600136000"})  # type: ignore[arg-type]


def remove_phone(branch: Founded, key: object) -> None:
    with branch.change() as work:
        work.session.scalars(select(Phone).where(Phone.customer_id == key)).one().deleted_at = work.now()


def complain(branch: Founded, key: object) -> None:
    with branch.change() as work:
        taken(work, customer_id=key)


@pytest.mark.parametrize("later", [change_gender, add_phone, remove_phone, complain])
def test_a_card_worked_on_since_is_kept_and_told(
    branch: Founded, tmp_path: Path, later: Callable[[Founded, object], None]
) -> None:
    result = run(branch, book(tmp_path / "a.xlsx", ZHANG, LI))
    card = only_card(branch, "张三")
    later(branch, card.id)  # type: ignore[attr-defined]
    done = undo(branch, result)
    assert (done.removed, done.kept) == (1, (card.number,))  # type: ignore[attr-defined]
    assert names(branch) == {"张三"}


def test_what_was_filled_is_emptied_again_unless_changed_since(branch: Founded, tmp_path: Path) -> None:
    for name, phone in (("张三", "13800138000"), ("李四", "13900139000")):
        walk_in(branch, phone=phone, name=name)
    path = book(
        tmp_path / "a.xlsx",
        ("张三", "13800138000/13600136000", "男", "1990-03-05", "wxzhang88", "川A12345"),
        ("李四", "13900139000", "男", None, "wxlisi88", None),
        titles=("姓名", "手机", "性别", "生日", "微信", "车牌"),
    )
    result = run(branch, path, policy=Policy.UPDATE)
    assert counts(result) == (2, 0, 2, 0, 0)
    change_gender(branch, only_card(branch, "李四").id)  # type: ignore[attr-defined]
    done = undo(branch, result)
    zhang, li = only_card(branch, "张三"), only_card(branch, "李四")
    assert done.rows_removed == 2
    assert done.kept == (li.number,)  # type: ignore[attr-defined]
    assert [zhang.main.values[name] for name in ("gender", "birth", "wechat")] == [None, None, None]  # type: ignore[attr-defined]
    assert [row.values["shown"] for row in zhang.phones] == ["138 0013 8000"]  # type: ignore[attr-defined]
    assert zhang.vehicles == ()  # type: ignore[attr-defined]
    assert (li.main.values["gender"], li.main.values["wechat"]) == ("female", None)  # type: ignore[attr-defined]
    assert names(branch) == {"张三", "李四"}


def test_nothing_but_the_import_is_counted_by_its_rows(branch: Founded, tmp_path: Path) -> None:
    run(branch, book(tmp_path / "a.xlsx", ZHANG))
    assert [total(branch, model) for model in (Customer, Phone, Vehicle, Need)] == [1, 1, 0, 0]
