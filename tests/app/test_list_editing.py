"""Entries of code lists as a manager edits them, each branch before the shared ones, all taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import UserError
from app.list_editing import CHOICE_MOST, ChoiceDraft, ChoiceSaved, edit_choice, read_choice_drafts
from app.lists import all_choices
from db.models.lists import ChoiceList
from tests.builders.databases import Founded

SOURCE = ChoiceList.SOURCE


def _save(branch: Founded, draft: ChoiceDraft) -> ChoiceSaved:
    with branch.change() as work:
        return edit_choice(work, draft)


def _drafts(branch: Founded, of: ChoiceList = SOURCE) -> tuple[ChoiceDraft, ...]:
    with branch.read() as work:
        return read_choice_drafts(work, of)


def test_an_entry_is_renamed_for_the_branch_and_taken_back(branch: Founded) -> None:
    before = _drafts(branch)
    saved = _save(branch, replace(before[0], text_zh="改名", active=False))
    with branch.read() as work:
        shown = all_choices(work)[SOURCE]
    assert [(entry.text_zh, entry.active) for entry in shown if entry.code == saved.code] == [("改名", False)]
    _save(branch, saved.before)
    assert _drafts(branch) == before


def test_a_new_one_stands_last_and_is_taken_back_by_switching_off(branch: Founded) -> None:
    saved = _save(branch, ChoiceDraft(list=SOURCE, text_zh="短视频", text_en="Short Video"))
    assert (_drafts(branch)[-1].code, saved.code) == ("short-video", "short-video")
    _save(branch, saved.before)
    assert not _drafts(branch)[-1].active


def test_what_makes_no_entry_is_refused(branch: Founded) -> None:
    first, second = _drafts(branch)[:2]
    for code, draft in (
        ("choice-text-wrong", replace(first, text_zh=" ")),
        ("choice-text-wrong", replace(first, text_zh="长" * (CHOICE_MOST + 1))),
        ("choice-twice", replace(first, text_zh=second.text_zh)),
        ("code-unknown", replace(first, code="moon")),
        ("choice-fixed", ChoiceDraft(list=ChoiceList.SEVERITY, text_zh="更重")),
    ):
        with pytest.raises(UserError, match=code):
            _save(branch, draft)


def test_the_last_entry_in_use_stays(branch: Founded) -> None:
    *others, last = _drafts(branch)
    for draft in others:
        _save(branch, replace(draft, active=False))
    with pytest.raises(UserError, match="choice-last"):
        _save(branch, replace(last, active=False))
