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
            <source>This overview</source>
            <translation>本快捷键表</translation>
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
