<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Band</name>
    <message>
        <source>The customer desk of your branch</source>
        <translation>门店客户台</translation>
    </message>
    <message>
        <source>Customer data stays on this computer, encrypted, or in your own shared database.</source>
        <translation>客户资料加密保存在本机，或保存在您自己的共享数据库中。</translation>
    </message>
</context>
<context>
    <name>FoundPanel</name>
    <message>
        <source>Set up your branch</source>
        <translation>建立您的分店</translation>
    </message>
    <message>
        <source>This takes a minute. Everything can be changed later in the settings.</source>
        <translation>只需一分钟，以后都可以在“设置”中修改。</translation>
    </message>
    <message>
        <source>Join a shared database…</source>
        <translation>加入共享数据库…</translation>
    </message>
    <message>
        <source>Create branch</source>
        <translation>建立分店</translation>
    </message>
    <message>
        <source>Start passphrase</source>
        <translation>启动口令</translation>
    </message>
    <message>
        <source>This computer has no keyring: the passphrase is asked at every start.</source>
        <translation>本机没有系统钥匙串，每次启动都要输入启动口令。</translation>
    </message>
    <message>
        <source>Start passphrase again</source>
        <translation>再次输入启动口令</translation>
    </message>
    <message>
        <source>Add a sample of 200 made-up customers to try things on</source>
        <translation>加入 200 位虚构客户，供试用练习</translation>
    </message>
    <message>
        <source>Branch name</source>
        <translation>分店名称</translation>
    </message>
    <message>
        <source>such as Chengdu Gaoxin</source>
        <translation>例如：成都高新店</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>分店代码</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Begins every customer number</source>
        <translation>客户编号的开头</translation>
    </message>
    <message>
        <source>Good enough.</source>
        <translation>强度合格。</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Shared database</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>Your administrator knows the address. The password is kept in the keyring, never in a file.</source>
        <translation>地址请向管理员索取。密码只保存在系统钥匙串中，不写入文件。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Password of the database user</source>
        <translation>数据库用户密码</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分店</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>Write down the recovery key</source>
        <translation>请抄下恢复密钥</translation>
    </message>
    <message>
        <source>It is shown only now. If this computer loses its memory or somebody forgets the passphrase, only this key opens the customer data. Keep it on paper, away from the counter.</source>
        <translation>恢复密钥只显示这一次。如果本机丢失密钥或忘记口令，只有它能打开客户资料。请写在纸上，离开柜台妥善保管。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>I have it on paper, in a safe place</source>
        <translation>我已抄写或打印，并妥善保管</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Copied. Paste it somewhere safe, then copy something else.</source>
        <translation>已复制。请粘贴到安全的地方，然后再复制其他内容覆盖剪贴板。</translation>
    </message>
    <message>
        <source>BranchDesk recovery key of {branch}</source>
        <translation>{branch} 的 BranchDesk 恢复密钥</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>Starter</name>
    <message>
        <source>Local database</source>
        <translation>本机数据库</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Making the encrypted database…</source>
        <translation>正在建立加密数据库…</translation>
    </message>
    <message>
        <source>Making up 200 customers…</source>
        <translation>正在生成 200 位示例客户…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在连接服务器…</translation>
    </message>
    <message>
        <source>Setting the shared database up…</source>
        <translation>正在初始化共享数据库…</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
    <message>
        <source>Opening the database…</source>
        <translation>正在打开数据库…</translation>
    </message>
    <message>
        <source>Checking the password…</source>
        <translation>正在验证密码…</translation>
    </message>
</context>
<context>
    <name>TroublePanel</name>
    <message>
        <source>The desk cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>UnlockPanel</name>
    <message>
        <source>The customer data on this computer is encrypted.</source>
        <translation>本机上的客户资料已加密。</translation>
    </message>
    <message>
        <source>Open the database</source>
        <translation>打开数据库</translation>
    </message>
    <message>
        <source>Start passphrase</source>
        <translation>启动口令</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Eight groups of five from the printed sheet; case and dashes do not matter.</source>
        <translation>纸上的八组、每组五个字符；不分大小写，横线可省略。</translation>
    </message>
    <message>
        <source>Remember on this computer from now on</source>
        <translation>以后由本机记住</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>使用恢复密钥</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>使用启动口令</translation>
    </message>
</context>
<context>
    <name>WaitPanel</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>The database is being opened.</source>
        <translation>正在打开数据库。</translation>
    </message>
</context>
</TS>
