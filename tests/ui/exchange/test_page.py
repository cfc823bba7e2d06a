"""A list on its way in: seen before it is saved, counted, cancelled, undone, and every refusal told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.customers.importing import Policy
from app.customers.listing import list_ids
from app.exchange.fields import Field
from app.states import Permission
from db.models.customers import Customer
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from ui.exchange.choosing_view import REFUSED
from ui.exchange.page import ExchangePage
from ui.messages import Tone

HEAD = "姓名,电话,备注"
GOOD = ["张三,13800138000,来店", "李四,13900139000,", "王五,13700137000,电话"]
LONG = 30_000  # ms: a child process starts each time
MakeList = Callable[[Sequence[str]], Path]


def customers(branch: Founded) -> int:
    with branch.read() as work:
        count = work.session.scalar(
            select(func.count()).select_from(Customer).where(Customer.deleted_at.is_(None))
        )
    return count or 0


def choose(qtbot: QtBot, page: ExchangePage, path: Path) -> None:
    """Open a list and wait until all of it was tried."""
    page.open_file(path)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.choosing, timeout=LONG)
    tried = page._trial
    qtbot.waitUntil(lambda: tried is None or tried.number not in page.desk.tasks._tickets, timeout=LONG)


def finish(qtbot: QtBot, page: ExchangePage) -> None:
    QTest.keyClick(page.choosing.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.result, timeout=LONG)


def badges(page: ExchangePage) -> list[str]:
    return [badge.accessibleName() for badge in page.choosing.badges]


def test_every_row_is_judged_before_anything_is_saved(
    qtbot: QtBot, page: ExchangePage, branch: Founded, make_list: MakeList
) -> None:
    choose(qtbot, page, make_list([HEAD, *GOOD, "赵六,1380013,", ",13600136000,"]))
    assert badges(page) == ["3 new", "2 refused"]
    page.choosing.rows.pick(REFUSED)
    shown = page.choosing.table.rows
    assert [row.number for row in shown.rows] == [5, 6]
    assert "1380013" in str(shown.index(0, 1).data())
    assert customers(branch) == 0


def test_the_whole_way_in_and_back_out(
    qtbot: QtBot, page: ExchangePage, branch: Founded, make_list: MakeList
) -> None:
    choose(qtbot, page, make_list([HEAD, *GOOD]))
    finish(qtbot, page)
    assert customers(branch) == 3
    assert "3" in page.result.sentence.text()
    assert page.result.workbook.isHidden(), "there are no rows to keep"
    page.result.undo.click()
    qtbot.waitUntil(lambda: customers(branch) == 0, timeout=LONG)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.start, timeout=LONG)


def test_an_earlier_import_is_undone_from_the_history(
    qtbot: QtBot, page: ExchangePage, branch: Founded, make_list: MakeList
) -> None:
    choose(qtbot, page, make_list([HEAD, *GOOD]))
    finish(qtbot, page)
    page.result.again.click()
    qtbot.waitUntil(page.start.history.isVisible, timeout=LONG)
    undo = page.start._rows.itemAtPosition(0, 3).widget()  # type: ignore[union-attr]
    assert undo is not None
    QTest.keyClick(undo, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: customers(branch) == 0, timeout=LONG)
    assert not any(message.tone is Tone.DANGER for message in page.desk.messages.history)


def test_a_choice_of_meaning_changes_what_becomes_of_the_rows(
    qtbot: QtBot, page: ExchangePage, make_list: MakeList
) -> None:
    choose(qtbot, page, make_list(["姓名,号码一", "张三,13800138000", "李四,1390013"]))
    assert badges(page) == ["2 new", "2 with remarks"], "nobody can be rung up"
    for wanted, expected in (
        (Field.PHONE, ["1 new", "1 refused"]),
        (Field.NOTE, ["2 new", "2 with remarks"]),
    ):
        page.choosing.picked.emit(1, wanted)
        qtbot.waitUntil(lambda told=expected: badges(page) == told, timeout=LONG)  # type: ignore[misc]


def test_the_boxes_are_reached_by_tab_and_come_into_sight(
    qtbot: QtBot, page: ExchangePage, make_list: MakeList
) -> None:
    many = [f"列{number}" for number in range(20)]
    choose(qtbot, page, make_list([",".join(["姓名", *many]), ",".join(["张三", *"一" * 20])]))
    table, boxes = page.choosing.table, page.choosing.table.head.boxes
    boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
    for box in boxes[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert box.hasFocus()
        assert box.geometry().left() >= 0
        assert box.geometry().right() <= table.viewport().width()
    QTest.keyClicks(boxes[-1], "Occ")
    assert page._mapping is not None
    assert page._mapping.columns[-1].field is Field.OCCUPATION


def test_a_choice_is_remembered_for_the_next_list_of_the_kind(
    qtbot: QtBot, page: ExchangePage, make_list: MakeList
) -> None:
    choose(qtbot, page, make_list(["姓名,杂项", "张三,爱喝茶"]))
    page._on_picked(1, Field.OCCUPATION)
    finish(qtbot, page)
    page.result.again.click()
    choose(qtbot, page, make_list(["姓名,杂项", "李四,教师"]))
    assert page._mapping is not None
    assert page._mapping.columns[1].field is Field.OCCUPATION
    assert page.choosing.table.head.boxes[1].currentText() == "Occupation"


@pytest.fixture
def known_zhang(branch: Founded, make_list: MakeList) -> MakeList:
    """Lists for a branch that knows one of them already."""
    walk_in(branch, name="张三", phone="13800138000")
    return make_list


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(Policy.SKIP, "1 here already"), (Policy.UPDATE, "1 filled up"), (Policy.CREATE, "1 new")],
)
def test_what_becomes_of_known_customers_is_the_clerks_choice(
    qtbot: QtBot, page: ExchangePage, known_zhang: MakeList, policy: Policy, expected: str
) -> None:
    choose(qtbot, page, known_zhang(["姓名,电话,职业", "张三,13800138000,教师"]))
    page.choosing.policy.pick(policy)
    qtbot.waitUntil(lambda: expected in badges(page), timeout=LONG)


def test_the_rows_not_taken_over_are_kept_as_a_workbook(
    qtbot: QtBot, page: ExchangePage, make_list: MakeList, tmp_path: Path
) -> None:
    from python_calamine import CalamineWorkbook

    choose(qtbot, page, make_list([HEAD, *GOOD, "赵六,1380013,"]))
    finish(qtbot, page)
    page.result.workbook.click()
    dialog = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QFileDialog))
    out = tmp_path / "kept.xlsx"
    dialog.fileSelected.emit(str(out))
    qtbot.waitUntil(lambda: bool(page.desk.messages.history), timeout=LONG)
    dialog.close()
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert rows[1][2] == "赵六"


BAD = {
    "damaged.xlsx": b"PK\x03\x04" + b"x" * 300,
    "picture.csv": b"\x89PNG\r\n\x1a\n" + b"\0" * 300,
    "empty.csv": b"",
}


@pytest.mark.parametrize("name", list(BAD))
def test_a_bad_file_is_one_sentence_and_leads_back(
    qtbot: QtBot, page: ExchangePage, branch: Founded, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    page.open_file(path)
    qtbot.waitUntil(lambda: bool(page.desk.messages.history), timeout=LONG)
    told = page.desk.messages.history[-1]
    assert told.tone is Tone.DANGER
    assert told.actions
    assert page._stack.currentWidget() is page.start
    assert customers(branch) == 0


def test_a_cancelled_import_leaves_nobody_behind(
    qtbot: QtBot, page: ExchangePage, branch: Founded, make_list: MakeList
) -> None:
    choose(qtbot, page, make_list([HEAD, *(f"王{n:05d}强,138{n:08d}," for n in range(4000))]))
    page.save()
    page.running.cancel.click()
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.choosing, timeout=LONG)
    assert customers(branch) == 0
    assert "cancelled" in page.desk.messages.history[-1].text


def test_without_the_permission_nothing_can_be_brought_in(
    qtbot: QtBot, page: ExchangePage, branch: Founded, make_list: MakeList
) -> None:
    page.desk.tasks.actor = branch.actor_with(Permission.FIND_CUSTOMERS)
    limited = ExchangePage(page.desk)
    qtbot.addWidget(limited)
    assert not limited.start.choose.isEnabled()
    assert not limited.export.isEnabled()
    assert not limited.acceptDrops()
    limited.open_file(make_list([HEAD, *GOOD]))
    assert limited._stack.currentWidget() is limited.start


def test_the_imported_customers_are_shown_on_their_page(
    qtbot: QtBot, page: ExchangePage, branch: Founded, make_list: MakeList
) -> None:
    walk_in(branch, name="孙八", phone="13500135000")
    choose(qtbot, page, make_list([HEAD, *GOOD]))
    finish(qtbot, page)
    with qtbot.waitSignal(page.desk.navigation.wanted) as asked:
        page.result.show_them.click()
    name, subject = asked.args
    assert name == "customers"
    with branch.read() as work:
        assert len(list_ids(work, subject)) == 3, "and not the one who was here before"


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "vcf"])
def test_customers_are_exported(
    qtbot: QtBot, page: ExchangePage, branch: Founded, tmp_path: Path, suffix: str
) -> None:
    walk_in(branch)
    out = tmp_path / f"out.{suffix}"
    page.taking_out.write(out)
    qtbot.waitUntil(lambda: bool(page.desk.messages.history), timeout=LONG)
    assert out.stat().st_size > 0
    assert "1" in page.desk.messages.history[-1].text
    assert page.desk.messages.banners == {}
