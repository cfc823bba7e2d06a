"""Taking a ticket by keyboard: who, what happened, F9; earlier ones stand beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.complaints.listing import TicketFilter, list_tickets
from app.complaints.reading import read_ticket
from app.states import TicketKind, TicketLevel
from tests.builders.cards import walk_in
from tests.builders.databases import Founded
from tests.builders.tickets import WORDS, taken
from tests.ui.desks import real_desk
from ui.complaints.intake_view import IntakeView
from ui.messages import Messages


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def intake(branch: Founded, qtbot: QtBot, messages: Messages) -> Iterator[IntakeView]:
    with real_desk(branch, messages) as desk:
        view = IntakeView(desk)
        qtbot.addWidget(view)
        view.resize(1200, 700)
        view.show()
        view.reload()
        qtbot.waitUntil(lambda: view.form["channel_code"].value() == "phone")
        yield view
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)


def _type(view: IntakeView, name: str, text: str) -> None:
    """As an input method would: keys alone cannot type Chinese."""
    field = view.form[name]
    field.go()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field.editor(), event)


def test_a_stranger_is_taken_by_name_and_phone(
    branch: Founded, intake: IntakeView, qtbot: QtBot, messages: Messages
) -> None:
    _type(intake, "who", "赵敏")
    _type(intake, "phone", "13811112222")
    _type(intake, "matter", WORDS)
    assert intake.has_unsaved()
    intake.save()
    qtbot.waitUntil(lambda: bool(messages.history))
    with branch.read() as work:
        (line,) = list_tickets(work, TicketFilter())
    assert (line.customer_name, line.matter, line.phone) == ("赵敏", WORDS, "138 1111 2222")
    assert line.number in messages.history[-1].text
    assert not intake.has_unsaved()


def test_nothing_is_taken_without_what_happened(intake: IntakeView, qtbot: QtBot, messages: Messages) -> None:
    _type(intake, "who", "赵敏")
    intake.save()
    assert intake.form["matter"].error
    _type(intake, "matter", WORDS)
    qtbot.keyClick(intake.fields.who.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(intake.fields.who.edit, Qt.Key.Key_Delete)
    intake.save()
    qtbot.waitUntil(lambda: bool(intake.form["phone"].error))
    assert not messages.history


def test_the_same_customer_again_is_shown_and_the_third_escalates(
    branch: Founded, intake: IntakeView, qtbot: QtBot, messages: Messages
) -> None:
    customer_id = walk_in(branch, name="单雄信", phone="13800138000").customer_id
    with branch.change() as work:
        for _ in range(2):
            taken(work, customer_id=customer_id)
    intake.open_subject(customer_id)
    qtbot.waitUntil(lambda: intake.fields.who.value() == customer_id)
    _type(intake, "matter", WORDS)
    qtbot.waitUntil(intake.beside.warning.isVisible)
    assert len(intake.beside.lines) == 2
    with qtbot.waitSignal(intake.ticket_wanted):
        intake.beside.lines[0].click()
    intake.save()
    qtbot.waitUntil(lambda: bool(messages.history))
    with branch.read() as work:
        levels = [line.level for line in list_tickets(work, TicketFilter())]
    assert sorted(levels) == sorted([TicketLevel.ESCALATED, TicketLevel.ORDINARY, TicketLevel.ORDINARY])


def test_an_inquiry_asks_for_less_and_is_answered_at_once(
    branch: Founded, intake: IntakeView, qtbot: QtBot, messages: Messages
) -> None:
    intake.form["kind"].pick(TicketKind.INQUIRY)  # type: ignore[attr-defined]
    assert intake.form["wish_code"].isHidden()
    _type(intake, "who", "赵敏")
    _type(intake, "matter", "几点开门")
    _type(intake, "answered", "早上九点")
    intake.save()
    qtbot.waitUntil(lambda: bool(messages.history))
    with branch.read() as work:
        (line,) = list_tickets(work, TicketFilter(kind=TicketKind.INQUIRY))
        card = read_ticket(work, line.id)
    assert [step.effect.value for step in card.steps] == ["answer"]
    assert card.answered_at is not None


def test_starting_anew_can_be_taken_back(intake: IntakeView, qtbot: QtBot, messages: Messages) -> None:
    _type(intake, "who", "赵敏")
    _type(intake, "matter", WORDS)
    editor = intake.form["matter"].editor()
    qtbot.keyClick(editor, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not intake.form["matter"].value()
    messages.history[-1].actions[0].run()
    assert intake.form["matter"].value() == WORDS
    assert intake.fields.who.name_typed == "赵敏"
    assert intake.has_unsaved()


def test_evidence_that_went_away_is_refused_and_nothing_is_taken(
    branch: Founded, intake: IntakeView, qtbot: QtBot, messages: Messages, tmp_path: Path
) -> None:
    _type(intake, "who", "赵敏")
    _type(intake, "matter", WORDS)
    intake._files = [tmp_path / "gone.png"]
    intake.save()
    qtbot.waitUntil(lambda: bool(messages.history))
    assert "gone.png" in messages.history[-1].text
    assert intake.form["matter"].value() == WORDS
    with branch.read() as work:
        assert list_tickets(work, TicketFilter()) == ()
