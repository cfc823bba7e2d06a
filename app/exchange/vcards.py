"""vCard 2.1, 3.0 and 4.0 as a table with one row per card; a broken card costs itself, not the file.

An own reader: vobject takes the whole file into memory, stops at a line it dislikes, knows no version 4.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.exchange.limits import Limits

COLUMNS = (
    "name",
    "phone",
    "fax",
    "email",
    "company",
    "occupation",
    "address",
    "postcode",
    "birthday",
    "gender",
    "wechat",
    "note",
)
_HEAVY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "LABEL", "FBURL"})
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SPLIT = re.compile(r"(?<!\\);")
_NO_YEAR = re.compile(r"--\d{4}")
_GENDERS = {"M": "男", "F": "女"}
MISSING_YEAR = "1604-"  # Apple writes a birthday without year as 1604


@dataclass(slots=True)
class Property:
    """One content line: name without group, parameters in upper case, decoded value with its escapes."""

    name: str
    kinds: frozenset[str]
    value: str

    def parts(self) -> list[str]:
        return [_unescaped(part).strip() for part in _SPLIT.split(self.value)]

    def text(self) -> str:
        return _unescaped(self.value).strip()


@dataclass(slots=True)
class Card:
    """The properties of one card by name."""

    number: int
    properties: dict[str, list[Property]] = field(default_factory=dict)

    def all(self, name: str) -> list[Property]:
        found = self.properties.get(name, [])
        return sorted(found, key=lambda one: "PREF" not in one.kinds)

    def first(self, name: str) -> str:
        found = self.all(name)
        return found[0].text() if found else ""


def read_vcards(path: Path, limits: Limits) -> Iterator[dict[str, Any]]:
    """The facts, a header row, then one row per card; numbers count the cards. Raises UserError."""
    yield {"facts": {}}
    yield {"row": [0, list(COLUMNS)]}
    count = 0
    for card in cards(path, limits):
        count = card.number
        if count > limits.rows:
            raise UserError("list-too-long", file=path.name, rows=count, limit=limits.rows)
        yield {"row": [count, as_row(card, limits.cell_characters)]}
    if not count:
        raise UserError("list-damaged", file=path.name)


def cards(path: Path, limits: Limits) -> Iterator[Card]:
    """The cards of the file one by one; cards inside cards (AGENT) are passed over."""
    card: Card | None = None
    depth = number = 0
    for line in _logical_lines(path, limits):
        word = line.strip().upper()
        if word == b"BEGIN:VCARD":
            depth += 1
            if depth == 1:
                number += 1
                card = Card(number)
        elif word == b"END:VCARD":
            depth -= 1
            if depth <= 0 and card is not None:
                yield card
                card, depth = None, 0
        elif card is not None and depth == 1:
            found = parsed(line)
            if found is not None:
                card.properties.setdefault(found.name, []).append(found)
    if card is not None:
        yield card


def _logical_lines(path: Path, limits: Limits) -> Iterator[bytes]:
    """Lines with folds and quoted-printable soft breaks undone; pictures and keys are dropped on the way."""
    pending = b""
    for line in _physical_lines(path, limits):
        folded = line[:1] in (b" ", b"\t")
        soft = pending.endswith(b"=") and b"QUOTED-PRINTABLE" in pending.split(b":", 1)[0].upper()
        if soft:
            pending = pending[:-1] + line
        elif folded:
            pending = pending if _is_heavy(pending) else pending + line[1:]
        else:
            if pending:
                yield pending
            pending = line
        if len(pending) > limits.cell_characters * 4:
            pending = pending[:64] if _is_heavy(pending) else pending[: limits.cell_characters * 4]
    if pending:
        yield pending


def _physical_lines(path: Path, limits: Limits) -> Iterator[bytes]:
    with path.open("rb") as stream:
        mark = stream.read(2)
        stream.seek(0)
        if mark in (b"\xff\xfe", b"\xfe\xff"):
            for text in stream.read(limits.file_bytes).decode("utf-16", errors="replace").splitlines():
                yield text.encode("utf-8")
            return
        first = True
        while line := stream.readline(limits.cell_characters * 4):
            yield (line.removeprefix(b"\xef\xbb\xbf") if first else line).rstrip(b"\r\n")
            first = False


def _is_heavy(line: bytes) -> bool:
    return _name(line.split(b":", 1)[0].split(b";", 1)[0]) in _HEAVY


def _name(head: bytes) -> str:
    return head.rsplit(b".", 1)[-1].decode("ascii", errors="replace").strip().upper()


def parsed(line: bytes) -> Property | None:
    """One content line; None for what is no property or is a picture."""
    head, found, value = _cut(line)
    if not found:
        return None
    words = head.split(b";")
    name = _name(words[0])
    if name in _HEAVY:
        return None
    kinds: set[str] = set()
    charset = None
    for word in words[1:]:
        key, _, told = word.decode("ascii", errors="replace").upper().rpartition("=")
        if key == "CHARSET":
            charset = told.strip('"')
        else:
            kinds.update(told.strip('"').split(","))
        if key == "CALSCALE" and told != "GREGORIAN":
            return None
    if {"QUOTED-PRINTABLE"} & kinds:
        value = quopri.decodestring(value)
    if {"BASE64", "B"} & kinds:
        return None
    return Property(name, frozenset(kinds), _decoded(value, charset))


def _cut(line: bytes) -> tuple[bytes, bool, bytes]:
    """Head and value at the first colon outside quotes."""
    quoted = False
    for index, byte in enumerate(line):
        if byte == 0x22:
            quoted = not quoted
        elif byte == 0x3A and not quoted:
            return line[:index], True, line[index + 1 :]
    return line, False, b""


def _decoded(value: bytes, charset: str | None) -> str:
    for codec in (charset, "utf-8", "gb18030"):
        try:
            if codec:
                return value.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return value.decode("utf-8", errors="replace")


def _unescaped(value: str) -> str:
    return _UNESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def as_row(card: Card, longest: int) -> list[str]:
    """The card in the order of COLUMNS; what has no column of its own joins the note."""
    addresses = [text for one in card.all("ADR") if (text := address(one.parts()))]
    mails = [one.text() for one in card.all("EMAIL") if one.text()]
    phones, faxes = _numbers(card)
    notes = [one.text() for one in card.all("NOTE")]
    notes += addresses[1:] + mails[1:] + faxes[1:] + [one.text() for one in card.all("URL")]
    organisation = (card.all("ORG")[0].parts() if card.all("ORG") else [""])[0]
    row = (
        _full_name(card),
        "\n".join(phones),
        faxes[0] if faxes else "",
        mails[0] if mails else "",
        organisation,
        card.first("TITLE") or card.first("ROLE"),
        addresses[0] if addresses else "",
        next((parts[5] for one in card.all("ADR") if len(parts := one.parts()) > 5 and parts[5]), ""),
        _birthday(card),
        _GENDERS.get(card.first("GENDER")[:1].upper(), ""),
        _wechat(card),
        "\n".join(note for note in notes if note),
    )
    return [text[:longest] for text in row]


def _full_name(card: Card) -> str:
    """A Chinese name from family and given name, since FN often has them turned round; else FN."""
    if card.first("KIND").lower() == "org" or card.first("X-ABSHOWAS").upper() == "COMPANY":
        return ""
    parts = (card.all("N")[0].parts() if card.all("N") else []) + [""] * 3
    family, given, middle = parts[:3]
    if _CHINESE.search(family + given):
        return family + middle + given
    return card.first("FN") or " ".join(part for part in (given, middle, family) if part)


def _numbers(card: Card) -> tuple[list[str], list[str]]:
    """Phones, mobiles first, and faxes; pagers are passed over."""
    phones: dict[str, None] = {}
    faxes: dict[str, None] = {}
    for one in sorted(card.all("TEL"), key=lambda tel: "CELL" not in tel.kinds):
        text = one.text().removeprefix("tel:").split(";")[0].strip()
        if text and "PAGER" not in one.kinds:
            (faxes if "FAX" in one.kinds else phones)[text] = None
    return list(phones), list(faxes)


def address(parts: list[str]) -> str:
    """One line from the seven parts of ADR, in Chinese from large to small, else the other way."""
    box, extra, street, city, region, _, country = (parts + [""] * 7)[:7]
    one_line = [" ".join(part.split()) for part in (street, extra, box, city, region, country)]
    street, extra, box, city, region, country = one_line
    if _CHINESE.search("".join(one_line)):
        country = "" if country in ("中国", "中华人民共和国", "China") else country
        city = "" if city == region else city
        return f"{country}{region}{city}{street}{extra}{box}"
    return ", ".join(part for part in one_line if part)


def _birthday(card: Card) -> str:
    found = card.first("BDAY")
    if found.startswith(MISSING_YEAR):
        return "--" + found[5:10]
    if _NO_YEAR.fullmatch(found):
        return f"{found[:4]}-{found[4:]}"
    return found.split("T")[0]


def _wechat(card: Card) -> str:
    if found := card.first("X-WECHAT"):
        return found
    for name in ("IMPP", "X-SOCIALPROFILE"):
        for one in card.all(name):
            text = one.text()
            if "WECHAT" in one.kinds or text.lower().startswith(("wechat:", "weixin:")):
                return text.split(":", 1)[-1]
    return ""
