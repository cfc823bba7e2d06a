"""The way of tickets with real clicks: drawn, refused in words, released, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.complaints.facts import FACTS
from app.complaints.flows import flow_for
from app.complaints.records import Flow
from app.states import MoveEffect, Permission, StageState, TicketKind
from tests.builders.databases import Founded
from tests.builders.tickets import taken
from tests.ui.desks import real_desk
from ui.messages import Messages
from ui.settings.ticket_flows import TicketFlowsSection
from ui.widgets.line import LineField

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass
class Opened:
    """The section, and what stands behind it."""

    section: TicketFlowsSection
    founded: Founded
    messages: Messages
    qtbot: QtBot

    def flow(self) -> Flow:
        with self.founded.read() as work:
            return flow_for(work, TicketKind.COMPLAINT)

    def click(self, button: QPushButton) -> None:
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.section.desk.tasks.is_busy, timeout=10_000)

    def name_stage(self, text: str) -> None:
        field = self.section.form["zh"]
        assert isinstance(field, LineField)
        field.type_text(text)


@pytest.fixture
def opened(branch: Founded, messages: Messages, qtbot: QtBot) -> Iterator[Opened]:
    with branch.change() as work:
        taken(work)
    with real_desk(branch, messages) as desk:
        section = TicketFlowsSection(desk)
        section.resize(1100, 900)
        section.show()
        qtbot.waitExposed(section)
        made = Opened(section=section, founded=branch, messages=messages, qtbot=qtbot)
        section.reload()
        made.rest()
        yield made
        section.close()
        section.deleteLater()


def test_a_renamed_stage_is_released_and_taken_back(opened: Opened) -> None:
    section = opened.section
    assert not section.release.isEnabled()
    section.stages.setCurrentRow(1)
    opened.name_stage("派单")
    opened.click(section.rename_stage)
    assert section.has_unsaved()
    assert opened.flow().edition == 1
    opened.click(section.release)
    flow = opened.flow()
    assert (flow.edition, flow.stages[1].name_zh) == (2, "派单")
    assert not section.has_unsaved()
    assert "2" in opened.messages.history[-1].text
    assert "edition 1" in opened.messages.history[-1].text
    opened.messages.history[-1].actions[0].run()
    opened.rest()
    assert opened.flow().edition == 1
    assert section.draft is not None
    assert section.draft.edition == 1


def test_a_way_that_breaks_off_is_told_at_once_and_not_released(opened: Opened) -> None:
    section = opened.section
    section.stages.setCurrentRow(1)
    section.moves.selectRow(0)
    opened.click(section.remove_move)
    assert "接收" in section.faults.text() or "Accepted" in section.faults.text()
    assert not section.release.isEnabled()
    section.save()
    opened.rest()
    assert opened.flow().edition == 1
    opened.click(section.discard)
    assert not section.faults.isVisible()
    assert not section.has_unsaved()


def test_a_stage_is_added_with_moves_and_becomes_part_of_the_way(opened: Opened) -> None:
    section = opened.section
    section.stages.setCurrentRow(6)
    opened.name_stage("复核")
    section.state.pick(StageState.OPEN)
    opened.click(section.add_stage)
    assert section.stage == "stage"
    assert {move.effect.value for move in section.moves.moves} >= {"note", "wait", "resume", "withdraw"}
    assert "复核" in section.faults.text()
    ways = (
        ("carried-out", "stage", "送复核", MoveEffect.NOTE),
        ("stage", "told", "通过", MoveEffect.TELL),
    )
    for stage, to, name, effect in ways:
        section._choose(stage)
        section.moves.clearSelection()
        for field, text in (("zh", name), ("en", f"To {to}")):
            typed = section.move_form.form[field]
            assert isinstance(typed, LineField)
            typed.type_text(text)
        section.move_form.to.pick(to)
        section.move_form.effect.pick(effect)
        opened.click(section.add_move)
    assert section.faults.text() == ""
    opened.click(section.release)
    assert any(move.to_stage == "stage" and move.name_zh == "送复核" for move in opened.flow().moves)


def test_space_makes_a_fact_asked_then_needed_then_neither(opened: Opened) -> None:
    facts = opened.section.move_form.facts
    facts.setCurrentRow(list(FACTS).index("note"))
    seen = []
    for _ in range(3):
        opened.qtbot.keyClick(facts, Qt.Key.Key_Space)
        seen.append((facts.needs(), facts.asks()))
    assert seen == [((), ("note",)), (("note",), ()), ((), ())]


def test_without_the_right_nothing_can_be_drawn(branch: Founded, messages: Messages, qtbot: QtBot) -> None:
    with real_desk(branch, messages, actor=branch.actor_with(Permission.TAKE_TICKETS)) as desk:
        section = TicketFlowsSection(desk)
        section.reload()
        assert not section.add_stage.isEnabled()
        assert not section.release.isEnabled()
        section.deleteLater()
