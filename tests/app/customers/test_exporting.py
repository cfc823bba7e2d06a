"""Cards go out as lists and come back as the same cards."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from app.customers.cards import open_card
from app.customers.exporting import export_customers, titles
from app.customers.fields import Part
from app.customers.importing import import_customers
from app.customers.records import Card
from app.errors import UserError
from app.exchange.fields import field_for
from app.exchange.preview import preview
from app.registration.walkin import WalkIn, register
from app.states import CustomerKind, Permission
from app.work import Store
from db.models.customers import Customer
from tests.builders import lists
from tests.builders.databases import Founded, found


@pytest.fixture
def filled(branch: Founded) -> Founded:
    with branch.change() as work:
        register(
            work,
            WalkIn(
                phone="13800138000",
                name="单雄信",
                card={
                    "gender": "男", "birth": "农历1990年闰五月初一", "wechat": "shan88", "email": "a@b.cn",
                    "company_name": "大有商贸",
                    "region_code": "510107", "address": "人民南路1号", "postcode": "610041", "class_code": "key",
                    "note": '=HYPERLINK("x")\n第二行', "occupation": "司机",
                },
                need={"product": "秦PLUS", "budget_min": "100000", "budget_max": "150000", "intent_level": "H"},
                vehicle={"plate": "川A12345", "bought_on": "2023-01-01", "mileage_km": "32000"},
            ),
        )  # fmt: skip
        register(
            work,
            WalkIn(
                phone="028-85551234",
                name="成都大有商贸有限公司",
                kind=CustomerKind.COMPANY,
                card={"registered_capital": "500万", "legal_representative": "李四"},
            ),
        )
    return branch


def cards(branch: Founded) -> dict[str, Card]:
    with branch.read() as work:
        keys = work.session.scalars(select(Customer.id)).all()
        return {card.name: card for card in (open_card(work, key) for key in keys)}


def export(branch: Founded, path: Path, language: str = "zh") -> int:
    with branch.read() as work:
        return export_customers(work, path, language=language)


def test_every_title_is_understood_again() -> None:
    for language in ("zh", "en"):
        strange = [title for title in titles(language) if field_for(title) is None]
        assert strange == [{"zh": "客户编号", "en": "Customer no."}[language]]


def test_formulas_stay_text_in_each_format(filled: Founded, tmp_path: Path) -> None:
    export(filled, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    rows = {
        row[2].value: {title.value: cell for title, cell in zip(sheet[1], row, strict=True)} for row in sheet
    }
    note = rows["单雄信"]["备注"]
    assert (note.value, note.data_type, note.number_format) == ('=HYPERLINK("x")\n第二行', "s", "@")
    assert rows["单雄信"]["电话"].value == "138 0013 8000"
    export(filled, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        told = {row["姓名"]: row for row in csv.DictReader(stream)}
    assert told["单雄信"]["备注"].startswith("'=HYPERLINK")
    assert (told["单雄信"]["生日"], told["单雄信"]["预算"]) == ("农历1990年闰5月1日", "100000-150000")
    assert told["成都大有商贸有限公司"]["注册资本"] == "5000000"


def test_vcards_come_back(filled: Founded, tmp_path: Path) -> None:
    assert export(filled, tmp_path / "a.vcf") == 2
    text = (tmp_path / "a.vcf").read_text(encoding="utf-8")
    assert max(len(line.encode()) for line in text.split("\n")) <= 76
    shown = preview(tmp_path / "a.vcf")
    names = [column.title for column in shown.mapping.columns]
    told = {row.cells[0] or row.cells[4]: dict(zip(names, row.cells, strict=True)) for row in shown.rows}
    person = told["单雄信"]
    assert (person["phone"], person["wechat"], person["email"]) == ("138 0013 8000", "shan88", "a@b.cn")
    assert (person["address"], person["note"]) == ("四川省成都市武侯区人民南路1号", '=HYPERLINK("x")\n第二行')
    assert told["成都大有商贸有限公司"]["phone"] == "028-85551234"


def test_a_chosen_few_in_their_order(filled: Founded, tmp_path: Path) -> None:
    by_name = cards(filled)
    keys = [by_name["成都大有商贸有限公司"].id]
    with filled.read() as work:
        assert export_customers(work, tmp_path / "a.csv", keys) == 1


def test_a_stopped_export_leaves_no_file(filled: Founded, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="export-cancelled"), filled.read() as work:
        export_customers(work, tmp_path / "a.xlsx", told=lambda _done, _all: False)
    assert list(tmp_path.glob("*.xlsx")) == []
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_refusals_of_exports(filled: Founded, store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="export-kind-unknown"):
        export(filled, tmp_path / "a.doc")
    with pytest.raises(UserError, match="export-unwritable"):
        export(filled, tmp_path / "nowhere" / "a.csv")
    actor = filled.actor_with(*set(Permission) - {Permission.EXPORT_CUSTOMERS})
    with pytest.raises(UserError, match="not-allowed"), store.read(actor) as work:
        export_customers(work, tmp_path / "a.csv")


def test_a_branch_exports_its_own_customers_only(filled: Founded, store: Store, tmp_path: Path) -> None:
    other = found(store, "CQ")
    with store.read(other.actor_with(*Permission)) as work:
        assert export_customers(work, tmp_path / "a.csv") == 0


@pytest.mark.parametrize(("name", "language"), [("a.xlsx", "zh"), ("a.csv", "zh"), ("a.xlsx", "en")])
def test_nothing_of_a_card_is_lost_on_the_way(
    filled: Founded, tmp_path: Path, name: str, language: str
) -> None:
    path = tmp_path / name
    export(filled, path, language)
    before = cards(filled)
    with filled.change() as work:
        for customer in work.session.scalars(select(Customer)):
            customer.deleted_at = work.now()
    with filled.change() as work:
        import_customers(work, path, lists.mapping_of(path))
    after = cards(filled)
    assert after.keys() == before.keys()
    for who, card in after.items():
        for part in Part:
            was = [dict(row.values) for row in before[who].rows(part)]
            assert [dict(row.values) for row in card.rows(part)] == was, (who, part)
