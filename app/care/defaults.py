"""The festivals and templates a new database begins with; rows a manager edits from then on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from db.models.care import Festival, FestivalCalendar, Occasion, Template
from db.models.customers import ContactWay

C = FestivalCalendar
O = Occasion  # noqa: E741 - one letter each keeps the tables readable
W = ContactWay


@dataclass(frozen=True, kw_only=True, slots=True)
class FestivalDefault:
    """A festival as shipped; a solar term goes by its Chinese name."""

    code: str
    name_zh: str
    name_en: str
    calendar: FestivalCalendar
    month: int | None = None
    day: int | None = None
    term: str | None = None
    lead_days: int = 3
    active: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class TemplateDefault:
    """A template as shipped; an SMS begins with its sender and says how to refuse more of them (PIPL, art. 24)."""

    code: str
    name: str
    way: ContactWay
    occasion: Occasion
    body: str
    festival_code: str | None = None
    subject: str | None = None
    answer_days: int | None = None


def _festival(
    code: str, name_zh: str, name_en: str, calendar: FestivalCalendar, *when: int
) -> FestivalDefault:
    month, day = when or (None, None)
    return FestivalDefault(
        code=code, name_zh=name_zh, name_en=name_en, calendar=calendar, month=month, day=day
    )


def _sms(
    code: str,
    name: str,
    occasion: Occasion,
    body: str,
    *,
    festival: str | None = None,
    answer: int | None = None,
) -> TemplateDefault:
    return TemplateDefault(
        code=code,
        name=name,
        way=W.SMS,
        occasion=occasion,
        body=body,
        festival_code=festival,
        answer_days=answer,
    )


FESTIVALS: Final = (
    _festival("new-year", "元旦", "New Year's Day", C.SOLAR, 1, 1),
    FestivalDefault(
        code="new-years-eve", name_zh="除夕", name_en="Lunar New Year's Eve", calendar=C.EVE, active=False
    ),
    FestivalDefault(
        code="spring-festival",
        name_zh="春节",
        name_en="Spring Festival",
        calendar=C.LUNAR,
        month=1,
        day=1,
        lead_days=7,
    ),
    FestivalDefault(
        code="lantern",
        name_zh="元宵节",
        name_en="Lantern Festival",
        calendar=C.LUNAR,
        month=1,
        day=15,
        active=False,
    ),
    FestivalDefault(
        code="women", name_zh="妇女节", name_en="Women's Day", calendar=C.SOLAR, month=3, day=8, active=False
    ),
    FestivalDefault(
        code="qingming", name_zh="清明", name_en="Qingming", calendar=C.TERM, term="清明", active=False
    ),
    _festival("labour-day", "劳动节", "Labour Day", C.SOLAR, 5, 1),
    _festival("dragon-boat", "端午节", "Dragon Boat Festival", C.LUNAR, 5, 5),
    FestivalDefault(
        code="qixi", name_zh="七夕", name_en="Qixi Festival", calendar=C.LUNAR, month=7, day=7, active=False
    ),
    _festival("mid-autumn", "中秋节", "Mid-Autumn Festival", C.LUNAR, 8, 15),
    FestivalDefault(
        code="double-ninth",
        name_zh="重阳节",
        name_en="Double Ninth Festival",
        calendar=C.LUNAR,
        month=9,
        day=9,
        active=False,
    ),
    _festival("national-day", "国庆节", "National Day", C.SOLAR, 10, 1),
    FestivalDefault(
        code="winter-solstice",
        name_zh="冬至",
        name_en="Winter Solstice",
        calendar=C.TERM,
        term="冬至",
        active=False,
    ),
)

TEMPLATES: Final = (
    _sms(
        "birthday-sms",
        "生日祝福（短信）",
        O.BIRTHDAY,
        "【{门店}】{称呼}，生日快乐！祝您身体健康，事事顺心。拒收请回复T",
    ),
    _sms(
        "spring-festival-sms",
        "春节祝福（短信）",
        O.FESTIVAL,
        "【{门店}】{称呼}，新春快乐！感谢您一年来的信任，祝您阖家幸福、万事如意。拒收请回复T",
        festival="spring-festival",
    ),
    _sms(
        "mid-autumn-sms",
        "中秋祝福（短信）",
        O.FESTIVAL,
        "【{门店}】{称呼}，中秋快乐！月圆人团圆，祝您和家人安康喜乐。拒收请回复T",
        festival="mid-autumn",
    ),
    _sms(
        "national-day-sms",
        "国庆祝福（短信）",
        O.FESTIVAL,
        "【{门店}】{称呼}，国庆节快乐！祝您假期愉快，出行平安。拒收请回复T",
        festival="national-day",
    ),
    _sms(
        "festival-sms",
        "节日祝福（短信）",
        O.FESTIVAL,
        "【{门店}】{称呼}，{节日}快乐！祝您和家人平安喜乐。拒收请回复T",
    ),
    _sms(
        "maintenance-sms",
        "保养提醒（短信）",
        O.MAINTENANCE,
        "【{门店}】{称呼}，您的{车型}预计于{到期日}到期保养，欢迎来电预约：{门店电话}",
        answer=3,
    ),
    _sms(
        "after-service-sms",
        "售后关怀（短信）",
        O.SERVICE,
        "【{门店}】{称呼}，感谢您到店保养。用车中如有问题，请随时联系{业务代表}，电话{门店电话}",
        answer=3,
    ),
    _sms(
        "thanks-sms",
        "首次到店感谢（短信）",
        O.THANKS,
        "【{门店}】{称呼}，感谢您今天光临。我是您的客户代表{业务代表}，有任何需要请随时联系：{门店电话}",
    ),
    TemplateDefault(
        code="thanks-wechat",
        name="首次到店感谢（微信）",
        way=W.WECHAT,
        occasion=O.THANKS,
        body="{称呼}，您好！感谢您今天光临{门店}。我是您的客户代表{业务代表}，有任何需要请随时联系我。",
        answer_days=3,
    ),
    TemplateDefault(
        code="birthday-email",
        name="生日祝福（邮件）",
        way=W.EMAIL,
        occasion=O.BIRTHDAY,
        subject="{称呼}，生日快乐",
        body="{称呼}：\n\n您好！今天是您的生日，{门店}全体同事祝您生日快乐，身体健康，事事顺心。\n\n"
        "{业务代表}\n{门店}\n\n如不希望再收到此类邮件，请回复“退订”。",
    ),
    TemplateDefault(
        code="festival-email",
        name="节日祝福（邮件）",
        way=W.EMAIL,
        occasion=O.FESTIVAL,
        subject="{门店}祝您{节日}快乐",
        body="{称呼}：\n\n您好！值此{节日}，{门店}全体同事感谢您一直以来的信任，祝您和家人平安喜乐。\n\n"
        "{业务代表}\n{门店}\n\n如不希望再收到此类邮件，请回复“退订”。",
    ),
    TemplateDefault(
        code="maintenance-email",
        name="保养提醒（邮件）",
        way=W.EMAIL,
        occasion=O.MAINTENANCE,
        subject="您的{车型}保养提醒",
        body="{称呼}：\n\n您好！您的{车型}（{车牌}）预计于{到期日}到期保养。为保障行车安全，"
        "欢迎来电或回复邮件预约到店时间。\n\n{业务代表}\n{门店}  {门店电话}",
        answer_days=3,
    ),
    TemplateDefault(
        code="festival-letter",
        name="节日贺信（信函）",
        way=W.LETTER,
        occasion=O.FESTIVAL,
        subject="{节日}快乐",
        body="{称呼}：\n\n值此{节日}来临之际，{门店}全体同事向您致以诚挚的问候，感谢您一直以来的信任与支持，"
        "祝您和家人平安喜乐、万事如意。\n\n{门店}",
    ),
)


def care_rows() -> list[Festival | Template]:
    """The rows to plant, for all branches, in their order."""
    rows: list[Festival | Template] = []
    rows += [Festival(**asdict(known), position=place) for place, known in enumerate(FESTIVALS)]
    rows += [Template(**asdict(known), position=place) for place, known in enumerate(TEMPLATES)]
    return rows
