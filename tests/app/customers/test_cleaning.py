"""Text is mended once and for all, and compared in one form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.cleaning import is_chinese, mend, mend_lines, search_form


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("　张　三 ", "张 三"),
        ("１３８ＡＢＣ", "138ABC"),
        ("a@ｑｑ．ｃｏｍ", "a@qq.com"),
        ("138\u200b0013\ufeff8000", "13800138000"),
        ("\u202a13800138000\u202c", "13800138000"),
        ("ABC\u00a0公司", "ABC 公司"),
        ("王\ue863", "王䶮"),
        ("\u2f53永", "气永"),
        ("\u2ed3\u2ecb", "长车"),
        ("张\n三\r\n", "张 三"),
        ("一行_x000D_", "一行"),
        ("（有限）公司，你好。", "（有限）公司，你好。"),
        ("\uf9dc", "隆"),
        ("𬭎𠮷", "𬭎𠮷"),
        ("plain", "plain"),
    ],
)
def test_what_keyboards_chats_and_spreadsheets_leave_behind_is_mended(typed: str, mended: str) -> None:
    assert mend(typed) == mended


def test_notes_keep_their_lines() -> None:
    assert mend_lines(" 第一行　\r\n\r\n第\t二行_x000D_\n第三行 \n") == "第一行\n\n第 二行\n\n第三行"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("川A·12345", "川a12345"),
        ("ＡＢＣ（中国）", "abc中国"),
        ("028-8555 1234", "02885551234"),
        ("Zhang_San", "zhangsan"),
        ("Straße", "STRASSE"),
        ("①", "1"),
    ],
)
def test_two_spellings_of_one_thing_compare_equal(one: str, other: str) -> None:
    assert search_form(one) == search_form(other)


@pytest.mark.parametrize("character", "张〇䶮𠮷㐂")
def test_rare_ideographs_count_as_chinese(character: str) -> None:
    assert is_chinese(character)


@pytest.mark.parametrize("character", "a1，·あ한 ")
def test_other_signs_do_not(character: str) -> None:
    assert not is_chinese(character)


@given(st.text())
def test_mending_twice_changes_nothing_more(text: str) -> None:
    assert mend(mend(text)) == mend(text)
    assert mend_lines(mend_lines(text)) == mend_lines(text)
    assert search_form(search_form(text)) == search_form(text)


@given(st.text())
def test_mended_text_has_no_stray_space_or_control_mark(text: str) -> None:
    mended = mend(text)
    assert mended == " ".join(mended.split(" ")).strip()
    assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in mended)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_plain_chinese_is_left_alone(text: str) -> None:
    assert mend(text) == unicodedata.normalize("NFC", text) == search_form(text)
