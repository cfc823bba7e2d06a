"""Templates and festivals edited by keys; what cannot be filled is said at once; a clerk only reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.access.actor import Actor
from app.care.allowed import purpose_of
from app.care.festivals import read_festivals
from app.care.templates import TemplateRecord, read_templates
from app.states import ConsentPurpose, Occasion, Permission
from tests.builders.databases import Founded
from tests.ui.care.conftest import press, type_text
from tests.ui.desks import real_desk
from ui.care.templates_view import TemplatesView
from ui.desk import Desk
from ui.messages import Messages
from ui.widgets.note import NoteField

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def shown(qtbot: QtBot, desk: Desk) -> TemplatesView:
    view = TemplatesView(desk)
    qtbot.addWidget(view)
    view.resize(1200, 640)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.reload()
    qtbot.waitUntil(lambda: view.templates.count() > 0)
    return view


@pytest.fixture
def view(qtbot: QtBot, care_desk: Desk) -> TemplatesView:
    return shown(qtbot, care_desk)


def body_of(view: TemplatesView) -> NoteField:
    field = view.editor.form["body"]
    assert isinstance(field, NoteField)
    return field


def test_an_unknown_place_is_told_while_typing_and_refused_at_the_field(
    qtbot: QtBot, view: TemplatesView
) -> None:
    assert view.editor.example.text().startswith("示例：【成都高新店】张女士，生日快乐")
    body_of(view).go()
    type_text(qtbot, "{称乎}")
    assert "没有“称乎”这个填写位置" in view.editor.flaw.text()
    assert not view.templates.isEnabled()
    view.save()
    qtbot.waitUntil(lambda: "称乎" in view.editor.form["body"].error)
    view.discard.click()
    assert view.templates.isEnabled()
    assert view.editor.flaw.text() == ""


def test_a_new_template_is_typed_and_saved(qtbot: QtBot, view: TemplatesView, branch: Founded) -> None:
    view.new_template.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    type_text(qtbot, "客户活动邀请")
    body_of(view).go()
    type_text(qtbot, "您好")
    view.editor.put_in("称呼")
    assert "您好张女士" in view.editor.example.text()
    view.save()

    def kept() -> bool:
        with branch.read() as work:
            return "客户活动邀请" in [known.name for known in read_templates(work)]

    qtbot.waitUntil(kept)
    qtbot.waitUntil(lambda: isinstance(view._seen, TemplateRecord) and view._seen.name == "客户活动邀请")
    assert view.remove.isVisible()
    view.remove.click()
    qtbot.waitUntil(lambda: not kept())


def test_a_festival_can_be_set_aside(qtbot: QtBot, view: TemplatesView, branch: Founded) -> None:
    place = next(n for n in range(view.festivals.count()) if view.festivals.item(n).text() == "中秋节")
    view.festivals.setCurrentRow(place)
    assert view.festival.next.text() == "下一次：2027-09-15"
    view.festival.form["active"].editor().setFocus()
    press(qtbot, Qt.Key.Key_Space)
    view.save()

    def active() -> bool:
        with branch.read() as work:
            return next(known.active for known in read_festivals(work) if known.code == "mid-autumn")

    qtbot.waitUntil(lambda: not active())


def test_a_manager_says_which_consent_an_occasion_asks_for(
    qtbot: QtBot, view: TemplatesView, branch: Founded
) -> None:
    assert view.purpose.value() is ConsentPurpose.MARKETING
    view.purpose.go()
    press(qtbot, Qt.Key.Key_Left)

    def purpose() -> ConsentPurpose:
        with branch.read() as work:
            return purpose_of(work, Occasion.BIRTHDAY)

    qtbot.waitUntil(lambda: purpose() is ConsentPurpose.SERVICE)


def test_a_clerk_reads_what_a_manager_edits(
    qtbot: QtBot, care_desk: Desk, branch: Founded, messages: Messages
) -> None:
    clerk: Actor = branch.actor_with(Permission.READ_CARD, Permission.SEND_MESSAGES)
    with real_desk(branch, messages, actor=clerk) as desk:
        view = shown(qtbot, desk)
        assert not view.editor.isEnabled()
        assert not view.new_template.isEnabled()
        assert view.note.text() == "模板和节日由店长修改。"
        view.save()
        assert not messages.history
