<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AheadWork</name>
        <message>
            <source>Planned: {when} {matter}</source>
            <translation>已安排：{when} {matter}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>At the same time: {who}</source>
            <translation>同一时间还有：{who}</translation>
        </message>
        <message>
            <source>Owners saved</source>
            <translation>负责人已保存</translation>
        </message>
        <message>
            <source>Need closed as lost</source>
            <translation>需求已按战败关闭</translation>
        </message>
        <message>
            <source>Entered by mistake</source>
            <translation>误录入</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>CardHead</name>
        <message>
            <source>Back to the list</source>
            <translation>返回列表</translation>
        </message>
        <message>
            <source>Back to the list  Esc</source>
            <translation>返回列表  Esc</translation>
        </message>
        <message>
            <source>Previous card</source>
            <translation>上一张客户卡</translation>
        </message>
        <message>
            <source>Previous card  Ctrl+Up</source>
            <translation>上一张  Ctrl+↑</translation>
        </message>
        <message>
            <source>Next card</source>
            <translation>下一张客户卡</translation>
        </message>
        <message>
            <source>Next card  Ctrl+Down</source>
            <translation>下一张  Ctrl+↓</translation>
        </message>
        <message>
            <source>Log a contact</source>
            <translation>记录往来</translation>
        </message>
        <message>
            <source>Log a contact  Ctrl+L</source>
            <translation>记录往来  Ctrl+L</translation>
        </message>
        <message>
            <source>Registration form</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Dossier</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Delete this card</source>
            <translation>删除此客户卡</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>请勿联系</translation>
        </message>
        <message numerus="yes">
            <source>%n year(s) old</source>
            <translation>
                <numerusform>%n 岁</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy this number  Alt+{number}</source>
            <translation>复制号码  Alt+{number}</translation>
        </message>
        <message>
            <source>Copy {phone}</source>
            <translation>复制 {phone}</translation>
        </message>
    </context>
    <context>
        <name>CardView</name>
        <message>
            <source>Copied {digits}</source>
            <translation>已复制 {digits}</translation>
        </message>
    </context>
    <context>
        <name>Conflicts</name>
        <message>
            <source>Changed meanwhile</source>
            <translation>同时被修改</translation>
        </message>
        <message>
            <source>Somebody else changed the same field meanwhile</source>
            <translation>其他人刚刚修改了同一项</translation>
        </message>
        <message>
            <source>Choose which value stays. The other one is kept in the history.</source>
            <translation>请选择保留哪个值，另一个仍可在修改记录中查到。</translation>
        </message>
        <message>
            <source>Theirs: {value}</source>
            <translation>对方：{value}</translation>
        </message>
        <message>
            <source>Mine: {value}</source>
            <translation>我的：{value}</translation>
        </message>
    </context>
    <context>
        <name>ConsentRows</name>
        <message>
            <source>not asked</source>
            <translation>未询问</translation>
        </message>
        <message>
            <source>agreed</source>
            <translation>已同意</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>{when}, notice edition {edition}</source>
            <translation>{when}，告知书 {edition} 版</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回同意</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>同意</translation>
        </message>
    </context>
    <context>
        <name>ContactForm</name>
        <message>
            <source>Way</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>now; or 10:30, 11-20 10:30</source>
            <translation>现在；也可填 10:30、11-20 10:30</translation>
        </message>
        <message>
            <source>Who began</source>
            <translation>由谁发起</translation>
        </message>
        <message>
            <source>we</source>
            <translation>我方</translation>
        </message>
        <message>
            <source>customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>用时（分钟）</translation>
        </message>
        <message>
            <source>Matter</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Customer's answer</source>
            <translation>客户答复</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>联系结果</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Save contact  F9</source>
            <translation>保存往来  F9</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Happenings</name>
        <message>
            <source>What happened</source>
            <translation>往来记录</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>往来</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>History</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>添加附件</translation>
        </message>
        <message>
            <source>Attach files (or drop them here)</source>
            <translation>添加附件（也可拖放到这里）</translation>
        </message>
        <message>
            <source>New complaint</source>
            <translation>新建投诉</translation>
        </message>
        <message>
            <source>New complaint of this customer  Ctrl+T</source>
            <translation>为该顾客新建投诉  Ctrl+T</translation>
        </message>
        <message>
            <source>Show older contacts</source>
            <translation>显示更早的往来</translation>
        </message>
        <message>
            <source>Contact saved</source>
            <translation>往来已保存</translation>
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
            <source>Save a copy</source>
            <translation>另存副本</translation>
        </message>
        <message>
            <source>Copy saved: {path}</source>
            <translation>副本已保存：{path}</translation>
        </message>
        <message>
            <source>Removed: {row}</source>
            <translation>已移除：{row}</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) attached</source>
            <translation>
                <numerusform>已添加 %n 个附件</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListView</name>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message numerus="yes">
            <source>%n found for “{text}”</source>
            <translation>
                <numerusform>“{text}” 找到 %n 位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card(s)</source>
            <translation>
                <numerusform>共 %n 张客户卡</numerusform>
            </translation>
        </message>
        <message>
            <source>{shown} of {total}</source>
            <translation>{shown} / 共 {total} 张</translation>
        </message>
        <message>
            <source>Register “{text}”  F2</source>
            <translation>登记“{text}”  F2</translation>
        </message>
        <message>
            <source>Nobody found for “{text}”</source>
            <translation>没有找到“{text}”</translation>
        </message>
        <message>
            <source>All branches you may see were searched. Check the spelling, or register them now.</source>
            <translation>您有权查看的分店都已查过。请核对写法，或现在登记。</translation>
        </message>
        <message>
            <source>No card fits these filters</source>
            <translation>没有符合筛选条件的客户卡</translation>
        </message>
        <message>
            <source>Take one of them away.</source>
            <translation>请减少一个筛选条件。</translation>
        </message>
        <message>
            <source>{field}: all</source>
            <translation>{field}：全部</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>客户分类</translation>
        </message>
        <message>
            <source>Intent level</source>
            <translation>意向级别</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>客户来源</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>最近往来</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>建档时间</translation>
        </message>
        <message>
            <source>Kind: all</source>
            <translation>类型：全部</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Register a customer  F2</source>
            <translation>登记新客户  F2</translation>
        </message>
        <message>
            <source>Bring in a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Try with made-up customers</source>
            <translation>用样例客户试一试</translation>
        </message>
        <message>
            <source>No customers yet</source>
            <translation>还没有客户</translation>
        </message>
        <message>
            <source>Register the first one at the counter, or bring in the list you have as Excel, CSV or vCard.</source>
            <translation>在柜台登记第一位客户，或导入现有的 Excel、CSV、vCard 名单。</translation>
        </message>
    </context>
    <context>
        <name>MarkLine</name>
        <message>
            <source>Ctrl+I shows who entered a value, when and from where.</source>
            <translation>Ctrl+I 查看某一项由谁、何时、从哪里录入</translation>
        </message>
    </context>
    <context>
        <name>Missing</name>
        <message>
            <source>What is missing</source>
            <translation>待补信息</translation>
        </message>
        <message>
            <source>To ask next</source>
            <translation>接下来可以问</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) missing</source>
            <translation>
                <numerusform>完整度：还缺 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything asked for is filled in.</source>
            <translation>要求的信息都已填写。</translation>
        </message>
    </context>
    <context>
        <name>NextForms</name>
        <message>
            <source>Plan a contact</source>
            <translation>安排联系</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>By</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Matter</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Plan  F9</source>
            <translation>安排  F9</translation>
        </message>
        <message>
            <source>Owners</source>
            <translation>负责人</translation>
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
            <source>Save owners  F9</source>
            <translation>保存负责人  F9</translation>
        </message>
        <message>
            <source>Give the need up</source>
            <translation>放弃需求</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Close as lost  F9</source>
            <translation>按战败关闭  F9</translation>
        </message>
    </context>
    <context>
        <name>NextUp</name>
        <message>
            <source>What comes next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Plan a contact</source>
            <translation>安排联系</translation>
        </message>
        <message>
            <source>Plan a contact  Ctrl+N</source>
            <translation>安排联系  Ctrl+N</translation>
        </message>
        <message>
            <source>Agreed last: {step}</source>
            <translation>上次约定：{step}</translation>
        </message>
        <message>
            <source>Add a need</source>
            <translation>添加需求</translation>
        </message>
        <message>
            <source>product, intent level, budget, date</source>
            <translation>产品、意向级别、预算、日期</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>needs two owners</source>
            <translation>需要两名负责人</translation>
        </message>
        <message>
            <source>second owner out of contact</source>
            <translation>第二负责人久未联系</translation>
        </message>
        <message>
            <source>{name} has left</source>
            <translation>{name} 已离职</translation>
        </message>
        <message>
            <source>No owner</source>
            <translation>尚无负责人</translation>
        </message>
        <message>
            <source>Give this need up</source>
            <translation>放弃此需求（战败）</translation>
        </message>
    </context>
    <context>
        <name>PhoneBlock</name>
        <message>
            <source>Copy this number</source>
            <translation>复制号码</translation>
        </message>
    </context>
    <context>
        <name>Provenance</name>
        <message>
            <source>Entered {words}</source>
            <translation>录入：{words}</translation>
        </message>
        <message>
            <source>Unchanged since it was first entered.</source>
            <translation>首次录入后没有修改过。</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>Removed: {row}</source>
            <translation>已移除：{row}</translation>
        </message>
        <message>
            <source>Saved: {names}</source>
            <translation>已保存：{names}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Consent recorded</source>
            <translation>已记录同意</translation>
        </message>
        <message>
            <source>Withdrawal recorded</source>
            <translation>已记录撤回</translation>
        </message>
        <message>
            <source>Deleted {name}</source>
            <translation>已删除 {name}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Somebody changed this since; it was not taken back.</source>
            <translation>之后又有人修改过，没有撤销。</translation>
        </message>
        <message>
            <source>Added: {row}</source>
            <translation>已添加：{row}</translation>
        </message>
    </context>
    <context>
        <name>Small</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>customers</name>
        <message>
            <source>pasted picture</source>
            <translation>粘贴的图片</translation>
        </message>
        <message>
            <source>Register “{text}”</source>
            <translation>登记“{text}”</translation>
        </message>
        <message>
            <source>Nobody was found; a phone or a name is filled in for you</source>
            <translation>没有找到；电话或姓名会自动填好</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
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
            <source>Leap month</source>
            <translation>闰月生日</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>工作单位</translation>
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
            <translation>收入</translation>
        </message>
        <message>
            <source>Credit code</source>
            <translation>信用代码</translation>
        </message>
        <message>
            <source>Company type</source>
            <translation>单位类别</translation>
        </message>
        <message>
            <source>Party type</source>
            <translation>往来类别</translation>
        </message>
        <message>
            <source>Legal rep.</source>
            <translation>法定代表人</translation>
        </message>
        <message>
            <source>Reg. capital</source>
            <translation>注册资本</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Business scope</source>
            <translation>经营范围</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>所在地区</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮编</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>客户分类</translation>
        </message>
        <message>
            <source>Reception</source>
            <translation>接待级别</translation>
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
            <source>Campaign</source>
            <translation>活动/展会</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>请勿联系</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Main phone</source>
            <translation>主要电话</translation>
        </message>
        <message>
            <source>Contact person</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Decision role</source>
            <translation>决策角色</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>车型</translation>
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
            <source>Engine number</source>
            <translation>发动机号</translation>
        </message>
        <message>
            <source>Bought on</source>
            <translation>购买日期</translation>
        </message>
        <message>
            <source>Mileage (km)</source>
            <translation>里程(公里)</translation>
        </message>
        <message>
            <source>Product wanted</source>
            <translation>意向产品</translation>
        </message>
        <message>
            <source>Intent level</source>
            <translation>意向级别</translation>
        </message>
        <message>
            <source>Budget from</source>
            <translation>预算下限</translation>
        </message>
        <message>
            <source>Budget to</source>
            <translation>预算上限</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Expected on</source>
            <translation>预计购买</translation>
        </message>
        <message>
            <source>Competitor</source>
            <translation>竞品</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>仍在跟进</translation>
        </message>
        <message>
            <source>Lost because</source>
            <translation>战败原因</translation>
        </message>
        <message>
            <source>Company name</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Birthday: calendar</source>
            <translation>生日历法</translation>
        </message>
        <message>
            <source>Birthday: year</source>
            <translation>生日年份</translation>
        </message>
        <message>
            <source>Birthday: month</source>
            <translation>生日月份</translation>
        </message>
        <message>
            <source>Birthday: day</source>
            <translation>生日日期</translation>
        </message>
        <message>
            <source>Birthday: leap month</source>
            <translation>生日闰月</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>最近往来</translation>
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
            <source>Lost on</source>
            <translation>战败日期</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>Add a phone</source>
            <translation>添加电话</translation>
        </message>
        <message>
            <source>Add a contact person</source>
            <translation>添加联系人</translation>
        </message>
        <message>
            <source>Add a vehicle</source>
            <translation>添加车辆</translation>
        </message>
        <message>
            <source>Add a need</source>
            <translation>添加需求</translation>
        </message>
        <message>
            <source>Remove this phone</source>
            <translation>移除此电话</translation>
        </message>
        <message>
            <source>Remove this contact person</source>
            <translation>移除此联系人</translation>
        </message>
        <message>
            <source>Remove this vehicle</source>
            <translation>移除此车辆</translation>
        </message>
        <message>
            <source>Remove this need</source>
            <translation>移除此需求</translation>
        </message>
        <message>
            <source>May I have your full name?</source>
            <translation>请问您的全名？</translation>
        </message>
        <message>
            <source>Which number may we reach you at?</source>
            <translation>方便留个联系电话吗？</translation>
        </message>
        <message>
            <source>Who is our contact person?</source>
            <translation>贵单位由哪位与我们联系？</translation>
        </message>
        <message>
            <source>Which vehicle do you drive now?</source>
            <translation>您现在开什么车？</translation>
        </message>
        <message>
            <source>What are you looking for?</source>
            <translation>您想看哪款产品？</translation>
        </message>
        <message>
            <source>When do you mean to buy?</source>
            <translation>您打算什么时候购买？</translation>
        </message>
        <message>
            <source>What budget do you have in mind?</source>
            <translation>您的预算大概是多少？</translation>
        </message>
        <message>
            <source>By which date do you expect to buy?</source>
            <translation>预计哪天之前购买？</translation>
        </message>
        <message>
            <source>Which city and district do you live in?</source>
            <translation>您住在哪个市、哪个区？</translation>
        </message>
        <message>
            <source>How did you hear of us?</source>
            <translation>您是怎么知道我们的？</translation>
        </message>
        <message>
            <source>Through which channel did the customer come?</source>
            <translation>客户从哪个渠道来？</translation>
        </message>
        <message>
            <source>Which class does this customer belong to?</source>
            <translation>应归入哪一类客户？</translation>
        </message>
        <message>
            <source>Income band (only if the customer is willing)</source>
            <translation>收入范围（客户愿意时再问）</translation>
        </message>
        <message>
            <source>Where do you work?</source>
            <translation>您在哪里工作？</translation>
        </message>
        <message>
            <source>Which sort of party is this?</source>
            <translation>属于哪类往来单位？</translation>
        </message>
        <message>
            <source>Which sort of company is this?</source>
            <translation>属于哪类单位？</translation>
        </message>
        <message>
            <source>Who is the legal representative?</source>
            <translation>法定代表人是哪位？</translation>
        </message>
        <message>
            <source>Mr or Ms?</source>
            <translation>先生还是女士？</translation>
        </message>
        <message>
            <source>When is your birthday, solar or lunar?</source>
            <translation>您的生日是哪天，公历还是农历？</translation>
        </message>
        <message>
            <source>May we add you on WeChat?</source>
            <translation>方便加您的微信吗？</translation>
        </message>
        <message>
            <source>Which e-mail address may we use?</source>
            <translation>方便留个邮箱吗？</translation>
        </message>
        <message>
            <source>What is your occupation?</source>
            <translation>您从事什么职业？</translation>
        </message>
        <message>
            <source>Education (only if the customer is willing)</source>
            <translation>学历（客户愿意时再问）</translation>
        </message>
        <message>
            <source>What is your address?</source>
            <translation>您的地址是？</translation>
        </message>
        <message>
            <source>What is the postcode?</source>
            <translation>邮政编码是多少？</translation>
        </message>
        <message>
            <source>What is the unified social credit code?</source>
            <translation>统一社会信用代码是多少？</translation>
        </message>
        <message>
            <source>Which industry are you in?</source>
            <translation>贵单位属于什么行业？</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>联系结果</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>from the customer</source>
            <translation>客户发起</translation>
        </message>
        <message>
            <source>from us</source>
            <translation>我方发起</translation>
        </message>
        <message>
            <source>%n minute(s)</source>
            <translation>%n 分钟</translation>
        </message>
        <message>
            <source>{way} ({more})</source>
            <translation>{way}（{more}）</translation>
        </message>
        <message>
            <source>{size}. Enter saves a copy.</source>
            <translation>{size}，按 Enter 另存副本</translation>
        </message>
        <message>
            <source>Agreed: {purpose}</source>
            <translation>已同意：{purpose}</translation>
        </message>
        <message>
            <source>Consent withdrawn: {purpose}</source>
            <translation>撤回同意：{purpose}</translation>
        </message>
        <message>
            <source>Notice edition {edition}</source>
            <translation>告知书 {edition} 版</translation>
        </message>
        <message>
            <source> Enter opens the ticket.</source>
            <translation> 按 Enter 打开工单。</translation>
        </message>
        <message>
            <source>Card opened</source>
            <translation>建立客户卡</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 项</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>{row} removed</source>
            <translation>移除{row}</translation>
        </message>
        <message>
            <source>{row} restored</source>
            <translation>恢复{row}</translation>
        </message>
        <message>
            <source>{name}: {words}</source>
            <translation>{name}：{words}</translation>
        </message>
    </context>
    <context>
        <name>labels</name>
        <message>
            <source>Identity</source>
            <translation>基本信息</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系方式</translation>
        </message>
        <message>
            <source>Contact people</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Class and source</source>
            <translation>分类与来源</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>Vehicles</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Consent to use of personal information</source>
            <translation>个人信息使用同意</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
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
            <source>Special party</source>
            <translation>特殊往来单位</translation>
        </message>
        <message>
            <source>Male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>Female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Landline</source>
            <translation>固定电话</translation>
        </message>
        <message>
            <source>Service number</source>
            <translation>服务号码</translation>
        </message>
        <message>
            <source>Fax</source>
            <translation>传真</translation>
        </message>
        <message>
            <source>International</source>
            <translation>国际电话</translation>
        </message>
        <message>
            <source>At the counter</source>
            <translation>柜台</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>信函</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>Form printed</source>
            <translation>打印表单</translation>
        </message>
        <message>
            <source>In the ordinary month</source>
            <translation>平月过</translation>
        </message>
        <message>
            <source>In the leap month</source>
            <translation>闰月过</translation>
        </message>
        <message>
            <source>In both months</source>
            <translation>两月都过</translation>
        </message>
        <message>
            <source>Paper form</source>
            <translation>纸质登记表</translation>
        </message>
        <message>
            <source>Telephone call</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Exhibition</source>
            <translation>展会</translation>
        </message>
        <message>
            <source>Command line</source>
            <translation>命令行</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>样例</translation>
        </message>
        <message>
            <source>Service and after-sales</source>
            <translation>服务与售后</translation>
        </message>
        <message>
            <source>Marketing and events</source>
            <translation>营销与活动</translation>
        </message>
        <message>
            <source>Passing on to partners</source>
            <translation>提供给合作方</translation>
        </message>
        <message>
            <source>Same phone</source>
            <translation>电话相同</translation>
        </message>
        <message>
            <source>Same vehicle</source>
            <translation>车辆相同</translation>
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
            <source>Last 8 digits of the phone equal</source>
            <translation>电话后 8 位相同</translation>
        </message>
        <message>
            <source>Same name</source>
            <translation>姓名相同</translation>
        </message>
        <message>
            <source>Name sounds the same</source>
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
            <source>Different sex</source>
            <translation>性别不同</translation>
        </message>
        <message>
            <source>Different birthday</source>
            <translation>生日不同</translation>
        </message>
    </context>
</TS>
