"""Mend text as people type, paste and export it, before any check or search looks at it."""

from __future__ import annotations

import re
import unicodedata

# Byte-order marks, joiners, direction marks and soft hyphens: invisible, pasted along from web pages.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
    "\ufe0e\ufe0f\ufeff"
)

# Private-use code points of GBK fonts and GB 18030-2005, whose characters got real places in Unicode later
# (GB 18030-2022, annex D). 䶮 (E863) is a common given name.
_PRIVATE_USE = {
    0xE81E: "\u9fb4",
    0xE826: "\u9fb5",
    0xE82B: "\u9fb6",
    0xE82C: "\u9fb7",
    0xE832: "\u9fb8",
    0xE843: "\u9fb9",
    0xE854: "\u9fba",
    0xE863: "\u4dae",
    0xE864: "\u9fbb",
}

# Simplified radicals of the supplement block that PDF viewers put in place of whole characters; unlike the
# Kangxi block, Unicode gives them no decomposition.
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车镸长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)

_MENDED_SIGNS = "＠＋－．＃＿／＆＊％＝～"


def _mending_table() -> dict[int, str]:
    table = {ord(mark): "" for mark in _INVISIBLE}
    table |= dict.fromkeys((*range(32), *range(127, 160)), " ")
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    table |= dict.fromkeys((160, 5760, *range(8192, 8203), 8232, 8233, 8239, 8287, 12288), " ")
    full_width = [
        *range(0xFF10, 0xFF1A),
        *range(0xFF21, 0xFF3B),
        *range(0xFF41, 0xFF5B),
        *map(ord, _MENDED_SIGNS),
    ]
    table |= {code: chr(code - 0xFEE0) for code in full_width}
    table |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return table | _PRIVATE_USE | {ord(radical): whole for radical, whole in _RADICALS.items()}


_MENDING = _mending_table()
_MENDING_LINES = {code: to for code, to in _MENDING.items() if code != 0x0A}
_EXCEL_ESCAPE = re.compile("_x00(?:0[0-9A-Fa-f]|1[0-9A-Fa-f])_")
_SPACES = re.compile(" {2,}")
_SEPARATORS = re.compile(r"[\W_]+")


def mend(text: str) -> str:
    """One line with full-width letters and digits, odd spaces, invisible marks and stray radicals mended.

    Chinese punctuation stays, since names and notes want it; line ends become spaces. Mending twice changes
    nothing more.
    """
    if text.isascii() and text.isalnum():
        return text
    return _SPACES.sub(" ", _canonical(_unescaped(text, " ").translate(_MENDING))).strip()


def mend_lines(text: str) -> str:
    """Like `mend` for notes of several lines: lines stay lines, empty ones at both ends go."""
    unified = _unescaped(text, "\n").replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    mended = _canonical(unified.translate(_MENDING_LINES))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in mended.split("\n")).strip()


def search_form(text: str) -> str:
    """The form search and duplicates compare: compatibility forms unified, lower case, no separators."""
    unified = unicodedata.normalize("NFKC", mend(text)).casefold()
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", unified))


def is_chinese(character: str) -> bool:
    """Whether the character is a Chinese ideograph, rare ones of the later extensions and 〇 included."""
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x323AF
        or 0xF900 <= code <= 0xFAFF
        or code == 0x3007
    )


def _unescaped(text: str, line_end: str) -> str:
    """Excel writes control characters inside a cell as _x000D_; some libraries hand that on as text."""
    return _EXCEL_ESCAPE.sub(line_end, text) if "_x00" in text else text


def _canonical(text: str) -> str:
    """NFC, repeated marks included: what mending lets meet may compose, so compose after it."""
    return unicodedata.normalize("NFC", text)
