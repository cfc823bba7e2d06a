"""Every refusal of the paper has a sentence that its own facts complete."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import app
from app.documents.booklet import blank_booklet
from app.documents.dossier import customer_dossier
from app.documents.records import BlankBatch, Dossier, PaperSize, Sheet
from app.documents.registration_form import registration_form
from app.errors import UserError
from tests.builders.papers import HOUSE, registration
from ui.error_texts.documents import TEXTS


def refuse_small_paper() -> None:
    card = Dossier(number="1", name="张三", kind_text="个人")
    customer_dossier(card, house=HOUSE, sheet=Sheet(size=PaperSize.A5))


def refuse_empty_batch() -> None:
    blank_booklet(BlankBatch(number="B1", serials=()), house=HOUSE)


def refuse_broken_logo() -> None:
    registration_form(registration(), house=replace(HOUSE, logo=b"GIF89"))


@pytest.mark.parametrize("refuse", [refuse_small_paper, refuse_empty_batch, refuse_broken_logo])
def test_the_facts_complete_the_sentence(refuse: object) -> None:
    assert callable(refuse)
    with pytest.raises(UserError) as refused:
        refuse()
    sentence = TEXTS[refused.value.code].format(**refused.value.facts)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_every_code_of_the_room_has_a_sentence_and_no_sentence_is_left_over() -> None:
    room = Path(app.__file__).parent / "documents"
    source = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    assert set(re.findall(r'UserError\(\s*"([a-z-]+)"', source)) == set(TEXTS)
