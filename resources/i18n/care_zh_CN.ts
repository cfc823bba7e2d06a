<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CarPart</name>
        <message>
            <source>Record a service</source>
            <translation>登记保养</translation>
        </message>
        <message>
            <source>Record the mileage</source>
            <translation>登记里程</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>{km} km</source>
            <translation>{km} 公里</translation>
        </message>
        <message>
            <source>Service overdue since {day}</source>
            <translation>保养已于 {day} 到期</translation>
        </message>
        <message>
            <source>Next service {day}</source>
            <translation>下次保养 {day}</translation>
        </message>
        <message>
            <source>Correct the service of {day}</source>
            <translation>修改 {day} 的保养记录</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Service recorded</source>
            <translation>已登记保养</translation>
        </message>
        <message>
            <source>Service taken back</source>
            <translation>已撤回保养记录</translation>
        </message>
        <message>
            <source>Mileage recorded</source>
            <translation>已登记里程</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>保养项目</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Mileage (km)</source>
            <translation>里程（公里）</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>配件</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>用时（分钟）</translation>
        </message>
        <message>
            <source>Cost (yuan)</source>
            <translation>费用（元）</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ServiceBlock</name>
        <message>
            <source>Services</source>
            <translation>维修保养</translation>
        </message>
    </context>
    <context>
        <name>care</name>
        <message>
            <source>Today {day}</source>
            <translation>今天 {day}</translation>
        </message>
        <message>
            <source>Tomorrow {day}</source>
            <translation>明天 {day}</translation>
        </message>
        <message>
            <source>turns {age}</source>
            <translation>{age} 岁</translation>
        </message>
        <message>
            <source>lunar {day}</source>
            <translation>农历{day}</translation>
        </message>
        <message>
            <source>Neither a service nor the day of purchase is on record, so nothing is due yet.</source>
            <translation>没有保养记录，也没有购车日期，暂时算不出到期日。</translation>
        </message>
        <message>
            <source>Bought {day}</source>
            <translation>{day} 购车</translation>
        </message>
        <message>
            <source>Last service {day}</source>
            <translation>上次保养 {day}</translation>
        </message>
        <message>
            <source>+ {count} months = {day}</source>
            <translation>+ {count} 个月 = {day}</translation>
        </message>
        <message>
            <source>+ {km} km at {pace} km a day = {day}</source>
            <translation>+ {km} 公里（每天 {pace} 公里）= {day}</translation>
        </message>
        <message>
            <source> (pace capped)</source>
            <translation>（已按日均上限计算）</translation>
        </message>
        <message>
            <source>the other would be {sum}</source>
            <translation>另一算法：{sum}</translation>
        </message>
    </context>
    <context>
        <name>labels</name>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Festival</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>Service due</source>
            <translation>保养到期</translation>
        </message>
        <message>
            <source>After a service</source>
            <translation>售后关怀</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Thanks</source>
            <translation>首次到店感谢</translation>
        </message>
        <message>
            <source>Other occasion</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>no longer on record</source>
            <translation>客户卡已不在</translation>
        </message>
        <message>
            <source>asked not to be contacted</source>
            <translation>已要求勿扰</translation>
        </message>
        <message>
            <source>a child</source>
            <translation>未成年儿童</translation>
        </message>
        <message>
            <source>consent withdrawn</source>
            <translation>已撤回同意</translation>
        </message>
        <message>
            <source>no consent yet</source>
            <translation>未取得同意</translation>
        </message>
        <message>
            <source>no mobile number</source>
            <translation>没有手机号</translation>
        </message>
        <message>
            <source>no phone number</source>
            <translation>没有电话</translation>
        </message>
        <message>
            <source>no e-mail address</source>
            <translation>没有邮箱</translation>
        </message>
        <message>
            <source>no WeChat</source>
            <translation>没有微信</translation>
        </message>
        <message>
            <source>no address</source>
            <translation>没有地址</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼品</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>已致电</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>已跳过</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已交出</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>未送达</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已回复</translation>
        </message>
        <message>
            <source>Solar day</source>
            <translation>公历日期</translation>
        </message>
        <message>
            <source>Lunar day</source>
            <translation>农历日期</translation>
        </message>
        <message>
            <source>New Year's Eve</source>
            <translation>除夕</translation>
        </message>
        <message>
            <source>Solar term</source>
            <translation>节气</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>没有要求</translation>
        </message>
        <message>
            <source>Greetings and advertising</source>
            <translation>问候与营销</translation>
        </message>
        <message>
            <source>Any contact</source>
            <translation>一切联系</translation>
        </message>
    </context>
</TS>
