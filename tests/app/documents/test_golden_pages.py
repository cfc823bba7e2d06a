"""Pages against pictures that were looked at and found good.

After a change meant to be seen, look at the new pages and keep them:
`python -m tests.app.documents.test_golden_pages`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from app.documents import preview
from app.documents.booklet import VISIT_FORM, blank_booklet
from app.documents.complaint_dossier import complaint_dossier
from app.documents.complaint_form import complaint_form
from app.documents.complaint_records import ComplaintEntry
from app.documents.contact_report import contact_report
from app.documents.dossier import customer_dossier
from app.documents.phone_log import phone_log
from app.documents.records import Language, PaperSize, RegistrationEntry, Sheet
from app.documents.registration_form import registration_form
from app.documents.visit_form import visit_form
from app.documents.visit_records import PhoneLog, VisitEntry
from tests.builders.complaint_papers import complaint
from tests.builders.complaint_papers import dossier as complaint_file
from tests.builders.papers import (
    HOUSE,
    batch,
    calls,
    company_dossier,
    contact_report_of,
    person_dossier,
    registration,
    visit,
)

FOLDER = Path(__file__).resolve().parents[2] / "files" / "golden"
DPI = 60
TOLERANCE = 40
"""Grey levels of 255 that one spot, blurred over two pixels, may differ: other rasterisers smooth otherwise."""

ENGLISH = Sheet(language=Language.ENGLISH)
A5 = Sheet(size=PaperSize.A5)
BLANK = RegistrationEntry(serial="CD01-26-000124")
PAGES: dict[str, tuple[Callable[[], bytes], int]] = {
    "registration-filled": (lambda: registration_form(registration(), house=HOUSE), 0),
    "registration-blank": (lambda: registration_form(BLANK, house=HOUSE), 0),
    "registration-english": (lambda: registration_form(BLANK, house=HOUSE, sheet=ENGLISH), 0),
    "registration-a5-front": (lambda: registration_form(registration(), house=HOUSE, sheet=A5), 0),
    "registration-a5-back": (lambda: registration_form(registration(), house=HOUSE, sheet=A5), 1),
    "booklet-cover": (lambda: blank_booklet(batch(), house=HOUSE), 0),
    "booklet-table": (lambda: blank_booklet(batch(), house=HOUSE), 2),
    "dossier-person": (lambda: customer_dossier(person_dossier(), house=HOUSE), 0),
    "dossier-log": (lambda: customer_dossier(person_dossier(), house=HOUSE), 1),
    "dossier-company": (lambda: customer_dossier(company_dossier(), house=HOUSE), 0),
    "visit-filled": (lambda: visit_form(visit(), house=HOUSE), 0),
    "visit-blank": (lambda: visit_form(VisitEntry(serial="CDAV00013"), house=HOUSE), 0),
    "visit-english": (lambda: visit_form(VisitEntry(serial="CDAV00013"), house=HOUSE, sheet=ENGLISH), 0),
    "visit-booklet-cover": (lambda: blank_booklet(batch(), house=HOUSE, form=VISIT_FORM), 0),
    "complaint-blank": (lambda: complaint_form(ComplaintEntry(serial="CDAC00013"), house=HOUSE), 0),
    "complaint-blank-back": (lambda: complaint_form(ComplaintEntry(serial="CDAC00013"), house=HOUSE), 1),
    "complaint-filled": (lambda: complaint_form(complaint(), house=HOUSE), 0),
    "complaint-english": (lambda: complaint_form(ComplaintEntry(serial="1"), house=HOUSE, sheet=ENGLISH), 0),
    "complaint-dossier": (lambda: complaint_dossier(complaint_file(), house=HOUSE), 0),
    "complaint-dossier-end": (lambda: complaint_dossier(complaint_file(), house=HOUSE), 3),
    "contact-report": (lambda: contact_report(contact_report_of(), house=HOUSE), 0),
    "phone-log": (lambda: phone_log(calls(), house=HOUSE), 0),
    "phone-log-end": (lambda: phone_log(calls(), house=HOUSE), 1),
    "phone-log-blank": (lambda: phone_log(PhoneLog(blank_sheets=1), house=HOUSE), 0),
}


def _grey(name: str) -> Image.Image:
    make, page = PAGES[name]
    picture = preview.render(make(), page, dpi=DPI)
    return Image.frombytes("RGB", (picture.width, picture.height), picture.rgb).convert("L")


def _strangest_spot(one: Image.Image, other: Image.Image) -> int:
    blurred = [image.filter(ImageFilter.BoxBlur(2)) for image in (one, other)]
    return int(ImageChops.difference(*blurred).getextrema()[1])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did_when_it_was_judged(name: str, tmp_path: Path) -> None:
    shown = _grey(name)
    with Image.open(FOLDER / f"{name}.png") as kept:
        assert shown.size == kept.size
        strangest = _strangest_spot(shown, kept)
    shown.save(tmp_path / f"{name}.png")
    assert strangest <= TOLERANCE, f"look at {tmp_path / name}.png"


def test_the_comparison_notices_a_missing_word() -> None:
    shown = _grey("registration-blank")
    changed = shown.copy()
    changed.paste(255, (60, 160, 90, 175))
    assert _strangest_spot(shown, shown) == 0
    assert _strangest_spot(shown, changed) > TOLERANCE


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for page_name in PAGES:
        _grey(page_name).save(FOLDER / f"{page_name}.png", optimize=True)
