"""What of a shown text is marked as found."""

from __future__ import annotations

import pytest

from app.customers.marking import span_in
from db.models.search import FieldKind
from db.search import Match


@pytest.mark.parametrize(
    ("shown", "kind", "value", "part", "marked"),
    [
        ("张伟", FieldKind.NAME, "张伟", "伟", "伟"),
        ("欧阳 娜娜", FieldKind.NAME, "欧阳娜娜", "阳娜", "阳 娜"),
        ("Jürgen Müller", FieldKind.NAME, "jurgenmuller", "nmu", "n Mü"),
        ("138 0013 8000", FieldKind.PHONE, "13800138000", "0138", "013 8"),
        ("028-85551234", FieldKind.PHONE, "02885551234", "0288", "028-8"),
        ("CD01-A-000123", FieldKind.NUMBER, "cd01a000123", "a000", "A-000"),
        ("成都华盛商贸有限公司", FieldKind.COMPANY, "成都华盛商贸", "华盛", "华盛"),
        ("张伟", FieldKind.PINYIN, "zhangwei", "zhang", "张"),
        ("张伟", FieldKind.PINYIN, "zhangwei", "gw", "张伟"),
        ("单雄信", FieldKind.PINYIN, "danxiongxin", "dan", "单"),
        ("单雄信", FieldKind.INITIALS, "dxx", "xx", "雄信"),
        ("尉迟恭", FieldKind.PINYIN, "yuchigong", "chi", "迟"),
        ("吕布", FieldKind.PINYIN, "lubu", "lu", "吕"),
        ("重庆长安有限公司", FieldKind.COMPANY_PINYIN, "chongqingchangan", "chang", "长"),
        ("重庆长安有限公司", FieldKind.COMPANY_INITIALS, "cqca", "ca", "长安"),
    ],
)
def test_the_matched_part_is_marked(shown: str, kind: FieldKind, value: str, part: str, marked: str) -> None:
    start = value.index(part)
    span = span_in(shown, Match(kind=kind, value=value, start=start, end=start + len(part)))
    assert span is not None
    assert shown[span[0] : span[1]] == marked


def test_the_very_place_is_marked_where_a_part_stands_twice() -> None:
    assert span_in("娜娜", Match(kind=FieldKind.NAME, value="娜娜", start=1, end=2)) == (1, 2)


@pytest.mark.parametrize("kind", [FieldKind.NAME, FieldKind.PINYIN, FieldKind.INITIALS])
def test_another_text_is_not_marked(kind: FieldKind) -> None:
    assert span_in("李四", Match(kind=kind, value="zhangwei", start=0, end=5)) is None
