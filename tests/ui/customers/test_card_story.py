"""What happened on a card: contacts logged by keys, files in and out, consents, and who entered what."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.states import ConsentPurpose, ContactWay
from tests.ui.customers.conftest import Counter
from ui.customers.story import FileKey


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
    offered = press.text()
    press.click()
    counter.wait_for(lambda: any(state.given for state in counter.stored(key).consents))
    counter.wait_for(lambda: press.text() != offered)
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


def test_a_file_dropped_on_the_card_is_attached_and_its_removal_taken_back(
    counter: Counter, tmp_path: Path
) -> None:
    key = counter.register()
    counter.open(key)
    scan = tmp_path / "身份证.jpg"
    scan.write_bytes(b"scan")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(scan))])
    how = (Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(counter.page.card, QDragEnterEvent(QPoint(200, 200), *how))
    QApplication.sendEvent(counter.page.card, QDropEvent(QPointF(200, 200), *how))
    timeline = counter.page.card.happenings.timeline

    def file_at() -> int:
        lines = timeline.entries.entries
        return next((n for n, line in enumerate(lines) if isinstance(line.key, FileKey)), -1)

    counter.wait_for(lambda: file_at() >= 0)
    timeline.setFocus()
    timeline.setCurrentIndex(timeline.entries.index(file_at()))
    counter.qtbot.keyClick(timeline, Qt.Key.Key_Delete)
    counter.wait_for(lambda: counter.stored(key).attachments == ())
    counter.wait_for(lambda: "身份证.jpg" in counter.messages.history[-1].text)
    counter.messages.history[-1].actions[0].run()
    counter.wait_for(lambda: [file.file_name for file in counter.stored(key).attachments] == ["身份证.jpg"])
