"""The two columns an error workbook adds; reading it again passes over them."""

from __future__ import annotations

REASON_TITLE = "未导入原因 / Reason"
ROW_TITLE = "原行号 / Row"
REASON_TITLES = frozenset({REASON_TITLE, ROW_TITLE})
