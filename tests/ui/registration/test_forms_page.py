"""Booklets of numbered forms: issued, put on paper, and what became of their sheets."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.registration.forms import issue_batch, list_batches
from app.states import FormKind, Permission
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui.messages import Messages
from ui.registration.forms_page import FormsPage

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def previewed() -> list[UUID]:
    """Batches put on the preview."""
    return []


@pytest.fixture
def page(branch: Founded, messages: Messages, qtbot: QtBot, previewed: list[UUID]) -> Iterator[FormsPage]:
    """The page of somebody who may issue forms."""
    with real_desk(branch, messages) as desk:
        made = FormsPage(
            desk,
            {kind: (lambda _batch: None, previewed.append) for kind in FormKind},
        )
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        made.focus_first()
        yield made
        made.close()
        made.deleteLater()


def test_a_booklet_is_numbered_by_keys_and_put_on_the_preview(
    page: FormsPage, branch: Founded, qtbot: QtBot, previewed: list[UUID]
) -> None:
    def press(key: Qt.Key) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key)

    qtbot.keyClicks(QApplication.focusWidget(), "12")
    press(Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Li Na")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    with branch.read() as work:
        batch = list_batches(work)[0]
    assert (batch.sheets, batch.issued_to, batch.missing) == (12, "Li Na", 12)
    qtbot.waitUntil(lambda: previewed == [batch.id])


def test_a_booklet_of_visit_forms_is_named_as_such(
    page: FormsPage, branch: Founded, qtbot: QtBot, previewed: list[UUID]
) -> None:
    page.open_subject(FormKind.VISIT)
    page.form["issued_to"].set_value("李静")
    page.save()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    with branch.read() as work:
        batch = list_batches(work)[0]
    assert (batch.kind, batch.first_serial[-6:]) == (FormKind.VISIT, "V00001")
    qtbot.waitUntil(lambda: previewed == [batch.id])
    assert [page.table.item(0, 0).text(), page.table.item(0, 6).text()] == ["Visit", "李静"]  # type: ignore[union-attr]


def test_a_booklet_of_complaint_forms_is_numbered_and_looked_at(
    page: FormsPage, branch: Founded, qtbot: QtBot, previewed: list[UUID]
) -> None:
    page.open_subject(FormKind.COMPLAINT)
    page.save()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    with branch.read() as work:
        batch = list_batches(work)[0]
    assert (batch.kind, batch.first_serial[-6:]) == (FormKind.COMPLAINT, "C00001")
    qtbot.waitUntil(lambda: previewed == [batch.id])
    assert page.table.item(0, 0).text() == "Complaint"  # type: ignore[union-attr]


def test_a_number_out_of_range_is_refused_at_its_field(page: FormsPage, qtbot: QtBot) -> None:
    page.sheets.type_text("5000")
    page.save()
    qtbot.waitUntil(lambda: "5000" in page.sheets.error)


def test_a_spoilt_sheet_is_counted_and_an_unknown_one_refused(
    page: FormsPage, branch: Founded, qtbot: QtBot
) -> None:
    with branch.change() as work:
        serial = issue_batch(work, sheets=3).first_serial
    page.serial.type_text(serial.lower())
    page.spoil()
    qtbot.waitUntil(lambda: _figures(page)[2:] == ["1", "2"])
    page.serial.type_text("nonsense")
    page.spoil()
    qtbot.waitUntil(lambda: "NONSENSE" in page.serial.error)
    assert page.serial.text() == "nonsense"


def _figures(page: FormsPage) -> list[str]:
    """Sheets, entered, spoilt, missing of the newest booklet."""
    items = [page.table.item(0, column) for column in (2, 3, 4, 5)]
    return [item.text() for item in items if item is not None]


def test_who_may_not_issue_forms_is_told_so_on_the_button(
    branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    with real_desk(branch, messages, actor=branch.actor_with(Permission.PRINT_FORMS)) as desk:
        page = FormsPage(desk)
        qtbot.addWidget(page)
        assert not page.issue_button.isEnabled()
        assert page.issue_button.toolTip()
        assert page.table.isEnabled()
