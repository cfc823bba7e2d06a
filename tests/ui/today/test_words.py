"""Records of what waits as lines of the list."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

from app.followups.records import Item, ItemKey, ItemKind
from app.states import ChoiceList
from ui.customers.showing import Showing
from ui.i18n import Language
from ui.today.words import item_line

DAY = date(2026, 11, 23)


def _line(kind: ItemKind) -> object:
    item = Item(
        key=ItemKey(kind=kind, id=uuid4(), on=DAY),
        customer_id=None,
        title="晨会",
        due_on=DAY,
        starts_at=datetime(2026, 11, 23, 1, tzinfo=UTC),
    )
    showing = Showing(choices=dict.fromkeys(ChoiceList, ()), language=Language.CHINESE)
    line = item_line(item, DAY, showing)
    return line.goal and (line.goal.page, line.goal.subject == (item.key, DAY), line.item)


def test_an_appointment_leads_to_the_calendar_for_there_is_no_result_to_write_down() -> None:
    assert _line(ItemKind.APPOINTMENT) == ("followups", True, None)
    assert _line(ItemKind.FOLLOWUP) is None
