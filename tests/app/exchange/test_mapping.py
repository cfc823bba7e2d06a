"""Headers found and columns guessed."""

from __future__ import annotations

import pytest

from app.exchange.cells import RawRow
from app.exchange.error_columns import REASON_TITLE, ROW_TITLE
from app.exchange.fields import Field, field_for
from app.exchange.headers import find_header
from app.exchange.mapping import Mapping, guess
from app.exchange.preview import preview
from tests.builders import lists


def raw(*rows: tuple[object, ...]) -> list[RawRow]:
    return [RawRow(number, cells) for number, cells in enumerate(rows, start=1)]  # type: ignore[arg-type]


def guessed(*rows: tuple[object, ...], merges: tuple[tuple[int, int, int, int], ...] = ()) -> Mapping:
    given = raw(*rows)
    return guess(find_header(given, merges), given)


def fields(mapping: Mapping) -> list[str | None]:
    return [column.field.value if column.field else None for column in mapping.columns]


# Headers of real forms: showroom registers, beauty salon cards, exhibition visitor lists, company sheets.
@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            "序号 销售顾问 客户姓名 电话 来店时间 意向车型 级别 渠道 备注",
            [
                None,
                "contact_author",
                "name",
                "phone",
                "contact_date",
                "product",
                "intent_level",
                "channel",
                "note",
            ],
        ),
        (
            "姓名 性别 信息来源 联系方式 从事职业 跟进情况 跟进人 日期",
            [
                "name",
                "gender",
                "source",
                "phone",
                "occupation",
                "contact_text",
                "contact_author",
                "contact_date",
            ],
        ),
        (
            "公司名称 联系人 职务 联系方式 地址 行业 客户类型 等级",
            ["company", "contact_name", "occupation", "phone", "address", "industry", "kind", "class"],
        ),
        (
            "车主姓名 手机号码 车牌号 车架号 发动机号 购车日期 行驶里程(km) 车型",
            ["name", "phone", "plate", "vin", "engine_no", "bought_on", "mileage", "vehicle_model"],
        ),
        ("Name Phone E-mail Company Address", ["name", "phone", "email", "company", "address"]),
        ("顾客姓名* 电话(公) 电话(宅) 出生日期 单位", ["name", "phone", "phone", "birthday", "company"]),
        ("登记日期 录入人 姓名 手机 备注", ["contact_date", "contact_author", "name", "phone", "note"]),
    ],
)
def test_titles_of_real_forms_are_understood(titles: str, expected: list[str | None]) -> None:
    assert fields(guessed(tuple(titles.split()))) == expected


def test_two_header_rows_with_merged_cells_are_joined() -> None:
    shown = preview(lists.FILES / "04_merged_two_level_header.xlsx")
    assert shown.mapping.header_row == 4
    assert [column.title for column in shown.mapping.columns] == [
        "基本信息 姓名", "基本信息 性别", "基本信息 生日", "联系方式 手机", "联系方式 地址", "备注",
    ]  # fmt: skip
    assert fields(shown.mapping) == ["name", "gender", "birthday", "phone", "address", "note"]


def test_a_group_above_changes_what_a_title_means() -> None:
    mapping = guessed(
        ("单位", None, "联系人", None),
        ("名称", "地址", "姓名", "电话"),
        merges=((0, 0, 0, 1), (0, 2, 0, 3)),
    )
    assert fields(mapping)[1:] == ["address", "contact_name", "contact_phone"]


def test_the_header_may_stand_below_a_title_and_notes() -> None:
    mapping = guessed(
        ("2026年客户表",), ("制表：王五", "日期：2026-1-1"), ("姓名", "手机"), ("张三", "13800138000")
    )
    assert (mapping.header_row, fields(mapping)) == (3, ["name", "phone"])


def test_a_list_without_header_is_told_by_its_contents() -> None:
    mapping = guessed(
        ("张三", "13800138000", "川A12345", "a@b.cn", "LSVAU2A37N2183294", "男"),
        ("欧阳小红", "139 0013 9000", "京B·23456", "c.d@e.com", "WBA3A5C51CF256651", "女"),
        ("李四", "028-85551234", "沪AD12345", "x@y.org", "LSVAU2A37N2183295", "男"),
    )
    assert (mapping.header_row, fields(mapping)) == (0, ["name", "phone", "plate", "email", "vin", "gender"])


def test_a_column_whose_title_says_nothing_is_told_by_its_contents() -> None:
    assert fields(guessed(("姓名", "栏目一"), ("张三", 13800138000.0), ("李四", 13900139000.0))) == [
        "name",
        "phone",
    ]


def test_an_unknown_titled_column_of_names_is_not_taken_for_the_name() -> None:
    assert fields(guessed(("手机", "店长"), ("13800138000", "王五"), ("13900139000", "赵六"))) == [
        "phone",
        None,
    ]


def test_the_surer_of_two_columns_for_one_field_keeps_it() -> None:
    mapping = guessed(("客户姓名拼写", "姓名", "手机"))
    assert fields(mapping) == [None, "name", "phone"]


@pytest.mark.parametrize(
    "title",
    ["手机", "手 机：", "手机（必填）", "*手机", "手机号码1", "Mobile_Phone", "MOBILE PHONE", "手机号"],
)
def test_marks_and_spaces_do_not_hide_a_title(title: str) -> None:
    assert field_for(title) == (Field.PHONE, True)


def test_a_choice_moves_a_single_field_and_leaves_several_phones() -> None:
    mapping = guessed(("姓名", "手机", "代号"))
    moved = mapping.with_field(2, Field.NAME)
    assert fields(moved) == [None, "phone", "name"]
    assert fields(moved.with_field(0, Field.PHONE)) == ["phone", "phone", "name"]
    assert fields(moved.with_field(2, None)) == [None, "phone", None]


def test_choices_are_recalled_for_the_same_titles_only() -> None:
    mapping = guessed(("姓名", "手机", "代号"))
    kept = mapping.with_field(2, Field.WECHAT).remembered()
    again = guessed(("姓 名", "手机：", "代号", ""))
    assert again.signature == mapping.signature
    assert fields(guessed(("姓名", "手机", "代号")).recalled(kept)) == ["name", "phone", "wechat"]
    assert guessed(("姓名", "手机", "微号")).signature != mapping.signature
    assert mapping.recalled("[1,2]") == mapping
    assert mapping.recalled('["nonsense",null,null]') == mapping
    assert mapping.recalled("not json") == mapping


def test_the_columns_of_an_error_workbook_count_for_nothing() -> None:
    mapping = guessed(("姓名", "手机"))
    again = guessed((REASON_TITLE, ROW_TITLE, "姓名", "手机"))
    assert again.signature == mapping.signature
    assert fields(again) == [None, None, "name", "phone"]
    assert fields(again.recalled(mapping.with_field(1, None).remembered())) == [None, None, "name", None]
