"""Rejected rows go out with their reasons and come back corrected."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl

from app.errors import UserError
from app.exchange.checking import CheckRules, RowChecker
from app.exchange.choices import Choices
from app.exchange.error_columns import REASON_TITLE, ROW_TITLE
from app.exchange.error_workbook import ErrorWorkbook
from app.exchange.preview import preview
from app.exchange.records import RowState
from tests.builders import lists

RULES = CheckRules(today=dt.date(2026, 11, 23), choices=Choices())


def sentence(error: UserError) -> str:
    return f"{error.code}: {error.facts.get('given')}"


def write_errors(source: Path, path: Path) -> int:
    shown = preview(source)
    with ErrorWorkbook(path, shown.mapping, sentence) as workbook:
        for row in RowChecker(shown.mapping, RULES).check_all(shown.rows):
            if row.state is RowState.REJECTED:
                workbook.add(row.number, row.cells, row.flaws)
    return workbook.rows


def test_rejected_rows_carry_their_reasons_and_original_cells(tmp_path: Path) -> None:
    source = lists.workbook(
        tmp_path / "a.xlsx",
        ["姓名", "手机", "车牌", "备注"],
        ["张三", 13800138000, "川A12345", "好"],
        ["李四", "1380013", "川A1", "=1+1"],
        [None, 13900139000, None, dt.date(2024, 1, 2)],
        ["王五", 110105194912310022, None, None],
    )
    assert write_errors(source, tmp_path / "errors.xlsx") == 3
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "errors.xlsx").active]
    assert rows[0] == [REASON_TITLE, ROW_TITLE, "姓名", "手机", "车牌", "备注"]
    assert rows[1] == [
        "手机：phone-too-short: 1380013\n车牌：plate-length: 川A1",
        3,
        "李四",
        "1380013",
        "川A1",
        "=1+1",
    ]
    assert rows[2] == [
        "list-name-missing: None",
        4,
        None,
        13900139000,
        None,
        dt.datetime.fromisoformat("2024-01-02"),
    ]
    assert isinstance(rows[3][3], int)


def test_the_corrected_workbook_is_imported_with_the_remembered_mapping(tmp_path: Path) -> None:
    source = lists.workbook(
        tmp_path / "a.xlsx", ["姓名", "手机"], ["李四", "1380013"], ["王五", 110105194912310022]
    )
    write_errors(source, tmp_path / "errors.xlsx")
    book = openpyxl.load_workbook(tmp_path / "errors.xlsx")
    book.active["D2"] = "13800138000"
    book.save(tmp_path / "mended.xlsx")
    shown = preview(tmp_path / "mended.xlsx")
    assert shown.mapping.signature == preview(source).mapping.signature
    first, second = RowChecker(shown.mapping, RULES).check_all(shown.rows)
    assert first.customer is not None
    assert first.customer.phones[0].number == "13800138000"
    assert [flaw.code for flaw in second.flaws] == ["list-digits-lost"]


def test_without_rejected_rows_no_file_is_left(tmp_path: Path) -> None:
    source = lists.workbook(tmp_path / "a.xlsx", ["姓名", "手机"], ["李四", "13800138000"])
    assert write_errors(source, tmp_path / "errors.xlsx") == 0
    assert not (tmp_path / "errors.xlsx").exists()


def test_a_failed_import_leaves_no_half_written_workbook(tmp_path: Path) -> None:
    shown = preview(lists.workbook(tmp_path / "a.xlsx", ["姓名"], ["12"]))
    path = tmp_path / "errors.xlsx"
    try:
        with ErrorWorkbook(path, shown.mapping, sentence) as workbook:
            workbook.add(2, ("12",), ())
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert not path.exists()
