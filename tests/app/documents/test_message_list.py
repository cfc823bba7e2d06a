"""The list worked through by hand: every row on paper, on as many pages as it takes."""

from __future__ import annotations

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from app.documents.message_list import ListedMessage, message_list
from app.documents.records import House, Language, Sheet

HOUSE = House(
    company="成都某某汽车销售有限公司", branch="成都高新店", address="", phone="", privacy_contact=""
)


def test_every_row_is_on_paper() -> None:
    lines = [
        ListedMessage(number=f"CDA1-{n:05d}", name="李浩然", where="138 0000 0001", text="生日快乐" * 12)
        for n in range(40)
    ]
    document = pdfium.PdfDocument(message_list(lines, house=HOUSE))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert len(document) > 1
    assert all(line.number in text for line in lines)
    document.close()


def test_it_is_printed_in_english_too() -> None:
    sheet = Sheet(language=Language.ENGLISH)
    document = pdfium.PdfDocument(message_list([], house=HOUSE, sheet=sheet))
    assert "Customer Care List" in document[0].get_textpage().get_text_range()
    document.close()
