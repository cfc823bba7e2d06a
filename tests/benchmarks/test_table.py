"""A benchmark's verdict and page: a broken budget must show, an old section must stay."""

from __future__ import annotations

import pytest

from tests.benchmarks.table import BROKEN, KEPT, OPEN, cells, markdown, replaced, verdict


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"raw": 0.3, "ours": 1.1, "budget": "4x", "unit": "ms"}, KEPT),
        ({"raw": 0.3, "ours": 1.3, "budget": "4x", "unit": "ms"}, BROKEN),
        ({"raw": 0.3, "ours": 9.0, "ratio": 1.2, "budget": "4 x", "unit": "ms"}, KEPT),
        ({"raw": None, "ours": 15.9, "budget": 16, "unit": "ms"}, KEPT),
        ({"raw": None, "ours": 16.1, "budget": "p95 <= 16 ms", "unit": "ms"}, BROKEN),
        ({"raw": 45_000, "ours": 2_999, "budget": "3,000 rows/s", "unit": "rows/s"}, BROKEN),
        ({"raw": 45_000, "ours": 3_001, "budget": 3_000, "unit": "rows/s"}, KEPT),
        ({"raw": 63, "ours": 180, "budget": "", "unit": "MB"}, OPEN),
        ({"raw": 63, "ours": 180, "unit": "MB"}, OPEN),
        ({"raw": 0, "ours": 2, "budget": "4x", "unit": "ms"}, OPEN),
    ],
)
def test_a_budget_limits_the_ratio_or_the_figure(row: dict[str, object], expected: str) -> None:
    assert verdict(row) == expected


def test_a_line_shows_units_and_the_ratio_worked_out() -> None:
    row = {"what": "save", "raw": 0.5, "ours": 1.25, "budget": 20, "unit": "ms"}
    assert cells(row) == ["save", "0.5 ms", "1.25 ms", "2.50x", "20 ms", KEPT]
    assert cells({"what": "rows", "raw": 45_000, "ours": 3_200, "unit": "rows/s"})[1] == "45,000 rows/s"


def test_a_single_benchmark_leaves_the_other_sections_alone() -> None:
    page = replaced("# Title\n\nText.\n", {"search": "| old |", "start": "| start |"})
    again = replaced(page, {"search": markdown([{"what": "p95", "ours": 8, "unit": "ms"}])})
    assert again.startswith("# Title\n\nText.\n\n## search\n\n| what |")
    assert "| old |" not in again
    assert again.endswith("## start\n\n| start |\n")
