"""Time limits with real keys: typed in hours or minutes, saved when left, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.complaints.limits import read_ticket_limits
from app.errors import UserError
from app.states import Clock, TicketKind
from tests.builders.databases import Founded
from tests.builders.tickets import taken
from tests.ui.desks import real_desk
from ui.messages import Messages
from ui.settings.ticket_limits import TicketLimitsSection, read_span, span_text
from ui.widgets.line import LineField


@pytest.mark.parametrize(
    ("typed", "minutes"), [("30", 30), ("45 分钟", 45), ("2h", 120), ("1.5 小时", 90), ("-", 0)]
)
def test_spans_are_read_as_people_type_them(typed: str, minutes: int) -> None:
    assert read_span(typed) == minutes
    assert read_span(span_text(minutes)) == minutes


def test_what_is_no_span_is_refused() -> None:
    with pytest.raises(UserError, match="ticket-limit-wrong"):
        read_span("soon")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_limit_is_saved_tells_what_moved_and_is_taken_back(
    branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    key = (TicketKind.COMPLAINT, "normal", Clock.ANSWER)
    with branch.change() as work:
        taken(work)
        before = read_ticket_limits(work)[key]
    with real_desk(branch, messages) as desk:
        section = TicketLimitsSection(desk)
        section.show()
        qtbot.waitExposed(section)
        section.activateWindow()
        section.reload()
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)
        field = section.form["normal.answer"]
        assert isinstance(field, LineField)
        field.go()
        field.edit.selectAll()
        qtbot.keyClicks(field.edit, "2 h")
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not desk.tasks.is_busy and bool(messages.history))
        with branch.read() as work:
            assert read_ticket_limits(work)[key] == 120
        assert "1" in messages.history[-1].text
        messages.history[-1].actions[0].run()
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)
        with branch.read() as work:
            assert read_ticket_limits(work)[key] == before
        section.close()
        section.deleteLater()
