"""The registration form LC-01 drawn once per document: its pages as parts, and where the answers go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.documents import grid
from app.documents.frame import HEAD, TITLE, Frame, Heading, draw_foot, draw_head, draw_page_number, logo_of
from app.documents.grid import Section, Slots
from app.documents.ink import Ink
from app.documents.pdf import Pdf
from app.documents.records import FormChoices, House, Sheet
from app.documents.registration_cells import Draft, draft_of, meta_lines, pages_of, staff_section
from app.documents.registration_privacy import draw_privacy, privacy_height

FORM_NUMBER = "LC-01"
EDITION = "2026-1"

_META = 6.4
_FOOT = 4.5
_SMALLEST_NOTICE = 6.4


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The form drawn as parts of a document, one per page, and where its answers go."""

    frame: Frame
    parts: tuple[str, ...]
    slots: Slots


def lay_out(pdf: Pdf, sheet: Sheet, house: House, choices: FormChoices | None = None) -> Layout:
    """Draw the form's unchanging part into the document: one page of A4, or the two sides of an A5 sheet."""
    draft = _fitting(sheet, house, choices)
    pages = pages_of(draft, sheet)
    parts: list[str] = []
    for number, shown in enumerate(pages):
        ink = pdf.ink()
        _draw_page(ink, draft, shown, page=number, last=number + 1 == len(pages))
        draw_page_number(ink, draft.frame, draft.words, number + 1, len(pages))
        draw_foot(ink, draft.frame, draft.words["footer"])
        parts.append(f"registration{number}")
        pdf.part(parts[-1], ink, logo_of(house, draft.frame))
    return Layout(frame=draft.frame, parts=tuple(parts), slots=draft.slots)


def spare_room(sheet: Sheet, house: House, choices: FormChoices | None = None) -> list[float]:
    """The millimetres left over on each page; below zero the rows are lower than a hand needs."""
    return _spares(_fitting(sheet, house, choices), sheet)


def _fitting(sheet: Sheet, house: House, choices: FormChoices | None) -> Draft:
    """The draft with the privacy notice in the largest type that leaves every row its height."""
    draft = draft_of(sheet, house, choices)
    while draft.notice_size > _SMALLEST_NOTICE and min(_spares(draft, sheet)) < 0:
        draft = replace(draft, notice_size=draft.notice_size - 0.2)
    return draft


def _spares(draft: Draft, sheet: Sheet) -> list[float]:
    pages = pages_of(draft, sheet)
    return [_spare(draft, shown, page=n, last=n + 1 == len(pages)) for n, shown in enumerate(pages)]


def _draw_page(ink: Ink, draft: Draft, sections: tuple[Section, ...], *, page: int, last: bool) -> None:
    frame = draft.frame
    heading = Heading(title=draft.words["title"], form_number=FORM_NUMBER, edition=EDITION)
    y = draw_head(ink, frame, draft.house, heading, draft.words) + 1.0
    if page == 0:
        y += _draw_meta(ink, draft, y)
    rows = sum(len(section.rows) for section in sections) + (2 if last else 0)
    spare = _spare(draft, sections, page=page, last=last)
    extra = min(spare / rows, 1.0 if any(s.title == draft.words["need"] for s in sections) else 3.0)
    for section in sections:
        elastic = section.title == draft.words["need"]
        y += grid.draw_section(
            ink, draft.slots, section, draft.style, page=page, x=frame.x, y=y, width=frame.width,
            extra=extra, stretch=spare - extra * rows if elastic else 0.0,
        )  # fmt: skip
    if last:
        y += draw_privacy(ink, draft, page, y)
        grid.draw_section(
            ink,
            draft.slots,
            staff_section(draft),
            draft.style,
            page=page,
            x=frame.x,
            y=y,
            width=frame.width,
            extra=extra,
        )


def _spare(draft: Draft, sections: tuple[Section, ...], *, page: int, last: bool) -> float:
    frame = draft.frame
    used = HEAD + TITLE + 1.0 + (_meta_height(draft) if page == 0 else 0.0)
    shown = (*sections, staff_section(draft)) if last else sections
    used += sum(grid.section_height(section, frame.width, draft.style) for section in shown)
    used += privacy_height(draft) if last else 0.0
    return frame.bottom - _FOOT - frame.top - used


def _meta_height(draft: Draft) -> float:
    return len(meta_lines(draft)) * _META + 1.5


def _draw_meta(ink: Ink, draft: Draft, y: float) -> float:
    for number, pieces in enumerate(meta_lines(draft)):
        place = (0, draft.frame.x, y + number * _META, draft.frame.width, _META)
        grid.draw_pieces(ink, draft.slots, pieces, draft.style, place, pad=0)
    return _meta_height(draft)
