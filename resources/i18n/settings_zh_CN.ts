<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ApprovalsSection</name>
        <message>
            <source>Approves up to (yuan)</source>
            <translation>审批额度（元）</translation>
        </message>
        <message>
            <source>0 approves nothing; ∞ or - is without limit.</source>
            <translation>0 表示不能审批；∞ 或 - 表示不限额。</translation>
        </message>
        <message>
            <source>Substitutes</source>
            <translation>代理审批人</translation>
        </message>
        <message>
            <source>For</source>
            <translation>被代理人</translation>
        </message>
        <message>
            <source>Stands in</source>
            <translation>代理人</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Name substitute</source>
            <translation>指定代理人</translation>
        </message>
        <message>
            <source>End now</source>
            <translation>立即结束</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>已保存：{what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The substitute is named.</source>
            <translation>已指定代理人。</translation>
        </message>
        <message>
            <source>{name} no longer stands in.</source>
            <translation>{name} 不再代理审批。</translation>
        </message>
    </context>
    <context>
        <name>CalendarSection</name>
        <message>
            <source>Year before</source>
            <translation>上一年</translation>
        </message>
        <message>
            <source>Year after</source>
            <translation>下一年</translation>
        </message>
        <message>
            <source>Load the announced holidays</source>
            <translation>载入国家公布的节假日</translation>
        </message>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>New day</source>
            <translation>新增日期</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>The holidays of this year are not complete.</source>
            <translation>本年度的节假日尚不完整。</translation>
        </message>
        <message>
            <source>The holidays of {years} are not entered: deadlines that reach into them may move. Load them, or enter them by the official notice.</source>
            <translation>{years} 年的节假日还没有录入，涉及该年的期限可能变动。请载入，或按国务院办公厅通知录入。</translation>
        </message>
        <message>
            <source>Opening hours saved</source>
            <translation>营业时间已保存</translation>
        </message>
        <message>
            <source>Removed: {name}</source>
            <translation>已删除：{name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message numerus="yes">
            <source>%n follow-up(s) fall on another day by the last change.</source>
            <translation>
                <numerusform>上一次改动使 %n 条跟进换了日子。</numerusform>
            </translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>This edition of the program does not know the holidays of {year} yet. Enter them from the State Council's notice, or load them after an update of the program.</source>
            <translation>本版程序还没有 {year} 年的节假日。请按国务院办公厅通知录入，或更新程序后再载入。</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) loaded</source>
            <translation>
                <numerusform>已载入 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>All announced days were there already</source>
            <translation>公布的日期都已在表中</translation>
        </message>
    </context>
    <context>
        <name>DayForm</name>
        <message>
            <source>What the day is</source>
            <translation>这一天是</translation>
        </message>
        <message>
            <source>Hours on that day</source>
            <translation>当天营业时间</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Until (with that day)</source>
            <translation>至（含当天，可不填）</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>For all branches</source>
            <translation>用于全部分店</translation>
        </message>
        <message>
            <source>New day</source>
            <translation>新增日期</translation>
        </message>
        <message>
            <source>closed, or such as 10:00-16:00</source>
            <translation>休息，或填 10:00-16:00</translation>
        </message>
        <message>
            <source>as on a working day</source>
            <translation>与平日相同</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>休息</translation>
        </message>
    </context>
    <context>
        <name>DaysTable</name>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>What</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>For</source>
            <translation>被代理人</translation>
        </message>
        <message>
            <source>own</source>
            <translation>本店</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Special days</source>
            <translation>特殊日期</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EffectPanel</name>
        <message>
            <source>If saved now</source>
            <translation>若现在保存</translation>
        </message>
        <message>
            <source>Fill in the fields; what the rule would make due is counted here first.</source>
            <translation>填写各栏后，这里先算出这条规则会产生多少待跟进。</translation>
        </message>
        <message>
            <source>Nothing is changed yet; what an edit would make due is counted here first.</source>
            <translation>尚未修改；一改动，这里就先算出会产生多少待跟进。</translation>
        </message>
    </context>
    <context>
        <name>FactList</name>
        <message>
            <source>What is stated with the move</source>
            <translation>操作时填写的内容</translation>
        </message>
        <message>
            <source>asked</source>
            <translation>选填</translation>
        </message>
        <message>
            <source>needed</source>
            <translation>必填</translation>
        </message>
    </context>
    <context>
        <name>LetterheadSection</name>
        <message>
            <source>Branch name</source>
            <translation>分店名称</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司名称</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Contact for personal data</source>
            <translation>个人信息保护联系人</translation>
        </message>
        <message>
            <source>Name and phone or e-mail; the privacy notice names them.</source>
            <translation>姓名及电话或邮箱，会印在隐私告知中。</translation>
        </message>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Branch data saved</source>
            <translation>分店资料已保存</translation>
        </message>
    </context>
    <context>
        <name>LimitsSection</name>
        <message>
            <source>Follow-ups and visits</source>
            <translation>跟进与拜访</translation>
        </message>
        <message>
            <source>What each answer of the visit form counts</source>
            <translation>客户拜访表各项所占分值</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>客户关怀</translation>
        </message>
        <message>
            <source>Complaint desk</source>
            <translation>投诉台</translation>
        </message>
        <message>
            <source>Scores of duplicates</source>
            <translation>重复客户评分</translation>
        </message>
        <message>
            <source>Ticked on an empty registration</source>
            <translation>新登记时默认勾选</translation>
        </message>
        <message>
            <source>Consent to service</source>
            <translation>同意服务联系</translation>
        </message>
        <message>
            <source>Consent to marketing</source>
            <translation>同意营销信息</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>已保存：{what}</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
    </context>
    <context>
        <name>MoveForm</name>
        <message>
            <source>Leads to</source>
            <translation>通向</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>作用</translation>
        </message>
        <message>
            <source>Who may</source>
            <translation>谁可操作</translation>
        </message>
        <message>
            <source>Of them</source>
            <translation>其中</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>What is stated with it: a click asks, another makes it needed.</source>
            <translation>操作时填写的内容：点一次为选填，再点一次为必填。</translation>
        </message>
    </context>
    <context>
        <name>MoveTable</name>
        <message>
            <source>Move</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Must be stated</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>Moves of the stage</source>
            <translation>该阶段的操作</translation>
        </message>
    </context>
    <context>
        <name>OpeningHours</name>
        <message>
            <source>closed</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>Monday's hours to Friday</source>
            <translation>周一的时间用到周五</translation>
        </message>
    </context>
    <context>
        <name>OwnPasswordSection</name>
        <message>
            <source>Present password</source>
            <translation>当前密码</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>再次输入新密码</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>修改密码</translation>
        </message>
        <message>
            <source>Your password is changed</source>
            <translation>密码已修改</translation>
        </message>
    </context>
    <context>
        <name>PeopleSection</name>
        <message>
            <source>Sign-in name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Close account</source>
            <translation>停用账号</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>新增人员</translation>
        </message>
        <message>
            <source>{name} can sign in now</source>
            <translation>{name} 现在可以登录</translation>
        </message>
        <message>
            <source>{name}: saved</source>
            <translation>{name}：已保存</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Left empty, the present one stays.</source>
            <translation>留空则保持原密码。</translation>
        </message>
        <message>
            <source>Reopen account</source>
            <translation>恢复账号</translation>
        </message>
        <message>
            <source>{name} may sign in again</source>
            <translation>{name} 可以重新登录</translation>
        </message>
        <message>
            <source>{name} is closed out</source>
            <translation>{name} 的账号已停用</translation>
        </message>
    </context>
    <context>
        <name>RuleForm</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Matter in Chinese</source>
            <translation>中文事由</translation>
        </message>
        <message>
            <source>Matter in English</source>
            <translation>英文事由</translation>
        </message>
        <message>
            <source>Counts from</source>
            <translation>从何时起算</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>in</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Who does it</source>
            <translation>由谁跟进</translation>
        </message>
        <message>
            <source>By</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Event, as written on the cards</source>
            <translation>活动名称（与客户卡一致）</translation>
        </message>
        <message>
            <source>Day of the event</source>
            <translation>活动日期</translation>
        </message>
        <message>
            <source>Empty: from each registration.</source>
            <translation>不填：从每位客户登记时起算。</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>每隔</translation>
        </message>
        <message>
            <source>What the contact is about</source>
            <translation>跟进事由</translation>
        </message>
        <message>
            <source>Talking points, one a line</source>
            <translation>沟通要点，每行一条</translation>
        </message>
        <message>
            <source>Counts from this day on</source>
            <translation>只算此日及以后的</translation>
        </message>
        <message>
            <source>Empty: from switching on.</source>
            <translation>不填：从启用当天起。</translation>
        </message>
        <message>
            <source>Place in the list</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>For all branches</source>
            <translation>用于全部分店</translation>
        </message>
        <message>
            <source>For which class</source>
            <translation>哪一类客户</translation>
        </message>
        <message>
            <source>For which intent level</source>
            <translation>哪一意向级别</translation>
        </message>
        <message>
            <source>Before it</source>
            <translation>提前</translation>
        </message>
        <message>
            <source>After it</source>
            <translation>之后</translation>
        </message>
    </context>
    <context>
        <name>RuleTable</name>
        <message>
            <source>On</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Whom</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>When</source>
            <translation>周期</translation>
        </message>
        <message>
            <source>By</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Follow-up rules</source>
            <translation>跟进规则</translation>
        </message>
        <message>
            <source>on</source>
            <translation>已启用</translation>
        </message>
        <message>
            <source>off</source>
            <translation>已停用</translation>
        </message>
    </context>
    <context>
        <name>RulesSection</name>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>New rule</source>
            <translation>新规则</translation>
        </message>
        <message>
            <source>“{name}” has changes that are not saved.</source>
            <translation>“{name}”的修改还没有保存。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>Switched on: {name}</source>
            <translation>已启用：{name}</translation>
        </message>
        <message>
            <source>Switched off: {name}</source>
            <translation>已停用：{name}</translation>
        </message>
        <message numerus="yes">
            <source>  %n due at once</source>
            <translation>
                <numerusform>，立即产生 %n 条待跟进</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>  %n no longer due</source>
            <translation>
                <numerusform>，不再产生其中 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Removed: {name}</source>
            <translation>已删除：{name}</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message numerus="yes">
            <source>Make %n due at once anyway</source>
            <translation>
                <numerusform>仍然产生 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Save mine over it</source>
            <translation>仍按我的保存</translation>
        </message>
        <message>
            <source>Go on editing</source>
            <translation>继续修改</translation>
        </message>
        <message>
            <source>Show it as it is now</source>
            <translation>查看现在的内容</translation>
        </message>
    </context>
    <context>
        <name>ScreenSection</name>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比度</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Another language holds from the next start.</source>
            <translation>更换语言后，下次启动时生效。</translation>
        </message>
        <message>
            <source>Remind me on this computer of what begins soon</source>
            <translation>在这台电脑上提醒即将开始的事</translation>
        </message>
        <message>
            <source>The language changes when the program starts the next time.</source>
            <translation>语言将在下次启动时更换。</translation>
        </message>
    </context>
    <context>
        <name>SecuritySection</name>
        <message>
            <source>This is a shared database; its server guards it.</source>
            <translation>当前使用共享数据库，由服务器负责保护。</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>恢复密钥</translation>
        </message>
        <message>
            <source>A new one makes the old sheet worthless.</source>
            <translation>生成新的恢复密钥后，旧的立即作废。</translation>
        </message>
        <message>
            <source>Make a new recovery key</source>
            <translation>生成新的恢复密钥</translation>
        </message>
        <message>
            <source>Start passphrase</source>
            <translation>启动口令</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>新启动口令</translation>
        </message>
        <message>
            <source>New passphrase again</source>
            <translation>再次输入新启动口令</translation>
        </message>
        <message>
            <source>Set passphrase</source>
            <translation>设置启动口令</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Remember the key here</source>
            <translation>由本机记住密钥</translation>
        </message>
        <message>
            <source>This computer opens the database by itself from now on</source>
            <translation>以后本机可自动打开数据库</translation>
        </message>
        <message>
            <source>Ask for the passphrase at every start</source>
            <translation>每次启动都询问口令</translation>
        </message>
        <message>
            <source>The passphrase is asked at every start from now on</source>
            <translation>以后每次启动都要输入口令</translation>
        </message>
        <message>
            <source>The passphrase is set</source>
            <translation>启动口令已设置</translation>
        </message>
        <message>
            <source>Write the new recovery key down now; it is not shown again</source>
            <translation>请立即抄下新的恢复密钥，它不会再次显示</translation>
        </message>
        <message>
            <source>The keyring of a computer</source>
            <translation>电脑的系统钥匙串</translation>
        </message>
        <message>
            <source>Recovery key on paper</source>
            <translation>纸上的恢复密钥</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>自 {day} 起</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
    <context>
        <name>StageList</name>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
    </context>
    <context>
        <name>TicketCategoriesSection</name>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>责任部门</translation>
        </message>
        <message>
            <source>For</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>Beneath</source>
            <translation>上级类别</translation>
        </message>
        <message>
            <source>(at the top)</source>
            <translation>（第一级）</translation>
        </message>
        <message>
            <source>(as the one above)</source>
            <translation>（同上级）</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <source>For all branches</source>
            <translation>适用于所有分店</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Offered for new tickets</source>
            <translation>新工单可选</translation>
        </message>
        <message>
            <source>Save  F9</source>
            <translation>保存  F9</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Add at the top</source>
            <translation>添加一级类别</translation>
        </message>
        <message>
            <source>Add beneath</source>
            <translation>添加下级</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Save or discard the changes first.</source>
            <translation>请先保存或放弃更改。</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{name} (off)</source>
            <translation>{name}（已停用）</translation>
        </message>
        <message>
            <source>all branches</source>
            <translation>所有分店</translation>
        </message>
        <message>
            <source>this branch</source>
            <translation>本店</translation>
        </message>
        <message>
            <source>New category</source>
            <translation>新类别</translation>
        </message>
        <message>
            <source>Choose a category</source>
            <translation>请选择类别</translation>
        </message>
        <message>
            <source>It belongs to all branches; add one of your own beneath it.</source>
            <translation>此类别由所有分店共用；可在其下添加本店类别。</translation>
        </message>
        <message>
            <source>“{name}” has changes that are not saved.</source>
            <translation>“{name}”有未保存的更改。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Moved: {name}</source>
            <translation>已移动：{name}</translation>
        </message>
    </context>
    <context>
        <name>TicketFlowsSection</name>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>阶段性质</translation>
        </message>
        <message>
            <source>Name in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Name in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>What changed, for the record</source>
            <translation>修改说明（留档）</translation>
        </message>
        <message>
            <source>Add behind</source>
            <translation>在其后添加</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Add move</source>
            <translation>添加操作</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>应用修改</translation>
        </message>
        <message>
            <source>Release  F9</source>
            <translation>发布  F9</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Back to the edition before</source>
            <translation>退回上一版</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Edition {edition} takes new tickets.</source>
            <translation>第 {edition} 版开始接收新工单。</translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket(s) stay in edition {edition}.</source>
            <translation>
                <numerusform>%n 张未结工单仍按第 {edition} 版处理。</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Edition {edition} is in force.</source>
            <translation>现行第 {edition} 版。</translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket(s) in edition {edition}</source>
            <translation>
                <numerusform>第 {edition} 版未结工单 %n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Moves out of “{stage}”</source>
            <translation>“{stage}”的操作</translation>
        </message>
        <message>
            <source>Edition {edition} takes no new tickets.</source>
            <translation>第 {edition} 版不再接收新工单。</translation>
        </message>
    </context>
    <context>
        <name>TicketLimitsSection</name>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>已保存：{what}</translation>
        </message>
        <message numerus="yes">
            <source>  %n limit(s) of open tickets moved</source>
            <translation>
                <numerusform>  %n 个未结工单的期限已改变</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>labels</name>
        <message>
            <source>Holiday</source>
            <translation>节假日</translation>
        </message>
        <message>
            <source>Make-up day</source>
            <translation>调休上班</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>停业</translation>
        </message>
        <message>
            <source>Special hours</source>
            <translation>特别时间</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>Branch</source>
            <translation>分店</translation>
        </message>
        <message>
            <source>This stands on top of every printed form.</source>
            <translation>以下内容印在每张表单的抬头。</translation>
        </message>
        <message>
            <source>Paper forms are entered by</source>
            <translation>纸质登记表录入截止时间</translation>
        </message>
        <message>
            <source>Edition of the registration form</source>
            <translation>登记表版次</translation>
        </message>
        <message>
            <source>Edition of the privacy notice</source>
            <translation>隐私告知版次</translation>
        </message>
        <message>
            <source>Shortest password (characters)</source>
            <translation>密码最短长度（字符）</translation>
        </message>
        <message>
            <source>Wrong passwords before a wait</source>
            <translation>允许连续输错密码次数</translation>
        </message>
        <message>
            <source>First wait (seconds)</source>
            <translation>首次等待（秒）</translation>
        </message>
        <message>
            <source>Longest wait (seconds)</source>
            <translation>最长等待（秒）</translation>
        </message>
        <message>
            <source>Largest attachment (MB)</source>
            <translation>附件最大（MB）</translation>
        </message>
        <message>
            <source>Largest file to import (MB)</source>
            <translation>导入文件最大（MB）</translation>
        </message>
        <message>
            <source>Most rows of an import</source>
            <translation>导入最多行数</translation>
        </message>
        <message>
            <source>Edition of the visit form</source>
            <translation>客户拜访表版本</translation>
        </message>
        <message>
            <source>Edition of the telephone log</source>
            <translation>电话记录版本</translation>
        </message>
        <message>
            <source>A contact closes steps due within (days)</source>
            <translation>一次联系可关闭几天内到期的跟进</translation>
        </message>
        <message>
            <source>Ask before more plans than</source>
            <translation>一次生成计划超过此数先询问</translation>
        </message>
        <message>
            <source>Days unreached before a letter or SMS</source>
            <translation>连续几天未接通改发短信或信函</translation>
        </message>
        <message>
            <source>Days of grace before a follow-up is late</source>
            <translation>跟进逾期宽限（天）</translation>
        </message>
        <message>
            <source>Furthest a follow-up is planned (days)</source>
            <translation>最远可计划到（天）</translation>
        </message>
        <message>
            <source>Usual length of a visit (minutes)</source>
            <translation>拜访通常时长（分钟）</translation>
        </message>
        <message>
            <source>Remind so many minutes before</source>
            <translation>提前几分钟提醒</translation>
        </message>
        <message>
            <source>Classes that need two owners</source>
            <translation>须双人负责的客户分类</translation>
        </message>
        <message>
            <source>Intent levels of new customers that need two</source>
            <translation>须双人负责的新客户意向级别</translation>
        </message>
        <message>
            <source>A customer is new for (days)</source>
            <translation>新客户期限（天）</translation>
        </message>
        <message>
            <source>Each owner is in touch every (days)</source>
            <translation>每位负责人至少几天联系一次</translation>
        </message>
        <message>
            <source>Service due after (months)</source>
            <translation>保养间隔（月）</translation>
        </message>
        <message>
            <source>Today names incomplete cards of who came within (days)</source>
            <translation>“今日”列出几天内来过、资料不全的客户（天）</translation>
        </message>
        <message>
            <source>Service due after (km)</source>
            <translation>保养间隔（公里）</translation>
        </message>
        <message>
            <source>Most km a day believed</source>
            <translation>日均里程上限（公里）</translation>
        </message>
        <message>
            <source>Remind of a service before (days)</source>
            <translation>保养提前提醒（天）</translation>
        </message>
        <message>
            <source>Occasions shown ahead (days)</source>
            <translation>关怀事项提前显示（天）</translation>
        </message>
        <message>
            <source>An answer is due after (days)</source>
            <translation>几天内应有回复</translation>
        </message>
        <message>
            <source>Nobody under this age is written to</source>
            <translation>不联系此年龄以下的人</translation>
        </message>
        <message>
            <source>Needs</source>
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
            <source>Next improvement</source>
            <translation>下次改进</translation>
        </message>
        <message>
            <source>Customer's feedback</source>
            <translation>客户反馈</translation>
        </message>
        <message>
            <source>Next strategy</source>
            <translation>下次策略</translation>
        </message>
        <message>
            <source>Edition of the complaint form</source>
            <translation>投诉单版本</translation>
        </message>
        <message>
            <source>Severity when nobody says</source>
            <translation>未注明时的严重程度</translation>
        </message>
        <message>
            <source>Handler warned when used (%)</source>
            <translation>用时达到此比例提醒经办人（%）</translation>
        </message>
        <message>
            <source>Manager warned when used (%)</source>
            <translation>用时达到此比例提醒主管（%）</translation>
        </message>
        <message>
            <source>Headquarters told after a breach (working minutes)</source>
            <translation>超时后多久上报总部（工作分钟）</translation>
        </message>
        <message>
            <source>Complaints that make a repeat</source>
            <translation>几次投诉算重复投诉</translation>
        </message>
        <message>
            <source>Repeats counted within (days)</source>
            <translation>重复投诉统计期（天）</translation>
        </message>
        <message>
            <source>Similar tickets looked for within (days)</source>
            <translation>查找相似工单的范围（天）</translation>
        </message>
        <message>
            <source>An improvement is checked after (days)</source>
            <translation>改进措施几天后复核</translation>
        </message>
        <message>
            <source>Most parts of one SMS</source>
            <translation>一条短信最多拆分条数</translation>
        </message>
        <message>
            <source>Score that stops a registration</source>
            <translation>达到此分停止登记</translation>
        </message>
        <message>
            <source>Score that shows a warning</source>
            <translation>达到此分提示</translation>
        </message>
        <message>
            <source>A criterion with more hits says nothing</source>
            <translation>单项命中超过此数不计</translation>
        </message>
        <message>
            <source>Same phone</source>
            <translation>电话相同</translation>
        </message>
        <message>
            <source>Same plate or VIN</source>
            <translation>车牌或车架号相同</translation>
        </message>
        <message>
            <source>Same WeChat</source>
            <translation>微信相同</translation>
        </message>
        <message>
            <source>Same credit code</source>
            <translation>信用代码相同</translation>
        </message>
        <message>
            <source>Last 8 digits equal</source>
            <translation>电话后 8 位相同</translation>
        </message>
        <message>
            <source>Same name</source>
            <translation>姓名相同</translation>
        </message>
        <message>
            <source>Same pinyin</source>
            <translation>姓名同音</translation>
        </message>
        <message>
            <source>Same birthday</source>
            <translation>生日相同</translation>
        </message>
        <message>
            <source>Same address</source>
            <translation>地址相同</translation>
        </message>
        <message>
            <source>Other sex</source>
            <translation>性别不同</translation>
        </message>
        <message>
            <source>Other birthday</source>
            <translation>生日不同</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>参数</translation>
        </message>
        <message>
            <source>Each value is saved when you leave its field.</source>
            <translation>离开输入框时自动保存。</translation>
        </message>
        <message>
            <source>My password</source>
            <translation>我的密码</translation>
        </message>
        <message>
            <source>{name}, sign-in name {login}</source>
            <translation>{name}，登录名 {login}</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Close the account of somebody who leaves; what they entered stays theirs.</source>
            <translation>人员离职时请停用账号，其录入的资料仍保留署名。</translation>
        </message>
        <message>
            <source>Look and language</source>
            <translation>外观与语言</translation>
        </message>
        <message>
            <source>Your role does not allow this; ask an administrator.</source>
            <translation>您的角色没有此权限，请联系管理员。</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>The customer data on this computer is encrypted. These open it.</source>
            <translation>本机客户资料已加密，可用以下方式打开。</translation>
        </message>
        <message>
            <source>Hours and holidays</source>
            <translation>工作时间与节假日</translation>
        </message>
        <message>
            <source>Deadlines count these hours only: no lunch, no nights, no holidays; make-up working days count.</source>
            <translation>期限只计算这些时间：午休、夜间、节假日不算，调休上班日照算。</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>星期一</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>星期二</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>星期三</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>星期四</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>星期五</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>星期六</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>星期日</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Customer class</source>
            <translation>客户分类</translation>
        </message>
        <message>
            <source>Intent level</source>
            <translation>意向级别</translation>
        </message>
        <message>
            <source>New registration</source>
            <translation>新客户登记</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Expected purchase</source>
            <translation>预计购买</translation>
        </message>
        <message>
            <source>First owner</source>
            <translation>第一负责人</translation>
        </message>
        <message>
            <source>Second owner</source>
            <translation>第二负责人</translation>
        </message>
        <message>
            <source>Not who served</source>
            <translation>非服务人员</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>months</source>
            <translation>个月</translation>
        </message>
        <message>
            <source>every %n hour(s)</source>
            <translation>每 %n 小时</translation>
        </message>
        <message>
            <source>every %n day(s)</source>
            <translation>每 %n 天</translation>
        </message>
        <message>
            <source>every %n month(s)</source>
            <translation>每 %n 个月</translation>
        </message>
        <message>
            <source>%n hour(s) before</source>
            <translation>提前 %n 小时</translation>
        </message>
        <message>
            <source>%n day(s) before</source>
            <translation>提前 %n 天</translation>
        </message>
        <message>
            <source>%n month(s) before</source>
            <translation>提前 %n 个月</translation>
        </message>
        <message>
            <source>%n hour(s) later</source>
            <translation>%n 小时后</translation>
        </message>
        <message>
            <source>%n day(s) later</source>
            <translation>%n 天后</translation>
        </message>
        <message>
            <source>%n month(s) later</source>
            <translation>%n 个月后</translation>
        </message>
        <message>
            <source>Nothing becomes due at once, nothing in the next 30 days.</source>
            <translation>不会立即产生待跟进，30 天内也没有。</translation>
        </message>
        <message>
            <source>%n due at once</source>
            <translation>立即产生 %n 条待跟进</translation>
        </message>
        <message>
            <source>%n in the next 30 days</source>
            <translation>30 天内 %n 条</translation>
        </message>
        <message>
            <source>%n due now would fall away</source>
            <translation>现有的 %n 条不再需要</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>.</source>
            <translation>。</translation>
        </message>
        <message>
            <source>It reaches %n customer(s).</source>
            <translation>共涉及 %n 位客户。</translation>
        </message>
        <message>
            <source>For example: {names}</source>
            <translation>例如：{names}</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>Follow-up rules</source>
            <translation>跟进规则</translation>
        </message>
        <message>
            <source>Follow-ups plan themselves by these rules; a contact closes the step and plans the next.</source>
            <translation>系统按这些规则自动安排跟进；联系一次，本次即完成，并排出下一次。</translation>
        </message>
        <message>
            <source>Who takes tickets</source>
            <translation>受理人员</translation>
        </message>
        <message>
            <source>Who handles tickets</source>
            <translation>处理人员</translation>
        </message>
        <message>
            <source>Who assigns tickets</source>
            <translation>派单主管</translation>
        </message>
        <message>
            <source>Who approves solutions</source>
            <translation>方案审批人</translation>
        </message>
        <message>
            <source>any of them</source>
            <translation>任何人</translation>
        </message>
        <message>
            <source>the handler</source>
            <translation>经办人</translation>
        </message>
        <message>
            <source>who has not handled it</source>
            <translation>未经办的人</translation>
        </message>
        <message>
            <source>Ticket flow</source>
            <translation>工单流程</translation>
        </message>
        <message>
            <source>Changes become a new edition for new tickets; those under way go on in theirs.</source>
            <translation>修改会成为新版本，用于新工单；处理中的工单仍按原版本进行。</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>方案审批</translation>
        </message>
        <message>
            <source>A solution above the amount of a role wants the approval of somebody higher.</source>
            <translation>超过角色额度的方案需由更高一级审批。</translation>
        </message>
        <message>
            <source>Time limits of tickets</source>
            <translation>工单时限</translation>
        </message>
        <message>
            <source>Working time, like 30 min or 8 h; - for no such clock. Saved when you leave a field.</source>
            <translation>工作时间，如 30 min 或 8 h；- 表示不计时。离开输入框即保存。</translation>
        </message>
        <message>
            <source>Ticket categories</source>
            <translation>投诉类别</translation>
        </message>
        <message>
            <source>What tickets are sorted by. One switched off is no longer offered; old tickets keep it.</source>
            <translation>工单按类别归类。停用后不再供选择，旧工单保留原类别。</translation>
        </message>
    </context>
</TS>
