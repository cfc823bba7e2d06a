"""The report of follow-up figures: a line for each person, what the figures mean, and what was or is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Final

from app.documents.flow import Flow
from app.documents.frame import Frame, Heading, draw_foot, draw_head, draw_page_number, frame_of, logo_of
from app.documents.ink import Align, Ink, wrap
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.documents.tables import Column, Table
from app.errors import UserError

FORM_NUMBER: Final = "LC-R1"
_ABOUT: Final = 8.0
FIGURES: Final = (
    "due", "done", "on-time", "on_time_share", "late", "waiting", "mean_days_late", "reached", "succeeded",
    "success_share", "visits", "visit_share",
)  # fmt: skip
"""The columns after the name; those with `_share` are parts of one."""

WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    Language.CHINESE: {
        "title": "跟进统计",
        "form_number": "表号",
        "edition": "版次",
        "page": "第 {page} 页 共 {pages} 页",
        "period": "{first} 至 {last}",
        "person": "跟进人",
        "due": "应跟进",
        "done": "完成",
        "on-time": "按时",
        "on_time_share": "按时率",
        "late": "逾期完成",
        "waiting": "逾期未做",
        "mean_days_late": "平均逾期",
        "reached": "接通",
        "succeeded": "成功",
        "success_share": "成功率",
        "visits": "拜访",
        "visit_share": "完整率",
        "by_person": "按人统计",
        "people": "{count} 人",
        "late_title": "逾期明细（完成的和未做的）",
        "late_count": "共 {count} 条",
        "late_first": "共 {count} 条，列出逾期最久的 {shown} 条",
        "nothing": "本期没有应跟进的",
        "none": "没有逾期",
        "customer": "客户",
        "matter": "事由",
        "due_on": "应跟进日",
        "closed_on": "完成日",
        "days_late": "逾期天数",
        "outcome": "结果",
        "rules": (
            "应跟进：应跟进日在本期内的，已取消的不计；未做的过了宽限才计。按时：在应跟进日后 {grace} 天宽限内完成。"
            "按时率＝按时÷应跟进。成功：达到跟进目的；成功率＝成功÷完成。"
            "平均逾期＝（逾期完成与未做的）宽限以后的日历天数之和÷条数，未做的算到今天。"
            "完整率＝六项都填的拜访÷拜访。过期后才改期的，仍按原来的日子计。公式版次 {edition}。"
        ),
        "cut": "规则产生而无人处理的超过 10,000 条，只计入最早的 10,000 条。",
        "footer": "本表由系统按已登记的跟进自动统计。",
        "printed": "打印 {by} {at}",
    },
    Language.ENGLISH: {
        "title": "Follow-up figures",
        "form_number": "Form",
        "edition": "Edition",
        "page": "Page {page} of {pages}",
        "period": "{first} to {last}",
        "person": "Who",
        "due": "Due",
        "done": "Done",
        "on-time": "On time",
        "on_time_share": "On time %",
        "late": "Done late",
        "waiting": "Waiting",
        "mean_days_late": "Mean days late",
        "reached": "Reached",
        "succeeded": "Success",
        "success_share": "Success %",
        "visits": "Visits",
        "visit_share": "Complete %",
        "by_person": "By person",
        "people": "{count} people",
        "late_title": "Late: done and still waiting",
        "late_count": "{count} rows",
        "late_first": "{count} rows, the {shown} latest of them",
        "nothing": "Nothing was due in this period",
        "none": "Nothing is late",
        "customer": "Customer",
        "matter": "Matter",
        "due_on": "Due",
        "closed_on": "Done",
        "days_late": "Days late",
        "outcome": "Result",
        "rules": (
            "Due: its day lies in the period and it was not called off; what nobody did counts once its grace has "
            "passed. On time: done within {grace} day(s) of grace after its day. On time % = on time / due. "
            "Success: its aim was reached; success % = success / done. Mean days late = calendar days after the "
            "grace of those done late and waiting / their number, of those waiting until today. Complete % = visits "
            "with all six answers / visits. What was moved after its day had passed counts by that day. "
            "Edition of the formulas {edition}."
        ),
        "cut": "More than 10,000 steps of rules wait untouched; the earliest 10,000 are counted.",
        "footer": "Counted by the program from the follow-ups entered.",
        "printed": "Printed {by} {at}",
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportLine:
    """The figures of one person in the order of `FIGURES`."""

    name: str
    values: tuple[float | None, ...]
    is_total: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class LateRow:
    """One follow-up that was done late or still waits."""

    customer: str
    number: str
    matter: str
    person: str
    due_on: date
    closed_on: date | None
    days_late: int
    outcome: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureReport:
    """What stands in the report; `late` are the latest of `late_count`."""

    first: date
    last: date
    edition: str
    grace_days: int
    lines: tuple[ReportLine, ...]
    late: tuple[LateRow, ...]
    late_count: int
    is_cut: bool = False
    printed_by: str = ""
    printed_at: datetime | None = None


def column_titles(language: Language) -> tuple[str, ...]:
    """The titles of the table: the name, then the figures."""
    return tuple(WORDS[language][name] for name in ("person", *FIGURES))


def figure_text(name: str, value: float | None) -> str:
    """A figure as people read it: 86%, 2.5 or 12; nothing where there is none."""
    if value is None:
        return "–"
    if name.endswith("_share"):
        return f"{value:.0%}"
    return f"{value:.1f}" if name == "mean_days_late" else f"{value:,.0f}"


def figure_report(report: FigureReport, *, house: House, sheet: Sheet | None = None) -> bytes:
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
    _fill(flow, report, words)
    for number, ink in enumerate(flow.pages, 1):
        draw_page_number(ink, frame, words, number, len(flow.pages))
        _sign(ink, frame, report, words)
        pdf.page(ink, "figures")
    pdf.save()
    return out.getvalue()


def _fill(flow: Flow, report: FigureReport, words: Mapping[str, str]) -> None:
    people = sum(not line.is_total for line in report.lines)
    lines = report.lines if people else ()
    told = words["people"].format(count=people)
    flow.table(words["by_person"], _by_person(lines, words), count=told, none=words["nothing"])
    texts = [words["rules"].format(grace=report.grace_days, edition=report.edition)]
    if report.is_cut:
        texts.append(words["cut"])
    for text in texts:
        _paragraph(flow, text)
    flow.y += 2.0
    key = "late_count" if report.late_count == len(report.late) else "late_first"
    count = words[key].format(count=report.late_count, shown=len(report.late))
    flow.table(words["late_title"], _late(report.late, words), count=count, none=words["none"])


def _paragraph(flow: Flow, text: str) -> None:
    lines = wrap(text, flow.frame.width, 8)
    flow.keep(len(lines) * 3.8 + 1.0)
    for line in lines:
        flow.ink.text(flow.frame.x, flow.y + 3.2, line, 8)
        flow.y += 3.8
    flow.y += 1.0


def _by_person(lines: tuple[ReportLine, ...], words: Mapping[str, str]) -> Table:
    figures = [Column(title=words[name], share=13, align=Align.RIGHT) for name in FIGURES]
    rows = [
        (line.name, *(figure_text(name, value) for name, value in zip(FIGURES, line.values, strict=True)))
        for line in lines
    ]
    return Table(columns=(Column(title=words["person"], share=26), *figures), rows=rows, size=8.5)


def _late(late: tuple[LateRow, ...], words: Mapping[str, str]) -> Table:
    shares = {
        "customer": 34, "matter": 46, "person": 20, "due_on": 20, "closed_on": 20, "days_late": 16, "outcome": 24,
    }  # fmt: skip
    columns = tuple(
        Column(title=words[name], share=share, align=Align.RIGHT if name == "days_late" else Align.LEFT)
        for name, share in shares.items()
    )
    rows = [
        (
            f"{row.customer}  {row.number}",
            row.matter,
            row.person,
            row.due_on.isoformat(),
            row.closed_on.isoformat() if row.closed_on else "",
            f"{row.days_late:,}",
            row.outcome,
        )
        for row in late
    ]
    return Table(columns=columns, rows=rows, size=8)


def _sign(ink: Ink, frame: Frame, report: FigureReport, words: Mapping[str, str]) -> None:
    if report.printed_by or report.printed_at:
        at = report.printed_at.strftime("%Y-%m-%d %H:%M") if report.printed_at else ""
        told = words["printed"].format(by=report.printed_by, at=at)
        ink.text(frame.x + frame.width, frame.bottom, told, 7.5, align=Align.RIGHT)
