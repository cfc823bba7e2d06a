"""The report of the complaint desk: how many tickets, how many in time, opened again and satisfied, by each group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Final

from app.complaints.figures.records import Rate, TicketFigure
from app.documents.flow import Flow
from app.documents.frame import Frame, Heading, draw_foot, draw_head, draw_page_number, frame_of, logo_of
from app.documents.ink import Align, Ink, wrap
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.documents.tables import Column, Table
from app.errors import UserError

FORM_NUMBER: Final = "LC-R3"
_ABOUT: Final = 8.0
COUNTS: Final = (TicketFigure.TAKEN, TicketFigure.OPEN, TicketFigure.REOPENED)
"""The counts shown; after them come the rates, each with the number of tickets it is of."""

WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    Language.CHINESE: {
        "title": "投诉统计",
        "form_number": "表号",
        "edition": "版次",
        "page": "第 {page} 页 共 {pages} 页",
        "period": "{first} 至 {last} 受理",
        "group": "分组",
        "name": "名称",
        "total": "合计",
        "taken": "受理",
        "open": "未结",
        "reopened": "重开",
        "acceptance": "接收及时率",
        "answer": "首答及时率",
        "resolution": "解决及时率",
        "reopened-rate": "重开率",
        "satisfied-rate": "满意率",
        "base": "（件数）",
        "time": "趋势",
        "kind": "按种类",
        "category": "按类别",
        "severity": "按严重程度",
        "department": "按责任部门",
        "channel": "按受理渠道",
        "count": "{count} 行",
        "none": "本期没有受理",
        "rules": (
            "统计在本期受理的工单。及时率＝时限内完成÷已到期（已完成或已超时；尚未到期的不计，超时记录一经产生不消除）。"
            "重开率＝重新处理÷至少解决过一次。满意率＝满意÷已表态；不表态和联系不上不算表态。"
            "括号内为件数，少于 {least} 件的比率不显示。公式版次 {edition}。"
        ),
        "footer": "本表由系统按工单记录自动统计。",
        "printed": "打印 {by} {at}",
    },
    Language.ENGLISH: {
        "title": "Complaint figures",
        "form_number": "Form",
        "edition": "Edition",
        "page": "Page {page} of {pages}",
        "period": "Received {first} to {last}",
        "group": "Group",
        "name": "Name",
        "total": "Total",
        "taken": "Taken",
        "open": "Open",
        "reopened": "Reopened",
        "acceptance": "Accepted in time",
        "answer": "Answered in time",
        "resolution": "Solved in time",
        "reopened-rate": "Reopened %",
        "satisfied-rate": "Satisfied %",
        "base": " (of)",
        "time": "Trend",
        "kind": "By kind",
        "category": "By category",
        "severity": "By severity",
        "department": "By department",
        "channel": "By channel",
        "count": "{count} lines",
        "none": "Nothing was received in this period",
        "rules": (
            "Of the tickets received in the period. In time = met within the limit / due (met, or limit passed; a "
            "clock not yet due does not count, and a limit once passed stays passed). Reopened % = opened again / "
            "solved at least once. Satisfied % = satisfied / answered; who does not say or was not reached has not "
            "answered. In brackets: of how many; a rate of fewer than {least} is not shown. Edition of the formulas "
            "{edition}."
        ),
        "footer": "Counted by the program from the tickets entered.",
        "printed": "Printed {by} {at}",
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketReportLine:
    """The figures of a group: counts in the order of `COUNTS`, rates with the number they are of."""

    name: str
    counts: tuple[int, ...]
    rates: tuple[tuple[float | None, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketReportPart:
    """The lines of one grouping."""

    name: str
    lines: tuple[TicketReportLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TicketReport:
    """What stands in the report."""

    first: date
    last: date
    edition: str
    least: int
    parts: tuple[TicketReportPart, ...]
    total: TicketReportLine
    printed_by: str = ""
    printed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Titles:
    """The words of the table in a file."""

    columns: tuple[str, ...]
    groups: Mapping[str, str]
    total: str


def column_titles(language: Language) -> Titles:
    """Of the group, its name, the counts, and each rate with its number."""
    words = WORDS[language]
    rates = [part for rate in Rate for part in (words[rate.value], words[rate.value] + words["base"])]
    names = (words["group"], words["name"], *(words[figure.value] for figure in COUNTS), *rates)
    groups = {name: words[name] for name in ("time", "kind", "category", "severity", "department", "channel")}
    return Titles(columns=names, groups=groups, total=words["total"])


def rate_text(share: float | None, whole: int) -> str:
    """86% (21); a dash and the number where too few stand behind it."""
    return f"{'–' if share is None else f'{share:.0%}'} ({whole:,})"


def ticket_report(report: TicketReport, *, house: House, sheet: Sheet | None = None) -> bytes:
    """The report as a PDF on A4. Raises UserError `paper-too-small` for any other paper."""
    sheet = sheet or Sheet()
    if sheet.size is not PaperSize.A4:
        raise UserError("paper-too-small", paper=sheet.size.value, needed=PaperSize.A4.value)
    words, frame, out = WORDS[sheet.language], frame_of(sheet), BytesIO()
    pdf = Pdf(out, sheet, title=words["title"], author=house.company)
    part = pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=report.edition)
    top = draw_head(part, frame, house, heading, words) + 1.0
    draw_foot(part, frame, words["footer"])
    pdf.part("figures", part, logo_of(house, frame))
    flow = Flow(pdf.ink, frame, first=top + _ABOUT, next_top=top + 1.0)
    period = words["period"].format(first=report.first, last=report.last)
    flow.ink.block(frame.x, top, frame.width, _ABOUT - 1.0, period, 10, bold=True)
    for group in report.parts:
        _part(flow, report, group, words)
    _rules(flow, words["rules"].format(least=report.least, edition=report.edition))
    for number, ink in enumerate(flow.pages, 1):
        draw_page_number(ink, frame, words, number, len(flow.pages))
        _sign(ink, frame, report, words)
        pdf.page(ink, "figures")
    pdf.save()
    return out.getvalue()


def _part(flow: Flow, report: TicketReport, group: TicketReportPart, words: Mapping[str, str]) -> None:
    shown = (*group.lines, _named(report.total, words["total"])) if group.lines else ()
    figures = [Column(title=words[figure.value], share=15, align=Align.RIGHT) for figure in COUNTS]
    rates = [Column(title=words[rate.value], share=24, align=Align.RIGHT) for rate in Rate]
    rows = [
        (line.name, *(f"{count:,}" for count in line.counts), *(rate_text(*rate) for rate in line.rates))
        for line in shown
    ]
    table = Table(columns=(Column(title=words["name"], share=34), *figures, *rates), rows=rows, size=8.5)
    count = words["count"].format(count=len(group.lines))
    flow.table(words[group.name], table, count=count, none=words["none"])


def _named(line: TicketReportLine, name: str) -> TicketReportLine:
    return TicketReportLine(name=name, counts=line.counts, rates=line.rates)


def _rules(flow: Flow, text: str) -> None:
    lines = wrap(text, flow.frame.width, 8)
    flow.keep(len(lines) * 3.8 + 1.0)
    for line in lines:
        flow.ink.text(flow.frame.x, flow.y + 3.2, line, 8)
        flow.y += 3.8


def _sign(ink: Ink, frame: Frame, report: TicketReport, words: Mapping[str, str]) -> None:
    if report.printed_by or report.printed_at:
        at = report.printed_at.strftime("%Y-%m-%d %H:%M") if report.printed_at else ""
        told = words["printed"].format(by=report.printed_by, at=at)
        ink.text(frame.x + frame.width, frame.bottom, told, 7.5, align=Align.RIGHT)
