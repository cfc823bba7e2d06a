"""Pack the public tables of regions, phone segments and readings into `resources/`.

Run by hand when a new edition of a source appears: `python -m app.customers.pack_reference SOURCE`, where
SOURCE holds `regions/` (npm china-division) and `phone-segments/` (PyPI phone, decoded to CSV); the readings
come from the installed pypinyin. The licences stand in `resources/LICENSES.md`.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.customers.names import syllables
from app.customers.segments import UNASSIGNED

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"

# The bureau gives no codes below the province for these three.
_WITHOUT_CODES = {"香港特别行政区": "81", "澳门特别行政区": "82", "台湾省": "71"}

# Places the carriers name after a former seat or a county-level town, and the region that holds them today.
_SEATS = {
    "临河": "150800",
    "乌兰浩特": "152200",
    "海拉尔": "150700",
    "集宁": "150900",
    "西昌": "513400",
    "巢湖": "340181",
    "莱芜": "370116",
    "克州": "653000",
    "博州": "652700",
    "巴州": "652800",
    "吉首": "433100",
    "江汉": "420000",
    "雄安": "130600",
}


def pack_all(source: Path, resources: Path = _RESOURCES) -> dict[str, int]:
    """Write every packed table and tell the size of each in bytes."""
    regions = list(_regions(source / "regions"))
    streets = _rows(source / "regions" / "streets.csv")
    segments = source / "phone-segments" / "phone_segments.csv.gz"
    _write(resources, "pinyin/readings.bin", _readings())
    packed = {
        "regions/areas.bin": "\n".join(_area_lines(regions)).encode(),
        "regions/streets.bin": "\n".join(_street_lines(streets, dict(regions))).encode(),
        "segments/mobile.bin": _segments(segments, regions),
    }
    return {name: _write(resources, name, content) for name, content in packed.items()}


def _write(resources: Path, name: str, content: bytes) -> int:
    target = resources / name
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.write_bytes(zlib.compress(content, 9))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _regions(folder: Path) -> Iterator[tuple[str, str]]:
    """Provinces, cities and counties as (six-digit code, name), parents first."""
    levels = (_rows(folder / name) for name in ("provinces.csv", "cities.csv", "areas.csv"))
    bureau = {row["code"].ljust(6, "0"): row["name"] for level in levels for row in level}
    for code, name in sorted(bureau.items()):
        # 蚌埠市高新技术开发区 lies in 蚌埠市 and need not say so again.
        yield code, name.removeprefix(bureau.get(code[:4] + "00", "")) or name
    tree = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    for province, cities in tree.items():
        code = _WITHOUT_CODES[province]
        yield f"{code}0000", province
        for place, (city, areas) in enumerate(cities.items(), start=1):
            yield f"{code}{place:02}00", city
            for number, area in enumerate(areas, start=1):
                yield f"{code}{place:02}{number:02}", area


def _area_lines(regions: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Code, name and reading; the readings of the tables written just before."""
    for code, name in regions:
        yield f"{code}{name}\t{' '.join(syllables(name))}"


def _street_lines(streets: Iterable[dict[str, str]], counties: dict[str, str]) -> Iterator[str]:
    """One line for each county: its code, then three digits and the name of each street.

    Some streets repeat the county (济源市沁园街道); here they don't, so that full names read well.
    """
    by_area: dict[str, list[str]] = {}
    for row in streets:
        name = row["name"].removeprefix(counties[row["areaCode"]]) or row["name"]
        by_area.setdefault(row["areaCode"], []).append(row["code"][6:] + name)
    for area, names in sorted(by_area.items()):
        yield "\t".join((area, *sorted(names)))


def _segments(path: Path, regions: list[tuple[str, str]]) -> bytes:
    """A JSON line (places, carriers, first prefix), then 16-bit columns: place and carrier of each prefix."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places = sorted({(row["province"], row["city"], row["area_code"]) for row in rows})
    carriers = sorted({row["carrier"] for row in rows})
    first = int(rows[0]["prefix7"]) // 10_000 * 10_000
    count = (int(rows[-1]["prefix7"]) // 10_000 + 1) * 10_000 - first
    place_column, carrier_column = array("H", [UNASSIGNED]) * count, array("H", [UNASSIGNED]) * count
    place_of = {place: position for position, place in enumerate(places)}
    for row in rows:
        position = int(row["prefix7"]) - first
        place_column[position] = place_of[row["province"], row["city"], row["area_code"]]
        carrier_column[position] = carriers.index(row["carrier"])
    if sys.byteorder == "big":
        place_column.byteswap()
        carrier_column.byteswap()
    known = [(*place, _region_code(place[0], place[1], regions)) for place in places]
    header = json.dumps(
        {"first": first, "count": count, "places": known, "carriers": carriers}, ensure_ascii=False
    )
    return header.encode() + b"\n" + place_column.tobytes() + carrier_column.tobytes()


def _region_code(province: str, city: str, regions: list[tuple[str, str]]) -> str:
    """The region a carrier's place name stands for; of equal names in a province the city wins."""
    of_province = next(code for code, name in regions if code.endswith("0000") and name.startswith(province))
    if city == province and province in {"北京", "上海", "天津", "重庆"}:
        return of_province
    if city in _SEATS:
        return _SEATS[city]
    inside = [(code, name) for code, name in regions if code[:2] == of_province[:2] and code != of_province]
    inside.sort(key=lambda region: (not region[0].endswith("00"), region[0]))
    return next(code for code, name in inside if name.startswith(city))


def _readings() -> bytes:
    """Toneless readings: the characters of each syllable, then the phrases that read otherwise."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    single = {chr(code): _toneless(tones.split(",")[0]) for code, tones in PINYIN_DICT.items()}
    said = {
        phrase: [_toneless(syllable[0]) for syllable in tones]
        for phrase, tones in PHRASES_DICT.items()
        if 2 <= len(phrase) <= 4 and len(phrase) == len(tones)
    }
    odd = {phrase for phrase, read in said.items() if read != [single.get(character) for character in phrase]}
    # 朝阳区 reads as its characters do, but must be there lest 朝阳 (zhaoyang) inside it wins.
    odd |= {phrase for phrase in said if any(inner in odd for inner in _inside(phrase))}
    phrases = {phrase: " ".join(said[phrase]) for phrase in odd}
    by_syllable: dict[str, list[str]] = {}
    for character, syllable in sorted(single.items()):
        by_syllable.setdefault(syllable, []).append(character)
    characters = "\n".join(f"{syllable} {''.join(found)}" for syllable, found in sorted(by_syllable.items()))
    together = "\n".join(f"{phrase} {read}" for phrase, read in sorted(phrases.items()))
    return f"{characters}\n\n{together}".encode()


def _inside(phrase: str) -> Iterator[str]:
    for start in range(len(phrase) - 1):
        for end in range(start + 2, len(phrase) + 1):
            yield phrase[start:end]


def _toneless(syllable: str) -> str:
    """lǜ -> lv, as people type it: marks off, ü as v, no sound of its own as it is."""
    parts = unicodedata.normalize("NFD", syllable.replace("ɡ", "g").replace("ê", "e")).replace("u\u0308", "v")
    return "".join(letter for letter in parts if letter.isascii() and letter.isalpha()).lower()


if __name__ == "__main__":
    for written, size in pack_all(Path(sys.argv[1])).items():
        sys.stdout.write(f"{written}\t{size}\n")
