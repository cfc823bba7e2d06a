"""The common problems with real clicks: grouped as suggested, by hand, improved, checked, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.complaints.improvements import add_improvement, improvement_done
from app.complaints.problem_reading import list_problems, read_problem
from app.complaints.problem_records import NewImprovement, NewProblem, ProblemCard
from app.complaints.problems import edit_problem, found_problem
from app.states import Permission, ProblemState
from tests.builders.caring import TODAY, set_day
from tests.builders.databases import Founded
from tests.builders.problems import category, complaint
from tests.ui.desks import real_desk
from ui import i18n
from ui.complaints.problems_view import ProblemsView
from ui.desk import Desk
from ui.i18n import Language
from ui.messages import Messages

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def desk(qapp: QApplication, branch: Founded, messages: Messages) -> Iterator[Desk]:
    i18n.install(qapp, Language.CHINESE)
    set_day(branch)
    with real_desk(branch, messages) as made:
        yield made


@pytest.fixture
def tickets(branch: Founded, desk: Desk) -> list[UUID]:
    return [complaint(branch, TODAY - timedelta(days=day), cause_code="workmanship") for day in range(3)]


def opened(qtbot: QtBot, desk: Desk) -> ProblemsView:
    view = ProblemsView(desk)
    qtbot.addWidget(view)
    view.resize(1260, 680)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.reload()
    return view


def wait(qtbot: QtBot, what: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(what()), timeout=5000)


def click(qtbot: QtBot, part: QWidget) -> None:
    wait(qtbot, part.isVisible)
    assert part.isEnabled()
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def say_back(messages: Messages) -> None:
    """Undo of the last message."""
    messages.history[-1].actions[0].run()


def only(branch: Founded) -> ProblemCard:
    with branch.read() as work:
        [line] = list_problems(work)
        return read_problem(work, line.id)


def test_a_suggestion_is_grouped_and_taken_back(
    qtbot: QtBot, desk: Desk, branch: Founded, tickets: list[UUID], messages: Messages
) -> None:
    view = opened(qtbot, desk)
    wait(qtbot, lambda: view.rows)
    click(qtbot, view.rows[0].group)
    assert view.prompt.form["title"].value() == "维修质量 / 钣金/喷漆"
    click(qtbot, view.prompt.done)
    wait(qtbot, lambda: view.card.card is not None)
    assert not view.rows
    made = only(branch)
    assert {ticket.id for ticket in made.tickets} == set(tickets)
    assert (made.category_id, made.line.cause_code) == (category(branch), "workmanship")
    assert made.line.owner == "王芳"
    say_back(messages)
    wait(qtbot, lambda: not view.table.keys and view.rows)


def test_tickets_chosen_by_hand_join_the_problem_shown(
    qtbot: QtBot, desk: Desk, branch: Founded, tickets: list[UUID], messages: Messages
) -> None:
    with branch.change() as work:
        key = found_problem(work, NewProblem(title="色差"))
    view = opened(qtbot, desk)
    wait(qtbot, lambda: view.table.keys)
    view.table.setFocus()
    view.table.selectRow(0)
    wait(qtbot, lambda: view.card.card is not None)
    click(qtbot, view.names.buttons[1])
    assert not view.add.isEnabled()
    for row, modifier in ((0, Qt.KeyboardModifier.NoModifier), (2, Qt.KeyboardModifier.ControlModifier)):
        spot = view.free.visualRect(view.free.model().index(row, 1)).center()
        qtbot.mouseClick(view.free.viewport(), Qt.MouseButton.LeftButton, modifier, spot)
    click(qtbot, view.add)
    wait(qtbot, lambda: view.card.card is not None and view.card.card.line.tickets == 2)
    assert {ticket.id for ticket in only(branch).tickets} == {tickets[0], tickets[2]}
    click(qtbot, view.card.buttons[("ungroup", tickets[0])])
    wait(qtbot, lambda: view.card.card is not None and view.card.card.line.tickets == 1)
    say_back(messages)
    wait(qtbot, lambda: view.card.card is not None and view.card.card.line.tickets == 2)
    with qtbot.waitSignal(view.ticket_wanted) as told:
        click(qtbot, view.card.buttons[("open", tickets[0])])
    assert told.args == [tickets[0]]
    assert view.card.card is not None
    assert view.card.card.line.id == key


def test_a_measure_is_planned_done_and_checked(
    qtbot: QtBot, desk: Desk, branch: Founded, messages: Messages
) -> None:
    set_day(branch, TODAY - timedelta(days=10))
    with branch.change() as work:
        key = found_problem(work, NewProblem(title="色差", category_id=category(branch)))
        measure = add_improvement(work, key, NewImprovement(measure="换比色卡", due_on=TODAY))
        improvement_done(work, measure, TODAY - timedelta(days=10))
    complaint(branch, TODAY - timedelta(days=12))
    set_day(branch)
    view = opened(qtbot, desk)
    view.open_subject(key)
    wait(qtbot, lambda: ("check", measure) in view.card.buttons)
    click(qtbot, view.card.buttons[("check", measure)])
    wait(qtbot, view.card.check.isVisible)
    assert "措施前 10 天 1 个工单，措施后 10 天 0 个工单" in view.card.check.counts.text()
    assert view.card.check.form["is_effective"].value() is True
    click(qtbot, view.card.check.done)
    assert view.card.check.form["finding"].error  # the finding is asked for
    view.card.check.form["finding"].editor().setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "none came")
    click(qtbot, view.card.check.done)
    wait(qtbot, lambda: only(branch).line.state is ProblemState.SETTLED)
    wait(qtbot, lambda: ("uncheck", measure) in view.card.buttons)
    say_back(messages)
    wait(qtbot, lambda: only(branch).line.state is ProblemState.CHECKING)


def test_typing_is_kept_while_somebody_else_changes_the_problem(
    qtbot: QtBot, desk: Desk, branch: Founded, messages: Messages
) -> None:
    with branch.change() as work:
        key = found_problem(work, NewProblem(title="色差"))
    view = opened(qtbot, desk)
    view.open_subject(key)
    wait(qtbot, lambda: view.card.card is not None)
    click(qtbot, view.card.edit)
    view.prompt.form["title"].go()
    qtbot.keyClicks(QApplication.focusWidget(), "mine")
    assert view.has_unsaved()
    assert not view.can_leave()
    with branch.change() as work:
        edit_problem(work, key, NewProblem(title="别人"), seen=1)
    view.reload()
    wait(qtbot, lambda: view.card.card is not None and view.card.card.line.title == "别人")
    view.save()
    wait(qtbot, lambda: "同一" in messages.history[-1].text or "别人" in messages.history[-1].text)
    assert only(branch).line.title == "别人"
    assert "mine" in str(view.prompt.form["title"].value())


def test_who_takes_tickets_sees_and_changes_nothing(
    qtbot: QtBot, branch: Founded, desk: Desk, tickets: list[UUID], messages: Messages
) -> None:
    with branch.change() as work:
        key = found_problem(work, NewProblem(title="色差"))
    with real_desk(branch, messages, actor=branch.actor_with(Permission.TAKE_TICKETS)) as clerk:
        view = opened(qtbot, clerk)
        view.open_subject(key)
        wait(qtbot, lambda: view.card.card is not None)
        for part in (view.new, view.card.plan, view.card.edit, view.rows[0].group):
            assert not part.isVisible()
