"""The care page with real keys: who is greeted, how the text leaves, what is taken back, and who gets nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.care.records import CareKey
from app.customers.consents import record_consent
from app.states import ConsentPurpose, MessageState, Occasion
from db.models.care import CareAct, Gift, Message
from db.models.customers import Customer
from tests.builders.caring import friend
from tests.builders.databases import Founded
from tests.ui.care.conftest import press, type_text
from ui.care.page import CarePage
from ui.desk import Desk
from ui.messages import Messages

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def people(branch: Founded, care_desk: Desk) -> dict[str, UUID]:
    """Two to greet, one who did not agree; two of them have mailboxes."""
    return {
        "甲": friend(branch, "甲", "13800138001", birth="1990-11-23", email="jia@example.com"),
        "乙": friend(branch, "乙", "13800138002", birth="农历1986年十月十五"),
        "丙": friend(branch, "丙", "13800138003", birth="1990-11-23", agreed=(), email="bing@example.com"),
    }


@pytest.fixture
def page(qtbot: QtBot, care_desk: Desk, people: dict[str, UUID]) -> CarePage:
    made = CarePage(care_desk)
    qtbot.addWidget(made)
    made.resize(1260, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    wait(qtbot, lambda: len(made.occasions.model.ids) == 3 and made.occasions.compose.who.text() != "")
    made.focus_first()
    return made


def wait(qtbot: QtBot, what: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(what()), timeout=5000)


def stored(branch: Founded, model: type) -> list[Any]:
    with branch.read() as work:
        return list(work.session.scalars(select(model)))


def go_to(qtbot: QtBot, page: CarePage, name: str) -> None:
    """Arrow down the list until this person is shown."""
    view = page.occasions

    def is_shown() -> bool:
        row = view.model.row(view.table.currentIndex().row())
        return row is not None and view.compose.who.text() == row.name

    view.table.setFocus()
    view.table.go_to(0)
    for _ in range(3):
        wait(qtbot, is_shown)
        if view.compose.who.text() == name:
            return
        press(qtbot, Qt.Key.Key_Down)
    raise AssertionError(name)


def test_the_day_shows_who_may_be_greeted_and_why_not(qtbot: QtBot, page: CarePage) -> None:
    view = page.occasions
    assert view.title.text().startswith("生日 · 今天 11-23")
    assert view.counted.text() == "已选 2 位"
    assert view.why.text() == "不发送：未取得同意 1"
    texts = [view.days.groups.groups.index(n).data() for n in range(2)]
    assert texts[0].startswith("今天 11-23")
    assert texts[1].startswith("生日  2")
    go_to(qtbot, page, "乙")
    assert view.compose.text.toPlainText().startswith("【成都高新店】乙，生日快乐！")
    go_to(qtbot, page, "丙")
    assert view.compose.text.toPlainText() == ""
    assert view.compose.flaw.text() == "不发送：未取得同意"
    assert not view.compose.copy.isEnabled()


def test_boxes_are_set_by_space_and_all_by_one_key(qtbot: QtBot, page: CarePage) -> None:
    view = page.occasions
    go_to(qtbot, page, "丙")
    press(qtbot, Qt.Key.Key_Space)
    assert view.model.checked_count() == 2
    go_to(qtbot, page, "甲")
    press(qtbot, Qt.Key.Key_Space)
    assert view.counted.text() == "已选 1 位"
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.model.checked_count() == 2
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.model.checked_count() == 0
    assert not view.compose.gift.isEnabled()


def test_f9_asks_for_the_file_and_the_list_holds_those_chosen(
    qtbot: QtBot, page: CarePage, branch: Founded, messages: Messages, tmp_path: Path
) -> None:
    page.save()
    dialog = page.occasions.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "名单.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    wait(qtbot, lambda: messages.history and messages.history[-1].text == "已交出 2 条消息")
    with path.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    assert rows[0][0] == "手机号"
    assert sorted(row[0] for row in rows[1:]) == ["13800138001", "13800138002"]
    wait(qtbot, lambda: page.occasions.model.checked_count() == 0)
    messages.history[-1].actions[0].run()
    wait(qtbot, lambda: page.occasions.model.checked_count() == 2)
    assert stored(branch, Message) == []
    assert stored(branch, CareAct) == []
    assert not path.exists()


def test_a_mail_opens_in_the_mail_program_filled(
    qtbot: QtBot, page: CarePage, branch: Founded, messages: Messages
) -> None:
    view = page.occasions
    opened: list[QUrl] = []
    view.handing.open_url = opened.append
    go_to(qtbot, page, "甲")
    place = view.compose.template.findText("生日祝福（邮件）")
    view.compose.template.setFocus()
    while view.compose.template.currentIndex() != place:
        press(qtbot, Qt.Key.Key_Down)
    wait(qtbot, lambda: "没有邮箱" in view.why.text())
    go_to(qtbot, page, "甲")
    wait(qtbot, view.compose.mail.isEnabled)
    page.save()
    wait(qtbot, lambda: opened)
    url = opened[0].toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert url.startswith("mailto:jia@example.com?subject=")
    assert "祝您生日快乐" in unquote(url)
    assert [row.state for row in stored(branch, Message)] == [MessageState.HANDED]
    messages.history[-1].actions[1].run()
    wait(qtbot, lambda: [row.state for row in stored(branch, Message)] == [MessageState.SENT])


def test_whoever_withdrew_a_moment_ago_is_on_no_clipboard(
    qtbot: QtBot, page: CarePage, branch: Founded, people: dict[str, UUID], messages: Messages
) -> None:
    QGuiApplication.clipboard().setText("nothing")
    go_to(qtbot, page, "甲")
    page.desk.changes.blockSignals(True)  # the screen does not know yet
    with branch.change() as work:
        record_consent(work, people["甲"], ConsentPurpose.MARKETING, given=False)
    page.occasions.compose.copy.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    wait(qtbot, lambda: messages.history)
    assert messages.history[-1].text == "没有生成消息。 已撤回同意 1"
    assert QGuiApplication.clipboard().text() == "nothing"
    assert stored(branch, Message) == []


def test_the_text_is_copied_for_wechat(qtbot: QtBot, page: CarePage, branch: Founded) -> None:
    go_to(qtbot, page, "乙")
    wait(qtbot, page.occasions.compose.copy.isEnabled)
    page.occasions.compose.copy.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    wait(qtbot, lambda: "乙，生日快乐" in QGuiApplication.clipboard().text())
    assert len(stored(branch, CareAct)) == 1


def test_a_gift_is_typed_for_those_chosen_and_undone(
    qtbot: QtBot, page: CarePage, branch: Founded, messages: Messages
) -> None:
    page.occasions.compose.gift.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    for typed in ("保养券", None, "200", "KQ099", None):
        if typed:
            type_text(qtbot, typed)
        press(qtbot, Qt.Key.Key_Return)
    wait(qtbot, lambda: messages.history and messages.history[-1].text == "已登记 2 份礼品")
    assert sorted(row.serial for row in stored(branch, Gift)) == ["KQ099", "KQ100"]
    wait(qtbot, lambda: page.occasions.days.groups.groups.rows[1].is_done)
    messages.history[-1].actions[0].run()
    wait(qtbot, lambda: stored(branch, Gift) == [])


def test_passing_over_asks_for_a_reason(qtbot: QtBot, page: CarePage, branch: Founded) -> None:
    page.occasions.compose.skip.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)
    assert page.occasions.compose.skip_prompt.form["reason"].error != ""
    type_text(qtbot, "出国")
    press(qtbot, Qt.Key.Key_Return)
    wait(qtbot, lambda: [row.note for row in stored(branch, CareAct)] == ["出国", "出国"])


def test_a_call_names_its_matter_and_esc_puts_the_form_away(
    qtbot: QtBot, page: CarePage, branch: Founded
) -> None:
    go_to(qtbot, page, "甲")
    call = page.occasions.compose.call
    call.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.occasions.compose.call_prompt.isHidden()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)
    type_text(qtbot, "谢谢")
    page.occasions.compose.call_prompt.done.click()
    wait(qtbot, lambda: len(stored(branch, CareAct)) == 1)


def test_an_answer_that_asks_to_stop_is_obeyed(
    qtbot: QtBot, page: CarePage, branch: Founded, people: dict[str, UUID], messages: Messages
) -> None:
    go_to(qtbot, page, "乙")
    wait(qtbot, page.occasions.compose.copy.isEnabled)
    page.occasions.compose.copy.click()
    wait(qtbot, lambda: stored(branch, Message))
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view = page.messages
    wait(qtbot, view.sent.isEnabled)
    view.sent.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    wait(qtbot, lambda: view.where.text().endswith("已发送"))
    view.answer.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    type_text(qtbot, "退订")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    wait(qtbot, lambda: messages.history[-1].text == "今后不再向乙发送此类消息")
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    messages.history[-1].actions[0].run()
    wait(qtbot, lambda: [row.state for row in stored(branch, Message)] == [MessageState.SENT])
    with branch.read() as work:
        assert not work.get(Customer, people["乙"]).do_not_contact


def test_a_customer_opened_from_elsewhere_is_written_to(
    qtbot: QtBot, page: CarePage, people: dict[str, UUID]
) -> None:
    page.open_subject(people["甲"])
    wait(qtbot, lambda: len(page.occasions.model.ids) == 1)
    wait(
        qtbot,
        lambda: (
            "感谢您今天光临" in page.occasions.compose.text.toPlainText()
            or page.occasions.compose.flaw.text()
        ),
    )
    assert page.occasions.compose.flaw.text() == (
        "本店还没有填写“门店电话”：请在【设置】的【信头】中补上，或换一个模板。"
    )


def test_days_without_occasions_say_so(qtbot: QtBot, page: CarePage) -> None:
    days = page.occasions.days
    with qtbot.waitSignal(days.shown) as told:
        days.onward.click()
    assert told.args == [None]
    assert days.groups.groups.rows == []
    days.now.click()
    wait(qtbot, lambda: len(page.occasions.model.ids) == 3)


def test_an_occasion_is_opened_from_today_or_the_calendar(qtbot: QtBot, page: CarePage) -> None:
    key = CareKey(occasion=Occasion.FESTIVAL, on=date(2027, 2, 6), code="spring-festival")
    page.open_subject(key)
    wait(qtbot, lambda: page.occasions.title.text() == "春节 · 2027-02-06 周六")
    assert page.occasions.days.span.text() == "02-06 – 02-13"
    wait(qtbot, lambda: "新春快乐" in page.occasions.compose.text.toPlainText())
    page.open_subject(CareKey(occasion=Occasion.BIRTHDAY, on=date(2026, 11, 23)))
    wait(qtbot, lambda: page.occasions.title.text().startswith("生日 · 今天"))


def test_the_list_can_be_worked_through_on_paper(
    qtbot: QtBot, page: CarePage, messages: Messages, tmp_path: Path
) -> None:
    path = tmp_path / "名单.pdf"
    order = page.occasions._order(list(page.occasions.model.checked_ids()))
    assert order is not None
    page.occasions.handing.write_list(path, order)
    wait(qtbot, lambda: messages.history and messages.history[-1].text == "已交出 2 条消息")
    document = pdfium.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "客户关怀名单" in text
    assert "138 0013 8001" in text
    assert "138 0013 8003" not in text
