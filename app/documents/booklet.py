"""Blank forms of one numbered batch, bound as a booklet (装订成册) with cover and reconciliation table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from app.documents import complaint_form, registration_form, registration_layout, visit_form
from app.documents.complaint_labels import COMPLAINT, COMPLAINT_BOOKLET
from app.documents.complaint_records import ComplaintChoices
from app.documents.frame import Frame, Heading, draw_foot, draw_head, draw_page_number, frame_of, logo_of
from app.documents.ink import Align, Ink, text_width
from app.documents.labels import BOOKLET, REGISTRATION
from app.documents.marks import code128, code128_width
from app.documents.pdf import Pdf
from app.documents.records import BlankBatch, FormChoices, House, Language, RegistrationEntry, Sheet
from app.documents.registration_layout import EDITION
from app.documents.tables import Column, Table, draw_table
from app.documents.visit_labels import VISIT, VISIT_BOOKLET
from app.documents.visit_records import VisitEntry
from app.errors import UserError

_ROW = 8.0

DrawForm = Callable[[str, tuple[float, ...]], None]
"""Adds the form of a serial; each of its pages moves right by so many millimetres."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BlankForm:
    """A form that is bound into booklets: its number, its words, and how its sheets are drawn.

    `lay_out` draws what never changes into the document and returns the pages of one form and how to add one.
    """

    number: str
    words: Mapping[Language, dict[str, str]]
    page_words: Mapping[Language, Mapping[str, str]]
    lay_out: Callable[[Pdf, Sheet, House, FormChoices | None, str], tuple[int, DrawForm]]


def _registration(
    pdf: Pdf, sheet: Sheet, house: House, choices: FormChoices | None, _edition: str
) -> tuple[int, DrawForm]:
    layout = registration_layout.lay_out(pdf, sheet, house, choices)

    def draw(serial: str, shifts: tuple[float, ...]) -> None:
        registration_form.draw_form(pdf, layout, RegistrationEntry(serial=serial), sheet.language, shifts)

    return len(layout.parts), draw


def _visit(
    pdf: Pdf, sheet: Sheet, house: House, _choices: FormChoices | None, edition: str
) -> tuple[int, DrawForm]:
    layout = visit_form.lay_out(pdf, sheet, house, edition=edition)

    def draw(serial: str, shifts: tuple[float, ...]) -> None:
        visit_form.draw_form(pdf, layout, VisitEntry(serial=serial), *shifts)

    return 1, draw


REGISTRATION_FORM = BlankForm(
    number=registration_layout.FORM_NUMBER, words=BOOKLET, page_words=REGISTRATION, lay_out=_registration
)
VISIT_FORM = BlankForm(number=visit_form.FORM_NUMBER, words=VISIT_BOOKLET, page_words=VISIT, lay_out=_visit)


def complaint_forms(lists: ComplaintChoices | None = None) -> BlankForm:
    """The complaint handling form with the branch's own lists beside its boxes."""

    def lay_out(
        pdf: Pdf, sheet: Sheet, house: House, _choices: FormChoices | None, edition: str
    ) -> tuple[int, DrawForm]:
        layout = complaint_form.lay_out(pdf, sheet, house, lists, edition=edition)

        def draw(serial: str, shifts: tuple[float, ...]) -> None:
            complaint_form.draw_blank(pdf, layout, serial, shifts)

        return len(layout.parts), draw

    return BlankForm(
        number=complaint_form.FORM_NUMBER, words=COMPLAINT_BOOKLET, page_words=COMPLAINT, lay_out=lay_out
    )


def blank_booklet(
    batch: BlankBatch,
    *,
    house: House,
    sheet: Sheet | None = None,
    choices: FormChoices | None = None,
    on_form: Callable[[int], None] | None = None,
    form: BlankForm = REGISTRATION_FORM,
) -> bytes:
    """A batch as one PDF: cover, issue-and-return table with a line for each serial, then the forms.

    Pages leave a gutter for the binding, alternating when the sheet is duplex; cover and table then
    fill whole sheets and an A5 form stays on one sheet.
    """
    out = BytesIO()
    write_blank_booklet(batch, out, house=house, sheet=sheet, choices=choices, on_form=on_form, form=form)
    return out.getvalue()


def write_blank_booklet(
    batch: BlankBatch,
    out: BinaryIO,
    *,
    house: House,
    sheet: Sheet | None = None,
    choices: FormChoices | None = None,
    on_form: Callable[[int], None] | None = None,
    form: BlankForm = REGISTRATION_FORM,
) -> int:
    """`blank_booklet` into a file; returns the number of pages. UserError `batch-empty` without serials."""
    if not batch.serials:
        raise UserError("batch-empty")
    sheet = sheet or Sheet()
    words = form.words[sheet.language]
    pdf = Pdf(out, sheet, title=f"{words['title']} {batch.number}", author=house.company)
    frame = frame_of(sheet)
    _add(pdf, _cover(pdf, frame, batch, house, form=form, language=sheet.language), frame, sheet)
    for ink in _register(pdf, frame, batch, house, form=form, language=sheet.language):
        _add(pdf, ink, frame, sheet, "register")
    if sheet.duplex and pdf.pages % 2:
        _add(pdf, pdf.ink(), frame, sheet)
    sides, draw = form.lay_out(pdf, sheet, house, choices, batch.edition)
    for number, serial in enumerate(batch.serials, 1):
        shifts = tuple(
            frame.shift(pdf.pages + side, bound=True, duplex=sheet.duplex) for side in range(1, sides + 1)
        )
        draw(serial, shifts)
        if on_form is not None:
            on_form(number)
    pdf.save()
    return pdf.pages


def _add(pdf: Pdf, ink: Ink, frame: Frame, sheet: Sheet, *parts: str) -> None:
    pdf.page(ink, *parts, right=frame.shift(pdf.pages + 1, bound=True, duplex=sheet.duplex))


def _cover(
    pdf: Pdf, frame: Frame, batch: BlankBatch, house: House, *, form: BlankForm, language: Language
) -> Ink:
    words = form.words[language]
    ink = pdf.ink()
    pdf.part("logo", pdf.ink(), logo_of(house, frame))
    middle = frame.x + frame.width / 2
    height = frame.bottom - frame.top
    ink.box(frame.x, frame.top, frame.width, height, 1.6)
    ink.box(frame.x + 1.6, frame.top + 1.6, frame.width - 3.2, height - 3.2, 0.4)
    ink.block(
        frame.x + 8,
        frame.top + 0.10 * height,
        frame.width - 16,
        14,
        house.company,
        17,
        bold=True,
        align=Align.CENTRE,
        smallest=10,
    )
    ink.block(
        frame.x + 8, frame.top + 0.10 * height + 13, frame.width - 16, 8, house.branch, 12, align=Align.CENTRE
    )
    size = 30 if frame.width > 150 else 24
    while text_width(words["title"], size, bold=True) > frame.width - 20:
        size -= 1
    ink.text(middle, frame.top + 0.30 * height, words["title"], size, bold=True, align=Align.CENTRE)
    ink.text(middle, frame.top + 0.30 * height + 9, words["booklet"], 14, align=Align.CENTRE)
    _cover_table(ink, frame, batch, words, frame.top + 0.40 * height)
    bars = (
        min(code128_width(batch.number), frame.width - 24) if batch.number.isascii() and batch.number else 0
    )
    if bars:
        code128(ink, middle - bars / 2, frame.top + 0.82 * height, 11, batch.number)
        ink.text(middle, frame.top + 0.82 * height + 15.5, batch.number, 11, bold=True, align=Align.CENTRE)
    foot = f"{words['form_number']} {form.number}    {words['edition']} {batch.edition or EDITION}"
    ink.text(middle, frame.bottom - 6, foot, 9, align=Align.CENTRE)
    return ink


def _cover_table(ink: Ink, frame: Frame, batch: BlankBatch, words: dict[str, str], y: float) -> None:
    told = (
        (words["batch"], batch.number),
        (words["range"], f"{batch.serials[0]}  {words['to']}  {batch.serials[-1]}"),
        (words["count"], words["forms"].format(count=len(batch.serials))),
        (words["issued_on"], batch.issued_on.isoformat() if batch.issued_on else ""),
        (words["issued_by"], batch.issued_by),
        (words["issued_to"], batch.issued_to),
        (words["due_on"], batch.due_on.isoformat() if batch.due_on else ""),
        (words["returned"], ""),
    )
    label, step = (34.0, 12.0) if frame.width > 150 else (30.0, 9.0)
    width = min(frame.width - 24, 130.0)
    x = frame.x + (frame.width - width) / 2
    ink.fill(x, y, label, step * len(told), 0.955)
    for number, (name, value) in enumerate(told):
        top = y + number * step
        if number:
            ink.line(x, top, x + width, top)
        ink.block(x + 2, top, label - 4, step, name, 10.5, align=Align.CENTRE)
        ink.block(x + label + 3, top, width - label - 6, step, value, 12, bold=number < 3)
    ink.line(x + label, y, x + label, y + step * len(told))
    ink.box(x, y, width, step * len(told), 1.0)


def _register(
    pdf: Pdf, frame: Frame, batch: BlankBatch, house: House, *, form: BlankForm, language: Language
) -> list[Ink]:
    words = form.words[language]
    part = pdf.ink()
    heading = Heading(title=words["register"], form_number=form.number, edition=batch.edition or EDITION)
    top = draw_head(part, frame, house, heading, words) + 1.5
    draw_foot(part, frame, words["register_foot"])
    pdf.part("register", part, logo_of(house, frame))
    inks: list[Ink] = []

    def turn() -> tuple[Ink, float]:
        inks.append(pdf.ink())
        inks[-1].text(
            frame.x + frame.width,
            frame.top + 5,
            f"{words['batch']} {batch.number}",
            10,
            bold=True,
            align=Align.RIGHT,
        )
        return inks[-1], top

    wide = frame.width > 150
    shares = (9, 27, 20, 22, 24, 24, 22, 20) if wide else (8, 31, 20, 20, 22, 19)
    titles = ("no", "serial", "used_on", "used_by", "customer", "entered_at", "state", "sign")
    kept = titles if wide else tuple(title for title in titles if title not in {"used_by", "sign"})
    columns = tuple(
        Column(title=words[title], share=share, align=Align.CENTRE)
        for title, share in zip(kept, shares, strict=True)
    )
    rows = [
        (str(number), serial, *("",) * (len(columns) - 2)) for number, serial in enumerate(batch.serials, 1)
    ]
    ink, y = turn()
    ink, y = draw_table(
        Table(columns=columns, rows=rows, size=9 if wide else 8, least=_ROW),
        x=frame.x, y=y, width=frame.width, bottom=frame.bottom - 5, ink=ink, turn=turn,
    )  # fmt: skip
    if y + 2 * _ROW + 4 > frame.bottom - 5:
        ink, y = turn()
    _totals(ink, frame, words, y + 2)
    for number, page in enumerate(inks, 1):
        draw_page_number(page, frame, form.page_words[language], number, len(inks))
    return inks


def _totals(ink: Ink, frame: Frame, words: dict[str, str], y: float) -> None:
    """The reckoning at the end: issued, entered, spoilt, missing, and who checked it."""
    names = (("issued", "entered", "spoilt", "missing"), ("checked_by", "checked_on"))
    for line, group in enumerate(names):
        step = frame.width / len(group)
        for number, name in enumerate(group):
            left, base = frame.x + number * step, y + line * _ROW + 5.6
            ink.text(left, base, words[name], 9)
            start = left + text_width(words[name], 9) + 1.5
            ink.line(start, base + 1.2, left + step - 4, base + 1.2)
