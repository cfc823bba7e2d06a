"""The telephone log LC-03 (电话记录): the calls of a day, a person or a customer, or empty rows to write on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from io import BytesIO
from typing import Final

from app.documents.frame import Frame, Heading, draw_foot, draw_head, draw_page_number, frame_of, logo_of
from app.documents.ink import Align, Ink, text_width
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.documents.tables import HEAD, Column, Table, draw_table
from app.documents.visit_records import CallLine, PhoneLog
from app.errors import UserError

FORM_NUMBER: Final = "LC-03"
EDITION: Final = "2026-1"
_ROW: Final = 10.5
"""Rows written by hand hold two short lines."""
_ABOUT: Final = 8.0
_SIGNATURES: Final = 13.0
_NAMES: Final = ("at", "way", "customer", "phone", "matter", "answer", "result", "minutes", "by")
_SHARES: Final = (14, 9, 29, 22, 32, 31, 19, 9, 15)
_CENTRED: Final = frozenset({"at", "way", "minutes", "by"})

WORDS: Mapping[Language, Mapping[str, str]] = {
    Language.CHINESE: {
        "title": "电话记录",
        "form_number": "表号",
        "edition": "版次",
        "page": "第 {page} 页 共 {pages} 页",
        "at": "时间",
        "way": "呼入呼出",
        "in": "呼入",
        "out": "呼出",
        "customer": "客户",
        "phone": "电话",
        "matter": "事由",
        "answer": "客户答复",
        "result": "结果",
        "minutes": "分钟",
        "by": "记录人",
        "none": "这段时间没有电话记录",
        "total": "共 {calls} 次通话，呼入 {incoming} 次，呼出 {outgoing} 次，{minutes} 分钟",
        "date": "日期",
        "person": "记录人",
        "signed": "记录人签名",
        "checked": "主管签名",
        "footer": "每次通话后立即登记；未接通的也要登记，结果栏写“未接、占线、关机、空号”。当日录入系统。",
        "printed": "打印 {by} {at}",
    },
    Language.ENGLISH: {
        "title": "Telephone Log",
        "form_number": "Form",
        "edition": "Edition",
        "page": "Page {page} of {pages}",
        "at": "Time",
        "way": "In, out",
        "in": "In",
        "out": "Out",
        "customer": "Customer",
        "phone": "Phone",
        "matter": "Matter",
        "answer": "Answer",
        "result": "Result",
        "minutes": "Min.",
        "by": "By",
        "none": "No calls were noted in this time",
        "total": "{calls} calls, {incoming} in, {outgoing} out, {minutes} minutes",
        "date": "Date",
        "person": "Kept by",
        "signed": "Kept by (signature)",
        "checked": "Checked by (signature)",
        "footer": "Write every call down at once, unanswered ones too. To be entered on the same day.",
        "printed": "Printed {by} {at}",
    },
}


def phone_log(log: PhoneLog, *, house: House, sheet: Sheet | None = None) -> bytes:
    """The log as a PDF on A4. Raises UserError `paper-too-small` for any other paper."""
    sheet = sheet or Sheet()
    if sheet.size is not PaperSize.A4:
        raise UserError("paper-too-small", paper=sheet.size.value, needed=PaperSize.A4.value)
    words, frame, out = WORDS[sheet.language], frame_of(sheet), BytesIO()
    pdf = Pdf(out, sheet, title=words["title"], author=house.company)
    part = pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=log.edition or EDITION)
    top = draw_head(part, frame, house, heading, words) + 1.0
    draw_foot(part, frame, words["footer"])
    pdf.part("phone-log", part, logo_of(house, frame))
    inks = _blank(pdf, frame, log, words, top) if log.blank_sheets else _filled(pdf, frame, log, words, top)
    for number, ink in enumerate(inks, 1):
        draw_page_number(ink, frame, words, number, len(inks))
        if log.printed_by or log.printed_at:
            at = log.printed_at.strftime("%Y-%m-%d %H:%M") if log.printed_at else ""
            told = words["printed"].format(by=log.printed_by, at=at)
            ink.text(frame.x + frame.width, frame.bottom, told, 7.5, align=Align.RIGHT)
        pdf.page(ink, "phone-log")
    pdf.save()
    return out.getvalue()


def _blank(pdf: Pdf, frame: Frame, log: PhoneLog, words: Mapping[str, str], top: float) -> list[Ink]:
    """Sheets of empty rows with the day and the person to be written above them."""
    inks = []
    y = top + _ABOUT
    room = frame.bottom - 5.0 - _SIGNATURES - y - HEAD
    count = int(room / _ROW)
    rows = [("",) * len(_NAMES)] * count
    for _ in range(log.blank_sheets):
        ink = pdf.ink()
        inks.append(ink)
        _lines_to_fill(ink, frame, (words["date"], words["person"]), top + 4.6, width=55.0)
        _, end = draw_table(
            Table(columns=_columns(words), rows=rows, size=8.5, least=room / count),
            x=frame.x, y=y, width=frame.width, bottom=frame.bottom - 5.0, ink=ink, turn=partial(_same, ink, y),
        )  # fmt: skip
        _signatures(ink, frame, words, end)
    return inks


def _same(ink: Ink, y: float) -> tuple[Ink, float]:
    """A blank sheet is as full as it may be and never runs over."""
    return ink, y


def _filled(pdf: Pdf, frame: Frame, log: PhoneLog, words: Mapping[str, str], top: float) -> list[Ink]:
    inks = [pdf.ink()]
    y = top + _ABOUT

    def turn() -> tuple[Ink, float]:
        inks.append(pdf.ink())
        return inks[-1], top + 1.0

    told = "    ".join(f"{name} {value}" for name, value in log.about)
    inks[0].block(frame.x, top, frame.width, _ABOUT - 1.0, told, 10, bold=True)
    if not log.calls:
        inks[0].box(frame.x, y, frame.width, 12.0, 0.8)
        inks[0].text(frame.x + frame.width / 2, y + 7.2, words["none"], 9.5, align=Align.CENTRE)
        return inks
    many_days = len({call.at.date() for call in log.calls}) > 1
    rows = [_row(call, words, with_day=many_days) for call in log.calls]
    bottom = frame.bottom - 5.0
    ink, end = draw_table(
        Table(columns=_columns(words), rows=rows, size=8, least=7.0),
        x=frame.x, y=y, width=frame.width, bottom=bottom, ink=inks[0], turn=turn,
        after=_SIGNATURES + 6.0,
    )  # fmt: skip
    if end + _SIGNATURES + 6.0 > bottom:
        ink, end = turn()
    ink.text(frame.x, end + 5.0, _total(log.calls, words), 9)
    _signatures(ink, frame, words, end + 6.0)
    return inks


def _columns(words: Mapping[str, str]) -> tuple[Column, ...]:
    return tuple(
        Column(title=words[name], share=share, align=Align.CENTRE if name in _CENTRED else Align.LEFT)
        for name, share in zip(_NAMES, _SHARES, strict=True)
    )


def _row(call: CallLine, words: Mapping[str, str], *, with_day: bool) -> tuple[str, ...]:
    way = "" if call.is_incoming is None else words["in" if call.is_incoming else "out"]
    return (
        call.at.strftime("%m-%d %H:%M" if with_day else "%H:%M"),
        way,
        f"{call.customer}\n{call.number}".strip(),
        call.phone,
        call.matter,
        call.answer,
        call.result,
        "" if call.minutes is None else str(call.minutes),
        call.by,
    )


def _total(calls: tuple[CallLine, ...], words: Mapping[str, str]) -> str:
    return words["total"].format(
        calls=len(calls),
        incoming=sum(call.is_incoming is True for call in calls),
        outgoing=sum(call.is_incoming is False for call in calls),
        minutes=sum(call.minutes or 0 for call in calls),
    )


def _signatures(ink: Ink, frame: Frame, words: Mapping[str, str], y: float) -> None:
    _lines_to_fill(ink, frame, (words["signed"], words["checked"], words["date"]), y + 9.0)


def _lines_to_fill(
    ink: Ink, frame: Frame, names: tuple[str, ...], base: float, *, width: float = 0.0
) -> None:
    """Words, each with a line to write on; `width` millimetres apart, 0 spreads them over the sheet."""
    step = width or frame.width / len(names)
    for number, name in enumerate(names):
        left = frame.x + number * step
        ink.text(left, base, name, 9.5)
        ink.line(left + text_width(name, 9.5) + 1.5, base + 1.2, left + step - 4.0, base + 1.2, 0.4)
