"""A list of messages to work through by hand: whom, where, what is said, and a box to tick once it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from app.documents.frame import Frame, Heading, draw_foot, draw_head, draw_page_number, frame_of, logo_of
from app.documents.ink import Align, Ink
from app.documents.pdf import Pdf
from app.documents.records import House, Language, Sheet
from app.documents.tables import Column, Table, draw_table

FORM_NUMBER: Final = "LC-18"
EDITION: Final = "2026-1"
_NAMES: Final = ("no", "customer", "where", "text", "done")
_SHARES: Final = (8, 34, 36, 86, 18)

WORDS: Mapping[Language, Mapping[str, str]] = {
    Language.CHINESE: {
        "title": "客户关怀名单",
        "form_number": "表号",
        "edition": "版次",
        "page": "第 {page} 页 共 {pages} 页",
        "no": "序号",
        "customer": "客户",
        "where": "号码或地址",
        "text": "内容",
        "done": "完成",
        "footer": "含客户个人信息，用后按保密文件销毁。完成后在系统中标记为已发送。",
    },
    Language.ENGLISH: {
        "title": "Customer Care List",
        "form_number": "Form",
        "edition": "Edition",
        "page": "Page {page} of {pages}",
        "no": "No.",
        "customer": "Customer",
        "where": "Number or address",
        "text": "Text",
        "done": "Done",
        "footer": "Holds personal information: shred it after use. Mark the messages as sent when done.",
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedMessage:
    """One row."""

    number: str
    name: str
    where: str
    text: str


def message_list(lines: Sequence[ListedMessage], *, house: House, sheet: Sheet | None = None) -> bytes:
    """The list as a PDF."""
    sheet = sheet or Sheet()
    words, frame, out = WORDS[sheet.language], frame_of(sheet), BytesIO()
    pdf = Pdf(out, sheet, title=words["title"], author=house.company)
    part = pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=EDITION)
    top = draw_head(part, frame, house, heading, words) + 1.0
    draw_foot(part, frame, words["footer"])
    pdf.part("message-list", part, logo_of(house, frame))
    inks = _fill(pdf, frame, lines, words, top)
    for number, ink in enumerate(inks, 1):
        draw_page_number(ink, frame, words, number, len(inks))
        pdf.page(ink, "message-list")
    pdf.save()
    return out.getvalue()


def _fill(
    pdf: Pdf, frame: Frame, lines: Sequence[ListedMessage], words: Mapping[str, str], top: float
) -> list[Ink]:
    inks = [pdf.ink()]

    def turn() -> tuple[Ink, float]:
        inks.append(pdf.ink())
        return inks[-1], top + 1.0

    columns = tuple(
        Column(title=words[name], share=share, align=Align.CENTRE if name == "no" else Align.LEFT)
        for name, share in zip(_NAMES, _SHARES, strict=True)
    )
    rows = [
        (str(number), f"{line.name}\n{line.number}", line.where, line.text, "")
        for number, line in enumerate(lines, 1)
    ]
    draw_table(
        Table(columns=columns, rows=rows, size=9, least=9.0),
        x=frame.x,
        y=top + 1.0,
        width=frame.width,
        bottom=frame.bottom - 5.0,
        ink=inks[0],
        turn=turn,
    )
    return inks
