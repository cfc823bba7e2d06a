"""The card edited in place with real keys: nothing lost, nothing overwritten, everything with its way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.customers.fields import Part
from app.customers.numbers import PartialDate
from app.states import BirthCalendar, CustomerKind, Gender, LeapPolicy, Permission
from tests.ui.customers.conftest import Counter
from ui.widgets.choice import ChoiceField


def test_a_field_is_saved_when_it_is_left_and_can_be_taken_back(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    editor = counter.type_into(counter.slot("wechat"), "zhang_wei88")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    counter.wait_for(lambda: counter.stored(key).main.values["wechat"] == "zhang_wei88")
    counter.wait_for(lambda: not counter.slot("wechat").is_edited)
    counter.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counter.wait_for(lambda: counter.stored(key).main.values["wechat"] is None)
    counter.wait_for(lambda: counter.slot("wechat").editor.value() is None)


def test_the_toast_of_a_save_takes_it_back(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    editor = counter.type_into(counter.slot("occupation"), "教师")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    counter.wait_for(lambda: any(message.actions for message in counter.messages.history))
    assert counter.stored(key).main.values["occupation"] == "教师"
    counter.messages.history[-1].actions[0].run()
    counter.wait_for(lambda: counter.stored(key).main.values["occupation"] is None)


def test_a_wrong_value_gets_a_sentence_and_stays_to_be_mended(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    slot = counter.slot("email")
    editor = counter.type_into(slot, "zhang.example.com")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert slot.editor.error
    assert slot.editor.editor().text() == "zhang.example.com"  # type: ignore[attr-defined]
    assert not counter.page.can_leave()
    editor = counter.type_into(slot, "zhang@example.com")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    counter.wait_for(lambda: counter.stored(key).main.values["email"] == "zhang@example.com")


def test_several_fields_are_saved_as_one_change_with_ctrl_s(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    before = counter.stored(key).main.values["occupation"]
    slot = counter.slot("occupation")
    editor = counter.type_into(slot, "医生")
    counter.qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    counter.wait_for(lambda: counter.stored(key).main.values["occupation"] == "医生")
    assert before is None
    assert editor.hasFocus()


def test_a_refresh_does_not_eat_what_is_being_typed(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    counter.type_into(counter.slot("occupation"), "半个字")
    counter.edit_elsewhere(key, "wechat", "other_clerk")
    counter.wait_for(lambda: counter.slot("wechat").editor.value() == "other_clerk")
    assert counter.slot("occupation").editor.editor().text() == "半个字"  # type: ignore[attr-defined]
    assert counter.slot("occupation").is_edited


def test_the_second_saver_is_told_and_may_keep_their_own_value(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    editor = counter.type_into(counter.slot("occupation"), "律师")
    counter.edit_elsewhere(key, "occupation", "教师")
    counter.wait_for(lambda: counter.slot("occupation").editor.saved == "教师")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    conflicts = counter.page.card.conflicts
    counter.wait_for(conflicts.isVisible)
    assert counter.stored(key).main.values["occupation"] == "教师"
    theirs, mine = conflicts.buttons[0]
    assert "教师" in theirs.text()
    assert "律师" in mine.text()
    counter.qtbot.keyClick(mine, Qt.Key.Key_Space)
    counter.wait_for(lambda: counter.stored(key).main.values["occupation"] == "律师")
    assert not conflicts.isVisible()


def test_the_second_saver_may_take_the_other_value(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    editor = counter.type_into(counter.slot("occupation"), "律师")
    counter.edit_elsewhere(key, "occupation", "教师")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    conflicts = counter.page.card.conflicts
    counter.wait_for(conflicts.isVisible)
    counter.qtbot.mouseClick(conflicts.buttons[0][0], Qt.MouseButton.LeftButton)
    counter.wait_for(lambda: not conflicts.isVisible())
    assert counter.slot("occupation").editor.value() == "教师"
    assert counter.stored(key).main.values["occupation"] == "教师"
    assert counter.page.can_leave()


def test_escape_brings_the_stored_value_back_before_it_leaves_the_card(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    slot = counter.slot("name")
    editor = counter.type_into(slot, "错字")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert slot.editor.value() == "张伟"
    assert counter.page.is_card_shown
    counter.qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not counter.page.is_card_shown
    assert counter.stored(key).name == "张伟"


def test_choices_are_picked_by_keys(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    field = counter.slot("gender").editor
    assert isinstance(field, ChoiceField)
    field.go()
    counter.qtbot.keyClick(field.control, Qt.Key.Key_F)
    counter.wait_for(lambda: counter.stored(key).main.values["gender"] is Gender.FEMALE)


def test_a_phone_is_added_made_the_main_one_and_removed(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    sheet = counter.page.card.sheet
    assert sheet is not None
    sheet.add_wanted.emit(Part.PHONE)
    phones = sheet.rows[Part.PHONE]
    counter.wait_for(lambda: len(phones.blocks) == 2)
    draft = phones.blocks[1]
    editor = counter.type_into(draft.slots["shown"], "０２８ 8555 1234")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Return)
    counter.wait_for(lambda: len(counter.stored(key).phones) == 2)
    counter.wait_for(lambda: draft.row_id is not None and draft.main.isEnabled())  # type: ignore[attr-defined]
    counter.qtbot.mouseClick(draft.main, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    counter.wait_for(lambda: counter.stored(key).phones[0].values["number"] == "02885551234")
    counter.qtbot.mouseClick(draft.remover, Qt.MouseButton.LeftButton)
    counter.wait_for(lambda: len(counter.stored(key).phones) == 1)
    counter.wait_for(lambda: len(phones.blocks) == 1)


def test_a_need_is_added_with_its_first_value_and_completed(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    sheet = counter.page.card.sheet
    assert sheet is not None
    counter.page.card.next_up.asks[0].click()
    counter.wait_for(lambda: len(sheet.rows[Part.NEED].blocks) == 1)
    block = sheet.rows[Part.NEED].blocks[0]
    editor = counter.type_into(block.slots["product"], "轩逸")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    counter.wait_for(lambda: [need.values["product"] for need in counter.stored(key).needs] == ["轩逸"])
    editor = counter.type_into(block.slots["budget_max"], "12万")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    counter.wait_for(lambda: str(counter.stored(key).needs[0].values["budget_max"]) == "120000")
    assert counter.stored(key).needs[0].values["is_open"] is True
    counter.wait_for(lambda: "轩逸" in counter.page.card.next_up.asks[0].text())


def test_a_missing_item_leads_to_its_field(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    missing = counter.page.card.missing
    asked = missing.asks[0]
    asked.setFocus()
    counter.qtbot.keyClick(asked, Qt.Key.Key_Space)
    slot = counter.page.card.focused_slot()
    assert slot is not None
    assert not slot.editor.value()


def test_a_phone_is_copied_by_key_as_it_is_dialled(counter: Counter) -> None:
    counter.open(counter.register())
    counter.slot("name").editor.go()
    counter.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert QApplication.clipboard().text() == "13800138000"


def test_what_is_typed_is_saved_before_the_paper_is_printed(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    counter.type_into(counter.slot("occupation"), "司机")
    counter.qtbot.mouseClick(counter.page.card.head.form, Qt.MouseButton.LeftButton)
    counter.wait_for(lambda: counter.printed == [("form", key)])
    counter.wait_for(lambda: counter.stored(key).main.values["occupation"] == "司机")


def test_a_deleted_card_leads_back_to_the_list_and_can_be_restored(counter: Counter) -> None:
    counter.register("13900000001", "李娜")
    key = counter.register()
    counter.show(2)
    counter.open(key)
    counter.qtbot.mouseClick(counter.page.card.head.deleter, Qt.MouseButton.LeftButton)
    counter.wait_for(lambda: not counter.page.is_card_shown)
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 1)
    counter.messages.history[-1].actions[0].run()
    counter.wait_for(lambda: len(counter.page.list.model.ids) == 2)


def test_enter_saves_and_goes_on_to_the_next_field(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    editor = counter.type_into(counter.slot("birth"), "lunar")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert counter.slot("birth").editor.error
    assert editor.hasFocus()
    editor.clear()  # type: ignore[attr-defined]
    counter.type(editor, "农历1990年闰五月初一")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Return)
    counter.wait_for(lambda: counter.slot("occupation").editor.editor().hasFocus())
    birth = PartialDate(calendar=BirthCalendar.LUNAR, year=1990, month=5, day=1, leap=True)
    counter.wait_for(lambda: counter.stored(key).main.values["birth"] == birth)


def test_a_region_is_picked_by_any_part_of_its_name(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    editor = counter.type_into(counter.slot("region_code"), "wuhou")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Return)
    counter.wait_for(lambda: counter.stored(key).main.values["region_code"] == "510107")
    assert "武侯区" in editor.text()  # type: ignore[attr-defined]


def test_a_company_gets_a_contact_person(counter: Counter) -> None:
    key = counter.register("02885551234", "成都云帆信息技术有限公司", kind=CustomerKind.COMPANY)
    counter.open(key)
    sheet = counter.page.card.sheet
    assert sheet is not None
    assert "gender" not in sheet.slots
    sheet.add_wanted.emit(Part.PERSON)
    counter.wait_for(lambda: len(sheet.rows[Part.PERSON].blocks) == 1)
    block = sheet.rows[Part.PERSON].blocks[0]
    counter.wait_for(lambda: block.slots["name"].editor.editor().hasFocus())
    editor = counter.type_into(block.slots["post"], "采购经理")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert counter.stored(key).people == ()
    editor = counter.type_into(block.slots["name"], "单雄信")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    counter.wait_for(lambda: len(counter.stored(key).people) == 1)
    person = counter.stored(key).people[0].values
    assert (person["name"], person["post"]) == ("单雄信", "采购经理")


def test_a_draft_without_its_name_keeps_the_card_open(counter: Counter) -> None:
    key = counter.register("02885551234", "成都云帆信息技术有限公司", kind=CustomerKind.COMPANY)
    counter.open(key)
    sheet = counter.page.card.sheet
    assert sheet is not None
    block = sheet.rows[Part.PERSON].add()
    counter.type_into(block.slots["post"], "采购经理")
    assert not counter.page.can_leave()
    assert block.slots["name"].editor.error
    counter.qtbot.mouseClick(block.remover, Qt.MouseButton.LeftButton)
    assert counter.page.can_leave()
    assert counter.stored(key).people == ()


def test_a_removed_row_comes_back_with_undo(counter: Counter) -> None:
    key = counter.register(vehicle={"model": "轩逸"})
    counter.open(key)
    sheet = counter.page.card.sheet
    assert sheet is not None
    counter.qtbot.mouseClick(sheet.rows[Part.VEHICLE].blocks[0].remover, Qt.MouseButton.LeftButton)
    counter.wait_for(lambda: counter.stored(key).vehicles == ())
    counter.slot("name").editor.go()
    counter.wait_for(lambda: bool(counter.messages.history))
    counter.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counter.wait_for(lambda: len(counter.stored(key).vehicles) == 1)
    counter.wait_for(lambda: len(sheet.rows[Part.VEHICLE].blocks) == 1)


def test_ctrl_z_in_a_field_being_typed_in_is_for_the_typing(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    editor = counter.type_into(counter.slot("wechat"), "first_one")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Tab)
    counter.wait_for(lambda: counter.stored(key).main.values["wechat"] == "first_one")
    editor = counter.type_into(counter.slot("email"), "a@b")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() != "a@b"  # type: ignore[attr-defined]
    assert counter.stored(key).main.values["wechat"] == "first_one"


def test_somebody_who_may_not_edit_sees_a_card_that_cannot_be_typed_into(counter: Counter) -> None:
    key = counter.register()
    counter.page.desk.tasks.actor = counter.founded.actor_with(
        Permission.FIND_CUSTOMERS, Permission.READ_CARD
    )
    counter.open(key)
    assert not counter.slot("name").editor.editor().isEnabled()
    assert not counter.page.card.head.log.isEnabled()
    assert not counter.page.card.head.form.isEnabled()
    assert not counter.page.card.head.deleter.isEnabled()
    assert not counter.page.card.happenings.attacher.isEnabled()


def test_only_a_lunar_birthday_asks_for_the_month_it_is_kept_in(counter: Counter) -> None:
    customer_id = counter.register(card={"birth": "农历1990年五月初一"})
    counter.open(customer_id)
    leap = counter.slot("birth_leap_policy")
    assert leap.editor.isVisible()
    leap.editor.pick(LeapPolicy.BOTH)  # type: ignore[attr-defined]
    counter.wait_for(lambda: counter.stored(customer_id).main.values["birth_leap_policy"] is LeapPolicy.BOTH)
    other = counter.register("13900139000", "李娜", card={"birth": "1990-05-01"})
    counter.open(other)
    assert not counter.slot("birth_leap_policy").editor.isVisible()
