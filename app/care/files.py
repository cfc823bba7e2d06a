"""Messages leave the house as files: one mail each, or one list for an SMS service or for reading out."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from app.care.messages import Outgoing
from app.care.texts import sms_parts
from app.customers.numbers import parse_phone
from app.documents.message_list import ListedMessage, message_list
from app.documents.records import House, Language, Sheet
from app.errors import UserError
from app.exchange.cells import Cell
from app.exchange.mails import URL_MOST, mail_file, mailto_url
from app.exchange.writing import write_table
from app.whole_files import write_whole
from db.faults import refusing
from db.models.customers import ContactWay

TITLES: Final = {
    "zh": ("内容", "姓名", "客户编号", "短信条数"),
    "en": ("Text", "Name", "Customer no.", "SMS parts"),
}
WHERE: Final = {
    ContactWay.SMS: ("手机号", "Mobile"),
    ContactWay.WECHAT: ("微信", "WeChat"),
    ContactWay.EMAIL: ("电子邮箱", "E-mail"),
    ContactWay.LETTER: ("地址", "Address"),
}
_UNFIT: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


def mail_address(message: Outgoing) -> str:
    """The mailto address of a mail. Raises UserError `mail-too-long`: save it as a file instead."""
    url = mailto_url(message.recipient, message.subject, message.body)
    if len(url) > URL_MOST:
        raise UserError("mail-too-long", found=len(message.body))
    return url


def write_mails(folder: Path, messages: Sequence[Outgoing], *, at: datetime) -> list[Path]:
    """One .eml for each mail, named by customer; a name taken gets a number. Raises UserError `export-unwritable`."""
    written: list[Path] = []
    try:
        for message in messages:
            name = _UNFIT.sub("_", f"{message.number} {message.name}").strip(". ")[:80] or "mail"
            path = _free(folder, name)
            path.write_bytes(mail_file(message.recipient, message.subject, message.body, at=at))
            written.append(path)
    except OSError as error:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise UserError("export-unwritable", file=str(folder), reason=error.strerror or "") from error
    return written


def _free(folder: Path, name: str) -> Path:
    path = folder / f"{name}.eml"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}).eml"
    return path


def write_list(path: Path, messages: Sequence[Outgoing], *, language: str = "zh") -> int:
    """The list an SMS service takes, or people work through (.xlsx or .csv): number first, then the text.

    Returns the number of rows. The file appears when it is whole. Raises UserError `export-kind-unknown`,
    `export-unwritable`.
    """
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise UserError("export-kind-unknown", given=path.suffix or path.name)
    part = path.with_name(f".{secrets.token_hex(6)}{suffix}")
    try:
        count = write_table(
            part, titles(messages, language), (_sms_row(one) for one in messages), sheet="消息"
        )
        part.replace(path)
    except OSError as error:
        raise UserError("export-unwritable", file=str(path), reason=error.strerror or "") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count


def write_print_list(path: Path, messages: Sequence[Outgoing], *, house: House, language: str = "zh") -> int:
    """The same list on paper (.pdf), to be worked through by hand. Raises UserError `export-unwritable`."""
    lines = [
        ListedMessage(number=one.number, name=one.name, where=one.recipient, text=one.body)
        for one in messages
    ]
    sheet = Sheet(language=Language.ENGLISH if language == "en" else Language.CHINESE)
    with refusing(path=path):
        write_whole(path, message_list(lines, house=house, sheet=sheet))
    return len(lines)


def titles(messages: Sequence[Outgoing], language: str) -> tuple[str, ...]:
    """The titles of the list; the first says what sort of address stands below."""
    way = messages[0].way if messages else ContactWay.SMS
    where = WHERE.get(way, WHERE[ContactWay.LETTER])[1 if language == "en" else 0]
    return (where, *TITLES[language])


def _sms_row(message: Outgoing) -> Sequence[Cell]:
    number = message.recipient
    parts = ""
    if message.way is ContactWay.SMS:
        number = parse_phone(message.recipient).number
        parts = str(sms_parts(message.body))
    return (number, message.body, message.name, message.number, parts)
