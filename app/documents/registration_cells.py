"""The cells of the registration form LC-01 in each edition and on each paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from app.documents.frame import Frame, frame_of
from app.documents.grid import Blank, Box, Cell, Comb, Piece, Row, Section, Slots, Style, Word
from app.documents.labels import CHOICES, REGISTRATION
from app.documents.records import FormChoices, House, Language, PaperSize, Sheet

WIDE = 150.0
"""Frames wider than this (millimetres) hold the A4 arrangement."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What the drawing functions share."""

    frame: Frame
    words: Mapping[str, str]
    style: Style
    house: House
    slots: Slots
    choices: FormChoices
    notice_size: float


def draft_of(sheet: Sheet, house: House, choices: FormChoices | None) -> Draft:
    a4, chinese = sheet.size is PaperSize.A4, sheet.language is Language.CHINESE
    return Draft(
        frame=frame_of(sheet),
        words=REGISTRATION[sheet.language],
        style=Style(
            band=7.0 if a4 else 6.0,
            label=(20.0 if chinese else 22.0) if a4 else 16.0,
            label_size=9.5 if a4 and chinese else 8.5,
            value_size=10.5 if a4 else 9.5,
            upright=chinese,
        ),
        house=house,
        slots=Slots(),
        choices=_completed(choices, sheet.language),
        notice_size=7.8 if a4 and chinese else 7.4,
    )


def _completed(given: FormChoices | None, language: Language) -> FormChoices:
    default = CHOICES[language]
    if given is None:
        return default
    return FormChoices(
        **{f.name: getattr(given, f.name) or getattr(default, f.name) for f in fields(FormChoices)}
    )


def meta_lines(draft: Draft) -> tuple[tuple[Piece, ...], ...]:
    words, wide = draft.words, draft.frame.width > WIDE
    kinds: tuple[Piece, ...] = (
        Word(text=words["kind"] + " "),
        *(Box(answer="kind", option=kind) for kind in draft.choices.kinds),
    )
    number: tuple[Piece, ...] = (Word(text=words["customer_number"]), Blank(answer="customer_number"))
    visit: tuple[Piece, ...] = (
        Word(text=words["registered_on"]),
        *date_pieces(draft, "registered"),
        Word(text="  " + words["received_at"]),
        Blank(answer="received_at", width=24 if wide else 16),
        Word(text="  " + words["receptionist"]),
        Blank(answer="receptionist"),
    )
    return ((*kinds, *number), visit)


def date_pieces(draft: Draft, answer: str) -> tuple[Piece, ...]:
    words = draft.words
    wide, narrow = (13.0, 8.0) if draft.frame.width > WIDE else (11.0, 6.5)
    return (
        Blank(answer=f"{answer}_year", width=wide),
        Word(text=words["year"]),
        Blank(answer=f"{answer}_month", width=narrow),
        Word(text=words["month"]),
        Blank(answer=f"{answer}_day", width=narrow),
        Word(text=words["day"]),
    )


def pages_of(draft: Draft, sheet: Sheet) -> list[tuple[Section, ...]]:
    words = draft.words
    person = Section(title=words["person"], rows=_person_rows(draft))
    company = Section(title=words["company"], rows=_company_rows(draft))
    need = Section(title=words["need"], rows=_need_rows(draft))
    return [(person, company, need)] if sheet.size is PaperSize.A4 else [(person, need), (company,)]


def _field(draft: Draft, name: str, span: int = 6, *, required: bool = False) -> Cell:
    return Cell(label=draft.words[name], span=span, answer=name, required=required)


def _options(
    draft: Draft, name: str, options: tuple[str, ...], span: int = 12, *, other: bool = False
) -> Cell:
    pieces: tuple[Piece, ...] = tuple(Box(answer=name, option=option) for option in options)
    if other:
        pieces += (Word(text=draft.words["other"]), Blank(answer=name + ":other"))
    return Cell(label=draft.words[name], span=span, pieces=pieces)


def _person_rows(draft: Draft) -> tuple[Row, ...]:
    words, choices = draft.words, draft.choices
    birthday: tuple[Piece, ...] = (
        Box(answer="calendar", option=words["solar"]),
        Box(answer="calendar", option=words["lunar"]),
        *date_pieces(draft, "birth"),
        Word(text=" "),
        Box(answer="leap", option=words["leap"]),
    )
    mobile = Cell(label=words["mobile"], span=6, pieces=(Comb(answer="mobile", count=11),), required=True)
    return (
        Row(cells=(_field(draft, "name", required=True), _options(draft, "gender", choices.genders, 6))),
        Row(cells=(mobile, _field(draft, "other_phone"))),
        Row(cells=(Cell(label=words["birthday"], span=8, pieces=birthday), _field(draft, "postcode", 4))),
        Row(cells=(_field(draft, "wechat"), _field(draft, "email"))),
        Row(cells=(_field(draft, "occupation"), _field(draft, "employer"))),
        Row(cells=(_options(draft, "education", choices.educations),)),
        Row(cells=(_options(draft, "income", choices.incomes),)),
        Row(cells=(_field(draft, "address", 12),)),
    )


def _company_rows(draft: Draft) -> tuple[Row, ...]:
    uscc = Cell(label=draft.words["uscc"], span=8, pieces=(Comb(answer="uscc", count=18),))
    return (
        Row(cells=(_field(draft, "company_name", 12),)),
        Row(cells=(uscc, _field(draft, "legal_representative", 4))),
        Row(
            cells=(
                _field(draft, "contact_name", 4),
                _field(draft, "contact_post", 4),
                _field(draft, "fax", 4),
            )
        ),
        Row(cells=(_field(draft, "company_phone"), _field(draft, "industry"))),
    )


def _need_rows(draft: Draft) -> tuple[Row, ...]:
    words, choices = draft.words, draft.choices
    channel = _options(draft, "channel", choices.channels)
    channel = replace(
        channel, pieces=(*channel.pieces, Word(text=words["campaign"]), Blank(answer="campaign"))
    )
    budget: tuple[Piece, ...] = (
        Blank(answer="budget_min", width=21 if draft.frame.width > WIDE else 14),
        Word(text=words["to"]),
        Blank(answer="budget_max", width=21 if draft.frame.width > WIDE else 14),
        Word(text=words["yuan"]),
    )
    expected = Cell(label=words["expected_on"], span=6, pieces=date_pieces(draft, "expected"))
    return (
        Row(cells=(_options(draft, "source", choices.sources, other=True),)),
        Row(cells=(channel,)),
        Row(cells=(_field(draft, "product"), expected)),
        Row(cells=(Cell(label=words["budget"], span=6, pieces=budget), _field(draft, "purpose"))),
        Row(cells=(_options(draft, "level", choices.levels),)),
        Row(
            cells=(
                _field(draft, "competitor", 4),
                _field(draft, "vehicle_model", 4),
                _field(draft, "vehicle_plate", 4),
            )
        ),
        Row(cells=(_field(draft, "note", 12),)),
    )


def staff_section(draft: Draft) -> Section:
    return Section(
        title=draft.words["staff"],
        rows=(
            Row(cells=(_options(draft, "class", draft.choices.classes, 6), _field(draft, "entered_at"))),
            Row(cells=(_field(draft, "entered_by"), Cell(label=draft.words["checked_by"], span=6))),
        ),
    )
