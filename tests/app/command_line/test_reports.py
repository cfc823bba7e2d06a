"""Reports by the command line: the figures of follow-up of a period."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.preview import page_count, page_text
from tests.app.command_line.test_commands import Desk, desk

__all__ = ["desk"]


def test_the_figures_of_a_month_are_written_as_pdf(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "figures.pdf"
    told = desk.asked("report", "followups", "--period", "2026-11", "-o", str(out))
    assert (told["first"], told["last"]) == ("2026-11-01", "2026-11-30")
    assert page_count(out.read_bytes()) == 1
    text = page_text(out.read_bytes(), 0)
    assert "跟进统计" in text
    assert "第 1 页 共 1 页" in text


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_and_as_a_table(desk: Desk, tmp_path: Path, suffix: str) -> None:
    from python_calamine import CalamineWorkbook

    out = tmp_path / f"figures.{suffix}"
    assert desk.asked("report", "followups", "-o", str(out), "--language", "en")["people"] == 0
    if suffix == "csv":
        head = out.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    else:
        head = [
            str(cell) for cell in CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()[0]
        ]
    assert head[:3] == ["Who", "Due", "Done"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--period", "2026-13", "-o", "a.pdf"), "period-unknown"),
        (("--period", "2026-11-09..2026-11-01", "-o", "a.pdf"), "period-unknown"),
        (("-o", "a.docx"), "report-kind-unknown"),
        (("-o", "nowhere/a.pdf"), "folder-missing"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found, _, err = desk.run("report", "followups", *arguments)
    assert found == 1
    assert code in err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "csv"])
def test_the_figures_of_the_complaint_desk_are_written(desk: Desk, tmp_path: Path, suffix: str) -> None:
    desk.asked("sample", "--customers", "60")
    out = tmp_path / f"complaints.{suffix}"
    assert desk.asked("report", "complaints", "--period", "2026", "-o", str(out))["first"] == "2026-01-01"
    if suffix == "pdf":
        assert "投诉" in page_text(out.read_bytes(), 0)
    else:
        assert out.stat().st_size > 100
