"""Complaints at every stage, with long texts and rare names, for tests of the paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from app.documents.complaint_records import (
    Asked,
    Carried,
    ClockLine,
    ComplaintDossier,
    ComplaintEntry,
    FileLine,
    Finding,
    MarkLine,
    MeasureLine,
    Solution,
    StretchLine,
    Talk,
    Verdict,
    WayLine,
)
from tests.builders.papers import RARE_NAME

AT = datetime(2026, 11, 16, 9, 12)  # noqa: DTZ001 (paper shows the branch's own clock)


def taken(serial: str = "CDAC00012") -> ComplaintEntry:
    """A complaint as taken at the counter; nothing has been done yet."""
    return ComplaintEntry(
        serial=serial,
        number="CDAT00031",
        kind_text="投诉",
        complainant=RARE_NAME,
        phone="13880001234",
        address="四川省成都市武侯区锦绣花园3期15栋2单元1804室",
        customer_number="CD01-01-00045",
        received_at=AT,
        happened_on=date(2026, 11, 14),
        channel_text="电话",
        nature_text="索赔",
        severity_text="紧急",
        category_top="维修质量",
        category_text="维修质量 › 钣金/喷漆",
        grave_text="媒体曝光",
        vehicle="川A·12345 凌云 H9",
        order_no="DD20261114-07",
        fair="第二十九届成都国际汽车展览会",
        matter="11 月 14 日取车时发现左后门补漆与原车色差明显，门缝不匀；前台答复“晒几天就一样了”。"
        "客户当天拍照留存，要求重新喷漆并赔偿误工两天。",
        wish_text="返修",
        wish="重喷左后门，与原车同色；赔偿误工费 800 元",
        amount=Decimal("800.00"),
        taken_by="李静",
        department="售后服务部",
        handler="王芳",
        due=("2026-11-16 09:42", "2026-11-16 10:12", "2026-11-16 14:12"),
        answers=(
            Talk(at=AT + timedelta(minutes=25), how="电话", by="李静", told="已转售后，今天内给出方案。"),
        ),
    )


def investigated() -> ComplaintEntry:
    """The same after the investigation: the solution is still to be written by hand."""
    from dataclasses import replace

    return replace(taken(), findings=(finding(),))


def finding() -> Finding:
    """What the department found."""
    return Finding(
        at=AT + timedelta(hours=2),
        by="王芳",
        cause="调漆未用电脑测色，凭经验调配；交车前未在自然光下比色。",
        course="11-12 进厂钣金，11-13 喷漆，11-14 16:40 交车，质检单缺比色一栏的签名。",
        extent="左后门一块；同批喷漆另有两台车，已抽查无色差。",
        evidence="客户照片 3 张，质检单扫描件，喷漆房当日记录。",
        cause_text="维修/安装质量",
        liable="喷漆组",
        liable_person="赵工",
    )


def complaint() -> ComplaintEntry:
    """One that went the whole way, with an objection and a refusal on it."""
    from dataclasses import replace

    day = timedelta(days=1)
    first = Solution(
        at=AT + timedelta(hours=3),
        by="王芳",
        cost=Decimal(300),
        measures=(MeasureLine(measure="抛光处理左后门", person="赵工", due_on=date(2026, 11, 17)),),
        needs_approval=True,
        verdicts=(
            Verdict(at=AT + timedelta(hours=4), by="陈店长", given=True, text="先按抛光处理，注意态度。"),
        ),
        talks=(
            Talk(
                at=AT + timedelta(hours=5),
                how="电话",
                by="王芳",
                accepted=False,
                words="抛光没用，必须重喷，不然就找媒体。",
            ),
        ),
    )
    second = Solution(
        at=AT + day,
        by="王芳",
        cost=Decimal("2600.50"),
        note="重喷后一并检查门缝；误工费以工时券形式补偿。",
        measures=(
            MeasureLine(
                measure="电脑测色后重喷左后门，自然光下由客户比色",
                person="赵工",
                due_on=date(2026, 11, 19),
                done_on=date(2026, 11, 19),
            ),
            MeasureLine(
                measure="提供代步车两天",
                person="李静",
                due_on=date(2026, 11, 18),
                done_on=date(2026, 11, 17),
                note="凌云 H6，川A·67890",
            ),
            MeasureLine(measure="赠送 800 元工时券", person=RARE_NAME, due_on=date(2026, 11, 20)),
        ),
        needs_approval=True,
        verdicts=(
            Verdict(at=AT + day + timedelta(hours=1), by="陈店长", given=False, text="费用偏高，说明依据。"),
            Verdict(
                at=AT + day + timedelta(hours=2),
                by="刘副店长",
                for_whom="陈店长",
                given=True,
                text="同意，限本周完成。",
            ),
        ),
        talks=(
            Talk(
                at=AT + day + timedelta(hours=3),
                how="到店",
                by="王芳",
                accepted=True,
                words="可以，这次要按时。",
            ),
        ),
    )
    return replace(
        taken(),
        findings=(finding(),),
        solutions=(first, second),
        carried=(
            Carried(
                at=AT + 3 * day,
                by="赵工",
                done="11-19 重喷完成，测色数据存档；门缝调整到 4 毫米，左右一致。",
                cost=Decimal(2450),
                told=(
                    Talk(
                        at=AT + 3 * day + timedelta(hours=2), how="电话", by="李静",
                        told="告知已完工，可取车；工时券随车交付。", words="好的，下午来取。",
                    ),
                ),
            ),
        ),
        asked=(
            Asked(
                at=AT + 5 * day,
                how="电话",
                by="单晓燕",
                satisfaction_text="理解/接受",
                words="这次颜色对了，就是来回跑了三趟。",
                why="",
            ),
        ),
        summary="1. 喷漆一律电脑测色，质检单比色栏双签；2. 交车前自然光下请客户比色；3. 每月抽查五台。",
        closed=True,
        closed_at=AT + 5 * day + timedelta(minutes=20),
        closed_by="单晓燕",
    )  # fmt: skip


def dossier(steps: int = 14) -> ComplaintDossier:
    """The whole file of that complaint."""
    entry = complaint()
    what = (
        "分派",
        "接收",
        "首次答复",
        "调查结果",
        "提出方案",
        "批准",
        "客户有异议",
        "实施完成",
        "反馈结果",
        "关闭",
    )
    return ComplaintDossier(
        entry=entry,
        stage="关闭",
        level="升级投诉",
        flow="投诉处理 第 1 版",
        is_open=False,
        steps=tuple(
            WayLine(
                number=number + 1,
                at=AT + timedelta(hours=number * 3),
                what=what[number % len(what)],
                stage="受理 → 分派",
                by="王芳",
                facts=(f"说明：第 {number + 1} 步，联系车间并请质检复核。", "方式：电话"),
            )
            for number in range(steps)
        ),
        clocks=(clock("接收", 0), clock("首次答复", 1), clock("解决", 3)),
        marks=(
            MarkLine(at=AT + timedelta(hours=5), what="超时", clock="解决", due_at=AT + timedelta(hours=5)),
            MarkLine(at=AT + timedelta(hours=6), what="升级", reason="七日内同类投诉三次"),
        ),
        files=(
            FileLine(name="左后门色差照片1.jpg", kind="image/jpeg", size="2.4 MB", at=AT, by="李静"),
            FileLine(name="质检单扫描件.pdf", kind="application/pdf", size="310 KB", at=AT, by="王芳"),
        ),
        problem="CDAP0002 喷漆色差",
        printed_at=AT + timedelta(days=7),
        printed_by="李静",
    )


def clock(name: str, hours: int) -> ClockLine:
    """A clock met, with the way to its deadline."""
    noon = AT.replace(hour=12, minute=0)
    return ClockLine(
        name=name,
        limit=f"{hours + 1} 小时",
        start=AT,
        due_at=AT + timedelta(hours=hours + 1),
        met_at=AT + timedelta(hours=hours),
        used="82%",
        state="按时",
        stretches=(
            StretchLine(begin=AT, end=noon, what="工作时间", counted="2 小时 48 分", left="1 小时 12 分"),
            StretchLine(
                begin=noon, end=noon + timedelta(hours=1), what="午休", counted="", left="1 小时 12 分"
            ),
            StretchLine(
                begin=noon + timedelta(hours=1), end=None, what="等待客户", counted="", left="1 小时 12 分"
            ),
        ),
    )
