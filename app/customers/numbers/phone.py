"""Phone numbers as people in China write them, one form to compare and one to read.

Numbering: 电信网编号计划 (MIIT 2017): mobiles are 1 and ten digits, area codes 010, 02x or four digits from
03 to 09, subscribers seven or eight digits beginning with 2 to 8. Other countries by libphonenumber's tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.customers.cleaning import mend_lines
from app.customers.numbers.cells import Cell, as_text, is_number, shortened
from app.errors import UserError
from db.models.customers import PhoneKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Phone:
    """A checked number: `number` compares (digits, + and country code if foreign), `shown` is for people."""

    kind: PhoneKind
    number: str
    shown: str
    extension: str = ""


_MOBILE = re.compile(r"1[3-9]\d{9}")
_SERVICE = re.compile(r"[48]00\d{7}")
_SHORT = re.compile(r"9[56]\d{3,6}|12\d{3}|100\d{2}|11[0249]")
_AREA = re.compile(r"(010|02[0-57-9]|0[3-9]\d{2})([2-8]\d{6,7})")
_SUBSCRIBER = re.compile(r"[2-8]\d{6,7}")
_EXTENSION = re.compile(
    r"(?:转(?:接)?|分机号?|ext\.?|extension|[x#,;:])[\s:.]*(\d{1,6})$|(?<=\d{7})\s*[-–—]\s*(\d{1,6})$",
    re.IGNORECASE,
)
_DECORATION = re.compile(r"[\s\-‐-―－−.()（）\[\]【】·•/]+")
_LABEL = re.compile(
    r"^(?:联系)?(?:手机|电话|座机|移动电话|固话|传真|mobile|tel|phone|fax|mob|cell)(?:号码?)?[\s:：.]*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[/、,，;；\n\r|]|或者?|\s{2,}|(?<=\d{7})\s(?=1[3-9]\d{9}(?!\d))")
_MASKED = re.compile(r"\d[*＊xX●•]{2,}")
# Longer text is no number; the patterns above need not look at it.
_LONGEST = 80
_CHINA = re.compile(r"^(?:\+|00)?86")


def parse_phone(value: Cell, *, area_code: str = "") -> Phone:
    """One number, mended and checked; `area_code` completes a landline written without it.

    Raises UserError: phone-empty, phone-lossy, phone-masked, phone-several, phone-letters, phone-too-short,
    phone-too-long, phone-bad-mobile, phone-no-area-code, phone-bad-area-code, phone-bad-foreign.
    """
    given = as_text(value, "phone-lossy")
    text = _LABEL.sub("", given)
    if not text:
        raise UserError("phone-empty")
    if len(text) > _LONGEST:
        raise UserError("phone-letters", given=shortened(given))
    if _MASKED.search(text):
        raise UserError("phone-masked", given=shortened(given))
    text, extension = _without_extension(text)
    digits = _DECORATION.sub("", text)
    if len(digits) > 15 and len(_complete_parts(text)) > 1:
        raise UserError("phone-several", given=shortened(given))
    if not re.fullmatch(r"\+?[0-9]+", digits):
        raise UserError("phone-letters", given=shortened(given))
    if is_number(value):
        digits = _with_lost_zero(digits)
    return _recognised(digits, extension, area_code)


def split_phones(value: Cell) -> tuple[str, ...]:
    """The numbers of one cell (`13800138000/13900139000`), each still to be parsed.

    Cut only where every piece has at least seven digits, so that `028-85551234/35` and extensions stay whole.
    """
    if not isinstance(value, str):
        return (as_text(value, "phone-lossy"),) if value is not None else ()
    value = mend_lines(value)
    pieces = [piece.strip() for piece in _BETWEEN.split(value) if piece.strip()]
    if not pieces:
        return ()
    if all(sum(character.isdigit() for character in piece) >= 7 for piece in pieces):
        return tuple(pieces)
    return (value,)


def _complete_parts(text: str) -> list[str]:
    return [piece for piece in re.split(r"[/、,，;；\s]+|或者?", text) if sum(map(str.isdigit, piece)) >= 7]


def _without_extension(text: str) -> tuple[str, str]:
    found = _EXTENSION.search(text)
    if not found:
        return text, ""
    main = text[: found.start()]
    digits = _DECORATION.sub("", main)
    if len(digits) < 7:
        return text, ""
    if found.group(2) and not _stands_alone(digits):
        return text, ""
    return main, found.group(1) or found.group(2)


def _stands_alone(digits: str) -> bool:
    """Whether the digits before a dash are a whole number, so that what follows is an extension."""
    national = _CHINA.sub("", digits)
    forms = (national, "0" + national)
    return any(pattern.fullmatch(form) for form in forms for pattern in (_MOBILE, _SERVICE, _AREA)) or bool(
        _SUBSCRIBER.fullmatch(national) and len(national) == 8
    )


def _with_lost_zero(digits: str) -> str:
    """A spreadsheet number lost the leading zero of its area code: 2885551234 -> 02885551234."""
    if _SERVICE.fullmatch(digits) or _MOBILE.fullmatch(digits):
        return digits
    return "0" + digits if len(digits) >= 10 and _AREA.fullmatch("0" + digits) else digits


def _recognised(digits: str, extension: str, area_code: str) -> Phone:
    national = _national(digits)
    if national is None:
        return _foreign(digits, extension)
    if _MOBILE.fullmatch(national):
        return _phone(PhoneKind.MOBILE, national, f"{national[:3]} {national[3:7]} {national[7:]}", extension)
    if _SERVICE.fullmatch(national):
        return _phone(
            PhoneKind.SERVICE, national, f"{national[:3]}-{national[3:6]}-{national[6:]}", extension
        )
    if landline := _AREA.fullmatch(national):
        return _phone(PhoneKind.LANDLINE, national, "-".join(landline.groups()), extension)
    if _SHORT.fullmatch(national):
        return _phone(PhoneKind.SERVICE, national, national, extension)
    if _SUBSCRIBER.fullmatch(national):
        if not area_code:
            raise UserError("phone-no-area-code", given=national)
        if whole := _AREA.fullmatch(area_code + national):
            return _phone(PhoneKind.LANDLINE, area_code + national, "-".join(whole.groups()), extension)
    raise _refusal(national)


def _national(digits: str) -> str | None:
    """The number as dialled inside China, or None for a foreign one."""
    bare = _CHINA.sub("", digits)
    if digits.startswith(("+86", "0086")) or (len(digits) >= 12 and bare != digits):
        return (
            bare
            if _MOBILE.fullmatch(bare) or _SERVICE.fullmatch(bare) or bare.startswith("0")
            else "0" + bare
        )
    if digits.startswith(("+", "00")):
        return None
    return digits[1:] if _MOBILE.fullmatch(digits[1:]) and digits.startswith("0") else digits


def _foreign(digits: str, extension: str) -> Phone:
    import phonenumbers

    try:
        parsed = phonenumbers.parse("+" + digits.removeprefix("+").removeprefix("00"), None)
    except phonenumbers.NumberParseException:
        raise UserError("phone-bad-foreign", given=shortened(digits)) from None
    if not phonenumbers.is_valid_number(parsed):
        raise UserError("phone-bad-foreign", given=shortened(digits))
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    shown = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return _phone(PhoneKind.INTERNATIONAL, number, shown, extension)


def _phone(kind: PhoneKind, number: str, shown: str, extension: str) -> Phone:
    shown = f"{shown} 转 {extension}" if extension else shown
    return Phone(kind=kind, number=number, shown=shown, extension=extension)


def _refusal(digits: str) -> UserError:
    if digits.startswith("1"):
        if len(digits) != 11:
            code = "phone-too-short" if len(digits) < 11 else "phone-too-long"
            return UserError(code, given=shortened(digits), needed=11, found=len(digits))
        return UserError("phone-bad-mobile", given=digits)
    if 9 <= len(digits) <= 12:
        return UserError("phone-bad-area-code", given=digits)
    code = "phone-too-short" if len(digits) < 9 else "phone-too-long"
    return UserError(
        code, given=shortened(digits), needed=11 if code == "phone-too-short" else 12, found=len(digits)
    )
