<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Beside</name>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Next field</source>
            <translation>下一项</translation>
        </message>
        <message>
            <source>Register and print</source>
            <translation>登记并打印</translation>
        </message>
        <message>
            <source>Person or company</source>
            <translation>个人 / 单位</translation>
        </message>
        <message>
            <source>More fields: address, birthday, budget …</source>
            <translation>更多项目：地址、生日、预算…</translation>
        </message>
        <message>
            <source>Consent to service, marketing, sharing</source>
            <translation>同意：服务、营销、第三方</translation>
        </message>
        <message>
            <source>Start anew</source>
            <translation>清空重填</translation>
        </message>
        <message>
            <source>Begin with the phone. If it is known, the card appears here, and nobody is entered twice.</source>
            <translation>先输入电话。如果是老客户，客户卡会显示在这里，不会重复建档。</translation>
        </message>
        <message>
            <source>Known customer</source>
            <translation>老客户</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Came back  F8</source>
            <translation>再次来店  F8</translation>
        </message>
        <message>
            <source>Also like what is typed</source>
            <translation>其他相似客户</translation>
        </message>
        <message>
            <source>Not registered yet</source>
            <translation>尚未登记</translation>
        </message>
        <message>
            <source>Is it one of these?</source>
            <translation>是不是下面的客户？</translation>
        </message>
        <message>
            <source>Open the card, or press F9 again to register all the same.</source>
            <translation>请打开客户卡；或再按一次 F9，仍然登记为新客户。</translation>
        </message>
        <message>
            <source>Perhaps known already</source>
            <translation>可能已经建档</translation>
        </message>
        <message>
            <source>Register anyway  F9</source>
            <translation>仍然登记  F9</translation>
        </message>
        <message>
            <source>Ask first</source>
            <translation>请先询问</translation>
        </message>
        <message>
            <source>Last contacts</source>
            <translation>最近往来</translation>
        </message>
        <message>
            <source>Belongs to another branch; ask them before you enter this customer.</source>
            <translation>属于其他分店，请先与该店联系，再登记此客户。</translation>
        </message>
    </context>
    <context>
        <name>FormsPage</name>
        <message>
            <source>Registration</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访表</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Number of forms</source>
            <translation>张数</translation>
        </message>
        <message>
            <source>Language of the form</source>
            <translation>表单语言</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>表单</translation>
        </message>
        <message>
            <source>Given to</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>Number the booklet  F9</source>
            <translation>编号并预览  F9</translation>
        </message>
        <message>
            <source>Serial on the sheet</source>
            <translation>纸上的编号</translation>
        </message>
        <message>
            <source>Mark as spoilt</source>
            <translation>标记作废</translation>
        </message>
        <message>
            <source>Serials</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>张数</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>已录入</translation>
        </message>
        <message>
            <source>Spoilt</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>未交回</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>发放时间</translation>
        </message>
        <message>
            <source>Booklets</source>
            <translation>已发放的表册</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>重新打印</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>New booklet</source>
            <translation>新的空白表册</translation>
        </message>
        <message>
            <source>Blank forms, each with its own serial, to be bound and filled by hand.</source>
            <translation>空白表单，每份有独立编号，装订成册后手工填写。</translation>
        </message>
        <message>
            <source>Spoilt sheet</source>
            <translation>作废表单</translation>
        </message>
        <message>
            <source>Paper forms</source>
            <translation>纸质表单</translation>
        </message>
        <message numerus="yes">
            <source>Numbered %n form(s)</source>
            <translation>
                <numerusform>已编号 %n 张表单</numerusform>
            </translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>{serial} is marked as spoilt</source>
            <translation>{serial} 已标记作废</translation>
        </message>
    </context>
    <context>
        <name>RegistrationPage</name>
        <message>
            <source>Register and print  F9</source>
            <translation>登记并打印  F9</translation>
        </message>
        <message>
            <source>More fields  F3</source>
            <translation>更多项目  F3</translation>
        </message>
        <message>
            <source>Start anew</source>
            <translation>清空重填</translation>
        </message>
        <message>
            <source>Register a walk-in</source>
            <translation>来店登记</translation>
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
            <source>Fewer fields  F3</source>
            <translation>收起  F3</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>重新打印</translation>
        </message>
        <message>
            <source>Registered {name} {number}</source>
            <translation>已登记 {name} {number}</translation>
        </message>
        <message>
            <source>{name} is not registered any more</source>
            <translation>已撤销 {name} 的登记</translation>
        </message>
        <message>
            <source>Came back to the shop</source>
            <translation>再次来店</translation>
        </message>
        <message>
            <source>Noted: {name} came back</source>
            <translation>已记录：{name} 再次来店</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>What they would like</source>
            <translation>想要的产品</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>个人</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Copied from paper form no.</source>
            <translation>抄自纸质登记表编号</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>服务联系</translation>
        </message>
        <message>
            <source>Marketing</source>
            <translation>营销信息</translation>
        </message>
        <message>
            <source>Sharing</source>
            <translation>向第三方提供</translation>
        </message>
    </context>
    <context>
        <name>registration</name>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>王女士 and 李经理 will do; the title tells the sex</source>
            <translation>只知道“王女士”“李经理”也可以，称谓可判断性别</translation>
        </message>
        <message>
            <source>Company name</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Contact person</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>1990-8-15, 8-15, 农历八月十五</source>
            <translation>1990-8-15、8-15、农历八月十五</translation>
        </message>
    </context>
</TS>
