"""The follow-up rules a new database begins with; rows a manager edits from then on.

Cycles by intent level as car dealers keep them (O ordered, H within a week, A a month, B three months, C later); the
first thanks within two hours of leaving, the first call within a day, the call after a service by somebody who
did not serve.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from db.models.customers import ContactWay
from db.models.followups import RuleBasis, RuleOwner, RuleUnit

B = RuleBasis
U = RuleUnit
W = ContactWay


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleDefault:
    """A rule as shipped, field by field as the row; one that asks once counts `since` the day it is planted."""

    name_zh: str
    name_en: str
    basis: RuleBasis
    amount: int
    unit: RuleUnit
    way: ContactWay
    matter_zh: str
    matter_en: str
    points: str
    code: str | None = None
    owner: RuleOwner = RuleOwner.OWNER
    position: int

    @property
    def asks_once(self) -> bool:
        """Whether it asks for one contact only, and so must not reach back before it was planted."""
        return self.basis not in (B.CLASS, B.INTENT)


RULE_DEFAULTS: Final = (
    RuleDefault(
        name_zh="来店致谢",
        name_en="Thanks after the first visit",
        basis=B.NEW,
        amount=2,
        unit=U.HOURS,
        way=W.WECHAT,
        matter_zh="感谢来店",
        matter_en="Thank for the visit",
        points="感谢今天来店，报上姓名和分店。\n附上今天所看商品的资料。\n告知明天会来电，问何时方便。",
        position=10,
    ),
    RuleDefault(
        name_zh="24小时首次回访",
        name_en="First call within a day",
        basis=B.NEW,
        amount=24,
        unit=U.HOURS,
        way=W.CALL,
        matter_zh="首次电话回访",
        matter_en="First call",
        points="问对本店和接待的感受。\n确认需求、预算、用途、预计购买日期。\n了解还在比较的品牌。\n约下次来店或试用的日期。",
        position=20,
    ),
    RuleDefault(
        name_zh="已下订客户（O级）7天联系",
        name_en="Ordered (O): every 7 days",
        basis=B.INTENT,
        code="O",
        amount=7,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="通报订单进度",
        matter_en="Tell how the order stands",
        points="通报到货和交付进度。\n确认付款方式、资料和交付日期。\n介绍增值服务；问是否有朋友也需要。",
        position=30,
    ),
    RuleDefault(
        name_zh="7天内购买（H级）2天联系",
        name_en="Buys within 7 days (H): every 2 days",
        basis=B.INTENT,
        code="H",
        amount=2,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="促成签约",
        matter_en="Bring to a close",
        points="问还有什么顾虑，当场答复。\n说明现车、优惠期限和付款方案。\n请决策人一起来店，约定具体时间。",
        position=40,
    ),
    RuleDefault(
        name_zh="1个月内购买（A级）7天联系",
        name_en="Buys within a month (A): every 7 days",
        basis=B.INTENT,
        code="A",
        amount=7,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="跟进购买意向",
        matter_en="Follow the intention up",
        points="确认选型和预算有无变化。\n对比竞品，说明我们的不同之处。\n邀请试用或参加本周活动。",
        position=50,
    ),
    RuleDefault(
        name_zh="1-3个月购买（B级）14天联系",
        name_en="Buys within 3 months (B): every 14 days",
        basis=B.INTENT,
        code="B",
        amount=14,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="保持联系，了解进展",
        matter_en="Keep in touch, ask how it stands",
        points="问计划有无提前或推迟。\n介绍新品和近期优惠。\n补齐客户卡上缺少的资料。",
        position=60,
    ),
    RuleDefault(
        name_zh="3个月以上（C级）每月联系",
        name_en="Buys later (C): every month",
        basis=B.INTENT,
        code="C",
        amount=1,
        unit=U.MONTHS,
        way=W.WECHAT,
        matter_zh="每月问候",
        matter_en="Monthly greeting",
        points="发一条对客户有用的消息，不催促。\n问预计购买日期有无变化。\n提醒近期活动。",
        position=70,
    ),
    RuleDefault(
        name_zh="预计购买日前7天联系",
        name_en="7 days before the expected purchase",
        basis=B.EXPECTED,
        amount=7,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="预计购买日将到",
        matter_en="The expected purchase is near",
        points="确认购买日期是否不变。\n约定来店时间，备好报价和合同。\n如有推迟，问原因并更新意向级别。",
        position=80,
    ),
    RuleDefault(
        name_zh="服务后3天回访",
        name_en="Return call 3 days after a service",
        basis=B.SERVICE,
        amount=3,
        unit=U.DAYS,
        way=W.CALL,
        owner=RuleOwner.OTHER,
        matter_zh="服务回访",
        matter_en="Return call after the service",
        points="由未参与本次服务的同事回访。\n问处理结果、用时、费用说明、接待是否满意。\n不满意的如实记下，当天转给店长。\n提醒下次保养的日期和里程。",
        position=90,
    ),
    RuleDefault(
        name_zh="重点客户30天联系",
        name_en="Key customers: every 30 days",
        basis=B.CLASS,
        code="key",
        amount=30,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="重点客户定期联系",
        matter_en="Regular contact of a key customer",
        points="问近况和使用情况。\n听取意见和建议，记下待办事项。\n介绍专属优惠；每季度安排一次登门拜访。",
        position=100,
    ),
    RuleDefault(
        name_zh="一般客户90天联系",
        name_en="General customers: every 90 days",
        basis=B.CLASS,
        code="general",
        amount=90,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="一般客户定期联系",
        matter_en="Regular contact of a general customer",
        points="问使用情况和近期打算。\n确认电话、地址有无变化。\n介绍新品和近期活动。",
        position=110,
    ),
    RuleDefault(
        name_zh="潜在客户30天联系",
        name_en="Potential customers: every 30 days",
        basis=B.CLASS,
        code="potential",
        amount=30,
        unit=U.DAYS,
        way=W.CALL,
        matter_zh="潜在客户定期联系",
        matter_en="Regular contact of a potential customer",
        points="了解需求、预算和预计购买日期。\n判断意向级别并填入客户卡。\n邀请来店；无意向的问清原因。",
        position=120,
    ),
)
