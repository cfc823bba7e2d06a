"""The customer visit form LC-02 (客户拜访表): plan, the six answers in their order, signatures; filled or blank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import BinaryIO, Final

from app.documents import grid
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
from app.documents.grid import LINE, Blank, Cell, Piece, Row, Section, Slots, Style, Word
from app.documents.ink import Ink
from app.documents.pdf import Pdf
from app.documents.records import House, Language, PaperSize, Sheet
from app.documents.visit_labels import VISIT
from app.documents.visit_records import VisitEntry
from app.errors import UserError

FORM_NUMBER: Final = "LC-02"
EDITION: Final = "2026-1"
ANSWERS: Final = (
    "needs",
    "competitor_advantage",
    "our_difference",
    "next_improvement",
    "feedback",
    "next_strategy",
)
_RULED: Final = ("last_contacts", "points", *ANSWERS)
_MORE_LINES: Final = (
    "needs",
    "feedback",
    "next_strategy",
    "competitor_advantage",
    "our_difference",
    "next_improvement",
)
"""Where room left over goes first, a whole line of handwriting at a time."""
_PART, _LINES = "visit", "visit-lines"
_FOOT: Final = 4.5
_SIGN: Final = 13.0
_WRITTEN: Final = (
    "customer_name", "customer_number", "contact_name", "phone", "class_text", "address", "planned_at",
    "representative", "companions", "place", "aim", "points", "met", *ANSWERS,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The form drawn as a part of a document, the lines to write on as another, and where the answers go."""

    frame: Frame
    slots: Slots
    language: Language


def visit_form(entry: VisitEntry, *, house: House, sheet: Sheet | None = None) -> bytes:
    """One form as a PDF: filled with what the entry knows, with lines to write on where it knows nothing."""
    out = BytesIO()
    write_visit_forms((entry,), out, house=house, sheet=sheet)
    return out.getvalue()


def write_visit_forms(
    entries: Iterable[VisitEntry],
    out: BinaryIO,
    *,
    house: House,
    sheet: Sheet | None = None,
    on_form: Callable[[int], None] | None = None,
) -> int:
    """Many forms of one edition in one PDF; returns the number of pages. As `write_registration_forms`."""
    sheet = sheet or Sheet()
    shown = list(entries)
    pdf = Pdf(out, sheet, title=VISIT[sheet.language]["title"], author=house.company)
    layout = lay_out(pdf, sheet, house, edition=shown[0].edition if shown else "")
    for number, entry in enumerate(shown, 1):
        draw_form(pdf, layout, entry)
        if on_form is not None:
            on_form(number)
    pdf.save()
    return pdf.pages


def lay_out(pdf: Pdf, sheet: Sheet, house: House, *, edition: str = "") -> Layout:
    """Draw the form's unchanging part into the document. UserError `paper-too-small` for less than A4."""
    if sheet.size is not PaperSize.A4:
        raise UserError("paper-too-small", paper=sheet.size.value, needed=PaperSize.A4.value)
    words, frame, style = VISIT[sheet.language], frame_of(sheet), _style(sheet.language)
    slots, ink = Slots(), pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=edition or EDITION)
    y = draw_head(ink, frame, house, heading, words) + 1.5
    draw_page_number(ink, frame, words, 1, 1)
    draw_foot(ink, frame, words["footer"])
    sections = _sections(words, style, frame.bottom - _FOOT - y, frame.width)
    spare = frame.bottom - _FOOT - y - sum(grid.section_height(s, frame.width, style) for s in sections)
    rows = sum(len(section.rows) for section in sections)
    for section in sections:
        y += grid.draw_section(
            ink,
            slots,
            section,
            style,
            page=0,
            x=frame.x,
            y=y,
            width=frame.width,
            extra=max(0.0, spare / rows),
        )
    pdf.part(_PART, ink, logo_of(house, frame))
    lines = pdf.ink()
    for name in _RULED:
        _rule(lines, slots, name)
    pdf.part(_LINES, lines)
    return Layout(frame=frame, slots=slots, language=sheet.language)


def draw_form(pdf: Pdf, layout: Layout, entry: VisitEntry, shift: float = 0.0) -> None:
    """Add one form; a filled answer has no lines under its text."""
    ink = pdf.ink()
    draw_serial(ink, layout.frame, entry.serial)
    filled = [name for name in _RULED if getattr(entry, name)]
    for name in _RULED if filled else ():
        if name not in filled:
            _rule(ink, layout.slots, name)
    _fill(layout, ink, entry)
    pdf.page(ink, *((_PART,) if filled else (_PART, _LINES)), right=shift)


def _style(language: Language) -> Style:
    chinese = language is Language.CHINESE
    return Style(
        band=7.0, label=20.0 if chinese else 24.0, label_size=9.5 if chinese else 8.5, value_size=10.5,
        upright=chinese,
    )  # fmt: skip


def _sections(words: Mapping[str, str], style: Style, room: float, width: float) -> tuple[Section, ...]:
    """The sections with as many lines of handwriting for each answer as the sheet has room for."""
    lines = dict.fromkeys(ANSWERS, 1)
    made = _with_lines(words, lines)
    for _ in range(4):
        for name in _MORE_LINES:
            wider = _with_lines(words, {**lines, name: lines[name] + 1})
            if sum(grid.section_height(section, width, style) for section in wider) <= room:
                lines[name] += 1
                made = wider
    return made


def _with_lines(words: Mapping[str, str], lines: Mapping[str, int]) -> tuple[Section, ...]:
    def field(name: str, span: int, answer: str = "") -> Cell:
        return Cell(label=words[name], span=span, answer=answer or name)

    length: tuple[Piece, ...] = (Blank(answer="minutes", width=17.0), Word(text=words["minutes_unit"]))
    customer = (
        Row(cells=(field("customer_name", 8), field("customer_number", 4))),
        Row(cells=(field("contact_name", 4), field("phone", 4), field("class", 4, "class_text"))),
        Row(cells=(field("address", 12),)),
        Row(cells=(field("last_contacts", 12),), height=2 * LINE),
        Row(cells=(field("open_needs", 12),), height=1.5 * LINE),
    )
    plan = (
        Row(
            cells=(
                Cell(label=words["planned_on"], span=5, pieces=_date(words, "planned")),
                field("planned_at", 3),
                Cell(label=words["minutes"], span=4, pieces=length),
            )
        ),
        Row(cells=(field("representative", 4), field("companions", 4), field("place", 4))),
        Row(cells=(field("aim", 12),)),
        Row(cells=(field("points", 12),), height=2 * LINE),
    )
    visit = (
        Row(cells=(Cell(label=words["times"], span=8, pieces=_times(words)), field("met", 4))),
        *(Row(cells=(field(name, 12),), height=lines[name] * LINE) for name in ANSWERS),
    )
    signers = ("sign_representative", "sign_manager", "sign_customer")
    signed = (
        Row(cells=(Cell(label=words["opinion"], span=12),), height=1.25 * LINE),
        Row(cells=tuple(Cell(label=words[name], span=4) for name in signers), height=_SIGN),
        Row(cells=tuple(Cell(label=words["date"], span=4) for _ in signers), height=LINE - 1.0),
    )
    return (
        Section(title=words["customer"], rows=customer),
        Section(title=words["plan"], rows=plan),
        Section(title=words["visit"], rows=visit),
        Section(title=words["signatures"], rows=signed),
    )


def _date(words: Mapping[str, str], answer: str) -> tuple[Piece, ...]:
    return (
        Blank(answer=f"{answer}_year", width=12.0),
        Word(text=words["year"]),
        Blank(answer=f"{answer}_month", width=8.0),
        Word(text=words["month"]),
        Blank(answer=f"{answer}_day", width=8.0),
        Word(text=words["day"]),
    )


def _times(words: Mapping[str, str]) -> tuple[Piece, ...]:
    """The day, then from hour and minute to hour and minute."""

    def clock(answer: str) -> tuple[Piece, ...]:
        hour, minute = (Blank(answer=f"{answer}_{part}", width=8.0) for part in ("hour", "minute"))
        return (hour, Word(text=":"), minute)

    return (
        *_date(words, "visited"),
        *clock("started"),
        Word(text=words["to"]),
        *clock("ended"),
    )


def _rule(ink: Ink, slots: Slots, name: str) -> None:
    """Dotted lines to write on, a line of handwriting apart, none on the frame itself."""
    slot = slots.texts[name]
    count = max(1, int(slot.height / LINE))
    step = slot.height / count
    for line in range(1, count):
        y = slot.y + line * step
        ink.line(slot.x, y, slot.x + slot.width, y, 0.3, dash="0.6 1.6")


def _fill(layout: Layout, ink: Ink, entry: VisitEntry) -> None:
    slots, inks = layout.slots, [ink]
    for name in _WRITTEN:
        slots.write(inks, name, getattr(entry, name))
    slots.write(inks, "last_contacts", "\n".join(entry.last_contacts))
    slots.write(inks, "open_needs", "\n".join(entry.open_needs))
    slots.write(inks, "minutes", "" if entry.minutes is None else str(entry.minutes))
    _write_date(slots, inks, "planned", entry.planned_on)
    _write_moment(slots, inks, "started", entry.started_at)
    _write_moment(slots, inks, "ended", entry.ended_at)
    visited = entry.started_at or entry.ended_at
    _write_date(slots, inks, "visited", visited.date() if visited else None)


def _write_date(slots: Slots, inks: list[Ink], name: str, day: date | None) -> None:
    if day is not None:
        for part in ("year", "month", "day"):
            slots.write(inks, f"{name}_{part}", str(getattr(day, part)))


def _write_moment(slots: Slots, inks: list[Ink], name: str, at: datetime | None) -> None:
    if at is not None:
        slots.write(inks, f"{name}_hour", str(at.hour))
        slots.write(inks, f"{name}_minute", f"{at.minute:02d}")


def spare_room(sheet: Sheet) -> float:
    """The millimetres left over; below zero the rows are lower than a hand needs."""
    frame, style = frame_of(sheet), _style(sheet.language)
    room = frame.bottom - _FOOT - frame.top - HEAD - TITLE - 1.5
    sections = _sections(VISIT[sheet.language], style, room, frame.width)
    return room - sum(grid.section_height(section, frame.width, style) for section in sections)
