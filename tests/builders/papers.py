"""Filled forms and cards with every field, long and rare names included, for tests of the paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from app.documents.contact_report import ContactReport, ReportLine
from app.documents.records import (
    Birthday,
    BlankBatch,
    ChangeLine,
    CompanyPart,
    ConsentLine,
    Consents,
    ContactLine,
    ContactPersonLine,
    Dossier,
    House,
    NeedLine,
    PersonPart,
    PhoneLine,
    RegistrationEntry,
    VehicleLine,
)
from app.documents.visit_records import CallLine, PhoneLog, VisitEntry

HOUSE = House(
    company="锦程汽车销售服务有限公司",
    branch="成都高新分店",
    address="成都市高新区天府大道中段88号",
    phone="028-85550000",
    privacy_contact="028-85550012 privacy@jincheng.example",
)
LONG_COMPANY = "内蒙古自治区呼伦贝尔市新巴尔虎右旗阿拉坦额莫勒镇牧业机械销售服务有限责任公司"
RARE_NAME = "欧阳𠮷䶮㛃𬱖"
AT = datetime(2026, 11, 1, 9, 30)  # noqa: DTZ001 (paper shows the branch's own clock)


def registration(serial: str = "CD01-26-000123") -> RegistrationEntry:
    """A form with every field filled."""
    return RegistrationEntry(
        serial=serial,
        registered_on=date(2026, 11, 23),
        received_at="10:35",
        receptionist="李静",
        customer_number="CD01-01-00045",
        kind_text="个人",
        name=RARE_NAME,
        gender_text="女",
        mobile="13880001234",
        other_phone="028-85551234",
        birthday=Birthday(lunar=True, year=1990, month=5, day=1, leap=True),
        wechat="ouyang_1990",
        email="ouyang.jiyan@example.com",
        occupation="结构工程师",
        employer="四川省建筑设计研究院有限公司",
        education_text="本科",
        income_text="20–50万元",
        region="四川省成都市武侯区",
        address="浆洗街道洗面桥街12号锦绣花园3期15栋2单元1804室",
        postcode="610041",
        company_name=LONG_COMPANY,
        uscc="91510107MA6CABCD0X",
        legal_representative="尼玛·扎西多吉",
        industry="汽车零配件批发",
        contact_name="单晓燕",
        contact_post="采购经理",
        company_phone="028-85559999-801",
        fax="028-85559998",
        source_text="转介绍",
        channel_text="分店",
        campaign="第二十九届成都国际汽车展览会",
        class_text="重点",
        level_text="A 1个月内",
        product="星途 凌云 2.0T 四驱 旗舰版",
        budget_min=Decimal(180000),
        budget_max=Decimal(220000),
        purpose="家庭自用，周末自驾",
        expected_on=date(2026, 12, 20),
        competitor="哈弗H9、途观L",
        vehicle_model="大众 朗逸 2014款",
        vehicle_plate="川A·12345",
        note="希望周末下午联系；关注儿童安全座椅接口与第三排空间。",
        consents=Consents(service=True, marketing=False),
        entered_by="王芳",
        entered_at="2026-11-23 16:40",
    )


def batch(count: int = 50) -> BlankBatch:
    """A booklet of blank forms."""
    return BlankBatch(
        number="CD01-26-B007",
        serials=tuple(f"CD01-26-{number:06d}" for number in range(301, 301 + count)),
        issued_on=date(2026, 11, 23),
        issued_by="王芳",
        issued_to="李静",
        due_on=date(2026, 12, 7),
    )


def person_dossier(contacts: int = 46, changes: int = 14) -> Dossier:
    """The card of a person with a long history."""
    matters = (
        "来店看车，试驾四驱版，陪同家人三人",
        "电话回访",
        "寄送邀请函（汽车展览会专场），并说明停车与接送安排",
    )
    return Dossier(
        number="CD01-01-00045",
        name=RARE_NAME,
        name_pinyin="ouyang ji yan",
        kind_text="个人",
        class_text="重点客户",
        level_text="A 1个月内",
        reception_level="VIP 金卡",
        source_text="转介绍",
        channel_text="分店",
        campaign="第二十九届成都国际汽车展览会",
        email="ouyang.jiyan@example.com",
        wechat="ouyang_1990",
        region="四川省成都市武侯区",
        address="浆洗街道洗面桥街12号锦绣花园3期15栋2单元1804室",
        postcode="610041",
        note="周末下午联系；由老客户单晓燕介绍。",
        completeness=82,
        missing=("年收入", "车架号"),
        created_at=AT,
        created_by="李静",
        changed_at=AT,
        changed_by="王芳",
        last_contact_at=AT,
        person=PersonPart(
            gender_text="女",
            birthday_text="农历1990年闰五月初一",
            age=36,
            occupation="结构工程师",
            education_text="本科",
            income_text="20–50万元",
            employer="四川省建筑设计研究院有限公司",
        ),
        phones=(
            PhoneLine(shown="138 8000 1234", kind_text="手机", label="本人", is_main=True),
            PhoneLine(shown="028-8555 1234", kind_text="固定电话", label="单位"),
        ),
        needs=(
            NeedLine(
                product="凌云 2.0T 四驱",
                budget_min=Decimal(180000),
                budget_max=Decimal(220000),
                level_text="A 1个月内",
                purpose="家庭自用",
                expected_on=date(2026, 12, 20),
                competitor="哈弗H9",
            ),
            NeedLine(product="置换旧车", budget_max=Decimal(30000), is_open=False),
        ),
        vehicles=(
            VehicleLine(
                model="大众 朗逸",
                plate="川A·12345",
                vin="LSVAM4187C2184841",
                engine_no="CFB123456",
                bought_on=date(2014, 6, 1),
                mileage_km=86500,
            ),
        ),
        contacts=tuple(
            ContactLine(
                at=AT - timedelta(days=3 * number),
                way_text="电话",
                by="李静",
                matter=f"{matters[number % 3]} 第{number}次",
                answer="稍后再联系",
                result="未接通",
                next_step="次日再拨",
                attachments=number % 2,
            )
            for number in range(contacts)
        ),
        consents=(ConsentLine(purpose_text="营销", given=False, at=AT, edition="2026-1", evidence="登记表"),),
        history=tuple(
            ChangeLine(
                at=AT - timedelta(days=5 * number),
                field_text="手机",
                old=f"1388000{number:04d}",
                new="13880001234",
                by="王芳",
                source_text="登记表 CD01-26-000123",
            )
            for number in range(changes)
        ),
        printed_at=AT,
        printed_by="王芳",
    )


def company_dossier() -> Dossier:
    """The card of a company with a forty-character name that wants no contact."""
    return Dossier(
        number="CD01-01-00046",
        name=LONG_COMPANY,
        kind_text="单位（终端用户）",
        class_text="一般客户",
        do_not_contact=True,
        completeness=60,
        company=CompanyPart(
            uscc="91510107MA6CABCD0X",
            legal_representative="尼玛·扎西多吉",
            registered_capital=Decimal(5000000),
            industry="农牧机械",
            business_scope="许可项目：道路机动车辆生产；拖拉机驾驶培训。" * 4,
            fax="0470-8555999",
        ),
        contact_people=(
            ContactPersonLine(name="单晓燕", post="采购经理", role_text="决策人", phone="139 0000 1111"),
            ContactPersonLine(name="仇䶮", post="会计", role_text="经办"),
        ),
    )


def visit(serial: str = "CDAV00012") -> VisitEntry:
    """A visit form with plan and results, long and rare names included."""
    return VisitEntry(
        serial=serial,
        edition="2026-1",
        customer_name=LONG_COMPANY,
        customer_number="CDA-00045",
        contact_name=RARE_NAME + "（采购经理）",
        phone="138 8000 1234",
        class_text="重点客户 · A 1个月内",
        address="四川省成都市武侯区浆洗街道洗面桥街12号锦绣花园3期15栋2单元1804室",
        last_contacts=(
            "2026-11-16 电话 李静：确认试驾时间，答应带样车；下一步：发报价",
            "2026-11-02 到店 王芳：看七座版，关注第三排空间；下一步：约试驾",
        ),
        open_needs=("凌云 2.0T 四驱七座，预算 180,000–220,000 元，预计 2026-12-20，对比：哈弗H9、途观L",),
        planned_on=date(2026, 11, 26),
        planned_at="14:00",
        minutes=60,
        representative="李静",
        companions="赵工（技术）",
        place="客户公司三楼会议室",
        aim="确认采购数量与付款方式，约定试驾日期",
        points="1. 带七座版配置单和置换估价\n2. 问清采购审批流程和决策人",
        met="单晓燕、仇䶮",
        started_at=datetime(2026, 11, 26, 14, 5),  # noqa: DTZ001
        ended_at=datetime(2026, 11, 26, 15, 20),  # noqa: DTZ001
        needs="计划一季度采购三台，第三排要能放平；关心冬季续航与售后网点；希望先付三成定金。",
        competitor_advantage="哈弗H9 现车充足，当地有两家服务站，报价低六千元。",
        our_difference="四驱系统质保更长，置换补贴更高；可提供代步车。",
        next_improvement="报价单要写清保险与上牌费用；带上冬季试驾数据。",
        feedback="对试驾安排满意，认为价格偏高，希望两周内给出正式方案。",
        next_strategy="12月3日前送正式方案，请店长同去；争取年底前签约。",
    )


def calls(count: int = 31) -> PhoneLog:
    """A telephone log that runs over to a second page."""
    matters = ("确认试驾时间", "回访：首保后使用情况，询问异响是否消除", "客户来电询问置换补贴政策与办理材料")
    names = ("张三", LONG_COMPANY, RARE_NAME)
    return PhoneLog(
        edition="2026-1",
        about=(("日期", "2026-11-01"), ("记录人", "李静")),
        calls=tuple(
            CallLine(
                at=AT + timedelta(minutes=13 * number),
                is_incoming=(False, True, None)[number % 3],
                customer=names[number % 3],
                number=f"CDA-{number:05d}",
                phone="138 8000 1234",
                matter=matters[number % 3],
                answer=("周六上午十点到店", "", "下周再联系，想先和家人商量付款方式")[number % 3],
                result=("已约到店", "未接", "再考虑")[number % 3],
                minutes=(4, None, 11)[number % 3],
                by="李静",
            )
            for number in range(count)
        ),
        printed_at=AT,
        printed_by="王芳",
    )


def contact_report_of(count: int = 24) -> ContactReport:
    """A contact report with every state."""
    owners = (("李静", ""), ("李静", "王芳"), ("", ""), ("", "赵敏"), ("王芳", "李静"))
    names = ("张三", LONG_COMPANY, RARE_NAME, "单晓燕", "欧阳婉清")
    return ContactReport(
        first=date(2026, 10, 1),
        last=date(2026, 11, 23),
        lines=tuple(
            ReportLine(
                number=f"CDA-{number:05d}",
                name=names[number % 5],
                class_text="重点客户",
                first=owners[number % 5][0],
                first_on=date(2026, 11, 16) if number % 2 else None,
                second=owners[number % 5][1],
                second_on=date(2026, 7, 2) if number % 3 else None,
                by_first=number % 4,
                by_second=number % 2,
                contacts=number % 4 + number % 2,
                is_breach=number % 5 != 4,
            )
            for number in range(count)
        ),
        printed_at=AT,
        printed_by="王芳",
    )
