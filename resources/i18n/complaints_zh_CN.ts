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
        <name>IntakeFields</name>
        <message>
            <source>Customer or name</source>
            <translation>客户或姓名</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Came in by</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Phone to call back</source>
            <translation>回电号码</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>What happened, in the customer's own words</source>
            <translation>投诉内容（客户原话）</translation>
        </message>
        <message>
            <source>Wished solution</source>
            <translation>客户要求</translation>
        </message>
        <message>
            <source>Wish in words</source>
            <translation>要求说明</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>紧急程度</translation>
        </message>
        <message>
            <source>Nature</source>
            <translation>性质</translation>
        </message>
        <message>
            <source>Grave because of</source>
            <translation>重大原因</translation>
        </message>
        <message>
            <source>not grave</source>
            <translation>非重大</translation>
        </message>
        <message>
            <source>Amount (yuan)</source>
            <translation>涉及金额（元）</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Happened on</source>
            <translation>发生日期</translation>
        </message>
        <message>
            <source>Serial of the paper form</source>
            <translation>纸质表编号</translation>
        </message>
        <message>
            <source>Pass on to</source>
            <translation>分派给</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>暂不分派</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>经办人</translation>
        </message>
        <message>
            <source>anybody there</source>
            <translation>部门内不限</translation>
        </message>
        <message>
            <source>Fair and its organiser</source>
            <translation>展会及主办方</translation>
        </message>
        <message>
            <source>What the customer was told at once</source>
            <translation>当场答复客户的内容</translation>
        </message>
    </context>
    <context>
        <name>IntakeView</name>
        <message>
            <source>Take the ticket  F9</source>
            <translation>受理  F9</translation>
        </message>
        <message>
            <source>Evidence…</source>
            <translation>证据…</translation>
        </message>
        <message>
            <source>Start anew</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>suggested: {department}</source>
            <translation>建议：{department}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Taken as {number}</source>
            <translation>已受理，编号 {number}</translation>
        </message>
        <message>
            <source>Grave: the manager and headquarters are told at once.</source>
            <translation>重大投诉：已即时告知店长和总部。</translation>
        </message>
        <message numerus="yes">
            <source>Escalated: %n ticket(s) on this matter.</source>
            <translation>
                <numerusform>已升级：同一问题已有 %n 件。</numerusform>
            </translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据</translation>
        </message>
        <message numerus="yes">
            <source>Evidence (%n file(s))…</source>
            <translation>
                <numerusform>证据（%n 个文件）…</numerusform>
            </translation>
        </message>
        <message>
            <source>Take a complaint, an inquiry or a suggestion</source>
            <translation>受理投诉、咨询或建议</translation>
        </message>
    </context>
    <context>
        <name>SimilarPanel</name>
        <message>
            <source>Earlier tickets of this customer, and those on the same matter, appear here while you type.</source>
            <translation>边输入边在这里显示这位客户以前的投诉，以及同一问题的投诉。</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Similar tickets</source>
            <translation>相似与重复投诉</translation>
        </message>
        <message>
            <source>{clock} within {span}</source>
            <translation>{clock} {span} 内</translation>
        </message>
        <message>
            <source>{limits} of working time</source>
            <translation>{limits}（按工作时间）</translation>
        </message>
        <message>
            <source>No limit is set for this kind and severity.</source>
            <translation>这一类型和紧急程度没有设定时限。</translation>
        </message>
        <message>
            <source>With this one the matter is escalated</source>
            <translation>加上这一件，此问题将升级</translation>
        </message>
        <message>
            <source>Open {number}</source>
            <translation>打开 {number}</translation>
        </message>
        <message>
            <source>open</source>
            <translation>处理中</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>the same customer</source>
            <translation>同一客户</translation>
        </message>
        <message>
            <source>the same vehicle</source>
            <translation>同一车辆</translation>
        </message>
        <message>
            <source>the same matter</source>
            <translation>同一问题</translation>
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
        <message>
            <source>{hours} h</source>
            <translation>{hours} 小时</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分钟</translation>
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
