<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CheckedRows</name>
        <message>
            <source>Row</source>
            <translation>行号</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查结果</translation>
        </message>
    </context>
    <context>
        <name>ChoosingView</name>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Already here</source>
            <translation>已有的客户</translation>
        </message>
        <message>
            <source>Leave out and report</source>
            <translation>跳过并列出</translation>
        </message>
        <message>
            <source>Fill their empty fields</source>
            <translation>补充空白项</translation>
        </message>
        <message>
            <source>Create a second card</source>
            <translation>仍然新建</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>Import  F9</source>
            <translation>导入  F9</translation>
        </message>
        <message>
            <source>{count} ready</source>
            <translation>正常 {count}</translation>
        </message>
        <message>
            <source>{count} with remarks</source>
            <translation>有提示 {count}</translation>
        </message>
        <message>
            <source>{count} refused</source>
            <translation>拒绝 {count}</translation>
        </message>
        <message>
            <source>Checking the whole list…</source>
            <translation>正在检查整个名单…</translation>
        </message>
        <message>
            <source>Checking the whole list: {done} of {rows}</source>
            <translation>正在检查整个名单：{done} / {rows}</translation>
        </message>
        <message>
            <source>Checking the whole list: {done}</source>
            <translation>正在检查整个名单：已检查 {done} 行</translation>
        </message>
        <message>
            <source>{count} new</source>
            <translation>新客户 {count}</translation>
        </message>
        <message>
            <source>{count} filled up</source>
            <translation>补充 {count}</translation>
        </message>
        <message>
            <source>{count} here already</source>
            <translation>已有 {count}</translation>
        </message>
        <message>
            <source>{count} similar to others</source>
            <translation>疑似重复 {count}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>All rows</source>
            <translation>全部行</translation>
        </message>
        <message>
            <source>Whole list, {count} rows:</source>
            <translation>整个名单 {count} 行：</translation>
        </message>
        <message numerus="yes">
            <source>First %n row(s)</source>
            <translation>
                <numerusform>前 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Not taken over: {count}</source>
            <translation>未导入：{count}</translation>
        </message>
        <message>
            <source>{count} rows</source>
            <translation>{count} 行</translation>
        </message>
        <message>
            <source>encoding {name}</source>
            <translation>编码 {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n hidden row(s) included</source>
            <translation>
                <numerusform>含 %n 个隐藏行</numerusform>
            </translation>
        </message>
        <message>
            <source>really a {kind} file</source>
            <translation>实际是 {kind} 文件</translation>
        </message>
    </context>
    <context>
        <name>ExchangePage</name>
        <message>
            <source>Export customers</source>
            <translation>导出客户</translation>
        </message>
        <message>
            <source>Looking at {file}</source>
            <translation>正在查看 {file}</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Choose a list</source>
            <translation>选择名单</translation>
        </message>
        <message>
            <source>Lists ({kinds})</source>
            <translation>名单文件 ({kinds})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose another file</source>
            <translation>选择其他文件</translation>
        </message>
        <message>
            <source>Bringing in {file}</source>
            <translation>正在导入 {file}</translation>
        </message>
        <message>
            <source>Everything or nothing: cancelling leaves no customer behind.</source>
            <translation>要么全部导入，要么全不导入：取消后不会留下任何客户。</translation>
        </message>
        <message>
            <source>Import cancelled; no customer was added or changed.</source>
            <translation>已取消导入；没有新增或修改任何客户。</translation>
        </message>
        <message>
            <source>Import undone: {removed} cards and {fields} filled-in fields taken back.</source>
            <translation>已撤销导入：收回 {removed} 张客户卡、{fields} 项补充内容。</translation>
        </message>
        <message>
            <source>Kept, because somebody worked on them since: {numbers}</source>
            <translation>以下客户卡之后有人处理过，予以保留：{numbers}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Save the rows not taken over</source>
            <translation>保存未导入的行</translation>
        </message>
        <message>
            <source>Excel (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>{file} - not taken over.xlsx</source>
            <translation>{file} - 未导入.xlsx</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>已存为 {path}</translation>
        </message>
    </context>
    <context>
        <name>MappingHead</name>
        <message>
            <source>Meaning of “{title}”</source>
            <translation>“{title}”列的含义</translation>
        </message>
        <message>
            <source>(not taken over)</source>
            <translation>（不导入）</translation>
        </message>
    </context>
    <context>
        <name>MappingTable</name>
        <message>
            <source>Rows of the list</source>
            <translation>名单内容</translation>
        </message>
    </context>
    <context>
        <name>ResultView</name>
        <message>
            <source>Show the imported customers</source>
            <translation>查看导入的客户</translation>
        </message>
        <message>
            <source>Save the rows not taken over</source>
            <translation>保存未导入的行</translation>
        </message>
        <message>
            <source>Undo the whole import</source>
            <translation>撤销整次导入</translation>
        </message>
        <message>
            <source>Another list</source>
            <translation>再导入一份</translation>
        </message>
        <message>
            <source>{rows} rows in {seconds} s ({speed} rows/s): {created} created, {updated} filled, {duplicates} here already, {rejected} refused.</source>
            <translation>共 {rows} 行，用时 {seconds} 秒（每秒 {speed} 行）：新建 {created}，补充 {updated}，已有 {duplicates}，拒绝 {rejected}。</translation>
        </message>
        <message>
            <source>No customer was added: every row is here already or was refused.</source>
            <translation>没有新增客户：所有行都已存在或被拒绝。</translation>
        </message>
        <message>
            <source>{count} customers brought in; {left} rows were not taken over.</source>
            <translation>已导入 {count} 位客户；{left} 行未导入。</translation>
        </message>
        <message>
            <source>All {count} customers brought in.</source>
            <translation>{count} 位客户已全部导入。</translation>
        </message>
    </context>
    <context>
        <name>RunningView</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{done} of {rows} rows, {speed} rows/s, about {left} s left</source>
            <translation>{done} / {rows} 行，每秒 {speed} 行，约剩 {left} 秒</translation>
        </message>
        <message>
            <source>{done} rows, {speed} rows/s</source>
            <translation>{done} 行，每秒 {speed} 行</translation>
        </message>
    </context>
    <context>
        <name>StartView</name>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Drop a list of customers here</source>
            <translation>将客户名单拖放到这里</translation>
        </message>
        <message>
            <source>Excel (.xlsx, .xls), CSV or vCard. You will see every row and what it becomes before anything is saved, and the whole import can be undone.</source>
            <translation>支持 Excel（.xlsx、.xls）、CSV 和 vCard。保存之前可以看到每一行会变成什么；整次导入可以撤销。</translation>
        </message>
        <message>
            <source>You may not import lists</source>
            <translation>您没有导入名单的权限</translation>
        </message>
        <message>
            <source>Ask your branch manager for the permission to import customers.</source>
            <translation>请向店长申请导入客户的权限。</translation>
        </message>
        <message>
            <source>Imports so far</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <source>{rows} rows: {created} created, {updated} filled, {duplicates} here already, {rejected} refused</source>
            <translation>{rows} 行：新建 {created}，补充 {updated}，已有 {duplicates}，拒绝 {rejected}</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Undo the import of {file}</source>
            <translation>撤销导入 {file}</translation>
        </message>
    </context>
    <context>
        <name>TakingOut</name>
        <message>
            <source>Export customers</source>
            <translation>导出客户</translation>
        </message>
        <message>
            <source>Excel (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>CSV for Excel and others (*.csv)</source>
            <translation>CSV 文件 (*.csv)</translation>
        </message>
        <message>
            <source>vCard for phones (*.vcf)</source>
            <translation>手机通讯录 vCard (*.vcf)</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Exporting customers: {done} ({percent} %)</source>
            <translation>正在导出客户：{done}（{percent} %）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) exported</source>
            <translation>
                <numerusform>已导出 %n 位客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Export cancelled; no file was written.</source>
            <translation>已取消导出；没有写入文件。</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信号</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Province</source>
            <translation>省份</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>District</source>
            <translation>区县</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮政编码</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>学历</translation>
        </message>
        <message>
            <source>Income</source>
            <translation>年收入</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Kind of customer</source>
            <translation>客户类别</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>客户分类</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>客户来源</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>销售渠道</translation>
        </message>
        <message>
            <source>Campaign or exhibition</source>
            <translation>活动或展会</translation>
        </message>
        <message>
            <source>Reception level</source>
            <translation>接待级别</translation>
        </message>
        <message>
            <source>Intent level</source>
            <translation>意向级别</translation>
        </message>
        <message>
            <source>Product wanted</source>
            <translation>意向产品</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Expected purchase</source>
            <translation>预计购买时间</translation>
        </message>
        <message>
            <source>Competitor</source>
            <translation>对比品牌</translation>
        </message>
        <message>
            <source>Vehicle model</source>
            <translation>现有车型</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>VIN</source>
            <translation>车架号</translation>
        </message>
        <message>
            <source>Engine no.</source>
            <translation>发动机号</translation>
        </message>
        <message>
            <source>Bought on</source>
            <translation>购车日期</translation>
        </message>
        <message>
            <source>Mileage</source>
            <translation>行驶里程</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Credit code</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>Legal representative</source>
            <translation>法定代表人</translation>
        </message>
        <message>
            <source>Registered capital</source>
            <translation>注册资本</translation>
        </message>
        <message>
            <source>Business scope</source>
            <translation>经营范围</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>所属行业</translation>
        </message>
        <message>
            <source>Fax</source>
            <translation>传真</translation>
        </message>
        <message>
            <source>Contact person</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Post of the contact</source>
            <translation>联系人职务</translation>
        </message>
        <message>
            <source>Phone of the contact</source>
            <translation>联系人电话</translation>
        </message>
        <message>
            <source>Contact: what was said</source>
            <translation>往来：内容</translation>
        </message>
        <message>
            <source>Contact: by whom</source>
            <translation>往来：经办人</translation>
        </message>
        <message>
            <source>Contact: when</source>
            <translation>往来：日期</translation>
        </message>
    </context>
</TS>
