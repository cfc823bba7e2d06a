<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CardView</name>
    <message>
        <source>(no name)</source>
        <translation>（未留姓名）</translation>
    </message>
    <message>
        <source>The customer&apos;s card has been deleted since.</source>
        <translation>该客户的档案此后已被删除。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>处理单</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>完整档案</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>No limits are set for tickets of this kind and severity.</source>
        <translation>此类工单在该等级下未设时限。</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>改进措施</translation>
    </message>
    <message numerus="yes">
        <source>Why are %n step(s) not allowed?</source>
        <translation>
            <numerusform>有 %n 项操作暂不可用，为什么？</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>处理过程</translation>
    </message>
    <message>
        <source>No step yet: the ticket has just been taken.</source>
        <translation>尚无处理步骤：工单刚刚登记。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Photos, recordings, scans; they can be dropped here, too.</source>
        <translation>照片、录音、扫描件；也可直接拖到此处。</translation>
    </message>
    <message>
        <source>{number}: {step}</source>
        <translation>{number}：{step}</translation>
    </message>
    <message>
        <source>Files to keep with the ticket</source>
        <translation>选择要随工单保存的文件</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
</context>
<context>
    <name>CheckPrompt</name>
    <message>
        <source>Check of effect</source>
        <translation>效果验证</translation>
    </message>
    <message>
        <source>Save the verdict</source>
        <translation>保存结论</translation>
    </message>
    <message>
        <source>Did it help?</source>
        <translation>是否有效</translation>
    </message>
    <message>
        <source>It helped</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>It did not help</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>验证结果</translation>
    </message>
</context>
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
    <name>DeskView</name>
    <message>
        <source>Which tickets</source>
        <translation>工单范围</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>The step you are filling in is not made yet</source>
        <translation>正在填写的步骤尚未提交</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部处理中</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我负责的</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>未指派</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Limit passed</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>等待客户</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Number, name, phone, matter</source>
        <translation>编号、姓名、电话、事由</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>搜索工单</translation>
    </message>
    <message>
        <source>No tickets here. Choose other tickets above, or take a new one under “New”.</source>
        <translation>这里没有工单。请在上方选择其他范围，或在“登记”中新建工单。</translation>
    </message>
    <message>
        <source>No ticket is open</source>
        <translation>尚未打开工单</translation>
    </message>
    <message>
        <source>Choose one in the list: arrow keys go through it, Enter goes to what can be done.</source>
        <translation>请在列表中选择：方向键上下移动，回车键转到可办理的操作。</translation>
    </message>
</context>
<context>
    <name>DonePrompt</name>
    <message>
        <source>Measure done</source>
        <translation>措施完成</translation>
    </message>
    <message>
        <source>Note that it is done</source>
        <translation>登记完成</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Period, such as 2026-11, 2026Q3 or 2026</source>
        <translation>期间，如 2026-11、2026Q3 或 2026</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save the report as PDF</source>
        <translation>把报表存为 PDF</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>把统计存为表格</translation>
    </message>
    <message>
        <source>Your role does not allow this; ask an administrator.</source>
        <translation>您的角色没有这项权限，请联系管理员。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>In time: of those met or past their limit. Satisfied: of those who said. In brackets: of how many; a rate of fewer than {least} is not shown. Enter on a figure lists its tickets.</source>
        <translation>及时率按已完成或已超时的计算；满意率按已表态的计算。括号内为件数，少于 {least} 件的比率不显示。在数字上按回车列出工单。</translation>
    </message>
    <message>
        <source>Nothing was received in this period</source>
        <translation>本期没有受理</translation>
    </message>
    <message>
        <source>Choose another period.</source>
        <translation>请选择其他期间。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest {count} tickets</source>
        <translation>最新 {count} 件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>FreeTable</name>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Tickets without a problem</source>
        <translation>未归集工单</translation>
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
        <source>What happened, in the customer&apos;s own words</source>
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
        <source>Evidence…  F4</source>
        <translation>证据…  F4</translation>
    </message>
    <message>
        <source>Start anew  Ctrl+D</source>
        <translation>重新开始  Ctrl+D</translation>
    </message>
    <message>
        <source>suggested: {department}</source>
        <translation>建议：{department}</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
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
        <source>Page emptied</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
    <name>MeasurePrompt</name>
    <message>
        <source>Measure</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Save the measure</source>
        <translation>保存措施</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要采取的措施</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Check its effect on</source>
        <translation>效果验证日</translation>
    </message>
    <message>
        <source>empty: as long after it as the settings say</source>
        <translation>留空则按设置的天数顺延</translation>
    </message>
</context>
<context>
    <name>MeasuresField</name>
    <message>
        <source>Another measure</source>
        <translation>再加一项措施</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Make it so: {move}  F9</source>
        <translation>确认{move}  F9</translation>
    </message>
    <message>
        <source>Put away  Esc</source>
        <translation>收起  Esc</translation>
    </message>
    <message>
        <source>Meanwhile {by} made the step “{step}”. What you typed is kept.</source>
        <translation>{by}刚刚办理了“{step}”。您填写的内容已保留。</translation>
    </message>
    <message>
        <source>The ticket has left the stage this move starts from.</source>
        <translation>工单已不在此操作所属的阶段。</translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message>
        <source>{stage}: done</source>
        <translation>{stage}：已完成</translation>
    </message>
    <message>
        <source>{stage}: here</source>
        <translation>{stage}：当前</translation>
    </message>
    <message>
        <source>{stage}: ahead</source>
        <translation>{stage}：未到</translation>
    </message>
    <message>
        <source>Way of the ticket</source>
        <translation>工单流程</translation>
    </message>
</context>
<context>
    <name>ProblemCardView</name>
    <message>
        <source>Plan a measure</source>
        <translation>制定措施</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take the problem back</source>
        <translation>撤销该问题</translation>
    </message>
    <message>
        <source>nobody sees to it</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>None yet: plan what is to be done, by whom and until when.</source>
        <translation>还没有：请写明做什么、谁负责、何时完成。</translation>
    </message>
    <message>
        <source>Tickets ({count})</source>
        <translation>工单（{count}）</translation>
    </message>
    <message>
        <source>None yet: choose some under Tickets without a problem.</source>
        <translation>还没有：请在“未归集工单”中选择。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>处理记录</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Check its effect</source>
        <translation>验证效果</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>撤销完成</translation>
    </message>
    <message>
        <source>Take the verdict back</source>
        <translation>撤销结论</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>打开 {number}</translation>
    </message>
    <message>
        <source>Take {number} out</source>
        <translation>移出 {number}</translation>
    </message>
</context>
<context>
    <name>ProblemPrompt</name>
    <message>
        <source>Common problem</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>Save the problem</source>
        <translation>保存问题</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Seen to by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>What it is, and where it comes from</source>
        <translation>现象与原因说明</translation>
    </message>
    <message numerus="yes">
        <source>New common problem of %n ticket(s)</source>
        <translation>
            <numerusform>新共性问题（%n 个工单）</numerusform>
        </translation>
    </message>
    <message>
        <source>New common problem</source>
        <translation>新共性问题</translation>
    </message>
    <message>
        <source>Edit {number}</source>
        <translation>修改 {number}</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Stands</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Seen to by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Common problems</source>
        <translation>共性问题</translation>
    </message>
</context>
<context>
    <name>ProblemsFrame</name>
    <message>
        <source>Which list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Tickets without a problem</source>
        <translation>未归集工单</translation>
    </message>
    <message>
        <source>New problem</source>
        <translation>新问题</translation>
    </message>
    <message>
        <source>Group those chosen</source>
        <translation>归集所选</translation>
    </message>
    <message>
        <source>Add to the problem shown</source>
        <translation>并入当前问题</translation>
    </message>
    <message>
        <source>These may share a cause</source>
        <translation>可能同一原因</translation>
    </message>
    <message>
        <source>No common problem yet</source>
        <translation>还没有共性问题</translation>
    </message>
    <message>
        <source>When several complaints show one cause, group them: what is done against it and whether it helped is then kept in one place.</source>
        <translation>几个投诉出于同一原因时，把它们归集起来：采取了什么措施、是否有效，都记在一处。</translation>
    </message>
    <message>
        <source>No ticket is without a problem</source>
        <translation>没有未归集的工单</translation>
    </message>
    <message>
        <source>Complaints of late that belong to no common problem stand here, to be grouped.</source>
        <translation>近期未归入共性问题的投诉列在这里，可以归集。</translation>
    </message>
    <message>
        <source>Choose a problem</source>
        <translation>请选择问题</translation>
    </message>
    <message>
        <source>Its tickets, measures and the check of their effect are shown here.</source>
        <translation>这里显示它的工单、措施和效果验证。</translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>What you typed here is not saved yet</source>
        <translation>这里输入的内容还没有保存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Tickets without a problem</source>
        <translation>未归集工单</translation>
    </message>
    <message>
        <source>Tickets added</source>
        <translation>工单已归集</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Problem saved</source>
        <translation>问题已保存</translation>
    </message>
    <message>
        <source>The problem is taken back</source>
        <translation>问题已撤销</translation>
    </message>
    <message>
        <source>{number} taken out</source>
        <translation>已移出 {number}</translation>
    </message>
    <message>
        <source>Measure saved</source>
        <translation>措施已保存</translation>
    </message>
    <message>
        <source>Measure taken back</source>
        <translation>撤销措施</translation>
    </message>
    <message>
        <source>Measure noted as done</source>
        <translation>已登记措施完成</translation>
    </message>
    <message>
        <source>Verdict saved</source>
        <translation>结论已保存</translation>
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
    <name>TicketList</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>TicketModel</name>
    <message>
        <source>waiting for the customer</source>
        <translation>等待客户</translation>
    </message>
    <message>
        <source>ended {when}</source>
        <translation>{when} 结束</translation>
    </message>
    <message>
        <source>no limit runs</source>
        <translation>无时限</translation>
    </message>
</context>
<context>
    <name>_MeasureRow</name>
    <message>
        <source>Measure</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Person in charge</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Take this measure out</source>
        <translation>删除此项措施</translation>
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
    <message>
        <source>round {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
    <message>
        <source>waiting for the customer</source>
        <translation>等待客户</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Paper form</source>
        <translation>纸质单号</translation>
    </message>
    <message>
        <source>Common problem</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>As taken</source>
        <translation>受理内容</translation>
    </message>
    <message>
        <source>{by} for {other}</source>
        <translation>{by}（代{other}）</translation>
    </message>
    <message>
        <source>solution {number}</source>
        <translation>方案 {number}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>期限 {when}</translation>
    </message>
    <message>
        <source>done {when}</source>
        <translation>完成 {when}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>met too late</source>
        <translation>超时完成</translation>
    </message>
    <message>
        <source>met in time</source>
        <translation>按时完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>计时中</translation>
    </message>
    <message>
        <source>{percent} % of {time} used</source>
        <translation>已用 {time} 的 {percent}%</translation>
    </message>
    <message>
        <source>met {when}</source>
        <translation>完成 {when}</translation>
    </message>
    <message>
        <source>Left out: {count} nights and lunch breaks on the way</source>
        <translation>其间另有 {count} 段夜间与午休不计时</translation>
    </message>
    <message>
        <source>The holidays of {year} are not known yet; the limit may still move.</source>
        <translation>{year} 年节假日安排尚未公布，期限可能变动。</translation>
    </message>
    <message>
        <source>still lasts</source>
        <translation>仍在继续</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>处理记录</translation>
    </message>
    <message>
        <source>How far it reaches</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Who is liable</source>
        <translation>责任方</translation>
    </message>
    <message>
        <source>Kind of cause</source>
        <translation>原因类别</translation>
    </message>
    <message>
        <source>Person liable</source>
        <translation>责任人员</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Cost (yuan)</source>
        <translation>费用（元）</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The customer&apos;s words</source>
        <translation>客户原话</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议内容</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>实施情况</translation>
    </message>
    <message>
        <source>Really spent (yuan)</source>
        <translation>实际费用（元）</translation>
    </message>
    <message>
        <source>What the customer was told</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>不满意原因</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Waiting for what</source>
        <translation>等待事项</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>评审结论</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正内容</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>客户诉求</translation>
    </message>
    <message>
        <source>Wish in words</source>
        <translation>要求说明</translation>
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
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>展会</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>涉及金额（元）</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>did not help</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>check due</source>
        <translation>待验证</translation>
    </message>
    <message>
        <source>done, being watched</source>
        <translation>已完成，观察中</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>done {day}</source>
        <translation>{day} 完成</translation>
    </message>
    <message>
        <source>checked {day} by {name}</source>
        <translation>{name} 于 {day} 验证</translation>
    </message>
    <message>
        <source>check on {day}</source>
        <translation>{day} 验证</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Tickets before {before}, after {after}.</source>
        <translation>措施前 {before} 个工单，后 {after} 个。</translation>
    </message>
    <message>
        <source>{place}, cause {cause}</source>
        <translation>{place}（原因：{cause}）</translation>
    </message>
    <message>
        <source>{count} tickets in {days} days on {place}</source>
        <translation>{days} 天内 {count} 个工单：{place}</translation>
    </message>
    <message>
        <source>Group them</source>
        <translation>归集</translation>
    </message>
    <message>
        <source>Add to {number}</source>
        <translation>并入 {number}</translation>
    </message>
    <message>
        <source>Problem stated</source>
        <translation>问题立项</translation>
    </message>
    <message>
        <source>Put in other words</source>
        <translation>修改说明</translation>
    </message>
    <message>
        <source>Tickets added</source>
        <translation>工单已归集</translation>
    </message>
    <message>
        <source>Ticket taken out</source>
        <translation>移出工单</translation>
    </message>
    <message>
        <source>Problem taken back</source>
        <translation>撤销问题</translation>
    </message>
    <message>
        <source>Measure planned</source>
        <translation>制定措施</translation>
    </message>
    <message>
        <source>Measure planned anew</source>
        <translation>调整措施</translation>
    </message>
    <message>
        <source>Measure taken back</source>
        <translation>撤销措施</translation>
    </message>
    <message>
        <source>Measure brought back</source>
        <translation>恢复措施</translation>
    </message>
    <message>
        <source>Measure done</source>
        <translation>措施完成</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>撤销完成</translation>
    </message>
    <message>
        <source>Check: it helped</source>
        <translation>验证：有效</translation>
    </message>
    <message>
        <source>Check: it did not help</source>
        <translation>验证：无效</translation>
    </message>
    <message>
        <source>Verdict taken back</source>
        <translation>撤销结论</translation>
    </message>
    <message>
        <source>State changed</source>
        <translation>状态变化</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>person</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>{days} days before: {before} tickets, {days} days after: {after} tickets.</source>
        <translation>措施前 {days} 天 {before} 个工单，措施后 {days} 天 {after} 个工单。</translation>
    </message>
    <message>
        <source>The counts say that it helped.</source>
        <translation>数据显示有效。</translation>
    </message>
    <message>
        <source>The counts say that it did not help.</source>
        <translation>数据显示无效。</translation>
    </message>
    <message>
        <source>Too few tickets to say anything.</source>
        <translation>工单太少，数据无法判断。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>, </source>
        <translation>、</translation>
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
    <message>
        <source>Adopted</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Adopted in part</source>
        <translation>部分采纳</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按种类</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>按严重程度</translation>
    </message>
    <message>
        <source>By department</source>
        <translation>按部门</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>Accepted in time</source>
        <translation>接收及时</translation>
    </message>
    <message>
        <source>Answered in time</source>
        <translation>首答及时</translation>
    </message>
    <message>
        <source>Solved in time</source>
        <translation>解决及时</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新处理</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
</context>
</TS>
