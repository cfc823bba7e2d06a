"""The figures with real keys on a real store: arrows, Enter into the rows, Enter to the card, tables saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.followups.figures.periods import Period
from app.states import Permission, RuleBasis, StepState
from app.work import Work
from tests.builders import followups as plant
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.customers.files import Paths
from ui.desk import Desk
from ui.followups.figure_words import COLUMNS
from ui.followups.figures_view import EMPTY, FULL, FiguresView
from ui.followups.page import CalendarPage
from ui.messages import Messages

NAMES = [column.name for column in COLUMNS]


@dataclass
class Shown:
    """The view on a branch with a few follow-ups of the last days."""

    view: FiguresView
    desk: Desk
    qtbot: QtBot
    messages: Messages
    saved_to: Path
    opened: list[tuple[str, object]] = field(default_factory=list)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.tasks.is_busy, timeout=10_000)

    def cell(self, name: str, row: int = 0) -> str:
        return self.view.people.texts.texts[row][NAMES.index(name) + 1]

    def go_to(self, name: str) -> None:
        """By arrows from the first cell."""
        self.view.focus_first()
        self.key(Qt.Key.Key_Home, self.view.people)
        for _ in range(NAMES.index(name) + 1):
            self.key(Qt.Key.Key_Right, self.view.people)

    def key(self, key: Qt.Key, widget: QWidget) -> None:
        self.qtbot.keyClick(widget, key)

    def rows(self) -> list[str]:
        self.rest()
        return [row.customer_name for row in self.view.rows.rows]


def _done(work: Work, name: str, days: int, late: int, *, success: bool) -> UUID:
    due = work.today() - timedelta(days=days)
    return plant.step_row(
        work,
        plant.customer(work, name, last_contact_at=work.now()),
        None,
        StepState.DONE,
        due_on=due,
        closed_at=plant.at(f"{due + timedelta(days=late)} 04:00"),
        closed_by=work.actor.account_id,
        owner_id=work.actor.account_id,
        outcome="satisfied",
        is_success=success,
    )


@pytest.fixture
def shown(branch: Founded, messages: Messages, qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    with branch.change() as work:
        plant.clear_rules(work)
        _done(work, "按时的", 9, 0, success=True)
        _done(work, "迟了的", 9, 5, success=False)
        waiting = plant.customer(work, "还没做的", last_contact_at=work.now())
        plant.step_row(work, waiting, None, due_on=work.today() - timedelta(days=6))
    target = tmp_path / "out.xlsx"
    paths = Paths(to_attach=lambda _parent, _title: [], to_save=lambda _parent, _title, _name: target)
    with real_desk(branch, messages) as desk:
        view = FiguresView(desk, paths)
        view.resize(1280, 680)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        made = Shown(view=view, desk=desk, qtbot=qtbot, messages=messages, saved_to=target)
        desk.navigation.wanted.connect(lambda page, subject: made.opened.append((page, subject)))
        with branch.read() as work:
            today = work.today()
        own_dates(made, today - timedelta(days=20), today)
        yield made
        view.close()
        view.deleteLater()


def own_dates(shown: Shown, first: date, last: date) -> None:
    view = shown.view
    shown.qtbot.mouseClick(view.periods.buttons[-1], Qt.MouseButton.LeftButton)
    shown.rest()
    view.days.fill({"first": first, "last": last})
    view.reload()
    shown.rest()


def test_figures_stand_by_person_with_one_line_for_all(shown: Shown) -> None:
    grid = shown.view.people.texts
    assert grid.texts[0][0] == shown.desk.tasks.actor.name
    assert len(grid.texts) == 3
    assert (shown.cell("due"), shown.cell("on_time_share"), shown.cell("mean_days_late")) == (
        "2",
        "50%",
        "4.0",
    )
    assert (shown.cell("due", 2), shown.cell("waiting", 2)) == ("3", "1")
    assert grid.strong == 2


def test_the_meaning_of_a_figure_follows_the_cursor(shown: Shown) -> None:
    shown.go_to("on_time_share")
    first = shown.view.meaning.text()
    assert "2026-1" in first
    shown.key(Qt.Key.Key_Right, shown.view.people)
    assert shown.view.meaning.text() not in ("", first)


def test_enter_opens_the_rows_and_enter_there_the_card(shown: Shown) -> None:
    shown.go_to("late")
    shown.key(Qt.Key.Key_Return, shown.view.people)
    assert shown.rows() == ["迟了的"]
    assert shown.view.rows.hasFocus()
    shown.key(Qt.Key.Key_Return, shown.view.rows)
    assert shown.opened == [("customers", shown.view.rows.rows[0].customer_id)]
    shown.key(Qt.Key.Key_Escape, shown.view.rows)
    assert shown.view.people.hasFocus()
    assert shown.view.below.currentIndex() == 0


def test_the_line_for_all_opens_the_rows_of_all(shown: Shown) -> None:
    shown.go_to("due")
    shown.key(Qt.Key.Key_Down, shown.view.people)
    shown.key(Qt.Key.Key_Down, shown.view.people)
    shown.key(Qt.Key.Key_Return, shown.view.people)
    assert sorted(shown.rows()) == sorted(["按时的", "迟了的", "还没做的"])


def test_mean_lateness_opens_what_was_late_and_what_waits(shown: Shown) -> None:
    shown.go_to("mean_days_late")
    for _ in range(2):
        shown.key(Qt.Key.Key_Down, shown.view.people)
    shown.key(Qt.Key.Key_Return, shown.view.people)
    assert sorted(shown.rows()) == sorted(["迟了的", "还没做的"])


def test_a_period_without_anything_says_so_and_one_the_wrong_way_round_is_refused(shown: Shown) -> None:
    own_dates(shown, date(2020, 1, 1), date(2020, 1, 31))
    assert shown.view.states.currentIndex() == EMPTY
    own_dates(shown, date(2020, 2, 1), date(2020, 1, 31))
    assert shown.view.days["last"].error
    shown.qtbot.mouseClick(shown.view.periods.buttons[0], Qt.MouseButton.LeftButton)
    shown.rest()
    assert shown.view.table is not None
    assert (shown.view.table.last - shown.view.table.first).days == 6


def test_figures_and_rows_are_saved_as_tables(shown: Shown) -> None:
    from python_calamine import CalamineWorkbook

    shown.qtbot.mouseClick(shown.view.export, Qt.MouseButton.LeftButton)
    shown.rest()
    first = CalamineWorkbook.from_path(str(shown.saved_to)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in first[1:]] == [2, 1, 3]
    shown.go_to("late")
    shown.key(Qt.Key.Key_Return, shown.view.people)
    shown.rows()
    shown.qtbot.mouseClick(shown.view.export_rows, Qt.MouseButton.LeftButton)
    shown.rest()
    rows = CalamineWorkbook.from_path(str(shown.saved_to)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:]] == ["迟了的"]
    assert len(shown.messages.history) == 2


def test_a_table_that_is_cut_says_so(shown: Shown, monkeypatch: pytest.MonkeyPatch, branch: Founded) -> None:
    assert not shown.view.bar.text
    monkeypatch.setattr("app.followups.figures.reading.STEPS_MOST", 0)
    with branch.change() as work:
        plant.rule(work, RuleBasis.CLASS, 30, code="key")
        plant.customer(work, "谁也没碰", class_code="key", last_contact_at=work.now() - timedelta(days=40))
    shown.view.reload()
    shown.qtbot.waitUntil(lambda: bool(shown.view.bar.text), timeout=10_000)


def test_without_the_right_one_sees_only_ones_own_and_saves_nothing(
    branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    with branch.change() as work:
        plant.clear_rules(work)
        nobodys = plant.customer(work, "没人的", last_contact_at=work.now())
        plant.step_row(work, nobodys, None, due_on=work.today() - timedelta(days=5))
    clerk = branch.actor_with(Permission.PLAN_FOLLOWUPS)
    with real_desk(branch, messages, actor=clerk) as desk:
        view = FiguresView(desk)
        qtbot.addWidget(view)
        view.reload()
        qtbot.waitUntil(lambda: view.table is not None, timeout=10_000)
        assert view.states.currentIndex() == EMPTY
        assert not view.export.isEnabled()
        assert not view.export_rows.isEnabled()


def test_the_figures_are_a_tab_of_the_calendar(branch: Founded, messages: Messages, qtbot: QtBot) -> None:
    with branch.change() as work:
        plant.clear_rules(work)
        _done(work, "按时的", 0, 0, success=True)
    with real_desk(branch, messages) as desk:
        page = CalendarPage(desk)
        qtbot.addWidget(page)
        page.show()
        page.open_subject("figures")
        view = page.tab
        assert isinstance(view, FiguresView)
        assert view.choices[view.periods.index()] is Period.THIS_MONTH
        qtbot.waitUntil(lambda: view.states.currentIndex() == FULL, timeout=10_000)
        page.hide()
