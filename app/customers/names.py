"""How names sound: the readings and initials that search, duplicates and sorting use."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from app.customers.cleaning import is_chinese, mend
from app.customers.reference import read_packed
from app.customers.surnames import Syllables, given_also, surname_length, surname_readings

_MOST_READINGS = 6
_LONGEST_PHRASE = 4
_LONGEST_GIVEN = 4
_TABLE_END = 0x323B0
# Input methods write lü as lv; passports and many people write lu.
_ALSO_WITH_U = {"lv": "lu", "nv": "nu", "lve": "lue", "nve": "nue"}


@dataclass(frozen=True, kw_only=True, slots=True)
class NameParts:
    """A Chinese name taken apart; both are empty-safe, and a foreign name is all given name."""

    surname: str
    given: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Readings:
    """Every way to type a name in letters, the likeliest first, lower case without spaces, ü as v."""

    full: tuple[str, ...]
    initials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    syllables: tuple[str, ...]
    by_code: array[int]
    phrases: dict[str, Syllables]


def split_name(name: str) -> NameParts:
    """Surname and given name; compound surnames (欧阳修) where a given name is left."""
    name = mend(name)
    if not name or not is_chinese(name[0]) or "·" in name:
        return NameParts(surname="", given=name)
    length = surname_length(name)
    return NameParts(surname=name[:length], given=name[length:])


def name_readings(name: str) -> Readings:
    """Readings of a person's name: the surname's own first, then as general tables read it, then the rest.

    单雄信 -> shanxiongxin, danxiongxin. At most six readings; initials likewise without repeats.
    """
    name = mend(name)
    return _readings_of(tuple(_name_syllables(name)))


def text_readings(text: str) -> Readings:
    """Readings of a company or any other text, phrases read as such (重庆长安 -> chongqingchangan)."""
    return _readings_of((syllables(mend(text)),))


@lru_cache(maxsize=1_024)
def spellings(text: str) -> tuple[Syllables, ...]:
    """The syllables behind the readings of a name or text, for whoever marks the characters a reading met."""
    mended = mend(text)
    ways = (*_name_syllables(mended), syllables(mended))
    return tuple(dict.fromkeys((*ways, *_with_u(ways))))


def sort_key(name: str) -> str:
    """The likeliest reading with spaces, then the name itself: lists of people in the order of sound."""
    mended = mend(name)
    return f"{' '.join(next(iter(_name_syllables(mended)), ()))} {mended}"


def _readings_of(ways: tuple[Syllables, ...]) -> Readings:
    full = dict.fromkeys("".join(way) for way in (*ways, *_with_u(ways)))
    initials = dict.fromkeys("".join(syllable[:1] for syllable in way) for way in ways)
    return Readings(full=tuple(filter(None, full)), initials=tuple(filter(None, initials)))


def _with_u(ways: tuple[Syllables, ...]) -> list[Syllables]:
    return [tuple(_ALSO_WITH_U.get(syllable, syllable) for syllable in way) for way in ways]


def _name_syllables(name: str) -> list[Syllables]:
    parts = split_name(name)
    if not parts.surname:
        return [syllables(name)]
    surname_ways = surname_readings().get(parts.surname) or (syllables(parts.surname),)
    given_ways = _given_ways(parts.given)
    likeliest = (*surname_ways[0], *given_ways[0])
    rest = ((*surname, *given) for given, surname in product(given_ways, surname_ways))
    ways = dict.fromkeys((likeliest, syllables(name), *rest))
    return list(islice(ways, _MOST_READINGS))


def _given_ways(given: str) -> list[Syllables]:
    usual = syllables(given)
    ways = [usual]
    if len(usual) != len(given) or len(given) > _LONGEST_GIVEN:
        return ways
    for position, character in enumerate(given):
        also = given_also().get(character)
        if also and also != usual[position]:
            ways.append((*usual[:position], also, *usual[position + 1 :]))
    return ways


def syllables(text: str) -> Syllables:
    """One syllable for each Chinese character, Latin words whole, digits one by one, all else dropped."""
    found: list[str] = []
    position = 0
    while position < len(text):
        if is_chinese(text[position]):
            taken, read = _longest_phrase(text, position)
        else:
            taken, read = _foreign_word(text, position)
        found.extend(read)
        position += taken
    return tuple(found)


def _longest_phrase(text: str, start: int) -> tuple[int, Syllables]:
    table = _table()
    for length in range(min(_LONGEST_PHRASE, len(text) - start), 1, -1):
        read = table.phrases.get(text[start : start + length])
        if read:
            return length, read
    code = ord(text[start])
    syllable = table.syllables[table.by_code[code]] if code < _TABLE_END else ""
    return 1, (syllable,) if syllable else ()


def _foreign_word(text: str, start: int) -> tuple[int, Syllables]:
    end = start
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    if end > start:
        return end - start, (text[start:end].lower(),)
    return 1, (text[start],) if text[start].isascii() and text[start].isdigit() else ()


@lru_cache(maxsize=1)
def _table() -> _Table:
    characters, phrases = read_packed("pinyin/readings.bin").decode().split("\n\n")
    syllables = [""]
    by_code = array("H", bytes(2 * _TABLE_END))
    for line in characters.split("\n"):
        syllable, found = line.split(" ")
        for character in found:
            by_code[ord(character)] = len(syllables)
        syllables.append(syllable)
    by_phrase = {}
    for line in phrases.split("\n"):
        phrase, *read = line.split(" ")
        by_phrase[phrase] = tuple(read)
    return _Table(tuple(syllables), by_code, by_phrase)
