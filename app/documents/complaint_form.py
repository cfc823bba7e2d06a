"""The complaint handling form LC-04 (客户投诉处理表): filled at any stage, the rest ruled for the hand; or blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from app.documents.complaint_labels import COMPLAINT, USUAL
from app.documents.complaint_records import ComplaintChoices, ComplaintEntry
from app.documents.complaint_rows import Maker
from app.documents.form_pages import Page, draw_page, fill_page, lay_pages
from app.documents.frame import (
    HEAD,
    TITLE,
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
from app.documents.ink import Ink
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.errors import UserError

FORM_NUMBER: Final = "LC-04"
EDITION: Final = "2026-1"
_HEAD: Final = "complaint"
_FOOT: Final = 4.5
_GAP: Final = 1.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The pages of a blank form, each drawn as a part of the document."""

    frame: Frame
    parts: tuple[str, ...]


def complaint_form(
    entry: ComplaintEntry,
    *,
    house: House,
    sheet: Sheet | None = None,
    choices: ComplaintChoices | None = None,
) -> bytes:
    """One form as a PDF, on as many pages as its texts need. UserError `paper-too-small` for less than A4."""
    sheet = sheet or Sheet()
    words, frame, out = COMPLAINT[sheet.language], frame_of(sheet), BytesIO()
    pdf = _open(out, sheet, house, entry.edition)
    pages = _pages(entry, sheet, choices)
    for number, page in enumerate(pages, 1):
        ink = pdf.ink()
        draw_serial(ink, frame, entry.serial)
        draw_page_number(ink, frame, words, number, len(pages))
        slots = draw_page(ink, page, _style(sheet.language), room=_room(frame), place=_place(frame))
        fill_page(ink, page, slots)
        pdf.page(ink, _HEAD)
    pdf.save()
    return out.getvalue()


def lay_out(
    pdf: Pdf, sheet: Sheet, house: House, choices: ComplaintChoices | None, *, edition: str = ""
) -> Layout:
    """Draw the blank form into the document once, to be used under every serial of a booklet."""
    _check(sheet)
    words, frame = COMPLAINT[sheet.language], frame_of(sheet)
    pages = _pages(ComplaintEntry(serial=""), sheet, choices)
    for number, page in enumerate(pages, 1):
        ink = _head(pdf, frame, house, words, edition)
        draw_page_number(ink, frame, words, number, len(pages))
        draw_page(ink, page, _style(sheet.language), room=_room(frame), place=_place(frame))
        pdf.part(f"{_HEAD}-{number}", ink, logo_of(house, frame))
    return Layout(frame=frame, parts=tuple(f"{_HEAD}-{number}" for number in range(1, len(pages) + 1)))


def draw_blank(pdf: Pdf, layout: Layout, serial: str, shifts: tuple[float, ...]) -> None:
    """Add one blank form; each of its pages moves right by so many millimetres."""
    for part, shift in zip(layout.parts, shifts, strict=True):
        ink = pdf.ink()
        draw_serial(ink, layout.frame, serial)
        pdf.page(ink, part, right=shift)


def _open(out: BytesIO, sheet: Sheet, house: House, edition: str) -> Pdf:
    _check(sheet)
    words, frame = COMPLAINT[sheet.language], frame_of(sheet)
    pdf = Pdf(out, sheet, title=words["title"], author=house.company)
    pdf.part(_HEAD, _head(pdf, frame, house, words, edition), logo_of(house, frame))
    return pdf


def _check(sheet: Sheet) -> None:
    if sheet.size is not PaperSize.A4:
        raise UserError("paper-too-small", paper=sheet.size.value, needed=PaperSize.A4.value)


def _head(pdf: Pdf, frame: Frame, house: House, words: Mapping[str, str], edition: str) -> Ink:
    ink = pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=edition or EDITION)
    draw_head(ink, frame, house, heading, words)
    draw_foot(ink, frame, words["footer"])
    return ink


def _pages(entry: ComplaintEntry, sheet: Sheet, choices: ComplaintChoices | None) -> tuple[Page, ...]:
    frame = frame_of(sheet)
    maker = Maker(words=COMPLAINT[sheet.language], choices=choices or USUAL[sheet.language])
    room = _room(frame)
    return lay_pages(
        maker.parts(entry), first=room, later=room, width=frame.width, style=_style(sheet.language)
    )


def _room(frame: Frame) -> float:
    return frame.bottom - _FOOT - _place(frame)[1]


def _place(frame: Frame) -> tuple[float, float, float]:
    return (frame.x, frame.top + HEAD + TITLE + _GAP, frame.width)


def _style(language: Language) -> Style:
    chinese = language is Language.CHINESE
    return Style(
        band=7.0, label=20.0 if chinese else 21.5, label_size=9.5 if chinese else 8.5,
        value_size=10.5 if chinese else 9.5, upright=chinese,
    )  # fmt: skip
