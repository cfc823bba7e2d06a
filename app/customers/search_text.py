"""What a customer can be found by, in one normal form, and the same form of what people type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from app.customers.cleaning import mend, search_form
from app.customers.companies import company_root
from app.customers.names import name_readings, text_readings
from db.grams import BORDER, grams
from db.models.customers import CustomerKind
from db.models.search import FieldKind
from db.search_upkeep import Entry, Source

_MOBILE_FROM_ABROAD: Final = re.compile(r"(?:00)?86(1\d{10})")
_BEFORE_NUMBER: Final = f"{FieldKind.NAME}{FieldKind.PINYIN}{FieldKind.INITIALS}{FieldKind.PHONE}"
_LATIN_END: Final = 0x250
_LATIN_MORE: Final = range(0x1E00, 0x1F00)


def normal(text: str) -> str:
    """The form texts are compared in: without width, case, separators and the marks of Latin letters."""
    if text.isascii() and text.isalnum():
        return text.lower()
    form = search_form(text)
    return form if form.isascii() else _unmarked(form)


def words_of(typed: str) -> list[str]:
    """The normalised words of what a person typed; a mobile number loses the country code in front of it."""
    words = [word for word in map(normal, mend(typed).split()) if word]
    mobile = _MOBILE_FROM_ABROAD.fullmatch("".join(words))
    return [mobile[1]] if mobile else words


def search_entry(source: Source) -> Entry:
    """The search text of a customer: every field once, the name first, since the first match is shown."""
    fields = dict.fromkeys((kind, value) for kind, value in _fields(source) if value)
    return Entry(
        text=BORDER + "".join(value + BORDER for _kind, value in fields),
        kinds="".join(kind for kind, _value in fields),
    )


def numbered(entry: Entry, number: str) -> Entry:
    """The search text of a customer whose number was not known yet: the number stands behind the phones."""
    form = normal(number)
    fields = entry.text.split(BORDER)
    place = len(entry.kinds) - len(entry.kinds.lstrip(_BEFORE_NUMBER))
    fields.insert(place + 1, form)
    kinds = entry.kinds[:place] + FieldKind.NUMBER + entry.kinds[place:]
    cut = " ".join((entry.grams, *grams(form))) if entry.grams else ""
    return Entry(text=BORDER.join(fields), kinds=kinds, grams=cut)


def _fields(source: Source) -> Iterator[tuple[FieldKind, str]]:
    if source.kind is CustomerKind.PERSON:
        yield from _person(source.name, FieldKind.NAME, FieldKind.PINYIN, FieldKind.INITIALS)
    else:
        yield from _company(source.name, FieldKind.NAME, FieldKind.PINYIN, FieldKind.INITIALS)
    for phone in source.phones:
        yield FieldKind.PHONE, normal(phone)
    yield FieldKind.NUMBER, normal(source.number)
    if source.company_name:
        kinds = (FieldKind.COMPANY, FieldKind.COMPANY_PINYIN, FieldKind.COMPANY_INITIALS)
        yield from _company(source.company_name, *kinds)
    for plate, vin in source.vehicles:
        yield FieldKind.PLATE, normal(plate or "")
        yield FieldKind.VIN, normal(vin or "")
    yield FieldKind.WECHAT, normal(source.wechat or "")
    for name, line in source.contacts:
        yield from _person(name, FieldKind.CONTACT, FieldKind.CONTACT_PINYIN, FieldKind.CONTACT_INITIALS)
        yield FieldKind.CONTACT_PHONE, normal(line or "")


def _person(
    name: str, own: FieldKind, pinyin: FieldKind, initials: FieldKind
) -> Iterator[tuple[FieldKind, str]]:
    form = normal(name)
    yield own, form
    readings = name_readings(_unmarked(name))
    yield from ((pinyin, normal(full)) for full in readings.full if full != form)
    yield from ((initials, normal(letters)) for letters in readings.initials if letters != form)


def _company(
    name: str, own: FieldKind, pinyin: FieldKind, initials: FieldKind
) -> Iterator[tuple[FieldKind, str]]:
    root = company_root(name)
    proper = normal(root)
    yield own, normal(name)
    yield own, proper
    readings = text_readings(root)
    yield from ((pinyin, normal(full)) for full in readings.full if full != proper)
    yield from ((initials, normal(letters)) for letters in readings.initials if letters != proper)


def _unmarked(text: str) -> str:
    """Müller -> Muller, and lǚ -> lu, which `names` gives as a reading beside lv."""
    return "".join(unicodedata.normalize("NFD", char)[0] if _is_latin(char) else char for char in text)


def _is_latin(character: str) -> bool:
    return ord(character) < _LATIN_END or ord(character) in _LATIN_MORE
