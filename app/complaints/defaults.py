"""Lists, categories, limits and approvals the complaint desk begins with; all rows a manager edits from then on.

The limits of first answer and resolution by severity are those of facts about car makers' practice (critical 30
minutes and 2 hours, urgent 1 and 4 hours, high 8 and 24, normal 24 and 72, all in working time).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.complaints.flow_defaults import FLOW_DEFAULTS
from db.base import new_key
from db.mixins import SharedRow
from db.models.access import RoleCode
from db.models.lists import ChoiceList
from db.models.ticket_flows import (
    ApprovalLimit,
    Clock,
    FlowMove,
    FlowStage,
    TicketCategory,
    TicketFlow,
    TicketKind,
    TicketLimit,
)

L = ChoiceList

TICKET_CHOICES: Final[dict[ChoiceList, tuple[tuple[str, str, str], ...]]] = {
    L.TICKET_CHANNEL: (
        ("counter", "现场", "At the counter"),
        ("phone", "电话", "Telephone"),
        ("callback", "回访", "Follow-up call"),
        ("wechat", "微信", "WeChat"),
        ("online", "网络平台", "Online"),
        ("letter", "来信/邮件", "Letter or e-mail"),
        ("authority", "监管部门转办", "Passed on by an authority"),
        ("media", "媒体", "Media"),
    ),
    L.WISH: (
        ("explain", "说明情况", "Explanation"),
        ("apology", "道歉", "Apology"),
        ("repair", "返修", "Repair"),
        ("exchange", "换货", "Exchange"),
        ("return", "退货/退款", "Return and refund"),
        ("compensation", "赔偿", "Compensation"),
        ("other", "其他", "Other"),
    ),
    L.NATURE: (
        ("grumble", "抱怨", "Grumble"),
        ("complaint", "投诉", "Complaint"),
        ("claim", "索赔", "Claim"),
        ("appeal", "申诉", "Appeal"),
    ),
    L.SEVERITY: (
        ("critical", "重大", "Critical"),
        ("urgent", "紧急", "Urgent"),
        ("high", "较高", "High"),
        ("normal", "普通", "Normal"),
    ),
    L.GRAVE: (
        ("injury", "人身伤害", "Injury"),
        ("fire", "起火", "Fire"),
        ("airbag", "气囊未弹出/误弹出", "Airbag"),
        ("media", "媒体曝光", "Media"),
        ("authority", "监管介入", "An authority"),
        ("crowd", "聚众滞留", "A crowd in the shop"),
    ),
    L.DEPARTMENT: (
        ("sales", "销售部", "Sales"),
        ("service", "售后服务部", "Service"),
        ("parts", "配件部", "Parts"),
        ("finance", "财务部", "Finance"),
        ("counter", "客服前台", "Counter"),
        ("management", "店长室", "Management"),
    ),
    L.CAUSE: (
        ("product", "产品质量", "Product quality"),
        ("workmanship", "维修/安装质量", "Workmanship"),
        ("parts", "配件供应", "Parts supply"),
        ("attitude", "服务态度", "Attitude"),
        ("communication", "沟通不清", "Communication"),
        ("waiting", "等待时间", "Waiting time"),
        ("price", "价格/收费", "Price"),
        ("process", "流程/制度", "Process"),
        ("promotion", "宣传/促销", "Promotion"),
        ("usage", "客户使用", "Usage"),
        ("third-party", "第三方", "Third party"),
        ("other", "其他", "Other"),
    ),
    L.SATISFACTION: (
        ("very-satisfied", "非常满意", "Very satisfied"),
        ("satisfied", "满意", "Satisfied"),
        ("ordinary", "一般", "Ordinary"),
        ("accepts", "理解/接受", "Understands, accepts"),
        ("dissatisfied", "不满意", "Dissatisfied"),
        ("not-stated", "不表态", "Does not say"),
        ("unreachable", "联系不上", "Not reached"),
    ),
}

SEVERITY_RANKS: Final = {"critical": 1, "urgent": 2, "high": 3, "normal": 4}
SATISFACTION_NUMBERS: Final = {
    "very-satisfied": 2,
    "satisfied": 2,
    "ordinary": 1,
    "accepts": 1,
    "dissatisfied": 0,
}
"""2 satisfied, 1 neither, 0 dissatisfied; who says nothing or was not reached is none of them."""

_MINUTES: Final = {
    "critical": (15, 30, 120),
    "urgent": (30, 60, 240),
    "high": (120, 480, 1_440),
    "normal": (240, 1_440, 4_320),
}
"""Working time for acceptance, first answer and resolution of a complaint."""

_TREE: Final[tuple[tuple[str, str, str, str | None, tuple[tuple[str, str, str], ...]], ...]] = (
    ("goods", "商品", "Goods", "sales", (
        ("goods-quality", "商品质量", "Quality"),
        ("goods-delivery", "交付/到货", "Delivery"),
        ("goods-mismatch", "与描述不符", "Not as described"),
    )),
    ("repair", "维修质量", "Repair quality", "service", (
        ("repair-body", "钣金/喷漆", "Body and paint"),
        ("repair-mechanical", "机电", "Mechanics and electrics"),
        ("repair-difficult", "疑难/返修", "Difficult, repeated repair"),
    )),
    ("repair-price", "维修价格", "Repair price", "service", (
        ("price-parts", "配件价格", "Parts"),
        ("price-labour", "工时价格", "Labour"),
    )),
    ("repair-time", "维修时间", "Repair time", "service", ()),
    ("spare-parts", "零配件", "Spare parts", "parts", (
        ("parts-order", "订货/到货时间", "Order and arrival"),
        ("parts-quality", "配件质量", "Quality"),
    )),
    ("staff", "人员服务", "Staff", "counter", (
        ("staff-attitude", "态度", "Attitude"),
        ("staff-communication", "沟通", "Communication"),
        ("staff-knowledge", "专业能力", "Knowledge"),
    )),
    ("promotion", "促销活动", "Promotion", "sales", ()),
    ("facilities", "设备设施/环境", "Facilities", "management", ()),
    ("billing", "收费/发票", "Billing", "finance", ()),
    ("privacy", "个人信息", "Personal data", "management", ()),
    ("other", "其他", "Other", None, ()),
)  # fmt: skip

_APPROVALS: Final = (
    (RoleCode.CLERK, Decimal(200)),
    (RoleCode.REPRESENTATIVE, Decimal(200)),
    (RoleCode.MANAGER, Decimal(5_000)),
    (RoleCode.HEADQUARTERS, Decimal(50_000)),
    (RoleCode.ADMINISTRATOR, None),
)
"""Solutions up to this cost need no further approval when somebody of the role proposes or approves them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Pair:
    """The first and last limit of the lighter kinds: answer and resolution, in minutes of working time."""

    answer: int
    resolution: int


_LIGHT: Final = {
    TicketKind.INQUIRY: _Pair(answer=120, resolution=1_440),
    TicketKind.SUGGESTION: _Pair(answer=1_440, resolution=4_320),
}


def ticket_rows() -> Iterator[SharedRow]:
    """Everything the desk begins with, parents before what leans on them."""
    yield from _flows()
    yield from _categories()
    yield from _limits()
    for role, amount in _APPROVALS:
        yield ApprovalLimit(role_code=role.value, amount=amount)


def _flows() -> Iterator[SharedRow]:
    for default in FLOW_DEFAULTS:
        flow = TicketFlow(
            id=new_key(),
            kind=default.kind,
            edition=1,
            name_zh=default.name_zh,
            name_en=default.name_en,
        )
        yield flow
        for position, stage in enumerate(default.stages):
            yield FlowStage(
                flow_id=flow.id,
                code=stage.code,
                name_zh=stage.name_zh,
                name_en=stage.name_en,
                state=stage.state,
                position=position,
            )
        for position, move in enumerate(default.moves):
            yield FlowMove(
                flow_id=flow.id,
                code=move.code,
                from_stage=move.from_stage,
                to_stage=move.to_stage,
                name_zh=move.name_zh,
                name_en=move.name_en,
                effect=move.effect,
                permission=move.permission.value,
                actor=move.actor,
                needs=list(move.needs),
                asks=list(move.asks),
                position=position,
            )


def _categories() -> Iterator[SharedRow]:
    for position, (code, name_zh, name_en, department, leaves) in enumerate(_TREE):
        node = TicketCategory(
            id=new_key(),
            code=code,
            name_zh=name_zh,
            name_en=name_en,
            department_code=department,
            position=position,
        )
        yield node
        for place, (leaf, leaf_zh, leaf_en) in enumerate(leaves):
            yield TicketCategory(
                id=new_key(),
                code=leaf,
                parent_id=node.id,
                name_zh=leaf_zh,
                name_en=leaf_en,
                department_code=department,
                position=place,
            )


def _limits() -> Iterator[SharedRow]:
    for severity, minutes in _MINUTES.items():
        for clock, amount in zip(Clock, minutes, strict=True):
            yield TicketLimit(kind=TicketKind.COMPLAINT, severity_code=severity, clock=clock, minutes=amount)
        for kind, pair in _LIGHT.items():
            yield TicketLimit(
                kind=kind, severity_code=severity, clock=Clock.ANSWER, minutes=min(minutes[1], pair.answer)
            )
            yield TicketLimit(
                kind=kind,
                severity_code=severity,
                clock=Clock.RESOLUTION,
                minutes=min(minutes[2], pair.resolution),
            )
