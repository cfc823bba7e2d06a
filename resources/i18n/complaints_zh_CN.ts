<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ComplaintsPage</name>
    <message>
        <source>Part of the complaint desk</source>
        <translation>投诉台分区</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>The complaint desk is not open to you</source>
        <translation>您没有使用投诉台的权限</translation>
    </message>
    <message>
        <source>Your roles neither take nor handle complaints. Who looks after accounts in the settings can give you a role that does.</source>
        <translation>您的角色既不受理也不处理投诉。请联系在“设置”中管理账户的人员为您分配相应角色。</translation>
    </message>
</context>
<context>
    <name>complaints</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>New</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Common problems</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>接收时限</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>首次答复</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解决时限</translation>
    </message>
    <message>
        <source>Ordinary level</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Grave</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>Handler warned</source>
        <translation>已提醒处理人</translation>
    </message>
    <message>
        <source>Manager warned</source>
        <translation>已提醒主管</translation>
    </message>
    <message>
        <source>Limit passed</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Headquarters told</source>
        <translation>已报总部</translation>
    </message>
    <message>
        <source>No approval needed</source>
        <translation>无需审批</translation>
    </message>
    <message>
        <source>Approval wanted</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Closed ticket</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Withdrawn by the customer</source>
        <translation>客户撤回</translation>
    </message>
    <message>
        <source>Not a complaint</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Nothing more than a note</source>
        <translation>仅作记录</translation>
    </message>
    <message>
        <source>Assigns</source>
        <translation>分派</translation>
    </message>
    <message>
        <source>Is accepted by the handler</source>
        <translation>处理人接收</translation>
    </message>
    <message>
        <source>Is given back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Ends the investigation</source>
        <translation>完成调查</translation>
    </message>
    <message>
        <source>Proposes a solution</source>
        <translation>提出方案</translation>
    </message>
    <message>
        <source>Approves the solution</source>
        <translation>批准方案</translation>
    </message>
    <message>
        <source>Refuses the solution</source>
        <translation>不批准方案</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>The customer objects</source>
        <translation>客户有异议</translation>
    </message>
    <message>
        <source>The solution is carried out</source>
        <translation>方案实施完成</translation>
    </message>
    <message>
        <source>The customer is told the result</source>
        <translation>向客户反馈结果</translation>
    </message>
    <message>
        <source>Asks for satisfaction</source>
        <translation>回访满意度</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Opens again</source>
        <translation>重新处理</translation>
    </message>
    <message>
        <source>Ends as withdrawn</source>
        <translation>以撤回结束</translation>
    </message>
    <message>
        <source>Ends as unfounded</source>
        <translation>以不成立结束</translation>
    </message>
    <message>
        <source>Answers the customer first</source>
        <translation>首次答复客户</translation>
    </message>
    <message>
        <source>Begins to wait for the customer</source>
        <translation>开始等待客户</translation>
    </message>
    <message>
        <source>Ends waiting</source>
        <translation>结束等待</translation>
    </message>
    <message>
        <source>Corrects the intake</source>
        <translation>更正登记</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>Being improved</source>
        <translation>改进中</translation>
    </message>
    <message>
        <source>Being watched</source>
        <translation>观察中</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>再次出现</translation>
    </message>
    <message>
        <source>The clock starts</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Working time of a make-up day</source>
        <translation>调休上班时间</translation>
    </message>
    <message>
        <source>Lunch break</source>
        <translation>午休</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>非营业时间</translation>
    </message>
    <message>
        <source>Day off of the week</source>
        <translation>周休日</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>停业</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>等待客户</translation>
    </message>
    <message>
        <source>The time is up</source>
        <translation>时限到期</translation>
    </message>
</context>
</TS>
