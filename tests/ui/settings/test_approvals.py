"""Approval limits and substitutes with real keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.complaints.approvals import read_approval_limits, read_substitutes
from app.states import Permission
from db.base import new_key
from db.models.access import Account
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.messages import Messages
from ui.settings.approvals import ApprovalsSection
from ui.widgets.line import LineField

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass
class Opened:
    """The section, and what stands behind it."""

    section: ApprovalsSection
    founded: Founded
    messages: Messages
    qtbot: QtBot

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.section.desk.tasks.is_busy, timeout=10_000)

    def type_amount(self, role: str, text: str) -> LineField[str]:
        field = self.section.form[role]
        assert isinstance(field, LineField)
        field.go()
        field.edit.selectAll()
        self.qtbot.keyClicks(field.edit, text)
        self.qtbot.keyClick(field.edit, Qt.Key.Key_Return)
        self.rest()
        return field

    def amount(self, role: str) -> Decimal | None:
        with self.founded.read() as work:
            return next(limit.amount for limit in read_approval_limits(work) if limit.role_code == role)


@pytest.fixture
def opened(branch: Founded, messages: Messages, qtbot: QtBot) -> Iterator[Opened]:
    with branch.change() as work:
        work.session.add(Account(id=new_key(), login="li", name="李静", password_hash="-"))
    with real_desk(branch, messages) as desk:
        section = ApprovalsSection(desk)
        section.resize(1000, 640)
        section.show()
        qtbot.waitExposed(section)
        section.activateWindow()
        made = Opened(section=section, founded=branch, messages=messages, qtbot=qtbot)
        section.reload()
        made.rest()
        yield made
        section.close()
        section.deleteLater()


def test_an_amount_is_saved_when_left_and_taken_back(opened: Opened) -> None:
    before = opened.amount("manager")
    opened.type_amount("manager", "8000")
    assert opened.amount("manager") == Decimal(8_000)
    opened.messages.history[-1].actions[0].run()
    opened.rest()
    assert opened.amount("manager") == before
    opened.type_amount("manager", "-")
    assert opened.amount("manager") is None


def test_what_is_no_amount_is_refused_at_its_field(opened: Opened) -> None:
    before = opened.amount("manager")
    assert opened.type_amount("manager", "-5").error
    assert opened.amount("manager") == before


def test_a_substitute_is_named_and_ended(opened: Opened) -> None:
    section, today = opened.section, opened.founded.store.clock().astimezone().date()
    other = next(choice for choice in section.substitute._choices if choice.text == "李静")
    section.substitute.pick(other.value)
    section.stand_in["first_on"].set_value(today)
    section.stand_in["last_on"].set_value(today + timedelta(days=3))
    opened.qtbot.mouseClick(section.keep, Qt.MouseButton.LeftButton)
    opened.rest()
    with opened.founded.read() as work:
        assert [record.substitute for record in read_substitutes(work)] == ["李静"]
    section.table.selectRow(0)
    opened.qtbot.mouseClick(section.end, Qt.MouseButton.LeftButton)
    opened.rest()
    with opened.founded.read() as work:
        assert read_substitutes(work) == ()


def test_without_the_right_amounts_rest(branch: Founded, messages: Messages, qtbot: QtBot) -> None:
    with real_desk(branch, messages, actor=branch.actor_with(Permission.TAKE_TICKETS)) as desk:
        section = ApprovalsSection(desk)
        section.reload()
        qtbot.waitUntil(lambda: not desk.tasks.is_busy and bool(section.form.fields), timeout=10_000)
        assert not section.form["manager"].isEnabled()
        assert not section.keep.isEnabled()
        section.deleteLater()
