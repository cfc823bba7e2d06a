"""The contact report LC-17 (联系报告): customers who need two owners, and who was in touch with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Final

from app.documents.frame import Frame, Heading, draw_foot, draw_head, draw_page_number, frame_of, logo_of
from app.documents.ink import Align, Ink, text_width
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.documents.tables import Column, Table, draw_table
from app.errors import UserError

FORM_NUMBER: Final = "LC-17"
EDITION: Final = "2026-1"
_ABOUT: Final = 13.0
_SIGNATURES: Final = 16.0
_NAMES: Final = ("no", "customer", "class", "first", "second", "contacts", "state")
_SHARES: Final = (8, 48, 20, 30, 30, 20, 28)
_CENTRED: Final = frozenset({"no", "contacts"})

WORDS: Mapping[Language, Mapping[str, str]] = {
    Language.CHINESE: {
        "title": "客户联系报告",
        "form_number": "表号",
        "edition": "版次",
        "page": "第 {page} 页 共 {pages} 页",
        "no": "序号",
        "customer": "客户",
        "class": "分类",
        "first": "第一负责人\n最近联系",
        "second": "第二负责人\n最近联系",
        "contacts": "本期联系\n第一/第二/共",
        "state": "情况",
        "alone": "仅一名负责人",
        "silent": "第二负责人久未联系",
        "nobody": "缺负责人",
        "good": "正常",
        "none": "没有需要两名负责人的客户",
        "period": "期间 {first} 至 {last}",
        "summary": "需双人联系的客户 {customers} 家，本期共联系 {contacts} 次；不符合要求 {breaches} 家",
        "never": "—",
        "made": "制表人签名",
        "manager": "经理签名",
        "date": "日期",
        "footer": "重点客户和新开发的意向客户须有两名员工保持联系；不符合要求的须注明整改措施与期限。",
        "printed": "打印 {by} {at}",
    },
    Language.ENGLISH: {
        "title": "Customer Contact Report",
        "form_number": "Form",
        "edition": "Edition",
        "page": "Page {page} of {pages}",
        "no": "No.",
        "customer": "Customer",
        "class": "Class",
        "first": "First owner\nlast contact",
        "second": "Second owner\nlast contact",
        "contacts": "Contacts\n1st/2nd/all",
        "state": "State",
        "alone": "one owner only",
        "silent": "second owner long out of touch",
        "nobody": "no owner",
        "good": "in order",
        "none": "No customer needs two owners",
        "period": "From {first} to {last}",
        "summary": "{customers} customers who need two owners, {contacts} contacts; {breaches} not in order",
        "never": "—",
        "made": "Made by (signature)",
        "manager": "Manager (signature)",
        "date": "Date",
        "footer": "Key and new promising customers are in touch with two of us; for each that is not, write what "
        "will be done by when.",
        "printed": "Printed {by} {at}",
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportLine:
    """One customer; days are those of the branch's own calendar, None for never."""

    number: str
    name: str
    class_text: str = ""
    first: str = ""
    first_on: date | None = None
    second: str = ""
    second_on: date | None = None
    by_first: int = 0
    by_second: int = 0
    contacts: int = 0
    is_breach: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactReport:
    """The customers of a period, in the order they are printed."""

    first: date
    last: date
    lines: tuple[ReportLine, ...] = ()
    printed_at: datetime | None = None
    printed_by: str = ""


def contact_report(report: ContactReport, *, house: House, sheet: Sheet | None = None) -> bytes:
    """The report as a PDF on A4. Raises UserError `paper-too-small` for any other paper."""
    sheet = sheet or Sheet()
    if sheet.size is not PaperSize.A4:
        raise UserError("paper-too-small", paper=sheet.size.value, needed=PaperSize.A4.value)
    words, frame, out = WORDS[sheet.language], frame_of(sheet), BytesIO()
    pdf = Pdf(out, sheet, title=words["title"], author=house.company)
    part = pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=EDITION)
    top = draw_head(part, frame, house, heading, words) + 1.0
    draw_foot(part, frame, words["footer"])
    pdf.part("contact-report", part, logo_of(house, frame))
    inks = _fill(pdf, frame, report, words, top)
    for number, ink in enumerate(inks, 1):
        draw_page_number(ink, frame, words, number, len(inks))
        if report.printed_by or report.printed_at:
            at = report.printed_at.strftime("%Y-%m-%d %H:%M") if report.printed_at else ""
            told = words["printed"].format(by=report.printed_by, at=at)
            ink.text(frame.x + frame.width, frame.bottom, told, 7.5, align=Align.RIGHT)
        pdf.page(ink, "contact-report")
    pdf.save()
    return out.getvalue()


def _fill(pdf: Pdf, frame: Frame, report: ContactReport, words: Mapping[str, str], top: float) -> list[Ink]:
    inks = [pdf.ink()]
    y = top + _ABOUT

    def turn() -> tuple[Ink, float]:
        inks.append(pdf.ink())
        return inks[-1], top + 1.0

    inks[0].text(
        frame.x, top + 4.6, words["period"].format(first=report.first, last=report.last), 10, bold=True
    )
    inks[0].text(frame.x, top + 10.0, _summary(report, words), 9.5)
    bottom = frame.bottom - 5.0
    if not report.lines:
        inks[0].box(frame.x, y, frame.width, 12.0, 0.8)
        inks[0].text(frame.x + frame.width / 2, y + 7.2, words["none"], 9.5, align=Align.CENTRE)
        return inks
    rows = [_row(number, line, words) for number, line in enumerate(report.lines, 1)]
    ink, end = draw_table(
        Table(columns=_columns(words), rows=rows, size=8.5, least=7.5),
        x=frame.x, y=y, width=frame.width, bottom=bottom, ink=inks[0], turn=turn, after=_SIGNATURES,
    )  # fmt: skip
    if end + _SIGNATURES > bottom:
        ink, end = turn()
    _signatures(ink, frame, words, end + 11.0)
    return inks


def _columns(words: Mapping[str, str]) -> tuple[Column, ...]:
    return tuple(
        Column(title=words[name], share=share, align=Align.CENTRE if name in _CENTRED else Align.LEFT)
        for name, share in zip(_NAMES, _SHARES, strict=True)
    )


def _row(number: int, line: ReportLine, words: Mapping[str, str]) -> tuple[str, ...]:
    def owner(name: str, on: date | None) -> str:
        return f"{name}\n{on.isoformat() if on else words['never']}" if name else words["never"]

    return (
        str(number),
        f"{line.name}\n{line.number}",
        line.class_text,
        owner(line.first, line.first_on),
        owner(line.second, line.second_on),
        f"{line.by_first} / {line.by_second} / {line.contacts}",
        words[_state(line)],
    )


def _state(line: ReportLine) -> str:
    if not line.is_breach:
        return "good"
    if not line.first and not line.second:
        return "nobody"
    return "silent" if line.first and line.second else "alone"


def _summary(report: ContactReport, words: Mapping[str, str]) -> str:
    return words["summary"].format(
        customers=len(report.lines),
        contacts=sum(line.contacts for line in report.lines),
        breaches=sum(line.is_breach for line in report.lines),
    )


def _signatures(ink: Ink, frame: Frame, words: Mapping[str, str], base: float) -> None:
    names = ("made", "manager", "date")
    step = frame.width / len(names)
    for number, name in enumerate(names):
        left = frame.x + number * step
        ink.text(left, base, words[name], 9.5)
        ink.line(left + text_width(words[name], 9.5) + 1.5, base + 1.2, left + step - 4.0, base + 1.2, 0.4)
