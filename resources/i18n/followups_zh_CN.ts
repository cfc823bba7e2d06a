<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AppointmentPanel</name>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>归谁</translation>
        </message>
        <message>
            <source>Whole branch</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>全天</translation>
        </message>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Back to the day  Esc</source>
            <translation>返回当天  Esc</translation>
        </message>
        <message>
            <source>New appointment</source>
            <translation>新日程</translation>
        </message>
        <message>
            <source>Whole series</source>
            <translation>整个系列</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>All occurrences change. To change one only, move it in the calendar.</source>
            <translation>整个系列一起改；只改某一次，请在日历里移动它。</translation>
        </message>
        <message>
            <source>Saved: {title}</source>
            <translation>已保存：{title}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>the same day</source>
            <translation>当天</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>CalendarPage</name>
        <message>
            <source>Part of the calendar</source>
            <translation>日程的分页</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>统计</translation>
        </message>
    </context>
    <context>
        <name>CalendarView</name>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Whole branch</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>nobody in particular</source>
            <translation>不指定</translation>
        </message>
        <message>
            <source>Move {what}:</source>
            <translation>移动“{what}”：</translation>
        </message>
        <message>
            <source>Call {what} off:</source>
            <translation>取消“{what}”：</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>Copied: {text}</source>
            <translation>已复制：{text}</translation>
        </message>
    </context>
    <context>
        <name>CallOff</name>
        <message>
            <source>Why is it called off?</source>
            <translation>取消原因</translation>
        </message>
        <message>
            <source>Call off</source>
            <translation>取消拜访</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>不取消</translation>
        </message>
    </context>
    <context>
        <name>CustomerField</name>
        <message>
            <source>Name, phone or number</source>
            <translation>姓名、电话或客户编号</translation>
        </message>
        <message>
            <source>Customers found</source>
            <translation>找到的客户</translation>
        </message>
        <message>
            <source>Nobody is called that; register the customer first.</source>
            <translation>没有找到；请先登记该客户。</translation>
        </message>
    </context>
    <context>
        <name>DayPanel</name>
        <message>
            <source>Chosen day</source>
            <translation>选中的日期</translation>
        </message>
        <message>
            <source>Items of the chosen day</source>
            <translation>当天事项</translation>
        </message>
        <message>
            <source>Nothing on this day. Type a time, a name and what it is about, and press Enter.</source>
            <translation>当天没有安排。直接输入时间、姓名和事由，按 Enter 即可。</translation>
        </message>
        <message>
            <source>Enter goes into the day, arrows move, M moves an item, Home is today, PgUp and PgDn turn the page.</source>
            <translation>Enter 进入当天，方向键移动，M 移动事项，Home 回到今天，PgUp / PgDn 翻页。</translation>
        </message>
    </context>
    <context>
        <name>Doing</name>
        <message>
            <source>{what} moved to {where}, a day without work</source>
            <translation>{what} 已移到 {where}（非工作日）</translation>
        </message>
        <message>
            <source>{what} moved to {where}</source>
            <translation>{what} 已移到 {where}</translation>
        </message>
        <message>
            <source>{what} handed to {name}</source>
            <translation>{what} 已交给 {name}</translation>
        </message>
        <message>
            <source>{what} called off</source>
            <translation>{what} 已取消</translation>
        </message>
        <message>
            <source>Planned: {day}{time} {who}</source>
            <translation>已安排：{day}{time} {who}</translation>
        </message>
        <message>
            <source>At the same time: {what}</source>
            <translation>同一时间还有：{what}</translation>
        </message>
        <message>
            <source>Entered by mistake</source>
            <translation>误录入</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>EntryLine</name>
        <message>
            <source>Add to the chosen day</source>
            <translation>在选中的日期添加</translation>
        </message>
        <message>
            <source>Appointment…</source>
            <translation>日程…</translation>
        </message>
        <message>
            <source>New appointment  Ctrl+N</source>
            <translation>新日程  Ctrl+N</translation>
        </message>
        <message>
            <source>Add: 10:30 Zhang San test drive</source>
            <translation>添加：10:30 张三 试驾</translation>
        </message>
        <message>
            <source>People the name may mean</source>
            <translation>可能的客户</translation>
        </message>
        <message numerus="yes">
            <source>%n people are called that: choose one</source>
            <translation>
                <numerusform>有 %n 位客户重名，请选择</numerusform>
            </translation>
        </message>
        <message>
            <source>no time</source>
            <translation>未定时间</translation>
        </message>
        <message>
            <source> every {n} {unit}</source>
            <translation> 每 {n} {unit}</translation>
        </message>
        <message numerus="yes">
            <source> for %n min</source>
            <translation>
                <numerusform> 共 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>appointment without a customer</source>
            <translation>日程（无客户）</translation>
        </message>
    </context>
    <context>
        <name>FiguresFrame</name>
        <message>
            <source>Period</source>
            <translation>时间范围</translation>
        </message>
        <message>
            <source>Own dates</source>
            <translation>自定日期</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
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
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Look at the report and print it or save it as PDF</source>
            <translation>预览报表，可打印或存为 PDF</translation>
        </message>
        <message>
            <source>Save these follow-ups as a table</source>
            <translation>把这些跟进存为表格</translation>
        </message>
        <message>
            <source>Close the list  Esc</source>
            <translation>关闭明细  Esc</translation>
        </message>
        <message>
            <source>Enter on a figure shows the follow-ups it counts.</source>
            <translation>在数字上按回车，查看其中的每一条跟进。</translation>
        </message>
        <message>
            <source>Your role does not allow this; ask an administrator.</source>
            <translation>您的角色无此权限，请联系管理员。</translation>
        </message>
        <message>
            <source>Nothing was due in this period</source>
            <translation>本期没有应跟进的</translation>
        </message>
        <message>
            <source>Choose another period, or see in the settings by which rules follow-ups plan themselves.</source>
            <translation>请换一个期间，或在“设置－跟进规则”中查看系统按什么规则安排跟进。</translation>
        </message>
    </context>
    <context>
        <name>FiguresView</name>
        <message>
            <source>More than 10,000 steps wait that nobody touched: only the earliest 10,000 are counted. Choose a shorter period, or see to the rules.</source>
            <translation>规则产生而无人处理的跟进超过 10,000 条，只计入最早的 10,000 条。请缩短期间，或调整规则。</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>全店</translation>
        </message>
        <message numerus="yes">
            <source>%n follow-up(s)</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Follow-up figures</source>
            <translation>跟进统计</translation>
        </message>
        <message>
            <source>Save as a table</source>
            <translation>存为表格</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
    </context>
    <context>
        <name>Handing</name>
        <message>
            <source>Nobody</source>
            <translation>无人负责</translation>
        </message>
        <message>
            <source>Hand over all the same</source>
            <translation>仍然移交</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) of {giver} handed to {taker}, {days}</source>
            <translation>
                <numerusform>已将 {giver} 的 %n 项移交给 {taker}（{days}）</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message>
            <source>Open card</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>New visit</source>
            <translation>新拜访</translation>
        </message>
        <message>
            <source>Visit that was not planned</source>
            <translation>未计划的拜访</translation>
        </message>
        <message>
            <source>Enter goes on, F9 plans it.</source>
            <translation>回车到下一项，F9 保存计划。</translation>
        </message>
        <message>
            <source>First whom and when, then the answers; F9 saves both.</source>
            <translation>先填客户和时间，再填各项内容；F9 一起保存。</translation>
        </message>
        <message>
            <source>Card deleted</source>
            <translation>档案已删除</translation>
        </message>
        <message>
            <source>Called off</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Incomplete</source>
            <translation>不完整</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>已计划</translation>
        </message>
        <message>
            <source>To enter</source>
            <translation>待录入</translation>
        </message>
        <message>
            <source>nobody yet</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>called off by {by}: {why}</source>
            <translation>{by} 取消：{why}</translation>
        </message>
        <message>
            <source>entered by {by} {at}</source>
            <translation>{by} 录入 {at}</translation>
        </message>
    </context>
    <context>
        <name>ItemCard</name>
        <message>
            <source>Chosen item</source>
            <translation>选中的事项</translation>
        </message>
        <message>
            <source>Copy the phone number  C</source>
            <translation>复制电话  C</translation>
        </message>
        <message>
            <source>Record the result  R</source>
            <translation>记录结果  R</translation>
        </message>
        <message>
            <source>Move  M</source>
            <translation>移动  M</translation>
        </message>
        <message>
            <source>Hand to  G</source>
            <translation>转交  G</translation>
        </message>
        <message>
            <source>Call off  Del</source>
            <translation>取消  Del</translation>
        </message>
        <message>
            <source>Card  O</source>
            <translation>客户卡  O</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Edit  E</source>
            <translation>编辑  E</translation>
        </message>
        <message>
            <source>Hand to</source>
            <translation>转交给</translation>
        </message>
        <message>
            <source>Reason for calling off</source>
            <translation>取消原因</translation>
        </message>
        <message>
            <source>Reason, then Enter; Esc leaves it</source>
            <translation>填写原因后按 Enter；Esc 放弃</translation>
        </message>
        <message>
            <source>nobody's yet</source>
            <translation>无人负责</translation>
        </message>
        <message>
            <source>whole branch</source>
            <translation>全店</translation>
        </message>
        <message numerus="yes">
            <source>not reached on %n day(s) running</source>
            <translation>
                <numerusform>连续 %n 天未联系上</numerusform>
            </translation>
        </message>
        <message>
            <source>Care  O</source>
            <translation>关怀  O</translation>
        </message>
    </context>
    <context>
        <name>KindToggle</name>
        <message>
            <source>shown</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>隐藏</translation>
        </message>
    </context>
    <context>
        <name>LoadModel</name>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min planned</source>
            <translation>
                <numerusform>已安排 %n 分钟</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Only this one</source>
            <translation>只改这一次</translation>
        </message>
        <message>
            <source>This and all later ones</source>
            <translation>这次及以后</translation>
        </message>
        <message>
            <source>The whole series</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>More than 10,000 items: choose a person or fewer kinds.</source>
            <translation>超过 10,000 项：请选择人员或减少类型。</translation>
        </message>
        <message>
            <source>Enter them</source>
            <translation>去填写</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>以后再说</translation>
        </message>
        <message>
            <source>The holidays of {years} are not known yet; enter them in the settings.</source>
            <translation>{years} 年的放假安排尚未录入，请在“设置”中补充。</translation>
        </message>
        <message>
            <source>drop it on a day</source>
            <translation>拖到某一天放下</translation>
        </message>
        <message>
            <source>no working day</source>
            <translation>非工作日</translation>
        </message>
        <message>
            <source>{what} → {where}   arrows move it, Enter puts it down, Esc leaves it</source>
            <translation>{what} → {where}   方向键移动，Enter 放下，Esc 取消</translation>
        </message>
    </context>
    <context>
        <name>PeopleGrid</name>
        <message>
            <source>Who</source>
            <translation>跟进人</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>统计</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>全店</translation>
        </message>
    </context>
    <context>
        <name>PhoneCalendar</name>
        <message>
            <source>Calendar for the phone</source>
            <translation>导出手机日历</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) written to {file}</source>
            <translation>
                <numerusform>已将 %n 项写入 {file}</numerusform>
            </translation>
        </message>
        <message>
            <source>Calendar file (.ics)</source>
            <translation>日历文件（.ics）</translation>
        </message>
        <message>
            <source>Read all</source>
            <translation>全部读入</translation>
        </message>
        <message>
            <source>Calendar read: {moved} moved, {new} new, {same} unchanged</source>
            <translation>日历已读入：移动 {moved} 项，新增 {new} 项，未变 {same} 项</translation>
        </message>
        <message>
            <source>Called off out there: {title}</source>
            <translation>对方已取消：{title}</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Move back</source>
            <translation>移回去</translation>
        </message>
    </context>
    <context>
        <name>RepeatPart</name>
        <message>
            <source>Repeats</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>不重复</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>天</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>每隔</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>never, 2027-01-31 or 10 times</source>
            <translation>不结束，或 2027-01-31，或 10次</translation>
        </message>
        <message>
            <source>On</source>
            <translation>在</translation>
        </message>
        <message>
            <source>Recurs by a rule of its file, which is kept: {rule}</source>
            <translation>按原文件的规则重复（保留）：{rule}</translation>
        </message>
        <message>
            <source>This gives no day at all.</source>
            <translation>照这样没有一天会发生。</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between days</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>ResultSide</name>
        <message>
            <source>Back to the day  Esc</source>
            <translation>返回当天  Esc</translation>
        </message>
    </context>
    <context>
        <name>RowsGrid</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <source>Matter</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>跟进人</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>应跟进日</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>完成日</translation>
        </message>
        <message>
            <source>Days late</source>
            <translation>逾期天数</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>跟进明细</translation>
        </message>
    </context>
    <context>
        <name>SideRail</name>
        <message>
            <source>To be done</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Nothing is overdue.</source>
            <translation>没有逾期事项。</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Nothing more for today.</source>
            <translation>今天没有待办。</translation>
        </message>
        <message>
            <source>Not yet planned</source>
            <translation>尚未安排</translation>
        </message>
        <message>
            <source>Nothing the rules ask for in the coming week is left to plan.</source>
            <translation>未来一周规则要求的跟进都已安排。</translation>
        </message>
    </context>
    <context>
        <name>Toolbar</name>
        <message>
            <source>Earlier  PgUp</source>
            <translation>往前  PgUp</translation>
        </message>
        <message>
            <source>Later  PgDn</source>
            <translation>往后  PgDn</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Today  Home</source>
            <translation>今天  Home</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Whose items</source>
            <translation>谁的事项</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Save for phones and Outlook (.ics)</source>
            <translation>保存为手机 / Outlook 日历（.ics）</translation>
        </message>
        <message>
            <source>Read a calendar file (.ics)</source>
            <translation>读入日历文件（.ics）</translation>
        </message>
        <message>
            <source>Workload</source>
            <translation>工作量</translation>
        </message>
        <message>
            <source>MMMM yyyy</source>
            <translation>yyyy年M月</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>M月d日</translation>
        </message>
    </context>
    <context>
        <name>VisitForm</name>
        <message>
            <source>Results entered: {name}</source>
            <translation>已录入拜访结果：{name}</translation>
        </message>
        <message>
            <source>Visit planned: {name}</source>
            <translation>已安排拜访：{name}</translation>
        </message>
        <message>
            <source>At the same time: {what}</source>
            <translation>同一时间还有：{what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Print form</source>
            <translation>打印表单</translation>
        </message>
        <message>
            <source>Visit called off</source>
            <translation>拜访已取消</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) kept with the visit</source>
            <translation>
                <numerusform>已保存 %n 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Photos and scans of the visit</source>
            <translation>拜访的照片和扫描件</translation>
        </message>
    </context>
    <context>
        <name>VisitFrame</name>
        <message>
            <source>Part of the visit</source>
            <translation>拜访内容</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>表单</translation>
        </message>
        <message>
            <source>Call off</source>
            <translation>取消拜访</translation>
        </message>
        <message>
            <source>Take up again</source>
            <translation>恢复拜访</translation>
        </message>
        <message>
            <source>Take results back</source>
            <translation>撤回结果</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>No visit chosen</source>
            <translation>尚未选择拜访</translation>
        </message>
        <message>
            <source>Choose one in the list, type the serial of a form, or plan a visit with Ctrl+N.</source>
            <translation>在列表中选择，输入表单编号，或按 Ctrl+N 安排拜访。</translation>
        </message>
    </context>
    <context>
        <name>VisitPlan</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>业务代表</translation>
        </message>
        <message>
            <source>nobody yet</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>时长（分钟）</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Aim</source>
            <translation>拜访目的</translation>
        </message>
        <message>
            <source>Talking points</source>
            <translation>沟通要点</translation>
        </message>
        <message>
            <source>Accompanied by</source>
            <translation>同行人员</translation>
        </message>
    </context>
    <context>
        <name>VisitResultsEditor</name>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Serial on the paper</source>
            <translation>纸上编号</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>接待人</translation>
        </message>
        <message>
            <source>Began</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Drop photos and scans here.</source>
            <translation>照片、扫描件可拖放到这里。</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>{answered} of {of} answers</source>
            <translation>已填 {answered}/{of} 项</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Missing: {what}</source>
            <translation>缺：{what}</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>各项齐全</translation>
        </message>
        <message>
            <source>{name} (with the next save)</source>
            <translation>{name}（随下次保存）</translation>
        </message>
    </context>
    <context>
        <name>VisitsFrame</name>
        <message>
            <source>Serial of a form</source>
            <translation>表单编号</translation>
        </message>
        <message>
            <source>scan or type, Enter</source>
            <translation>扫描或输入，回车</translation>
        </message>
        <message>
            <source>Which visits</source>
            <translation>拜访类别</translation>
        </message>
        <message>
            <source>Whose visits</source>
            <translation>谁的拜访</translation>
        </message>
        <message>
            <source>All of the branch</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>All I may see</source>
            <translation>我可见的</translation>
        </message>
        <message>
            <source>a week around today</source>
            <translation>前后一周</translation>
        </message>
        <message>
            <source>a month around today</source>
            <translation>前后一个月</translation>
        </message>
        <message>
            <source>three months around today</source>
            <translation>前后三个月</translation>
        </message>
        <message>
            <source>all time</source>
            <translation>全部时间</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>时间范围</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>安排拜访</translation>
        </message>
        <message>
            <source>Enter unplanned</source>
            <translation>录入未计划的</translation>
        </message>
        <message>
            <source>Booklet</source>
            <translation>领用空白表</translation>
        </message>
        <message>
            <source>Today's calls</source>
            <translation>今日电话记录</translation>
        </message>
        <message>
            <source>Contact report</source>
            <translation>联系报告</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Aim</source>
            <translation>拜访目的</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>代表</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>表单</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>完整</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>没有拜访</translation>
        </message>
    </context>
    <context>
        <name>VisitsView</name>
        <message>
            <source>This visit is not saved yet</source>
            <translation>这次拜访还没有保存</translation>
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
            <source> of {name}</source>
            <translation>（{name} 领用）</translation>
        </message>
        <message>
            <source>Sheet {serial}{to} is blank: choose its visit in the list, or fill in the customer</source>
            <translation>表单 {serial}{to} 尚未录入：请在列表中选择对应的拜访，或填写客户</translation>
        </message>
    </context>
    <context>
        <name>WorkloadStrip</name>
        <message>
            <source>Workload</source>
            <translation>工作量</translation>
        </message>
        <message>
            <source>Who takes it over</source>
            <translation>接手人</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>Choose a day of somebody, or several with Shift, to hand their work over.</source>
            <translation>选择某人的一天（按住 Shift 选多天），即可移交工作。</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}, {days}: {count} to</source>
            <translation>{name}，{days}：{count}，移交给</translation>
        </message>
    </context>
    <context>
        <name>followups</name>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Today, {day}</source>
            <translation>今天 {day}</translation>
        </message>
        <message>
            <source>%n item(s)</source>
            <translation>%n 项</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>天</translation>
        </message>
        <message>
            <source>Nothing without a time of day. Type to add.</source>
            <translation>没有未定时间的事项。直接输入即可添加。</translation>
        </message>
        <message>
            <source>no time</source>
            <translation>未定时间</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <translation>M月d日 ddd</translation>
        </message>
        <message>
            <source>ddd d MMM yyyy</source>
            <translation>yyyy年M月d日 ddd</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>called off</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>day off</source>
            <translation>放假</translation>
        </message>
        <message>
            <source>make-up working day</source>
            <translation>调休上班</translation>
        </message>
        <message>
            <source>branch closed</source>
            <translation>门店休业</translation>
        </message>
        <message>
            <source>short day</source>
            <translation>短时营业</translation>
        </message>
        <message>
            <source>{rule}, counted from {what} on {day}</source>
            <translation>{rule}，自 {day} {what}起算</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>%n more</source>
            <translation>还有 %n 项</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>To enter</source>
            <translation>待录入</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>已计划</translation>
        </message>
        <message>
            <source>Incomplete</source>
            <translation>不完整</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应跟进</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>按时</translation>
        </message>
        <message>
            <source>On time %</source>
            <translation>按时率</translation>
        </message>
        <message>
            <source>Done late</source>
            <translation>逾期完成</translation>
        </message>
        <message>
            <source>Late, waiting</source>
            <translation>逾期未做</translation>
        </message>
        <message>
            <source>Mean delay</source>
            <translation>平均逾期天数</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>接通</translation>
        </message>
        <message>
            <source>Success</source>
            <translation>成功</translation>
        </message>
        <message>
            <source>Success %</source>
            <translation>成功率</translation>
        </message>
        <message>
            <source>Visited</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Complete %</source>
            <translation>完整率</translation>
        </message>
        <message>
            <source>Its day lies in the period and it was not called off; what nobody did counts once its grace has passed.</source>
            <translation>应跟进日在本期内且未取消；无人处理的，过了宽限才计入。</translation>
        </message>
        <message>
            <source>Of those due: a result was recorded.</source>
            <translation>应跟进的之中，已登记结果的。</translation>
        </message>
        <message>
            <source>Done by its day or within the days of grace after it.</source>
            <translation>在应跟进日或其后的宽限内完成的。</translation>
        </message>
        <message>
            <source>On time ÷ due.</source>
            <translation>按时 ÷ 应跟进。</translation>
        </message>
        <message>
            <source>Done, but after its day and the days of grace.</source>
            <translation>已完成，但超过应跟进日和宽限。</translation>
        </message>
        <message>
            <source>Not done, and its day and the days of grace have passed.</source>
            <translation>未完成，且应跟进日和宽限都已过。</translation>
        </message>
        <message>
            <source>Calendar days after the days of grace, of those done late and those waiting (until today) ÷ their number.</source>
            <translation>逾期完成的与未做的（算到今天），宽限以后的日历天数之和 ÷ 条数。</translation>
        </message>
        <message>
            <source>Done, and the customer was spoken to.</source>
            <translation>已完成，且联系到了客户。</translation>
        </message>
        <message>
            <source>Done, and the stated aim was reached.</source>
            <translation>已完成，且达到了跟进目的。</translation>
        </message>
        <message>
            <source>Success ÷ done.</source>
            <translation>成功 ÷ 完成。</translation>
        </message>
        <message>
            <source>Visits done, of those due.</source>
            <translation>应跟进的之中，已完成的拜访。</translation>
        </message>
        <message>
            <source>Visits with all six answers ÷ visits done.</source>
            <translation>六项都填写的拜访 ÷ 已完成的拜访。</translation>
        </message>
        <message>
            <source>{name}: {meaning}</source>
            <translation>{name}：{meaning}</translation>
        </message>
        <message>
            <source>%n day(s) of grace</source>
            <translation>宽限 %n 天</translation>
        </message>
        <message>
            <source>Formulas {edition}</source>
            <translation>公式版次 {edition}</translation>
        </message>
        <message>
            <source>Nobody's</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>Called off</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Every visit that has taken place is entered.</source>
            <translation>已完成的拜访都已录入。</translation>
        </message>
        <message>
            <source>Plan a visit with Ctrl+N, or widen the period.</source>
            <translation>按 Ctrl+N 安排拜访，或放宽时间范围。</translation>
        </message>
        <message>
            <source>Every form entered has all its answers.</source>
            <translation>已录入的拜访表各项齐全。</translation>
        </message>
        <message>
            <source>Widen the period to see earlier visits.</source>
            <translation>放宽时间范围可查看更早的拜访。</translation>
        </message>
        <message>
            <source>No visit of this period was called off.</source>
            <translation>这段时间没有取消的拜访。</translation>
        </message>
        <message>
            <source>Customer's needs</source>
            <translation>客户需求</translation>
        </message>
        <message>
            <source>Competitor's advantage</source>
            <translation>竞争对手优势</translation>
        </message>
        <message>
            <source>Our difference</source>
            <translation>我方差异</translation>
        </message>
        <message>
            <source>To improve next time</source>
            <translation>下次改进</translation>
        </message>
        <message>
            <source>Customer's feedback</source>
            <translation>客户反馈</translation>
        </message>
        <message>
            <source>Strategy for next time</source>
            <translation>下次策略</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>every day</source>
            <translation>每天</translation>
        </message>
        <message>
            <source>every week</source>
            <translation>每周</translation>
        </message>
        <message>
            <source>every month</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>every year</source>
            <translation>每年</translation>
        </message>
        <message>
            <source>every {n} days</source>
            <translation>每{n}天</translation>
        </message>
        <message>
            <source>every {n} weeks</source>
            <translation>每{n}周</translation>
        </message>
        <message>
            <source>every {n} months</source>
            <translation>每{n}个月</translation>
        </message>
        <message>
            <source>every {n} years</source>
            <translation>每{n}年</translation>
        </message>
        <message>
            <source>{often} on {day}</source>
            <translation>{often} {day}</translation>
        </message>
        <message>
            <source>{often}, {n} times</source>
            <translation>{often}，共{n}次</translation>
        </message>
        <message>
            <source>{often}, until {day}</source>
            <translation>{often}，到 {day}</translation>
        </message>
        <message>
            <source>the last {weekday}</source>
            <translation>最后一个{weekday}</translation>
        </message>
        <message>
            <source>1st</source>
            <translation>1</translation>
        </message>
        <message>
            <source>2nd</source>
            <translation>2</translation>
        </message>
        <message>
            <source>3rd</source>
            <translation>3</translation>
        </message>
        <message>
            <source>4th</source>
            <translation>4</translation>
        </message>
        <message>
            <source>5th</source>
            <translation>5</translation>
        </message>
        <message>
            <source>the {nth} {weekday}</source>
            <translation>第{nth}个{weekday}</translation>
        </message>
        <message>
            <source>the last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>day {n}</source>
            <translation>{n}日</translation>
        </message>
        <message>
            <source>Years without 29 February are passed over.</source>
            <translation>没有2月29日的年份跳过。</translation>
        </message>
        <message>
            <source>Months without a fifth one are passed over.</source>
            <translation>没有第5个的月份跳过。</translation>
        </message>
        <message>
            <source>Months without day {n} are passed over.</source>
            <translation>没有{n}日的月份跳过。</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between weekdays</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>M月d日</translation>
        </message>
    </context>
    <context>
        <name>labels</name>
        <message>
            <source>Due by rule</source>
            <translation>规则到期</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>关怀</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>天</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>off</source>
            <translation>休</translation>
        </message>
        <message>
            <source>work</source>
            <translation>班</translation>
        </message>
        <message>
            <source>shut</source>
            <translation>闭</translation>
        </message>
        <message>
            <source>short</source>
            <translation>短</translation>
        </message>
        <message>
            <source>the last contact, by class</source>
            <translation>最近联系（按客户级别）</translation>
        </message>
        <message>
            <source>the last contact, by intent level</source>
            <translation>最近联系（按意向级别）</translation>
        </message>
        <message>
            <source>the registration</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>the service</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>the event</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>the expected purchase</source>
            <translation>预计购买</translation>
        </message>
        <message>
            <source>day(s)</source>
            <translation>天</translation>
        </message>
        <message>
            <source>week(s)</source>
            <translation>周</translation>
        </message>
        <message>
            <source>month(s)</source>
            <translation>个月</translation>
        </message>
        <message>
            <source>year(s)</source>
            <translation>年</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>本季度</translation>
        </message>
    </context>
</TS>
