"""The telephone log LC-03: each call a row, nothing lost over pages, empty rows to write on."""

from __future__ import annotations

import pytest

from app.documents import preview
from app.documents.phone_log import WORDS, phone_log
from app.documents.records import Language, PaperSize, Sheet
from app.documents.visit_records import PhoneLog
from app.errors import UserError
from tests.builders.papers import HOUSE, RARE_NAME, calls


def _pages(pdf: bytes) -> list[str]:
    return [preview.page_text(pdf, page) for page in range(preview.page_count(pdf))]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("count", [1, 2, 16, 17, 18, 60])
def test_every_call_is_on_one_page_and_the_total_at_the_end(count: int, language: Language) -> None:
    log = calls(count)
    pages = _pages(phone_log(log, house=HOUSE, sheet=Sheet(language=language)))
    for call in log.calls:
        assert sum(call.number in page for page in pages) == 1
    words = WORDS[language]
    for number, page in enumerate(pages, 1):
        assert words["page"].format(page=number, pages=len(pages)) in page
        assert "LC-03" in page
    minutes = sum(call.minutes or 0 for call in log.calls)
    assert f"{minutes}" in pages[-1]
    assert words["signed"] in pages[-1]
    assert "李静" in pages[0]


def test_calls_of_several_days_tell_the_day_and_of_one_day_only_the_time() -> None:
    one, many = ("".join(_pages(phone_log(calls(count), house=HOUSE))) for count in (3, 120))
    assert "11-01 09:30" not in one.replace("\n", " ").replace("2026-11-01 09:30", "")
    assert "11-02" in many
    assert RARE_NAME in one


def test_a_time_without_calls_says_so() -> None:
    (page,) = _pages(phone_log(PhoneLog(about=(("日期", "2026-11-23"),)), house=HOUSE))
    assert WORDS[Language.CHINESE]["none"] in page
    assert "2026-11-23" in page


def test_blank_sheets_are_as_many_as_asked() -> None:
    pages = _pages(phone_log(PhoneLog(blank_sheets=3), house=HOUSE))
    assert len(pages) == 3
    assert all(WORDS[Language.CHINESE]["checked"] in page for page in pages)


def test_smaller_paper_is_refused() -> None:
    with pytest.raises(UserError, match="paper-too-small"):
        phone_log(calls(), house=HOUSE, sheet=Sheet(size=PaperSize.A5))
