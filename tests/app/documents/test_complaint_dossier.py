"""The complaint dossier LC-05: the whole file of a ticket, page after page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents import preview
from app.documents.complaint_dossier import complaint_dossier
from app.documents.complaint_records import ComplaintDossier
from app.documents.records import Language, PaperSize, Sheet
from app.errors import UserError
from tests.builders.complaint_papers import dossier, taken
from tests.builders.papers import HOUSE, RARE_NAME


def _pages(record: ComplaintDossier, language: Language = Language.CHINESE) -> list[str]:
    pdf = complaint_dossier(record, house=HOUSE, sheet=Sheet(language=language))
    return ["".join(preview.page_text(pdf, page).split()) for page in range(preview.page_count(pdf))]


@pytest.mark.parametrize("language", list(Language))
def test_everything_of_a_ticket_is_printed(language: Language) -> None:
    text = "".join(_pages(dossier(), language))
    told = (
        "LC-05", "CDAT00031", RARE_NAME, "升级投诉", "关闭", "CDAP0002", "补漆与原车色差", "凭经验调配", "必须重喷",
        "2,600.50", "测色数据存档", "理解/接受", "质检单比色栏双签", "客户有异议", "受理→分派", "首次答复", "82%",
        "按时", "午休", "1小时12分", "等待客户", "超时", "七日内同类投诉三次", "左后门色差照片1.jpg", "2.4MB",
        "application/pdf",
    )  # fmt: skip
    assert [value for value in told if value not in text] == []
    assert [number for number in range(1, 15) if f"第{number}步" not in text] == []


def test_every_page_tells_whose_it_is_and_how_many_there_are() -> None:
    pages = _pages(dossier(steps=60))
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert "CDAT00031" in page
        assert "投诉案卷" in page
        assert f"第{number}页共{len(pages)}页" in page


@pytest.mark.parametrize("steps", range(1, 30, 3))
def test_the_signatures_stand_below_the_last_table(steps: int) -> None:
    last = _pages(dossier(steps))[-1]
    assert "归档人" in last
    assert "质检单扫描件.pdf" in last


def test_a_ticket_just_taken_is_one_page_without_empty_stages() -> None:
    pages = _pages(ComplaintDossier(entry=taken(), stage="受理"))
    assert len(pages) == 1
    assert "满意度" not in pages[0]
    assert pages[0].count("暂无记录") == 4


def test_a_long_matter_is_not_cut() -> None:
    said = "\n".join(f"第{number}次到店均无人答复；" for number in range(1, 151))
    text = "".join(_pages(replace(dossier(), entry=replace(taken(), matter=said))))
    assert "…" not in text
    assert [n for n in range(1, 151) if f"第{n}次到店" not in text] == []


def test_paper_too_small_for_it_is_refused() -> None:
    with pytest.raises(UserError, match="paper-too-small"):
        complaint_dossier(dossier(), house=HOUSE, sheet=Sheet(size=PaperSize.A5))
