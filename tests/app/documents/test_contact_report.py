"""The contact report LC-17: each customer with both owners, what is not in order said in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents import preview
from app.documents.contact_report import WORDS, contact_report
from app.documents.records import Language, PaperSize, Sheet
from app.errors import UserError
from tests.builders.papers import HOUSE, LONG_COMPANY, RARE_NAME, contact_report_of


def _text(pdf: bytes) -> str:
    return "".join("".join(preview.page_text(pdf, page) for page in range(preview.page_count(pdf))).split())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("count", [1, 17, 60])
def test_every_customer_is_in_it_once(language: Language, count: int) -> None:
    report = contact_report_of(count)
    pdf = contact_report(report, house=HOUSE, sheet=Sheet(language=language))
    text, words = _text(pdf), WORDS[language]
    assert all(text.count(line.number) == 1 for line in report.lines)
    told = words["page"].format(page=preview.page_count(pdf), pages=preview.page_count(pdf))
    assert told in preview.page_text(pdf, preview.page_count(pdf) - 1)
    assert "".join(words["manager"].split()) in text
    assert "LC-17" in text


def test_what_is_not_in_order_is_said_in_words() -> None:
    words = WORDS[Language.CHINESE]
    text = _text(contact_report(contact_report_of(5), house=HOUSE))
    assert all(words[name] in text for name in ("alone", "silent", "nobody", "good"))
    assert LONG_COMPANY in text
    assert RARE_NAME in text
    assert "不符合要求4家" in text


def test_without_such_customers_it_says_so() -> None:
    report = replace(contact_report_of(1), lines=())
    assert WORDS[Language.CHINESE]["none"] in _text(contact_report(report, house=HOUSE))
    with pytest.raises(UserError, match="paper-too-small"):
        contact_report(report, house=HOUSE, sheet=Sheet(size=PaperSize.A5))
