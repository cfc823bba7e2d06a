"""Lists become cards, on both engines."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from app.customers.cards import open_card
from app.customers.finding import find_customers
from app.customers.importing import (
    Policy,
    check_rules,
    import_customers,
    list_imports,
    recall_mapping,
)
from app.customers.search_text import search_entry
from app.errors import UserError
from app.exchange.error_workbook import ErrorWorkbook
from app.exchange.fields import Field
from app.exchange.preview import preview
from app.registration.walkin import WalkIn, register
from app.states import Permission
from app.work import Store
from db import search_upkeep
from db.models.customers import ContactEntry, Customer, Origin, OriginKind
from db.models.exchange import ImportState
from tests.builders import lists
from tests.builders.databases import Founded, found
from tests.builders.imports import (
    LI,
    ZHANG,
    Clock,
    book,
    counts,
    only_card,
    run,
    total,
    walk_in,
)


@pytest.fixture
def branch(store: Store) -> Founded:
    store.clock = Clock()
    return found(store)


def test_a_list_becomes_cards_that_are_found(branch: Founded, tmp_path: Path) -> None:
    result = run(branch, book(tmp_path / "客户.xlsx", ZHANG, LI))
    assert counts(result) == (2, 2, 0, 0, 0)
    with branch.read() as work:
        (hit,) = find_customers(work, "13800138000")
        card = open_card(work, hit.id)
        assert find_customers(work, "lisi")[0].name == "李四"
        assert (
            work.session.scalar(select(Origin.kind).where(Origin.reference == "客户.xlsx"))
            is OriginKind.IMPORT
        )
    assert card.number == "CDA1-00001"
    assert {name: value for name, value in card.main.values.items() if value} == {
        "name": "张三", "gender": "male", "birth": card.main.values["birth"], "wechat": "zhangsan88",
        "region_code": "510107", "address": "人民南路1号", "source_code": "walk-in", "note": "老客户",
    }  # fmt: skip
    assert [row.values["shown"] for row in card.phones] == ["138 0013 8000"]
    assert card.phones[0].values["is_main"] is True
    assert (card.created.origin, card.created.reference) == (OriginKind.IMPORT, "客户.xlsx")


def test_the_search_index_is_as_if_every_card_had_been_typed(branch: Founded, tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ("单雄信", "13800138001/028-85551234", "川A12345", None, None, "shanxx88"),
        ("成都大有商贸有限公司", "028-85551235", None, "李经理", "13900139001", None),
        ("Müller", "13800138003", None, None, None, None),
        titles=("姓名", "电话", "车牌", "联系人", "联系人电话", "微信"),
    )
    run(branch, path)
    with branch.change() as work:
        assert not search_upkeep.check(work.session.connection(), search_entry)
        assert search_upkeep.drain(work.session.connection(), search_entry) == 0
    with branch.read() as work:
        for typed in (
            "danxiongxin",
            "85551234",
            "川a123",
            "shanxx",
            "dyou",
            "李经理",
            "13900139001",
            "00002",
            "muller",
        ):
            expected = {"dyou": 0}.get(typed, 1)
            assert len(find_customers(work, typed)) == expected, typed


def test_the_same_list_twice_makes_nobody_twice(branch: Founded, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ZHANG, LI)
    run(branch, path)
    assert counts(run(branch, path, dry_run=True)) == (2, 0, 0, 2, 0)
    assert counts(run(branch, path, errors=tmp_path / "errors.xlsx")) == (2, 0, 0, 2, 0)
    assert total(branch, Customer) == 2
    rows = list(openpyxl.load_workbook(tmp_path / "errors.xlsx").active.values)
    assert [row[:3] for row in rows[1:]] == [
        ("list-duplicate-card", 2, "张三"),
        ("list-duplicate-card", 3, "李四"),
    ]


def test_a_customer_twice_in_one_list_is_made_once(branch: Founded, tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx", ZHANG, LI, ("张　三", "+86 138-0013-8000", None, None, None, None, None, None)
    )
    assert counts(run(branch, path, dry_run=True)) == (3, 2, 0, 1, 0)
    assert counts(run(branch, path)) == (3, 2, 0, 1, 0)


def test_a_couple_may_share_a_phone(branch: Founded, tmp_path: Path) -> None:
    result = run(branch, book(tmp_path / "a.xlsx", ("张三", "13800138000", "男"), ("王芳", "13800138000", "女"),
                              titles=("姓名", "手机", "性别")))  # fmt: skip
    assert (counts(result), result.similar) == ((2, 2, 0, 0, 0), 0)


def test_a_phone_everybody_has_says_nothing(branch: Founded, tmp_path: Path) -> None:
    rows = [
        (f"客户{sign}", "028-85551234") for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火"
    ]
    path = book(tmp_path / "a.xlsx", *rows, titles=("姓名", "电话"))
    assert counts(run(branch, path)) == (26, 26, 0, 0, 0)


@pytest.mark.parametrize("policy", list(Policy))
def test_a_dry_run_counts_what_the_import_then_does(branch: Founded, tmp_path: Path, policy: Policy) -> None:
    walk_in(branch, phone="13800138000", name="张三")
    path = book(
        tmp_path / "a.xlsx",
        ZHANG,
        LI,
        ("", "13700137000", None, None, None, None, None, None),
        ("王五", "1.38E+10", None, None, None, None, None, None),
        LI,
        ("张三", "13800138000", "男", None, None, None, None, "又来"),
        ("合计", 6, None, None, None, None, None, None),
    )
    before = total(branch, Customer)
    dry = run(branch, path, policy=policy, dry_run=True)
    assert total(branch, Customer) == before
    done = run(branch, path, policy=policy)
    assert counts(dry) == counts(done)
    assert dry.batch_id is None
    assert (
        counts(done)
        == {
            Policy.SKIP: (6, 1, 0, 3, 2),
            Policy.UPDATE: (6, 1, 1, 2, 2),
            Policy.CREATE: (6, 4, 0, 0, 2),
        }[policy]
    )
    assert done.rows == done.created + done.updated + done.duplicates + done.rejected
    assert total(branch, Customer) == before + done.created


def test_filling_adds_what_is_missing_and_overwrites_nothing(branch: Founded, tmp_path: Path) -> None:
    walk_in(branch, phone="13800138000", name="张三", card={"wechat": "mine88"})
    path = book(
        tmp_path / "a.xlsx",
        ("张三", "13800138000/13900139000", "女", "1990-03-05", "theirs88", "电话", "川A12345", "秦PLUS"),
        titles=("姓名", "手机", "性别", "生日", "微信", "来源", "车牌", "意向车型"),
    )
    assert counts(run(branch, path, policy=Policy.UPDATE)) == (1, 0, 1, 0, 0)
    card = only_card(branch, "张三")
    values = card.main.values  # type: ignore[attr-defined]
    assert (values["wechat"], values["source_code"], values["gender"]) == ("mine88", "walk-in", "female")
    assert values["birth"].year == 1990
    assert [row.values["shown"] for row in card.phones] == ["138 0013 8000", "139 0013 9000"]  # type: ignore[attr-defined]
    assert [row.values["plate"] for row in card.vehicles] == ["川A12345"]  # type: ignore[attr-defined]
    assert [row.values["product"] for row in card.needs] == ["秦PLUS"]  # type: ignore[attr-defined]
    assert counts(run(branch, path, policy=Policy.UPDATE)) == (1, 0, 0, 1, 0)


def test_another_branchs_card_is_told_masked_and_not_filled(
    branch: Founded, store: Store, tmp_path: Path
) -> None:
    other = found(store, "CQ")
    with store.change(other.actor_with(*Permission)) as work:
        register(work, WalkIn(phone="13800138000", name="张三"))
    path = book(tmp_path / "a.xlsx", ZHANG)
    mapping = lists.mapping_of(path)
    told: list[UserError] = []

    def sentence(error: UserError) -> str:
        told.append(error)
        return error.code

    with (
        store.change(branch.actor_with(*Permission)) as work,
        ErrorWorkbook(tmp_path / "e.xlsx", mapping, sentence) as errors,
    ):
        result = import_customers(work, path, mapping, policy=Policy.UPDATE, errors=errors)
    assert counts(result) == (1, 0, 0, 1, 0)
    assert told[0].facts["name"] == "张*"


def test_notes_keep_their_own_author_and_day(branch: Founded, tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ("2024-03-05", "王小二", "张三", "13800138000", "想看七座"),
        titles=("登记日期", "录入人", "姓名", "手机", "备注"),
    )
    run(branch, path)
    with branch.read() as work:
        entry = work.session.scalars(select(ContactEntry)).one()
        last = work.session.scalars(select(Customer.last_contact_at)).one()
    assert (entry.by_name, entry.matter) == ("王小二", "想看七座")
    assert entry.happened_at.astimezone().date() == dt.date(2024, 3, 5)
    assert last == entry.happened_at


def test_every_kind_of_row_is_written(branch: Founded, tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        (
            "成都大有商贸有限公司",
            "李经理",
            "13900139000",
            "028-85551234",
            "500万",
            "秦PLUS",
            "10-15万",
            "川A12345",
            "2023/1/1",
        ),
        titles=(
            "公司名称",
            "联系人",
            "联系人电话",
            "电话",
            "注册资本",
            "意向车型",
            "预算",
            "车牌",
            "购车日期",
        ),
    )
    assert counts(run(branch, path)) == (1, 1, 0, 0, 0)
    card = only_card(branch, "成都大有商贸有限公司")
    assert str(card.main.values["registered_capital"]) == "5000000"  # type: ignore[attr-defined]
    assert card.people[0].values["name"] == "李经理"  # type: ignore[attr-defined]
    assert card.needs[0].values["budget_max"] == 150_000  # type: ignore[attr-defined]
    assert card.vehicles[0].values["bought_on"] == dt.date(2023, 1, 1)  # type: ignore[attr-defined]


def test_more_rows_than_one_chunk(branch: Founded, tmp_path: Path) -> None:
    text = "姓名,手机\n" + "".join(f"张{chr(0x4E00 + n)},13{n:09d}\n" for n in range(1_203))
    path = lists.csv_file(tmp_path / "a.csv", text, "gbk")
    assert counts(run(branch, path)) == (1203, 1203, 0, 0, 0)
    with branch.read() as work:
        assert work.session.scalar(select(func.count(func.distinct(Customer.number)))) == 1203
        assert len(find_customers(work, "13000001202")) == 1


def test_cancelling_keeps_nothing(branch: Founded, tmp_path: Path) -> None:
    path = lists.csv_file(
        tmp_path / "a.csv", "姓名,手机\n" + "".join(f"张三,13{n:09d}\n" for n in range(1_500))
    )
    seen: list[int] = []

    def told(done: int, _all: int | None) -> bool:
        seen.append(done)
        return done < 1_000

    with pytest.raises(UserError, match="import-cancelled"), branch.change() as work:
        import_customers(work, path, lists.mapping_of(path), told=told)
    assert seen == [500, 1000]
    assert total(branch, Customer) == 0
    assert total(branch, Origin) == 0


def test_a_list_that_breaks_halfway_keeps_nothing(branch: Founded, tmp_path: Path) -> None:
    rows = "".join(f"张三,13{n:09d}\n" for n in range(900))
    path = lists.csv_file(tmp_path / "a.csv", f'姓名,手机\n{rows}"' + "x" * 200_000)
    with pytest.raises(UserError, match="list-quote-open"):
        run(branch, path)
    assert total(branch, Customer) == 0


def test_a_mapping_without_a_name_is_refused(branch: Founded, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ("13800138000",), titles=("手机",))
    with pytest.raises(UserError, match="list-mapping-needs-name"):
        run(branch, path)


def test_importing_needs_its_permission(branch: Founded, store: Store, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ZHANG)
    actor = branch.actor_with(*set(Permission) - {Permission.IMPORT_CUSTOMERS})
    with pytest.raises(UserError, match="not-allowed"), store.change(actor) as work:
        import_customers(work, path, lists.mapping_of(path))
    with pytest.raises(UserError, match="not-allowed"), store.read(actor) as work:
        list_imports(work)


def test_the_chosen_columns_are_remembered(branch: Founded, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ("张三", "13800138000", "wx123456"), titles=("姓名", "手机", "代号"))
    mapping = lists.mapping_of(path).with_field(2, Field.WECHAT)
    with branch.change() as work:
        import_customers(work, path, mapping)

    def recall(signature: str) -> str | None:
        with branch.read() as work:
            return recall_mapping(work, signature)

    again = preview(path, recall=recall).mapping
    assert again.columns[2].field is Field.WECHAT


def test_imports_are_listed(branch: Founded, tmp_path: Path) -> None:
    run(branch, book(tmp_path / "一.xlsx", ZHANG))
    run(branch, book(tmp_path / "二.xlsx", LI))
    with branch.read() as work:
        listed = list_imports(work)
    assert [(one.file_name, one.created, one.state) for one in listed] == [
        ("二.xlsx", 1, ImportState.DONE),
        ("一.xlsx", 1, ImportState.DONE),
    ]


def test_checks_know_the_branchs_lists_and_area_code(branch: Founded) -> None:
    from db.models.access import Branch

    with branch.change() as work:
        work.session.scalars(select(Branch)).one().phone = "028-85551234"
    with branch.read() as work:
        rules = check_rules(work)
    assert rules.area_code == "028"
    assert rules.choices.code(Field.INTENT_LEVEL, "H级") == "H"
    assert rules.choices.code(Field.CUSTOMER_CLASS, "重点") == "key"
    assert rules.choices.code(Field.SOURCE, "朋友圈") is None
