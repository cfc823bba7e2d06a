"""The customer dossier: everything on the card, page after page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents import preview
from app.documents.dossier import customer_dossier
from app.documents.records import Dossier, Language, PaperSize, Sheet
from app.errors import UserError
from tests.builders.papers import HOUSE, LONG_COMPANY, company_dossier, person_dossier


def _pages(dossier: Dossier, language: Language = Language.CHINESE) -> list[str]:
    pdf = customer_dossier(dossier, house=HOUSE, sheet=Sheet(language=language))
    return ["".join(preview.page_text(pdf, page).split()) for page in range(preview.page_count(pdf))]


@pytest.mark.parametrize("language", list(Language))
def test_everything_on_a_persons_card_is_printed(language: Language) -> None:
    text = "".join(_pages(person_dossier(), language))
    told = (
        "CD01-01-00045", "欧阳𠮷䶮㛃𬱖", "ouyangjiyan", "个人", "重点客户", "A1个月内", "VIP金卡", "转介绍", "分店",
        "第二十九届成都国际汽车展览会", "ouyang.jiyan@example.com", "ouyang_1990", "610041", "由老客户单晓燕介绍",
        "锦绣花园3期15栋2单元1804室", "82%", "年收入", "车架号", "女", "农历1990年闰五月初一", "36", "结构工程师",
        "本科", "20–50万元", "四川省建筑设计研究院有限公司", "13880001234", "028-85551234", "固定电话",
        "180,000–220,000", "≤30,000", "哈弗H9", "2026-12-20", "LSVAM4187C2184841", "CFB123456", "2014-06-01",
        "86,500", "川A·12345", "登记表", "2026-1", "李静", "王芳", "13880000013",
    )  # fmt: skip
    assert [value for value in told if value not in text] == []
    assert [number for number in range(46) if f"第{number}次" not in text] == []


def test_a_companys_card_shows_its_people_scope_and_stop_sign() -> None:
    text = "".join(_pages(company_dossier()))
    for told in (
        LONG_COMPANY,
        "请勿联系",
        "91510107MA6CABCD0X",
        "5,000,000元",
        "单晓燕",
        "决策人",
        "仇䶮",
        "0470-8555999",
    ):
        assert told in text
    assert text.count("拖拉机驾驶培训") == 4
    assert text.count("暂无记录") == 5
    assert "性别" not in text


def test_every_page_tells_whose_it_is_and_how_many_there_are() -> None:
    pages = _pages(person_dossier())
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert "CD01-01-00045" in page
        assert "客户档案" in page
        assert f"第{number}页共{len(pages)}页" in page


def test_the_heads_are_repeated_where_the_log_goes_on() -> None:
    pages = _pages(person_dossier(contacts=80, changes=0))
    going_on = [page for page in pages if "次日再拨" in page]
    assert len(going_on) > 3
    assert all("时间方式经办人事项客户意见结果下一步" in page for page in going_on)


@pytest.mark.parametrize("changes", range(1, 34, 4))
def test_the_signatures_never_stand_on_a_page_of_their_own(changes: int) -> None:
    assert "13880001234" in _pages(replace(person_dossier(contacts=3, changes=changes), phones=()))[-1]


def test_a_card_with_nothing_but_a_name_is_one_page() -> None:
    pages = _pages(Dossier(number="1", name="张三", kind_text="个人"))
    assert len(pages) == 1
    assert "暂无记录" in pages[0]


def test_paper_too_small_for_it_is_refused() -> None:
    with pytest.raises(UserError, match="paper-too-small"):
        customer_dossier(company_dossier(), house=HOUSE, sheet=Sheet(size=PaperSize.A5))
