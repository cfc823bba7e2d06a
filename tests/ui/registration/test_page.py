"""Registering at the counter without a mouse: five fields, known phones, likely duplicates, nothing lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.access.accounts import open_account
from app.states import ConsentPurpose, CustomerKind, Gender
from tests.ui.registration.conftest import Counter, Other

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
ENTER = Qt.Key.Key_Return
STROKE = 0.28  # seconds a key of an average typist takes
THOUGHT = 1.35  # seconds of thought before each field
FIELDS = 5  # both times: Card, Moran, Newell, The keystroke-level model, CACM 23 (1980)


def test_a_person_is_registered_printed_and_gone_from_the_page_by_keys_alone(counter: Counter) -> None:
    counter.type("13981912345")
    counter.press(ENTER)
    counter.type("王女士")
    counter.press(ENTER)
    counter.type("途观L")
    counter.press(ENTER)
    counter.type("h")
    counter.press(ENTER)
    counter.type("loan?")
    counter.press(Qt.Key.Key_F5)
    counter.press(Qt.Key.Key_F9)
    assert counter.strokes * STROKE + FIELDS * THOUGHT < 30
    assert "CDA1-" in counter.wait_for_message()
    assert counter.has_focus(counter.page.sheet.phone)
    assert not counter.page.sheet.is_edited
    card = counter.card(counter.printed[0].customer_id)
    assert (card.name, card.kind) == ("王女士", CustomerKind.PERSON)
    assert card.main.values["gender"] is Gender.FEMALE
    assert card.phones[0].values["number"] == "13981912345"
    assert card.needs[0].values["product"] == "途观L"
    assert card.needs[0].values["intent_level"] == "H"
    assert card.main.values["note"] == "loan?"
    assert {state.purpose for state in card.consents} == {ConsentPurpose.SERVICE, ConsentPurpose.MARKETING}
    assert card.main.values["source_code"] == "walk-in"


def test_the_place_of_a_number_shows_while_it_is_typed(counter: Counter) -> None:
    counter.type("1380013")
    assert "北京" in counter.page.sheet.phone.note.text()


def test_a_known_phone_shows_that_card_beside_and_enter_opens_it(counter: Counter) -> None:
    customer_id = counter.customer(name="张三丰")
    counter.type("13800138000")
    counter.qtbot.waitUntil(lambda: counter.page.beside.known is not None)
    assert QApplication.activeModalWidget() is None
    assert counter.has_focus(counter.page.sheet.phone)
    known = counter.page.beside.known
    assert known is not None
    assert known.name == "张三丰"
    assert "birth" in known.completeness.missing
    counter.press(ENTER)
    assert counter.focus() is counter.page.beside.open_button
    counter.press(ENTER)
    other = counter.window.current_page
    assert isinstance(other, Other)
    assert other.subjects == [customer_id]


def test_f8_notes_that_a_known_customer_came_back_and_can_be_undone(counter: Counter) -> None:
    customer_id = counter.customer()
    before = len(counter.card(customer_id).entries)
    counter.type("13800138000")
    counter.qtbot.waitUntil(lambda: counter.page.beside.known is not None)
    counter.press(Qt.Key.Key_F8)
    counter.wait_for_message()
    assert len(counter.card(customer_id).entries) == before + 1
    assert counter.count() == 1
    assert counter.page.sheet.phone.text() == ""
    counter.messages.history[-1].actions[0].run()
    counter.qtbot.waitUntil(lambda: counter.page.sheet.phone.text() == "13800138000")
    assert len(counter.card(customer_id).entries) == before


def test_a_likely_duplicate_is_shown_before_anything_is_written_and_f9_again_registers_it(
    counter: Counter,
) -> None:
    counter.customer(name="李晓红", card={"wechat": "lixh88"})
    counter.type("13800138000")
    counter.press(Qt.Key.Key_Tab)
    counter.type("李晓红")
    counter.press(Qt.Key.Key_F9)
    counter.qtbot.waitUntil(lambda: counter.page.beside.anyway_button is not None or counter.count() > 1)
    if counter.page.beside.anyway_button is None:
        pytest.fail("registered without asking")
    assert counter.count() == 1
    assert counter.page.sheet.name.text() == "李晓红"
    counter.press(Qt.Key.Key_F9)
    counter.wait_for_message()
    assert counter.count() == 2


def test_changing_what_is_typed_after_the_warning_asks_again(counter: Counter) -> None:
    counter.customer(name="李晓红")
    counter.type("13800138000")
    counter.press(Qt.Key.Key_Tab)
    counter.type("李晓红")
    counter.press(Qt.Key.Key_F9)
    counter.qtbot.waitUntil(lambda: counter.page.beside.anyway_button is not None)
    counter.page.sheet.note.go()
    counter.type("x")
    counter.press(Qt.Key.Key_F9)
    assert not counter.page.register_button.isEnabled()
    counter.qtbot.waitUntil(counter.page.register_button.isEnabled)
    assert counter.count() == 1


def test_undo_takes_the_registration_back_and_gives_the_typing_back(counter: Counter) -> None:
    counter.type("13981912345")
    counter.press(ENTER)
    counter.type("张伟")
    counter.press(Qt.Key.Key_F9)
    counter.wait_for_message()
    assert counter.count() == 1
    counter.messages.history[-1].actions[0].run()
    counter.wait_for_message(2)
    assert counter.count() == 0
    assert counter.page.sheet.name.text() == "张伟"
    assert counter.page.sheet.phone.text() == "139 8191 2345"


def test_enter_on_a_chinese_candidate_neither_submits_nor_moves_on(counter: Counter) -> None:
    counter.type("13981912345")
    counter.press(ENTER)
    counter.compose("zhang'wei")
    counter.press(ENTER)
    assert counter.has_focus(counter.page.sheet.name)
    assert counter.count() == 0
    counter.compose("", "张伟")
    counter.press(ENTER)
    assert counter.has_focus(counter.page.sheet.product)


def test_a_wrong_phone_is_refused_at_the_field_and_typing_goes_on(counter: Counter) -> None:
    counter.type("1390013")
    counter.press(ENTER)
    assert counter.has_focus(counter.page.sheet.phone)
    assert "1390013" in counter.page.sheet.phone.error
    counter.type("9000")
    assert counter.page.sheet.phone.error == ""
    counter.press(ENTER)
    assert counter.has_focus(counter.page.sheet.name)


def test_without_a_name_f9_goes_to_the_name_and_writes_nothing(counter: Counter) -> None:
    counter.type("13981912345")
    counter.press(Qt.Key.Key_F9)
    assert counter.has_focus(counter.page.sheet.name)
    assert counter.page.sheet.name.error
    assert counter.count() == 0


def test_a_company_comes_with_its_contact_person_by_one_key(counter: Counter) -> None:
    counter.press(Qt.Key.Key_F7)
    counter.type("02885551234")
    counter.press(ENTER)
    counter.type("成都天府科技有限公司")
    counter.press(ENTER)
    counter.type("陈经理")
    counter.press(Qt.Key.Key_F9)
    counter.wait_for_message()
    card = counter.card(counter.printed[0].customer_id)
    assert card.kind is CustomerKind.COMPANY
    assert card.people[0].values["name"] == "陈经理"
    assert counter.page.sheet.kind is CustomerKind.PERSON


def test_the_seldom_fields_are_one_key_away_and_the_region_is_read_from_the_address(counter: Counter) -> None:
    counter.type("13981912345")
    counter.press(ENTER)
    counter.type("张伟")
    counter.press(Qt.Key.Key_F3)
    assert counter.has_focus(counter.page.sheet["address"])
    counter.type("成都市武侯区人民南路四段1号")
    counter.press(ENTER)
    counter.press(ENTER)
    counter.type("1990-8-15")
    counter.page.sheet["budget"].go()
    counter.type("10-15万")
    counter.page.sheet["plate"].go()
    counter.type("川A12345")
    counter.press(Qt.Key.Key_F9)
    counter.wait_for_message()
    card = counter.card(counter.printed[0].customer_id)
    assert card.main.values["region_code"] == "510107"
    assert card.main.values["address"] == "人民南路四段1号"
    assert card.needs[0].values["budget_max"] == 150_000
    assert card.vehicles[0].values["plate"] == "川A12345"
    assert not counter.page.sheet.is_more_open


def test_an_unknown_paper_form_is_refused_at_its_field_and_nothing_is_lost(counter: Counter) -> None:
    counter.type("13981912345")
    counter.press(ENTER)
    counter.type("张伟")
    counter.press(Qt.Key.Key_F3)
    counter.page.sheet["form_serial"].go()
    counter.type("CDA1-R9")
    counter.press(Qt.Key.Key_F9)
    counter.qtbot.waitUntil(lambda: counter.page.sheet["form_serial"].error != "")
    assert counter.count() == 0
    assert counter.page.sheet.name.text() == "张伟"


def test_neither_another_page_nor_a_refresh_eats_the_typing(counter: Counter) -> None:
    counter.type("13981912345")
    counter.press(ENTER)
    counter.type("张伟")
    counter.window.open_page("customers")
    with counter.founded.change() as work:
        open_account(work, login="li", name="Li", password="peony-kettle-43", roles=["clerk"])
    counter.press(Qt.Key.Key_F2)
    counter.page.reload()
    counter.qtbot.waitUntil(lambda: not counter.page.desk.tasks.is_busy)
    assert counter.page.sheet.name.text() == "张伟"
    assert counter.page.sheet.phone.text() == "139 8191 2345"


def test_an_answer_about_a_page_emptied_meanwhile_is_dropped(counter: Counter) -> None:
    counter.customer()
    counter.type("13800138000")
    counter.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    counter.qtbot.waitUntil(lambda: not counter.page.desk.tasks.is_busy)
    assert counter.page.beside.known is None
    assert counter.page.sheet.phone.text() == ""
    counter.messages.history[-1].actions[0].run()
    assert counter.page.sheet.phone.text() == "13800138000"
