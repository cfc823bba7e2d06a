"""The recovery key as people print and type it: eight groups of five, each with a check character of its own.

Crockford's base 32 (no I, L, O, U; https://www.crockford.com/base32.html). Four characters of a group carry
20 bits, 160 in all; the fifth is a check over GF(32) that notices any one wrong character, any two swapped
inside a group, and a group in the wrong place.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from db.errors import UserError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS: Final = 8
GROUP_LENGTH: Final = 5
SECRET_BYTES: Final = 20

_DIGITS: Final = GROUP_LENGTH - 1
_READ_AS: Final = {"I": "1", "L": "1", "O": "0"}
_POLYNOMIAL: Final = 0b100101


def shown(secret: bytes) -> str:
    """20 random bytes as text for paper, such as `7ZK0Q-…`."""
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"a recovery secret has {SECRET_BYTES} bytes, not {len(secret)}")
    bits = int.from_bytes(secret, "big")
    size = 5 * _DIGITS
    groups = []
    for index in range(GROUPS):
        value = bits >> (size * (GROUPS - 1 - index)) & (1 << size) - 1
        digits = [value >> 5 * (_DIGITS - 1 - place) & 31 for place in range(_DIGITS)]
        groups.append("".join(ALPHABET[digit] for digit in [*digits, _check(index, digits)]))
    return "-".join(groups)


def typed(text: str) -> bytes:
    """The 20 bytes of a typed recovery key; case, full-width forms, spaces and dashes do not matter.

    Raises UserError `recovery-key-group` (group: 1-8, the first wrong one; shown: what was typed there),
    `recovery-key-length` (given, needed).
    """
    groups = _groups(text)
    bits = 0
    for index, group in enumerate(groups):
        digits = [ALPHABET.find(character) for character in group]
        wrong = len(group) != GROUP_LENGTH or -1 in digits
        if wrong or digits[-1] != _check(index, digits[:-1]):
            raise UserError("recovery-key-group", group=index + 1, shown=group)
        for digit in digits[:-1]:
            bits = bits << 5 | digit
    return bits.to_bytes(SECRET_BYTES, "big")


def looks_like_one(text: str) -> bool:
    """Whether somebody meant to type a recovery key: about as many letters and digits, few of them missing."""
    told = sum(character.isalnum() for character in text)
    return abs(told - GROUPS * GROUP_LENGTH) <= GROUP_LENGTH


def _groups(text: str) -> list[str]:
    """Eight groups: as they were separated, when there are eight; else every five characters."""
    plain = "".join(
        _READ_AS.get(character, character) for character in unicodedata.normalize("NFKC", text).upper()
    )
    parts = "".join(character if character.isalnum() else " " for character in plain).split()
    if len(parts) == GROUPS:
        return parts
    run = "".join(parts)
    if len(run) != GROUPS * GROUP_LENGTH:
        raise UserError("recovery-key-length", given=len(run), needed=GROUPS * GROUP_LENGTH)
    return [run[start : start + GROUP_LENGTH] for start in range(0, len(run), GROUP_LENGTH)]


def _check(index: int, digits: list[int]) -> int:
    """Sum of digit times alpha to the power of its place, and the group's number: weights differ by place."""
    total = index + 1
    weight = 2
    for digit in digits:
        total ^= _times(digit, weight)
        weight = _times(weight, 2)
    return total


def _times(left: int, right: int) -> int:
    """Product in GF(32) modulo x^5 + x^2 + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= _POLYNOMIAL
        right >>= 1
    return product
