"""How search texts and what people type are cut into the grams the search index is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import add
from typing import Final
from zlib import crc32

BORDER: Final = "\n"
"""Stands before, between and after the fields of a search text, so that no match runs across two of them."""

LONGEST_NEEDLE: Final = 64

LONGEST_START: Final = 8
LONGEST_WIDE_START: Final = 4
"""How long a beginning of a field is a gram of its own; less where it is not ASCII, as few people share those."""


def grams(text: str) -> set[str]:
    """Everything a search text can be found by.

    Per field: `=` and a digest of the whole, `^` and each of its beginnings, every pair, every single
    non-ASCII character and every ASCII triple. A lone ASCII character is found at a field's start only:
    inside it would match almost everybody.
    """
    found: set[str] = set()
    for field in text.split(BORDER):
        if not field:
            continue
        found.add(whole(field))
        found.update(["^" + field[:length] for length in range(1, _start_of(field) + 1)])
        pairs = list(map(add, field, field[1:]))
        triples = map(add, pairs, field[2:])
        found.update(pairs)
        if field.isascii():
            found.update(triples)
        else:
            found.update([char for char in field if not char.isascii()])
            found.update([triple for triple in triples if triple.isascii()])
    return found


def whole(field: str) -> str:
    """The gram of a complete field; its digest keeps long values out of the index."""
    return f"={crc32(field.encode()):x}"


def branch_gram(branch: str) -> str:
    """The gram every customer of one branch carries."""
    return f"@{crc32(branch.encode()):x}"


def _start_of(field: str) -> int:
    """The length of the longest beginning that is a gram."""
    start = min(len(field), LONGEST_START)
    return start if field[:start].isascii() else min(start, max(LONGEST_WIDE_START, _ascii_length(field)))


def _ascii_length(field: str) -> int:
    return next((length for length, char in enumerate(field) if not char.isascii()), len(field))


def inner_grams(needle: str) -> list[str]:
    """Grams every text containing the needle has, covering all of it; none for a lone ASCII character.

    Triples over ASCII and pairs elsewhere: what slips through is removed by comparing the text itself.
    """
    if len(needle) < 2:
        return [] if needle.isascii() else [needle]
    pairs = list(map(add, needle, needle[1:]))
    triples = {at: triple for at, triple in enumerate(map(add, pairs, needle[2:])) if triple.isascii()}
    covered = {at for triple in triples for at in (triple, triple + 1)}
    left = [pair for at, pair in enumerate(pairs) if at not in covered]
    return list(dict.fromkeys([*triples.values(), *left]))


def prefix_grams(needle: str) -> list[str]:
    """Grams every text has in which a field begins with the needle."""
    start = _start_of(needle)
    rest = inner_grams(needle[start - 1 :]) if start < len(needle) else []
    return [*rest, "^" + needle[:start]]


def number_of(gram: str) -> int:
    """A gram as PostgreSQL keeps it: a signed 32-bit digest."""
    value = crc32(gram.encode())
    return value - (1 << 32) if value >= 1 << 31 else value


class Rank(IntEnum):
    """How well a customer answers what was typed; the smaller the better."""

    EXACT = 1
    PREFIX = 2
    INNER = 3
    WORDS = 4


@dataclass(frozen=True, slots=True)
class Stage:
    """One question to the index: rows that have all the grams and contain all the needles."""

    rank: Rank
    grams: tuple[str, ...]
    needles: tuple[str, ...]


def stages_of(words: Sequence[str]) -> list[Stage]:
    """The questions normalised words ask, best rank first.

    Joined they are looked for as a whole field, at the start of one and inside one; several words also each
    in a field of its own.
    """
    words = [word[:LONGEST_NEEDLE] for word in words if word]
    if not words:
        return []
    joined = "".join(words)[:LONGEST_NEEDLE]
    stages = [
        Stage(Rank.EXACT, (whole(joined),), (BORDER + joined + BORDER,)),
        Stage(Rank.PREFIX, tuple(prefix_grams(joined)), (BORDER + joined,)),
    ]
    if inside := inner_grams(joined):
        stages.append(Stage(Rank.INNER, tuple(inside), (joined,)))
    if len(words) > 1:
        all_grams = dict.fromkeys(gram for word in words for gram in inner_grams(word) or prefix_grams(word))
        needles = tuple(word if inner_grams(word) else BORDER + word for word in words)
        stages.append(Stage(Rank.WORDS, tuple(all_grams), needles))
    return stages
