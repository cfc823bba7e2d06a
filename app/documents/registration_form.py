"""The new-customer registration form LC-01 (新顾客登记表), filled for signature or blank."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO
from typing import BinaryIO

from app.documents.frame import draw_serial
from app.documents.grid import Slots
from app.documents.ink import Ink
from app.documents.labels import REGISTRATION
from app.documents.money import money
from app.documents.pdf import Pdf
from app.documents.records import Birthday, FormChoices, House, Language, RegistrationEntry, Sheet
from app.documents.registration_layout import EDITION, FORM_NUMBER, Layout, lay_out
from app.documents.registration_privacy import AGREE, CONSENTS, REFUSE

__all__ = ["EDITION", "FORM_NUMBER", "draw_form", "registration_form", "write_registration_forms"]


def registration_form(
    entry: RegistrationEntry, *, house: House, sheet: Sheet | None = None, choices: FormChoices | None = None
) -> bytes:
    """One form as a PDF: filled with what the entry knows, blank where it knows nothing."""
    out = BytesIO()
    write_registration_forms((entry,), out, house=house, sheet=sheet, choices=choices)
    return out.getvalue()


def write_registration_forms(
    entries: Iterable[RegistrationEntry],
    out: BinaryIO,
    *,
    house: House,
    sheet: Sheet | None = None,
    choices: FormChoices | None = None,
    on_form: Callable[[int], None] | None = None,
) -> int:
    """Many forms in one PDF; returns the number of pages.

    `on_form` is told how many are drawn and may raise to cancel; nothing is written to `out` before the
    last one.
    """
    sheet = sheet or Sheet()
    pdf = Pdf(out, sheet, title=REGISTRATION[sheet.language]["title"], author=house.company)
    layout = lay_out(pdf, sheet, house, choices)
    for number, entry in enumerate(entries, 1):
        draw_form(pdf, layout, entry, sheet.language)
        if on_form is not None:
            on_form(number)
    pdf.save()
    return pdf.pages


def draw_form(
    pdf: Pdf, layout: Layout, entry: RegistrationEntry, language: Language, shifts: tuple[float, ...] = ()
) -> None:
    """Add the pages of one form; `shifts` moves each page right by so many millimetres."""
    inks = [pdf.ink() for _ in layout.parts]
    for ink in inks:
        draw_serial(ink, layout.frame, entry.serial)
    fill(layout.slots, inks, entry, language)
    for number, ink in enumerate(inks):
        pdf.page(ink, layout.parts[number], right=shifts[number] if shifts else 0.0)


_WRITTEN = (
    "received_at",
    "receptionist",
    "customer_number",
    "name",
    "mobile",
    "other_phone",
    "wechat",
    "email",
    "occupation",
    "employer",
    "postcode",
    "company_name",
    "uscc",
    "legal_representative",
    "industry",
    "contact_name",
    "contact_post",
    "company_phone",
    "fax",
    "campaign",
    "product",
    "purpose",
    "competitor",
    "vehicle_model",
    "vehicle_plate",
    "entered_by",
    "entered_at",
)
_TICKED = ("kind", "gender", "education", "income", "source", "channel", "class", "level")


def fill(slots: Slots, inks: list[Ink], entry: RegistrationEntry, language: Language) -> None:
    """Write what an entry knows into the slots of its form; what has no box goes before the remarks."""
    for name in _WRITTEN:
        slots.write(inks, name, getattr(entry, name))
    slots.write(inks, "address", f"{entry.region} {entry.address}".strip())
    slots.write(inks, "budget_min", money(entry.budget_min))
    slots.write(inks, "budget_max", money(entry.budget_max))
    _write_date(slots, inks, "registered", entry.registered_on)
    _write_date(slots, inks, "expected", entry.expected_on)
    words = REGISTRATION[language]
    unplaced = []
    for name in _TICKED:
        told: str = getattr(entry, f"{name}_text")
        if not slots.mark(inks, name, told):
            unplaced.append(words[name] + words["colon"] + told)
    slots.write(inks, "note", words["semicolon"].join([*unplaced, entry.note] if entry.note else unplaced))
    if entry.birthday is not None:
        _write_birthday(slots, inks, entry.birthday, language)
    for purpose in CONSENTS:
        answer: bool | None = getattr(entry.consents, purpose)
        if answer is not None:
            slots.mark(inks, f"consent_{purpose}", AGREE if answer else REFUSE)


def _write_date(slots: Slots, inks: list[Ink], name: str, day: date | None) -> None:
    if day is not None:
        slots.write(inks, f"{name}_year", str(day.year))
        slots.write(inks, f"{name}_month", str(day.month))
        slots.write(inks, f"{name}_day", str(day.day))


def _write_birthday(slots: Slots, inks: list[Ink], birthday: Birthday, language: Language) -> None:
    words = REGISTRATION[language]
    if birthday.lunar is not None:
        slots.mark(inks, "calendar", words["lunar" if birthday.lunar else "solar"])
    if birthday.leap:
        slots.mark(inks, "leap", words["leap"])
    for part in ("year", "month", "day"):
        number: int | None = getattr(birthday, part)
        slots.write(inks, f"birth_{part}", "" if number is None else str(number))
