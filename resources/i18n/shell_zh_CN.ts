<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ChoiceField</name>
        <message>
            <source>(none)</source>
            <translation>（未选）</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>Something went wrong</source>
            <translation>程序出错了</translation>
        </message>
        <message>
            <source>The program made a mistake in the last step.</source>
            <translation>程序在刚才这一步出了错。</translation>
        </message>
        <message>
            <source>Crash report</source>
            <translation>错误报告</translation>
        </message>
        <message>
            <source>What was saved is safe; what is on the screen can still be saved. Please send the report below to your administrator. It contains no customer data.</source>
            <translation>已保存的内容都在；屏幕上的内容仍可保存。请把下面的报告发给系统管理员，其中不含任何客户资料。</translation>
        </message>
        <message>
            <source>File: {path}</source>
            <translation>文件：{path}</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Go on working</source>
            <translation>继续工作</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>Pick from the calendar</source>
            <translation>从日历中选择</translation>
        </message>
    </context>
    <context>
        <name>KeysSheet</name>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
    </context>
    <context>
        <name>Loading</name>
        <message>
            <source>Loading…</source>
            <translation>正在读取…</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>BranchDesk</source>
            <translation>门店客户台</translation>
        </message>
        <message>
            <source>{branch} - BranchDesk</source>
            <translation>{branch} - 门店客户台</translation>
        </message>
        <message>
            <source>The shared database is out of reach. What you type stays on the screen; save it again later.</source>
            <translation>共享数据库暂时连不上。已输入的内容保留在屏幕上，请稍后再保存。</translation>
        </message>
        <message>
            <source>The same mistake happened again; it is already reported.</source>
            <translation>同样的错误又出现了，先前已生成报告。</translation>
        </message>
        <message>
            <source>No pages yet</source>
            <translation>暂无页面</translation>
        </message>
        <message>
            <source>Register  F2</source>
            <translation>登记  F2</translation>
        </message>
        <message>
            <source>Register a customer</source>
            <translation>登记客户</translation>
        </message>
        <message>
            <source>Find a customer</source>
            <translation>查找客户</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>To the newest message</source>
            <translation>转到最新消息</translation>
        </message>
        <message>
            <source>Card: save</source>
            <translation>客户卡：保存</translation>
        </message>
        <message>
            <source>Card: undo the last save</source>
            <translation>客户卡：撤销上次保存</translation>
        </message>
        <message>
            <source>Card: log a contact</source>
            <translation>客户卡：记录往来</translation>
        </message>
        <message>
            <source>Card: who entered this</source>
            <translation>客户卡：谁录入的</translation>
        </message>
        <message>
            <source>Card: plan a contact</source>
            <translation>客户卡：安排联系</translation>
        </message>
        <message>
            <source>Card: new complaint</source>
            <translation>档案：新建投诉</translation>
        </message>
        <message>
            <source>Card: print the form</source>
            <translation>客户卡：打印登记表</translation>
        </message>
        <message>
            <source>Card: copy the phone</source>
            <translation>客户卡：复制电话</translation>
        </message>
        <message>
            <source>7 Space</source>
            <translation>7 空格</translation>
        </message>
        <message>
            <source>Today: a result typed under its number</source>
            <translation>今日：输入编号和结果</translation>
        </message>
        <message>
            <source>Today: copy the phone, open the card, write a text</source>
            <translation>今日：复制电话、打开客户卡、发信息</translation>
        </message>
        <message>
            <source>Registration: start anew</source>
            <translation>登记：清空重填</translation>
        </message>
        <message>
            <source>Import: choose a file</source>
            <translation>导入：选择文件</translation>
        </message>
        <message>
            <source>Calendar: month, week, day, list</source>
            <translation>日程：月、周、日、列表</translation>
        </message>
        <message>
            <source>M, arrows, Enter</source>
            <translation>M、方向键、Enter</translation>
        </message>
        <message>
            <source>Calendar: move the item</source>
            <translation>日程：移动事项</translation>
        </message>
        <message>
            <source>What is typed here is not saved yet. Save it with F9, or close once more to drop it.</source>
            <translation>此处输入的内容还没有保存。按 F9 保存，或再关闭一次放弃。</translation>
        </message>
        <message>
            <source>Undo what was typed; close the list</source>
            <translation>撤销输入；关闭列表</translation>
        </message>
        <message>
            <source>Next field</source>
            <translation>下一项</translation>
        </message>
        <message>
            <source>Ctrl+Up / Ctrl+Down</source>
            <translation>Ctrl+↑ / Ctrl+↓</translation>
        </message>
        <message>
            <source>Previous / next in the list</source>
            <translation>列表中上一位 / 下一位</translation>
        </message>
        <message>
            <source>Sign out, let somebody else work</source>
            <translation>退出登录，换人使用</translation>
        </message>
        <message>
            <source>This overview</source>
            <translation>本快捷键表</translation>
        </message>
    </context>
    <context>
        <name>PasswordField</name>
        <message>
            <source>Show what is typed</source>
            <translation>显示输入内容</translation>
        </message>
    </context>
    <context>
        <name>PhonesField</name>
        <message>
            <source>Add a phone</source>
            <translation>添加电话</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
    </context>
    <context>
        <name>Reminding</name>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message numerus="yes">
            <source>%n follow-up(s) left from the days before</source>
            <translation>
                <numerusform>有 %n 项以前的跟进还没有做</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n due today</source>
            <translation>
                <numerusform>今天还有 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Ring</name>
        <message>
            <source>{percent} % complete</source>
            <translation>完整度 {percent}%</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Find a customer</source>
            <translation>查找客户</translation>
        </message>
        <message>
            <source>Find: name, pinyin, phone, company, plate, number</source>
            <translation>查找：姓名、拼音、电话、单位、车牌、编号</translation>
        </message>
        <message>
            <source>Nothing found for “{text}”. Enter searches all branches.</source>
            <translation>没有找到“{text}”，按回车在全部分店中查找。</translation>
        </message>
        <message>
            <source>Found customers</source>
            <translation>找到的客户</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>F1 Keys</source>
            <translation>F1 快捷键</translation>
        </message>
        <message>
            <source>{place} (offline)</source>
            <translation>{place}（离线）</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) not shared yet</source>
            <translation>
                <numerusform>%n 项修改尚未同步</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything shared</source>
            <translation>已全部同步</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>What happened</source>
            <translation>往来记录</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close message</source>
            <translation>关闭消息</translation>
        </message>
    </context>
    <context>
        <name>ToastStack</name>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>This could not be done ({code}). Nothing was changed; please try again or tell your administrator.</source>
            <translation>操作未能完成（{code}），没有改动任何内容。请重试，或告知系统管理员。</translation>
        </message>
        <message>
            <source>Please fill in this field.</source>
            <translation>请填写此项。</translation>
        </message>
        <message>
            <source>Too long: at most {limit} characters, this has {length}.</source>
            <translation>内容过长：最多 {limit} 个字，现有 {length} 个字。</translation>
        </message>
        <message>
            <source>“{given}” is not an amount. Type figures such as 12000, 12,000.50 or 1.2万.</source>
            <translation>“{given}”不是金额，请输入数字，例如 12000、12,000.50 或 1.2万。</translation>
        </message>
        <message>
            <source>The amount cannot be below zero.</source>
            <translation>金额不能小于零。</translation>
        </message>
        <message>
            <source>The amount is too large: at most {limit} yuan.</source>
            <translation>金额过大：最多 {limit} 元。</translation>
        </message>
        <message>
            <source>“{given}” is not a whole number.</source>
            <translation>“{given}”不是整数。</translation>
        </message>
        <message>
            <source>“{given}” is not one of the choices; pick one from the list.</source>
            <translation>“{given}”不在可选项中，请从列表中选择。</translation>
        </message>
        <message>
            <source>No province, city, district or street matches “{given}”; type a part of its name.</source>
            <translation>没有与“{given}”相符的省、市、区县或街道，请输入名称中的几个字。</translation>
        </message>
        <message>
            <source>At most {limit} of these can be kept.</source>
            <translation>最多可保存 {limit} 条。</translation>
        </message>
        <message>
            <source>Your role does not allow this; ask a manager to do it or to widen your role.</source>
            <translation>您的角色无权进行此操作，请由店长办理或调整角色权限。</translation>
        </message>
        <message>
            <source>Enter a sign-in name.</source>
            <translation>请填写登录名。</translation>
        </message>
        <message>
            <source>Enter the person's full name.</source>
            <translation>请填写人员姓名。</translation>
        </message>
        <message>
            <source>Choose at least one role for this person.</source>
            <translation>请为此人员至少选择一个角色。</translation>
        </message>
        <message>
            <source>There is no role “{given}”; choose one from the list.</source>
            <translation>没有“{given}”这个角色，请从列表中选择。</translation>
        </message>
        <message>
            <source>The sign-in name “{login}” is in use; choose another one.</source>
            <translation>登录名“{login}”已被使用，请换一个。</translation>
        </message>
        <message>
            <source>You cannot close the account you are signed in with; let another administrator do it.</source>
            <translation>不能停用当前登录的账号，请由另一位管理员操作。</translation>
        </message>
        <message>
            <source>The present password is not right; type it again.</source>
            <translation>原密码不正确，请重新输入。</translation>
        </message>
        <message>
            <source>The password is too short: it needs at least {shortest} characters.</source>
            <translation>密码过短，至少需要 {shortest} 个字符。</translation>
        </message>
        <message>
            <source>The password is too long; use at most 256 characters.</source>
            <translation>密码过长，最多 256 个字符。</translation>
        </message>
        <message>
            <source>The password is too plain; mix more different characters.</source>
            <translation>密码过于简单，请使用更多不同的字符。</translation>
        </message>
        <message>
            <source>This password is among the first ones a thief tries; choose another one.</source>
            <translation>这是最常被猜到的密码之一，请换一个。</translation>
        </message>
        <message>
            <source>The password must not contain your name, sign-in name or branch.</source>
            <translation>密码中不能含有姓名、登录名或分店名称。</translation>
        </message>
        <message>
            <source>Sign-in name or password is not right; type them again.</source>
            <translation>登录名或密码不正确，请重新输入。</translation>
        </message>
        <message>
            <source>Too many wrong passwords. Try again in {seconds} seconds.</source>
            <translation>密码错误次数过多，请在 {seconds} 秒后再试。</translation>
        </message>
        <message>
            <source>The account of {name} is closed; ask your administrator.</source>
            <translation>{name} 的账号已停用，请联系系统管理员。</translation>
        </message>
        <message>
            <source>{name} has no role here yet; ask your administrator to give one.</source>
            <translation>{name} 尚未分配角色，请联系系统管理员。</translation>
        </message>
        <message>
            <source>This computer is not registered with the branch; set it up again or ask your administrator.</source>
            <translation>本机尚未在分店登记，请重新设置或联系系统管理员。</translation>
        </message>
        <message>
            <source>This branch has {most} devices, more cannot be numbered; ask your administrator to retire one.</source>
            <translation>本店已有 {most} 台设备，无法再编号，请管理员先停用一台。</translation>
        </message>
        <message>
            <source>There is no branch “{given}” in this database; check its code.</source>
            <translation>数据库中没有“{given}”这个分店，请核对分店代码。</translation>
        </message>
        <message>
            <source>Another branch has the code {given}; numbers begin with it, so choose a different one.</source>
            <translation>代码 {given} 已被其他门店使用，客户编号以它开头，请另选一个。</translation>
        </message>
        <message>
            <source>The role “{given}” may do more than you; ask somebody who has it.</source>
            <translation>角色“{given}”的权限超出您自己的权限，请由拥有该权限的人设置。</translation>
        </message>
        <message>
            <source>Enter the name of the branch.</source>
            <translation>请填写分店名称。</translation>
        </message>
        <message>
            <source>“{given}” is not a branch code; use two to four letters or figures, such as CD01.</source>
            <translation>“{given}”不是分店代码，请用二至四位字母或数字，例如 CD01。</translation>
        </message>
        <message>
            <source>“{given}” does not fit the setting “{name}”; enter another value.</source>
            <translation>“{given}”不适用于设置项“{name}”，请重新填写。</translation>
        </message>
        <message>
            <source>There is no setting “{name}”.</source>
            <translation>没有“{name}”这项设置。</translation>
        </message>
        <message>
            <source>{given} is in another currency. Enter the amount in yuan.</source>
            <translation>{given} 是外币，请换算成人民币填写。</translation>
        </message>
        <message>
            <source>Enter an amount, such as 120000 or 12万.</source>
            <translation>请填写金额，例如 120000 或 12万。</translation>
        </message>
        <message>
            <source>In {given} the smaller amount must come first.</source>
            <translation>“{given}”应当先写小的金额，再写大的金额。</translation>
        </message>
        <message>
            <source>{given} is too large an amount. Check the zeros.</source>
            <translation>{given} 金额过大，请检查零的个数。</translation>
        </message>
        <message>
            <source>{given} is not an amount. Write it as 120000 or 12万.</source>
            <translation>“{given}”不是金额，请写成 120000 或 12万。</translation>
        </message>
        <message>
            <source>The birthday {given} lies in the future. Check the year.</source>
            <translation>出生日期 {given} 在今天之后，请检查年份。</translation>
        </message>
        <message>
            <source>The birthday {given} is more than 130 years ago. Check the year {year}.</source>
            <translation>出生日期 {given} 已超过 130 年，请检查年份 {year}。</translation>
        </message>
        <message>
            <source>Enter the name of the company.</source>
            <translation>请填写单位名称。</translation>
        </message>
        <message>
            <source>{given} is not a company name. Enter the name on the business licence.</source>
            <translation>“{given}”不是单位名称，请填写营业执照上的名称。</translation>
        </message>
        <message>
            <source>The company name is longer than {longest} characters. Shorten it.</source>
            <translation>单位名称超过 {longest} 个字，请缩短。</translation>
        </message>
        <message>
            <source>Enter a date, such as 2026-03-05.</source>
            <translation>请填写日期，例如 2026-03-05。</translation>
        </message>
        <message>
            <source>There is no such day as {given}. Check month and day.</source>
            <translation>没有“{given}”这一天，请检查月和日。</translation>
        </message>
        <message>
            <source>{given} is a lunar date. Enter the solar date here.</source>
            <translation>“{given}”是农历日期，这里请填公历日期。</translation>
        </message>
        <message>
            <source>{given} has no year. Write the whole date, such as 2026-03-05.</source>
            <translation>“{given}”缺少年份，请写完整，例如 2026-03-05。</translation>
        </message>
        <message>
            <source>The lunar year {year} has no leap month {month}. Check year and month.</source>
            <translation>农历 {year} 年没有闰 {month} 月，请检查年份和月份。</translation>
        </message>
        <message>
            <source>{given} is a time of day. Enter a date.</source>
            <translation>“{given}”是钟点时间，请填写日期。</translation>
        </message>
        <message>
            <source>{given} is not clear. Write it as 2026-03-05, 03-05 or 农历八月十五.</source>
            <translation>看不懂日期“{given}”，请写成 2026-03-05、03-05 或 农历八月十五。</translation>
        </message>
        <message>
            <source>{given} may be solar or lunar. Write 农历 before it, or figures as 8-15.</source>
            <translation>“{given}”分不清公历还是农历，请在前面写“农历”，或写成 8-15。</translation>
        </message>
        <message>
            <source>{given} may be read in two ways. Write the year first: 2026-03-05.</source>
            <translation>“{given}”有两种读法，请把年份写在前面，例如 2026-03-05。</translation>
        </message>
        <message>
            <source>Write the year of {given} with four figures.</source>
            <translation>请把“{given}”的年份写成四位数。</translation>
        </message>
        <message>
            <source>{domain} is not a mail domain. Check what stands after @.</source>
            <translation>“{domain}”不是邮箱域名，请检查 @ 后面的部分。</translation>
        </message>
        <message>
            <source>Enter an e-mail address.</source>
            <translation>请填写电子邮箱。</translation>
        </message>
        <message>
            <source>{given} is not an e-mail address. Check what stands before @.</source>
            <translation>“{given}”不是电子邮箱，请检查 @ 前面的部分。</translation>
        </message>
        <message>
            <source>{given} has no @. Write the address as name@example.com.</source>
            <translation>“{given}”缺少 @，请写成 name@example.com 的样子。</translation>
        </message>
        <message>
            <source>{birth} in the identity number is no date of birth. Check characters 7 to 14.</source>
            <translation>身份证号中的出生日期 {birth} 不成立，请检查第 7 至 14 位。</translation>
        </message>
        <message>
            <source>An identity number has figures only, and perhaps X at the end. Check {given}.</source>
            <translation>身份证号只能是数字，末位可以是 X，请检查“{given}”。</translation>
        </message>
        <message>
            <source>The check digit {last} of the identity number does not fit. Look at the card.</source>
            <translation>身份证号末位校验码 {last} 不符，请与证件核对。</translation>
        </message>
        <message>
            <source>Enter the identity number.</source>
            <translation>请填写身份证号。</translation>
        </message>
        <message>
            <source>The identity number has {found} characters, not {needed}. Compare it with the card.</source>
            <translation>身份证号是 {found} 位，应为 {needed} 位，请与证件核对。</translation>
        </message>
        <message>
            <source>The spreadsheet lost its last digits. Format the column as text and enter it again.</source>
            <translation>表格把身份证号当作数字，末几位已经丢失。请把该列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>Identity numbers of 15 figures are no longer valid. Enter the one of 18.</source>
            <translation>15 位身份证号已停用，请填写 18 位号码。</translation>
        </message>
        <message>
            <source>Identity numbers do not begin with {province}. Check the first two figures.</source>
            <translation>没有以 {province} 开头的身份证号，请检查前两位。</translation>
        </message>
        <message>
            <source>Enter the name.</source>
            <translation>请填写姓名。</translation>
        </message>
        <message>
            <source>{given} is not a name. Enter the full name.</source>
            <translation>“{given}”不是姓名，请填写全名。</translation>
        </message>
        <message>
            <source>The name is longer than {longest} characters. Shorten it.</source>
            <translation>姓名超过 {longest} 个字，请缩短。</translation>
        </message>
        <message>
            <source>{given} is no landline. Check the area code; what follows begins with 2 to 8.</source>
            <translation>“{given}”不是固定电话，请检查区号；区号后的号码以 2 至 8 开头。</translation>
        </message>
        <message>
            <source>{given} is not a number of that country. Write it as +49 151 12345678.</source>
            <translation>“{given}”不是该国的号码，请写成 +49 151 12345678 的样子。</translation>
        </message>
        <message>
            <source>Mobile numbers begin with 13 to 19. Check {given}.</source>
            <translation>手机号以 13 至 19 开头，请检查“{given}”。</translation>
        </message>
        <message>
            <source>Enter a phone number.</source>
            <translation>请填写电话号码。</translation>
        </message>
        <message>
            <source>{given} holds something that is no figure. Enter the phone number alone.</source>
            <translation>“{given}”中有不是数字的内容，请只填写电话号码。</translation>
        </message>
        <message>
            <source>{given} has lost digits. Format the column as text and enter the number again.</source>
            <translation>表格把号码缩成了 {given}，末几位已经丢失。请把该列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>{given} is masked. Enter all figures of the number.</source>
            <translation>“{given}”有几位被遮住了，请填写完整号码。</translation>
        </message>
        <message>
            <source>{given} lacks the area code. Write it as 028-85551234.</source>
            <translation>“{given}”缺少区号，请写成 028-85551234 的样子。</translation>
        </message>
        <message>
            <source>{given} holds several numbers. Enter one number in each field.</source>
            <translation>“{given}”里有几个号码，请每栏只填一个。</translation>
        </message>
        <message>
            <source>The number {given} has {found} figures; {needed} are expected. Take the extra ones away.</source>
            <translation>号码“{given}”有 {found} 位，应为 {needed} 位，请去掉多余的数字。</translation>
        </message>
        <message>
            <source>The number {given} has {found} figures; {needed} are expected. Add the missing ones.</source>
            <translation>号码“{given}”只有 {found} 位，应为 {needed} 位，请补上缺少的数字。</translation>
        </message>
        <message>
            <source>Enter the licence plate.</source>
            <translation>请填写车牌号。</translation>
        </message>
        <message>
            <source>The plate {given} has {found} characters; plates have 7, new-energy plates 8.</source>
            <translation>车牌“{given}”是 {found} 位；普通车牌 7 位，新能源车牌 8 位，请检查。</translation>
        </message>
        <message>
            <source>{given} is not a plate. Format the column as text and enter it again.</source>
            <translation>“{given}”不是车牌号，请把该列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>Character {position} of the plate cannot be {character}. Is it {meant}?</source>
            <translation>车牌第 {position} 位是 {character}，车牌不用这个字母，是不是 {meant}？</translation>
        </message>
        <message>
            <source>The second character of a plate is a letter, not {character}. Check {given}.</source>
            <translation>车牌第二位应是字母，不是 {character}，请检查“{given}”。</translation>
        </message>
        <message>
            <source>A plate begins with a province, as 川, not with {character}. Check {given}.</source>
            <translation>车牌以省份简称开头，例如“川”，不是“{character}”，请检查“{given}”。</translation>
        </message>
        <message>
            <source>{given} is not a plate of any kind. Compare it with the vehicle licence.</source>
            <translation>“{given}”不符合任何一种车牌，请与行驶证核对。</translation>
        </message>
        <message>
            <source>Enter the postcode.</source>
            <translation>请填写邮政编码。</translation>
        </message>
        <message>
            <source>{given} is not a postcode. Postcodes have six figures, such as 610041.</source>
            <translation>“{given}”不是邮政编码，邮政编码是六位数字，例如 610041。</translation>
        </message>
        <message>
            <source>Character {position} of the credit code cannot be {character}. Look at the licence.</source>
            <translation>统一社会信用代码第 {position} 位是 {character}，代码里没有这个字符，请与营业执照核对。</translation>
        </message>
        <message>
            <source>The check digit {last} of the credit code does not fit. Compare all with the licence.</source>
            <translation>统一社会信用代码末位校验码 {last} 与前面不符，请与营业执照逐位核对。</translation>
        </message>
        <message>
            <source>Credit codes do not begin with {character}; those of companies begin with 9.</source>
            <translation>没有以 {character} 开头的统一社会信用代码；企业的代码以 9 开头，请检查。</translation>
        </message>
        <message>
            <source>Enter the unified social credit code.</source>
            <translation>请填写统一社会信用代码。</translation>
        </message>
        <message>
            <source>The credit code has {found} characters, not {needed}. Compare it with the licence.</source>
            <translation>统一社会信用代码是 {found} 位，应为 {needed} 位，请与营业执照核对。</translation>
        </message>
        <message>
            <source>The spreadsheet rounded the code. Format the column as text and enter it again.</source>
            <translation>表格把统一社会信用代码当作数字处理了，请把该列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>Character {position} of the credit code cannot be {character}. Is it {meant}?</source>
            <translation>统一社会信用代码第 {position} 位是 {character}，代码不用这个字母，是不是 {meant}？</translation>
        </message>
        <message>
            <source>Character {position} of the credit code is {character}; it must be a figure. Look at the licence.</source>
            <translation>统一社会信用代码第 {position} 位是 {character}，而第 3 至 8 位应是数字，请与营业执照核对。</translation>
        </message>
        <message>
            <source>Character {position} of the VIN cannot be {character}. Look at the vehicle.</source>
            <translation>车架号第 {position} 位是 {character}，车架号里没有这个字符，请与车辆核对。</translation>
        </message>
        <message>
            <source>The check digit {character} of the VIN does not fit. Compare all with the vehicle.</source>
            <translation>车架号第 9 位校验码 {character} 与其他位不符，请与车辆逐位核对。</translation>
        </message>
        <message>
            <source>Enter the VIN.</source>
            <translation>请填写车架号。</translation>
        </message>
        <message>
            <source>The VIN has {found} characters, not {needed}. Compare it with the vehicle.</source>
            <translation>车架号是 {found} 位，应为 {needed} 位，请与车辆核对。</translation>
        </message>
        <message>
            <source>The spreadsheet rounded this VIN. Format the column as text and enter it again.</source>
            <translation>表格把车架号当作数字处理了，请把该列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>Character {position} of the VIN cannot be {character}. Is it {meant}?</source>
            <translation>车架号第 {position} 位是 {character}，车架号不用这个字母，是不是 {meant}？</translation>
        </message>
        <message>
            <source>The VIN ends in {tail}, but it must be four figures. Look at the vehicle.</source>
            <translation>车架号末四位是 {tail}，应当都是数字，请与车辆核对。</translation>
        </message>
        <message>
            <source>Enter the WeChat id.</source>
            <translation>请填写微信号。</translation>
        </message>
        <message>
            <source>The spreadsheet rounded the id. Format the column as text and enter it again.</source>
            <translation>表格把微信号当作数字处理了，请把该列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>{given} is not a WeChat id. It has 6 to 20 letters, figures, _ or -, a letter first.</source>
            <translation>“{given}”不是微信号。微信号以字母开头,6 至 20 位字母、数字、下划线或减号；也可以填手机号。</translation>
        </message>
        <message>
            <source>The file {file} is no longer there. Choose it again.</source>
            <translation>找不到文件 {file}，请重新选择。</translation>
        </message>
        <message>
            <source>{file} is a folder. Choose the list inside it.</source>
            <translation>{file} 是文件夹，请选择其中的名单文件。</translation>
        </message>
        <message>
            <source>{file} cannot be opened ({reason}). Close it in other programs, or copy it to this computer and choose it again.</source>
            <translation>无法打开 {file}（{reason}）。请先在其他程序中关闭它，或复制到本机后再选择。</translation>
        </message>
        <message>
            <source>{file} is empty. Choose a list with customers in it.</source>
            <translation>{file} 是空文件，请选择有客户内容的名单。</translation>
        </message>
        <message>
            <source>{file} has {size} MB; at most {limit} MB can be read. Split it into several files.</source>
            <translation>{file} 有 {size} MB，最多可读取 {limit} MB。请拆成几个文件再导入。</translation>
        </message>
        <message>
            <source>{file} would unpack to {size} MB, which no ordinary list does. Save it anew in Excel (only the sheet with customers) and try again.</source>
            <translation>{file} 解压后有 {size} MB，不是正常的名单。请在 Excel 中只保留客户表，另存为新文件后再试。</translation>
        </message>
        <message>
            <source>{file} takes too much memory to read. Copy the rows with customers into a new workbook, save it, and import that.</source>
            <translation>读取 {file} 占用内存过多。请把客户行复制到新的工作簿，保存后再导入。</translation>
        </message>
        <message>
            <source>Reading {file} got stuck for {seconds} seconds. Copy its rows into a new workbook and import that.</source>
            <translation>读取 {file} 超过 {seconds} 秒没有进展。请把客户行复制到新的工作簿后再导入。</translation>
        </message>
        <message>
            <source>{file} is damaged and cannot be read. Open it in Excel, save it under another name, and import that.</source>
            <translation>{file} 已损坏，无法读取。请用 Excel 打开后另存为新文件再导入。</translation>
        </message>
        <message>
            <source>{file} is protected by a password. Open it in Excel, remove the password (File, Info, Protect Workbook), save and import again.</source>
            <translation>{file} 有密码保护。请用 Excel 打开，在“文件—信息—保护工作簿”中去掉密码，保存后再导入。</translation>
        </message>
        <message>
            <source>{file} contains macros, which can do harm and are not needed. Save it in Excel as “Excel Workbook (.xlsx)” and import that.</source>
            <translation>{file} 含有宏，可能有害且导入不需要。请在 Excel 中另存为“Excel 工作簿 (.xlsx)”后再导入。</translation>
        </message>
        <message>
            <source>{file} contains definitions that no ordinary workbook has and that can do harm. Copy its rows into a new workbook and import that.</source>
            <translation>{file} 含有正常工作簿不应有的定义，可能有害。请把客户行复制到新的工作簿后再导入。</translation>
        </message>
        <message>
            <source>{file} has no visible sheet. Unhide the sheet with customers in Excel and save.</source>
            <translation>{file} 没有可见的工作表。请在 Excel 中取消隐藏客户表并保存。</translation>
        </message>
        <message>
            <source>{file} has no sheet named “{sheet}”. Choose another sheet.</source>
            <translation>{file} 中没有名为“{sheet}”的工作表，请选择其他工作表。</translation>
        </message>
        <message>
            <source>{file} has {rows} rows; at most {limit} can be imported at once. Split it into several files.</source>
            <translation>{file} 有 {rows} 行，一次最多导入 {limit} 行。请拆成几个文件。</translation>
        </message>
        <message>
            <source>{file} has {columns} columns; at most {limit} can be read. Delete the columns that are not needed.</source>
            <translation>{file} 有 {columns} 列，最多可读取 {limit} 列。请删去不需要的列。</translation>
        </message>
        <message>
            <source>From line {line} on, a quotation mark in {file} is not closed, or a cell is far too long. Open the file in Excel, save it as .xlsx and import that.</source>
            <translation>{file} 从第 {line} 行起引号没有闭合，或单元格过长。请用 Excel 打开，另存为 .xlsx 后再导入。</translation>
        </message>
        <message>
            <source>The characters of {file} cannot be told from line {line} on: it is neither UTF-8 nor GBK/GB18030. Open it in the program it came from and save it as “CSV UTF-8” or .xlsx.</source>
            <translation>{file} 从第 {line} 行起无法识别文字编码（既不是 UTF-8，也不是 GBK/GB18030）。请在原来的程序中另存为“CSV UTF-8”或 .xlsx。</translation>
        </message>
        <message>
            <source>{file} is a web page in spite of its name. Open it in Excel, save it as “Excel Workbook (.xlsx)” and import that.</source>
            <translation>{file} 名称像表格，其实是网页。请用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”后再导入。</translation>
        </message>
        <message>
            <source>{file} is a PDF. Ask for the list as an Excel or CSV file.</source>
            <translation>{file} 是 PDF 文件。请向对方索取 Excel 或 CSV 格式的名单。</translation>
        </message>
        <message>
            <source>{file} is a picture. Ask for the list as an Excel or CSV file.</source>
            <translation>{file} 是图片。请向对方索取 Excel 或 CSV 格式的名单。</translation>
        </message>
        <message>
            <source>{file} is a sound, picture or film. Choose an Excel, CSV or vCard file.</source>
            <translation>{file} 是音频、图片或视频。请选择 Excel、CSV 或 vCard 文件。</translation>
        </message>
        <message>
            <source>{file} is a program, not a list. Do not open it; ask the sender what it is.</source>
            <translation>{file} 是程序，不是名单。请不要打开，先向发送人核实。</translation>
        </message>
        <message>
            <source>{file} is a compressed archive. Unpack it and choose the list inside.</source>
            <translation>{file} 是压缩包。请先解压，再选择其中的名单。</translation>
        </message>
        <message>
            <source>{file} is a database. Export the customers from its program as Excel or CSV.</source>
            <translation>{file} 是数据库文件。请在原程序中把客户导出为 Excel 或 CSV。</translation>
        </message>
        <message>
            <source>{file} is a text document. Copy the table into Excel, save it and import that.</source>
            <translation>{file} 是文字文档。请把其中的表格复制到 Excel，保存后再导入。</translation>
        </message>
        <message>
            <source>{file} is an OpenDocument file. Save it as “Excel Workbook (.xlsx)” and import that.</source>
            <translation>{file} 是 OpenDocument 文件。请另存为“Excel 工作簿 (.xlsx)”后再导入。</translation>
        </message>
        <message>
            <source>{file} is a binary workbook. Save it in Excel as “Excel Workbook (.xlsx)” and import that.</source>
            <translation>{file} 是二进制工作簿 (.xlsb)。请在 Excel 中另存为“Excel 工作簿 (.xlsx)”后再导入。</translation>
        </message>
        <message>
            <source>{file} comes from a very old Excel (before 1997). Open it in Excel, save it as .xlsx and import that.</source>
            <translation>{file} 是 1997 年以前的 Excel 文件。请用 Excel 打开，另存为 .xlsx 后再导入。</translation>
        </message>
        <message>
            <source>{file} is neither a workbook nor text. Choose an Excel, CSV or vCard file.</source>
            <translation>{file} 既不是工作簿也不是文本。请选择 Excel、CSV 或 vCard 文件。</translation>
        </message>
        <message>
            <source>Neither a name nor a company is given. Fill in one of them.</source>
            <translation>没有姓名，也没有单位名称。请至少填写一项。</translation>
        </message>
        <message>
            <source>“{given}” is no name. Fill in the name of the customer.</source>
            <translation>“{given}”不是姓名，请填写客户的姓名。</translation>
        </message>
        <message>
            <source>Only a name: no phone, WeChat, e-mail or address to reach {name}.</source>
            <translation>只有姓名“{name}”，没有电话、微信、邮箱或地址，无法联系。</translation>
        </message>
        <message>
            <source>Excel has dropped digits of this number ({given}), so it is not taken over. Format the column as text and type the whole number.</source>
            <translation>Excel 已丢失该号码的部分数字（{given}），不能采用。请把该列设为文本格式，重新填写完整号码。</translation>
        </message>
        <message>
            <source>“{given}” is not one of the choices in the settings; it is kept in the note.</source>
            <translation>“{given}”不在设置的选项中，已保留在备注里。</translation>
        </message>
        <message>
            <source>“{given}” is neither male nor female; it is kept in the note.</source>
            <translation>“{given}”不是性别，已保留在备注里。</translation>
        </message>
        <message>
            <source>“{given}” is no mileage; it is kept in the note.</source>
            <translation>“{given}”不是里程数，已保留在备注里。</translation>
        </message>
        <message>
            <source>This text has {found} characters; at most {most} fit. Shorten it.</source>
            <translation>文字有 {found} 个字，最多 {most} 个，请缩短。</translation>
        </message>
        <message>
            <source>No column is marked as name or company. Choose the column that holds it.</source>
            <translation>没有选定“姓名”或“单位”列，请先选择。</translation>
        </message>
        <message>
            <source>The same customer already stands in row {row} of this list (score {score}).</source>
            <translation>与本名单第 {row} 行是同一客户（相似度 {score}）。</translation>
        </message>
        <message>
            <source>This customer is already kept as {number} {name} (score {score}).</source>
            <translation>该客户已存在：{number} {name}（相似度 {score}）。</translation>
        </message>
        <message>
            <source>The import was stopped; nothing was kept.</source>
            <translation>导入已停止，没有保留任何内容。</translation>
        </message>
        <message>
            <source>This import was undone before.</source>
            <translation>这次导入此前已撤销。</translation>
        </message>
        <message>
            <source>“{given}” is no kind of list. Name the file .xlsx, .csv or .vcf.</source>
            <translation>“{given}”不是可导出的格式，请使用 .xlsx、.csv 或 .vcf。</translation>
        </message>
        <message>
            <source>The export was stopped; no file was left.</source>
            <translation>导出已停止，没有留下文件。</translation>
        </message>
        <message>
            <source>{file} cannot be written ({reason}). Close it in other programs or choose another folder.</source>
            <translation>无法写入 {file}（{reason}）。请先在其他程序中关闭它，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>The disk is full. Free some space and try again; nothing was changed.</source>
            <translation>磁盘已满。请清理空间后重试，没有改动任何内容。</translation>
        </message>
        <message>
            <source>The disk reports a fault. Save your work elsewhere and have the disk checked.</source>
            <translation>磁盘读写出错。请尽快备份，并检查磁盘。</translation>
        </message>
        <message>
            <source>The computer is out of memory. Close other programs and try again.</source>
            <translation>内存不足，请关闭其他程序后重试。</translation>
        </message>
        <message>
            <source>The database cannot be written to. Check the rights of its folder and try again.</source>
            <translation>数据库不可写，请检查所在文件夹的权限后重试。</translation>
        </message>
        <message>
            <source>The database is damaged. Stop working with it and restore the latest backup.</source>
            <translation>数据库已损坏。请停止使用，并恢复最近的备份。</translation>
        </message>
        <message>
            <source>This file is no BranchDesk database, or its key is another one. Check which file was chosen.</source>
            <translation>该文件不是本程序的数据库，或密钥不符，请核对所选文件。</translation>
        </message>
        <message>
            <source>The database is busy with another action. Try again in a moment.</source>
            <translation>数据库正忙，请稍后重试。</translation>
        </message>
        <message>
            <source>The database cannot be opened. Check that its folder exists and may be written to.</source>
            <translation>无法打开数据库，请检查文件夹是否存在、是否可写。</translation>
        </message>
        <message>
            <source>This database is still empty. Set it up first.</source>
            <translation>数据库尚未建立，请先进行初始设置。</translation>
        </message>
        <message>
            <source>A newer BranchDesk has worked with this database. Update this program to open it; the data is untouched.</source>
            <translation>该数据库已由更新版本的程序使用。请升级本程序后再打开，数据没有改动。</translation>
        </message>
        <message>
            <source>This database is of an older edition. Upgrade it first; a copy is made before.</source>
            <translation>该数据库是旧版本，请先升级，升级前会自动备份。</translation>
        </message>
        <message>
            <source>There is a database in this folder already. Open it, or choose another folder.</source>
            <translation>该文件夹中已有数据库，请直接打开或另选文件夹。</translation>
        </message>
        <message>
            <source>The folder may not be written to. Ask for the right, or choose another one.</source>
            <translation>没有该文件夹的写入权限，请申请权限或另选文件夹。</translation>
        </message>
        <message>
            <source>The folder is read-only. Choose another one.</source>
            <translation>该文件夹为只读，请另选文件夹。</translation>
        </message>
        <message>
            <source>The file is too large for this disk. Choose another one.</source>
            <translation>文件超过该磁盘允许的大小，请另选磁盘。</translation>
        </message>
        <message>
            <source>The file or folder is not there any more. Check the path.</source>
            <translation>文件或文件夹不存在，请检查路径。</translation>
        </message>
        <message>
            <source>This is a folder, not a file. Choose a file in it.</source>
            <translation>所选的是文件夹，请选择其中的文件。</translation>
        </message>
        <message>
            <source>Another program is using the file. Close it there and try again.</source>
            <translation>文件正被其他程序使用，请关闭后重试。</translation>
        </message>
        <message>
            <source>The text holds characters that cannot be stored; type it instead of pasting it.</source>
            <translation>文字中含有无法保存的字符，请直接输入，不要粘贴。</translation>
        </message>
        <message>
            <source>Somebody else changed the same record at this moment. Look at it again and repeat your change.</source>
            <translation>其他人同时修改了同一记录，请查看后重新修改。</translation>
        </message>
        <message>
            <source>The search was stopped. Try again.</source>
            <translation>查询已停止，请重试。</translation>
        </message>
        <message>
            <source>The server refuses the password. Check the user and the password of the shared database.</source>
            <translation>服务器拒绝了密码，请核对共享数据库的用户名和密码。</translation>
        </message>
        <message>
            <source>The server does not let this user in from here. Ask your administrator.</source>
            <translation>服务器不允许该用户从本机连接，请联系系统管理员。</translation>
        </message>
        <message>
            <source>There is no database or user of this name on the server. Check the address.</source>
            <translation>服务器上没有该数据库或用户，请核对连接地址。</translation>
        </message>
        <message>
            <source>The server cannot prove who it is, so nothing was sent. Ask your administrator for its certificate.</source>
            <translation>无法确认服务器身份，没有发送任何数据。请向管理员索取证书。</translation>
        </message>
        <message>
            <source>The server is starting. Try again in a minute.</source>
            <translation>服务器正在启动，请一分钟后重试。</translation>
        </message>
        <message>
            <source>The server has no free connection. Try again in a moment, or ask your administrator.</source>
            <translation>服务器连接数已满，请稍后重试或联系系统管理员。</translation>
        </message>
        <message>
            <source>The server's disk is full; nothing was changed. Tell your administrator.</source>
            <translation>服务器磁盘已满，没有改动任何内容，请通知系统管理员。</translation>
        </message>
        <message>
            <source>The server does not allow this action to your account. Ask your administrator.</source>
            <translation>服务器不允许您的账号执行此操作，请联系系统管理员。</translation>
        </message>
        <message>
            <source>The server accepts no changes at present. Try again later; nothing was changed.</source>
            <translation>服务器目前不接受修改，请稍后重试，没有改动任何内容。</translation>
        </message>
        <message>
            <source>The connection to the server was lost. Check the network and try again; unsaved input stays on the screen.</source>
            <translation>与服务器的连接中断。请检查网络后重试，未保存的内容仍在屏幕上。</translation>
        </message>
        <message>
            <source>The server cannot be reached. Check the network and the address.</source>
            <translation>无法连接服务器，请检查网络和地址。</translation>
        </message>
        <message>
            <source>This is a folder, not a database. Choose the file in it.</source>
            <translation>所选的是文件夹，不是数据库，请选择其中的文件。</translation>
        </message>
        <message>
            <source>This database belongs to another program. Choose one of BranchDesk, or make a new one.</source>
            <translation>该数据库属于其他程序，请选择本程序的数据库或新建一个。</translation>
        </message>
        <message>
            <source>The database is open in another window. Close it there and try again.</source>
            <translation>数据库正在另一个窗口中使用，请关闭后重试。</translation>
        </message>
        <message>
            <source>This database is not encrypted, so it is none of ours. Choose another file, or make a new database.</source>
            <translation>该数据库未加密，不是本程序建立的，请另选文件或新建数据库。</translation>
        </message>
        <message>
            <source>This database has another key. Choose the key file that belongs to it, or restore both from a backup.</source>
            <translation>该数据库使用的是另一把密钥，请选择对应的密钥文件，或从同一份备份中恢复两者。</translation>
        </message>
        <message>
            <source>The settings cannot be read; the usual ones are in force. Check the rights of the data folder.</source>
            <translation>无法读取本机设置，已使用默认设置，请检查数据文件夹的权限。</translation>
        </message>
        <message>
            <source>The settings were damaged and set aside; the usual ones are in force. Look through them once.</source>
            <translation>本机设置文件已损坏并另存，已使用默认设置，请重新检查各项设置。</translation>
        </message>
        <message>
            <source>A booklet needs at least one form. Enter how many to print.</source>
            <translation>装订册至少要有一份表格，请填写要打印的份数。</translation>
        </message>
        <message>
            <source>The company logo cannot be read. Choose a PNG or JPEG picture in the settings.</source>
            <translation>无法读取公司标志图片，请在设置中选择 PNG 或 JPEG 图片。</translation>
        </message>
        <message>
            <source>This form does not fit on {paper}. Choose {needed} paper.</source>
            <translation>此表格用 {paper} 纸放不下，请选用 {needed} 纸。</translation>
        </message>
        <message>
            <source>There is no screen here; start the program on a desktop, or take the tour: tour --out FOLDER.</source>
            <translation>此处没有显示屏，请在桌面环境中启动，或用 tour --out 文件夹 查看演示。</translation>
        </message>
        <message>
            <source>{path} already holds a branch; open it, or choose another data folder with --data.</source>
            <translation>{path} 中已有分店数据，请直接打开，或用 --data 另选文件夹。</translation>
        </message>
        <message>
            <source>This database holds several branches ({known}); name the one to join with --code.</source>
            <translation>该数据库中有多家分店（{known}），请用 --code 指明要加入的分店。</translation>
        </message>
        <message>
            <source>The check found faults: {faults}. Make a backup now and show this to your administrator.</source>
            <translation>检查发现问题：{faults}。请立即备份，并告知系统管理员。</translation>
        </message>
        <message>
            <source>A dossier is about one customer; name the customer number with --for.</source>
            <translation>客户档案针对一位客户，请用 --for 指明客户编号。</translation>
        </message>
        <message>
            <source>Name the branch with --name and its owner with --admin.</source>
            <translation>请用 --name 指明分店名称，用 --admin 指明负责人。</translation>
        </message>
        <message>
            <source>This computer has not joined {url} yet; start the program there once, or use init --database.</source>
            <translation>本机尚未加入 {url}，请先在界面中加入，或使用 init --database。</translation>
        </message>
        <message>
            <source>There is no branch in {path} yet; start the desktop once, or use init --name … --admin ….</source>
            <translation>{path} 中还没有分店，请先打开一次程序，或使用 init --name … --admin …。</translation>
        </message>
        <message>
            <source>The password of {login} is needed; set BRANCHDESK_PASSWORD or run this at a terminal.</source>
            <translation>需要 {login} 的密码，请设置 BRANCHDESK_PASSWORD 或在终端中运行。</translation>
        </message>
        <message>
            <source>A sample has 1 to {most} customers, not {given}.</source>
            <translation>示例客户数须在 1 至 {most} 之间，不能是 {given}。</translation>
        </message>
        <message>
            <source>Leave the password out of the address: others can read it there. Set PGPASSWORD or use the password file.</source>
            <translation>地址中请勿写密码，以免被他人看到；请设置 PGPASSWORD 或使用密码文件。</translation>
        </message>
        <message>
            <source>The address names no database; it ends like …/branchdesk.</source>
            <translation>地址中没有数据库名，结尾应形如 …/branchdesk。</translation>
        </message>
        <message>
            <source>“{given}” is no address of a shared database; it looks like postgresql://name@server/branchdesk.</source>
            <translation>“{given}”不是共享数据库地址，应形如 postgresql://用户名@服务器/branchdesk。</translation>
        </message>
        <message>
            <source>Say who you are: --user with your sign-in name.</source>
            <translation>请用 --user 指明您的登录名。</translation>
        </message>
        <message>
            <source>This attachment is damaged; fetch it from a backup or attach the file again.</source>
            <translation>该附件已损坏，请从备份中取回或重新添加。</translation>
        </message>
        <message>
            <source>“{name}” is empty; choose another file.</source>
            <translation>“{name}”是空文件，请另选文件。</translation>
        </message>
        <message>
            <source>The content of this attachment has not arrived here yet; try again after the next exchange of data.</source>
            <translation>该附件的内容尚未传到本机，请在下次同步后再试。</translation>
        </message>
        <message>
            <source>“{name}” is larger than {most} MB; make it smaller or ask a manager to raise the limit.</source>
            <translation>“{name}”超过 {most} MB，请压缩后再添加，或请店长调高上限。</translation>
        </message>
        <message>
            <source>Somebody else has changed this card meanwhile; compare field by field and choose what is right.</source>
            <translation>这张卡刚被他人修改，请逐项核对后选择正确的内容。</translation>
        </message>
        <message>
            <source>This is probably {name} ({number}), who has a card already; open it, or register anyway.</source>
            <translation>很可能是已建卡的 {name}（{number}），请打开原卡，或确认仍要登记。</translation>
        </message>
        <message>
            <source>Write what the contact was about.</source>
            <translation>请填写往来事项。</translation>
        </message>
        <message>
            <source>{given} is in the future; a contact is written down after it took place.</source>
            <translation>{given} 晚于现在，请在联系之后再记录。</translation>
        </message>
        <message>
            <source>This field must be filled in.</source>
            <translation>此项必填。</translation>
        </message>
        <message>
            <source>There is no field “{field}” on a card.</source>
            <translation>客户卡上没有“{field}”这一项。</translation>
        </message>
        <message>
            <source>Form {serial} has been entered already; check the serial on the paper.</source>
            <translation>表单 {serial} 已经录入，请核对纸面编号。</translation>
        </message>
        <message>
            <source>Form {serial} is marked as spoilt; check the serial, or use a new form.</source>
            <translation>表单 {serial} 已作废，请核对编号或换用新表。</translation>
        </message>
        <message>
            <source>No form with the serial {serial} was issued here; check the serial on the paper.</source>
            <translation>本店没有发放过编号 {serial} 的表单，请核对纸面编号。</translation>
        </message>
        <message>
            <source>“{given}” is no gender; enter 男 or 女.</source>
            <translation>“{given}”不是性别，请填 男 或 女。</translation>
        </message>
        <message>
            <source>There is no customer with the number {given}; look the customer up by name or phone.</source>
            <translation>没有编号为 {given} 的客户，请按姓名或电话查找。</translation>
        </message>
        <message>
            <source>The card of {name} ({number}) was worked on since; open it, and delete it there if it is wrong.</source>
            <translation>{name}（{number}）的客户卡登记后已有改动，请打开该卡核对，确有错误再删除。</translation>
        </message>
        <message>
            <source>Nothing was filled in; fill in at least one field.</source>
            <translation>没有填写任何内容，请至少填写一项。</translation>
        </message>
        <message>
            <source>This record is no longer here: it was deleted, or belongs to another branch.</source>
            <translation>该记录已不在：可能已删除，或属于其他分店。</translation>
        </message>
        <message>
            <source>A booklet has 1 to {most} sheets, not {given}; enter another number.</source>
            <translation>一册为 1 至 {most} 张，不能是 {given} 张，请重新填写。</translation>
        </message>
        <message>
            <source>The text has {found} characters; {most} fit here. Shorten it or use the note.</source>
            <translation>内容有 {found} 个字，此处最多 {most} 个字，请缩短或写入备注。</translation>
        </message>
        <message>
            <source>“{given}” is no whole number; enter digits only.</source>
            <translation>“{given}”不是整数，请只输入数字。</translation>
        </message>
        <message>
            <source>“{given}” is no month to keep a birthday in.</source>
            <translation>“{given}”不是可选的过生日月份。</translation>
        </message>
        <message>
            <source>The file {name} could not be read. Check that it still exists and is not open elsewhere.</source>
            <translation>无法读取文件 {name}，请确认文件存在且没有被其他程序占用。</translation>
        </message>
        <message>
            <source>The copy could not be written to {name}. Choose another folder.</source>
            <translation>无法写入 {name}，请换一个文件夹。</translation>
        </message>
        <message>
            <source>There is no backup {path}. Check the name.</source>
            <translation>找不到备份 {path}，请核对名称。</translation>
        </message>
        <message>
            <source>{path} is not a backup of BranchDesk. Choose a file that ends in .bdbackup.</source>
            <translation>{path} 不是本程序的备份，请选择以 .bdbackup 结尾的文件。</translation>
        </message>
        <message>
            <source>The backup {path} is damaged or not whole. Use another one; nothing was changed.</source>
            <translation>备份 {path} 已损坏或不完整，请改用其他备份，没有改动任何内容。</translation>
        </message>
        <message>
            <source>The backup {path} was made by a newer BranchDesk. Update this program; nothing was changed.</source>
            <translation>备份 {path} 由更新版本的程序制作，请升级本程序，没有改动任何内容。</translation>
        </message>
        <message>
            <source>Another window is backing up or restoring this database. Wait until it has finished.</source>
            <translation>另一个窗口正在备份或恢复该数据库，请等待其完成。</translation>
        </message>
        <message>
            <source>{path} is not a backup and would be overwritten. Choose another name.</source>
            <translation>{path} 不是备份文件，会被覆盖，请换一个名称。</translation>
        </message>
        <message>
            <source>There is no database {path}. Check the data folder, or restore a backup.</source>
            <translation>没有数据库 {path}，请核对数据文件夹，或恢复备份。</translation>
        </message>
        <message>
            <source>There is no folder {path}. Make it, or choose another.</source>
            <translation>没有文件夹 {path}，请先建立，或另选文件夹。</translation>
        </message>
        <message>
            <source>A shared database is restored on its server. Ask its administrator to use pg_restore.</source>
            <translation>共享数据库须在服务器上恢复，请管理员使用 pg_restore。</translation>
        </message>
        <message>
            <source>Backing up a shared database needs PostgreSQL's program pg_dump. Install the PostgreSQL client programs, or back up on the server.</source>
            <translation>备份共享数据库需要 PostgreSQL 的 pg_dump 程序，请安装 PostgreSQL 客户端程序，或在服务器上备份。</translation>
        </message>
        <message>
            <source>The pg_dump of this computer is older than the server. Install the client programs of the server's version, or back up on the server.</source>
            <translation>本机的 pg_dump 比服务器旧，请安装与服务器同版本的客户端程序，或在服务器上备份。</translation>
        </message>
        <message>
            <source>The server could not be backed up ({told}). Ask its administrator; nothing was changed.</source>
            <translation>无法备份服务器（{told}），请联系管理员，没有改动任何内容。</translation>
        </message>
        <message>
            <source>This is not the passphrase of this database. Type it again; nothing was changed.</source>
            <translation>数据库口令不正确，请重新输入，没有改动任何内容。</translation>
        </message>
        <message>
            <source>This database has no passphrase. Open it with the recovery key printed at the first start.</source>
            <translation>该数据库没有设置口令，请用首次启动时打印的恢复密钥打开。</translation>
        </message>
        <message>
            <source>This computer does not keep the key of the database. Type the passphrase or the recovery key.</source>
            <translation>本机没有保存数据库密钥，请输入口令或恢复密钥。</translation>
        </message>
        <message>
            <source>The passphrase is too short. Choose one with at least {needed} characters.</source>
            <translation>口令太短，请至少使用 {needed} 个字符。</translation>
        </message>
        <message>
            <source>This computer has no keyring that could keep the key. Use the passphrase.</source>
            <translation>本机没有可以保存密钥的密钥环，请使用口令。</translation>
        </message>
        <message>
            <source>The keyring of this computer is locked. Unlock it and try again, or use the passphrase.</source>
            <translation>本机的密钥环已锁定，请解锁后重试，或使用口令。</translation>
        </message>
        <message>
            <source>The keyring of this computer no longer holds the key. Open the database with the passphrase or the recovery key.</source>
            <translation>本机密钥环中已没有该密钥，请用口令或恢复密钥打开数据库。</translation>
        </message>
        <message>
            <source>This database is not remembered on any computer. Use the passphrase or the recovery key.</source>
            <translation>没有任何电脑记住该数据库，请使用口令或恢复密钥。</translation>
        </message>
        <message>
            <source>Group {group} of the recovery key is wrong: “{shown}”. Compare it with the paper.</source>
            <translation>恢复密钥第 {group} 组有误：“{shown}”，请与纸上核对。</translation>
        </message>
        <message>
            <source>The recovery key has {needed} letters and digits, {given} were typed. Compare it with the paper.</source>
            <translation>恢复密钥共 {needed} 个字母和数字，已输入 {given} 个，请与纸上核对。</translation>
        </message>
        <message>
            <source>This recovery key is of another database, or was replaced. Look for the newest paper.</source>
            <translation>该恢复密钥属于其他数据库或已被更换，请找出最新的一张。</translation>
        </message>
        <message>
            <source>This database has no recovery key. Open it with the passphrase.</source>
            <translation>该数据库没有恢复密钥，请用口令打开。</translation>
        </message>
        <message>
            <source>The key file {path} is missing. Copy it back, or restore the latest backup, which holds one.</source>
            <translation>缺少密钥文件 {path}，请复制回来，或恢复最近的备份（备份中含有密钥文件）。</translation>
        </message>
        <message>
            <source>The key file {path} is damaged. Restore the latest backup, which holds a whole one.</source>
            <translation>密钥文件 {path} 已损坏，请恢复最近的备份（备份中含有完好的密钥文件）。</translation>
        </message>
        <message>
            <source>The key file {path} was written by a newer BranchDesk. Update this program.</source>
            <translation>密钥文件 {path} 由更新版本的程序写入，请升级本程序。</translation>
        </message>
        <message>
            <source>The key file {path} belongs to another database. Restore database and key from one backup.</source>
            <translation>密钥文件 {path} 属于另一个数据库，请从同一份备份中恢复数据库和密钥。</translation>
        </message>
        <message>
            <source>There is already a key file {path}. Open that database, or choose another folder.</source>
            <translation>已有密钥文件 {path}，请打开该数据库，或另选文件夹。</translation>
        </message>
        <message>
            <source>This way of opening the database has been removed already. Look at the list again.</source>
            <translation>这种打开方式已被移除，请重新查看列表。</translation>
        </message>
        <message>
            <source>Nothing that a person can type would open the database any more. Set a passphrase or print a new recovery key first.</source>
            <translation>移除后将没有任何可输入的方式能打开数据库，请先设置口令或打印新的恢复密钥。</translation>
        </message>
        <message>
            <source>{path} is on another computer's disk, where a local database would be damaged. Choose a folder of this computer, or share a PostgreSQL server (--database).</source>
            <translation>{path} 位于其他电脑的磁盘上，本地数据库放在那里会损坏。请选择本机文件夹，或使用共享的 PostgreSQL 服务器（--database）。</translation>
        </message>
        <message>
            <source>{path} is a file, not a folder. Choose another data folder.</source>
            <translation>{path} 是文件而不是文件夹，请另选数据文件夹。</translation>
        </message>
        <message>
            <source>The two entries differ; type the same one twice.</source>
            <translation>两次输入不一致，请输入相同的内容。</translation>
        </message>
        <message>
            <source>No printer is set up on this computer. Set one up in the system, or save the document as PDF.</source>
            <translation>这台电脑没有安装打印机。请先在系统中添加打印机，或将文档存为 PDF。</translation>
        </message>
        <message>
            <source>There is no printer “{printer}” (any more). Choose another one; nothing was printed.</source>
            <translation>找不到打印机“{printer}”。请另选一台；没有打印任何内容。</translation>
        </message>
        <message>
            <source>There are several printers and none is the usual one. Choose one: {known}.</source>
            <translation>有多台打印机，但没有默认打印机。请选择一台：{known}。</translation>
        </message>
        <message>
            <source>The printer “{printer}” did not take the document. {reason} Check that it is on and has paper.</source>
            <translation>打印机“{printer}”没有接收文档。{reason}请检查打印机是否开机、是否有纸。</translation>
        </message>
        <message>
            <source>The printing system of this computer does not answer. Try again, or save the document as PDF.</source>
            <translation>这台电脑的打印系统没有响应。请重试，或将文档存为 PDF。</translation>
        </message>
        <message>
            <source>The printer “{printer}” has no tray “{tray}”. Choose the tray anew; nothing was printed.</source>
            <translation>打印机“{printer}”没有纸盒“{tray}”。请重新选择纸盒；没有打印任何内容。</translation>
        </message>
        <message>
            <source>“{given}” is no time of day; type it as 18:00.</source>
            <translation>“{given}”不是时间，请按 18:00 的格式填写。</translation>
        </message>
        <message>
            <source>An edition has 1 to {most} characters, such as 2026-1.</source>
            <translation>版次为 1 至 {most} 个字符，例如 2026-1。</translation>
        </message>
        <message>
            <source>“{given}” is not in the list; known are {known}. Part several with commas.</source>
            <translation>“{given}”不在列表中；可用的有 {known}，多个请用逗号分开。</translation>
        </message>
        <message>
            <source>{given} is out of range; choose between {least} and {most}.</source>
            <translation>{given} 超出范围，请填写 {least} 至 {most} 之间的数。</translation>
        </message>
        <message>
            <source>“{given}” is not a whole number; type figures only.</source>
            <translation>“{given}”不是整数，请只填数字。</translation>
        </message>
        <message>
            <source>Only headquarters changes days for all branches; enter this one for your branch.</source>
            <translation>只有总部能修改全部分店的日期；请只为本分店填写。</translation>
        </message>
        <message>
            <source>{day} is entered for all branches. Enter what holds for your branch instead, such as special hours; that comes first.</source>
            <translation>{day} 是全部分店的日期。请为本分店另外填写（例如特别营业时间），本分店的优先。</translation>
        </message>
        <message>
            <source>{day} was changed again meanwhile and stays as it is now.</source>
            <translation>{day} 在此期间又有改动，保持现状。</translation>
        </message>
        <message>
            <source>A closed day has no hours; leave them empty or choose special hours.</source>
            <translation>停业日没有营业时间；请留空，或选择“特别时间”。</translation>
        </message>
        <message>
            <source>Enter the hours of that day, such as 10:00-16:00.</source>
            <translation>请填写当天的营业时间，例如 10:00-16:00。</translation>
        </message>
        <message>
            <source>The name of a day has at most {most} characters.</source>
            <translation>日期名称最多 {most} 个字。</translation>
        </message>
        <message>
            <source>The calendar reaches from {first} to {last}.</source>
            <translation>日历的范围是 {first} 年到 {last} 年。</translation>
        </message>
        <message>
            <source>At most {most} days are entered at once.</source>
            <translation>一次最多填写 {most} 天。</translation>
        </message>
        <message>
            <source>The last day, {last}, lies before the first, {first}.</source>
            <translation>结束日期 {last} 早于开始日期 {first}。</translation>
        </message>
        <message>
            <source>A time limit cannot be below zero.</source>
            <translation>时限不能小于零。</translation>
        </message>
        <message>
            <source>This lies further ahead than the calendar reaches.</source>
            <translation>超出了日历能计算的范围。</translation>
        </message>
        <message>
            <source>“{given}” are no opening hours. Type them as 9:00-12:00 13:00-18:00, each ending later than it starts; 24:00 is midnight.</source>
            <translation>“{given}”不是有效的营业时间。请按 9:00-12:00 13:00-18:00 填写，结束要晚于开始；24:00 表示午夜。</translation>
        </message>
        <message>
            <source>No opening hour is found for two years; enter the opening hours in the settings.</source>
            <translation>两年内没有任何营业时间；请在设置中填写营业时间。</translation>
        </message>
        <message>
            <source>The lunar calendar is known here from {first} to {last}; {given} lies outside. Choose a day within.</source>
            <translation>农历仅收录 {first} 至 {last} 年，{given} 不在范围内，请选择范围内的日期。</translation>
        </message>
        <message>
            <source>The lunar year {year} has no such day: month {month}, day {day}. Check month, leap mark and day.</source>
            <translation>农历 {year} 年没有这一天：{month} 月 {day} 日。请核对月份、是否闰月和日期。</translation>
        </message>
        <message>
            <source>There is no solar term “{given}”; write one of the 24 names, such as 清明.</source>
            <translation>没有名为“{given}”的节气，请填写二十四节气之一，例如“清明”。</translation>
        </message>
        <message>
            <source>A festival needs a month and a day that exist, or the name of a solar term.</source>
            <translation>请为节日填写存在的月和日，或填写节气名称。</translation>
        </message>
        <message>
            <source>There are more than {most} calls; choose fewer days or one person.</source>
            <translation>通话超过 {most} 条；请缩短日期范围，或只选一个人。</translation>
        </message>
        <message>
            <source>Only the telephone log is printed by the day; leave --day out, or print phone-log.</source>
            <translation>只有电话记录可以按日打印；请去掉 --day，或改为打印 phone-log。</translation>
        </message>
        <message>
            <source>Form {serial} was issued by another branch; send it there, or check the serial.</source>
            <translation>表单 {serial} 是其他分店发放的；请转交该店，或核对编号。</translation>
        </message>
        <message>
            <source>Form {serial} was printed for another customer; check the serial on the paper.</source>
            <translation>表单 {serial} 是为另一位客户打印的；请核对纸上的编号。</translation>
        </message>
        <message>
            <source>Form {serial} is another kind of form; enter it where that form belongs.</source>
            <translation>表单 {serial} 是另一种表单；请到该表单的录入处录入。</translation>
        </message>
        <message>
            <source>Form {serial} is from the booklet of {name}; check the serial, or enter it anyway.</source>
            <translation>表单 {serial} 属于 {name} 领用的装订册；请核对编号，或选择仍要录入。</translation>
        </message>
        <message>
            <source>Form {serial} was printed for another visit; type its serial into the box to open that one.</source>
            <translation>表单 {serial} 是为另一次拜访打印的；请在编号框输入该编号，打开那次拜访。</translation>
        </message>
        <message>
            <source>The period ends ({last}) before it begins ({first}); check both days.</source>
            <translation>结束日期（{last}）早于开始日期（{first}）；请核对。</translation>
        </message>
        <message>
            <source>“{given}” is no period; write a year (2026), a quarter (2026Q3) or a month (2026-11).</source>
            <translation>“{given}”不是期间；请写年（2026）、季度（2026Q3）或月（2026-11）。</translation>
        </message>
        <message>
            <source>Write what the visit is to achieve.</source>
            <translation>请写明这次拜访要达到什么目的。</translation>
        </message>
        <message>
            <source>This visit was called off ({reason}); take it up again first, then enter the results.</source>
            <translation>这次拜访已取消（{reason}）；请先恢复拜访，再录入结果。</translation>
        </message>
        <message>
            <source>{by} has changed this visit meanwhile and it was not saved; look at what is there now, then save again.</source>
            <translation>{by} 刚刚修改了这次拜访，您的内容未保存；请先看现在的内容，再保存一次。</translation>
        </message>
        <message>
            <source>“{given}” is no time of day; write it as 14:05.</source>
            <translation>“{given}”不是时间；请写成 14:05。</translation>
        </message>
        <message>
            <source>This visit is over; take the results back before changing its plan.</source>
            <translation>这次拜访已经结束；要修改计划，请先撤回结果。</translation>
        </message>
        <message>
            <source>Choose the customer from the list; whoever is not in it is registered first.</source>
            <translation>请从列表中选择客户；列表中没有的，请先登记。</translation>
        </message>
        <message>
            <source>The card of {name} ({number}) was deleted; restore the card first, or call the visit off.</source>
            <translation>{name}（{number}）的档案已被删除；请先恢复档案，或取消这次拜访。</translation>
        </message>
        <message>
            <source>Fill in at least one answer or choose an outcome.</source>
            <translation>请至少填写一项内容，或选择结果。</translation>
        </message>
        <message>
            <source>{given} is still to come; results are entered after the visit.</source>
            <translation>{given} 还没有到；拜访结束后再录入结果。</translation>
        </message>
        <message>
            <source>These results stand on form {serial} already; take them back before entering another sheet.</source>
            <translation>这次结果已按表单 {serial} 录入；要换另一张表，请先撤回结果。</translation>
        </message>
        <message>
            <source>{given} is still to come; plan the visit and enter the results afterwards.</source>
            <translation>{given} 还没有到；请先安排拜访，结束后再录入结果。</translation>
        </message>
        <message>
            <source>{given} is over; choose a later time, or enter a visit that has taken place.</source>
            <translation>{given} 已经过去；请选择以后的时间，或直接录入已完成的拜访。</translation>
        </message>
        <message>
            <source>A visit takes 1 to {most} minutes, not {given}; enter another number.</source>
            <translation>拜访时长应为 1 至 {most} 分钟，不能是 {given}；请重新输入。</translation>
        </message>
        <message>
            <source>Nothing has been entered for this visit; photos and scans are kept with the results.</source>
            <translation>这次拜访还没有录入结果；照片和扫描件随结果一起保存。</translation>
        </message>
        <message>
            <source>{name} asked not to be contacted; no visit can be planned until that mark is taken off the card.</source>
            <translation>{name} 要求不再联系；请先在档案中取消“请勿联系”，再安排拜访。</translation>
        </message>
        <message>
            <source>This visit is open already; enter its results.</source>
            <translation>这次拜访尚未结束；请录入结果。</translation>
        </message>
        <message>
            <source>“{given}” is no outcome of the list; choose one of the list.</source>
            <translation>“{given}”不在结果列表中；请从列表中选择。</translation>
        </message>
        <message>
            <source>Write why the visit is called off.</source>
            <translation>请写明取消拜访的原因。</translation>
        </message>
        <message>
            <source>The visit ended ({ended}) before it began ({started}); check both times.</source>
            <translation>结束时间（{ended}）早于开始时间（{started}）；请核对两个时间。</translation>
        </message>
        <message>
            <source>From {started} to {ended} is more than a day; check both times.</source>
            <translation>从 {started} 到 {ended} 超过一天；请核对两个时间。</translation>
        </message>
        <message>
            <source>A period runs from an earlier to a later day and lasts at most {most} years: {first} to {last}.</source>
            <translation>时间段须从较早的日期到较晚的日期，最长{most}年：{first} 至 {last}。</translation>
        </message>
        <message>
            <source>{given} is just past; write the year if next year is meant.</source>
            <translation>{given} 刚刚过去；如指明年，请写上年份。</translation>
        </message>
        <message>
            <source>{given} is no day; write it as 明天, 周五, 下周三, 3天后 or 12-03.</source>
            <translation>“{given}”不是日期；请写成 明天、周五、下周三、3天后 或 12-03。</translation>
        </message>
        <message>
            <source>{given} is no period; write 2026-11, 2026Q3, 2026, or 2026-11-01..2026-11-15.</source>
            <translation>“{given}”不是期间；请写成 2026-11、2026Q3、2026 或 2026-11-01..2026-11-15。</translation>
        </message>
        <message>
            <source>{name} asked not to be contacted; ask a manager if it must be.</source>
            <translation>{name} 要求勿扰；如确需联系，请店长处理。</translation>
        </message>
        <message>
            <source>{given} minutes cannot be; enter 0 to {most}, or leave it empty.</source>
            <translation>时长不能是 {given} 分钟；请填 0 到 {most}，或留空。</translation>
        </message>
        <message>
            <source>{given} is past; choose today or a later time.</source>
            <translation>{given} 已经过去；请选今天或以后的时间。</translation>
        </message>
        <message>
            <source>{by} changed “{title}” meanwhile; look at it again, then repeat your change.</source>
            <translation>{by} 刚刚改动了“{title}”；请再看一遍，再改。</translation>
        </message>
        <message>
            <source>It ends before it starts; check day and time.</source>
            <translation>结束早于开始；请检查日期和时间。</translation>
        </message>
        <message>
            <source>It would be over on {given} already; choose today or a later day.</source>
            <translation>到 {given} 已经结束；请选今天或以后的日子。</translation>
        </message>
        <message>
            <source>Say on which day, and from when.</source>
            <translation>请写明哪一天、几点开始。</translation>
        </message>
        <message>
            <source>Say what it is about.</source>
            <translation>请写明联系事由。</translation>
        </message>
        <message>
            <source>An appointment takes {most} days at most; enter the parts one by one.</source>
            <translation>一次安排最长 {most} 天；请分几次填写。</translation>
        </message>
        <message>
            <source>{given} is no day of this calendar, which goes from {first} to {last}; check the year.</source>
            <translation>日历从 {first} 年到 {last} 年，没有 {given}；请检查年份。</translation>
        </message>
        <message>
            <source>The characters of this calendar file cannot be read; export it anew as UTF-8.</source>
            <translation>无法识别这个日历文件的文字编码；请重新导出为 UTF-8。</translation>
        </message>
        <message>
            <source>{part} of this event cannot be read; enter the event by hand.</source>
            <translation>这个日程的 {part} 无法读取；请手工录入。</translation>
        </message>
        <message>
            <source>The file holds {count} events, more than {most}; confirm that all are wanted, or export fewer.</source>
            <translation>文件里有 {count} 个日程，超过 {most} 个；请确认全部需要，或少导出一些。</translation>
        </message>
        <message>
            <source>“{title}” was closed here already, so it was not moved.</source>
            <translation>“{title}”在这里已经结束，没有移动。</translation>
        </message>
        <message>
            <source>This is no calendar file; choose a file that ends in .ics.</source>
            <translation>这不是日历文件；请选择以 .ics 结尾的文件。</translation>
        </message>
        <message>
            <source>“{title}” was changed here after this file was written; export it anew, then move it.</source>
            <translation>“{title}”在导出之后又在这里改动过；请重新导出，再移动。</translation>
        </message>
        <message>
            <source>The file holds one changed occurrence without its series; export the whole series.</source>
            <translation>文件只有某一次的改动，没有整个系列；请导出整个系列。</translation>
        </message>
        <message>
            <source>The calendar file is larger than {megabytes} MB; export a shorter time.</source>
            <translation>日历文件超过 {megabytes} MB；请导出较短的时间。</translation>
        </message>
        <message>
            <source>The file holds {count} events; {most} at most are read. Export a shorter time.</source>
            <translation>文件里有 {count} 个日程，最多读 {most} 个；请导出较短的时间。</translation>
        </message>
        <message>
            <source>More than {most} occurrences of this series were changed one by one; enter it by hand.</source>
            <translation>这个系列单独改动过的次数超过 {most}；请手工录入。</translation>
        </message>
        <message>
            <source>{path} cannot be written; choose another folder.</source>
            <translation>无法写入 {path}；请换一个文件夹。</translation>
        </message>
        <message>
            <source>It can take place 1 to {most} times, not {given}; enter another number.</source>
            <translation>次数不能是 {given}；请填 1 到 {most}。</translation>
        </message>
        <message>
            <source>A month has no day {given}; choose 1 to 31 or the last.</source>
            <translation>每月没有 {given} 日；请填 1 到 31，或选最后一天。</translation>
        </message>
        <message>
            <source>How this one recurs came from a file and cannot be moved to another day by itself; open it and say anew how it recurs, or move this one occurrence only.</source>
            <translation>它的重复规则来自文件，不能整体改到别的日子；请打开它重新设定重复，或只移动这一次。</translation>
        </message>
        <message>
            <source>{given} is neither a day nor a number of times; write 2027-01-31 or 10 times.</source>
            <translation>{given} 不是日期，也不是次数；请写 2027-01-31 或 10次。</translation>
        </message>
        <message>
            <source>It recurs until {until}, but starts on {first}; choose a later end.</source>
            <translation>重复到 {until} 为止，但 {first} 才开始；请选更晚的结束日期。</translation>
        </message>
        <message>
            <source>The distance is 1 to {most}, not {given}; enter another number.</source>
            <translation>间隔不能是 {given}；请填 1 到 {most}。</translation>
        </message>
        <message>
            <source>{part}: more than once a day, over 366 times a year, would flood the calendar; choose days.</source>
            <translation>{part}：一天多次、一年超过 366 次会淹没日历；请改为按天重复。</translation>
        </message>
        <message>
            <source>There is no day on which it would take place; check day, month and end.</source>
            <translation>照这样没有一天会发生；请检查日、月和结束日期。</translation>
        </message>
        <message>
            <source>{part} of its recurrence is not known here; enter it by hand with another recurrence.</source>
            <translation>重复规则中的 {part} 这里不认识；请手工录入，换一种重复方式。</translation>
        </message>
        <message>
            <source>Choose at least one weekday.</source>
            <translation>请至少选一个星期几。</translation>
        </message>
        <message>
            <source>“{given}” is no recurrence; it was not read.</source>
            <translation>“{given}”不是重复规则，没有读入。</translation>
        </message>
        <message>
            <source>This report is written as {kinds}, not as {given}; name the file accordingly.</source>
            <translation>此报表只能存为 {kinds}，不能存为 {given}；请改文件名。</translation>
        </message>
        <message>
            <source>{given} minutes cannot be planned; enter 1 to {most}.</source>
            <translation>不能安排 {given} 分钟；请填 1 到 {most}。</translation>
        </message>
        <message>
            <source>Say why it is called off.</source>
            <translation>请写明取消原因。</translation>
        </message>
        <message>
            <source>{given} is more than {most} days ahead; check the year.</source>
            <translation>{given} 超出今后 {most} 天；请检查年份。</translation>
        </message>
        <message>
            <source>{first} is after {last}; choose the days anew.</source>
            <translation>{first} 晚于 {last}；请重新选择日期。</translation>
        </message>
        <message>
            <source>{due} items would change hands, more than {most}; choose fewer days, or do it anyway.</source>
            <translation>将移交 {due} 项，超过 {most} 项；请减少天数，或确认仍要移交。</translation>
        </message>
        <message>
            <source>It is theirs already; choose somebody else.</source>
            <translation>这些事项本来就属于此人；请选择其他人。</translation>
        </message>
        <message>
            <source>It was closed already by {by}; reload the list.</source>
            <translation>已由 {by} 结束；请刷新列表。</translation>
        </message>
        <message>
            <source>It is no longer due: it was done, changed or taken away meanwhile; reload the list.</source>
            <translation>此项已不再到期：可能已完成、已更改或已取消；请刷新列表。</translation>
        </message>
        <message>
            <source>{by} moved it to {to} meanwhile; look at it again and move it from there.</source>
            <translation>{by} 刚把它改到 {to}；请重新查看后再改。</translation>
        </message>
        <message>
            <source>It is open; there is nothing to take back.</source>
            <translation>此项尚未结束，无需撤销。</translation>
        </message>
        <message>
            <source>This is no follow-up; open the appointment or the occasion itself.</source>
            <translation>这不是跟进事项；请打开该日程或关怀本身。</translation>
        </message>
        <message>
            <source>This belongs to {owner}; ask them, or a manager, to hand it over.</source>
            <translation>此项属于 {owner}；请本人办理，或请店长移交。</translation>
        </message>
        <message>
            <source>The same step is planned anew already; work on that one instead.</source>
            <translation>同一步骤已另行安排；请在那一项上操作。</translation>
        </message>
        <message>
            <source>Choose why the need was lost, or mark it as bought.</source>
            <translation>请选择战败原因；若已成交，请标为已购买。</translation>
        </message>
        <message>
            <source>{given} is no reason of the list; choose one of the list.</source>
            <translation>列表中没有“{given}”这个战败原因；请从列表中选择。</translation>
        </message>
        <message>
            <source>This need is closed already; open it again first.</source>
            <translation>该需求已关闭；请先重新打开。</translation>
        </message>
        <message>
            <source>The customer has no open need that could be lost; leave the reason empty.</source>
            <translation>该客户没有可战败的有效需求；请将原因留空。</translation>
        </message>
        <message>
            <source>{given} is no result of the list; choose one of the list.</source>
            <translation>列表中没有“{given}”这个结果；请从列表中选择。</translation>
        </message>
        <message>
            <source>{by} changed the owners meanwhile; look at them again.</source>
            <translation>{by} 刚更改了负责人；请重新查看。</translation>
        </message>
        <message>
            <source>{name} cannot be both owners; choose somebody else as second.</source>
            <translation>{name} 不能同时担任两位负责人；请另选第二负责人。</translation>
        </message>
        <message>
            <source>There is nothing to do in this list.</source>
            <translation>列表中没有要做的事项。</translation>
        </message>
        <message>
            <source>Say what came of line {number}: {possible}; or a day to move it to, such as 明天.</source>
            <translation>请写出第 {number} 项的结果：{possible}；或改到哪天，例如 明天。</translation>
        </message>
        <message>
            <source>Begin with the number of the line, 1 to {most}, such as 7 通 满意.</source>
            <translation>请先写序号 1 到 {most}，例如 7 通 满意。</translation>
        </message>
        <message>
            <source>{given} may mean several results: {possible}. Type one more character.</source>
            <translation>“{given}”可能是多个结果：{possible}。请多打一个字。</translation>
        </message>
        <message>
            <source>{first} and {second} cannot both be; leave one.</source>
            <translation>“{first}”和“{second}”不能同时成立；请只留一个。</translation>
        </message>
        <message>
            <source>{given} is not understood; possible: {possible}, a way such as 通 or 微信, a day such as 明天.</source>
            <translation>没看懂“{given}”；可用：{possible}，方式如 通、微信，日期如 明天。</translation>
        </message>
        <message>
            <source>{by} recorded a result already; reload the list.</source>
            <translation>{by} 已登记过结果；请刷新列表。</translation>
        </message>
        <message>
            <source>{count} of these were greeted on this occasion already; take them out of the selection.</source>
            <translation>选中的客户里有 {count} 位在这个日子已经关怀过；请从选择中去掉。</translation>
        </message>
        <message>
            <source>This customer may not be greeted: {why}.</source>
            <translation>不能关怀这位客户：{why}。</translation>
        </message>
        <message>
            <source>Say in up to {most} characters why the message did not arrive.</source>
            <translation>请写明消息为何没有送达（最多 {most} 个字）。</translation>
        </message>
        <message>
            <source>A festival is shown 0 to {most} days ahead; enter another number.</source>
            <translation>节日最多提前 {most} 天显示；请改一个数。</translation>
        </message>
        <message>
            <source>Name the festival in 1 to {most} characters.</source>
            <translation>请填写节日名称（1 到 {most} 个字）。</translation>
        </message>
        <message>
            <source>Say in 1 to {most} characters what was given.</source>
            <translation>请填写送了什么（1 到 {most} 个字）。</translation>
        </message>
        <message>
            <source>A gift has 1 to {most} pieces, not {given}; enter another number.</source>
            <translation>数量应为 1 到 {most}，不能是 {given}；请改一个数。</translation>
        </message>
        <message>
            <source>The serial {given} does not end in a number that could be counted on; give the coupons one by one.</source>
            <translation>券号 {given} 不是以数字结尾，无法为多位客户依次编号；请逐位登记。</translation>
        </message>
        <message>
            <source>The coupon {serial} was given already; check the number on the coupon.</source>
            <translation>券号 {serial} 已经发出过；请核对券上的号码。</translation>
        </message>
        <message>
            <source>{given} gifts at once are more than {most}; choose fewer customers.</source>
            <translation>一次登记 {given} 份礼品，超过 {most} 份；请少选一些客户。</translation>
        </message>
        <message>
            <source>{given} cannot be the value of a gift; enter 0 to {most} yuan.</source>
            <translation>礼品价值不能是 {given}；请填 0 到 {most} 元。</translation>
        </message>
        <message>
            <source>{given} cannot be a service interval; enter 1 to {most}, or leave it empty for the usual one.</source>
            <translation>保养间隔不能是 {given}；请填 1 到 {most}，或留空使用通用间隔。</translation>
        </message>
        <message>
            <source>A text of {found} characters is too long to hand to the mail program; save it as a mail file instead.</source>
            <translation>正文有 {found} 个字，邮件程序接不下；请改为保存邮件文件。</translation>
        </message>
        <message>
            <source>This message has not been sent yet; mark it as sent first.</source>
            <translation>这条消息还没有发出；请先标记为已发送。</translation>
        </message>
        <message>
            <source>The message has been sent already and cannot be taken back.</source>
            <translation>消息已经发出，不能撤回。</translation>
        </message>
        <message>
            <source>{given} messages at once are more than {most}; choose fewer customers.</source>
            <translation>一次生成 {given} 条消息，超过 {most} 条；请少选一些客户。</translation>
        </message>
        <message>
            <source>On {on} the counter showed {known} km, less than {given} km; check the mileage and the day.</source>
            <translation>{on} 的里程是 {known} 公里，比 {given} 公里还少；请核对里程和日期。</translation>
        </message>
        <message>
            <source>The counter showed {known} km on {on} already, more than {given} km; check the mileage and the day.</source>
            <translation>{on} 的里程已是 {known} 公里，比 {given} 公里多；请核对里程和日期。</translation>
        </message>
        <message>
            <source>{on} is in the future; a reading is written down after it was taken.</source>
            <translation>{on} 还没有到；里程读数要读过之后再登记。</translation>
        </message>
        <message>
            <source>{given} km cannot be a mileage; enter 0 to {most}.</source>
            <translation>里程不能是 {given} 公里；请填 0 到 {most}。</translation>
        </message>
        <message>
            <source>{known} km is on record for {on} already; take that reading back first if {given} km is right.</source>
            <translation>{on} 已登记里程 {known} 公里；若 {given} 公里才对，请先撤回原读数。</translation>
        </message>
        <message>
            <source>{given} cannot be the cost of a service; enter 0 to {most} yuan.</source>
            <translation>保养费用不能是 {given}；请填 0 到 {most} 元。</translation>
        </message>
        <message>
            <source>Say what was done at the service.</source>
            <translation>请填写保养做了哪些项目。</translation>
        </message>
        <message>
            <source>{on} is in the future; a service is written down after it was done.</source>
            <translation>{on} 还没有到；保养做完之后再登记。</translation>
        </message>
        <message>
            <source>{given} minutes cannot be the length of a service; enter 1 to {most}.</source>
            <translation>保养时长不能是 {given} 分钟；请填 1 到 {most}。</translation>
        </message>
        <message>
            <source>Say in up to {most} characters why this occasion is passed over.</source>
            <translation>请写明为什么跳过（最多 {most} 个字）。</translation>
        </message>
        <message>
            <source>The text is {found} characters long, {parts} short messages; {most} are allowed. Shorten it.</source>
            <translation>短信有 {found} 个字，要分 {parts} 条发送，最多允许 {most} 条；请缩短。</translation>
        </message>
        <message>
            <source>Write the text of the template.</source>
            <translation>请填写模板正文。</translation>
        </message>
        <message>
            <source>A brace is not closed; places are written like {{称呼}}.</source>
            <translation>花括号没有成对；填写位置应写成 {{称呼}} 这样。</translation>
        </message>
        <message>
            <source>An answer is due after 1 to {most} days; leave it empty where none is awaited.</source>
            <translation>等待回复的天数应为 1 到 {most}；不等回复就留空。</translation>
        </message>
        <message>
            <source>Name the template in 1 to {most} characters.</source>
            <translation>请填写模板名称（1 到 {most} 个字）。</translation>
        </message>
        <message>
            <source>This template is for another occasion; choose one that fits.</source>
            <translation>这个模板用于别的场合；请选择合适的模板。</translation>
        </message>
        <message>
            <source>There is no place called “{given}”; known are {known}.</source>
            <translation>没有“{given}”这个填写位置；可用的有 {known}。</translation>
        </message>
        <message>
            <source>This template is set aside; choose another one or bring it back into use.</source>
            <translation>这个模板已停用；请换一个，或重新启用它。</translation>
        </message>
        <message>
            <source>This template is shared by all branches; set it aside instead of removing it.</source>
            <translation>这是所有分店共用的模板；请停用它，而不是删除。</translation>
        </message>
        <message>
            <source>An e-mail needs a subject.</source>
            <translation>邮件必须有主题。</translation>
        </message>
        <message>
            <source>The text has {found} characters; {most} fit. Shorten it.</source>
            <translation>正文有 {found} 个字，最多 {most} 个；请缩短。</translation>
        </message>
        <message>
            <source>The branch has no “{place}” yet: enter it under Settings, Letterhead, or choose another template.</source>
            <translation>本店还没有填写“{place}”：请在【设置】的【信头】中补上，或换一个模板。</translation>
        </message>
        <message>
            <source>“{place}” is not known of this customer; complete the card or choose another template.</source>
            <translation>这位客户没有“{place}”；请补全客户卡，或换一个模板。</translation>
        </message>
        <message>
            <source>A template is for SMS, WeChat, e-mail or letter; choose one of these.</source>
            <translation>模板用于短信、微信、邮件或信函；请选择其中一种。</translation>
        </message>
        <message>
            <source>Enter how long to wait: 1 or more, not {given}.</source>
            <translation>请填写间隔：1 或更大的数，不能是 {given}。</translation>
        </message>
        <message>
            <source>Somebody has changed the rule “{name}” meanwhile; look at it as it is now, then save again.</source>
            <translation>规则“{name}”刚被别人改过；请先看现在的内容，再保存。</translation>
        </message>
        <message>
            <source>There is no class or intent level “{given}” in the lists; choose one that is there.</source>
            <translation>列表中没有“{given}”这个客户类别或意向级别，请选择已有的。</translation>
        </message>
        <message>
            <source>Every {given} hours is too often to ask again; enter {least} hours or more, or use days.</source>
            <translation>每 {given} 小时联系一次过于频繁；请填 {least} 小时以上，或改用天。</translation>
        </message>
        <message>
            <source>The event cannot have been on {given}; check the year.</source>
            <translation>活动日期不可能是 {given}，请检查年份。</translation>
        </message>
        <message>
            <source>Name the event as it stands on the cards, so that its customers are found.</source>
            <translation>请填写活动名称，须与客户卡上的一致，才能找到这些客户。</translation>
        </message>
        <message>
            <source>This would make {due} contacts due at once, more than the {most} the settings allow. Let the rule begin on a later day, narrow it, or save it anyway.</source>
            <translation>保存后会立即产生 {due} 条待跟进，超过设置允许的 {most} 条。请把起始日期推后、缩小范围，或仍然保存。</translation>
        </message>
        <message>
            <source>A service, an expected purchase or an event on a day has no hour to count from; use days.</source>
            <translation>服务、预计购买日和按日举办的活动没有具体钟点，不能按小时计算，请改用天。</translation>
        </message>
        <message>
            <source>Say what the contact is about.</source>
            <translation>请填写联系事由。</translation>
        </message>
        <message>
            <source>Give the rule a name.</source>
            <translation>请填写规则名称。</translation>
        </message>
        <message>
            <source>Only after a service can the contact be left to somebody who did not serve; choose an owner.</source>
            <translation>只有服务后的回访才能由未参与服务的人负责，请选择负责人。</translation>
        </message>
        <message>
            <source>{given} is more than {years} years; nobody plans that far. Check the number and its unit.</source>
            <translation>{given} 已超过 {years} 年，没有人计划这么远。请检查数字和单位。</translation>
        </message>
        <message>
            <source>A printed form or a note reaches nobody; choose a call, a visit or a message.</source>
            <translation>打印表格或备注联系不到客户，请选择电话、拜访或消息。</translation>
        </message>
        <message>
            <source>There is no line {given}; the last one is {most}.</source>
            <translation>没有第 {given} 行，最后一行是 {most}。</translation>
        </message>
        <message>
            <source>Line {number}, {name}, takes no result; type the number alone to open it.</source>
            <translation>第 {number} 行 {name} 不记录结果；只输入编号可打开它。</translation>
        </message>
        <message>
            <source>Line {number}, {name}, is done already: {said}</source>
            <translation>第 {number} 行 {name} 已完成：{said}</translation>
        </message>
        <message>
            <source>No flow is active for this kind of ticket; ask your administrator to release one.</source>
            <translation>这类事项没有启用的流程，请管理员发布一个。</translation>
        </message>
        <message>
            <source>There is no ticket {given}; look it up on the desk.</source>
            <translation>没有编号为 {given} 的投诉单，请在投诉台查找。</translation>
        </message>
        <message>
            <source>{by} was first: the ticket is now at {stage}. It has been read anew; look at it and try again.</source>
            <translation>{by} 先处理了：现在处于“{stage}”。已重新读取，请看过后再操作。</translation>
        </message>
        <message>
            <source>The flow of this ticket has no such step at {stage}; choose one of the steps shown.</source>
            <translation>这张单的流程在“{stage}”没有这一步，请从显示的步骤中选择。</translation>
        </message>
        <message>
            <source>The ticket waits for the customer; end the waiting first.</source>
            <translation>正在等待客户，请先结束等待。</translation>
        </message>
        <message>
            <source>The ticket does not wait for the customer.</source>
            <translation>现在并没有在等待客户。</translation>
        </message>
        <message>
            <source>{handler} handles this ticket; only they or the manager can do this.</source>
            <translation>这张单由 {handler} 处理，只有本人或店长可以操作。</translation>
        </message>
        <message>
            <source>You handled this ticket yourself; somebody who did not tells the customer and asks.</source>
            <translation>您处理过这张单，请由没有参与处理的同事反馈和回访。</translation>
        </message>
        <message>
            <source>The solution costs more than its author may decide; have it approved first.</source>
            <translation>方案费用超出提出人的权限，请先审批。</translation>
        </message>
        <message>
            <source>The solution waits for no approval.</source>
            <translation>这个方案不需要审批。</translation>
        </message>
        <message>
            <source>You proposed this solution yourself; somebody else approves it.</source>
            <translation>方案是您自己提出的，请由别人审批。</translation>
        </message>
        <message>
            <source>The solution costs {cost} yuan, you may approve up to {limit}; ask somebody who may more.</source>
            <translation>方案费用 {cost} 元，您的审批权限为 {limit} 元，请权限更高的人审批。</translation>
        </message>
        <message>
            <source>The customer is dissatisfied; open the ticket again instead of closing it.</source>
            <translation>客户不满意，请重新处理，不能关闭。</translation>
        </message>
        <message>
            <source>The customer is not dissatisfied; close the ticket.</source>
            <translation>客户没有表示不满意，请关闭。</translation>
        </message>
        <message>
            <source>The customer has had a first answer already; add a note instead.</source>
            <translation>已经给过客户首次答复，请改用补充记录。</translation>
        </message>
        <message>
            <source>The ticket has ended; open it again first.</source>
            <translation>这张单已结束，请先重新处理。</translation>
        </message>
        <message>
            <source>A ticket moves by its steps only; make the step on the desk.</source>
            <translation>投诉单只能按步骤流转，请在投诉台操作。</translation>
        </message>
        <message>
            <source>The ticket has left that stage; read it anew and try again.</source>
            <translation>这张单已不在那个阶段，请重新读取后再操作。</translation>
        </message>
        <message>
            <source>The step lacks something its flow asks for; fill in every required field.</source>
            <translation>这一步缺少流程要求的内容，请填完必填项。</translation>
        </message>
        <message>
            <source>Tickets and their steps are kept for good; nobody deletes them.</source>
            <translation>投诉单及其步骤永久保存，任何人都不能删除。</translation>
        </message>
        <message>
            <source>A ticket begins at the first stage of its flow, without steps.</source>
            <translation>投诉单从流程的第一个阶段开始，没有任何步骤。</translation>
        </message>
        <message>
            <source>Tickets stand in this edition of the flow; make a new edition instead.</source>
            <translation>这一版流程已有投诉单在用，请另建新版。</translation>
        </message>
        <message>
            <source>Enter a phone number or a name: somebody is to be told.</source>
            <translation>请填写电话或姓名，处理结果要有人可告知。</translation>
        </message>
        <message>
            <source>The vehicle belongs to another customer; choose one of this customer's.</source>
            <translation>这辆车属于别的客户，请选择这位客户的车辆。</translation>
        </message>
        <message>
            <source>A ticket came in within the last year and not in the future; correct the time.</source>
            <translation>受理时间应在最近一年内且不晚于现在，请更正。</translation>
        </message>
        <message>
            <source>{name} was added by somebody else; only they take it back.</source>
            <translation>{name} 是别人添加的，只能由本人撤回。</translation>
        </message>
        <message>
            <source>Fill in this field; the step needs it.</source>
            <translation>这一步需要此项，请填写。</translation>
        </message>
        <message>
            <source>“{given}” does not fit here; choose or enter another value.</source>
            <translation>“{given}”不适用于此项，请另选或另填。</translation>
        </message>
        <message>
            <source>“{given}” is not in the list any more; choose another entry.</source>
            <translation>“{given}”已不在列表中，请另选一项。</translation>
        </message>
        <message>
            <source>The time lies between when the ticket was received and now; correct it.</source>
            <translation>时间应在受理之后、现在之前，请更正。</translation>
        </message>
        <message>
            <source>“{given}” is no amount in yuan; enter a number such as 350 or 1200.50.</source>
            <translation>“{given}”不是金额，请填写数字，例如 350 或 1200.50。</translation>
        </message>
        <message>
            <source>Each measure needs a text, and there may be at most {most} of them.</source>
            <translation>每条措施都要有内容，最多 {most} 条。</translation>
        </message>
        <message>
            <source>A measure is done between the day the ticket came in and today; correct the day.</source>
            <translation>完成日期应在受理日与今天之间，请更正。</translation>
        </message>
        <message>
            <source>“{given}” cannot be corrected; add a note instead.</source>
            <translation>“{given}”不能更正，请改用补充记录。</translation>
        </message>
        <message>
            <source>Nothing differs from what was taken; change a value first.</source>
            <translation>没有改动任何内容，请先修改。</translation>
        </message>
        <message>
            <source>The day lies in the future; enter today or an earlier day.</source>
            <translation>日期在将来，请填写今天或更早的日期。</translation>
        </message>
        <message>
            <source>Nobody is their own substitute; choose somebody else.</source>
            <translation>代理人不能是本人，请另选。</translation>
        </message>
        <message>
            <source>The last day lies before the first, or in the past; correct the days.</source>
            <translation>结束日期早于开始日期或已过去，请更正。</translation>
        </message>
        <message>
            <source>Tickets of this customer are still open ({numbers}); close or withdraw them first.</source>
            <translation>这位客户还有未结束的投诉单（{numbers}），请先关闭或撤回。</translation>
        </message>
        <message>
            <source>A limit is between one minute and a year of working time; enter another.</source>
            <translation>时限应在一分钟到一年的工作时间之间，请重新填写。</translation>
        </message>
        <message>
            <source>{given} yuan is more than the {cost} yuan agreed and than you may decide; propose a new solution.</source>
            <translation>{given} 元超出已定的 {cost} 元，也超出您的权限，请另提方案。</translation>
        </message>
        <message>
            <source>The check on {on} is not after the day the measure is due ({due}); choose a later day.</source>
            <translation>验证日期 {on} 不晚于措施到期日（{due}），请选择更晚的日期。</translation>
        </message>
        <message>
            <source>The measure was done on {on}; its effect can be checked from the next day on.</source>
            <translation>措施于 {on} 完成，次日起才能验证效果。</translation>
        </message>
        <message>
            <source>The effect of this measure was checked on {on} already; take that verdict back first.</source>
            <translation>该措施的效果已于 {on} 验证，请先撤销验证结论。</translation>
        </message>
        <message>
            <source>This measure was done on {on} already; take that back before you change it.</source>
            <translation>该措施已于 {on} 完成，请先撤销完成再修改。</translation>
        </message>
        <message>
            <source>{on} is still to come; enter the day the measure was done.</source>
            <translation>{on} 还没到，请填写措施实际完成的日期。</translation>
        </message>
        <message>
            <source>{on} lies more than ten years before the problem was found; check the year.</source>
            <translation>{on} 比问题立项早了十年以上，请检查年份。</translation>
        </message>
        <message>
            <source>{on} is more than ten years away; check the year.</source>
            <translation>{on} 距今超过十年，请检查年份。</translation>
        </message>
        <message>
            <source>Say in 1 to {most} characters what is to be done.</source>
            <translation>请用 1 到 {most} 个字写明要采取的措施。</translation>
        </message>
        <message>
            <source>Say in 1 to {most} characters what the check found.</source>
            <translation>请用 1 到 {most} 个字写明验证结果。</translation>
        </message>
        <message>
            <source>The effect of this measure is not checked yet; there is nothing to take back.</source>
            <translation>该措施还没有验证效果，没有可撤销的结论。</translation>
        </message>
        <message>
            <source>This measure is not done yet; note the day it was done first.</source>
            <translation>该措施还没有完成，请先填写完成日期。</translation>
        </message>
        <message>
            <source>The list of causes has no “{given}” any more; choose another.</source>
            <translation>原因清单里已没有“{given}”，请另选一项。</translation>
        </message>
        <message>
            <source>Measures were taken against {number}, so it stays; take out those not done yet first.</source>
            <translation>{number} 已有改进措施，不能撤销；请先移除尚未完成的措施。</translation>
        </message>
        <message>
            <source>{number} belongs to another branch; a problem groups tickets of one branch.</source>
            <translation>{number} 属于其他门店，一个共性问题只归集同一门店的工单。</translation>
        </message>
        <message>
            <source>{number} belongs to the problem {problem} already; take it out there first.</source>
            <translation>{number} 已归入共性问题 {problem}，请先在那里移出。</translation>
        </message>
        <message>
            <source>{number} is not (or no longer) in the problem {problem}; look at it again.</source>
            <translation>{number} 不在（或已移出）共性问题 {problem}，请刷新后再看。</translation>
        </message>
        <message>
            <source>{count} tickets are chosen, {most} can be grouped at once; choose fewer.</source>
            <translation>选了 {count} 个工单，一次最多归集 {most} 个，请少选一些。</translation>
        </message>
        <message>
            <source>Name the problem in 1 to {most} characters.</source>
            <translation>请用 1 到 {most} 个字为问题命名。</translation>
        </message>
        <message>
            <source>The flow has no stage {given} any more; choose another.</source>
            <translation>流程中已没有阶段 {given}，请另选。</translation>
        </message>
        <message>
            <source>The stage has no move {given} any more; choose another.</source>
            <translation>该阶段已没有操作 {given}，请另选。</translation>
        </message>
        <message>
            <source>Name it in 1 to {most} characters.</source>
            <translation>请填写 1 至 {most} 个字的名称。</translation>
        </message>
        <message>
            <source>A flow has at most {most} of these; take out one that is not used.</source>
            <translation>一个流程最多 {most} 项，请先删去不用的。</translation>
        </message>
        <message>
            <source>This stage already has the move “{name}”; give the new one another name.</source>
            <translation>该阶段已有操作“{name}”，请换一个名称。</translation>
        </message>
        <message>
            <source>The flow cannot be released yet; {count} thing(s) to mend are listed beside it.</source>
            <translation>流程还不能发布：旁边列出了 {count} 处需要修改。</translation>
        </message>
        <message>
            <source>The note is longer than {most} characters; shorten it.</source>
            <translation>说明超过 {most} 个字，请缩短。</translation>
        </message>
        <message>
            <source>Somebody released edition {edition} meanwhile; discard your changes and begin from that one.</source>
            <translation>其间已有人发布了第 {edition} 版，请放弃修改后从该版重新开始。</translation>
        </message>
        <message>
            <source>Nothing differs from the edition in force; change something first.</source>
            <translation>与现行版本没有差别，请先修改。</translation>
        </message>
        <message>
            <source>This is the only edition for new tickets; release or switch on another one first.</source>
            <translation>这是唯一接收新工单的版本，请先发布或启用另一版。</translation>
        </message>
        <message>
            <source>The first stage must be an open one; move one to the top.</source>
            <translation>第一个阶段必须是处理中的阶段，请将其移到最前。</translation>
        </message>
        <message>
            <source>No stage closes a ticket; add one that ends as closed.</source>
            <translation>没有关闭工单的阶段，请添加一个状态为“已关闭”的阶段。</translation>
        </message>
        <message>
            <source>“{stage}” stands in the flow twice; remove one of them.</source>
            <translation>“{stage}”在流程中出现两次，请删去一个。</translation>
        </message>
        <message>
            <source>“{move}” leads from or to a stage that is not there; choose another.</source>
            <translation>“{move}”的起点或终点阶段不存在，请另选。</translation>
        </message>
        <message>
            <source>“{stage}” has “{move}” twice; remove one of them.</source>
            <translation>“{stage}”有两个“{move}”，请删去一个。</translation>
        </message>
        <message>
            <source>“{move}” of “{stage}” leads to a stage that does not fit what it does; choose another stage.</source>
            <translation>“{stage}”的“{move}”通向与其作用不符的阶段，请另选阶段。</translation>
        </message>
        <message>
            <source>“{stage}” ends the ticket; only opening again leads out of it, not “{move}”.</source>
            <translation>“{stage}”已结束工单，只能用重新处理离开，不能用“{move}”。</translation>
        </message>
        <message>
            <source>A first answer is given once and leads nowhere: let “{move}” of “{stage}” stay in its stage.</source>
            <translation>首次答复只有一次，不能推进流程：请让“{stage}”的“{move}”留在本阶段。</translation>
        </message>
        <message>
            <source>“{move}” of “{stage}” cannot state “{fact}”; take it off the list.</source>
            <translation>“{stage}”的“{move}”不能填写“{fact}”，请取消该项。</translation>
        </message>
        <message>
            <source>“{move}” of “{stage}” cannot do without “{fact}”; make it needed.</source>
            <translation>“{stage}”的“{move}”必须填写“{fact}”，请设为必填。</translation>
        </message>
        <message>
            <source>“{move}” of “{stage}” asks for a right the desk does not know; choose another.</source>
            <translation>“{stage}”的“{move}”要求的权限投诉台不认识，请另选。</translation>
        </message>
        <message>
            <source>Approving is for who may approve solutions, and nothing else is: “{move}” of “{stage}”.</source>
            <translation>批准类操作只属于有方案审批权的人，其他操作不能要求此权限：“{stage}”的“{move}”。</translation>
        </message>
        <message>
            <source>“{move}” of “{stage}” is the handler's work; who has not handled the ticket cannot make it.</source>
            <translation>“{stage}”的“{move}”是经办人的工作，未经办的人不能操作。</translation>
        </message>
        <message>
            <source>No way leads to “{stage}”; add a move to it or remove it.</source>
            <translation>没有操作通向“{stage}”，请添加操作或删去该阶段。</translation>
        </message>
        <message>
            <source>No way leads from “{stage}” to the close; add a move that goes on.</source>
            <translation>从“{stage}”无法走到关闭，请添加后续操作。</translation>
        </message>
        <message>
            <source>A ticket that waits in “{stage}” could never go on; add a move there that ends waiting.</source>
            <translation>在“{stage}”等待的工单将无法继续，请添加结束等待的操作。</translation>
        </message>
        <message>
            <source>A solution that wants approval could never get it in “{stage}”; add a move that approves.</source>
            <translation>需审批的方案在“{stage}”无法获批，请添加批准操作。</translation>
        </message>
        <message>
            <source>A dissatisfied customer's ticket could not go on from “{stage}”; add opening again there.</source>
            <translation>客户不满意时工单无法从“{stage}”继续，请添加重新处理的操作。</translation>
        </message>
        <message>
            <source>Name the category in 1 to {most} characters.</source>
            <translation>类别名称须为 1 到 {most} 个字。</translation>
        </message>
        <message>
            <source>“{name}” already stands there; choose another name, or switch that one on again.</source>
            <translation>同一级已有“{name}”；请换一个名称，或重新启用原来的类别。</translation>
        </message>
        <message>
            <source>A category cannot stand beneath itself; choose another place.</source>
            <translation>类别不能放在它自己的下级；请选择其他位置。</translation>
        </message>
        <message>
            <source>The tree has at most {most} levels; place it further up.</source>
            <translation>类别最多 {most} 级；请放到更上一级。</translation>
        </message>
        <message>
            <source>It cannot stand beneath that category, which does not belong to all it is meant for.</source>
            <translation>不能放在该类别下：它不属于本类别适用的全部分店。</translation>
        </message>
        <message>
            <source>This category belongs to all branches; add one of your own branch, or ask the head office.</source>
            <translation>此类别由所有分店共用；请添加本店自己的类别，或联系总部修改。</translation>
        </message>
        <message>
            <source>Write the entry in 1 to {most} characters.</source>
            <translation>选项文字须为 1 到 {most} 个字。</translation>
        </message>
        <message>
            <source>The list already has “{name}”; choose another text, or switch that one on again.</source>
            <translation>列表中已有“{name}”；请换一个文字，或重新启用原来的选项。</translation>
        </message>
        <message>
            <source>This is the last entry in use; switch on or add another one first.</source>
            <translation>这是最后一个启用的选项；请先启用或添加另一个。</translation>
        </message>
        <message>
            <source>The program reckons with the entries of this list; rename one instead of adding another.</source>
            <translation>程序按此列表的选项计算；请修改现有选项的名称，不要新增。</translation>
        </message>
        <message>
            <source>A complaint dossier is about one ticket; name the ticket number with --for.</source>
            <translation>投诉案卷针对一张工单；请用 --for 指定工单编号。</translation>
        </message>
    </context>
    <context>
        <name>owner</name>
        <message>
            <source>Main phone</source>
            <translation>主要电话</translation>
        </message>
        <message>
            <source>Remove this phone</source>
            <translation>移除此电话</translation>
        </message>
    </context>
    <context>
        <name>pages</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>关怀</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>表单</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
</TS>
