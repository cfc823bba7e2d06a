"""Regions of China from province to street: names, children, and search for the region picker.

Codes are those of the National Bureau of Statistics (edition of June 2023), six digits down to the county and
nine for streets. Hong Kong, Macau and Taiwan carry numbers of our own below the province, since the bureau
gives none. The bureau's stand-ins (市辖区 of the four great cities, 省直辖县级行政区划) are left out: their
counties hang on the province. Cities without counties (东莞, 中山, 儋州, 嘉峪关) have streets as children.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.customers.cleaning import search_form
from app.customers.reference import read_packed

_LONGEST_QUERY = 40
STAND_INS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|"
    "纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各"
)
_OWN_RULE = re.compile(f"(?:(?:{_PEOPLES})族?)+自治[区州县旗]$")
_KIND = re.compile("(?:特别行政区|自治[区州县旗]|地区|林区|特区|新区|矿区|[省市区县盟旗])$")


class RegionLevel(StrEnum):
    """How deep a region lies."""

    PROVINCE = "province"
    CITY = "city"
    AREA = "area"
    STREET = "street"


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """One region; `name` is its own, without those above it."""

    code: str
    name: str
    level: RegionLevel


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundRegion:
    """A search hit with the name to show in a list."""

    region: Region
    full_name: str


_Rank = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Areas:
    """Names and readings by code, children by parent, and counties that merely repeat their city."""

    names: dict[str, str]
    letters: dict[str, tuple[str, str]]
    children: dict[str, tuple[str, ...]]
    standing_for: dict[str, str]

    def above(self, code: str) -> tuple[str, ...]:
        """The names over a county or street, the province first, stand-ins left out."""
        steps = (code[:2] + "0000", code[:4] + "00", code[:6])
        return tuple(
            self.names[step]
            for step in dict.fromkeys(steps)
            if step != code
            and step in self.names
            and step not in self.standing_for
            and self.names[step] not in STAND_INS
        )


def region(code: str) -> Region | None:
    """The region of a code, or None for one no edition at hand knows."""
    name = _name(code)
    return Region(code=code, name=name, level=_level(code)) if name else None


@lru_cache(maxsize=512)
def children(code: str = "") -> tuple[Region, ...]:
    """The regions right below; the provinces below nothing. A street has none."""
    areas = _areas()
    below = areas.children.get(code, ())
    if below or len(code) != 6:
        return tuple(Region(code=each, name=areas.names[each], level=_level(each)) for each in below)
    return tuple(
        Region(code=street, name=name, level=RegionLevel.STREET)
        for area in (code, *(own for own, city in areas.standing_for.items() if city == code))
        for street, name in _streets_of(area)
    )


def path(code: str) -> tuple[Region, ...]:
    """The region and all above it, the province first; empty for an unknown code."""
    steps = [code[:2] + "0000", code[:4] + "00", code[:6], code]
    known = (region(step) for step in dict.fromkeys(steps))
    return (
        tuple(
            each
            for each in known
            if each and each.name not in STAND_INS and each.code not in _areas().standing_for
        )
        if _name(code)
        else ()
    )


def full_name(code: str) -> str:
    """四川省成都市武侯区桂溪街道; empty for an unknown code."""
    return "".join(each.name for each in path(code))


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """What people say: 四川, 成都, 恩施, 浦东; a name of one character stays whole (巴县)."""
    plain = _OWN_RULE.sub("", name)
    if len(plain) < 2 or plain == name:
        plain = _KIND.sub("", name)
    return plain if len(plain) >= 2 else name


def search_regions(text: str, limit: int = 20) -> tuple[FoundRegion, ...]:
    """Regions whose names the text picks out, the widest and the closest first.

    成都武侯, 武侯, 桂溪, chengdu and cd (initials) all work; streets are found by Chinese only.
    """
    wanted = search_form(text)
    if not wanted or len(wanted) > _LONGEST_QUERY:
        return ()
    hits = sorted(_by_letters(wanted) if wanted.isascii() else _by_characters(wanted))
    known = ((code, region(code)) for _, code in hits[:limit])
    return tuple(FoundRegion(region=found, full_name=full_name(code)) for code, found in known if found)


def is_place(name: str) -> bool:
    """Whether a province, city or county bears the very name."""
    return name in _place_names()


def _level(code: str) -> RegionLevel:
    if len(code) > 6:
        return RegionLevel.STREET
    if code.endswith("0000"):
        return RegionLevel.PROVINCE
    return RegionLevel.CITY if code.endswith("00") else RegionLevel.AREA


def _name(code: str) -> str:
    if len(code) <= 6:
        return _areas().names.get(code, "")
    return next((name for street, name in _streets_of(code[:6]) if street == code), "")


def _by_letters(wanted: str) -> Iterator[tuple[_Rank, str]]:
    for code, (full, initials) in _areas().letters.items():
        places = [place for place in (full.find(wanted), initials.find(wanted)) if place >= 0]
        if places:
            yield (1 + (min(places) > 0), _depth(code), code), code


def _by_characters(wanted: str) -> Iterator[tuple[_Rank, str]]:
    """Ranks: 0 the very name, 1 its beginning, 2 inside it, 3 and 4 where regions above were typed too."""
    areas = _areas()
    splits = [(wanted[:cut], wanted[cut:]) for cut in range(2, len(wanted) - 1)]
    for code, name in areas.names.items():
        if code not in areas.standing_for and name not in STAND_INS:
            above = areas.above(code) if splits else ()
            yield from _ranked(wanted, code, name, [tail for head, tail in splits if _names(head, above)])
    for area, line in _street_lines().items():
        above = areas.above(area + "000") if splits else ()
        tails = [tail for head, tail in splits if tail in line and _names(head, above)]
        if tails or wanted in line:
            for code, name in _streets_of(area):
                yield from _ranked(wanted, code, name, tails)


def _ranked(wanted: str, code: str, name: str, tails: list[str]) -> Iterator[tuple[_Rank, str]]:
    place = name.find(wanted)
    if place >= 0:
        is_whole = place == 0 and wanted in (name, short_name(name))
        yield (0 if is_whole else 1 + (place > 0), _depth(code), code), code
    elif found := [tail for tail in tails if name.startswith(tail)]:
        is_whole = any(tail in (name, short_name(name)) for tail in found)
        yield (3 if is_whole else 4, _depth(code), code), code


def _names(typed: str, above: tuple[str, ...]) -> bool:
    """Whether the text is made of beginnings, two characters at least, of the names above in their order."""
    if not typed:
        return True
    return any(
        typed[:2] == name[:2]
        and any(
            name.startswith(typed[:cut]) and _names(typed[cut:], above[place + 1 :])
            for cut in range(len(typed), 1, -1)
        )
        for place, name in enumerate(above)
    )


def _depth(code: str) -> int:
    return 4 if len(code) > 6 else 3 - code.endswith("00") - code.endswith("0000")


@lru_cache(maxsize=1)
def _areas() -> _Areas:
    names: dict[str, str] = {}
    letters: dict[str, tuple[str, str]] = {}
    children_of: dict[str, list[str]] = {}
    standing_for: dict[str, str] = {}
    for line in read_packed("regions/areas.bin").decode().split("\n"):
        code, (name, reading) = line[:6], line[6:].split("\t")
        names[code] = name
        city, province = code[:4] + "00", code[:2] + "0000"
        if code == province:
            children_of.setdefault("", []).append(code)
        elif code == city:
            if name not in STAND_INS:
                children_of.setdefault(province, []).append(code)
        elif names.get(city) == name:
            standing_for[code] = city
        else:
            parent = city if names.get(city, "县") not in STAND_INS else province
            children_of.setdefault(parent, []).append(code)
        if code not in standing_for and name not in STAND_INS:
            syllables = reading.split(" ")
            letters[code] = "".join(syllables), "".join(syllable[0] for syllable in syllables)
    return _Areas(names, letters, {code: tuple(below) for code, below in children_of.items()}, standing_for)


@lru_cache(maxsize=1)
def _street_lines() -> dict[str, str]:
    """The streets of each county still in one piece: splitting all 41,352 at once would cost 8 MB."""
    lines = read_packed("regions/streets.bin").decode().split("\n")
    return {line[:6]: line[7:] for line in lines}


def _streets_of(area: str) -> list[tuple[str, str]]:
    line = _street_lines().get(area, "")
    return [(area + street[:3], street[3:]) for street in line.split("\t")] if line else []


@lru_cache(maxsize=1)
def _place_names() -> frozenset[str]:
    return frozenset(_areas().names.values()) - STAND_INS
