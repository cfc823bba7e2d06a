"""The complaint dossier LC-05 (投诉案卷): all that was taken, done, said and decided, with clocks and files."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from app.documents.complaint_dossier_labels import COMPLAINT_DOSSIER
from app.documents.complaint_dossier_tables import moment, tables_of
from app.documents.complaint_labels import COMPLAINT
from app.documents.complaint_records import ComplaintChoices, ComplaintDossier
from app.documents.complaint_rows import Maker
from app.documents.flow import Flow
from app.documents.form_pages import draw_page, fill_page, lay_pages
from app.documents.frame import (
    Frame,
    Heading,
    draw_foot,
    draw_head,
    draw_page_number,
    draw_serial,
    frame_of,
    logo_of,
)
from app.documents.grid import Style
from app.documents.ink import Align, Ink, text_width
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.documents.tables import room_needed
from app.errors import UserError

FORM_NUMBER: Final = "LC-05"
EDITION: Final = "2026-1"
_RUNNING: Final = 9.0
_IDENTITY: Final = 19.0
_SIGNATURES: Final = 36.0
_FEW: Final = 3
_ABOVE_FEW: Final = 22.0
"""A last table of few rows stays together with the signatures: its heading and one row more than two."""


def complaint_dossier(dossier: ComplaintDossier, *, house: House, sheet: Sheet | None = None) -> bytes:
    """A ticket's whole file as a PDF on A4; UserError `paper-too-small` for any other paper."""
    sheet = sheet or Sheet()
    if sheet.size is not PaperSize.A4:
        raise UserError("paper-too-small", paper=sheet.size.value, needed=PaperSize.A4.value)
    words, frame, out = COMPLAINT_DOSSIER[sheet.language], frame_of(sheet), BytesIO()
    pdf = Pdf(out, sheet, title=f"{words['title']} {dossier.entry.number}", author=house.company)
    head = pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=EDITION)
    top = draw_head(head, frame, house, heading, words) + 1.5
    pdf.part("head", head, logo_of(house, frame))
    inks, y = _draw_record(pdf, frame, dossier, sheet.language, top)
    flow = Flow(pdf.ink, frame, first=y, next_top=frame.top + _RUNNING + 2.0, begun=inks)
    _draw_tables(flow, dossier, words)
    for number, ink in enumerate(flow.pages, 1):
        _draw_edges(ink, flow, dossier, house, words=words, page=number)
        pdf.page(ink, *(("head",) if number == 1 else ()))
    pdf.save()
    return out.getvalue()


def _draw_record(
    pdf: Pdf, frame: Frame, dossier: ComplaintDossier, language: Language, top: float
) -> tuple[list[Ink], float]:
    """Who, what and every stage reached, on as many pages as it takes; returns them and the y below."""
    words = COMPLAINT_DOSSIER[language]
    style = _style(language)
    maker = Maker(words=COMPLAINT[language], choices=ComplaintChoices())
    entry, bottom = dossier.entry, frame.bottom - 5.0
    tops = (top + _IDENTITY + 3.0, frame.top + _RUNNING + 2.0)
    parts = (*maker.reached(entry), *(() if dossier.is_open else (maker.ended(entry),)))
    pages = lay_pages(parts, first=bottom - tops[0], later=bottom - tops[1], width=frame.width, style=style)
    inks: list[Ink] = []
    for number, page in enumerate(pages):
        ink, start = pdf.ink(), tops[0 if number == 0 else 1]
        if number == 0:
            draw_serial(ink, frame, entry.number)
            _draw_identity(ink, frame, dossier, words, top)
        slots = draw_page(ink, page, style, room=page.used, place=(frame.x, start, frame.width))
        fill_page(ink, page, slots)
        inks.append(ink)
    return inks, tops[0 if len(pages) == 1 else 1] + pages[-1].used + 3.0


def _style(language: Language) -> Style:
    chinese = language is Language.CHINESE
    return Style(
        band=7.0, label=20.0 if chinese else 21.5, label_size=9.0 if chinese else 8.5, value_size=9.5,
        upright=chinese,
    )  # fmt: skip


def _draw_identity(
    ink: Ink, frame: Frame, dossier: ComplaintDossier, words: Mapping[str, str], y: float
) -> None:
    """Who complains large, what kind of case it is, and the stage it stands in."""
    x, width, entry = frame.x, frame.width, dossier.entry
    ink.fill(x, y, width, _IDENTITY, 0.955)
    ink.box(x, y, width, _IDENTITY, 0.8)
    right = x + width - 46.0
    ink.block(x + 4.0, y + 1.2, right - x - 8.0, 10.6, entry.complainant, 18, bold=True, smallest=9)
    kind = "  ·  ".join(
        filter(None, (entry.kind_text, entry.severity_text, dossier.level, dossier.flow, dossier.problem))
    )
    ink.block(x + 4.0, y + 12.0, right - x - 8.0, 5.6, kind, 9.5)
    ink.line(right, y + 2.5, right, y + _IDENTITY - 2.5, 0.4)
    ink.text(right + 4.0, y + 5.8, words["stage"], 9)
    ink.block(right + 4.0, y + 7.2, 38.0, 9.0, dossier.stage, 15, bold=True, smallest=8)


def _draw_tables(flow: Flow, dossier: ComplaintDossier, words: Mapping[str, str]) -> None:
    tables = tables_of(dossier, words)
    for number, (title, table) in enumerate(tables, 1):
        count = words["count"].format(count=len(table.rows))
        after = _SIGNATURES if number == len(tables) else 0.0
        if after and len(table.rows) <= _FEW:
            flow.keep(room_needed(table, flow.frame.width) + _ABOVE_FEW + after)
        flow.table(title, table, count=count, none=words["none"], after=after)
    _draw_signatures(flow, words)


def _draw_signatures(flow: Flow, words: Mapping[str, str]) -> None:
    """Handler, department head and branch manager with the day, and room for the stamp."""
    flow.keep(_SIGNATURES)
    flow.y += 3.0
    frame, y, ink = flow.frame, flow.y, flow.ink
    stamp = frame.x + frame.width - 34.0
    ink.box(frame.x, y, frame.width, 31.0, 0.8)
    ink.line(stamp, y, stamp, y + 31.0, 0.3)
    ink.box(stamp + 7.0, y + 5.5, 20.0, 20.0, 0.4, dash="1.5 2")
    ink.text(stamp + 17.0, y + 16.5, words["stamp"], 8, align=Align.CENTRE)
    names = ("keeper", "department_head", "manager")
    start = frame.x + 5.0 + max(text_width(words[name], 9.5, bold=True) for name in names)
    for number, name in enumerate(names):
        base = y + 8.0 + number * 9.5
        ink.text(frame.x + 3.0, base, words[name], 9.5, bold=True)
        ink.line(start, base + 1.2, stamp - 50.0, base + 1.2, 0.5)
        ink.text(stamp - 46.0, base, words["date"], 9.5)
        left = stamp - 46.0 + text_width(words["date"], 9.5) + 2.0
        ink.line(left, base + 1.2, stamp - 4.0, base + 1.2, 0.5)
    flow.y += 31.0


def _draw_edges(
    ink: Ink, flow: Flow, dossier: ComplaintDossier, house: House, *, words: Mapping[str, str], page: int
) -> None:
    frame, pages = flow.frame, len(flow.pages)
    if page == 1:
        draw_page_number(ink, frame, words, page, pages)
    else:
        base, left = frame.top + 5.0, 0.6 * frame.width
        name = f"{words['title']}  {dossier.entry.number}  {dossier.entry.complainant}"
        ink.block(frame.x, base - 5.0, left - 4.0, 7.0, name, 9, bold=True, smallest=6)
        told = f"{house.company}  {words['page'].format(page=page, pages=pages)}"
        right = (frame.x + left, base - 5.0, frame.width - left, 7.0)
        ink.block(*right, told, 8.5, align=Align.RIGHT, smallest=6)
        ink.line(frame.x, base + 2.0, frame.x + frame.width, base + 2.0, 0.8)
    draw_foot(ink, frame, words["secret"])
    if dossier.printed_by or dossier.printed_at:
        told = words["printed"].format(by=dossier.printed_by, at=moment(dossier.printed_at))
        ink.text(frame.x + frame.width, frame.bottom, told, 7.5, align=Align.RIGHT)
