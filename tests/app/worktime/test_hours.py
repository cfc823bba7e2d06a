"""Opening hours as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given

from app.errors import UserError
from app.worktime import Span, hours_text, read_hours
from app.worktime.hours import spans_from, stored_spans, stored_week, week_from
from tests.builders.working import OFFICE, hours


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("9:00-12:00 13:00-18:00", "09:00–12:00  13:00–18:00"),
        ("9-12,13-18", "09:00–12:00  13:00–18:00"),
        ("９：００～１２：００，１３：００至１８：００", "09:00–12:00  13:00–18:00"),
        ("13点-18点半", None),
        ("13点-18点30分、9点到12点", "09:00–12:00  13:00–18:30"),
        ("0900-1730", "09:00–17:30"),
        ("8.30 – 17.45", "08:30–17:45"),
        ("22:00-24:00", "22:00–24:00"),
        ("0:00-24:00", "00:00–24:00"),
        ("24小时", "00:00–24:00"),
        ("休息", ""),
        ("  ", ""),
        ("closed", ""),
        ("12-9", None),
        ("22:00-02:00", None),
        ("9-13 12-18", None),
        ("9:00", None),
        ("9-25", None),
        ("9:75-10", None),
        ("9-12-13", None),
        ("always", None),
    ],
)
def test_hours_are_read_in_many_ways_or_refused_as_typed(typed: str, shown: str | None) -> None:
    if shown is None:
        with pytest.raises(UserError, match="hours-wrong") as refused:
            read_hours(typed)
        assert refused.value.facts["given"]
    else:
        assert hours_text(read_hours(typed)) == shown


@given(hours)
def test_hours_shown_or_stored_are_read_again_as_they_were(spans: tuple[Span, ...]) -> None:
    assert read_hours(hours_text(spans)) == spans
    assert spans_from(stored_spans(spans)) == spans


def test_a_week_is_kept_whole() -> None:
    assert week_from(stored_week(OFFICE)) == OFFICE


@pytest.mark.parametrize(
    "stored",
    [None, "always", [], [[]] * 6, [[["09:00"]]] * 7, [[[9, 12], None]] * 7, [["09:00", "12:00"]] * 7],
)
def test_a_week_no_program_of_ours_wrote_is_refused(stored: object) -> None:
    with pytest.raises(UserError, match="hours-wrong"):
        week_from(stored)
