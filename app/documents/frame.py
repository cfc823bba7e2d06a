"""The page frame every form shares: letterhead, title, form number and edition, serial codes, foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.documents.ink import Align, Ink, text_width
from app.documents.marks import code128, code128_width, qr_code
from app.documents.pdf import SIZES
from app.documents.records import House, PaperSize, Sheet

HEAD = 15.0
"""Height in millimetres of the letterhead with the serial codes."""

TITLE = 10.0
"""Height in millimetres of the title line below it."""

_QR = 13.5
_LOGO_HEIGHT = 12.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """The printable field of a sheet in millimetres, and how far a binding pushes it off the fold."""

    x: float
    top: float
    width: float
    bottom: float
    gutter: float

    def shift(self, page: int, *, bound: bool, duplex: bool) -> float:
        """How far page number `page` (from 1) moves right to leave room for the binding."""
        if not bound:
            return 0.0
        return -self.gutter if duplex and page % 2 == 0 else self.gutter


def frame_of(sheet: Sheet) -> Frame:
    """The frame for a paper size."""
    width, height = SIZES[sheet.size]
    if sheet.size is PaperSize.A4:
        return Frame(x=15, top=8, width=width - 30, bottom=height - 8, gutter=5)
    return Frame(x=10, top=8, width=width - 20, bottom=height - 8, gutter=4)


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """What a form calls itself."""

    title: str
    form_number: str
    edition: str


def draw_head(ink: Ink, frame: Frame, house: House, heading: Heading, words: Mapping[str, str]) -> float:
    """Letterhead and title; returns the y below them. The logo itself is handed to the part by `logo_of`."""
    left = frame.x + (_logo_width(frame) + 3 if house.logo else 0)
    codes = 62.0 if frame.width > 150 else 58.0
    room = frame.x + frame.width - codes - left - 3
    company = ink.block(
        left, frame.top, room, 9.5 if house.branch else 14, house.company, 12, bold=True, smallest=6
    )
    if house.branch:
        below = frame.top + (8.6 if len(company.lines) == 1 else 9.6)
        ink.block(left, below, room, 4.6, house.branch, 9, smallest=5.5)
    y = frame.top + HEAD
    middle = frame.x + frame.width / 2
    size = 19 if not heading.title.isascii() else 15
    while size > 9 and text_width(heading.title, size, bold=True) > frame.width - 62:
        size -= 1
    ink.text(middle, y + 7.4, heading.title, size, bold=True, align=Align.CENTRE)
    ink.text(frame.x, y + 4.6, f"{words['form_number']} {heading.form_number}", 8.5)
    ink.text(frame.x, y + 8.2, f"{words['edition']} {heading.edition}", 8.5)
    return y + TITLE


def _logo_width(frame: Frame) -> float:
    return 30.0 if frame.width > 150 else 17.0


def logo_of(house: House, frame: Frame) -> tuple[bytes, float, float, float, float] | None:
    """The logo and its place, as `Pdf.part` wants it."""
    if house.logo is None:
        return None
    return (house.logo, frame.x, frame.top + 0.5, _logo_width(frame), _LOGO_HEIGHT)


def draw_serial(ink: Ink, frame: Frame, serial: str) -> None:
    """The serial as bars, as QR code and in words, at the right of the letterhead.

    A serial that is not plain ASCII or too long for the place has the QR code only.
    """
    if not serial:
        return
    right = frame.x + frame.width
    qr_code(ink, right - _QR, frame.top, _QR, serial)
    text_right = right - _QR - 3.5
    bars = code128_width(serial) if serial.isascii() and serial.isprintable() else 99.0
    if bars <= 45:
        code128(ink, text_right - bars, frame.top, 8.6, serial)
        ink.text(text_right - bars / 2, frame.top + 12.8, serial, 10.5, bold=True, align=Align.CENTRE)
    else:
        ink.block(text_right - 45, frame.top, 45, _QR, serial, 11, bold=True, align=Align.RIGHT)


def draw_page_number(ink: Ink, frame: Frame, words: Mapping[str, str], page: int, pages: int) -> None:
    """`Page x of y` at the right of the title line."""
    told = words["page"].format(page=page, pages=pages)
    ink.text(frame.x + frame.width, frame.top + HEAD + 8.2, told, 8.5, align=Align.RIGHT)


def draw_foot(ink: Ink, frame: Frame, text: str) -> None:
    """One small line at the bottom margin."""
    ink.text(frame.x, frame.bottom, text, 7.5)
