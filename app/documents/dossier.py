"""The customer dossier LC-06 (客户档案): everything on one card, for the archive and for the person it "
"is about."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from app.documents import grid
from app.documents.dossier_labels import DOSSIER
from app.documents.dossier_tables import tables_of
from app.documents.flow import Flow
from app.documents.frame import (
    Heading,
    draw_foot,
    draw_head,
    draw_page_number,
    draw_serial,
    frame_of,
    logo_of,
)
from app.documents.grid import Cell, Row, Section, Slots, Style
from app.documents.ink import MM, Align, Ink, fit, leading, text_width
from app.documents.money import money
from app.documents.pdf import Pdf
from app.documents.records import CompanyPart, Dossier, House, PaperSize, PersonPart, Sheet
from app.errors import UserError

FORM_NUMBER = "LC-06"
EDITION = "2026-1"

_RUNNING = 9.0
_SIGNATURES = 36.0
_STYLE = Style(band=0.0, label=22.0, label_size=9.0, value_size=10.0)


def customer_dossier(dossier: Dossier, *, house: House, sheet: Sheet | None = None) -> bytes:
    """A card as a PDF on A4; UserError `paper-too-small` for any other paper."""
    sheet = sheet or Sheet()
    if sheet.size is not PaperSize.A4:
        raise UserError("paper-too-small", paper=sheet.size.value, needed=PaperSize.A4.value)
    words = DOSSIER[sheet.language]
    frame = frame_of(sheet)
    out = BytesIO()
    pdf = Pdf(out, sheet, title=f"{words['title']} {dossier.number}", author=house.company)
    head = pdf.ink()
    heading = Heading(title=words["title"], form_number=FORM_NUMBER, edition=EDITION)
    top = draw_head(head, frame, house, heading, words)
    pdf.part("head", head, logo_of(house, frame))
    flow = Flow(pdf.ink, frame, first=top + 1.5, next_top=frame.top + _RUNNING + 2.0)
    draw_serial(flow.ink, frame, dossier.number)
    _fill(flow, dossier, words)
    for number, ink in enumerate(flow.pages, 1):
        _draw_edges(ink, flow, dossier, house, words=words, page=number)
        pdf.page(ink, *(("head",) if number == 1 else ()))
    pdf.save()
    return out.getvalue()


def _fill(flow: Flow, dossier: Dossier, words: dict[str, str]) -> None:
    _draw_identity(flow, dossier, words)
    flow.heading(words["basics"], following=30)
    _draw_basics(flow, dossier, words)
    for title, table in tables_of(dossier, words):
        count = words["count"].format(count=len(table.rows))
        after = _SIGNATURES if title == "history" else 0.0
        flow.table(words[title], table, count=count, none=words["none"], after=after)
    _draw_signatures(flow, dossier, words)


def _draw_edges(
    ink: Ink, flow: Flow, dossier: Dossier, house: House, *, words: dict[str, str], page: int
) -> None:
    frame = flow.frame
    if page == 1:
        draw_page_number(ink, frame, words, page, len(flow.pages))
    else:
        base, left = frame.top + 5.0, 0.6 * frame.width
        name = f"{words['title']}  {dossier.number}  {dossier.name}"
        ink.block(frame.x, base - 5.0, left - 4.0, 7.0, name, 9, bold=True, smallest=6)
        told = f"{house.company}  {words['page'].format(page=page, pages=len(flow.pages))}"
        ink.block(
            frame.x + left, base - 5.0, frame.width - left, 7.0, told, 8.5, align=Align.RIGHT, smallest=6
        )
        ink.line(frame.x, base + 2.0, frame.x + frame.width, base + 2.0, 0.8)
    draw_foot(ink, frame, words["secret"])
    if dossier.printed_by or dossier.printed_at:
        told = words["printed"].format(by=dossier.printed_by, at=moment(dossier.printed_at))
        ink.text(frame.x + frame.width, frame.bottom, told, 7.5, align=Align.RIGHT)


def _draw_identity(flow: Flow, dossier: Dossier, words: dict[str, str]) -> None:
    """The name large, what kind of customer, the stop sign if there is one, and how complete the card is."""
    ink, x, y, width = flow.ink, flow.frame.x, flow.y, flow.frame.width
    ink.fill(x, y, width, 19.0, 0.955)
    ink.box(x, y, width, 19.0, 0.8)
    right = x + width - 52.0
    stop = 42.0 if dossier.do_not_contact else 0.0
    room = right - x - 7.0 - stop
    ink.block(x + 4.0, y + 1.2, room, 10.6, dossier.name, 19, bold=True, smallest=9)
    kind = "  ·  ".join(filter(None, (dossier.name_pinyin, dossier.kind_text, dossier.class_text)))
    ink.block(x + 4.0, y + 12.0, room, 5.6, kind, 9.5)
    if dossier.do_not_contact:
        ink.box(right - stop, y + 4.5, stop - 5.0, 10.0, 1.8)
        ink.block(
            right - stop + 1,
            y + 4.5,
            stop - 7.0,
            10,
            words["do_not_contact"],
            13,
            bold=True,
            align=Align.CENTRE,
        )
    ink.line(right, y + 2.5, right, y + 16.5, 0.4)
    if dossier.completeness is not None:
        _draw_completeness(ink, dossier, words, (right + 4.0, y, 44.0))
    flow.y += 20.0


def _draw_completeness(
    ink: Ink, dossier: Dossier, words: dict[str, str], place: tuple[float, float, float]
) -> None:
    x, y, width = place
    share = max(0, min(100, dossier.completeness or 0))
    ink.text(x, y + 5.2, words["completeness"], 9)
    ink.text(x + width, y + 5.4, f"{share}%", 13, bold=True, align=Align.RIGHT)
    ink.fill(x, y + 6.8, width * share / 100, 2.6, 0.25)
    ink.box(x, y + 6.8, width, 2.6, 0.6)
    told = words["nothing_missing"] if share == 100 else ""
    if dossier.missing:
        told = words["missing"] + ("、" if not words["missing"].isascii() else ", ").join(dossier.missing)
    ink.block(x, y + 10.2, width, 8.0, told, 7.6, smallest=6)


def _draw_basics(flow: Flow, dossier: Dossier, words: dict[str, str]) -> None:
    values = _values(dossier, words)
    names: list[tuple[tuple[str, int], ...]] = [(("number", 4), ("kind", 4), ("class", 4))]
    if dossier.company is not None:
        names += [
            (("uscc", 8), ("legal_representative", 4)),
            (("registered_capital", 4), ("industry", 4), ("fax", 4)),
        ]
    if dossier.person is not None:
        names += [
            (("gender", 4), ("birthday", 8)),
            (("occupation", 4), ("education", 4), ("income", 4)),
            (("employer", 12),),
        ]
    names += [
        (("level", 4), ("reception_level", 4), ("special_kind" if dossier.company else "postcode", 4)),
        (("email", 6), ("wechat", 6)),
        (("address", 8), ("postcode", 4)) if dossier.company else (("address", 12),),
        (("source", 4), ("channel", 4), ("campaign", 4)),
    ]
    if values.get("business_scope"):
        names.append((("business_scope", 12),))
    if dossier.note:
        names.append((("note", 12),))
    rows = tuple(_fact_row(row, values, words, flow.frame.width) for row in names)
    flow.keep(sum(row.height or 0.0 for row in rows))
    slots = Slots()
    flow.y += grid.draw_section(
        flow.ink,
        slots,
        Section(title="", rows=rows),
        _STYLE,
        page=0,
        x=flow.frame.x,
        y=flow.y,
        width=flow.frame.width,
    )
    for name, value in values.items():
        slots.write([flow.ink], name, value)
    flow.y += 1.0


def _fact_row(
    row: tuple[tuple[str, int], ...], values: dict[str, str], words: dict[str, str], width: float
) -> Row:
    """One row of the grid of facts, as high as its longest text, up to a dozen lines."""
    high = 7.2
    for name, span in row:
        room = span * width / 12 - _STYLE.label - 3.2
        lines = fit(
            values.get(name, ""), room, 12 * leading(_STYLE.value_size) / MM + 1.0, _STYLE.value_size
        ).lines
        high = max(high, len(lines) * leading(_STYLE.value_size) / MM + 2.6)
    cells = tuple(Cell(label=words[name], span=span, answer=name) for name, span in row)
    return Row(cells=cells, height=high)


def _values(dossier: Dossier, words: dict[str, str]) -> dict[str, str]:
    person, company = dossier.person or PersonPart(), dossier.company or CompanyPart()
    birthday = person.birthday_text
    if person.age is not None:
        birthday = f"{birthday}（{words['age'].format(age=person.age)}）"
        if words["age"].isascii():
            birthday = f"{person.birthday_text} ({words['age'].format(age=person.age)})"
    capital = company.registered_capital
    return {
        "number": dossier.number,
        "kind": dossier.kind_text,
        "class": dossier.class_text,
        "level": dossier.level_text,
        "reception_level": dossier.reception_level,
        "gender": person.gender_text,
        "birthday": birthday.strip(),
        "occupation": person.occupation,
        "education": person.education_text,
        "income": person.income_text,
        "employer": person.employer,
        "email": dossier.email,
        "wechat": dossier.wechat,
        "address": f"{dossier.region} {dossier.address}".strip(),
        "postcode": dossier.postcode,
        "source": dossier.source_text,
        "channel": dossier.channel_text,
        "campaign": dossier.campaign,
        "note": dossier.note,
        "uscc": company.uscc,
        "legal_representative": company.legal_representative,
        "registered_capital": words["yuan"].format(amount=money(capital)) if capital is not None else "",
        "industry": company.industry,
        "fax": company.fax,
        "special_kind": company.special_kind_text,
        "business_scope": company.business_scope,
    }


def _draw_signatures(flow: Flow, dossier: Dossier, words: dict[str, str]) -> None:
    """When the card was opened and changed, and the keeper's and manager's signatures with the stamp."""
    flow.keep(_SIGNATURES)
    flow.y += 4.0
    frame, y, ink = flow.frame, flow.y, flow.ink
    ink.box(frame.x, y, frame.width, 30.0, 0.8)
    told = (
        f"{words['created']}: {moment(dossier.created_at)} {dossier.created_by}",
        f"{words['changed']}: {moment(dossier.changed_at)} {dossier.changed_by}",
        f"{words['last_contact']}: {moment(dossier.last_contact_at)}",
    )
    for number, text in enumerate(told):
        third = (frame.width - 8.0) / 3
        ink.block(frame.x + 3.0 + number * third, y + 1.0, third - 3.0, 6.0, text, 8.5)
    ink.line(frame.x, y + 8.0, frame.x + frame.width, y + 8.0, 0.3)
    stamp = frame.x + frame.width - 34.0
    ink.line(stamp, y + 8.0, stamp, y + 30.0, 0.3)
    ink.box(stamp + 8.0, y + 10.0, 18.0, 18.0, 0.4, dash="1.5 2")
    ink.text(stamp + 17.0, y + 20.0, words["stamp"], 8, align=Align.CENTRE)
    for number, name in enumerate(("keeper", "manager")):
        base = y + 16.5 + number * 9.5
        ink.text(frame.x + 3.0, base, words[name], 9.5, bold=True)
        start = frame.x + 3.0 + max(text_width(words[n], 9.5, bold=True) for n in ("keeper", "manager")) + 2.0
        ink.line(start, base + 1.2, stamp - 52.0, base + 1.2, 0.5)
        ink.text(stamp - 48.0, base, words["date"], 9.5)
        ink.line(
            stamp - 48.0 + text_width(words["date"], 9.5) + 2.0, base + 1.2, stamp - 4.0, base + 1.2, 0.5
        )
    flow.y += 30.0


def moment(at: datetime | date | None) -> str:
    """A date, with its time if it has one, as the branch writes it."""
    if at is None:
        return ""
    return at.strftime("%Y-%m-%d %H:%M" if isinstance(at, datetime) else "%Y-%m-%d")
