"""The figures on screen: Enter on one lists its tickets, Enter there wants the ticket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders.databases import Founded
from tests.builders.tickets import taken
from tests.ui.desks import real_desk
from ui.complaints.figures_view import EMPTY, FULL, FiguresView
from ui.messages import Messages


@pytest.mark.parametrize("column", [1, 2])
def test_a_figure_opens_its_tickets(branch: Founded, qtbot: QtBot, column: int) -> None:
    with branch.change() as work:
        keys = {taken(work), taken(work)}
    with _shown(branch, qtbot) as (view, wanted):
        qtbot.waitUntil(lambda: view.states.currentIndex() == FULL, timeout=5_000)
        assert view.lines[-1].counts == view.table.total.counts if view.table else False
        view.figures.put_cursor(len(view.lines) - 1, column)
        qtbot.keyClick(view.figures, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(view.tickets) == 2, timeout=5_000)
        assert {line.id for line in view.tickets} == keys
        qtbot.keyClick(view.rows, Qt.Key.Key_Return)
        assert wanted == [view.tickets[0].id]
        qtbot.keyClick(view.rows, Qt.Key.Key_Escape)
        assert view.below.isHidden()


def test_a_typed_period_is_read_or_refused(branch: Founded, qtbot: QtBot) -> None:
    with _shown(branch, qtbot) as (view, _wanted):
        qtbot.waitUntil(lambda: view.states.currentIndex() == EMPTY, timeout=5_000)
        view.periods.buttons[-1].click()
        view.own.setText("soon")
        assert view.chosen_days() is None
        assert not view.bar.isHidden()
        view.own.setText("2026Q3")
        days = view.chosen_days()
        assert days is not None
        assert (days[0].isoformat(), days[1].isoformat()) == ("2026-07-01", "2026-09-30")


@contextmanager
def _shown(branch: Founded, qtbot: QtBot) -> Iterator[tuple[FiguresView, list[UUID]]]:
    with real_desk(branch, Messages()) as desk:
        view = FiguresView(desk)
        qtbot.addWidget(view)
        wanted: list[UUID] = []
        view.ticket_wanted.connect(wanted.append)
        view.resize(1200, 700)
        view.show()
        view.reload()
        yield view, wanted
