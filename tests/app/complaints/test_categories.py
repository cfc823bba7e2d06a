"""The category tree as its editor changes it: names, places, whose nodes they are, and taking back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from app.access.actor import Actor
from app.complaints.categories import (
    DEEPEST,
    NAME_MOST,
    CategoryDraft,
    CategoryRow,
    CategorySaved,
    move_category,
    read_categories,
    read_category_rows,
    save_category,
)
from app.errors import UserError
from db.models.access import Branch, Permission
from db.models.ticket_flows import TicketCategory
from tests.builders.databases import Founded


@pytest.fixture
def manager(branch: Founded) -> Actor:
    return branch.actor_with(Permission.EDIT_RULES)


def _rows(branch: Founded) -> tuple[CategoryRow, ...]:
    with branch.read() as work:
        return read_category_rows(work)


def _save(branch: Founded, draft: CategoryDraft, actor: Actor | None = None) -> CategorySaved:
    with branch.change(actor) as work:
        return save_category(work, draft)


def _row(branch: Founded, key: UUID) -> CategoryDraft:
    return next(row.draft for row in _rows(branch) if row.draft.id == key)


def test_a_branch_adds_its_own_beneath_a_shared_one(branch: Founded, manager: Actor) -> None:
    shared = _rows(branch)[0].draft
    saved = _save(
        branch, CategoryDraft(parent_id=shared.id, name_zh=" 充电桩 ", name_en="Home Charger"), manager
    )
    row = _row(branch, saved.id)
    assert (row.name_zh, row.parent_id, row.for_all) == ("充电桩", shared.id, False)
    with branch.read() as work:
        node = next(node for node in read_categories(work) if node.id == saved.id)
    assert node.code == "home-charger"
    assert node.department_code == shared.department_code
    assert node.depth == 1
    _save(branch, saved.before, manager)
    assert not _row(branch, saved.id).active


def test_without_an_english_name_the_chinese_stands_and_codes_differ(branch: Founded) -> None:
    first = _save(branch, CategoryDraft(name_zh="甲"))
    second = _save(branch, CategoryDraft(name_zh="乙"))
    with branch.read() as work:
        codes = {node.id: node.code for node in read_categories(work)}
    assert _row(branch, first.id).name_en == "甲"
    assert codes[first.id] != codes[second.id]


def test_a_change_is_taken_back(branch: Founded) -> None:
    before = _rows(branch)[1].draft
    saved = _save(
        branch, replace(before, name_zh="改名", severity_code="normal", parent_id=None, position=None)
    )
    assert _row(branch, saved.id).name_zh == "改名"
    assert saved.before == before
    _save(branch, saved.before)
    assert _row(branch, saved.id) == before


def test_shared_ones_are_for_who_sees_all_branches(branch: Founded, manager: Actor) -> None:
    shared = _rows(branch)[0].draft
    with branch.read() as work:
        assert all(row.is_changeable for row in read_category_rows(work))
    for draft in (replace(shared, name_zh="改名"), CategoryDraft(name_zh="新", for_all=True)):
        with pytest.raises(UserError, match="category-shared"):
            _save(branch, draft, manager)
    assert shared.id is not None
    with pytest.raises(UserError, match="category-shared"), branch.change(manager) as work:
        move_category(work, shared.id, 1)


@pytest.mark.parametrize("name", ["", "  ", "长" * (NAME_MOST + 1)])
def test_names_are_neither_empty_nor_long(branch: Founded, name: str) -> None:
    with pytest.raises(UserError, match="category-name-wrong"):
        _save(branch, CategoryDraft(name_zh=name))


def test_a_name_stands_once_under_a_parent(branch: Founded) -> None:
    first = _save(branch, CategoryDraft(name_zh="甲", name_en="Alpha"))
    for draft in (CategoryDraft(name_zh="甲", name_en="Other"), CategoryDraft(name_zh="乙", name_en="alpha")):
        with pytest.raises(UserError, match="category-twice"):
            _save(branch, draft)
    _save(branch, CategoryDraft(name_zh="甲", name_en="Alpha", parent_id=first.id))


def test_no_node_stands_beneath_itself_nor_too_deep(branch: Founded) -> None:
    keys: list[UUID] = []
    for number in range(DEEPEST):
        parent_id = keys[-1] if keys else None
        keys.append(_save(branch, CategoryDraft(name_zh=f"级{number}", parent_id=parent_id)).id)
    with pytest.raises(UserError, match="category-too-deep"):
        _save(branch, CategoryDraft(name_zh="再下", parent_id=keys[-1]))
    other = _save(branch, CategoryDraft(name_zh="别处"))
    with pytest.raises(UserError, match="category-too-deep"):
        _save(branch, replace(_row(branch, keys[0]), parent_id=other.id))
    for place in (keys[0], keys[2]):
        with pytest.raises(UserError, match="category-cycle"):
            _save(branch, replace(_row(branch, keys[0]), parent_id=place))


def test_parents_are_the_branchs_or_shared_and_a_shared_one_needs_a_shared_one(branch: Founded) -> None:
    with branch.change() as work:
        away = Branch(code="XX", name="别店")
        work.session.add(away)
        work.session.flush()
        theirs = TicketCategory(code="theirs", name_zh="别店的", name_en="Theirs", branch_id=away.id)
        work.session.add(theirs)
        work.session.flush()
        their_id = theirs.id
    own = _save(branch, CategoryDraft(name_zh="本店"))
    with pytest.raises(UserError, match="category-parent-wrong"):
        _save(branch, CategoryDraft(name_zh="甲", parent_id=their_id))
    with pytest.raises(UserError, match="category-parent-wrong"):
        _save(branch, CategoryDraft(name_zh="甲", parent_id=own.id, for_all=True))
    with pytest.raises(UserError, match="row-gone"):
        _save(branch, CategoryDraft(id=their_id, name_zh="甲"))


def test_departments_and_severities_are_of_the_lists(branch: Founded) -> None:
    for draft in (
        CategoryDraft(name_zh="甲", department_code="moon"),
        CategoryDraft(name_zh="甲", severity_code="x"),
    ):
        with pytest.raises(UserError, match="code-unknown") as caught:
            _save(branch, draft)
        assert caught.value.facts["field"] in ("department_code", "severity_code")


def test_moving_changes_places_with_the_neighbour(branch: Founded, manager: Actor) -> None:
    keys = [_save(branch, CategoryDraft(name_zh=name)).id for name in "甲乙"]

    def order() -> list[UUID | None]:
        return [row.draft.id for row in _rows(branch) if row.depth == 0]

    before = order()
    with branch.change(manager) as work:
        assert move_category(work, keys[1], -1)
    assert order() == [*before[:-2], keys[1], keys[0]]
    with branch.change(manager) as work:
        assert not move_category(work, keys[1], -1)  # above it stand only shared ones
        assert not move_category(work, keys[0], 1)
    with branch.change() as work:
        assert move_category(work, keys[1], -1)
    assert order() == [*before[:-3], keys[1], before[-3], keys[0]]
