"""Finds the code behind a word of a list: 重点, 重点客户, Key and key are one class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.customers.cleaning import search_form
from app.exchange.fields import Field

_NOISE = ("客户", "级别", "级", "类")


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """The code lists an import may use, by the field they belong to."""

    by_field: Mapping[Field, Mapping[str, str]] = field(default_factory=dict)

    def code(self, field: Field, text: str) -> str | None:
        """The code a word stands for, or None; fields without a list keep every word as it is."""
        words = self.by_field.get(field)
        if words is None:
            return text
        form = search_form(text)
        return words.get(form) or words.get(_quiet(form))


def choice_words(entries: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """The words for each (code, Chinese, English); what two codes share stands for neither."""
    words: dict[str, str | None] = {}
    for code, chinese, english in entries:
        parts = [code, chinese, english, *chinese.replace("/", " ").split(), chinese.split(" ")[0]]
        for form in {form for part in parts for form in (search_form(part), _quiet(search_form(part)))}:
            if form:
                words[form] = code if words.get(form, code) == code else None
    words |= {search_form(code): code for code, _, _ in entries}
    return {form: code for form, code in words.items() if code}


def _quiet(form: str) -> str:
    for noise in _NOISE:
        if form.endswith(noise) and len(form) > len(noise):
            form = form.removesuffix(noise)
    return form
