"""The registration form LC-01: everything known is on it, in its box, in both editions and on both papers."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest

from app.documents import preview
from app.documents.labels import CHOICES, REGISTRATION
from app.documents.pdf import Pdf
from app.documents.records import (
    Consents,
    FormChoices,
    House,
    Language,
    PaperSize,
    RegistrationEntry,
    Sheet,
)
from app.documents.registration_form import registration_form, write_registration_forms
from app.documents.registration_layout import lay_out, spare_room
from app.errors import UserError
from tests.builders.papers import HOUSE, LONG_COMPANY, registration

SHEETS = [Sheet(size=size, language=language) for size, language in product(PaperSize, Language)]
LONG_HOUSE = House(
    company=LONG_COMPANY,
    branch="呼伦贝尔市海拉尔区中央大街旗舰店",
    address="内蒙古自治区呼伦贝尔市海拉尔区中央大街188号友谊大厦一层至三层临街商铺",
    phone="0470-8555000",
    privacy_contact="0470-8555001 个人信息保护负责人 苏日娜 privacy@hulunbuir-muye.example",
    recipient="呼伦贝尔农牧融资租赁有限责任公司",
    recipient_contact="0470-8555002",
)


def text_of(pdf: bytes) -> str:
    """The words of all pages without the line breaks that wrapping put in."""
    pages = (preview.page_text(pdf, page) for page in range(preview.page_count(pdf)))
    return "".join("".join(pages).split())


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_everything_known_is_printed(sheet: Sheet) -> None:
    text = text_of(registration_form(registration(), house=HOUSE, sheet=sheet))
    written = (
        "CD01-26-000123", "10:35", "李静", "CD01-01-00045", "欧阳𠮷䶮㛃𬱖", "13880001234", "028-85551234",
        "ouyang_1990", "ouyang.jiyan@example.com", "结构工程师", "四川省建筑设计研究院有限公司", "610041",
        LONG_COMPANY, "91510107MA6CABCD0X", "尼玛·扎西多吉", "汽车零配件批发", "单晓燕", "采购经理",
        "028-85559999-801", "028-85559998", "第二十九届成都国际汽车展览会",
        "浆洗街道洗面桥街12号锦绣花园3期15栋2单元1804室", "星途凌云2.0T四驱旗舰版", "180,000", "220,000",
        "家庭自用，周末自驾", "哈弗H9、途观L", "大众朗逸2014款", "川A·12345", "希望周末下午联系", "王芳",
        "2026-11-2316:40", "1990",
    )  # fmt: skip
    assert [value for value in written if value not in text] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
@pytest.mark.parametrize("house", [HOUSE, LONG_HOUSE, House(company="店")], ids=["usual", "long", "bare"])
def test_the_form_fits_its_paper(sheet: Sheet, house: House) -> None:
    assert min(spare_room(sheet, house)) >= 0


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_a_page_says_form_edition_serial_and_page_of_pages(sheet: Sheet) -> None:
    pdf = registration_form(RegistrationEntry(serial="CD01-26-000123"), house=HOUSE, sheet=sheet)
    pages = 1 if sheet.size is PaperSize.A4 else 2
    assert preview.page_count(pdf) == pages
    for page in range(pages):
        text = preview.page_text(pdf, page)
        words = REGISTRATION[sheet.language]
        for told in ("LC-01", "2026-1", "CD01-26-000123", words["title"], HOUSE.company):
            assert told in text
        assert words["page"].format(page=page + 1, pages=pages) in text


def test_a_blank_form_answers_nothing() -> None:
    blank = registration_form(RegistrationEntry(serial="CD01-26-000124"), house=HOUSE)
    filled = registration_form(registration("CD01-26-000124"), house=HOUSE)
    assert len(text_of(blank)) < len(text_of(filled)) - 250
    assert "138" not in text_of(blank).replace("CD01-26-000124", "")


def _ticked(
    entry: RegistrationEntry, sheet: Sheet, choices: FormChoices | None = None
) -> set[tuple[str, str]]:
    """The options whose box holds ink on the rendered page."""
    pdf = registration_form(entry, house=HOUSE, sheet=sheet, choices=choices)
    slots = lay_out(Pdf(BytesIO(), sheet, title="", author=""), sheet, HOUSE, choices).slots
    pictures = [preview.render(pdf, page, dpi=254) for page in range(preview.page_count(pdf))]
    found = set()
    for key, (page, x, y) in slots.ticks.items():
        picture = pictures[page]
        inside = [
            (round((x + 0.6) * 10) + i, round((y + 0.6) * 10) + j) for i in range(20) for j in range(20)
        ]
        if sum(picture.rgb[(row * picture.width + column) * 3] < 128 for column, row in inside) > 15:
            found.add(key)
    return found


@pytest.mark.parametrize("size", list(PaperSize))
def test_the_ticks_are_in_the_boxes_meant(size: PaperSize) -> None:
    assert _ticked(registration(), Sheet(size=size)) == {
        ("kind", "个人"), ("gender", "女"), ("calendar", "农历"), ("leap", "闰月"), ("education", "本科"),
        ("income", "20–50万元"), ("source", "转介绍"), ("channel", "分店"), ("class", "重点"), ("level", "A 1个月内"),
        ("consent_service", "yes"), ("consent_marketing", "no"),
    }  # fmt: skip


def test_each_consent_is_asked_and_answered_on_its_own() -> None:
    entry = RegistrationEntry(serial="1", consents=Consents(service=True, marketing=False, sharing=True))
    assert _ticked(entry, Sheet()) == {
        ("consent_service", "yes"), ("consent_marketing", "no"), ("consent_sharing", "yes"),
    }  # fmt: skip
    assert _ticked(RegistrationEntry(serial="1"), Sheet()) == set()


def test_a_word_that_is_no_longer_on_the_form_is_written_out() -> None:
    entry = replace(registration(), source_text="地铁广告", channel_text="团购", education_text="博士后")
    text = text_of(registration_form(entry, house=HOUSE))
    assert "地铁广告" in text
    assert "博士后" in text
    assert "销售渠道：团购" in text


def test_a_long_remark_does_not_push_an_answer_off_the_form() -> None:
    entry = replace(registration(), channel_text="团购", note="希望周末下午联系。" * 40)
    text = text_of(registration_form(entry, house=HOUSE, sheet=Sheet(size=PaperSize.A5)))
    assert "销售渠道：团购；希望周末" in text
    assert "…" in text


def test_the_branchs_own_choices_stand_beside_the_boxes() -> None:
    choices = FormChoices(sources=("路过", "车展", "老客户"))
    text = text_of(registration_form(RegistrationEntry(serial="1"), house=HOUSE, choices=choices))
    assert "路过车展老客户其他" in text
    assert "陌生拜访" not in text
    assert CHOICES[Language.CHINESE].channels[0] in text


def test_a_number_longer_than_its_comb_is_still_readable() -> None:
    entry = replace(registration(), mobile="+49 151 2345 6789 ext 42")
    assert "+491512345" in text_of(registration_form(entry, house=HOUSE))


def test_the_notice_names_the_handler_and_the_recipient() -> None:
    text = text_of(registration_form(RegistrationEntry(serial="1"), house=LONG_HOUSE))
    for told in (
        LONG_HOUSE.company,
        "privacy@hulunbuir-muye.example",
        LONG_HOUSE.recipient,
        "自最后一次往来之日起三年",
    ):
        assert told in text


def test_millimetre_offsets_move_the_whole_page() -> None:
    straight = preview.render(registration_form(registration(), house=HOUSE), 0, dpi=254)
    sheet = Sheet(offset_x_mm=3, offset_y_mm=-2)
    moved = preview.render(registration_form(registration(), house=HOUSE, sheet=sheet), 0, dpi=254)

    def edge(picture: preview.Picture) -> tuple[int, int]:
        rows = [
            picture.rgb[at : at + picture.width * 3] for at in range(0, len(picture.rgb), picture.width * 3)
        ]
        first = next(number for number, row in enumerate(rows) if min(row) < 100)
        left = min(
            next((i // 3 for i, byte in enumerate(row) if byte < 100), 9999) for row in rows[300:2000:10]
        )
        return left, first

    was, now = edge(straight), edge(moved)
    assert now[0] - was[0] == pytest.approx(30, abs=1)
    assert now[1] - was[1] == pytest.approx(-20, abs=1)


def test_many_forms_report_their_progress_and_may_be_cancelled() -> None:
    seen: list[int] = []
    pages = write_registration_forms(
        [registration(f"CD01-26-{number:06d}") for number in range(3)],
        BytesIO(),
        house=HOUSE,
        on_form=seen.append,
    )
    assert (pages, seen) == (3, [1, 2, 3])

    def stop(number: int) -> None:
        if number == 2:
            raise KeyboardInterrupt

    out = BytesIO()
    with pytest.raises(KeyboardInterrupt):
        write_registration_forms([registration()] * 3, out, house=HOUSE, on_form=stop)
    assert out.getvalue() == b""


def test_a_logo_is_printed_and_a_broken_one_refused() -> None:
    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (60, 24), "black").save(picture, "PNG")
    pdf = registration_form(registration(), house=replace(HOUSE, logo=picture.getvalue()))
    page = preview.render(pdf, 0, dpi=254)
    assert page.rgb[(140 * page.width + 160) * 3] < 50
    assert HOUSE.company in text_of(pdf)
    with pytest.raises(UserError, match="logo-unreadable"):
        registration_form(registration(), house=replace(HOUSE, logo=b"not a picture"))
