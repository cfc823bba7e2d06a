"""The complaint handling form LC-04: nothing known is missing or cut, what is still ahead can be written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents import preview
from app.documents.booklet import blank_booklet, complaint_forms
from app.documents.complaint_form import complaint_form
from app.documents.complaint_labels import COMPLAINT, USUAL
from app.documents.complaint_records import ComplaintEntry
from app.documents.records import Language, PaperSize, Sheet
from app.errors import UserError
from tests.builders.complaint_papers import complaint, investigated, taken
from tests.builders.papers import HOUSE, RARE_NAME, batch

SHEETS = [Sheet(language=language) for language in Language]
BLANK = ComplaintEntry(serial="CDAC00013")


def _pages(pdf: bytes) -> list[str]:
    return ["".join(preview.page_text(pdf, page).split()) for page in range(preview.page_count(pdf))]


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_everything_known_is_printed(sheet: Sheet) -> None:
    text = "".join(_pages(complaint_form(complaint(), house=HOUSE, sheet=sheet)))
    written = (
        "CDAC00012", "CDAT00031", RARE_NAME, "13880001234", "1804室", "CD01-01-00045", "2026-11-14", "钣金/喷漆",
        "川A·12345", "DD20261114-07", "成都国际", "补漆与原车色差", "赔偿误工费800元", "售后服务部",
        "2026-11-1614:12", "今天内给出方案", "凭经验调配", "16:40交车", "已抽查无色差", "客户照片3张", "喷漆组",
        "抛光处理左后门", "先按抛光处理", "必须重喷", "2,600.50", "自然光下由客户比色", "提供代步车两天", "川A·67890",
        "11-17", "800元工时券", "费用偏高", "刘副店长", "限本周完成", "这次要按时", "测色数据存档", "2,450",
        "工时券随车交付", "下午来取", "来回跑了三趟", "质检单比色栏双签", "2026-11-2109:32", "单晓燕",
    )  # fmt: skip
    assert [value for value in written if value not in text] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
@pytest.mark.parametrize("entry", [BLANK, taken(), investigated(), complaint()], ids=range(4))
def test_every_page_says_form_edition_serial_and_which_of_how_many(
    sheet: Sheet, entry: ComplaintEntry
) -> None:
    pages = _pages(complaint_form(entry, house=HOUSE, sheet=sheet))
    words = COMPLAINT[sheet.language]
    for number, text in enumerate(pages, 1):
        told = words["page"].format(page=number, pages=len(pages))
        for said in ("LC-04", "2026-1", entry.serial, words["title"], told):
            assert "".join(said.split()) in text


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
@pytest.mark.parametrize("entry", [BLANK, taken(), investigated()], ids=range(3))
def test_stages_still_ahead_are_there_to_be_written_on(sheet: Sheet, entry: ComplaintEntry) -> None:
    pages = _pages(complaint_form(entry, house=HOUSE, sheet=sheet))
    words, text = COMPLAINT[sheet.language], "".join(pages)
    assert len(pages) == 2
    names = ("done", "told", "satisfaction", "why", "summary", "closed", "sign_handler", "sign_department",
             "sign_manager", "sign_customer")  # fmt: skip
    assert [name for name in names if "".join(words[name].split()) not in text] == []


def test_long_texts_go_on_on_the_next_page_without_losing_a_line() -> None:
    said = "\n".join(f"第{number}次到店均无人答复；" for number in range(1, 151))
    learnt = "\n".join(f"改进{number}条；" for number in range(1, 101))
    pages = _pages(complaint_form(replace(complaint(), matter=said, summary=learnt), house=HOUSE))
    text = "".join(pages)
    assert len(pages) > 3
    assert "…" not in text
    assert [n for n in range(1, 151) if f"第{n}次到店" not in text] == []
    assert [n for n in range(1, 101) if f"改进{n}条" not in text] == []


@pytest.mark.parametrize("length", range(0, 2400, 150))
def test_the_signatures_never_stand_on_a_page_of_their_own(length: int) -> None:
    pages = _pages(complaint_form(replace(complaint(), summary="改" * length), house=HOUSE))
    assert "部门负责人" in pages[-1]
    assert "是否关闭" in pages[-1]


@pytest.mark.parametrize("lines", range(1, 26))
def test_an_opinion_stays_with_its_decision_and_a_talk_with_its_result(lines: int) -> None:
    matter = "\n".join(["很长的一段经过"] * lines)
    for page in _pages(complaint_form(replace(complaint(), matter=matter), house=HOUSE)):
        assert page.count("审批结论") == page.count("审批意见") == page.count("审批人")
        assert page.count("沟通人") == page.count("不接受")


def test_a_word_no_list_knows_any_more_is_printed_and_ticked() -> None:
    text = "".join(_pages(complaint_form(replace(taken(), channel_text="传真"), house=HOUSE)))
    assert "传真" in text
    assert all(option in text for option in USUAL[Language.CHINESE].channels)


def test_smaller_paper_is_refused() -> None:
    with pytest.raises(UserError, match="paper-too-small"):
        complaint_form(taken(), house=HOUSE, sheet=Sheet(size=PaperSize.A5))


@pytest.mark.parametrize("language", list(Language))
def test_a_booklet_has_each_serial_in_the_table_and_on_both_sides_of_a_sheet(language: Language) -> None:
    serials = tuple(f"CDAC{n:05d}" for n in range(1, 5))
    record = replace(batch(4), serials=serials, edition="2026-7")
    lists = replace(USUAL[language], channels=("FAX-77",))
    pdf = blank_booklet(
        record, house=HOUSE, sheet=Sheet(language=language, duplex=True), form=complaint_forms(lists)
    )
    pages = _pages(pdf)
    assert all(told in pages[0] for told in ("LC-04", "2026-7"))
    assert len(pages) == 2 + 2 * len(serials)
    for number, serial in enumerate(serials):
        assert serial in pages[1]
        assert serial in pages[2 + 2 * number]
        assert serial in pages[3 + 2 * number]
        assert "FAX-77" in pages[2 + 2 * number]
