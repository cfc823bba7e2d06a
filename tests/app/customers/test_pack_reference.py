"""The packer turns the published tables into ours."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from app.customers.pack_reference import pack_all
from app.customers.reference import read_packed


@pytest.fixture
def source(tmp_path: Path) -> Path:
    regions, segments = tmp_path / "regions", tmp_path / "phone-segments"
    regions.mkdir()
    segments.mkdir()
    (regions / "provinces.csv").write_text("code,name\n51,四川省\n", encoding="utf-8")
    (regions / "cities.csv").write_text("code,name\n5101,成都市\n", encoding="utf-8")
    (regions / "areas.csv").write_text("code,name\n510107,武侯区\n", encoding="utf-8")
    streets = "code,name,areaCode\n510107002,武侯区桂溪街道,510107\n510107001,浆洗街街道,510107\n"
    (regions / "streets.csv").write_text(streets, encoding="utf-8")
    tree = {"台湾省": {"台北市": ["大安区"]}}
    (regions / "HK-MO-TW.json").write_text(json.dumps(tree), encoding="utf-8")
    with gzip.open(segments / "phone_segments.csv.gz", "wt", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["prefix7", "province", "city", "zip", "area_code", "carrier"])
        rows.writerow(["1380000", "四川", "成都", "610000", "028", "移动"])
        rows.writerow(["1380002", "四川", "成都", "610000", "028", "联通"])
    return tmp_path


def test_regions_are_packed_with_their_readings_and_streets_by_county(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "resources"
    sizes = pack_all(source, target)
    monkeypatch.setattr("app.customers.reference._RESOURCES", target)
    assert set(sizes) == {"regions/areas.bin", "regions/streets.bin", "segments/mobile.bin"}
    assert read_packed("regions/areas.bin").decode().split("\n") == [
        "510000四川省\tsi chuan sheng",
        "510100成都市\tcheng du shi",
        "510107武侯区\twu hou qu",
        "710000台湾省\ttai wan sheng",
        "710100台北市\ttai bei shi",
        "710101大安区\tda an qu",
    ]
    assert read_packed("regions/streets.bin").decode() == "510107\t001浆洗街街道\t002桂溪街道"


def test_segments_are_packed_with_their_regions(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack_all(source, tmp_path)
    monkeypatch.setattr("app.customers.reference._RESOURCES", tmp_path)
    header, _, columns = read_packed("segments/mobile.bin").partition(b"\n")
    facts = json.loads(header)
    assert facts["places"] == [["四川", "成都", "028", "510100"]]
    assert (facts["first"], facts["count"], len(columns)) == (1_380_000, 10_000, 40_000)
    assert columns[:6] == b"\x00\x00\xff\xff\x00\x00"


def test_the_shipped_tables_stay_small() -> None:
    resources = Path(__file__).parents[3] / "resources"
    assert sum(file.stat().st_size for file in (resources / "regions").iterdir()) < 500_000
    assert sum(file.stat().st_size for file in (resources / "segments").iterdir()) < 700_000
    assert sum(file.stat().st_size for file in (resources / "pinyin").iterdir()) < 200_000
