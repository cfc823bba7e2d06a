"""Lists by the command line: what a scheduled task relies on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.command_line.test_commands import Desk, desk

__all__ = ["desk"]
FILES = Path(__file__).resolve().parents[2] / "files" / "contacts"
LIST = "姓名,电话\n张三,13800138000\n李四,13900139000\n李四,13900139000\n王五,1390013\n"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Four rows: two new ones, one twice, one refused."""
    path = tmp_path / "客户.csv"
    path.write_text(LIST, encoding="gb18030")
    return path


def test_a_dry_run_counts_as_the_import_does_and_writes_nothing(desk: Desk, given: Path) -> None:
    tried = desk.asked("import", str(given), "--dry-run")
    assert tried == {"rows": 4, "created": 2, "updated": 0, "duplicates": 1, "rejected": 1}
    assert desk.asked("find", "张三") == []
    assert desk.asked("import", str(given)) == tried
    assert [hit["phone"] for hit in desk.asked("find", "张三")] != []
    again = desk.asked("import", str(given))
    assert (again["created"], again["duplicates"]) == (0, 3)


def test_the_rows_not_taken_over_are_kept_with_their_reasons(desk: Desk, given: Path, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    out = tmp_path / "errors.xlsx"
    desk.asked("import", str(given), "--errors", str(out))
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert sorted(str(row[2]) for row in rows[1:]) == ["李四", "王五"]
    assert any("phone-too-short" in str(row[0]) for row in rows)


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "vcf"])
def test_what_was_exported_can_be_imported_elsewhere(
    desk: Desk,
    given: Path,
    tmp_path: Path,
    suffix: str,
) -> None:
    desk.asked("import", str(given))
    out = tmp_path / f"out.{suffix}"
    assert desk.asked("export", "customers", str(out))["customers"] == 2
    other = desk.beside(tmp_path / "other")
    other.run("init", "--name", "另一店", "--admin", "李敏")
    assert other.asked("import", str(out))["created"] == 2


def test_an_export_can_be_narrowed(desk: Desk, given: Path, tmp_path: Path) -> None:
    desk.asked("import", str(given))
    told = desk.asked("export", "customers", str(tmp_path / "out.csv"), "--where", "zhangsan")
    assert told["customers"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("import", "none.xlsx"), "file-missing"),
        (("import", str(FILES / "LICENSE-vcf")), "list-"),
        (("export", "customers", "out.doc"), "export-kind-unknown"),
        (("import", "good.csv", "--errors", "no/such/x.xlsx"), "folder-missing"),
    ],
)
def test_a_refused_list_is_one_sentence_and_changes_nothing(
    desk: Desk,
    tmp_path: Path,
    arguments: tuple[str, ...],
    code: str,
) -> None:
    desk.patch.chdir(tmp_path)
    (tmp_path / "good.csv").write_text(LIST, encoding="utf-8")
    found, out, err = desk.run(*arguments)
    assert (found, out) == (1, "")
    assert code in err
    assert len(err.strip().splitlines()) == 1
    assert desk.asked("find", "张三") == []
