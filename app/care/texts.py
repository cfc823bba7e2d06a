"""Texts with places in braces: checked, filled for one person, and measured in parts of an SMS."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from app.customers.cleaning import mend, mend_lines
from app.errors import UserError
from db.models.customers import ContactWay

PLACES: Final = (
    "称呼",
    "姓名",
    "单位",
    "车型",
    "车牌",
    "节日",
    "到期日",
    "门店",
    "门店电话",
    "业务代表",
)
"""What a text may name; the words are those people type, so they are the same in every language."""
OF_BRANCH: Final = frozenset({"门店", "门店电话"})
"""Places filled from the letterhead, the same for every customer."""

BODY_MOST: Final = 5_000
SUBJECT_MOST: Final = 200
ONE_PART: Final = 70
"""UCS-2 characters of a single SMS; of each part of a longer one 67, three are its header (3GPP TS 23.040)."""
PART_OF_MANY: Final = 67
_PLACE: Final = re.compile(r"\{([^{}]*)\}")


def mended_text(text: str) -> str:
    """A text of several lines as it is kept: full-width braces are meant as plain ones."""
    return mend_lines(text.replace("｛", "{").replace("｝", "}"))


def places_in(text: str) -> tuple[str, ...]:
    """The places a text names, each once.

    Raises UserError `template-place-unknown` (given, known) or `template-brace-open`.
    """
    found = tuple(dict.fromkeys(mend(match[1]) for match in _PLACE.finditer(text)))
    for name in found:
        if name not in PLACES:
            raise UserError("template-place-unknown", given=name, known="、".join(PLACES), field="body")
    rest = _PLACE.sub("", text)
    if "{" in rest or "}" in rest:
        raise UserError("template-brace-open", field="body")
    return found


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every place filled, in one pass: what a value holds is never taken for a place.

    Raises UserError `template-value-missing` or, of the branch, `letterhead-value-missing` (place), and as
    `places_in`.
    """
    for name in places_in(text):
        if not values.get(name):
            if name in OF_BRANCH:
                raise UserError("letterhead-value-missing", place=name)
            raise UserError("template-value-missing", place=name)
    return _PLACE.sub(lambda match: values[mend(match[1])], text)


def sms_parts(text: str) -> int:
    """How many short messages a text takes; a character beyond the basic plane counts twice (an emoji)."""
    units = sms_units(text)
    return 1 if units <= ONE_PART else -(-units // PART_OF_MANY)


def sms_units(text: str) -> int:
    """The length of a text as an SMS counts it."""
    return len(text.encode("utf-16-le", errors="replace")) // 2


def check_length(text: str, way: ContactWay, *, most_parts: int) -> None:
    """Refuse a text too long for its way: UserError `sms-too-long` (found, parts, most) or `template-too-long`."""
    if way is ContactWay.SMS and sms_parts(text) > most_parts:
        raise UserError(
            "sms-too-long", found=sms_units(text), parts=sms_parts(text), most=most_parts, field="body"
        )
    if len(text) > BODY_MOST:
        raise UserError("template-too-long", found=len(text), most=BODY_MOST, field="body")


def bare(text: str) -> str:
    """The text without its places: the least it can come to."""
    return _PLACE.sub("", text)
