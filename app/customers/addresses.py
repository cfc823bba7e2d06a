"""Take an address apart into its region and the rest, as imports and pasted text need it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.customers.cleaning import mend
from app.customers.regions import STAND_INS, Region, RegionLevel, children, short_name

_SEPARATORS = " ,，、/-－—>·|;；"
_CHONGQING = "500000"
_COUNTRY = re.compile(r"^(?:中华人民共和国|中国)(?=[\u4e00-\u9fff])")
# 北京路, 上海东路, 武侯大道: a short name before these is the name of a road.
_ROAD = re.compile(r"(?:[东南西北中]{0,2}[一二三四五六七八九十]?(?:路|街|大道|道|巷|弄|胡同|里))")
_KIND_FOLLOWS = re.compile("[省市区县州盟旗镇乡]")


@dataclass(frozen=True, kw_only=True, slots=True)
class ParsedAddress:
    """The narrowest region an address surely names, or None, and what is left of the text."""

    region_code: str | None
    rest: str


def parse_address(text: str) -> ParsedAddress:
    """成都市武侯区人民路1号 -> 510107 and 人民路1号; also short names (北京,朝阳) and left-out levels.

    A county standing alone counts only where China has one of that name. Never refuses: what is not
    understood stays in the rest.
    """
    whole = _COUNTRY.sub("", mend(text))
    found, rest = _first_region(whole)
    if found is None:
        return ParsedAddress(region_code=None, rest=mend(text))
    while deeper := _next_region(found, rest):
        found, rest = deeper
    return ParsedAddress(region_code=found.code, rest=_trimmed(rest))


def _first_region(text: str) -> tuple[Region | None, str]:
    """The longest name the text opens with: provinces and cities in any form, counties whole."""
    start = _trimmed(text)
    found = _longest(_wide_regions().get(start[:2], ()), start)
    best, length = found or (None, 0)
    for end in range(8, max(length, 2), -1):
        if county := _lone_counties().get(start[:end]):
            best, length = county, len(county.name)
            break
    return best, start[length:]


def _next_region(above: Region, rest: str) -> tuple[Region, str] | None:
    if above.level is RegionLevel.STREET:
        return None
    for text in dict.fromkeys((_trimmed(rest), _without_repeats(above, _trimmed(rest)))):
        if deeper := _below(above, text):
            return deeper[0], text[deeper[1] :]
    return None


def _below(above: Region, text: str) -> tuple[Region, int] | None:
    level = children(above.code)
    deeper = _longest(level, text)
    if deeper is None and above.level is not RegionLevel.AREA:
        below = (
            child for each in level if each.level is not RegionLevel.STREET for child in children(each.code)
        )
        return _only_whole(below, text)
    return deeper


def _without_repeats(above: Region, rest: str) -> str:
    """北京 北京市 朝阳区 and 北京市市辖区朝阳区, as exports of other programs write them."""
    stand_ins = STAND_INS if above.code == _CHONGQING else STAND_INS - {"县"}
    repeated = next((word for word in (above.name, *stand_ins) if rest.startswith(word)), "")
    return _trimmed(rest.removeprefix(repeated))


def _longest(regions: Iterable[Region], text: str) -> tuple[Region, int] | None:
    matches = [(each, length) for each in regions if (length := _matched(each, text))]
    return max(matches, key=lambda match: match[1], default=None)


def _only_whole(regions: Iterable[Region], text: str) -> tuple[Region, int] | None:
    """A region two levels down by its whole name, if only one bears it: 广东省番禺区."""
    matches = [each for each in regions if text.startswith(each.name)]
    return (matches[0], len(matches[0].name)) if len(matches) == 1 else None


def _matched(region: Region, text: str) -> int:
    """How many characters name the region at the start of the text; 0 for none."""
    if text.startswith(region.name):
        return len(region.name)
    if region.level is RegionLevel.STREET:
        return 0
    short = short_name(region.name)
    if len(short) < 2 or not text.startswith(short):
        return 0
    after = text[len(short) :]
    if region.level is RegionLevel.AREA:
        return len(short) if not after or after[0] in _SEPARATORS else 0
    if region.name.endswith("自治州") and after.startswith("州"):
        return len(short) + 1
    return 0 if _ROAD.match(after) or _KIND_FOLLOWS.match(after) else len(short)


def _trimmed(text: str) -> str:
    return text.strip(_SEPARATORS)


@lru_cache(maxsize=1)
def _wide_regions() -> dict[str, list[Region]]:
    """Provinces, cities and the counties that hang on a province (济源), by their first two characters."""
    table: dict[str, list[Region]] = {}
    for province in children():
        for each in (province, *children(province.code)):
            if each.level is not RegionLevel.AREA or each.name.endswith("市"):
                table.setdefault(each.name[:2], []).append(each)
    return table


@lru_cache(maxsize=1)
def _lone_counties() -> dict[str, Region]:
    """Counties by whole name, those of one name left out."""
    counties: dict[str, Region | None] = {}
    for province in children():
        for city in children(province.code):
            for each in (city, *children(city.code)):
                if each.level is RegionLevel.AREA:
                    counties[each.name] = None if each.name in counties else each
    return {name: each for name, each in counties.items() if each}
