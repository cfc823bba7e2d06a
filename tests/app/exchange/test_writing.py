"""Tables written: constant memory, text stays text."""

from __future__ import annotations

import csv
import datetime as dt
import tracemalloc
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.writing import XlsxWriter, clean, harmless, sheet_name, write_table

ROW = (
    "张三",
    '=HYPERLINK("x")',
    13800138000.0,
    dt.date(1990, 3, 5),
    True,
    None,
    " 前后 ",
    "<&>\"'",
    "一\n二",
)


def test_a_workbook_reads_back_with_both_readers(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, list("abcdefghi"), [ROW], sheet="客户[1]")
    sheet = openpyxl.load_workbook(path).active
    assert sheet.title == "客户 1"
    assert sheet.freeze_panes == "A2"
    cells = sheet[2]
    assert [cell.value for cell in cells] == [
        "张三", '=HYPERLINK("x")', 13800138000,
        dt.datetime.fromisoformat("1990-03-05"), True, None, " 前后 ", "<&>\"'", "一\n二",
    ]  # fmt: skip
    assert [cells[1].data_type, cells[1].number_format] == ["s", "@"]
    assert python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()[1] == [
        "张三", '=HYPERLINK("x")', 13800138000.0, dt.date(1990, 3, 5), True, "", " 前后 ", "<&>\"'", "一\n二",
    ]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_comes_back_as_it_was_but_for_what_xml_cannot_hold(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, ["a"], [[text], ["end"]])
    read = python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()
    wanted = clean(text).replace("\r\n", "\n").replace("\r", "\n").replace("_x005F_", "_")
    got = str(read[1][0]).replace("_x005F_", "_")
    assert got == wanted
    assert read[-1] == ["end"]


def test_what_looks_like_an_escape_is_escaped() -> None:
    assert clean("a_x000D_b") == "a_x005F_x000D_b"
    assert clean("a\x00\x1f\ufffeb") == "ab"
    assert len(clean("字" * 40_000)) == 32_767


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        tracemalloc.start()
        write_table(tmp_path / "a.xlsx", list("abcdefgh"), (("张三", f"{n}") * 4 for n in range(rows)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(20_000) < peak(2_000) + 200_000


def test_csv_opens_in_excel_and_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, ["姓名", "备注"], [["张三", "=1+1"], ["李四", "一\n二"], ["王五", 13800138000.0]])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream)) == [
            ["姓名", "备注"], ["张三", "'=1+1"], ["李四", "一\n二"], ["王五", "13800138000"],
        ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+cmd", "-张三", "@SUM(1)", "\t=1", "\r=1", "＝1", "+1+cmd|x"]
)
def test_formulas_are_made_harmless(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "张三", "-3", "+86 138 0013 8000", "-0.5", "1+1"])
def test_ordinary_texts_stay(text: str) -> None:
    assert harmless(text) == text


def test_sheet_names_excel_accepts() -> None:
    assert sheet_name("a/b:c*?[d]\\" + "长" * 40) == ("a b c   d  " + "长" * 40)[:31]
    assert sheet_name("''") == "Sheet1"


def test_a_sheet_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exchange.writing.MOST_ROWS", 2)
    with XlsxWriter(tmp_path / "a.xlsx", ["a"]) as writer:
        writer.write(["1"])
        with pytest.raises(OverflowError):
            writer.write(["2"])


def test_what_is_no_number_to_excel_is_text(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", ["a", "b"], [[float("inf"), float("nan")]])
    row = python_calamine.load_workbook(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()[1]
    assert row == ["inf", "nan"]
