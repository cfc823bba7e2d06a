"""The words of codes on paper: each kind of code has its own, though their stored values may be equal."""

from __future__ import annotations

from app.wording import word
from db.models.customers import ContactWay, OriginKind


def test_a_call_made_and_a_call_as_a_source_are_two_words() -> None:
    assert (word(ContactWay.CALL, "zh"), word(OriginKind.CALL, "zh")) == ("电话", "来电")
    assert (word(ContactWay.COUNTER, "zh"), word(OriginKind.COUNTER, "zh")) == ("到店", "柜台")
    assert word(None, "zh") == ""
