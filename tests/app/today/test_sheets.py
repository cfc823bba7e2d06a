"""Sheets of a booklet that were passed over."""

from __future__ import annotations

from app.registration.forms import batch_serials, issue_batch, spoil_form
from app.today.sheets import booklets_with_gaps
from tests.builders.cards import walk_in
from tests.builders.databases import Founded


def booklet(branch: Founded, sheets: int = 5) -> tuple[str, ...]:
    with branch.change() as work:
        batch = issue_batch(work, sheets=sheets, issued_to="李敏")
        return batch_serials(work, batch.id)


def test_a_sheet_is_asked_for_when_a_later_one_was_entered(branch: Founded) -> None:
    serials = booklet(branch)
    walk_in(branch, form_serial=serials[3])
    with branch.change() as work:
        spoil_form(work, serials[1])
    with branch.read() as work:
        [found] = booklets_with_gaps(work)
    assert found.skipped == (serials[0], serials[2])
    assert (found.unused, found.issued_to) == (1, "李敏")


def test_a_booklet_entered_in_order_asks_for_nothing(branch: Founded) -> None:
    serials = booklet(branch)
    walk_in(branch, form_serial=serials[0])
    booklet(branch)
    with branch.read() as work:
        assert booklets_with_gaps(work) == ()
