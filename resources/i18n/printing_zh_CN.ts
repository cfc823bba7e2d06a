<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ChoicesPanel</name>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Both sides</source>
            <translation>双面打印</translation>
        </message>
        <message>
            <source>Tray</source>
            <translation>纸盒</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Right, millimetres</source>
            <translation>向右（毫米）</translation>
        </message>
        <message>
            <source>Down, millimetres</source>
            <translation>向下（毫米）</translation>
        </message>
        <message>
            <source>Print test page</source>
            <translation>打印测试页</translation>
        </message>
        <message>
            <source>As the printer decides</source>
            <translation>由打印机决定</translation>
        </message>
        <message>
            <source>Offset of this printer</source>
            <translation>本打印机的偏移</translation>
        </message>
        <message>
            <source>When pre-printed lines and printed text do not meet.</source>
            <translation>预印格线与打印文字对不上时调整。</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>向右</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>向下</translation>
        </message>
        <message>
            <source>No printer is set up on this computer. The document can be saved as PDF.</source>
            <translation>这台电脑没有安装打印机。可以将文档存为 PDF。</translation>
        </message>
        <message>
            <source>“{printer}” is not there any more. Choose a printer.</source>
            <translation>打印机“{printer}”已不存在，请选择打印机。</translation>
        </message>
        <message>
            <source>Choose a printer.</source>
            <translation>请选择打印机。</translation>
        </message>
    </context>
    <context>
        <name>PageView</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message>
            <source>Print: {document}</source>
            <translation>打印：{document}</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Page width</source>
            <translation>页宽</translation>
        </message>
        <message>
            <source>Page {page} of {count}</source>
            <translation>第 {page} 页，共 {count} 页</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>{document} of {customer}: sent to {printer}</source>
            <translation>{customer}的{document}已送至 {printer}</translation>
        </message>
        <message>
            <source>{document} {customer}: sent to {printer}</source>
            <translation>{document} {customer} 已送至 {printer}</translation>
        </message>
        <message>
            <source>Test page sent to {printer}</source>
            <translation>测试页已送至 {printer}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Choose printer</source>
            <translation>选择打印机</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>{document} not printed. {reason}</source>
            <translation>{document}没有打印。{reason}</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>已存为 {path}</translation>
        </message>
    </context>
    <context>
        <name>printing</name>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>手动进纸</translation>
        </message>
        <message>
            <source>Multi-purpose tray</source>
            <translation>多功能纸盒</translation>
        </message>
        <message>
            <source>Upper tray</source>
            <translation>上纸盒</translation>
        </message>
        <message>
            <source>Lower tray</source>
            <translation>下纸盒</translation>
        </message>
        <message>
            <source>Envelopes</source>
            <translation>信封</translation>
        </message>
        <message>
            <source>Tray {number}</source>
            <translation>纸盒 {number}</translation>
        </message>
        <message>
            <source>Registration form</source>
            <translation>新顾客登记表</translation>
        </message>
        <message>
            <source>Booklet of blank forms</source>
            <translation>空白登记表（装订成册）</translation>
        </message>
        <message>
            <source>Customer dossier</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Visit form</source>
            <translation>客户拜访表</translation>
        </message>
        <message>
            <source>Booklet of visit forms</source>
            <translation>客户拜访表装订册</translation>
        </message>
        <message>
            <source>Telephone log</source>
            <translation>电话记录</translation>
        </message>
        <message>
            <source>Contact report</source>
            <translation>客户联系报告</translation>
        </message>
        <message>
            <source>Follow-up figures</source>
            <translation>跟进统计</translation>
        </message>
        <message>
            <source>Complaint handling form</source>
            <translation>客户投诉处理表</translation>
        </message>
        <message>
            <source>Booklet of complaint forms</source>
            <translation>投诉处理表册</translation>
        </message>
        <message>
            <source>Complaint dossier</source>
            <translation>投诉案卷</translation>
        </message>
    </context>
</TS>
