"""Tickets of a customer stand in the card's time line, and a new one begins there."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.builders.tickets import WORDS, taken
from tests.ui.customers.conftest import Counter
from ui.customers.story import TicketKey


def test_a_ticket_stands_in_the_time_line_and_opens(counter: Counter) -> None:
    customer_id = counter.register()
    with counter.founded.change() as work:
        ticket_id = taken(work, customer_id=customer_id)
        taken(work, complainant="别人")
    counter.open(customer_id)
    timeline = counter.page.card.happenings.timeline
    asked: list[tuple[str, object]] = []
    counter.navigation.wanted.connect(lambda name, subject: asked.append((name, subject)))

    def lines() -> list[object]:
        model = timeline.model()
        entries = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
        return [entry for entry in entries if isinstance(entry.key, TicketKey)]

    counter.qtbot.waitUntil(lambda: bool(lines()))
    (line,) = lines()
    assert WORDS in line.text  # type: ignore[attr-defined]
    timeline.opened.emit(line.key)  # type: ignore[attr-defined]
    assert asked == [("complaints", ticket_id)]


def test_ctrl_t_takes_a_new_one_for_this_customer(counter: Counter) -> None:
    customer_id = counter.register()
    counter.open(customer_id)
    asked: list[tuple[str, object]] = []
    counter.navigation.wanted.connect(lambda name, subject: asked.append((name, subject)))
    counter.page.card.head.back.setFocus()
    counter.qtbot.keyClick(counter.page.card.head.back, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    counter.qtbot.waitUntil(lambda: bool(asked))
    assert asked == [("complaints", ("new", customer_id))]
