"""The card edited in place with real keys: nothing lost, nothing overwritten, everything with its way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.customers.fields import Part
from app.states import ConsentPurpose, ContactWay, Gender
from tests.ui.customers.conftest import Counter
from ui.customers.story import FileKey
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


def test_a_contact_is_logged_by_keys_and_shows_on_the_time_line(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    counter.slot("name").editor.go()
    counter.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    contact = counter.page.card.happenings.contact
    counter.wait_for(lambda: contact.form["matter"].editor().hasFocus())
    counter.type(contact.form["matter"].editor(), "回访试驾")
    counter.qtbot.keyClick(contact.form["matter"].editor(), Qt.Key.Key_Return)
    counter.type(contact.form["answer"].editor(), "满意")
    counter.qtbot.keyClick(
        contact.form["answer"].editor(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    counter.qtbot.keyClick(contact.form["result"].editor(), Qt.Key.Key_Return)
    counter.type(contact.form["next_step"].editor(), "周五再联系")
    counter.qtbot.keyClick(contact.form["next_step"].editor(), Qt.Key.Key_Return)
    counter.wait_for(lambda: counter.stored(key).entries[0].matter == "回访试驾")
    entry = counter.stored(key).entries[0]
    assert (entry.way, entry.answer, entry.next_step) == (ContactWay.COUNTER, "满意", "周五再联系")
    lines = counter.page.card.happenings.timeline.entries
    counter.wait_for(lambda: any("回访试驾" in line.title for line in lines.entries))
    counter.wait_for(lambda: not contact.isVisible())


def test_a_contact_without_a_matter_is_not_saved(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    before = len(counter.stored(key).entries)
    counter.page.card.log_contact()
    contact = counter.page.card.happenings.contact
    counter.qtbot.mouseClick(contact.saver, Qt.MouseButton.LeftButton)
    assert contact.form["matter"].error
    assert len(counter.stored(key).entries) == before


def test_files_are_attached_and_copied_out_again(counter: Counter, tmp_path: Path) -> None:
    key = counter.register()
    counter.open(key)
    scan = tmp_path / "登记表扫描.png"
    scan.write_bytes(b"not really a picture")
    counter.attached.append(scan)
    happenings = counter.page.card.happenings
    counter.qtbot.mouseClick(happenings.attacher, Qt.MouseButton.LeftButton)
    counter.wait_for(lambda: len(counter.stored(key).attachments) == 1)
    counter.wait_for(
        lambda: any(isinstance(line.key, FileKey) for line in happenings.timeline.entries.entries)
    )
    copy = tmp_path / "copy.png"
    counter.copies.append(copy)
    at = next(
        number
        for number, line in enumerate(happenings.timeline.entries.entries)
        if isinstance(line.key, FileKey)
    )
    happenings.timeline.setCurrentIndex(happenings.timeline.entries.index(at))
    happenings.timeline.setFocus()
    counter.qtbot.keyClick(happenings.timeline, Qt.Key.Key_Return)
    counter.wait_for(copy.exists)
    counter.wait_for(lambda: copy.read_bytes() == b"not really a picture")


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(counter: Counter, tmp_path: Path) -> None:
    counter.open(counter.register())
    counter.page.card.happenings.attach([tmp_path / "gone.pdf"])
    counter.wait_for(lambda: any("gone.pdf" in message.text for message in counter.messages.history))


def test_consent_is_given_and_withdrawn_with_one_press_each(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    sheet = counter.page.card.sheet
    assert sheet is not None
    press = sheet.consents.buttons[ConsentPurpose.MARKETING]
    press.click()
    counter.wait_for(lambda: any(state.given for state in counter.stored(key).consents))
    before = press.text()
    counter.wait_for(lambda: press.text() != "Agrees" and bool(before))
    press.click()
    counter.wait_for(lambda: not any(state.given for state in counter.stored(key).consents))


def test_who_entered_a_value_is_told_for_the_focused_field(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    counter.slot("name").editor.go()
    counter.wait_for(lambda: "王芳" in counter.page.card.mark_line.text())
    assert "前台一号机" in counter.page.card.mark_line.text()


def test_the_history_tab_tells_old_and_new(counter: Counter) -> None:
    key = counter.register()
    counter.open(key)
    counter.edit_elsewhere(key, "wechat", "first_wechat")
    counter.edit_elsewhere(key, "wechat", "second_wechat")
    lines = counter.page.card.happenings.timeline.entries
    counter.wait_for(lambda: any("first_wechat → second_wechat" in line.text for line in lines.entries))


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
