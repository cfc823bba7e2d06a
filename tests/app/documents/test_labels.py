"""Both editions of every form say the same things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from string import Formatter

import pytest

from app.documents.dossier_labels import DOSSIER
from app.documents.labels import BOOKLET, CHOICES, REGISTRATION
from app.documents.records import FormChoices, Language

Words = Mapping[Language, Mapping[str, str]]


@pytest.mark.parametrize("words", [REGISTRATION, BOOKLET, DOSSIER])
def test_the_editions_have_the_same_words_and_the_same_gaps(words: Words) -> None:
    chinese, english = words[Language.CHINESE], words[Language.ENGLISH]
    assert chinese.keys() == english.keys()
    for key in chinese:
        gaps = [
            {gap for _, gap, _, _ in Formatter().parse(text) if gap} for text in (chinese[key], english[key])
        ]
        assert gaps[0] == gaps[1], key


@pytest.mark.parametrize("words", [REGISTRATION, BOOKLET, DOSSIER])
def test_the_english_edition_has_no_chinese_in_it(words: Words) -> None:
    assert [
        text for text in words[Language.ENGLISH].values() if any("\u2e80" < c < "\uffef" for c in text)
    ] == []


def test_the_default_choices_are_as_many_in_both_editions() -> None:
    for field in fields(FormChoices):
        chinese = getattr(CHOICES[Language.CHINESE], field.name)
        assert len(chinese) == len(getattr(CHOICES[Language.ENGLISH], field.name)) > 1


@pytest.mark.parametrize("language", list(Language))
def test_the_notice_tells_what_the_law_asks_for(language: Language) -> None:
    """Protection of Personal Information, art. 17: handler, contact, purpose, way, kinds, retention, rights."""
    words = REGISTRATION[language]
    for gap in ("{company}", "{address}", "{contact}", "{retention}"):
        assert gap in words["notice"]
    told = {
        Language.CHINESE: ("目的与方式", "种类", "保存期限", "查阅", "更正", "删除", "撤回"),
        Language.ENGLISH: ("Purpose", "Kinds", "Kept", "see, copy, correct", "delete", "withdraw"),
    }
    assert [word for word in told[language] if word not in words["notice"]] == []
