"""vCards of all versions and makers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.exchange.limits import Limits
from app.exchange.vcards import COLUMNS, as_row, cards, read_vcards
from tests.builders import lists


def rows(path: Path) -> list[dict[str, str]]:
    found = [dict(zip(COLUMNS, as_row(card, 10_000), strict=True)) for card in cards(path, Limits())]
    return [{name: text for name, text in row.items() if text} for row in found]


def card(tmp_path: Path, *lines: str, encoding: str = "utf-8") -> dict[str, str]:
    path = tmp_path / "a.vcf"
    path.write_bytes("\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")).encode(encoding))
    (only,) = rows(path)
    return only


def test_an_iphone_card() -> None:
    (row,) = rows(lists.FILES / "John_Doe_IPHONE.vcf")
    assert row["name"] == "Mr. John Richter James Doe Sr."
    assert row["phone"].split("\n") == ["905-555-1234", "905-666-1234", "905-777-1234", "905-222-1234"]
    assert (row["fax"], row["company"], row["occupation"]) == ("905-888-1234", "IBM", "Money Counter")
    assert (row["postcode"], row["birthday"], row["email"]) == ("12345", "2012-06-06", "john.doe@ibm.com")
    assert "905-999-1234" in row["note"]
    assert "Building 6" in row["note"]
    assert max(map(len, row.values())) < 400


def test_an_outlook_card() -> None:
    (row,) = rows(lists.FILES / "outlook-2003.vcf")
    assert row["note"].startswith("This is the note field!!\r\nSecond line\r\n\r\nThird line is empty")
    assert (row["company"], row["birthday"], row["fax"]) == ("Company, The", "19800321", "BusinessFaxPhone")
    assert row["address"] == "123 Main St, TheOffice, Austin, TX, United States of America"


def test_several_cards_in_one_file() -> None:
    assert [row["email"] for row in rows(lists.FILES / "gmail-list.vcf")] == [
        "asmithk@gmail.com",
        "chrisy55d@yahoo.com",
        "dwhite@gmail.com",
    ]


def test_a_chinese_name_comes_from_its_parts(tmp_path: Path) -> None:
    row = card(tmp_path, "VERSION:3.0", "N:欧阳;小红;;;", "FN:小红 欧阳", "TEL;TYPE=CELL:13800138000")
    assert row == {"name": "欧阳小红", "phone": "13800138000"}


def test_quoted_printable_with_soft_breaks_and_charset(tmp_path: Path) -> None:
    row = card(
        tmp_path,
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=B8=89;;;",
        "TEL;CELL;PREF:138-0013-8000",
        "NOTE;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=C0=CF=BF=CD=",
        "=BB=A7=3B=0D=0A=D2=D1=D4=BC",
    )
    assert row == {"name": "张三", "phone": "138-0013-8000", "note": "老客户;\r\n已约"}


def test_an_old_phone_that_writes_gbk_without_saying_so(tmp_path: Path) -> None:
    row = card(tmp_path, "VERSION:2.1", "N:李;四", "ORG:成都大有商贸有限公司;市场部", encoding="gbk")
    assert row == {"name": "李四", "company": "成都大有商贸有限公司"}


def test_version_four(tmp_path: Path) -> None:
    row = card(
        tmp_path,
        "VERSION:4.0",
        "FN:王五",
        "N:王;五;;;",
        'TEL;VALUE=uri;TYPE="cell,voice":tel:+86-138-0013-8000',
        "TEL;TYPE=fax:+86-28-85551234",
        "BDAY:--0305",
        "GENDER:F",
        "ADR:;;人民南路1号;成都市;四川省;610041;中国",
        "IMPP:wechat:wangwu88",
        "URL:https\\://example.cn",
    )
    assert row == {
        "name": "王五",
        "phone": "+86-138-0013-8000",
        "fax": "+86-28-85551234",
        "birthday": "--03-05",
        "gender": "女",
        "address": "四川省成都市人民南路1号",
        "postcode": "610041",
        "wechat": "wangwu88",
        "note": "https://example.cn",
    }


def test_apples_birthday_without_year_and_groups(tmp_path: Path) -> None:
    row = card(
        tmp_path,
        "VERSION:3.0",
        "N:赵;六",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-05",
        "item1.TEL:028-85551234",
        "item1.X-ABLabel:店里",
        "item2.TEL;type=CELL:13900139000",
    )
    assert row["birthday"] == "--03-05"
    assert row["phone"] == "13900139000\n028-85551234"


def test_folded_lines_and_escapes(tmp_path: Path) -> None:
    row = card(tmp_path, "VERSION:3.0", "N:钱;七", "NOTE:一\\, 二\\; 三\\n四", " 五", "\t六")
    assert row["note"] == "一, 二; 三\n四五六"


def test_a_company_card_has_no_person(tmp_path: Path) -> None:
    row = card(tmp_path, "VERSION:3.0", "FN:大有商贸", "N:;;;;", "ORG:大有商贸", "X-ABShowAs:COMPANY")
    assert row == {"company": "大有商贸"}


def test_pictures_are_passed_over(tmp_path: Path) -> None:
    picture = ["PHOTO;ENCODING=BASE64;JPEG:" + "A" * 70, *[" " + "A" * 70] * 3000, ""]
    assert card(tmp_path, "VERSION:2.1", "N:孙;八", *picture, "EMAIL:a@b.cn") == {
        "name": "孙八",
        "email": "a@b.cn",
    }


def test_a_card_within_a_card_and_a_missing_end(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(
        "BEGIN:VCARD\nN:周;九\nAGENT:\nBEGIN:VCARD\nN:他;人\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nN:吴;十\n",
        encoding="utf-8",
    )
    assert [row["name"] for row in rows(path)] == ["周九", "吴十"]


def test_a_file_in_utf_16(tmp_path: Path) -> None:
    assert card(tmp_path, "VERSION:3.0", "N:郑;一", encoding="utf-16") == {"name": "郑一"}


def test_a_file_without_a_whole_card_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text("VERSION:3.0\n")
    with pytest.raises(UserError, match="list-damaged"):
        list(read_vcards(path, Limits()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "a.vcf"
    path.write_bytes(b"BEGIN:VCARD\nN:A;B\n" + junk + b"\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\n")
    assert rows(path)
