"""The category tree with real keys: one added beneath, taken back, moved, switched off, kept while unsaved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.complaints.categories import CategoryRow, read_category_rows
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.messages import Messages
from ui.settings.ticket_categories import TicketCategoriesSection
from ui.widgets.choice import CheckField
from ui.widgets.line import LineField

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def section(branch: Founded, messages: Messages, qtbot: QtBot) -> Iterator[TicketCategoriesSection]:
    with real_desk(branch, messages) as desk:
        made = TicketCategoriesSection(desk)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        made.reload()
        qtbot.waitUntil(lambda: bool(made.rows) and not desk.tasks.is_busy)
        yield made
        made.close()
        made.deleteLater()


def _rows(branch: Founded) -> tuple[CategoryRow, ...]:
    with branch.read() as work:
        return read_category_rows(work)


def _type(section: TicketCategoriesSection, qtbot: QtBot, name: str, text: str) -> None:
    field = section.form[name]
    assert isinstance(field, LineField)
    field.go()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, text)


def _wait(section: TicketCategoriesSection, qtbot: QtBot, said: int) -> None:
    tasks = section.desk.tasks
    qtbot.waitUntil(lambda: not tasks.is_busy and len(section.desk.messages.history) >= said)


def _root_key(section: TicketCategoriesSection) -> object:
    root = section.tree.topLevelItem(0)
    assert root is not None
    return root.data(0, Qt.ItemDataRole.UserRole)


def _choose(section: TicketCategoriesSection, number: int) -> None:
    item = section.tree.topLevelItem(number)
    assert item is not None
    section.tree.setCurrentItem(item)


def test_one_is_added_beneath_the_chosen_and_taken_back(
    section: TicketCategoriesSection, branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    _choose(section, 0)
    assert not section.has_unsaved()
    qtbot.mouseClick(section.add_below, Qt.MouseButton.LeftButton)
    _type(section, qtbot, "name_zh", "Charger")
    section.save()
    _wait(section, qtbot, 1)
    added = next(row for row in _rows(branch) if row.draft.name_zh == "Charger")
    assert added.draft.parent_id == _root_key(section)
    assert not added.draft.for_all
    assert not section.has_unsaved()
    messages.history[-1].actions[0].run()
    qtbot.waitUntil(lambda: not section.desk.tasks.is_busy)
    assert not next(row for row in _rows(branch) if row.draft.id == added.draft.id).draft.active


def test_one_is_moved_and_switched_off(
    section: TicketCategoriesSection, branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    first = _root_key(section)
    _choose(section, 0)
    qtbot.mouseClick(section.down, Qt.MouseButton.LeftButton)
    _wait(section, qtbot, 1)
    assert [row.draft.id for row in _rows(branch) if row.depth == 0][1] == first
    messages.history[-1].actions[0].run()
    qtbot.waitUntil(lambda: not section.desk.tasks.is_busy)
    assert _rows(branch)[0].draft.id == first
    active = section.form["active"]
    assert isinstance(active, CheckField)
    active.box.click()
    assert section.has_unsaved()
    section.save()
    _wait(section, qtbot, 2)
    assert not _rows(branch)[0].draft.active
    assert not section.has_unsaved()


def test_typing_is_not_lost_to_another_choice(section: TicketCategoriesSection, qtbot: QtBot) -> None:
    _choose(section, 0)
    _type(section, qtbot, "name_zh", "Renamed")
    assert section.has_unsaved()
    _choose(section, 1)
    assert section.form["name_zh"].value() == "Renamed"
    assert not section.bar.isHidden()
