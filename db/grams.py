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

PREFIXES: Final = (8, 6, 4, 3, 2, 1)
"""Lengths at which the beginning of a field is a gram of its own."""


def grams(text: str) -> set[str]:
    """Everything a search text can be found by.

    Per field: `=` and a digest of the whole, `^` and its beginnings of 1 to 8 characters, every pair,
    every single non-ASCII character and every ASCII triple. A lone ASCII character is found at a field's
    start only: inside it would match almost everybody.
    """
    found: set[str] = set()
    for field in text.split(BORDER):
        if not field:
            continue
        found.add(whole(field))
        found.update(["^" + field[:length] for length in PREFIXES if length <= len(field)])
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


def inner_grams(needle: str) -> list[str]:
    """The fewest grams that every text containing the needle has; none for a lone ASCII character.

    Triples over ASCII and pairs elsewhere, taken so that each neighbourhood is covered once: what slips
    through is removed by comparing the text itself.
    """
    if len(needle) < 2:
        return [] if needle.isascii() else [needle]
    cover: list[str] = []
    reached = 0
    while reached < len(needle) - 1:
        start = min(reached, len(needle) - 2)
        if start > 0 and start + 3 > len(needle) and needle[start - 1 : start + 2].isascii():
            start -= 1
        three = needle[start : start + 3]
        gram = three if len(three) == 3 and three.isascii() else needle[start : start + 2]
        cover.append(gram)
        reached = start + len(gram) - 1
    return list(dict.fromkeys(cover))


def prefix_grams(needle: str) -> list[str]:
    """The grams of every text that has a field beginning with the needle."""
    start = next(length for length in PREFIXES if length <= len(needle))
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
