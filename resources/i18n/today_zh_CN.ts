<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Brief</name>
        <message>
            <source>Text  T</source>
            <translation>发信息  T</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Open the card  O</source>
            <translation>打开客户卡  O</translation>
        </message>
        <message>
            <source>Copy the phone  C</source>
            <translation>复制电话  C</translation>
        </message>
        <message>
            <source>Copy {phone}</source>
            <translation>复制 {phone}</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>请勿联系</translation>
        </message>
        <message>
            <source>To say</source>
            <translation>要点</translation>
        </message>
        <message>
            <source>Wants</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>Last contacts</source>
            <translation>最近往来</translation>
        </message>
        <message>
            <source>To ask</source>
            <translation>待补问</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>{name}: {what}</source>
            <translation>{name}：{what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>moved to {day}</source>
            <translation>移到 {day}</translation>
        </message>
        <message>
            <source>left out this time</source>
            <translation>本次跳过</translation>
        </message>
        <message>
            <source>{outcome} → next {day} {way}</source>
            <translation>{outcome} → 下次 {day} {way}</translation>
        </message>
        <message>
            <source>Not reached for days: write instead, and check the phone at the next visit.</source>
            <translation>连续多日未接通：请改用短信或信函，下次见面时核对联系方式。</translation>
        </message>
        <message>
            <source>Whoever served the customer should not make this call themselves.</source>
            <translation>应由未接待该客户的人员回访。</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>Lead</name>
        <message>
            <source>Open  Enter</source>
            <translation>打开  Enter</translation>
        </message>
    </context>
    <context>
        <name>LineList</name>
        <message>
            <source>What is to be done today</source>
            <translation>今日待办</translation>
        </message>
    </context>
    <context>
        <name>LineModel</name>
        <message>
            <source>done: {what}</source>
            <translation>已完成：{what}</translation>
        </message>
    </context>
    <context>
        <name>LinePainter</name>
        <message>
            <source>{count} done</source>
            <translation>已完成 {count}</translation>
        </message>
    </context>
    <context>
        <name>OutcomeGrid</name>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>ResultPanel</name>
        <message>
            <source>Choose a line to see it here.</source>
            <translation>选择一行，在这里查看。</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>记录结果</translation>
        </message>
        <message>
            <source>Choose an outcome first: press its letter.</source>
            <translation>请先选择结果：按对应的字母键。</translation>
        </message>
        <message>
            <source>The card will say: do not contact.</source>
            <translation>客户卡将标记为“请勿联系”。</translation>
        </message>
        <message>
            <source>Why the need is given up</source>
            <translation>放弃需求的原因</translation>
        </message>
        <message>
            <source>Customer's answer</source>
            <translation>客户答复</translation>
        </message>
        <message>
            <source>Next on</source>
            <translation>下次日期</translation>
        </message>
        <message>
            <source>Next by</source>
            <translation>下次方式</translation>
        </message>
        <message>
            <source>This time by</source>
            <translation>本次方式</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>用时（分钟）</translation>
        </message>
        <message>
            <source>Save result  F9</source>
            <translation>保存结果  F9</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>Move it to tomorrow</source>
            <translation>移到明天</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Leave it out this time</source>
            <translation>本次跳过，不联系</translation>
        </message>
        <message>
            <source>Copied {digits}</source>
            <translation>已复制 {digits}</translation>
        </message>
        <message>
            <source>Write here why it is left out.</source>
            <translation>请在这里写明跳过的原因。</translation>
        </message>
    </context>
    <context>
        <name>SectionBar</name>
        <message>
            <source>Go to this part  Ctrl+Down</source>
            <translation>转到这一部分  Ctrl+↓</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Number anew</source>
            <translation>重新编号</translation>
        </message>
        <message>
            <source>Leave out what is done and number anew  F5</source>
            <translation>移去已完成的并重新编号  F5</translation>
        </message>
        <message>
            <source>MMMM d, dddd</source>
            <translation>M月d日 dddd</translation>
        </message>
        <message>
            <source>tomorrow {count}</source>
            <translation>明天 {count}</translation>
        </message>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>To the customers</source>
            <translation>查看客户</translation>
        </message>
        <message>
            <source>Nothing is due today</source>
            <translation>今天没有待办</translation>
        </message>
        <message>
            <source>Follow-ups come by themselves from the rules: by class, by intent, after a service. Plan one by hand on a customer's card.</source>
            <translation>回访会按规则自动安排：按客户分类、意向级别、保养之后。也可以在客户卡上手工安排。</translation>
        </message>
    </context>
    <context>
        <name>TypedLine</name>
        <message>
            <source>7 call satisfied   5 tomorrow   3 busy</source>
            <translation>7 通 满意   5 明天   3 未接</translation>
        </message>
        <message>
            <source>Type a number and what came of it</source>
            <translation>输入编号和结果</translation>
        </message>
        <message>
            <source>Enter opens it</source>
            <translation>按 Enter 打开</translation>
        </message>
        <message>
            <source>move to {day}</source>
            <translation>移到 {day}</translation>
        </message>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>{what} → next {day}</source>
            <translation>{what} → 下次 {day}</translation>
        </message>
        <message>
            <source>{what} → next {day} {way}</source>
            <translation>{what} → 下次 {day} {way}</translation>
        </message>
        <message>
            <source>reached</source>
            <translation>接通</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>未接通</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>“{note}”</source>
            <translation>“{note}”</translation>
        </message>
        <message>
            <source>Type a number and what came of it; Enter writes it down.</source>
            <translation>输入编号和结果，按 Enter 记录。</translation>
        </message>
    </context>
    <context>
        <name>labels</name>
        <message>
            <source>Complaint clocks</source>
            <translation>投诉时限</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>Care of the day</source>
            <translation>今日关怀</translation>
        </message>
        <message>
            <source>Improvements</source>
            <translation>改进措施</translation>
        </message>
        <message>
            <source>Paper to enter</source>
            <translation>待录入的表单</translation>
        </message>
        <message>
            <source>Incomplete cards</source>
            <translation>资料待补</translation>
        </message>
        <message>
            <source>Second owner missing</source>
            <translation>缺第二负责人</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message>
            <source>last {day}</source>
            <translation>上次 {day}</translation>
        </message>
        <message>
            <source>nobody's</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>not reached on %n day(s) running</source>
            <translation>连续 %n 天未接通</translation>
        </message>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>%n day(s) late</source>
            <translation>逾期 %n 天</translation>
        </message>
        <message>
            <source>Not reached; again on the next working day.</source>
            <translation>未接通，下一个工作日再试。</translation>
        </message>
        <message>
            <source>Not reached on %n day(s) running; write instead.</source>
            <translation>连续 %n 天未接通，建议改用短信或信函。</translation>
        </message>
        <message>
            <source>The rule brings it by itself.</source>
            <translation>按规则自动安排。</translation>
        </message>
        <message>
            <source>No rule asks for more; empty the day to plan nothing.</source>
            <translation>没有规则要求再联系；清空日期则不再安排。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%n customer(s) to greet</source>
            <translation>%n 位客户待问候</translation>
        </message>
        <message>
            <source>%n message(s) without an answer yet</source>
            <translation>%n 条信息尚无回复</translation>
        </message>
        <message>
            <source>Answers due</source>
            <translation>待回复</translation>
        </message>
        <message>
            <source>limit passed</source>
            <translation>已超时</translation>
        </message>
        <message>
            <source>check its effect</source>
            <translation>验证效果</translation>
        </message>
        <message>
            <source>to be done</source>
            <translation>待完成</translation>
        </message>
        <message>
            <source>%n visit form(s) entered with gaps</source>
            <translation>%n 份拜访表填写不全</translation>
        </message>
        <message>
            <source>Visit forms</source>
            <translation>拜访表</translation>
        </message>
        <message>
            <source>{items} and {count} more</source>
            <translation>{items}等，另有 {count} 项</translation>
        </message>
        <message>
            <source>{percent} % complete, ask for: {items}</source>
            <translation>完整度 {percent}%，缺 {items}</translation>
        </message>
        <message>
            <source>%n sheet(s) passed over: {serials}. Enter by {hour}.</source>
            <translation>跳过 %n 张：{serials}，请于 {hour} 前录入。</translation>
        </message>
        <message>
            <source>Booklet of {name}</source>
            <translation>{name} 领用的表册</translation>
        </message>
        <message>
            <source>Only {name} is in contact; name a second owner</source>
            <translation>只有 {name} 一人联系，请指定第二负责人</translation>
        </message>
        <message>
            <source>Nobody owns this customer; name two</source>
            <translation>尚无负责人，请指定两人</translation>
        </message>
    </context>
</TS>
