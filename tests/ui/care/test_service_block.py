"""Services on the card, by keys: recorded, corrected, taken back; the due day says where it comes from."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders.caring import friend
from tests.builders.databases import Founded
from tests.ui.care.conftest import press, type_text
from ui.care.service_block import ServiceBlock
from ui.desk import Desk
from ui.messages import Messages

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
CAR = {"model": "速腾 1.4T", "plate": "川A12345", "bought_on": "2026-06-01"}


@pytest.fixture
def driver(branch: Founded) -> UUID:
    return friend(branch, car=CAR)


@pytest.fixture
def block(qtbot: QtBot, care_desk: Desk, driver: UUID) -> ServiceBlock:
    made = ServiceBlock(care_desk)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_customer(driver)
    qtbot.waitUntil(lambda: len(made.cars) == 1)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_car_shows_when_it_is_due_and_why(block: ServiceBlock) -> None:
    part = block.cars[0]
    assert part.name.text() == "速腾 1.4T  川A12345"
    assert part.due.accessibleName() == "下次保养 2026-12-01"
    assert part.reason.text() == "2026-06-01 购车 + 6 个月 = 2026-12-01"


def test_a_service_is_typed_without_the_mouse_and_undone(
    qtbot: QtBot, block: ServiceBlock, messages: Messages
) -> None:
    part = block.cars[0]
    part.add_service.setFocus()
    qtbot.keyClick(part.add_service, Qt.Key.Key_Space)
    for typed in ("机油机滤", None, "5000", "机油 4L", "60", "680"):
        if typed:
            type_text(qtbot, typed)
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "上次保养 2026-11-23" in part.reason.text())
    assert part.due.accessibleName() == "下次保养 2027-05-23"
    said = messages.history[-1]
    assert said.text == "已登记保养"
    said.actions[0].run()
    qtbot.waitUntil(lambda: "购车" in part.reason.text())


def test_a_refused_mileage_stands_at_its_field(qtbot: QtBot, block: ServiceBlock) -> None:
    part = block.cars[0]
    for typed in ("9000", "9100"):
        qtbot.keyClick(part.add_mileage, Qt.Key.Key_Space)
        type_text(qtbot, typed)
        press(qtbot, Qt.Key.Key_Return)
        press(qtbot, Qt.Key.Key_Return)
        if typed == "9000":
            qtbot.waitUntil(lambda: "9,000" in part.mileage.text())
    qtbot.waitUntil(lambda: part.mileage_form["mileage_km"].error != "")
    assert "已登记里程 9000 公里" in part.mileage_form["mileage_km"].error


def test_typing_outlasts_a_reload_and_the_past_can_be_corrected(qtbot: QtBot, block: ServiceBlock) -> None:
    part = block.cars[0]
    part.open_service()
    part.service_form["items"].edit.setText("半句话")  # type: ignore[attr-defined]
    block._reload()
    with qtbot.waitSignal(block.cars_shown):
        pass
    assert part.service_form["items"].edit.text() == "半句话"  # type: ignore[attr-defined]


def test_whoever_has_no_car_has_no_block(qtbot: QtBot, block: ServiceBlock, branch: Founded) -> None:
    other = friend(branch, "李四", "13900139000")
    block.show_customer(other)
    assert block.cars == []
    with qtbot.waitSignal(block.cars_shown) as told:
        pass
    assert told.args == [0]
    assert block.isHidden()


def test_a_car_gets_intervals_of_its_own(qtbot: QtBot, block: ServiceBlock) -> None:
    part = block.cars[0]
    part.own.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    type_text(qtbot, "0")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.intervals.form["months"].error != "")
    part.intervals.form["months"].go()
    press(qtbot, Qt.Key.Key_Delete)
    type_text(qtbot, "12")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "+ 12 个月 = 2027-06-01" in part.reason.text())
