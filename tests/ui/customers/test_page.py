"""The list and the way between it and the card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.states import CustomerKind
from tests.ui.customers.conftest import Counter
from ui.customers.finding import Chosen, Newcomer, found


def test_an_empty_branch_says_what_to_do(counter: Counter) -> None:
    wanted: list[tuple[str, object]] = []
    counter.navigation.wanted.connect(lambda page, subject: wanted.append((page, subject)))
    counter.wait_for(counter.page.list._register.isVisible)
    counter.qtbot.mouseClick(counter.page.list._register, Qt.MouseButton.LeftButton)
    assert wanted == [("registration", None)]


def test_enter_opens_a_card_and_escape_comes_back_to_its_row(counter: Counter) -> None:
    names = ["赵一", "钱二", "孙三"]
    for number, name in enumerate(names):
        counter.register(f"1390000000{number}", name)
    counter.show(3)
    table = counter.page.list.table
    table.setFocus()
    table.go_to(1)
    chosen = table.current_id()
    counter.qtbot.keyClick(table, Qt.Key.Key_Return)
    counter.wait_for(lambda: counter.page.card.card is not None)
    assert counter.page.card.card is not None
    assert counter.page.card.card.id == chosen
    assert counter.page.card.head.place.text() == "2 / 3"
    counter.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not counter.page.is_card_shown
    assert table.current_id() == chosen
    assert table.hasFocus()


def test_ctrl_down_goes_through_the_list_and_stops_at_its_end(counter: Counter) -> None:
    for number in range(3):
        counter.register(f"1390000000{number}", f"客户{number}")
    counter.show(3)
    ids = list(counter.page.list.model.ids)
    counter.page.list.table.go_to(0)
    counter.qtbot.keyClick(counter.page.list.table, Qt.Key.Key_Return)
    for expected in (ids[0], ids[1], ids[2]):
        counter.wait_for_card(expected)
        counter.qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier
        )
    assert counter.page.card.head.place.text() == "3 / 3"
    counter.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    counter.wait_for_card(ids[1])


def test_typing_is_saved_on_the_way_to_the_next_card(counter: Counter) -> None:
    for number in range(2):
        counter.register(f"1390000000{number}", f"客户{number}")
    counter.show(2)
    ids = list(counter.page.list.model.ids)
    counter.page.list.table.go_to(0)
    counter.qtbot.keyClick(counter.page.list.table, Qt.Key.Key_Return)
    counter.wait_for_card(ids[0])
    editor = counter.type_into(counter.slot("occupation"), "厨师")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    counter.wait_for_card(ids[1])
    counter.wait_for(lambda: counter.stored(ids[0]).main.values["occupation"] == "厨师")
    assert counter.stored(ids[1]).main.values["occupation"] is None
    assert counter.slot("occupation").editor.value() is None


def test_filters_narrow_the_list_and_are_cleared_with_escape(counter: Counter) -> None:
    counter.register("13900000001", "张伟")
    counter.register("02885551234", "成都云帆信息技术有限公司", kind=CustomerKind.COMPANY)
    counter.show(2)
    kind = counter.page.list.kind
    kind.setFocus()
    counter.qtbot.keyClick(kind, Qt.Key.Key_Down)
    counter.qtbot.keyClick(kind, Qt.Key.Key_Down)
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 1)
    counter.qtbot.keyClick(counter.page.list.table, Qt.Key.Key_Escape)
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 2)


def test_a_save_elsewhere_keeps_the_chosen_row(counter: Counter) -> None:
    keys = [counter.register(f"1390000000{number}", f"客户{number}") for number in range(3)]
    counter.show(3)
    table = counter.page.list.table
    table.go_to(2)
    chosen = table.current_id()
    counter.register("13911111111", "新来的")
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 4)
    assert table.current_id() == chosen
    assert chosen in keys


def test_the_search_box_finds_marks_and_offers_to_register(counter: Counter) -> None:
    key = counter.register(name="欧阳静怡")
    with counter.founded.read() as work:
        hits = found(work, "ouyang")
        nobody = found(work, "13999999999")
    assert hits[0].text == "欧阳静怡"
    assert hits[0].marks == ((0, 2),)
    assert hits[0].key == Chosen(customer_id=key, among=(key,))
    assert nobody[0].key == Newcomer(typed="13999999999")


def test_a_search_hit_opens_with_its_neighbours(counter: Counter) -> None:
    keys = tuple(counter.register(f"1390000000{number}", f"客户{number}") for number in range(2))
    counter.page.open_subject(Chosen(customer_id=keys[0], among=keys))
    counter.wait_for_card(keys[0])
    assert counter.page.card.head.place.text() == "1 / 2"


def test_a_newcomer_is_handed_to_the_registration(counter: Counter) -> None:
    wanted: list[tuple[str, object]] = []
    counter.navigation.wanted.connect(lambda page, subject: wanted.append((page, subject)))
    counter.page.open_subject(Newcomer(typed="13999999999"))
    assert wanted == [("registration", "13999999999")]


def test_a_text_to_find_shows_the_found_in_the_list(counter: Counter) -> None:
    counter.register("13900000001", "张伟")
    counter.register("13900000002", "李娜")
    counter.show(2)
    counter.page.open_subject("李娜")
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 1)
    counter.page.open_subject("没有这个人")
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 0)


def test_f2_takes_along_the_text_nobody_was_found_for(counter: Counter) -> None:
    wanted: list[tuple[str, object]] = []
    counter.navigation.wanted.connect(lambda page, subject: wanted.append((page, subject)))
    counter.register("13900000001", "张伟")
    counter.show(1)
    counter.page.open_subject("13987654321")
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 0)
    counter.qtbot.keyClick(counter.page.list, Qt.Key.Key_F2)
    assert wanted == [("registration", "13987654321")]
