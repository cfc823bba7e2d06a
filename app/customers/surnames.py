"""Chinese surnames as facts: the compound ones, and those that general reading tables misread."""

from __future__ import annotations

from functools import lru_cache

from app.customers.reference import read_lines

Syllables = tuple[str, ...]
_LONGEST = 4


@lru_cache(maxsize=1)
def surname_readings() -> dict[str, tuple[Syllables, ...]]:
    """Surname to its readings, its own first: compound ones, and single ones with a reading of their own."""
    table = {}
    for line in read_lines("pinyin/surnames.txt"):
        name, *readings = line.split()
        table[name] = tuple(tuple(reading.split("'")) for reading in readings)
    return table


@lru_cache(maxsize=1)
def given_also() -> dict[str, str]:
    """The second reading of characters that given names use in two ways (乐: le, but also yue)."""
    return {line[0]: line[2:] for line in read_lines("pinyin/given.txt")}


def surname_length(name: str) -> int:
    """How many characters of a Chinese name are its surname; a compound surname must leave a given name."""
    readings = surname_readings()
    for length in range(_LONGEST, 1, -1):
        if len(name) > length and name[:length] in readings:
            return length
    return 1
