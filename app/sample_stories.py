"""What is said at the complaint desk of a made-up branch: matters with their causes, measures and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from db.models.ticket_flows import TicketKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """One matter, and what it came to."""

    kind: TicketKind = TicketKind.COMPLAINT
    category: str
    matter: str
    department: str = "service"
    wish: str | None = None
    cause_code: str | None = None
    cause: str = ""
    measure: str = ""
    told: str
    severity: str = "normal"


COMMON: Final = Story(
    category="repair-mechanical",
    matter="空调不制冷，已经修过一次又坏了",
    wish="repair",
    cause_code="parts",
    cause="同一批次的空调压缩机皮带老化过快",
    measure="更换改进型皮带并检查张紧轮",
    told="皮带已更换，试车制冷正常，质保延长一年",
    severity="high",
)
"""Told by several customers: a common problem."""

GRAVE: Final = Story(
    category="repair-mechanical",
    matter="高速上刹车突然变硬，客户称已向市场监管部门反映",
    wish="explain",
    cause_code="workmanship",
    cause="真空管接头未装到位",
    measure="拖回检查，更换真空管并全车复检",
    told="原因已查明，费用全免",
    severity="critical",
)

COMPLAINTS: Final = (
    Story(
        category="repair-body", matter="补漆有色差，右前门能看出来", wish="repair", cause_code="workmanship",
        cause="调漆时未做比色板", measure="右前门重新喷漆", told="已重新喷漆，色差仪检测合格",
    ),
    Story(
        category="repair-time", matter="说好当天取车，等了三天", wish="explain", cause_code="parts",
        cause="配件缺货，未及时告知客户", measure="致歉并赠送一次洗车", told="车已修好，以后缺料当天电话告知",
    ),
    Story(
        category="staff-attitude", matter="前台接待不耐烦，问两句就不理人", department="counter", wish="apology",
        cause_code="attitude", cause="高峰时段一人接待多位客户", measure="当事人电话致歉，高峰时段增加一人",
        told="已致歉，接待安排已调整",
    ),
    Story(
        category="price-parts", matter="同样的机滤比网上贵一倍", wish="explain", cause_code="price",
        cause="未向客户说明原厂件与副厂件的区别", measure="说明价格构成，赠送机油券", told="已说明原厂件价格和质保",
    ),
    Story(
        category="goods-delivery", matter="提车比合同晚了两周", department="sales", wish="compensation",
        cause_code="communication", cause="到货日期变更没有通知客户", measure="赠送首年保养一次",
        told="已道歉并赠送保养", severity="high",
    ),
    Story(
        category="promotion", matter="活动宣传送脚垫，提车时说没有了", department="sales", wish="other",
        cause_code="promotion", cause="赠品数量未在海报上写明", measure="补发脚垫一套", told="脚垫已补发",
    ),
    Story(
        category="billing", matter="发票抬头开错，跑了两趟没换成", department="finance", wish="other",
        cause_code="process", cause="换票需要两人签字，财务当天不在", measure="重开发票并快递给客户",
        told="发票已寄出",
    ),
    Story(
        category="repair-difficult", matter="异响修了三次还有", wish="repair", cause_code="workmanship",
        cause="减震器上座胶老化，前两次误判为连杆", measure="更换减震器上座", told="路试二十公里无异响",
        severity="urgent",
    ),
    COMMON,
)  # fmt: skip
INQUIRIES: Final = (
    Story(
        kind=TicketKind.INQUIRY, category="other", matter="咨询长假期间维修是否营业", told="头三天休息，其余照常营业",
    ),
    Story(
        kind=TicketKind.INQUIRY, category="goods-delivery", matter="询问订的车几号到店", department="sales",
        told="预计下周三到店，到店后电话通知",
    ),
    Story(
        kind=TicketKind.INQUIRY, category="repair-price", matter="询问四轮定位的价格",
        told="四轮定位两百八十元，约四十分钟",
    ),
    Story(
        kind=TicketKind.INQUIRY, category="billing", matter="询问置换补贴怎么申请", department="sales",
        told="凭旧车转移登记证三个月内申请，材料已发微信",
    ),
)  # fmt: skip
SUGGESTIONS: Final = (
    Story(
        kind=TicketKind.SUGGESTION, category="facilities", matter="休息区建议增加儿童座椅和充电口",
        department="management", told="充电口本月加装，儿童座椅已采购",
    ),
    Story(
        kind=TicketKind.SUGGESTION, category="repair-time", matter="建议维修进度发到微信上",
        told="已采纳，从下月起每个环节发送进度",
    ),
)  # fmt: skip
EXTRA: Final = {
    "course": "查看接车单、维修记录，与当班人员核实",
    "extent": "仅此一例，其他客户未反映",
    "evidence": "接车单、照片三张、检测记录",
    "liable": "当班班组",
    "note": "已与客户保持联系",
    "words": "可以，按你们说的办",
    "waiting_for": "客户回传购车发票照片",
    "verdict": "adopted",
    "how": "call",
    "summary": "按方案办结",
}
"""What the steps state besides the matter's own words."""
REASONS: Final = {
    "reopen": "客户来电说问题又出现了",
    "withdraw": "客户表示问题已自行解决",
    "unfound": "核实后与本店无关",
}
PROBLEM: Final = (
    "空调皮带老化过快",
    "多位客户反映空调修后不制冷，都是同一批皮带",
    "更换供应批次，库存皮带全部抽检",
)
