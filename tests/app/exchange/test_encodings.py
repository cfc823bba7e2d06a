"""Encodings of text lists, told strictly."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.exchange import encodings
from app.exchange.encodings import encoding_of

LIST = "姓名,手机,地址\n張三,13800138000,臺北市中正區忠孝東路\n李小龍,13900139000,高雄市左營區博愛路\n" * 3
SIMPLE = "姓名,手机,地址\n张三,13800138000,四川省成都市武侯区人民南路\n"


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        (SIMPLE, "utf-8", "utf-8"),
        (SIMPLE, "utf-8-sig", "utf-8-sig"),
        (SIMPLE, "gbk", "gb18030"),
        (SIMPLE + "㐀𠮷\n", "gb18030", "gb18030"),
        (SIMPLE, "utf-16", "utf-16"),
        (LIST, "big5", "big5"),
        (LIST, "gbk", "gb18030"),
        ("name,phone\nJohn,1\n", "ascii", "utf-8"),
    ],
)
def test_each_encoding_is_told(tmp_path: Path, text: str, written: str, told: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(written))
    assert encoding_of(path) == told
    assert path.read_text(encoding=told) == text


def test_bytes_of_no_encoding_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\nc,d\n\xff\xff,e\n")
    with pytest.raises(UserError, match="list-encoding-unknown") as refusal:
        encoding_of(path)
    assert refusal.value.facts == {"file": "a.csv", "line": 3}


def test_a_character_cut_by_a_block_border_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encodings, "BLOCK", 5)
    path = tmp_path / "a.csv"
    path.write_bytes(SIMPLE.encode("gb18030"))
    assert encoding_of(path) == "gb18030"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1), min_size=1)
)
def test_simplified_or_rare_names_in_gbk_are_read_back(tmp_path: Path, names: list[str]) -> None:
    path = tmp_path / "a.csv"
    text = SIMPLE * 40 + "\n".join(names)
    path.write_bytes(text.encode("gb18030"))
    assert path.read_bytes().decode(encoding_of(path)) == text
