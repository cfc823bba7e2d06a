"""The visit form LC-02: everything known is on it, what is not can be written, nothing leaves its cell."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from app.documents import preview
from app.documents.booklet import VISIT_FORM, blank_booklet
from app.documents.grid import LINE
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.documents.visit_form import ANSWERS, lay_out, spare_room, visit_form, write_visit_forms
from app.documents.visit_labels import VISIT
from app.documents.visit_records import VisitEntry
from app.errors import UserError
from tests.builders.papers import HOUSE, LONG_COMPANY, RARE_NAME, batch, visit

SHEETS = [Sheet(language=language) for language in Language]
LONG_HOUSE = House(company=LONG_COMPANY, branch="呼伦贝尔市海拉尔区中央大街旗舰店")


def text_of(pdf: bytes) -> str:
    pages = (preview.page_text(pdf, page) for page in range(preview.page_count(pdf)))
    return "".join("".join(pages).split())


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_everything_known_is_printed(sheet: Sheet) -> None:
    text = text_of(visit_form(visit(), house=HOUSE, sheet=sheet))
    written = (
        "CDAV00012", LONG_COMPANY, RARE_NAME, "13880001234", "确认试驾时间", "关注第三排空间",
        "180,000–220,000", "14:00",
        "李静", "赵工（技术）", "客户公司三楼会议室", "约定试驾日期", "问清采购审批流程和决策人",
        "单晓燕、仇䶮",
        "第三排要能放平", "报价低六千元", "质保更长", "冬季试驾数据", "价格偏高", "争取年底前签约",
    )  # fmt: skip
    assert [value for value in written if value not in text] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
@pytest.mark.parametrize("house", [HOUSE, LONG_HOUSE], ids=["usual", "long"])
def test_a_page_says_form_edition_serial_and_stays_one_page(sheet: Sheet, house: House) -> None:
    pdf = visit_form(visit(), house=house, sheet=sheet)
    words = VISIT[sheet.language]
    text = preview.page_text(pdf, 0)
    assert preview.page_count(pdf) == 1
    for told in ("LC-02", "2026-1", "CDAV00012", words["title"], words["page"].format(page=1, pages=1)):
        assert told in text
    assert 0 <= spare_room(sheet) < LINE


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_every_answer_has_lines_a_hand_can_write_on(sheet: Sheet) -> None:
    slots = lay_out(Pdf(BytesIO(), sheet, title="", author=""), sheet, HOUSE).slots
    heights = {name: slots.texts[name].height for name in (*ANSWERS, "points", "aim")}
    assert min(heights[name] for name in ANSWERS) >= 2 * LINE
    assert min(heights.values()) >= LINE
    places = [slots.texts[name].y for name in ("aim", "points", *ANSWERS)]
    assert places == sorted(places)
    edge = 210 - 15
    assert all(slot.x + slot.width <= edge for slot in slots.texts.values())


def _dark(pdf: bytes, *, left: float, top: float, width: float, height: float) -> int:
    """Dark spots in a part of the page, given in millimetres."""
    page = preview.render(pdf, 0, dpi=127)
    rows = range(round(top * 5), round((top + height) * 5))
    columns = range(round(left * 5), round((left + width) * 5))
    return sum(page.rgb[(row * page.width + column) * 3] < 200 for row in rows for column in columns)


def test_a_blank_answer_is_ruled_and_a_filled_one_is_not() -> None:
    sheet = Sheet()
    slot = lay_out(Pdf(BytesIO(), sheet, title="", author=""), sheet, HOUSE).slots.texts["feedback"]
    place = {"left": slot.x + 120, "top": slot.y + 1, "width": 30.0, "height": slot.height - 2}
    blank = visit_form(VisitEntry(serial="1"), house=HOUSE)
    short = visit_form(VisitEntry(serial="1", feedback="好"), house=HOUSE)
    other = visit_form(VisitEntry(serial="1", needs="好"), house=HOUSE)
    assert _dark(blank, **place) > 50
    assert _dark(short, **place) == 0
    assert _dark(other, **place) == _dark(blank, **place)


def test_an_answer_too_long_for_its_lines_ends_in_dots_inside_its_cell() -> None:
    text = text_of(visit_form(replace(visit(), needs="很长的需求。" * 200), house=HOUSE))
    assert "…" in text
    assert "争取年底前签约" in text


def test_smaller_paper_is_refused() -> None:
    with pytest.raises(UserError, match="paper-too-small"):
        visit_form(visit(), house=HOUSE, sheet=Sheet(size=PaperSize.A5))


def test_many_forms_tell_their_progress() -> None:
    seen: list[int] = []
    assert write_visit_forms([visit(), visit()], BytesIO(), house=HOUSE, on_form=seen.append) == 2
    assert seen == [1, 2]


@pytest.mark.parametrize("language", list(Language))
def test_a_booklet_for_a_representative_has_each_serial_in_the_table_and_on_a_form(
    language: Language,
) -> None:
    record = replace(batch(4), serials=tuple(f"CDAV{n:05d}" for n in range(1, 5)), edition="2026-7")
    pdf = blank_booklet(record, house=HOUSE, sheet=Sheet(language=language, duplex=True), form=VISIT_FORM)
    pages = [preview.page_text(pdf, page) for page in range(preview.page_count(pdf))]
    assert VISIT[language]["title"].split()[0] in pages[0]
    assert all(told in pages[0] for told in ("LC-02", "2026-7", "李静"))
    for number, serial in enumerate(record.serials):
        assert serial in pages[1]
        assert serial in pages[-4:][number]
    assert len(pages) % 2 == 0
