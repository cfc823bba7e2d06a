"""Writes vCards that phones and Outlook read: version 3.0, UTF-8, folded by bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLD_BYTES = 75


@dataclass(frozen=True, kw_only=True, slots=True)
class VCard:
    """One card; `birthday` is 1990-03-05 or --03-05, empty where unknown or lunar."""

    name: str
    surname: str = ""
    given: str = ""
    phones: tuple[str, ...] = ()
    fax: str = ""
    email: str = ""
    company: str = ""
    post: str = ""
    address: str = ""
    postcode: str = ""
    birthday: str = ""
    wechat: str = ""
    note: str = ""
    is_company: bool = False


def write_vcards(path: Path, cards: Iterable[VCard]) -> int:
    """Write the cards one by one; returns how many."""
    count = 0
    with path.open("wb") as stream:
        for card in cards:
            for line in _lines(card):
                stream.write(_folded(line))
            count += 1
    return count


def _lines(card: VCard) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    family, given = (card.surname, card.given) if card.surname else ("", card.name)
    yield "N:;;;;" if card.is_company else f"N:{_escaped(family)};{_escaped(given)};;;"
    yield f"FN:{_escaped(card.name)}"
    for phone in card.phones:
        yield f"TEL;TYPE={'CELL' if phone.replace(' ', '').startswith('1') else 'VOICE'}:{_escaped(phone)}"
    address = f";;{_escaped(card.address)};;;{_escaped(card.postcode)};"
    for name, value in (
        ("TEL;TYPE=FAX", _escaped(card.fax)),
        ("EMAIL;TYPE=INTERNET", _escaped(card.email)),
        ("ORG", _escaped(card.name if card.is_company else card.company)),
        ("TITLE", _escaped(card.post)),
        ("ADR;TYPE=HOME", address if card.address or card.postcode else ""),
        ("X-WECHAT", _escaped(card.wechat)),
        ("NOTE", _escaped(card.note)),
    ):
        if value:
            yield f"{name}:{value}"
    if card.birthday.startswith("--"):
        # Version 3.0 has no day without a year; Apple's way is the one most programs understand.
        yield f"BDAY;X-APPLE-OMIT-YEAR=1604:1604{card.birthday[1:]}"
    elif card.birthday:
        yield f"BDAY:{card.birthday}"
    if card.is_company:
        yield "X-ABShowAs:COMPANY"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> bytes:
    """Folded at 75 bytes between characters (RFC 2426, section 2.6)."""
    parts: list[bytes] = []
    current = b""
    for character in line:
        coded = character.encode("utf-8", "replace")
        if len(current) + len(coded) > FOLD_BYTES:
            parts.append(current)
            current = b" "
        current += coded
    return b"\r\n".join((*parts, current)) + b"\r\n"
