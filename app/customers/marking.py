"""Where in a text as people read it the searched part stands, so that a page can mark it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from app.customers.cleaning import is_chinese
from app.customers.companies import company_root
from app.customers.names import spellings
from app.customers.search_text import normal
from app.customers.surnames import Syllables
from db.models.search import FieldKind
from db.search import Match

SPELLED: Final = frozenset({FieldKind.PINYIN, FieldKind.COMPANY_PINYIN, FieldKind.CONTACT_PINYIN})
INITIALS: Final = frozenset({FieldKind.INITIALS, FieldKind.COMPANY_INITIALS, FieldKind.CONTACT_INITIALS})

Span = tuple[int, int]


def span_in(shown: str, match: Match) -> Span | None:
    """Start and end of the matched part in `shown`; None where this text is not what matched.

    A reading marks the characters whose syllables it touches: `gwei` marks both of 张伟.
    """
    if match.kind in SPELLED or match.kind in INITIALS:
        return _span_of_reading(shown, match)
    form, origin = _traced(shown)
    at = form.find(match.value[match.start : match.end])
    if at < 0:
        return None
    if form == match.value:
        at = match.start
    return origin[at], origin[at + match.end - match.start - 1] + 1


def _traced(shown: str) -> tuple[str, Sequence[int]]:
    """The normal form with the place in `shown` each of its characters came from."""
    if normal(shown) == shown:
        return shown, range(len(shown))
    pieces = [(normal(char), place) for place, char in enumerate(shown)]
    return "".join(piece for piece, _place in pieces), [place for piece, place in pieces for _char in piece]


def _span_of_reading(shown: str, match: Match) -> Span | None:
    for text in _texts_read(shown):
        offset = shown.find(text)
        units = list(_units(text))
        for way in spellings(text):
            letters = _letters(way, match.kind)
            if "".join(letters) == match.value and len(letters) == len(units) and offset >= 0:
                touched = _touched(letters, match)
                return offset + units[touched[0]][0], offset + units[touched[-1]][1]
    return None


def _texts_read(shown: str) -> Iterator[str]:
    """A person's name is read whole, a company's without its legal form."""
    yield shown
    yield company_root(shown)


def _letters(way: Syllables, kind: FieldKind) -> list[str]:
    return [normal(syllable[:1] if kind in INITIALS else syllable) for syllable in way]


def _touched(letters: list[str], match: Match) -> list[int]:
    """The numbers of the syllables that reach into the matched part of their reading."""
    borders = pairwise(accumulate(map(len, letters), initial=0))
    return [number for number, (start, end) in enumerate(borders) if start < match.end and end > match.start]


def _units(text: str) -> Iterator[Span]:
    """What `names.syllables` reads as one: a Chinese character, a Latin word, a digit."""
    place = 0
    while place < len(text):
        end = place + 1
        if text[place].isascii() and text[place].isalpha():
            while end < len(text) and text[end].isascii() and text[end].isalpha():
                end += 1
            yield place, end
        elif is_chinese(text[place]) or (text[place].isascii() and text[place].isdigit()):
            yield place, end
        place = end
