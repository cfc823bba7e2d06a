<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AnswerPrompt</name>
        <message>
            <source>The customer's answer</source>
            <translation>客户的回复</translation>
        </message>
        <message>
            <source>Record the answer</source>
            <translation>登记回复</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Asks us to stop</source>
            <translation>要求停止</translation>
        </message>
    </context>
    <context>
        <name>CallPrompt</name>
        <message>
            <source>Call to the customer shown</source>
            <translation>致电当前客户</translation>
        </message>
        <message>
            <source>Record the call</source>
            <translation>登记通话</translation>
        </message>
        <message>
            <source>Matter</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Customer's answer</source>
            <translation>客户答复</translation>
        </message>
    </context>
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
            <source>Intervals</source>
            <translation>保养间隔</translation>
        </message>
        <message>
            <source>Service intervals of this car alone</source>
            <translation>只用于这辆车的保养间隔</translation>
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
        <name>CarePage</name>
        <message>
            <source>Occasions</source>
            <translation>关怀日程</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Gifts</source>
            <translation>礼品</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>关怀</translation>
        </message>
    </context>
    <context>
        <name>CheckedModel</name>
        <message>
            <source>chosen</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>未选</translation>
        </message>
    </context>
    <context>
        <name>Compose</name>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Previous customer (Alt+Up)</source>
            <translation>上一位 (Alt+Up)</translation>
        </message>
        <message>
            <source>Next customer (Alt+Down)</source>
            <translation>下一位 (Alt+Down)</translation>
        </message>
        <message>
            <source>Open the customer's card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>The message as it will be</source>
            <translation>消息预览</translation>
        </message>
        <message>
            <source>Send by mail program  F9</source>
            <translation>用邮件程序发送  F9</translation>
        </message>
        <message>
            <source>Save mail files</source>
            <translation>保存邮件文件</translation>
        </message>
        <message>
            <source>Save the list  F9</source>
            <translation>保存发送名单  F9</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>复制正文</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>已致电</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼品</translation>
        </message>
        <message>
            <source>Pass over</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Last time: {what}</source>
            <translation>去年：{what}</translation>
        </message>
        <message>
            <source>Left out: {why}</source>
            <translation>不发送：{why}</translation>
        </message>
        <message numerus="yes">
            <source>{count} characters · %n short message(s)</source>
            <translation>
                <numerusform>{count} 字 · %n 条短信</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DaysPanel</name>
        <message>
            <source>Earlier days</source>
            <translation>更早的日子</translation>
        </message>
        <message>
            <source>Later days</source>
            <translation>更晚的日子</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Whole branch</source>
            <translation>全店客户</translation>
        </message>
        <message>
            <source>My customers</source>
            <translation>我的客户</translation>
        </message>
        <message>
            <source>Whose customers</source>
            <translation>客户范围</translation>
        </message>
    </context>
    <context>
        <name>Doing</name>
        <message numerus="yes">
            <source>%n gift(s) recorded</source>
            <translation>
                <numerusform>已登记 %n 份礼品</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) passed over</source>
            <translation>
                <numerusform>已跳过 %n 位客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Call to {name} recorded</source>
            <translation>已登记与{name}的通话</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤回</translation>
        </message>
    </context>
    <context>
        <name>FailPrompt</name>
        <message>
            <source>Did not arrive</source>
            <translation>未送达</translation>
        </message>
        <message>
            <source>Mark as failed</source>
            <translation>标记为未送达</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
    </context>
    <context>
        <name>FestivalEditor</name>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Its day</source>
            <translation>日期类型</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Solar term</source>
            <translation>节气</translation>
        </message>
        <message>
            <source>Shown so many days ahead</source>
            <translation>提前显示天数</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户范围</translation>
        </message>
        <message>
            <source>all classes</source>
            <translation>全部分类</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Next time: {day}</source>
            <translation>下一次：{day}</translation>
        </message>
    </context>
    <context>
        <name>GiftPrompt</name>
        <message>
            <source>Gift or coupon for those chosen</source>
            <translation>给所选客户的礼品或券</translation>
        </message>
        <message>
            <source>Record the gift</source>
            <translation>登记礼品</translation>
        </message>
        <message>
            <source>What</source>
            <translation>礼品</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Value of one (yuan)</source>
            <translation>单价（元）</translation>
        </message>
        <message>
            <source>Coupon serial (of the first)</source>
            <translation>券号（第一张）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>GiftsView</name>
        <message>
            <source>Gifts</source>
            <translation>礼品</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Gift to {name} taken back</source>
            <translation>已撤回给{name}的礼品</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>What</source>
            <translation>礼品</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Value of one (yuan)</source>
            <translation>单价（元）</translation>
        </message>
        <message>
            <source>Serial</source>
            <translation>券号</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>No gift yet</source>
            <translation>还没有礼品记录</translation>
        </message>
        <message>
            <source>Choose customers under Occasions and press Gift; it is listed here with its serial.</source>
            <translation>在“关怀日程”里选择客户，按“礼品”登记；礼品和券号会列在这里。</translation>
        </message>
    </context>
    <context>
        <name>GroupsList</name>
        <message>
            <source>Occasions</source>
            <translation>关怀日程</translation>
        </message>
    </context>
    <context>
        <name>Handing</name>
        <message>
            <source>Save the list</source>
            <translation>保存发送名单</translation>
        </message>
        <message>
            <source>Excel (*.xlsx)</source>
            <translation>Excel (*.xlsx)</translation>
        </message>
        <message>
            <source>CSV for Excel and others (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <source>To be printed (*.pdf)</source>
            <translation>打印用 (*.pdf)</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Folder for the mail files</source>
            <translation>邮件文件保存到</translation>
        </message>
        <message>
            <source>Making messages: {done} ({percent} %)</source>
            <translation>正在生成消息：{done}（{percent} %）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>No message was made.</source>
            <translation>没有生成消息。</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) handed over</source>
            <translation>
                <numerusform>已交出 %n 条消息</numerusform>
            </translation>
        </message>
        <message>
            <source>{text}; left out: {reasons}</source>
            <translation>{text}；未包含：{reasons}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Mark as sent</source>
            <translation>标记为已发送</translation>
        </message>
        <message>
            <source>Taken back; nothing was sent.</source>
            <translation>已撤回，没有发送。</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) marked as sent</source>
            <translation>
                <numerusform>%n 条消息已标记为已发送</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IntervalPrompt</name>
        <message>
            <source>Intervals of this car; empty for the usual ones</source>
            <translation>这辆车的保养间隔（留空用通用设置）</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Every so many months</source>
            <translation>每几个月</translation>
        </message>
        <message>
            <source>Every so many km</source>
            <translation>每多少公里</translation>
        </message>
    </context>
    <context>
        <name>MessagesView</name>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>The message</source>
            <translation>消息正文</translation>
        </message>
        <message>
            <source>Mark as sent</source>
            <translation>标记为已发送</translation>
        </message>
        <message>
            <source>Record the answer</source>
            <translation>登记回复</translation>
        </message>
        <message>
            <source>Did not arrive</source>
            <translation>未送达</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>打开客户卡</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n 条消息</numerusform>
            </translation>
        </message>
        <message>
            <source>Why it failed: {text}</source>
            <translation>未送达原因：{text}</translation>
        </message>
        <message>
            <source>Answer: {text}</source>
            <translation>回复：{text}</translation>
        </message>
        <message>
            <source>Answer due {day}</source>
            <translation>{day} 前应有回复</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) marked as sent</source>
            <translation>
                <numerusform>%n 条消息已标记为已发送</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) taken back</source>
            <translation>
                <numerusform>已撤回 %n 条消息</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) did not arrive; the customers are to be greeted again</source>
            <translation>
                <numerusform>%n 条消息未送达，客户重新列入关怀</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer of {name} recorded</source>
            <translation>已登记{name}的回复</translation>
        </message>
        <message>
            <source>{name} gets no more of these messages</source>
            <translation>今后不再向{name}发送此类消息</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>生成时间</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Answer due</source>
            <translation>待回复</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>{day} due</source>
            <translation>{day} 已到期</translation>
        </message>
        <message>
            <source>State: all</source>
            <translation>状态：全部</translation>
        </message>
        <message>
            <source>No message here</source>
            <translation>这里没有消息</translation>
        </message>
        <message>
            <source>Messages made under Occasions stand here with their state and answers.</source>
            <translation>在“关怀日程”里生成的消息会列在这里，可查看状态、登记回复。</translation>
        </message>
    </context>
    <context>
        <name>OccasionsView</name>
        <message>
            <source>Who may not be greeted is left out as the messages are made.</source>
            <translation>生成消息时会自动排除不能联系的客户。</translation>
        </message>
        <message>
            <source>Left out: {why}</source>
            <translation>不发送：{why}</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>已选 %n 位</numerusform>
            </translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Last time</source>
            <translation>去年</translation>
        </message>
        <message>
            <source>People of this occasion</source>
            <translation>本次关怀的客户</translation>
        </message>
        <message>
            <source>Nothing in these days</source>
            <translation>这几天没有关怀事项</translation>
        </message>
        <message>
            <source>No birthday, festival or service is due. Look at other days.</source>
            <translation>没有生日、节日或到期保养。可以看看其他日子。</translation>
        </message>
        <message>
            <source>Nobody to greet</source>
            <translation>没有要关怀的客户</translation>
        </message>
        <message>
            <source>No customer is concerned by this occasion any more.</source>
            <translation>这个日子已经没有涉及的客户。</translation>
        </message>
    </context>
    <context>
        <name>Prompt</name>
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
        <name>SkipPrompt</name>
        <message>
            <source>Pass over those chosen</source>
            <translation>跳过所选客户</translation>
        </message>
        <message>
            <source>Pass over</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
    </context>
    <context>
        <name>TemplateEditor</name>
        <message>
            <source>Name of the template</source>
            <translation>模板名称</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>Only for</source>
            <translation>限于节日</translation>
        </message>
        <message>
            <source>any festival</source>
            <translation>任何节日</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>Answer due after (days)</source>
            <translation>几天内应有回复</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Example: {text}</source>
            <translation>示例：{text}</translation>
        </message>
        <message numerus="yes">
            <source>{count} characters · %n short message(s)</source>
            <translation>
                <numerusform>{count} 字 · %n 条短信</numerusform>
            </translation>
        </message>
        <message>
            <source>Put in:</source>
            <translation>插入：</translation>
        </message>
        <message>
            <source>Put {place} in</source>
            <translation>插入 {place}</translation>
        </message>
    </context>
    <context>
        <name>TemplatesView</name>
        <message>
            <source>Templates</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Festivals</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>New template</source>
            <translation>新建模板</translation>
        </message>
        <message>
            <source>New festival</source>
            <translation>新建节日</translation>
        </message>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃修改</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>This occasion asks for consent to</source>
            <translation>这个场合须取得的同意</translation>
        </message>
        <message>
            <source>{name} (not in use)</source>
            <translation>{name}（停用）</translation>
        </message>
        <message>
            <source>Festival</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>New: {kind}</source>
            <translation>新建{kind}</translation>
        </message>
        <message>
            <source>Shared by all branches; saving makes a copy for this branch.</source>
            <translation>所有分店共用；保存后成为本店自己的版本。</translation>
        </message>
        <message>
            <source>A manager edits templates and festivals.</source>
            <translation>模板和节日由店长修改。</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Template “{name}” removed</source>
            <translation>已删除模板“{name}”</translation>
        </message>
        <message>
            <source>{occasion}: asks for consent to {purpose}</source>
            <translation>{occasion}：须取得“{purpose}”同意</translation>
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
        <message>
            <source>greeted already</source>
            <translation>已关怀过</translation>
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
