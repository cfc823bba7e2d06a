"""The calendar as a file for the phone, and what was moved there read back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.ui.followups.conftest import Calendar
from ui.customers.files import Paths


@pytest.fixture
def file(calendar: Calendar, tmp_path: Path) -> Path:
    """The file a person names in the dialog."""
    path = tmp_path / "calendar.ics"
    calendar.page.phone._paths = Paths(
        to_attach=lambda _parent, _title: [path], to_save=lambda _parent, _title, _name: path
    )
    return path


def test_what_the_phone_moved_comes_back_once(calendar: Calendar, file: Path) -> None:
    customer_id = calendar.plan(days=3)
    calendar.page.toolbar.to_file.click()
    calendar.wait_for(lambda: bool(calendar.messages.history))
    text = file.read_text(encoding="utf-8")
    (item,) = calendar.stored(customer_id)
    before, after = item.due_on, item.due_on + timedelta(days=1)
    moved = text.replace(f"{after:%Y%m%d}", f"{after + timedelta(days=1):%Y%m%d}")
    moved = moved.replace(f"{before:%Y%m%d}", f"{after:%Y%m%d}").replace("SEQUENCE:0", "SEQUENCE:1")
    file.write_bytes(moved.replace("\r\n", "\n").replace("\n", "\r\n").encode())
    calendar.page.toolbar.from_file.click()
    calendar.wait_for(lambda: calendar.stored(customer_id)[0].due_on == after)
    calendar.page.toolbar.from_file.click()
    calendar.wait_for(lambda: len(calendar.messages.history) == 3)
    assert [found.due_on for found in calendar.stored(customer_id)] == [after]


def test_a_file_that_is_no_calendar_is_refused(calendar: Calendar, file: Path) -> None:
    file.write_bytes(b"no calendar at all")
    calendar.page.toolbar.from_file.click()
    calendar.wait_for(lambda: bool(calendar.messages.history))
    assert calendar.messages.history[-1].seconds is None
