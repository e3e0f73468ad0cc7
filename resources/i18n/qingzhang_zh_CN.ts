<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Ask</name>
        <message>
            <source>Close without saving</source>
            <translation>不保存，关闭</translation>
        </message>
        <message>
            <source>Closing loses what was typed. The book itself is not affected.</source>
            <translation>关闭会丢失录入的内容，账套本身不受影响。</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Program error</source>
            <translation>程序出错</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reason, kept in the history</source>
            <translation>原因，记入变更历史</translation>
        </message>
        <message>
            <source>Something typed is not saved yet</source>
            <translation>有录入的内容还没有保存</translation>
        </message>
        <message>
            <source>Stop it and close</source>
            <translation>中止并关闭</translation>
        </message>
        <message>
            <source>The book is as before. A report without customer data was kept: {file}</source>
            <translation>账套保持原样。已留下一份不含客户数据的错误报告：{file}</translation>
        </message>
        <message>
            <source>The program made a mistake. The act was not carried out.</source>
            <translation>程序出了错，这一步没有执行。</translation>
        </message>
        <message>
            <source>Work is still under way</source>
            <translation>还有任务在进行</translation>
        </message>
        <message>
            <source>{task}. Closing stops it; what is already booked stays.</source>
            <translation>{task}。关闭会中止它；已经入账的不受影响。</translation>
        </message>
    </context>
    <context>
        <name>Assessment</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) understood</source>
            <translation>
                <numerusform>已识别 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>3+1 report</source>
            <translation>3+1 评估报告</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>财务报表</translation>
        </message>
        <message>
            <source>Accounts of {years}</source>
            <translation>已有 {years} 年报表</translation>
        </message>
        <message>
            <source>Accounts of {years} kept</source>
            <translation>已保存 {years} 年报表</translation>
        </message>
        <message>
            <source>As computed</source>
            <translation>按得分</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>As the table says</source>
            <translation>按表中标注</translation>
        </message>
        <message>
            <source>Assess the customer</source>
            <translation>评估客户</translation>
        </message>
        <message>
            <source>Assessment</source>
            <translation>评级</translation>
        </message>
        <message>
            <source>Assessment form</source>
            <translation>信用评估表</translation>
        </message>
        <message>
            <source>Assessment kept</source>
            <translation>评估已保存</translation>
        </message>
        <message>
            <source>Assessment taken back</source>
            <translation>评估已撤回</translation>
        </message>
        <message>
            <source>Assessments so far</source>
            <translation>历次评估</translation>
        </message>
        <message>
            <source>Audited</source>
            <translation>已审计</translation>
        </message>
        <message>
            <source>By</source>
            <translation>评估人</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>较上年</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>评估结论</translation>
        </message>
        <message>
            <source>Copy the balance sheet and income statement in a spreadsheet and paste them here, or type the lines that are known.</source>
            <translation>在电子表格中复制资产负债表和利润表，粘贴到这里；也可以只录入已知的项目。</translation>
        </message>
        <message>
            <source>Default in a year</source>
            <translation>一年内违约率</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>定金比例</translation>
        </message>
        <message>
            <source>Enter accounts</source>
            <translation>录入报表</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Failure models</source>
            <translation>财务危机预警</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Fiscal year to</source>
            <translation>会计年度截至</translation>
        </message>
        <message>
            <source>Gives</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Hundred millions</source>
            <translation>亿元</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>评价指标</translation>
        </message>
        <message>
            <source>It says</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Keep the accounts</source>
            <translation>保存报表</translation>
        </message>
        <message>
            <source>Keep the assessment</source>
            <translation>保存评估</translation>
        </message>
        <message>
            <source>Latest year</source>
            <translation>最近年度</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>评价</translation>
        </message>
        <message>
            <source>Limit times</source>
            <translation>额度系数</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Longest term</source>
            <translation>最长账期</translation>
        </message>
        <message>
            <source>Look at registry, three years of accounts, credit record and the site, score what you know, and the customer gets its grade.</source>
            <translation>核查工商登记、近三年财务报表、信用记录，并实地考察，按已知情况评分，即得出客户等级。</translation>
        </message>
        <message>
            <source>Made on</source>
            <translation>评估日期</translation>
        </message>
        <message>
            <source>Millions</source>
            <translation>百万元</translation>
        </message>
        <message>
            <source>No accounts yet: no grade above B without three years</source>
            <translation>尚无报表：没有连续三年报表，等级不高于 B</translation>
        </message>
        <message>
            <source>No line of accounts was found in this text.</source>
            <translation>这段文字中没有找到报表项目。</translation>
        </message>
        <message>
            <source>Not above B: {reason}.</source>
            <translation>等级不高于 B：{reason}。</translation>
        </message>
        <message>
            <source>Not assessed yet</source>
            <translation>尚未评估</translation>
        </message>
        <message>
            <source>Nothing yet: no grade above B until this part is in the file.</source>
            <translation>尚无资料：补齐之前，等级不高于 B。</translation>
        </message>
        <message>
            <source>Only {years}: three fiscal years in a row are needed</source>
            <translation>只有 {years} 年：需要连续三个会计年度</translation>
        </message>
        <message>
            <source>Open the credit file</source>
            <translation>打开信用档案</translation>
        </message>
        <message>
            <source>Parts of the file</source>
            <translation>核查内容</translation>
        </message>
        <message>
            <source>Paste accounts</source>
            <translation>粘贴报表</translation>
        </message>
        <message>
            <source>Paste from a spreadsheet</source>
            <translation>从电子表格粘贴</translation>
        </message>
        <message>
            <source>Paste the copied table here: names of lines, then figures.</source>
            <translation>把复制的表格粘贴到这里：先是项目名称，后面是金额。</translation>
        </message>
        <message>
            <source>Pasted table</source>
            <translation>粘贴的表格</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>Profitability</source>
            <translation>盈利能力</translation>
        </message>
        <message>
            <source>Ratios</source>
            <translation>财务指标</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Review by</source>
            <translation>复评日期</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>原表行</translation>
        </message>
        <message>
            <source>Say why the grade is set by hand</source>
            <translation>请写明人工定级的理由</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Score card</source>
            <translation>评分表</translation>
        </message>
        <message>
            <source>Set the grade</source>
            <translation>人工定级</translation>
        </message>
        <message>
            <source>Set to {grade} by hand: {reason}.</source>
            <translation>人工定为 {grade}：{reason}。</translation>
        </message>
        <message>
            <source>Single units</source>
            <translation>元</translation>
        </message>
        <message>
            <source>Solvency</source>
            <translation>偿债能力</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Take all suggestions</source>
            <translation>采用全部建议</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Take back the last assessment</source>
            <translation>撤回最近一次评估</translation>
        </message>
        <message>
            <source>Take back what was typed</source>
            <translation>放弃录入</translation>
        </message>
        <message>
            <source>Ten thousands</source>
            <translation>万元</translation>
        </message>
        <message>
            <source>The accounts add up.</source>
            <translation>报表勾稽相符。</translation>
        </message>
        <message>
            <source>The accounts are older than twelve months.</source>
            <translation>报表已超过 12 个月，请更新。</translation>
        </message>
        <message>
            <source>The score alone gives {grade}.</source>
            <translation>按得分为 {grade}。</translation>
        </message>
        <message>
            <source>This field cannot be read. Nothing was kept.</source>
            <translation>该栏无法识别，没有保存。</translation>
        </message>
        <message>
            <source>This part is in the file.</source>
            <translation>档案中已有资料。</translation>
        </message>
        <message>
            <source>Thousands</source>
            <translation>千元</translation>
        </message>
        <message>
            <source>Turnover</source>
            <translation>营运能力</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>金额单位</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>What the grade entails</source>
            <translation>等级对应的信用条件</translation>
        </message>
        <message>
            <source>What was understood</source>
            <translation>识别结果</translation>
        </message>
        <message>
            <source>Working-asset model</source>
            <translation>营运资产分析模型</translation>
        </message>
        <message>
            <source>a figure cannot be read, not used</source>
            <translation>有金额无法识别，未采用</translation>
        </message>
        <message>
            <source>amounts times {scale} {currency}</source>
            <translation>金额 × {scale} {currency}</translation>
        </message>
        <message>
            <source>evidence</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>evidence for {indicator}</source>
            <translation>{indicator}的依据</translation>
        </message>
        <message>
            <source>grade {grade}</source>
            <translation>{grade} 级</translation>
        </message>
        <message>
            <source>grade {grade}, review overdue</source>
            <translation>{grade} 级，逾期未复评</translation>
        </message>
        <message>
            <source>no such line, not used</source>
            <translation>没有对应项目，未采用</translation>
        </message>
        <message>
            <source>no unit named: check it</source>
            <translation>未标注金额单位，请核对</translation>
        </message>
        <message numerus="yes">
            <source>paid %n day(s) late on average</source>
            <translation>
                <numerusform>平均迟付 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>payment before delivery</source>
            <translation>款到发货</translation>
        </message>
        <message>
            <source>said by another row, not used</source>
            <translation>已由其他行给出，未采用</translation>
        </message>
        <message>
            <source>score {score} · {coverage}% answered</source>
            <translation>得分 {score} · 覆盖 {coverage}%</translation>
        </message>
        <message>
            <source>score {score} · {coverage}% answered · {model} · to {until}</source>
            <translation>得分 {score} · 覆盖 {coverage}% · {model} · 有效期至 {until}</translation>
        </message>
        <message>
            <source>site visit {score} of 100</source>
            <translation>实地考察 {score} 分（满分 100）</translation>
        </message>
        <message>
            <source>take {points}</source>
            <translation>建议 {points}</translation>
        </message>
        <message>
            <source>years assumed for want of a heading</source>
            <translation>表头没有年度，按最近年度推定</translation>
        </message>
    </context>
    <context>
        <name>Attach</name>
        <message numerus="yes">
            <source>%n file(s) kept with the invoice</source>
            <translation>
                <numerusform>已存入 %n 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Date of the paper</source>
            <translation>单据日期</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Keep in the book</source>
            <translation>存入账套</translation>
        </message>
        <message>
            <source>Kept with it</source>
            <translation>已存附件</translation>
        </message>
        <message>
            <source>Name or note</source>
            <translation>名称或说明</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>打开文件</translation>
        </message>
        <message>
            <source>Papers of {number}</source>
            <translation>{number} 的附件</translation>
        </message>
        <message>
            <source>Reading the files</source>
            <translation>正在读取文件</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>另存一份</translation>
        </message>
        <message>
            <source>Shown in the list of evidence; may be empty</source>
            <translation>显示在证据目录中，可不填</translation>
        </message>
        <message>
            <source>Take it away from the invoice</source>
            <translation>从发票移除</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>附件类型</translation>
        </message>
        <message>
            <source>{name} is back</source>
            <translation>{name} 已恢复</translation>
        </message>
        <message>
            <source>{name} taken away from the invoice</source>
            <translation>已从发票移除 {name}</translation>
        </message>
    </context>
    <context>
        <name>Attachments</name>
        <message numerus="yes">
            <source>%n file(s) in the book</source>
            <translation>
                <numerusform>账套内 %n 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) kept in the book</source>
            <translation>
                <numerusform>已存入 %n 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>所属</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Date of the paper</source>
            <translation>文件日期</translation>
        </message>
        <message>
            <source>Detach</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Drop licences, contracts, reports or photos here. They are kept inside the book and copied with it.</source>
            <translation>把营业执照、合同、报告或照片拖到这里。文件存在账套内，随账套一起备份。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Keep files</source>
            <translation>存入文件</translation>
        </message>
        <message>
            <source>Keep files…</source>
            <translation>存入文件…</translation>
        </message>
        <message>
            <source>Keep in the book</source>
            <translation>存入账套</translation>
        </message>
        <message>
            <source>Kept by</source>
            <translation>存入人</translation>
        </message>
        <message>
            <source>Kept on</source>
            <translation>存入日期</translation>
        </message>
        <message>
            <source>No files of this customer yet</source>
            <translation>这个客户还没有附件</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Reading the files</source>
            <translation>正在读取文件</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>另存…</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{name} detached</source>
            <translation>已移除 {name}</translation>
        </message>
        <message>
            <source>{name} is back</source>
            <translation>{name} 已恢复</translation>
        </message>
    </context>
    <context>
        <name>Bills</name>
        <message numerus="yes">
            <source>%n bill(s)</source>
            <translation>
                <numerusform>%n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) before maturity.</source>
            <translation>
                <numerusform>距到期日还有 %n 天。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>还有 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left to present</source>
            <translation>
                <numerusform>提示付款还有 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open document(s)</source>
            <translation>
                <numerusform>未清 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>0; paper: 3</source>
            <translation>0；异地纸票加 3 天</translation>
        </message>
        <message>
            <source>30 digits</source>
            <translation>30 位数字</translation>
        </message>
        <message>
            <source>&lt;p&gt;Acceptance bills that customers paid with. A bill that is received settles its invoices by a receipt; from then on the bill is what is held, and each step is recorded here: endorsed, discounted, pledged, presented, paid.&lt;/p&gt;&lt;p&gt;A bill is presented within ten days after maturity. When payment is refused, its invoices are open again with the due dates and ages they had; tell the party before us within three days, and claim recourse within six months (three, where the bill had been passed on).&lt;/p&gt;&lt;p&gt;Bills passed on and not matured stay in the customer's exposure, but for those of the safe banks (N). U takes back the last step; nothing is deleted.&lt;/p&gt;</source>
            <translation>&lt;p&gt;客户用来付款的承兑汇票。收票即记一笔收款、核销发票，此后手中持有的是票据；背书、贴现、质押、提示付款、兑付，每一步都登记在这里。&lt;/p&gt;&lt;p&gt;到期日起 10 日内提示付款。被拒付时，原来核销的发票按原到期日、原账龄重新打开；3 日内通知前手，6 个月内行使追索权（已转让后退回的票据为 3 个月）。&lt;/p&gt;&lt;p&gt;已背书、已贴现而未到期的票据仍计入客户的信用敞口，名单内银行承兑的除外（N）。U 撤销最近一步，什么也不会删除。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>A paper bill of 16 digits: not checked further</source>
            <translation>16 位，按纸质票据登记，不再校验</translation>
        </message>
        <message>
            <source>Acceptor</source>
            <translation>承兑人</translation>
        </message>
        <message>
            <source>Acceptor until</source>
            <translation>对出票人、承兑人</translation>
        </message>
        <message>
            <source>Acceptor's bank</source>
            <translation>承兑人开户行</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount claimed, with interest and costs</source>
            <translation>追索金额（含利息和费用）</translation>
        </message>
        <message>
            <source>Amount of the first part</source>
            <translation>第一张子票金额</translation>
        </message>
        <message>
            <source>Amount received</source>
            <translation>收到金额</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Bank acceptance bill</source>
            <translation>银行承兑汇票</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>银行名单</translation>
        </message>
        <message>
            <source>Banks without recourse exposure</source>
            <translation>不计追索敞口的银行</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Bill number</source>
            <translation>票据号码</translation>
        </message>
        <message numerus="yes">
            <source>Bill of {amount} received, %n invoice(s) settled</source>
            <translation>
                <numerusform>已收票 {amount}，核销 %n 张发票</numerusform>
            </translation>
        </message>
        <message>
            <source>Bill of {amount} registered for its receipt</source>
            <translation>票据 {amount} 已登记到原收款</translation>
        </message>
        <message>
            <source>Bill register</source>
            <translation>票据登记簿</translation>
        </message>
        <message>
            <source>Bills</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Bills at a glance</source>
            <translation>票据概况</translation>
        </message>
        <message>
            <source>Bills that one of these banks has accepted leave the exposure when they are endorsed or discounted. A line fits where the acceptor's name contains it.</source>
            <translation>这些银行承兑的票据，背书或贴现后不再计入敞口。每行一个，承兑人名称含有该字样即算。</translation>
        </message>
        <message>
            <source>Book it as a receipt of these invoices</source>
            <translation>记为收款，核销重新打开的发票</translation>
        </message>
        <message>
            <source>Books</source>
            <translation>入账方式</translation>
        </message>
        <message>
            <source>By its number it is the other kind of bill</source>
            <translation>按号码首位应是另一种票据</translation>
        </message>
        <message>
            <source>CCY</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>到期日历</translation>
        </message>
        <message>
            <source>Check digit of the bank code {bank} does not fit: compare</source>
            <translation>行号 {bank} 校验位不符，请对照票面</translation>
        </message>
        <message>
            <source>Choose a bill to see where it is and what may come next.</source>
            <translation>选一张票据，查看它在哪里、下一步做什么。</translation>
        </message>
        <message>
            <source>Choose a customer from the list</source>
            <translation>请从列表中选择客户</translation>
        </message>
        <message>
            <source>Choose the customer to see what is open.</source>
            <translation>选择客户后，这里列出未清发票。</translation>
        </message>
        <message>
            <source>Claimed from</source>
            <translation>向谁追索</translation>
        </message>
        <message>
            <source>Commercial</source>
            <translation>商票</translation>
        </message>
        <message>
            <source>Commercial acceptance bill</source>
            <translation>商业承兑汇票</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>贴现成本</translation>
        </message>
        <message>
            <source>Cost a year of the proceeds</source>
            <translation>折合年成本（按实收）</translation>
        </message>
        <message>
            <source>Currency {code}</source>
            <translation>币种 {code}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Date received</source>
            <translation>收票日</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>Day basis</source>
            <translation>年天数</translation>
        </message>
        <message>
            <source>Days added</source>
            <translation>加计天数</translation>
        </message>
        <message>
            <source>Days left</source>
            <translation>距到期</translation>
        </message>
        <message>
            <source>Days of interest</source>
            <translation>计息天数</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Digits 14 to 21 are no date: {date}</source>
            <translation>第 14–21 位不是日期：{date}</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>贴现</translation>
        </message>
        <message>
            <source>Discount calculator</source>
            <translation>贴现试算</translation>
        </message>
        <message>
            <source>Discounted</source>
            <translation>已贴现</translation>
        </message>
        <message>
            <source>Discounted on</source>
            <translation>贴现日</translation>
        </message>
        <message>
            <source>Discounted with</source>
            <translation>贴现</translation>
        </message>
        <message>
            <source>Discount…</source>
            <translation>贴现…</translation>
        </message>
        <message>
            <source>Dishonoured</source>
            <translation>拒付</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>出票人</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Due in {month}</source>
            <translation>{month} 到期</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>近期到期</translation>
        </message>
        <message>
            <source>Endorsed</source>
            <translation>已背书</translation>
        </message>
        <message>
            <source>Endorsed in full and without conditions; we stay liable by recourse.</source>
            <translation>背书须全额、无条件；转让后仍负被追索的责任。</translation>
        </message>
        <message>
            <source>Endorsed to</source>
            <translation>背书转让</translation>
        </message>
        <message>
            <source>Endorsed, discounted</source>
            <translation>已背书、已贴现</translation>
        </message>
        <message>
            <source>Endorsee</source>
            <translation>被背书人</translation>
        </message>
        <message>
            <source>Endorse…</source>
            <translation>背书…</translation>
        </message>
        <message>
            <source>Face amount</source>
            <translation>票面金额</translation>
        </message>
        <message>
            <source>Face × rate × days ÷ 360 or 365, from the day of the discount to maturity.</source>
            <translation>票面 × 年利率 × 天数 ÷ 360（或 365），自贴现日至到期日前一日。</translation>
        </message>
        <message>
            <source>Given back to us</source>
            <translation>退回我方</translation>
        </message>
        <message>
            <source>Given back…</source>
            <translation>退回…</translation>
        </message>
        <message>
            <source>Here stand the acceptance bills that customers pay with: what is in hand, passed on, presented, or refused. Receive one with Ctrl+N; it settles its invoices like money.</source>
            <translation>这里登记客户用来付款的承兑汇票：在手、转让、托收、拒付。按 Ctrl+N 收票，收票即核销发票，与收款一样。</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>在手</translation>
        </message>
        <message>
            <source>In recourse</source>
            <translation>追索中</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>贴现利息</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>出票日</translation>
        </message>
        <message>
            <source>It was booked, and is booked back: the receipt is voided, or the invoices are settled again, as of today. Nothing is deleted.</source>
            <translation>这一步已经记账，撤销即按今天冲回：作废收款，或重新核销发票。什么也不会删除。</translation>
        </message>
        <message>
            <source>Its amount is open again from what falls due last, with its age.</source>
            <translation>按本张金额，从最晚到期的发票起重新打开，账龄照旧。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Leave it off where the bank statement brings the money in.</source>
            <translation>若由银行流水入账，请不要勾选。</translation>
        </message>
        <message>
            <source>Less than the whole bill</source>
            <translation>须小于整张票据的金额</translation>
        </message>
        <message>
            <source>Marked</source>
            <translation>票面记载</translation>
        </message>
        <message>
            <source>Maturity calendar</source>
            <translation>到期日历</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>入账</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>No bill in hand, pledged or presented waits for its money.</source>
            <translation>没有在手、质押或托收中的票据等待到期。</translation>
        </message>
        <message>
            <source>No bills yet</source>
            <translation>还没有票据</translation>
        </message>
        <message>
            <source>Not after today</source>
            <translation>不能晚于今天</translation>
        </message>
        <message>
            <source>Not transferable</source>
            <translation>不得转让</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation>未选择</translation>
        </message>
        <message>
            <source>Nothing matures</source>
            <translation>没有待到期的票据</translation>
        </message>
        <message>
            <source>Notify by</source>
            <translation>通知前手</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>挂账</translation>
        </message>
        <message>
            <source>Only digits: “{found}” is none</source>
            <translation>只能是数字，“{found}”不是</translation>
        </message>
        <message>
            <source>Open documents</source>
            <translation>未清单据</translation>
        </message>
        <message>
            <source>Opening bill of {amount} registered</source>
            <translation>期初票据 {amount} 已登记</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已兑付</translation>
        </message>
        <message>
            <source>Paid at maturity</source>
            <translation>兑付</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>付款人</translation>
        </message>
        <message>
            <source>Paid by recourse</source>
            <translation>追回款项</translation>
        </message>
        <message>
            <source>Paid…</source>
            <translation>兑付…</translation>
        </message>
        <message>
            <source>Parts and whole</source>
            <translation>子票与原票</translation>
        </message>
        <message>
            <source>Passed on to</source>
            <translation>转让对象</translation>
        </message>
        <message>
            <source>Payment refused</source>
            <translation>拒付</translation>
        </message>
        <message>
            <source>Pledged</source>
            <translation>已质押</translation>
        </message>
        <message>
            <source>Pledged to</source>
            <translation>质押</translation>
        </message>
        <message>
            <source>Pledgee</source>
            <translation>质权人</translation>
        </message>
        <message>
            <source>Pledge…</source>
            <translation>质押…</translation>
        </message>
        <message>
            <source>Present by</source>
            <translation>提示付款截止</translation>
        </message>
        <message>
            <source>Presentation missed</source>
            <translation>已过提示付款期</translation>
        </message>
        <message>
            <source>Presented</source>
            <translation>托收中</translation>
        </message>
        <message>
            <source>Presented for payment</source>
            <translation>提示付款</translation>
        </message>
        <message>
            <source>Presented, not paid yet</source>
            <translation>托收中</translation>
        </message>
        <message>
            <source>Present…</source>
            <translation>提示付款…</translation>
        </message>
        <message>
            <source>Proceeds</source>
            <translation>实收金额</translation>
        </message>
        <message>
            <source>Rate, % a year</source>
            <translation>年利率 %</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>拒付理由</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>收票</translation>
        </message>
        <message>
            <source>Receive a bill</source>
            <translation>收票登记</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收票</translation>
        </message>
        <message>
            <source>Received from</source>
            <translation>交票客户</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Record the discount</source>
            <translation>登记贴现</translation>
        </message>
        <message>
            <source>Recourse</source>
            <translation>可追索</translation>
        </message>
        <message>
            <source>Recourse by</source>
            <translation>对前手追索</translation>
        </message>
        <message>
            <source>Recourse claimed</source>
            <translation>追索</translation>
        </message>
        <message>
            <source>Recourse exposure</source>
            <translation>追索敞口</translation>
        </message>
        <message>
            <source>Recourse…</source>
            <translation>追索…</translation>
        </message>
        <message>
            <source>Recovered</source>
            <translation>已追回</translation>
        </message>
        <message>
            <source>Recovered…</source>
            <translation>追回…</translation>
        </message>
        <message>
            <source>Refused, in recourse</source>
            <translation>拒付、追索中</translation>
        </message>
        <message>
            <source>Refused…</source>
            <translation>拒付…</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记簿</translation>
        </message>
        <message>
            <source>Registered on {date}, not on the issue date</source>
            <translation>号码中的登记日 {date} 与出票日不同</translation>
        </message>
        <message>
            <source>Released from pledge</source>
            <translation>解除质押</translation>
        </message>
        <message>
            <source>Release…</source>
            <translation>解除质押…</translation>
        </message>
        <message>
            <source>Safe banks…</source>
            <translation>银行名单…</translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>常用筛选</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Settled by the bill</source>
            <translation>核销金额</translation>
        </message>
        <message>
            <source>Settles</source>
            <translation>核销到</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>已拆分</translation>
        </message>
        <message>
            <source>Split into parts</source>
            <translation>拆分</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>拆出</translation>
        </message>
        <message>
            <source>Split…</source>
            <translation>拆分…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Sub-range</source>
            <translation>子票区间</translation>
        </message>
        <message>
            <source>T is the day of maturity; present by T+10 at the latest</source>
            <translation>T 为到期日，最迟 T+10 提示付款</translation>
        </message>
        <message>
            <source>Take back “{event}”?</source>
            <translation>撤销“{event}”？</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The bill came back without being refused.</source>
            <translation>票据未经拒付退回我方。</translation>
        </message>
        <message>
            <source>The customer owes nothing. The bill stays on account until there is an invoice.</source>
            <translation>该客户没有未清发票，票款先挂账，有发票后再核销。</translation>
        </message>
        <message>
            <source>The days of presentation ended on {date}: only drawer and acceptor are still liable.</source>
            <translation>提示付款期已于 {date} 届满：只能向出票人、承兑人主张。</translation>
        </message>
        <message>
            <source>The first digit cannot be 0</source>
            <translation>首位不能是 0</translation>
        </message>
        <message>
            <source>The list of banks was kept</source>
            <translation>银行名单已保存</translation>
        </message>
        <message>
            <source>The receipt has paid its invoices already; nothing is booked.</source>
            <translation>原收款已核销过发票，这里不再记账。</translation>
        </message>
        <message>
            <source>The rest becomes the second part.</source>
            <translation>余下的成为第二张子票。</translation>
        </message>
        <message>
            <source>The sub-range is {amount}</source>
            <translation>按子票区间应为 {amount}</translation>
        </message>
        <message>
            <source>The usual list</source>
            <translation>恢复通行名单</translation>
        </message>
        <message>
            <source>This customer has no receipt of this amount</source>
            <translation>该客户没有这个金额的收款</translation>
        </message>
        <message>
            <source>To come in</source>
            <translation>待收合计</translation>
        </message>
        <message>
            <source>To present</source>
            <translation>应提示付款</translation>
        </message>
        <message>
            <source>To present in 10 days</source>
            <translation>10 日内应提示付款</translation>
        </message>
        <message>
            <source>Type a rate such as 2.1</source>
            <translation>请填年利率，例如 2.1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Undone; the bill is where it was before</source>
            <translation>已撤销，票据回到上一步</translation>
        </message>
        <message>
            <source>Unpaid sum, interest from maturity, and costs can be claimed.</source>
            <translation>可追索未付金额、到期日起的利息和费用。</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>What it paid is from before this book; nothing is booked.</source>
            <translation>票据所抵的款项在本账套之前，这里不记账。</translation>
        </message>
        <message>
            <source>What it settled is open again from that day, with its due date and age:</source>
            <translation>自该日起，原核销的发票按原到期日、原账龄重新打开：</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>a receipt now, which settles its invoices</source>
            <translation>记收款并核销发票</translation>
        </message>
        <message>
            <source>acceptance bills</source>
            <translation>收到的承兑汇票</translation>
        </message>
        <message>
            <source>as the bank shows it; 0: not to be split</source>
            <translation>按网银所示填写；0 为不可拆分</translation>
        </message>
        <message>
            <source>bank code and date fit</source>
            <translation>行号、日期相符</translation>
        </message>
        <message>
            <source>bills</source>
            <translation>张</translation>
        </message>
        <message numerus="yes">
            <source>due in %n day(s)</source>
            <translation>
                <numerusform>%n 天后到期</numerusform>
            </translation>
        </message>
        <message>
            <source>endorsement recorded</source>
            <translation>背书已登记</translation>
        </message>
        <message>
            <source>first-last, such as 1-50000000; 0: not to be split</source>
            <translation>写作“起始-终止”，如 1-50000000；0 为不可拆分</translation>
        </message>
        <message>
            <source>in hand again</source>
            <translation>回到在手</translation>
        </message>
        <message>
            <source>longer than the law allows: {date} at the latest</source>
            <translation>超过法定最长期限，最晚 {date}</translation>
        </message>
        <message>
            <source>lost: presented too late</source>
            <translation>逾期提示，已丧失</translation>
        </message>
        <message>
            <source>none: opening</source>
            <translation>无（期初票据）</translation>
        </message>
        <message>
            <source>nothing: from before this book</source>
            <translation>不记账：期初票据</translation>
        </message>
        <message>
            <source>nothing: its receipt is in the book</source>
            <translation>不记账：收款已入账</translation>
        </message>
        <message>
            <source>paid</source>
            <translation>已兑付</translation>
        </message>
        <message>
            <source>pledge recorded</source>
            <translation>质押已登记</translation>
        </message>
        <message>
            <source>presentation recorded</source>
            <translation>提示付款已登记</translation>
        </message>
        <message>
            <source>recourse recorded</source>
            <translation>追索已登记</translation>
        </message>
        <message numerus="yes">
            <source>runs %n day(s)</source>
            <translation>
                <numerusform>期限 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>when it is not the customer</source>
            <translation>与交票客户不同时填写</translation>
        </message>
        <message>
            <source>{bill}: discounted with {bank}</source>
            <translation>{bill}：已在{bank}贴现</translation>
        </message>
        <message>
            <source>{bill}: payment refused; what it settled is open again</source>
            <translation>{bill}：拒付，原核销的发票已重新打开</translation>
        </message>
        <message>
            <source>{bill}: split into {count} parts</source>
            <translation>{bill}：已拆成 {count} 张</translation>
        </message>
        <message>
            <source>{bill}: {amount} recovered</source>
            <translation>{bill}：已追回 {amount}</translation>
        </message>
        <message>
            <source>{bill}: {event}</source>
            <translation>{bill}：{event}</translation>
        </message>
        <message>
            <source>{count} of 30 digits</source>
            <translation>已输入 {count} 位，共 30 位</translation>
        </message>
        <message>
            <source>{count} units of 0.01 = {amount}</source>
            <translation>{count} 个单位 × 0.01 元 = {amount}</translation>
        </message>
        <message>
            <source>{date} at the latest: six months</source>
            <translation>最晚 {date}（6 个月）</translation>
        </message>
        <message>
            <source>{date} · due today</source>
            <translation>{date} · 今天到期</translation>
        </message>
        <message>
            <source>{date}, passed</source>
            <translation>{date}，已过</translation>
        </message>
        <message>
            <source>{event} (undone)</source>
            <translation>{event}（已撤销）</translation>
        </message>
        <message>
            <source>{length} digits; an electronic bill has 30</source>
            <translation>{length} 位，电子票据为 30 位</translation>
        </message>
        <message>
            <source>{rate} %, interest {cost}, proceeds {amount}</source>
            <translation>{rate} %，利息 {cost}，实收 {amount}</translation>
        </message>
    </context>
    <context>
        <name>Books</name>
        <message>
            <source>Backed up to {file}</source>
            <translation>已备份到 {file}</translation>
        </message>
        <message>
            <source>Backing up</source>
            <translation>正在备份</translation>
        </message>
        <message>
            <source>Backups and books (*.qz *.zip *.sqlite *.backup);;All files (*)</source>
            <translation>备份与账套 (*.qz *.zip *.sqlite *.backup);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Checking the book</source>
            <translation>正在检查账套</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>选择备份</translation>
        </message>
        <message>
            <source>Making the book</source>
            <translation>正在创建账套</translation>
        </message>
        <message>
            <source>Making the sample book</source>
            <translation>正在生成示例账套</translation>
        </message>
        <message>
            <source>Open a book</source>
            <translation>打开账套</translation>
        </message>
        <message>
            <source>Opening the book</source>
            <translation>正在打开账套</translation>
        </message>
        <message>
            <source>Qingzhang books (*.qz);;All files (*)</source>
            <translation>清账账套 (*.qz);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Reading the backup</source>
            <translation>正在读取备份</translation>
        </message>
        <message>
            <source>Restore this backup?</source>
            <translation>恢复这个备份？</translation>
        </message>
        <message>
            <source>Restore to a new file</source>
            <translation>恢复为新文件</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>恢复…</translation>
        </message>
        <message>
            <source>Restoring the backup</source>
            <translation>正在恢复备份</translation>
        </message>
        <message>
            <source>The book is in order: everything derived agrees with its facts.</source>
            <translation>账套完好：所有汇总与明细核对一致。</translation>
        </message>
        <message>
            <source>{company}. Made {made}. {customers} customers, {documents} documents, the last of {last}. It is restored to a new file; no existing book is replaced.</source>
            <translation>{company}，备份于 {made}。共 {customers} 户客户、{documents} 张单据，最后一张日期 {last}。将恢复为新文件，不会覆盖任何现有账套。</translation>
        </message>
        <message>
            <source>{count} findings. First: {text}</source>
            <translation>发现 {count} 处问题。第一处：{text}</translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message numerus="yes">
            <source>%n deadline(s)</source>
            <translation>
                <numerusform>%n 项到期</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;Days after which a right or a chance is gone: limitation (its safe day), guarantees, insurance, bills, limits, and the days of promises. Arrows move the day, PageUp and PageDown the month, Home goes to today.&lt;/p&gt;</source>
            <translation>&lt;p&gt;过了就失去权利或机会的日子：诉讼时效（稳妥日）、保证期间、保险、票据、额度，以及付款承诺日。方向键移动日期，PageUp、PageDown 翻月，Home 回到当天。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Amounts</source>
            <translation>涉及金额</translation>
        </message>
        <message>
            <source>Calendar of deadlines</source>
            <translation>期限日历</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Month after</source>
            <translation>下月</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Nothing ends on this day</source>
            <translation>当天没有到期事项</translation>
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
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message>
            <source>Ageing by due date</source>
            <translation>账龄 · 按到期日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Billed</source>
            <translation>开票</translation>
        </message>
        <message>
            <source>Billed and received by month</source>
            <translation>按月开票与回款</translation>
        </message>
        <message>
            <source>Bucket</source>
            <translation>账龄区间</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>No due date</source>
            <translation>无到期日</translation>
        </message>
        <message>
            <source>Not due</source>
            <translation>未到期</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>回款</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>{month}: billed {billed}, received {received}</source>
            <translation>{month}：开票 {billed}，回款 {received}</translation>
        </message>
        <message>
            <source>{range} days</source>
            <translation>{range} 天</translation>
        </message>
    </context>
    <context>
        <name>Collections</name>
        <message numerus="yes">
            <source>%n letter(s) ask first why is not paid</source>
            <translation>
                <numerusform>有 %n 封函件须先查明未付款原因</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) released</source>
            <translation>
                <numerusform>已发布 %n 封催款函</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) wait to be allocated.</source>
            <translation>
                <numerusform>有 %n 笔收款待核销。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;The draft lists every customer with overdue invoices: above those who get a letter, with the level from which and to which it rises; below those passed over, with the reason. Untick a letter to leave it out and say why. Disputed parts are not claimed, and money not yet allocated or booked is set off. Interest and fees are claims of their own: paying the principal does not end them.&lt;/p&gt;&lt;p&gt;From level 2 on the reason for late payment is asked under the list.&lt;/p&gt;&lt;p&gt;F5 drafts again, Ctrl+S saves the draft, Ctrl+Enter releases: each letter gets its number and is kept as it is. A letter printed again is marked as a copy.&lt;/p&gt;</source>
            <translation>&lt;p&gt;草稿列出所有有逾期款项的客户：上面是要发函的，标明由第几级升到第几级；下面是跳过的，写明原因。去掉勾选即本次不发，请写明原因。争议部分不主张，未核销和未入账的到账款先行抵减。违约金和费用与本金分列，本金付清后仍可主张。&lt;/p&gt;&lt;p&gt;自第 2 级起，须在列表下方登记未付款原因。&lt;/p&gt;&lt;p&gt;F5 重新计算，Ctrl+S 存草稿，Ctrl+Enter 发布：每封函件编号并原样保存。再次打印标明副本。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>A block keeps it from being chased.</source>
            <translation>已设暂停催收。</translation>
        </message>
        <message>
            <source>A block keeps this customer from being chased</source>
            <translation>该客户已暂停催收</translation>
        </message>
        <message>
            <source>A payment plan is being kept.</source>
            <translation>分期还款计划正在履行。</translation>
        </message>
        <message>
            <source>Accounts differ</source>
            <translation>对账不符</translation>
        </message>
        <message>
            <source>All levels sent</source>
            <translation>各级均已发出</translation>
        </message>
        <message>
            <source>All levels were sent. Decide on legal steps.</source>
            <translation>各级均已发出，请决定是否移交法务。</translation>
        </message>
        <message>
            <source>All that is overdue is disputed. Settle the dispute.</source>
            <translation>逾期款项全部有争议，请先解决争议。</translation>
        </message>
        <message>
            <source>Allocate them</source>
            <translation>去核销</translation>
        </message>
        <message>
            <source>Approval not finished</source>
            <translation>流程未走完</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Ask why</source>
            <translation>待查原因</translation>
        </message>
        <message numerus="yes">
            <source>Bank data of {account} end on {date}, %n day(s) ago.</source>
            <translation>
                <numerusform>{account} 的银行数据只到 {date}（%n 天前）。</numerusform>
            </translation>
        </message>
        <message>
            <source>Bank money off</source>
            <translation>已减在途</translation>
        </message>
        <message>
            <source>Bankrupt</source>
            <translation>破产</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translation>核对中</translation>
        </message>
        <message>
            <source>Below the minimum</source>
            <translation>低于最低金额</translation>
        </message>
        <message>
            <source>CCY</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>期限日历</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cannot be reached</source>
            <translation>联系不上</translation>
        </message>
        <message>
            <source>Chase again</source>
            <translation>恢复催收</translation>
        </message>
        <message>
            <source>Check interest</source>
            <translation>利率待核</translation>
        </message>
        <message>
            <source>Claim interest and fees…</source>
            <translation>主张违约金和费用…</translation>
        </message>
        <message>
            <source>Claim what {name} owes beside principal?</source>
            <translation>向 {name} 主张本金以外的款项？</translation>
        </message>
        <message>
            <source>Collections</source>
            <translation>催收</translation>
        </message>
        <message>
            <source>Covered by credits</source>
            <translation>未核销收款足以抵付</translation>
        </message>
        <message>
            <source>Credit off</source>
            <translation>已减预收</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers with overdue invoices stand here, each with the letter that is due. On this date there is none.</source>
            <translation>这里列出有逾期款项的客户及各自应发的催款函。此日期没有。</translation>
        </message>
        <message>
            <source>Date of the run</source>
            <translation>批次日期</translation>
        </message>
        <message>
            <source>Disputes</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Do not chase</source>
            <translation>暂停催收</translation>
        </message>
        <message>
            <source>Do not chase…</source>
            <translation>暂停催收…</translation>
        </message>
        <message>
            <source>Draft run</source>
            <translation>催款批次</translation>
        </message>
        <message>
            <source>Draft saved</source>
            <translation>草稿已保存</translation>
        </message>
        <message>
            <source>Draft {number}, saved</source>
            <translation>草稿 {number}，已保存</translation>
        </message>
        <message>
            <source>Drawing letters</source>
            <translation>正在排版函件</translation>
        </message>
        <message>
            <source>Drawing the letter…</source>
            <translation>正在排版…</translation>
        </message>
        <message>
            <source>Enter what came in before you chase it.</source>
            <translation>请先登记近期到账，以免催收已付的款项。</translation>
        </message>
        <message>
            <source>Fewer days than the interval since the last letter.</source>
            <translation>距上次发函不足间隔天数。</translation>
        </message>
        <message>
            <source>From level 2 on the reason is asked: select the letter and note it. Or say why the letters go out without it: {names}.</source>
            <translation>自第 2 级起须查明未付款原因：可取消后选中该函登记。若不等原因就发函，请写明理由。涉及：{names}。</translation>
        </message>
        <message>
            <source>Fully disputed</source>
            <translation>全部有争议</translation>
        </message>
        <message>
            <source>Go on without it</source>
            <translation>不等原因，继续</translation>
        </message>
        <message>
            <source>Handed over to lawyers</source>
            <translation>已移交法务</translation>
        </message>
        <message>
            <source>Interest and fees claimed</source>
            <translation>已主张违约金和费用</translation>
        </message>
        <message>
            <source>Interest {interest}, fees {fees}, together {total} {currency}, up to {date}. Debit notes are posted, due at once; the invoices stay as they are.</source>
            <translation>违约金 {interest}，费用 {fees}，合计 {total} {currency}，算至 {date}。将开出借项通知单，立即到期；原发票不变。</translation>
        </message>
        <message>
            <source>Interest, fees</source>
            <translation>违约金及费用</translation>
        </message>
        <message>
            <source>Invoice not received</source>
            <translation>未收到发票</translation>
        </message>
        <message>
            <source>It was taken out of this run.</source>
            <translation>本次不发。</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>笔数</translation>
        </message>
        <message>
            <source>Last letter too recent</source>
            <translation>距上次发函太近</translation>
        </message>
        <message>
            <source>Left out because</source>
            <translation>本次不发，因为</translation>
        </message>
        <message>
            <source>Left out this time</source>
            <translation>本次不发</translation>
        </message>
        <message>
            <source>Legal</source>
            <translation>法务</translation>
        </message>
        <message>
            <source>Less dispute</source>
            <translation>争议除外</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>发函</translation>
        </message>
        <message>
            <source>Letters sent</source>
            <translation>已发函件</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Limitation</source>
            <translation>诉讼时效</translation>
        </message>
        <message>
            <source>Money in the bank, not booked</source>
            <translation>有到账待入账</translation>
        </message>
        <message>
            <source>Money that seems to be this customer's is in the bank. Book it first.</source>
            <translation>银行有疑似该客户的到账款，请先入账。</translation>
        </message>
        <message>
            <source>Next level not due</source>
            <translation>未到下一级</translation>
        </message>
        <message>
            <source>Next time</source>
            <translation>下次再发</translation>
        </message>
        <message>
            <source>No invoice has reached the days of its next level.</source>
            <translation>没有发票达到下一级的逾期天数。</translation>
        </message>
        <message>
            <source>No letters</source>
            <translation>没有催款函</translation>
        </message>
        <message>
            <source>No letters sent yet</source>
            <translation>还没有发过催款函</translation>
        </message>
        <message>
            <source>No receipt has been entered yet.</source>
            <translation>还没有登记过收款。</translation>
        </message>
        <message>
            <source>Nobody is overdue</source>
            <translation>没有逾期客户</translation>
        </message>
        <message>
            <source>Not paid because</source>
            <translation>未付款原因</translation>
        </message>
        <message>
            <source>Not to be chased</source>
            <translation>暂停催收</translation>
        </message>
        <message>
            <source>Not to be chased because</source>
            <translation>暂停催收，因为</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Nothing was ever read of {account}.</source>
            <translation>{account} 从未导入银行数据。</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>最长逾期</translation>
        </message>
        <message>
            <source>On a payment plan</source>
            <translation>分期还款履行中</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Part held</source>
            <translation>部分暂缓</translation>
        </message>
        <message numerus="yes">
            <source>Passed over: %n customer(s)</source>
            <translation>
                <numerusform>跳过 %n 户</numerusform>
            </translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>分期还款</translation>
        </message>
        <message>
            <source>Post the debit notes</source>
            <translation>开借项通知单</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>主张本金</translation>
        </message>
        <message>
            <source>Principal {principal}, asked for {total}. Each letter gets its number and is kept, and its invoices rise to their level. Released letters cannot be taken back.</source>
            <translation>本金 {principal}，合计主张 {total}。每封将编号并存档，所涉发票升至相应级别。发布后不可撤回。</translation>
        </message>
        <message>
            <source>Print all</source>
            <translation>全部打印</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>催款程序</translation>
        </message>
        <message>
            <source>Procedures</source>
            <translation>参数</translation>
        </message>
        <message>
            <source>Promise broken</source>
            <translation>失约</translation>
        </message>
        <message>
            <source>Promised to pay</source>
            <translation>已承诺付款</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>付款承诺</translation>
        </message>
        <message>
            <source>Quality dispute</source>
            <translation>质量争议</translation>
        </message>
        <message>
            <source>Reason noted</source>
            <translation>已登记原因</translation>
        </message>
        <message>
            <source>Recalculate</source>
            <translation>重新计算</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>发布</translation>
        </message>
        <message numerus="yes">
            <source>Release %n letter(s)?</source>
            <translation>
                <numerusform>发布 %n 封催款函？</numerusform>
            </translation>
        </message>
        <message>
            <source>Release and number…</source>
            <translation>发布并编号…</translation>
        </message>
        <message>
            <source>Released letters stand here, to be shown and printed again.</source>
            <translation>已发布的催款函存于此处，可查看和补印。</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>存草稿</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Short of money</source>
            <translation>资金紧张</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>默认程序</translation>
        </message>
        <message>
            <source>Talks under way</source>
            <translation>正在协商</translation>
        </message>
        <message>
            <source>Test print</source>
            <translation>试印</translation>
        </message>
        <message>
            <source>The case is with the lawyers.</source>
            <translation>案件已移交法务。</translation>
        </message>
        <message>
            <source>The customer has promised to pay. Wait for the day.</source>
            <translation>客户已承诺付款，等到约定日。</translation>
        </message>
        <message numerus="yes">
            <source>The newest receipt is of {date}, %n day(s) ago.</source>
            <translation>
                <numerusform>最近一笔收款为 {date}，已是 %n 天前。</numerusform>
            </translation>
        </message>
        <message>
            <source>The sum is below the smallest one worth a letter.</source>
            <translation>合计低于最低催款金额。</translation>
        </message>
        <message>
            <source>There is no draft for this date</source>
            <translation>此日期没有草稿</translation>
        </message>
        <message>
            <source>To keep the relation</source>
            <translation>维护客户关系</translation>
        </message>
        <message numerus="yes">
            <source>To send: %n letter(s)</source>
            <translation>
                <numerusform>待发 %n 封</numerusform>
            </translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Unallocated money covers it. Allocate it first.</source>
            <translation>未核销收款足以抵付，请先核销。</translation>
        </message>
        <message>
            <source>Unwilling to pay</source>
            <translation>恶意拖欠</translation>
        </message>
        <message>
            <source>With the insurer</source>
            <translation>已报信用保险</translation>
        </message>
        <message>
            <source>With the lawyers</source>
            <translation>已移交法务</translation>
        </message>
        <message>
            <source>at least {amount}</source>
            <translation>最低金额 {amount}</translation>
        </message>
        <message>
            <source>levels after {days} days</source>
            <translation>逾期 {days} 天分级</translation>
        </message>
        <message>
            <source>not asked yet</source>
            <translation>尚未查明</translation>
        </message>
        <message>
            <source>nothing is numbered or kept before the release</source>
            <translation>发布前不编号、不存档</translation>
        </message>
        <message>
            <source>until</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>等到 {date}</translation>
        </message>
        <message>
            <source>{count} days between letters</source>
            <translation>间隔 ≥ {count} 天</translation>
        </message>
        <message>
            <source>{name} is chased again</source>
            <translation>已恢复催收：{name}</translation>
        </message>
        <message>
            <source>{name} is not chased for now</source>
            <translation>已暂停催收：{name}</translation>
        </message>
        <message>
            <source>{name} owes no interest or fees that are not claimed</source>
            <translation>{name} 没有未主张的违约金或费用</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Record</source>
            <translation>记录(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>工具(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>查看(&amp;V)</translation>
        </message>
        <message>
            <source>About Qingzhang</source>
            <translation>关于清账</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>全部快捷键</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Change who is at the desk…</source>
            <translation>切换当前人员…</translation>
        </message>
        <message>
            <source>Check the book</source>
            <translation>检查账套</translation>
        </message>
        <message>
            <source>Close the book</source>
            <translation>关闭账套</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Explain this screen</source>
            <translation>本页说明</translation>
        </message>
        <message>
            <source>Export the list…</source>
            <translation>导出列表…</translation>
        </message>
        <message>
            <source>Filter this list</source>
            <translation>筛选本页</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>May I sell?</source>
            <translation>能不能赊销？</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>New book…</source>
            <translation>新建账套…</translation>
        </message>
        <message>
            <source>Open book…</source>
            <translation>打开账套…</translation>
        </message>
        <message>
            <source>Open recent</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>Open the sample book</source>
            <translation>打开示例账套</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation>从备份恢复…</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>全局搜索</translation>
        </message>
        <message>
            <source>Show another date…</source>
            <translation>更改截至日期…</translation>
        </message>
        <message>
            <source>Side pane</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Common</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
    </context>
    <context>
        <name>Court</name>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>剩 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) past</source>
            <translation>
                <numerusform>已过 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;Claims handed over to agencies and lawyers, and cases before the courts. Begin one on the customer's page: collection log, Evidence.&lt;/p&gt;&lt;p&gt;The days of a case follow from its steps: a payment order (5, 15 and 15 days), a suit within 30 days of preservation, enforcement within 2 years, a claim in bankruptcy. A filing starts the limitation anew; interest stops on the day a bankruptcy is accepted. This is a reminder, not legal advice.&lt;/p&gt;</source>
            <translation>&lt;p&gt;移交催收机构、律师的债权，以及法院案件。在客户页的“催收记录 · 证据”中发起。&lt;/p&gt;&lt;p&gt;期限由步骤推算：支付令（5、15、15 日），保全后 30 日内起诉，2 年内申请执行，破产债权申报。起诉、申请支付令等使时效中断；法院受理破产之日停止计息。仅为提醒，不构成法律意见。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Begin one on a customer's page: collection log, Evidence, tick invoices.</source>
            <translation>在客户页“催收记录 · 证据”中勾选发票后发起。</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Choose a line to see its days and steps.</source>
            <translation>选中一行查看期限与步骤。</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>更正…</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Court or agent</source>
            <translation>法院或机构</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Days are counted carefully. A reminder only; this is not legal advice.</source>
            <translation>期限按保守口径计算，仅为提醒，不构成法律意见。</translation>
        </message>
        <message>
            <source>Days to keep</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>客户证据</translation>
        </message>
        <message>
            <source>Fee so far</source>
            <translation>应付提成</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Hand-over pack…</source>
            <translation>移交包…</translation>
        </message>
        <message>
            <source>Hand-overs and cases</source>
            <translation>移交与案件</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>It has steps: record its end as a step, or take the steps back first.</source>
            <translation>已有步骤：请登记结案步骤，或先撤回各步骤。</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>List of evidence…</source>
            <translation>证据目录…</translation>
        </message>
        <message>
            <source>Net of both</source>
            <translation>扣费用后净额</translation>
        </message>
        <message>
            <source>New step</source>
            <translation>登记步骤</translation>
        </message>
        <message>
            <source>Next day</source>
            <translation>最近期限</translation>
        </message>
        <message>
            <source>No hand-overs and no cases</source>
            <translation>没有移交与案件</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>打开文件</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Recovered</source>
            <translation>已收回</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Stands at</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Step taken back, with what followed from it</source>
            <translation>步骤已撤回，连同由其产生的时效与停息</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Still owed</source>
            <translation>尚欠本金</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Take this step back</source>
            <translation>撤回此步骤</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>not ours to keep</source>
            <translation>由对方或法院履行</translation>
        </message>
    </context>
    <context>
        <name>Cover</name>
        <message>
            <source>&lt;p&gt;Deadlines list every insured debt with what its policy asks for next: notify the insurer, wait, claim. Select debts of one buyer and notify or claim for all of them. Nothing shipped after adverse information, above the limit or in dispute is covered.&lt;/p&gt;&lt;p&gt;Guarantees show the period in which the guarantor must be held to it; it never stops or restarts. Assignments bind the debtor from the day their notice arrives: record the sending under Papers.&lt;/p&gt;</source>
            <translation>&lt;p&gt;“期限”列出每张承保单据按保单的下一步：报损、等待、索赔。选中同一买方的单据，可一并报损或索赔。知悉风险异动后出货、超出限额和有争议的部分不承保。&lt;/p&gt;&lt;p&gt;“保证”列出保证期间，期间不中止、中断和延长。债权转让自通知到达债务人时对其生效：请在“函件”中登记寄送。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已核定</translation>
        </message>
        <message>
            <source>Advance</source>
            <translation>预付款</translation>
        </message>
        <message>
            <source>Adverse information…</source>
            <translation>风险异动…</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Answer…</source>
            <translation>登记进展…</translation>
        </message>
        <message>
            <source>Applied for</source>
            <translation>申请赔付</translation>
        </message>
        <message>
            <source>Ask the advising bank to confirm it; beware of clauses that need the buyer's signature or inspection, of unknown banks, of haste and of amounts far above the order.</source>
            <translation>请通知行核实真伪；警惕须买方签字或检验的软条款、不知名开证行、催促出货以及金额远高于订单的信用证。</translation>
        </message>
        <message>
            <source>Ask to confirm the debts</source>
            <translation>申请确权</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>转让金额</translation>
        </message>
        <message>
            <source>Assigned on</source>
            <translation>转让日</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>受让人</translation>
        </message>
        <message>
            <source>Assignee's account</source>
            <translation>受让人账户</translation>
        </message>
        <message>
            <source>Assignments</source>
            <translation>转让</translation>
        </message>
        <message>
            <source>Assign…</source>
            <translation>新增转让…</translation>
        </message>
        <message>
            <source>Bought back</source>
            <translation>已回购</translation>
        </message>
        <message>
            <source>By</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>致损原因</translation>
        </message>
        <message>
            <source>Choose a line to see all of it.</source>
            <translation>选中一行查看详情。</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>索赔编号</translation>
        </message>
        <message>
            <source>Claim by</source>
            <translation>索赔截止</translation>
        </message>
        <message>
            <source>Claim from</source>
            <translation>可索赔起</translation>
        </message>
        <message>
            <source>Claim pack saved: {file}</source>
            <translation>索赔单证已保存：{file}</translation>
        </message>
        <message>
            <source>Claim pack…</source>
            <translation>索赔单证包…</translation>
        </message>
        <message>
            <source>Claimed on</source>
            <translation>索赔日</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>索赔</translation>
        </message>
        <message>
            <source>Claims and recoveries</source>
            <translation>索赔与追偿</translation>
        </message>
        <message>
            <source>Claims are filed from the deadlines, once notified.</source>
            <translation>报损后，在“期限”中提出索赔。</translation>
        </message>
        <message>
            <source>Claim…</source>
            <translation>索赔…</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>附加条件</translation>
        </message>
        <message>
            <source>Contract number</source>
            <translation>合同编号</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers with open debts stand here.</source>
            <translation>有未收款的客户列在这里。</translation>
        </message>
        <message>
            <source>Days left</source>
            <translation>剩余天数</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Deadlines of insured debts</source>
            <translation>承保单据的期限</translation>
        </message>
        <message>
            <source>Debtor not notified</source>
            <translation>未通知债务人</translation>
        </message>
        <message>
            <source>Debtor notified</source>
            <translation>已通知债务人</translation>
        </message>
        <message>
            <source>Debts secured</source>
            <translation>担保的债权</translation>
        </message>
        <message>
            <source>Decision by</source>
            <translation>保险人核定期限</translation>
        </message>
        <message>
            <source>Declarations</source>
            <translation>申报</translation>
        </message>
        <message>
            <source>Declarations of shipments</source>
            <translation>出运申报</translation>
        </message>
        <message>
            <source>Declare by</source>
            <translation>申报截止</translation>
        </message>
        <message>
            <source>Declared</source>
            <translation>已申报</translation>
        </message>
        <message>
            <source>Declared on</source>
            <translation>申报日</translation>
        </message>
        <message>
            <source>Declared, no.</source>
            <translation>已申报笔数</translation>
        </message>
        <message>
            <source>Deductions</source>
            <translation>扣减</translation>
        </message>
        <message>
            <source>Demand from the guarantor</source>
            <translation>要求承担保证责任</translation>
        </message>
        <message>
            <source>Demand kept; record the day it arrives</source>
            <translation>通知书已保存；送达后请登记到达日</translation>
        </message>
        <message>
            <source>Discrepancy</source>
            <translation>不符点</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Enclose apart: {names}</source>
            <translation>另附：{names}</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已失效</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>终结日</translation>
        </message>
        <message>
            <source>Ended…</source>
            <translation>终结…</translation>
        </message>
        <message>
            <source>Enter the limits the insurer gave for each buyer.</source>
            <translation>登记保险人批复的各买方限额。</translation>
        </message>
        <message>
            <source>Enter the maturity of the debt in the credit file.</source>
            <translation>请在信用档案中登记主债务到期日。</translation>
        </message>
        <message>
            <source>Enter the policy and the limits of its buyers; their debts stand here.</source>
            <translation>登记保单和买方限额后，承保单据及其期限列在这里。</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Exposure</source>
            <translation>敞口</translation>
        </message>
        <message>
            <source>Extension ends</source>
            <translation>延长期届满</translation>
        </message>
        <message>
            <source>Factoring and assignments</source>
            <translation>保理与债权转让</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Filed on</source>
            <translation>索赔日</translation>
        </message>
        <message>
            <source>From</source>
            <translation>生效日</translation>
        </message>
        <message>
            <source>Given by</source>
            <translation>担保人</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>担保日</translation>
        </message>
        <message>
            <source>Guarantees</source>
            <translation>保证</translation>
        </message>
        <message>
            <source>Guarantees and their periods</source>
            <translation>保证与保证期间</translation>
        </message>
        <message>
            <source>Guarantees are entered in the customer's credit file, as securities.</source>
            <translation>保证在客户信用档案的“担保”中登记。</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Insurance and other cover</source>
            <translation>保险与担保</translation>
        </message>
        <message>
            <source>Insured</source>
            <translation>已承保</translation>
        </message>
        <message>
            <source>Insured and own risk by buyer</source>
            <translation>各买方的承保与自担</translation>
        </message>
        <message>
            <source>Insured shipments stand here by month.</source>
            <translation>承保的出运按月列在这里。</translation>
        </message>
        <message>
            <source>Joining the claim pack</source>
            <translation>正在合并索赔单证</translation>
        </message>
        <message>
            <source>Keep as declared</source>
            <translation>登记为已申报</translation>
        </message>
        <message>
            <source>Kept by</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>保证方式</translation>
        </message>
        <message>
            <source>Letters of credit</source>
            <translation>信用证</translation>
        </message>
        <message>
            <source>Letters of credit are entered in the customer's credit file.</source>
            <translation>信用证在客户信用档案中登记。</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限额</translation>
        </message>
        <message>
            <source>Limit left</source>
            <translation>剩余限额</translation>
        </message>
        <message>
            <source>Limit taken back</source>
            <translation>限额已撤回</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>买方限额</translation>
        </message>
        <message>
            <source>Limits of buyers</source>
            <translation>买方信用限额</translation>
        </message>
        <message>
            <source>Limit…</source>
            <translation>新增限额…</translation>
        </message>
        <message>
            <source>List of the month…</source>
            <translation>当月明细…</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Matures</source>
            <translation>债务到期</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Mostly own risk</source>
            <translation>多为自担</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>No claims</source>
            <translation>没有索赔</translation>
        </message>
        <message>
            <source>No guarantees</source>
            <translation>没有保证</translation>
        </message>
        <message>
            <source>No insured debts</source>
            <translation>没有承保单据</translation>
        </message>
        <message>
            <source>No last day</source>
            <translation>未填有效期</translation>
        </message>
        <message>
            <source>No letters of credit</source>
            <translation>没有信用证</translation>
        </message>
        <message>
            <source>No limits yet</source>
            <translation>还没有限额</translation>
        </message>
        <message>
            <source>No papers yet</source>
            <translation>还没有函件</translation>
        </message>
        <message>
            <source>Not covered</source>
            <translation>不承保</translation>
        </message>
        <message>
            <source>Not insured</source>
            <translation>未承保</translation>
        </message>
        <message>
            <source>Nothing assigned</source>
            <translation>没有转让</translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>没有未收款</translation>
        </message>
        <message>
            <source>Nothing to declare</source>
            <translation>没有待申报</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>通知书</translation>
        </message>
        <message>
            <source>Notice arrived</source>
            <translation>通知到达</translation>
        </message>
        <message>
            <source>Notice kept; record the day it arrives</source>
            <translation>通知书已保存；送达后请登记到达日</translation>
        </message>
        <message>
            <source>Notice sent</source>
            <translation>通知已出具</translation>
        </message>
        <message>
            <source>Notices, claims, demands and requests stand here once made.</source>
            <translation>报损、索赔、通知和申请函出具后列在这里。</translation>
        </message>
        <message>
            <source>Notified on</source>
            <translation>报损日</translation>
        </message>
        <message>
            <source>Notify by</source>
            <translation>报损截止</translation>
        </message>
        <message>
            <source>Notify the debtor</source>
            <translation>通知债务人</translation>
        </message>
        <message>
            <source>Notify the insurer…</source>
            <translation>报损…</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Own loss</source>
            <translation>自担损失</translation>
        </message>
        <message>
            <source>Own risk</source>
            <translation>自担</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已赔付</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Part payment by</source>
            <translation>先行赔付期限</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Period ends</source>
            <translation>期间届满</translation>
        </message>
        <message>
            <source>Period unknown</source>
            <translation>期间不明</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>保单</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>保险单</translation>
        </message>
        <message>
            <source>Present by</source>
            <translation>交单截止</translation>
        </message>
        <message>
            <source>Receivable</source>
            <translation>应收账款</translation>
        </message>
        <message>
            <source>Receivables sold to a factor or assigned stand here.</source>
            <translation>办理保理或转让的应收账款列在这里。</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>到账</translation>
        </message>
        <message>
            <source>Record what was done…</source>
            <translation>登记办理情况…</translation>
        </message>
        <message>
            <source>Recourse</source>
            <translation>追索权</translation>
        </message>
        <message>
            <source>Recovered</source>
            <translation>追回</translation>
        </message>
        <message>
            <source>Recovery…</source>
            <translation>追回款…</translation>
        </message>
        <message>
            <source>Request to confirm kept</source>
            <translation>确权申请函已保存</translation>
        </message>
        <message>
            <source>Save the claim pack</source>
            <translation>保存索赔单证</translation>
        </message>
        <message>
            <source>Ship by</source>
            <translation>最迟装运</translation>
        </message>
        <message>
            <source>Signs of fraud</source>
            <translation>欺诈提示</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Stop shipping from</source>
            <translation>停运起</translation>
        </message>
        <message>
            <source>Sue by</source>
            <translation>诉讼时效至</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>To</source>
            <translation>失效日</translation>
        </message>
        <message>
            <source>To be done within it</source>
            <translation>期间内须</translation>
        </message>
        <message>
            <source>To declare</source>
            <translation>待申报</translation>
        </message>
        <message>
            <source>To declare, no.</source>
            <translation>待申报笔数</translation>
        </message>
        <message>
            <source>Unpaid</source>
            <translation>未收货款</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Within the limit</source>
            <translation>限额内</translation>
        </message>
        <message>
            <source>days follow policy and law; a reminder, no advice</source>
            <translation>期限按保单和法律推算，仅为提醒，不构成法律意见</translation>
        </message>
        <message>
            <source>derecognised</source>
            <translation>终止确认</translation>
        </message>
        <message>
            <source>not stated, so ordinary (Civil Code 686)</source>
            <translation>未约定，按一般保证（民法典686条）</translation>
        </message>
        <message>
            <source>of it the insurer's</source>
            <translation>其中归保险人</translation>
        </message>
        <message>
            <source>shipped after the latest day</source>
            <translation>迟于最迟装运日</translation>
        </message>
        <message>
            <source>six months by statute (Civil Code 692)</source>
            <translation>法定六个月（民法典692条）</translation>
        </message>
        <message>
            <source>stays on our books</source>
            <translation>不终止确认</translation>
        </message>
        <message>
            <source>with recourse</source>
            <translation>有追索权</translation>
        </message>
        <message>
            <source>without recourse</source>
            <translation>无追索权</translation>
        </message>
        <message>
            <source>{month} declared: {amount}</source>
            <translation>{month} 已申报 {amount}</translation>
        </message>
    </context>
    <context>
        <name>Credit</name>
        <message>
            <source>Cover</source>
            <translation>保险与担保</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>信用</translation>
        </message>
        <message>
            <source>Documents and accounts</source>
            <translation>证照与财务</translation>
        </message>
        <message>
            <source>Holds and over limit</source>
            <translation>暂停与超额</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
    </context>
    <context>
        <name>CreditCheck</name>
        <message>
            <source>Amount with tax ({currency})</source>
            <translation>含税金额（{currency}）</translation>
        </message>
        <message numerus="yes">
            <source>And %n more customer(s).</source>
            <translation>
                <numerusform>另有 %n 家客户。</numerusform>
            </translation>
        </message>
        <message>
            <source>Block</source>
            <translation>阻止</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Days of credit</source>
            <translation>账期（天）</translation>
        </message>
        <message>
            <source>Exposure</source>
            <translation>敞口</translation>
        </message>
        <message>
            <source>Limit ({currency})</source>
            <translation>信用额度（{currency}）</translation>
        </message>
        <message>
            <source>May I sell?</source>
            <translation>能不能赊销？</translation>
        </message>
        <message>
            <source>Name the customer; the answer appears here and follows what you type. Nothing is booked.</source>
            <translation>先选客户；结论显示在这里，随输入更新。不会记账。</translation>
        </message>
        <message>
            <source>Nothing speaks against it.</source>
            <translation>没有发现问题。</translation>
        </message>
        <message>
            <source>Open its exposure</source>
            <translation>打开敞口</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>This customer is blocked; the invoice is posted all the same</source>
            <translation>该客户不能赊销；货已发出，发票仍可过账</translation>
        </message>
        <message>
            <source>This customer is near a limit or overdue</source>
            <translation>该客户接近额度或有逾期</translation>
        </message>
        <message>
            <source>Warn</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>With this sale</source>
            <translation>加上本次</translation>
        </message>
        <message>
            <source>code or name</source>
            <translation>编号或名称</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不限额</translation>
        </message>
        <message>
            <source>none set</source>
            <translation>未设</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>{name}: {verdict}. {reason}</source>
            <translation>{name}：{verdict}。{reason}</translation>
        </message>
    </context>
    <context>
        <name>CreditFile</name>
        <message numerus="yes">
            <source>%n file(s) written to {folder}</source>
            <translation>
                <numerusform>已写出 %n 个文件到 {folder}</numerusform>
            </translation>
        </message>
        <message>
            <source>Credit code {start}…</source>
            <translation>信用代码 {start}…</translation>
        </message>
        <message>
            <source>Credit file</source>
            <translation>信用档案</translation>
        </message>
        <message>
            <source>Exporting the file</source>
            <translation>正在导出档案</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>File as PDF…</source>
            <translation>档案存为 PDF…</translation>
        </message>
        <message>
            <source>File {percent} % complete</source>
            <translation>档案完整度 {percent} %</translation>
        </message>
        <message>
            <source>Folder to export to</source>
            <translation>导出到哪个文件夹</translation>
        </message>
        <message>
            <source>Missing: {items}</source>
            <translation>缺少：{items}</translation>
        </message>
        <message>
            <source>Out of date: {items}</source>
            <translation>已过期：{items}</translation>
        </message>
        <message>
            <source>Parts of the file</source>
            <translation>档案内容</translation>
        </message>
        <message>
            <source>The file as PDF, all attachments and a list with SHA-256</source>
            <translation>档案 PDF、全部附件和带 SHA-256 的清单</translation>
        </message>
        <message>
            <source>Visit form…</source>
            <translation>空白考察表…</translation>
        </message>
    </context>
    <context>
        <name>Customer</name>
        <message numerus="yes">
            <source>%n day(s) late on average</source>
            <translation>
                <numerusform>平均迟付 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with credits and money on account</source>
            <translation>
                <numerusform>含红字、预收共 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>12 months</source>
            <translation>近 12 个月</translation>
        </message>
        <message>
            <source>24 months</source>
            <translation>近 24 个月</translation>
        </message>
        <message>
            <source>A letter lists items of one currency</source>
            <translation>一封函件只能列同一币种的款项</translation>
        </message>
        <message>
            <source>A line to a row: {columns}</source>
            <translation>每行一条：{columns}</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Ageing by due date</source>
            <translation>账龄 · 按到期日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>As the book</source>
            <translation>同账套</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账号</translation>
        </message>
        <message>
            <source>Billed</source>
            <translation>开票</translation>
        </message>
        <message>
            <source>Billed and received in 24 months, thousands</source>
            <translation>近 24 个月开票与回款（万元）</translation>
        </message>
        <message>
            <source>Book currency</source>
            <translation>本位币</translation>
        </message>
        <message>
            <source>Brought forward</source>
            <translation>期初余额</translation>
        </message>
        <message>
            <source>By whom</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Change the wording…</source>
            <translation>修改措辞…</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>变更内容</translation>
        </message>
        <message>
            <source>Changes do not touch documents already posted.</source>
            <translation>修改不影响已入账的单据。</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <source>Collection log</source>
            <translation>催收记录</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>贷方</translation>
        </message>
        <message>
            <source>Credit file</source>
            <translation>信用档案</translation>
        </message>
        <message>
            <source>Credit left</source>
            <translation>可用额度</translation>
        </message>
        <message>
            <source>Credit limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer added</source>
            <translation>客户已新增</translation>
        </message>
        <message>
            <source>Customer data kept</source>
            <translation>客户资料已保存</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Debit</source>
            <translation>借方</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>基本资料</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据号</translation>
        </message>
        <message>
            <source>Drawing the letter…</source>
            <translation>正在生成函件…</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Dunned</source>
            <translation>催款</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Empty: no limit set. 0: no credit. What tab Limits grants goes before it.</source>
            <translation>留空：未设额度；0：不给赊销。“额度”页批准的额度优先。</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>For example NET30, EOM30, 30%@0+70%@60, 2/10 NET30</source>
            <translation>例如 30天、月结30天、次月15日、30%@0+70%@60</translation>
        </message>
        <message>
            <source>Go to where it is issued</source>
            <translation>前往办理</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>客户分组</translation>
        </message>
        <message>
            <source>History</source>
            <translation>变更历史</translation>
        </message>
        <message>
            <source>Issue a letter</source>
            <translation>出具函件</translation>
        </message>
        <message>
            <source>Issue and number</source>
            <translation>编号并出函</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>开票日</translation>
        </message>
        <message>
            <source>Issued as {number}</source>
            <translation>已出函，编号 {number}</translation>
        </message>
        <message>
            <source>Items listed</source>
            <translation>所列款项</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Language of papers</source>
            <translation>函件语言</translation>
        </message>
        <message>
            <source>Language of the letter</source>
            <translation>函件语言</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Letters and statements</source>
            <translation>函件与对账</translation>
        </message>
        <message>
            <source>Level {level}</source>
            <translation>第 {level} 级</translation>
        </message>
        <message>
            <source>Movements</source>
            <translation>往来明细</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>客户名称</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>预收款</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未清项目</translation>
        </message>
        <message>
            <source>Opening {opening} + billed − received + other {other} = {balance}</source>
            <translation>期初 {opening} ＋ 开票 − 回款 ＋ 其他 {other} ＝ 余额 {balance}</translation>
        </message>
        <message>
            <source>Opening {opening} + billed − received = {balance}</source>
            <translation>期初 {opening} ＋ 开票 − 回款 ＝ 余额 {balance}</translation>
        </message>
        <message>
            <source>Other names</source>
            <translation>付款户名</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>付款条件</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮编</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>回款</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Separated by ; used to recognise bank lines</source>
            <translation>以分号隔开，用于识别银行流水的付款方</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已结</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take back what was typed</source>
            <translation>放弃修改</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>The former data are back</source>
            <translation>已恢复原来的资料</translation>
        </message>
        <message>
            <source>This is not a rate in percent</source>
            <translation>请输入百分比，例如 3.5</translation>
        </message>
        <message>
            <source>This is not a whole number</source>
            <translation>请输入整数</translation>
        </message>
        <message>
            <source>This is not an amount</source>
            <translation>请输入金额，例如 12,000.00</translation>
        </message>
        <message>
            <source>This letter goes out with what it tells: its facts are filled in there, and the page beside is an example.</source>
            <translation>本函随相应业务一并出具，内容由业务数据自动填入；右侧为示例页。</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>items</source>
            <translation>项</translation>
        </message>
        <message>
            <source>limit {amount}</source>
            <translation>额度 {amount}</translation>
        </message>
        <message>
            <source>of it overdue</source>
            <translation>其中逾期</translation>
        </message>
        <message>
            <source>on account {amount}</source>
            <translation>预收 {amount}</translation>
        </message>
        <message>
            <source>owner {name}</source>
            <translation>经办 {name}</translation>
        </message>
        <message>
            <source>{field} (optional)</source>
            <translation>{field}（可不填）</translation>
        </message>
    </context>
    <context>
        <name>Customers</name>
        <message>
            <source>&lt;p&gt;Everyone who buys on credit, with balance, overdue and oldest days as of the date at the top. Enter opens the customer.&lt;/p&gt;&lt;p&gt;On the page: ageing and open items, the account with its running balance, master data, papers sent, and what was changed by whom. In a chart, T shows the numbers and Ctrl+C copies the picture.&lt;/p&gt;</source>
            <translation>&lt;p&gt;全部赊销客户，按上方截至日期列出余额、逾期和最长逾期天数。按回车打开客户。&lt;/p&gt;&lt;p&gt;客户页里有账龄和未清项目、带余额的往来明细、基本资料、发出的函件，以及谁改过什么。在图上按 T 看数字表，按 Ctrl+C 复制图片。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All its invoices</source>
            <translation>全部发票</translation>
        </message>
        <message>
            <source>Avg late</source>
            <translation>平均迟付</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Exposure</source>
            <translation>敞口</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Here stand the firms that buy on credit, with what they owe. Import them from a table, or add one.</source>
            <translation>赊销客户和他们的欠款列在这里。可以从表格导入，也可以逐户新增。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Level {level}</source>
            <translation>已催 {level} 级</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>No customers yet</source>
            <translation>还没有客户</translation>
        </message>
        <message>
            <source>Note a talk</source>
            <translation>登记沟通</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>最长逾期</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Over limit</source>
            <translation>超额度</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>Payment returned</source>
            <translation>付款被退回</translation>
        </message>
        <message>
            <source>Save customer data</source>
            <translation>保存客户资料</translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>常用筛选</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To allocate</source>
            <translation>待核销</translation>
        </message>
        <message>
            <source>Unapplied</source>
            <translation>未核销</translation>
        </message>
        <message>
            <source>With balance</source>
            <translation>有余额</translation>
        </message>
        <message>
            <source>customers</source>
            <translation>户</translation>
        </message>
        <message>
            <source>what they owe, most overdue first</source>
            <translation>按欠款和逾期查看</translation>
        </message>
    </context>
    <context>
        <name>Dispute</name>
        <message>
            <source>Conceded</source>
            <translation>认可金额</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>开红字</translation>
        </message>
        <message>
            <source>Credit note due</source>
            <translation>红字待开</translation>
        </message>
        <message>
            <source>Decided; what is conceded is not chased, post its credit note</source>
            <translation>已作出决定；认可部分不催收，请开红字</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>处理决定</translation>
        </message>
        <message>
            <source>Dispute handed on to {name}</source>
            <translation>争议已转交 {name}</translation>
        </message>
        <message>
            <source>Dispute opened; this part is not chased</source>
            <translation>已登记争议，争议部分暂不催收</translation>
        </message>
        <message>
            <source>Dispute settled; the whole item is chased again</source>
            <translation>争议已了结，恢复催收</translation>
        </message>
        <message>
            <source>Dispute withdrawn; the whole item is chased again</source>
            <translation>争议已撤销，整笔恢复催收</translation>
        </message>
        <message>
            <source>Dispute {number}</source>
            <translation>登记争议 {number}</translation>
        </message>
        <message>
            <source>Disputed amount</source>
            <translation>争议金额</translation>
        </message>
        <message>
            <source>Hand on</source>
            <translation>转交</translation>
        </message>
        <message>
            <source>Hand on: {number}</source>
            <translation>转交：{number}</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>超期</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>处理函</translation>
        </message>
        <message>
            <source>Looked into by</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Mark as disputed</source>
            <translation>登记争议</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Nothing conceded waits for a credit note</source>
            <translation>没有待开红字的认可金额</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未决</translation>
        </message>
        <message>
            <source>Settle</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Settle: {number}</source>
            <translation>处理争议：{number}</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已了结</translation>
        </message>
        <message>
            <source>This dispute has ended</source>
            <translation>该争议已了结</translation>
        </message>
        <message>
            <source>To be settled by</source>
            <translation>处理期限</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What is contested</source>
            <translation>争议类型</translation>
        </message>
        <message>
            <source>What the customer says</source>
            <translation>客户所述</translation>
        </message>
        <message>
            <source>Why; told to the customer</source>
            <translation>理由（将告知客户）</translation>
        </message>
        <message>
            <source>by {date}</source>
            <translation>限 {date}</translation>
        </message>
        <message>
            <source>empty: by the policy</source>
            <translation>留空：按信用政策</translation>
        </message>
        <message>
            <source>opened by mistake</source>
            <translation>误登记</translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message numerus="yes">
            <source>%n file(s) not bound, kept beside the bundle</source>
            <translation>
                <numerusform>%n 个文件未能并入，另附原件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s): contract, order, delivery, acceptance, invoice, reply, demand and payment, each by its weight in the policy.</source>
            <translation>
                <numerusform>%n 张发票：合同、订单、签收、验收、发票、对账回执、催款送达、付款凭证，按信用政策的权重计分。</numerusform>
            </translation>
        </message>
        <message>
            <source>As one zip file</source>
            <translation>打包为 zip</translation>
        </message>
        <message>
            <source>Binding the evidence</source>
            <translation>正在合并证据册</translation>
        </message>
        <message>
            <source>Choose invoices of one currency</source>
            <translation>请选择同一币种的发票</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>交货证明</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Evidence bundle…</source>
            <translation>证据包…</translation>
        </message>
        <message>
            <source>Exhibits</source>
            <translation>证据目录</translation>
        </message>
        <message>
            <source>Folder for the bundle</source>
            <translation>证据包保存到</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>移交…</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Invoices of the claim</source>
            <translation>涉案发票</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺少</translation>
        </message>
        <message>
            <source>Missing, and how to get it</source>
            <translation>缺少的材料与取得办法</translation>
        </message>
        <message>
            <source>New case…</source>
            <translation>立案…</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Nothing is owed</source>
            <translation>没有欠款</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>Open invoices stand here with the papers that prove them.</source>
            <translation>未收发票及其证明材料显示在此。</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Proved %</source>
            <translation>完整度 %</translation>
        </message>
        <message>
            <source>Tick the invoices of a claim to see what proves it.</source>
            <translation>勾选涉案发票，查看能证明它们的材料。</translation>
        </message>
        <message>
            <source>What is in the bundle</source>
            <translation>证据包内容</translation>
        </message>
        <message>
            <source>Writing the bundle</source>
            <translation>正在写出证据包</translation>
        </message>
        <message>
            <source>{name}: {exhibits} exhibits, {pages} pages</source>
            <translation>{name}：证据 {exhibits} 份，{pages} 页</translation>
        </message>
    </context>
    <context>
        <name>Expiry</name>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>剩 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) past</source>
            <translation>
                <numerusform>已过 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 天内</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 天内</translation>
        </message>
        <message>
            <source>&lt;p&gt;Securities, reports and contracts are listed 60, 30 and 7 days before their last day; registry checks, visits and accounts once they are too old. Enter opens the customer's file. The gaps are those of customers with a credit limit.&lt;/p&gt;</source>
            <translation>&lt;p&gt;担保、资信报告和合同在到期前 60、30、7 天列出；工商核查、实地考察和财务报表在过期后列出。按 Enter 打开该客户的信用档案。缺项只列有信用额度的客户。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Complete %</source>
            <translation>完整度 %</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Documents and accounts</source>
            <translation>证照与财务</translation>
        </message>
        <message>
            <source>Every customer with a credit limit has a complete file.</source>
            <translation>有信用额度的客户档案都齐全。</translation>
        </message>
        <message>
            <source>Gaps in files</source>
            <translation>档案缺项</translation>
        </message>
        <message>
            <source>Keep registry checks, reports and securities in the files of customers; what runs out is listed here in time.</source>
            <translation>把工商核查、资信报告和担保登记到客户档案，到期前会在这里列出。</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>No gaps</source>
            <translation>没有缺项</translation>
        </message>
        <message>
            <source>Nothing runs out</source>
            <translation>没有到期事项</translation>
        </message>
        <message>
            <source>Past</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Saved as {name}</source>
            <translation>已另存为 {name}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>What it lacks</source>
            <translation>所缺内容</translation>
        </message>
        <message>
            <source>What of the credit files runs out or lacks</source>
            <translation>信用档案中到期、过期和缺少的内容</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>内容</translation>
        </message>
    </context>
    <context>
        <name>Exposure</name>
        <message>
            <source>&lt;p&gt;Every customer that the credit check would block or warn of if it bought today: limit, overdue, returned payments, holds, disputes. Nothing here is kept; it is worked out anew after every change.&lt;/p&gt;&lt;p&gt;Enter opens the customer's exposure, where it is put on hold, released or overridden. Ctrl+Shift+K asks for a certain amount.&lt;/p&gt;</source>
            <translation>&lt;p&gt;如果今天再下单，信用检查会阻止或提醒的所有客户：额度、逾期、退票、暂停、争议。结果不保存，每次变动后重新计算。&lt;/p&gt;&lt;p&gt;按 Enter 打开该客户的敞口，可在那里暂停、解除或放行。Ctrl+Shift+K 可按具体金额查询。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount with tax</source>
            <translation>含税金额</translation>
        </message>
        <message>
            <source>Art. 525: both perform at once</source>
            <translation>第525条：同时履行抗辩</translation>
        </message>
        <message>
            <source>Art. 526: the customer performs first</source>
            <translation>第526条：先履行抗辩</translation>
        </message>
        <message>
            <source>Art. 527: its means fail, proved</source>
            <translation>第527条：不安抗辩（须有证据）</translation>
        </message>
        <message>
            <source>Asked for by</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>不能赊销</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>Clause of the contract</source>
            <translation>合同条款</translation>
        </message>
        <message>
            <source>Close order {number}?</source>
            <translation>关闭订单 {number}？</translation>
        </message>
        <message>
            <source>Close the order</source>
            <translation>关闭订单</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Component</source>
            <translation>组成</translation>
        </message>
        <message>
            <source>Components of the exposure</source>
            <translation>敞口组成</translation>
        </message>
        <message>
            <source>Credit override</source>
            <translation>信用放行</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户数</translation>
        </message>
        <message>
            <source>Customers whose next sale would be blocked or warned of stand here, with the reasons.</source>
            <translation>再开一单会被拦下或警示的客户列在这里，并写明原因。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days of credit</source>
            <translation>账期（天）</translation>
        </message>
        <message>
            <source>Deliver</source>
            <translation>登记发货</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已发货</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>发货日期</translation>
        </message>
        <message>
            <source>Delivered, with tax</source>
            <translation>发货金额（含税）</translation>
        </message>
        <message>
            <source>Deliveries only</source>
            <translation>仅暂停发货</translation>
        </message>
        <message>
            <source>Delivery of {number}</source>
            <translation>订单 {number} 发货</translation>
        </message>
        <message>
            <source>Delivery recorded</source>
            <translation>已登记发货</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Documents of the component</source>
            <translation>组成单据</translation>
        </message>
        <message>
            <source>Due or expected</source>
            <translation>到期或预计</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>预计交货</translation>
        </message>
        <message>
            <source>Expected delivery</source>
            <translation>预计交货日期</translation>
        </message>
        <message>
            <source>Exposure</source>
            <translation>敞口</translation>
        </message>
        <message>
            <source>Exposure up to</source>
            <translation>敞口上限</translation>
        </message>
        <message>
            <source>Exposure up to ({currency})</source>
            <translation>敞口上限（{currency}）</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Give an override</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Given by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Ground in law (Civil Code)</source>
            <translation>法律依据（民法典）</translation>
        </message>
        <message>
            <source>Hold on deliveries</source>
            <translation>暂停发货</translation>
        </message>
        <message>
            <source>Hold on orders</source>
            <translation>暂停接单</translation>
        </message>
        <message>
            <source>Hold on orders and deliveries</source>
            <translation>暂停接单和发货</translation>
        </message>
        <message>
            <source>Hold released</source>
            <translation>已解除暂停</translation>
        </message>
        <message>
            <source>Holds and over limit</source>
            <translation>暂停与超额</translation>
        </message>
        <message>
            <source>Holds and overrides</source>
            <translation>暂停与放行</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>生效中</translation>
        </message>
        <message>
            <source>Invoiced</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>信用额度</translation>
        </message>
        <message>
            <source>May I sell?</source>
            <translation>能不能赊销？</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>New orders only</source>
            <translation>仅暂停接单</translation>
        </message>
        <message>
            <source>Nobody stands here</source>
            <translation>没有这样的客户</translation>
        </message>
        <message>
            <source>None: nothing is owed yet</source>
            <translation>无：尚无交货义务</translation>
        </message>
        <message>
            <source>Not invoiced</source>
            <translation>未开票</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Notice to the customer</source>
            <translation>通知客户</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>On hold; new orders are refused until it is released</source>
            <translation>已暂停；解除之前不再接受新订单</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>执行中</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Order closed</source>
            <translation>订单已关闭</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Order taken</source>
            <translation>订单已登记</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>下单日期</translation>
        </message>
        <message>
            <source>Ordered for</source>
            <translation>订单金额</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>下单日期</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Orders and deliveries</source>
            <translation>暂停接单和发货</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>超额</translation>
        </message>
        <message>
            <source>Over limit</source>
            <translation>超额度</translation>
        </message>
        <message>
            <source>Overridden</source>
            <translation>已放行</translation>
        </message>
        <message>
            <source>Override</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Override given until {date}</source>
            <translation>已放行至 {date}</translation>
        </message>
        <message>
            <source>Override taken back</source>
            <translation>放行已撤回</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Put on hold</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>解除暂停</translation>
        </message>
        <message>
            <source>Release the hold</source>
            <translation>解除暂停</translation>
        </message>
        <message>
            <source>Released by</source>
            <translation>解除人</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>信用状态</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take an order</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>Take the order</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>Take the override back</source>
            <translation>撤回放行</translation>
        </message>
        <message>
            <source>The order was taken back</source>
            <translation>订单已撤回</translation>
        </message>
        <message>
            <source>To be done by</source>
            <translation>办理期限</translation>
        </message>
        <message>
            <source>To invoice</source>
            <translation>待开票</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>What is listed</source>
            <translation>列出内容</translation>
        </message>
        <message>
            <source>What is not delivered is exposure no longer. What was delivered stays until it is invoiced.</source>
            <translation>未发货部分不再计入敞口；已发货部分保留到开票为止。</translation>
        </message>
        <message>
            <source>What lifts it</source>
            <translation>恢复条件</translation>
        </message>
        <message>
            <source>What stops</source>
            <translation>暂停范围</translation>
        </message>
        <message>
            <source>Which customers</source>
            <translation>客户范围</translation>
        </message>
        <message>
            <source>empty: payment of what is overdue, or security</source>
            <translation>空：付清逾期款或提供担保</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>whose next sale is blocked, and why</source>
            <translation>哪些客户不能再赊销，为什么</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>This cannot be empty</source>
            <translation>此项必填</translation>
        </message>
        <message>
            <source>Type a date such as 2026-11-20</source>
            <translation>请输入日期，例如 2026-11-20</translation>
        </message>
        <message>
            <source>Type an amount such as 1234.50</source>
            <translation>请输入金额，例如 1234.50</translation>
        </message>
    </context>
    <context>
        <name>Grading</name>
        <message>
            <source>A change holds from today; earlier assessments stay</source>
            <translation>修改自今日起生效，以前的评估不变</translation>
        </message>
        <message>
            <source>A grade begins at its score. Better grades have no shorter term, no smaller multiplier, no higher deposit and no higher risk.</source>
            <translation>达到起始分数即为该等级。等级越高，账期、系数不得更低，定金和违约率不得更高。</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Default %</source>
            <translation>违约率 %</translation>
        </message>
        <message>
            <source>Deposit %</source>
            <translation>定金 %</translation>
        </message>
        <message>
            <source>From score</source>
            <translation>起始分数</translation>
        </message>
        <message>
            <source>From the first value on a ratio is green, from the second on red.</source>
            <translation>达到第一个数值为绿灯，达到第二个数值为红灯。</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Grades</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Grades and score cards</source>
            <translation>信用评级</translation>
        </message>
        <message>
            <source>Green from</source>
            <translation>绿灯界限</translation>
        </message>
        <message>
            <source>In force from today</source>
            <translation>自今日起生效</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>评价指标</translation>
        </message>
        <message>
            <source>Limit times</source>
            <translation>额度系数</translation>
        </message>
        <message>
            <source>Longest term, days</source>
            <translation>最长账期（天）</translation>
        </message>
        <message>
            <source>Loss %</source>
            <translation>违约损失率 %</translation>
        </message>
        <message>
            <source>Put in force</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Ratio</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Red from</source>
            <translation>红灯界限</translation>
        </message>
        <message>
            <source>Review, months</source>
            <translation>复评（月）</translation>
        </message>
        <message>
            <source>Share %</source>
            <translation>比例 %</translation>
        </message>
        <message>
            <source>The share of the working assets up to each rating value, rising.</source>
            <translation>评估值不高于各档时，可授信的营运资产比例，逐档递增。</translation>
        </message>
        <message>
            <source>Type numbers. Nothing was changed.</source>
            <translation>请填写数字。没有做任何改动。</translation>
        </message>
        <message>
            <source>Up to rating</source>
            <translation>评估值上限</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>Weights add up to 100; 0 leaves an indicator out.</source>
            <translation>权重合计为 100；填 0 即不采用该指标。</translation>
        </message>
        <message>
            <source>Weights add up to {total} of 100</source>
            <translation>权重合计 {total}，应为 100</translation>
        </message>
        <message>
            <source>Working-asset table</source>
            <translation>营运资产比例表</translation>
        </message>
        <message>
            <source>Yardsticks of ratios</source>
            <translation>财务指标界限</translation>
        </message>
        <message>
            <source>above</source>
            <translation>以上</translation>
        </message>
        <message>
            <source>not assessed</source>
            <translation>未评级</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>About Qingzhang</source>
            <translation>关于清账</translation>
        </message>
        <message>
            <source>About this screen</source>
            <translation>本页说明</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>全部快捷键</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Icons: Lucide (ISC, MIT). Fonts: Noto (SIL OFL). Window: Qt (LGPL).</source>
            <translation>图标：Lucide（ISC、MIT）。字体：Noto（SIL OFL）。界面：Qt（LGPL）。</translation>
        </message>
        <message>
            <source>Nothing leaves this computer.</source>
            <translation>数据只在本机，不联网。</translation>
        </message>
        <message>
            <source>Qingzhang, an offline receivables desk.</source>
            <translation>清账：离线应收账款管理。</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n 列</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>1 File</source>
            <translation>1 文件</translation>
        </message>
        <message>
            <source>2 Columns</source>
            <translation>2 列对应</translation>
        </message>
        <message>
            <source>3 Preview</source>
            <translation>3 预览</translation>
        </message>
        <message>
            <source>4 Result</source>
            <translation>4 结果</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Bringing the search up to date</source>
            <translation>正在更新搜索</translation>
        </message>
        <message>
            <source>CSV text (*.csv)</source>
            <translation>CSV 文本 (*.csv)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancel the import</source>
            <translation>取消导入</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Choose a file to import</source>
            <translation>选择要导入的文件</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns of the file</source>
            <translation>文件中的列</translation>
        </message>
        <message>
            <source>Comma: 1.234,56</source>
            <translation>逗号：1.234,56</translation>
        </message>
        <message>
            <source>Customers made because the file names them: {codes}</source>
            <translation>按文件新建的客户：{codes}</translation>
        </message>
        <message>
            <source>Customers, invoices, receipts or past allocations, as CSV or Excel. Nothing is booked before you have seen what it does.</source>
            <translation>客户、发票、收款或以往的核销，CSV 或 Excel 均可。看过预览之前不会入账。</translation>
        </message>
        <message>
            <source>Day first: 31/12/2026</source>
            <translation>日在前：31/12/2026</translation>
        </message>
        <message>
            <source>Decimal mark</source>
            <translation>小数点</translation>
        </message>
        <message>
            <source>Drop a file here, or choose one</source>
            <translation>把文件拖到这里，或选择文件</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>文字编码</translation>
        </message>
        <message>
            <source>Field and the column it is taken from</source>
            <translation>字段，以及取自文件的哪一列</translation>
        </message>
        <message>
            <source>First rows as they will be read</source>
            <translation>前几行（读入后的样子）</translation>
        </message>
        <message>
            <source>First value</source>
            <translation>首个值</translation>
        </message>
        <message>
            <source>How the file writes</source>
            <translation>文件的写法</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message numerus="yes">
            <source>Import %n row(s)</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Import another file</source>
            <translation>再导入一个文件</translation>
        </message>
        <message>
            <source>Importing {file}</source>
            <translation>正在导入 {file}</translation>
        </message>
        <message>
            <source>It holds</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Keep this one as</source>
            <translation>将当前对应保存为</translation>
        </message>
        <message>
            <source>Looking at the file</source>
            <translation>正在查看文件</translation>
        </message>
        <message>
            <source>Mapping kept as {name}</source>
            <translation>已保存导入方案“{name}”</translation>
        </message>
        <message>
            <source>Mapping written to {file}</source>
            <translation>导入方案已写入 {file}</translation>
        </message>
        <message>
            <source>Mappings (*.json)</source>
            <translation>导入方案 (*.json)</translation>
        </message>
        <message>
            <source>Month first: 12/31/2026</source>
            <translation>月在前：12/31/2026</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>New customers</source>
            <translation>新建客户</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>没有导入任何内容</translation>
        </message>
        <message>
            <source>Open a mapping</source>
            <translation>打开导入方案</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>Order of day and month</source>
            <translation>日月顺序</translation>
        </message>
        <message>
            <source>Please choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>Point: 1,234.56</source>
            <translation>点号：1,234.56</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Progress of the import</source>
            <translation>导入进度</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>读取</translation>
        </message>
        <message>
            <source>Reading the file…</source>
            <translation>正在读取文件…</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Recognise it</source>
            <translation>自动识别</translation>
        </message>
        <message>
            <source>Recognised from the amounts</source>
            <translation>由金额识别</translation>
        </message>
        <message>
            <source>Recognised from the dates</source>
            <translation>由日期识别</translation>
        </message>
        <message>
            <source>Recognised from the headers</source>
            <translation>由表头识别</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Refused rows written to {file}. Correct them there and import it</source>
            <translation>退回的行已写入 {file}，改正后可再次导入</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行号</translation>
        </message>
        <message>
            <source>Rows refused</source>
            <translation>退回的行</translation>
        </message>
        <message>
            <source>Save refused rows…</source>
            <translation>保存退回的行…</translation>
        </message>
        <message>
            <source>Save the refused rows</source>
            <translation>保存退回的行</translation>
        </message>
        <message>
            <source>Saved mappings</source>
            <translation>导入方案</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Tables and e-invoices (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods *.html *.xml *.ofd *.pdf *.zip);;All files (*)</source>
            <translation>表格和电子发票 (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods *.html *.xml *.ofd *.pdf *.zip);;所有文件 (*)</translation>
        </message>
        <message>
            <source>The program made a mistake. Nothing was imported.</source>
            <translation>程序出错，没有导入任何内容。</translation>
        </message>
        <message>
            <source>Trying the import</source>
            <translation>正在试读</translation>
        </message>
        <message>
            <source>Type a name for it</source>
            <translation>请输入方案名称</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>未变</translation>
        </message>
        <message>
            <source>Use a saved mapping</source>
            <translation>选用导入方案</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Write the mapping to a file</source>
            <translation>把导入方案写入文件</translation>
        </message>
        <message>
            <source>Write…</source>
            <translation>写入…</translation>
        </message>
        <message>
            <source>Writing the mapping</source>
            <translation>正在写入导入方案</translation>
        </message>
        <message>
            <source>Writing the refused rows</source>
            <translation>正在写入退回的行</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>逗号</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>分号</translation>
        </message>
        <message>
            <source>separated by {mark}</source>
            <translation>以{mark}分隔</translation>
        </message>
        <message>
            <source>sheet {name}</source>
            <translation>工作表 {name}</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>制表符</translation>
        </message>
        <message>
            <source>vertical bar</source>
            <translation>竖线</translation>
        </message>
        <message>
            <source>{done} of {total} rows</source>
            <translation>第 {done} 行，共 {total} 行</translation>
        </message>
        <message>
            <source>{field} of every row</source>
            <translation>每行的{field}（固定值）</translation>
        </message>
        <message>
            <source>{file} is imported</source>
            <translation>{file} 已导入</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Close this pane</source>
            <translation>收起侧栏</translation>
        </message>
        <message>
            <source>Open as a page</source>
            <translation>单独打开</translation>
        </message>
    </context>
    <context>
        <name>Invoice</name>
        <message numerus="yes">
            <source>%n allocation(s) undone</source>
            <translation>
                <numerusform>已取消 %n 笔核销</numerusform>
            </translation>
        </message>
        <message>
            <source>A debit note over {amount} is posted, due at once: interest up to {date}. The invoice stays as it is, and later days can be claimed later.</source>
            <translation>将开出借项通知单 {amount}，立即到期：违约金算至 {date}。发票不变，以后的天数可再主张。</translation>
        </message>
        <message>
            <source>Allocated</source>
            <translation>核销金额</translation>
        </message>
        <message>
            <source>Allocations</source>
            <translation>收款核销</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount with tax</source>
            <translation>含税金额</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>乐观估计</translation>
        </message>
        <message>
            <source>By</source>
            <translation>核销来源</translation>
        </message>
        <message>
            <source>By whom</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Choose a customer from the list</source>
            <translation>请从列表中选择客户</translation>
        </message>
        <message>
            <source>Choose a row to see what is open of it and why.</source>
            <translation>选中一行，查看未收金额和来龙去脉。</translation>
        </message>
        <message>
            <source>Claim interest…</source>
            <translation>主张违约金…</translation>
        </message>
        <message>
            <source>Claim the interest on {number}?</source>
            <translation>主张 {number} 的违约金？</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>贷方单据</translation>
        </message>
        <message>
            <source>Credit note for {number}</source>
            <translation>{number} 的红字</translation>
        </message>
        <message>
            <source>Credit note posted; the dispute has ended</source>
            <translation>红字已过账，争议了结</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days late</source>
            <translation>逾期天数</translation>
        </message>
        <message>
            <source>Debit</source>
            <translation>借方单据</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>签收日期</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>送货签收</translation>
        </message>
        <message>
            <source>Disputed part</source>
            <translation>争议金额</translation>
        </message>
        <message>
            <source>Disputes</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Document chain</source>
            <translation>单据链</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>时效</translation>
        </message>
        <message>
            <source>Exchange difference</source>
            <translation>汇兑差额</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Instalment</source>
            <translation>分期</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>分期</translation>
        </message>
        <message>
            <source>Interest claimed: {amount}</source>
            <translation>已主张违约金 {amount}</translation>
        </message>
        <message>
            <source>Interest so far</source>
            <translation>逾期利息（暂计）</translation>
        </message>
        <message>
            <source>Issue date</source>
            <translation>开票日期</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>开票日</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last safe day</source>
            <translation>最后安全日</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>催款函</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>不含税金额</translation>
        </message>
        <message>
            <source>New document</source>
            <translation>新建单据</translation>
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation>未选择单据</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单据号</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>核销到</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>付款条件</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>入账</translation>
        </message>
        <message>
            <source>Post the debit note</source>
            <translation>开借项通知单</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已结</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Tax in it</source>
            <translation>其中税额</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>付款条件</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>The document was posted</source>
            <translation>单据已入账</translation>
        </message>
        <message>
            <source>The document was voided</source>
            <translation>单据已作废</translation>
        </message>
        <message>
            <source>Undo the selected</source>
            <translation>取消所选核销</translation>
        </message>
        <message>
            <source>Void it</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>delivered</source>
            <translation>已签收</translation>
        </message>
        <message>
            <source>empty: from the terms</source>
            <translation>不填则按付款条件</translation>
        </message>
        <message>
            <source>empty: next of the series</source>
            <translation>不填则自动编号</translation>
        </message>
        <message>
            <source>entered by mistake</source>
            <translation>录入有误</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>尚无核销</translation>
        </message>
        <message>
            <source>none: no due date</source>
            <translation>未设：无到期日</translation>
        </message>
        <message>
            <source>undone {date}</source>
            <translation>{date} 已取消</translation>
        </message>
        <message>
            <source>{amount} claimed</source>
            <translation>已主张 {amount}</translation>
        </message>
    </context>
    <context>
        <name>Invoices</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;Every invoice, credit and debit note, one row per instalment, as it stood on the date at the top. &lt;b&gt;Open&lt;/b&gt; is what is still to be paid of it.&lt;/p&gt;&lt;p&gt;Type to filter. Space selects rows; the foot adds them up. Enter opens the page with allocations and papers.&lt;/p&gt;&lt;p&gt;A posted document is never edited: a wrong one is voided by a reversing document.&lt;/p&gt;</source>
            <translation>&lt;p&gt;全部发票、红字发票和借项通知，分期的每期一行，按上方截至日期的情况显示。&lt;b&gt;未收&lt;/b&gt;是还没有收到的金额。&lt;/p&gt;&lt;p&gt;直接打字即可筛选。空格选中行，页脚给出合计。回车打开单据页，查看核销和函件。&lt;/p&gt;&lt;p&gt;入账的单据不能修改；录错的用冲销单据作废。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>A reversing document is posted; the number stays used and both remain in the history. This cannot be undone.</source>
            <translation>将记一张冲销单据，单据号不再使用，两张都留在历史中。作废后不能恢复。</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>已转让</translation>
        </message>
        <message>
            <source>Attachments…</source>
            <translation>附件…</translation>
        </message>
        <message>
            <source>By procedure {name}</source>
            <translation>按催收程序“{name}”</translation>
        </message>
        <message>
            <source>Chased as its customer</source>
            <translation>随客户一并催收</translation>
        </message>
        <message>
            <source>Chasing: {number}</source>
            <translation>催收方式：{number}</translation>
        </message>
        <message>
            <source>Choose documents of one customer and one currency</source>
            <translation>请选择同一客户、同一币种的单据</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Currency {code}</source>
            <translation>币种 {code}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Days late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Disputed {amount}</source>
            <translation>争议 {amount}</translation>
        </message>
        <message>
            <source>Dispute…</source>
            <translation>登记争议…</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据号</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Due in 7 days</source>
            <translation>7 天内到期</translation>
        </message>
        <message>
            <source>Here stands every invoice, credit and debit note with what is open of it. Import them from a table, or enter one with Ctrl+N.</source>
            <translation>所有发票、红字发票、借项通知和各自的未收金额列在这里。可以从表格导入，或按 Ctrl+N 逐张录入。</translation>
        </message>
        <message>
            <source>How it is chased…</source>
            <translation>催收方式…</translation>
        </message>
        <message>
            <source>How {number} is chased was set</source>
            <translation>{number} 的催收方式已设定</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Invoiced</source>
            <translation>开票日</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>应收发票</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Level {level}</source>
            <translation>已催 {level} 级</translation>
        </message>
        <message>
            <source>Limitation event…</source>
            <translation>登记时效事由…</translation>
        </message>
        <message>
            <source>No delivery proof</source>
            <translation>无签收单</translation>
        </message>
        <message>
            <source>No invoices yet</source>
            <translation>还没有发票</translation>
        </message>
        <message>
            <source>No proof</source>
            <translation>无签收单</translation>
        </message>
        <message>
            <source>Not to be chased</source>
            <translation>暂不催收</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing of it is open and undisputed</source>
            <translation>没有未收且无争议的金额</translation>
        </message>
        <message>
            <source>Nothing of it is open to be settled</source>
            <translation>没有未收余额可结清</translation>
        </message>
        <message>
            <source>Only a credit that is open can be refunded</source>
            <translation>只有未用完的贷方余额可以退款</translation>
        </message>
        <message>
            <source>Only a debt has a limitation</source>
            <translation>只有应收款项才有诉讼时效</translation>
        </message>
        <message>
            <source>Only a debt is chased</source>
            <translation>只有欠款才催收</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>Open as a page</source>
            <translation>单独打开</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Part paid</source>
            <translation>部分已收</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Refund the credit…</source>
            <translation>退款…</translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>常用筛选</translation>
        </message>
        <message>
            <source>Set off…</source>
            <translation>抵销…</translation>
        </message>
        <message>
            <source>So far</source>
            <translation>目前</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>This invoice</source>
            <translation>本张发票</translation>
        </message>
        <message>
            <source>To allocate</source>
            <translation>待核销</translation>
        </message>
        <message>
            <source>Transfer to another customer…</source>
            <translation>转给其他客户…</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Void {number}?</source>
            <translation>作废 {number}？</translation>
        </message>
        <message>
            <source>Void…</source>
            <translation>作废…</translation>
        </message>
        <message>
            <source>invoices</source>
            <translation>张</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>至 {date}</translation>
        </message>
        <message>
            <source>with credit and debit notes</source>
            <translation>含红字发票、借项通知</translation>
        </message>
        <message>
            <source>{number} is not chased for now</source>
            <translation>{number} 暂不催收</translation>
        </message>
        <message>
            <source>{number} was voided</source>
            <translation>{number} 已作废</translation>
        </message>
    </context>
    <context>
        <name>Labels</name>
        <message>
            <source>Act on a security</source>
            <translation>担保办理情况</translation>
        </message>
        <message>
            <source>Adverse event</source>
            <translation>负面事件</translation>
        </message>
        <message>
            <source>Adverse information</source>
            <translation>风险异动</translation>
        </message>
        <message>
            <source>Allocation undone</source>
            <translation>取消核销</translation>
        </message>
        <message>
            <source>Allocations imported</source>
            <translation>导入核销</translation>
        </message>
        <message>
            <source>Annual accounts kept</source>
            <translation>财务报表保存</translation>
        </message>
        <message>
            <source>Annual accounts taken back</source>
            <translation>财务报表撤回</translation>
        </message>
        <message>
            <source>Answer to a claim</source>
            <translation>理赔进展</translation>
        </message>
        <message>
            <source>Application for indemnity</source>
            <translation>索赔申请书</translation>
        </message>
        <message>
            <source>Approval form issued</source>
            <translation>审批表已出具</translation>
        </message>
        <message>
            <source>Approval of write-off</source>
            <translation>坏账核销审批表</translation>
        </message>
        <message>
            <source>Assessment taken back</source>
            <translation>评估已撤回</translation>
        </message>
        <message>
            <source>Assignment of receivables</source>
            <translation>应收账款转让</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Attachment kept</source>
            <translation>附件已存入</translation>
        </message>
        <message>
            <source>Attachment taken back</source>
            <translation>附件已移除</translation>
        </message>
        <message>
            <source>Australian dollar</source>
            <translation>澳大利亚元</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账户</translation>
        </message>
        <message>
            <source>Bank account named</source>
            <translation>银行账户命名</translation>
        </message>
        <message>
            <source>Bank charge</source>
            <translation>银行手续费</translation>
        </message>
        <message>
            <source>Bank line to be booked again</source>
            <translation>流水退回待处理</translation>
        </message>
        <message>
            <source>Bank lines booked</source>
            <translation>银行流水核销</translation>
        </message>
        <message>
            <source>Bank lines marked</source>
            <translation>银行流水标记</translation>
        </message>
        <message>
            <source>Bank statement read</source>
            <translation>导入银行流水</translation>
        </message>
        <message>
            <source>Bill discounted</source>
            <translation>票据贴现</translation>
        </message>
        <message>
            <source>Bill endorsed</source>
            <translation>票据背书</translation>
        </message>
        <message>
            <source>Bill event undone</source>
            <translation>撤销票据事项</translation>
        </message>
        <message>
            <source>Bill given back</source>
            <translation>票据退回</translation>
        </message>
        <message>
            <source>Bill paid</source>
            <translation>票据兑付</translation>
        </message>
        <message>
            <source>Bill pledged</source>
            <translation>票据质押</translation>
        </message>
        <message>
            <source>Bill presented for payment</source>
            <translation>票据提示付款</translation>
        </message>
        <message>
            <source>Bill received</source>
            <translation>收票</translation>
        </message>
        <message>
            <source>Bill released from pledge</source>
            <translation>票据解除质押</translation>
        </message>
        <message>
            <source>Bill split</source>
            <translation>票据拆分</translation>
        </message>
        <message>
            <source>Canadian dollar</source>
            <translation>加拿大元</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Chinese yuan</source>
            <translation>人民币</translation>
        </message>
        <message>
            <source>Choice of procedure taken back</source>
            <translation>撤回催款程序的指定</translation>
        </message>
        <message>
            <source>Confirmation of balances</source>
            <translation>企业询证函</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>Credit application drafted</source>
            <translation>授信申请存为草稿</translation>
        </message>
        <message>
            <source>Credit application rejected</source>
            <translation>授信申请被否决</translation>
        </message>
        <message>
            <source>Credit application returned</source>
            <translation>授信申请被退回</translation>
        </message>
        <message>
            <source>Credit application taken back</source>
            <translation>授信申请已撤回</translation>
        </message>
        <message>
            <source>Credit applied for</source>
            <translation>提交授信申请</translation>
        </message>
        <message>
            <source>Credit approved by a level</source>
            <translation>授信申请审批通过一级</translation>
        </message>
        <message>
            <source>Credit hold put on</source>
            <translation>暂停客户</translation>
        </message>
        <message>
            <source>Credit hold released</source>
            <translation>解除暂停</translation>
        </message>
        <message>
            <source>Credit limit lowered</source>
            <translation>下调信用额度</translation>
        </message>
        <message>
            <source>Credit limit set</source>
            <translation>设定信用额度</translation>
        </message>
        <message>
            <source>Credit limit taken back</source>
            <translation>撤销信用额度</translation>
        </message>
        <message>
            <source>Credit management rules issued</source>
            <translation>信用管理制度已编号发布</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>红字发票</translation>
        </message>
        <message>
            <source>Credit note for a dispute</source>
            <translation>争议红字过账</translation>
        </message>
        <message>
            <source>Credit note posted</source>
            <translation>红字发票入账</translation>
        </message>
        <message>
            <source>Credit override given</source>
            <translation>信用放行</translation>
        </message>
        <message>
            <source>Credit override taken back</source>
            <translation>撤回放行</translation>
        </message>
        <message>
            <source>Credit policy approved</source>
            <translation>信用政策已批准</translation>
        </message>
        <message>
            <source>Credit policy changed</source>
            <translation>信用政策已修订</translation>
        </message>
        <message>
            <source>Credit policy reviewed</source>
            <translation>信用政策已评审</translation>
        </message>
        <message>
            <source>Credit refunded</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Credit report</source>
            <translation>资信报告</translation>
        </message>
        <message>
            <source>Customer added</source>
            <translation>新增客户</translation>
        </message>
        <message>
            <source>Customer assessed</source>
            <translation>客户评级</translation>
        </message>
        <message>
            <source>Customer changed</source>
            <translation>修改客户资料</translation>
        </message>
        <message>
            <source>Customers imported</source>
            <translation>导入客户</translation>
        </message>
        <message>
            <source>Debit note</source>
            <translation>借项通知</translation>
        </message>
        <message>
            <source>Debit note posted</source>
            <translation>借项通知入账</translation>
        </message>
        <message>
            <source>Debt transferred</source>
            <translation>债务转移</translation>
        </message>
        <message>
            <source>Declaration of shipments</source>
            <translation>出运申报</translation>
        </message>
        <message>
            <source>Delivery of an order recorded</source>
            <translation>登记订单发货</translation>
        </message>
        <message>
            <source>Delivery recorded</source>
            <translation>登记函件寄送</translation>
        </message>
        <message>
            <source>Demand under guarantee</source>
            <translation>要求承担保证责任通知书</translation>
        </message>
        <message>
            <source>Demand under guarantee issued</source>
            <translation>出具要求承担保证责任通知书</translation>
        </message>
        <message>
            <source>Difference settled</source>
            <translation>对账差异已解决</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>现金折扣</translation>
        </message>
        <message>
            <source>Dispute closed</source>
            <translation>争议了结</translation>
        </message>
        <message>
            <source>Dispute handed on</source>
            <translation>争议转交</translation>
        </message>
        <message>
            <source>Dispute opened</source>
            <translation>登记争议</translation>
        </message>
        <message>
            <source>Document voided</source>
            <translation>单据作废</translation>
        </message>
        <message>
            <source>Draft of the credit policy saved</source>
            <translation>信用政策草案已保存</translation>
        </message>
        <message>
            <source>Draft of the credit policy taken back</source>
            <translation>信用政策草案已撤回</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Dunning block lifted</source>
            <translation>恢复催收</translation>
        </message>
        <message>
            <source>Dunning block set</source>
            <translation>暂停催收</translation>
        </message>
        <message>
            <source>Dunning draft dropped</source>
            <translation>删除催款草稿</translation>
        </message>
        <message>
            <source>Dunning draft saved</source>
            <translation>保存催款草稿</translation>
        </message>
        <message>
            <source>Dunning letter</source>
            <translation>催款函</translation>
        </message>
        <message>
            <source>Dunning procedure chosen</source>
            <translation>指定催款程序</translation>
        </message>
        <message>
            <source>Dunning run released</source>
            <translation>发布催款</translation>
        </message>
        <message>
            <source>E-invoices imported</source>
            <translation>导入电子发票</translation>
        </message>
        <message>
            <source>End of an assignment</source>
            <translation>转让终结</translation>
        </message>
        <message>
            <source>Euro</source>
            <translation>欧元</translation>
        </message>
        <message>
            <source>Exchange rate kept</source>
            <translation>录入汇率</translation>
        </message>
        <message>
            <source>File imported</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Final demand, United States</source>
            <translation>最后催款函（美国）</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>Hong Kong dollar</source>
            <translation>港元</translation>
        </message>
        <message>
            <source>Import mapping kept</source>
            <translation>保存导入方案</translation>
        </message>
        <message>
            <source>Import mapping removed</source>
            <translation>删除导入方案</translation>
        </message>
        <message>
            <source>Industry and region corrected</source>
            <translation>行业与地区已更正</translation>
        </message>
        <message>
            <source>Industry and region kept</source>
            <translation>已登记行业与地区</translation>
        </message>
        <message>
            <source>Industry and region taken back</source>
            <translation>行业与地区已撤回</translation>
        </message>
        <message>
            <source>Instalment plan agreed</source>
            <translation>签订分期还款计划</translation>
        </message>
        <message>
            <source>Instalment plan changed</source>
            <translation>变更分期还款计划</translation>
        </message>
        <message>
            <source>Instalment plan signed</source>
            <translation>还款计划签署</translation>
        </message>
        <message>
            <source>Instalment plan taken back</source>
            <translation>撤回分期还款计划</translation>
        </message>
        <message>
            <source>Insurance claim</source>
            <translation>保险索赔</translation>
        </message>
        <message>
            <source>Insurance policy</source>
            <translation>信用保险单</translation>
        </message>
        <message>
            <source>Insurer's limit</source>
            <translation>买方信用限额</translation>
        </message>
        <message>
            <source>Interest and fees claimed</source>
            <translation>主张违约金和费用</translation>
        </message>
        <message>
            <source>Interest claimed</source>
            <translation>主张逾期利息</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Invoice posted</source>
            <translation>发票入账</translation>
        </message>
        <message>
            <source>Invoices imported</source>
            <translation>导入发票</translation>
        </message>
        <message>
            <source>Invoices of an order named</source>
            <translation>登记订单发票</translation>
        </message>
        <message>
            <source>Japanese yen</source>
            <translation>日元</translation>
        </message>
        <message>
            <source>Kuwaiti dinar</source>
            <translation>科威特第纳尔</translation>
        </message>
        <message>
            <source>Learned payers forgotten</source>
            <translation>删除已记住的付款方</translation>
        </message>
        <message>
            <source>Letter before action, England &amp; Wales</source>
            <translation>诉前函（英格兰和威尔士）</translation>
        </message>
        <message>
            <source>Letter declared void</source>
            <translation>函件作废</translation>
        </message>
        <message>
            <source>Letter issued</source>
            <translation>出具函件</translation>
        </message>
        <message>
            <source>Limit approval form</source>
            <translation>额度审批表</translation>
        </message>
        <message>
            <source>Limit notices issued</source>
            <translation>额度通知函已出具</translation>
        </message>
        <message>
            <source>Limit review booked</source>
            <translation>额度评审入账</translation>
        </message>
        <message>
            <source>Limitation event recorded</source>
            <translation>登记时效事由</translation>
        </message>
        <message>
            <source>Limitation event taken back</source>
            <translation>撤回时效事由</translation>
        </message>
        <message>
            <source>List of a hand-over</source>
            <translation>移交清单</translation>
        </message>
        <message>
            <source>List of a hand-over issued</source>
            <translation>移交清单已签发</translation>
        </message>
        <message>
            <source>List of evidence</source>
            <translation>证据目录</translation>
        </message>
        <message>
            <source>Money allocated</source>
            <translation>收款核销</translation>
        </message>
        <message>
            <source>New Taiwan dollar</source>
            <translation>新台币</translation>
        </message>
        <message>
            <source>Not due</source>
            <translation>未到期</translation>
        </message>
        <message>
            <source>Not yet issued</source>
            <translation>尚未开具</translation>
        </message>
        <message>
            <source>Notice of SME status</source>
            <translation>中小企业身份告知函</translation>
        </message>
        <message>
            <source>Notice of assignment</source>
            <translation>债权转让通知书</translation>
        </message>
        <message>
            <source>Notice of assignment issued</source>
            <translation>出具债权转让通知书</translation>
        </message>
        <message>
            <source>Notice of change of credit terms</source>
            <translation>信用额度调整通知函</translation>
        </message>
        <message>
            <source>Notice of possible loss</source>
            <translation>可能损失通知书</translation>
        </message>
        <message>
            <source>Notice of resumption of supply</source>
            <translation>恢复供货通知函</translation>
        </message>
        <message>
            <source>Notice of set-off</source>
            <translation>抵销通知书</translation>
        </message>
        <message>
            <source>Notice of set-off issued</source>
            <translation>出具抵销通知书</translation>
        </message>
        <message>
            <source>Notice of suspension of supply</source>
            <translation>暂停供货通知函</translation>
        </message>
        <message>
            <source>Open amounts computed anew</source>
            <translation>重算未清余额</translation>
        </message>
        <message>
            <source>Opening item</source>
            <translation>期初应收</translation>
        </message>
        <message>
            <source>Opening item posted</source>
            <translation>期初应收入账</translation>
        </message>
        <message>
            <source>Order closed</source>
            <translation>关闭订单</translation>
        </message>
        <message>
            <source>Order taken</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>Orders imported</source>
            <translation>导入订单</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Own bank facility and payments kept</source>
            <translation>已登记本公司授信与付款情况</translation>
        </message>
        <message>
            <source>Own position corrected</source>
            <translation>本单位资金状况已更正</translation>
        </message>
        <message>
            <source>Own position taken back</source>
            <translation>本单位资金状况已撤回</translation>
        </message>
        <message>
            <source>Part paid</source>
            <translation>部分已收</translation>
        </message>
        <message>
            <source>Payer learned</source>
            <translation>记住付款方</translation>
        </message>
        <message>
            <source>Payment of bill refused</source>
            <translation>票据拒付</translation>
        </message>
        <message>
            <source>Payment reminder, European Union</source>
            <translation>付款提醒（欧盟）</translation>
        </message>
        <message>
            <source>Payment reminder, United Kingdom</source>
            <translation>付款提醒（英国）</translation>
        </message>
        <message>
            <source>Payment returned</source>
            <translation>付款被退回</translation>
        </message>
        <message>
            <source>Pound sterling</source>
            <translation>英镑</translation>
        </message>
        <message>
            <source>Promise corrected</source>
            <translation>更正付款承诺</translation>
        </message>
        <message>
            <source>Promise recorded</source>
            <translation>登记付款承诺</translation>
        </message>
        <message>
            <source>Promise taken back</source>
            <translation>撤回付款承诺</translation>
        </message>
        <message>
            <source>Reason for late payment noted</source>
            <translation>登记未付款原因</translation>
        </message>
        <message>
            <source>Reason for late payment taken back</source>
            <translation>撤回未付款原因</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Receipt in statutory order</source>
            <translation>按法定顺序收款</translation>
        </message>
        <message>
            <source>Receipt note</source>
            <translation>收款收据</translation>
        </message>
        <message>
            <source>Receipt notes issued</source>
            <translation>开具收款收据</translation>
        </message>
        <message>
            <source>Receipt recorded</source>
            <translation>登记收款</translation>
        </message>
        <message>
            <source>Receipts imported</source>
            <translation>导入收款</translation>
        </message>
        <message>
            <source>Recourse claimed</source>
            <translation>票据追索</translation>
        </message>
        <message>
            <source>Recourse paid</source>
            <translation>追索收回</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>追回款</translation>
        </message>
        <message>
            <source>Reference rate entered</source>
            <translation>录入参考利率</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Registry facts</source>
            <translation>工商登记</translation>
        </message>
        <message>
            <source>Repayment agreement</source>
            <translation>还款协议</translation>
        </message>
        <message>
            <source>Reply to a dispute</source>
            <translation>争议处理函</translation>
        </message>
        <message>
            <source>Reply to a statement recorded</source>
            <translation>登记对账回函</translation>
        </message>
        <message>
            <source>Request to confirm issued</source>
            <translation>出具确权申请函</translation>
        </message>
        <message>
            <source>Request to confirm receivables</source>
            <translation>应收账款确权申请函</translation>
        </message>
        <message>
            <source>Revaluation booked</source>
            <translation>期末调汇</translation>
        </message>
        <message>
            <source>Revaluation reversed</source>
            <translation>冲回期末调汇</translation>
        </message>
        <message>
            <source>Review of warnings begun</source>
            <translation>开始复核预警</translation>
        </message>
        <message>
            <source>Review of warnings closed</source>
            <translation>预警复核单已关闭</translation>
        </message>
        <message>
            <source>Risk level corrected</source>
            <translation>风险等级已更正</translation>
        </message>
        <message>
            <source>Risk level kept</source>
            <translation>已登记风险等级</translation>
        </message>
        <message>
            <source>Risk level taken back</source>
            <translation>风险等级已撤回</translation>
        </message>
        <message>
            <source>Sample customers made</source>
            <translation>生成示例客户</translation>
        </message>
        <message>
            <source>Sample month made</source>
            <translation>生成示例月份</translation>
        </message>
        <message>
            <source>Sample rates made</source>
            <translation>生成示例汇率</translation>
        </message>
        <message>
            <source>Score card changed</source>
            <translation>评分模型变更</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>担保</translation>
        </message>
        <message>
            <source>Set-off</source>
            <translation>抵销</translation>
        </message>
        <message>
            <source>Set-off booked</source>
            <translation>抵销</translation>
        </message>
        <message>
            <source>Settings changed</source>
            <translation>修改设置</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已结清</translation>
        </message>
        <message>
            <source>Signed reply recorded</source>
            <translation>登记签章回执</translation>
        </message>
        <message>
            <source>Singapore dollar</source>
            <translation>新加坡元</translation>
        </message>
        <message>
            <source>Site visit</source>
            <translation>实地考察</translation>
        </message>
        <message>
            <source>Size and type</source>
            <translation>规模与类型</translation>
        </message>
        <message>
            <source>Small difference written off</source>
            <translation>小额差额核销</translation>
        </message>
        <message>
            <source>Small write-off</source>
            <translation>小额核销</translation>
        </message>
        <message>
            <source>South Korean won</source>
            <translation>韩元</translation>
        </message>
        <message>
            <source>Stage of the relationship set</source>
            <translation>设定合作阶段</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Statements issued</source>
            <translation>出具对账单</translation>
        </message>
        <message>
            <source>Step of a case</source>
            <translation>案件步骤</translation>
        </message>
        <message>
            <source>Step of a hand-over</source>
            <translation>移交进展</translation>
        </message>
        <message>
            <source>Talk corrected</source>
            <translation>更正催收沟通</translation>
        </message>
        <message>
            <source>Talk noted</source>
            <translation>登记催收沟通</translation>
        </message>
        <message>
            <source>Talk taken back</source>
            <translation>撤回催收沟通</translation>
        </message>
        <message>
            <source>Task put off or done</source>
            <translation>待办推迟或完成</translation>
        </message>
        <message>
            <source>Task shown again</source>
            <translation>待办恢复显示</translation>
        </message>
        <message>
            <source>Terms of statements corrected</source>
            <translation>更正对账周期</translation>
        </message>
        <message>
            <source>Terms of statements set</source>
            <translation>设定对账周期</translation>
        </message>
        <message>
            <source>Terms of statements taken back</source>
            <translation>对账约定已撤回</translation>
        </message>
        <message>
            <source>Text of a letter kept</source>
            <translation>保存函件措辞</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>转账</translation>
        </message>
        <message>
            <source>Transfer agreement</source>
            <translation>债务转移协议</translation>
        </message>
        <message>
            <source>Transfer agreement issued</source>
            <translation>出具债务转移协议</translation>
        </message>
        <message>
            <source>US dollar</source>
            <translation>美元</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>已作废</translation>
        </message>
        <message>
            <source>Voiding</source>
            <translation>作废冲销</translation>
        </message>
        <message>
            <source>Warnings put to review</source>
            <translation>预警已开复核单</translation>
        </message>
        <message>
            <source>Way of computing interest set</source>
            <translation>设定计息方式</translation>
        </message>
        <message>
            <source>{record} corrected</source>
            <translation>{record}已更正</translation>
        </message>
        <message>
            <source>{record} recorded</source>
            <translation>{record}已登记</translation>
        </message>
        <message>
            <source>{record} taken back</source>
            <translation>{record}已撤回</translation>
        </message>
    </context>
    <context>
        <name>Legal</name>
        <message>
            <source>A letter starts the limitation anew on the day it provably arrives.</source>
            <translation>催款函自有证据证明送达之日起，诉讼时效重新计算。</translation>
        </message>
        <message>
            <source>A statement signed alone is weak proof; one that agrees to pay starts the limitation anew.</source>
            <translation>对账单仅签章，证明力弱；写明同意支付的，诉讼时效重新计算。</translation>
        </message>
        <message>
            <source>A statement that arrives does not demand payment; signed, it may count.</source>
            <translation>对账单送达不等于催款，收到签章回执后才可能计入。</translation>
        </message>
        <message>
            <source>All that the customer owed by then</source>
            <translation>客户当时的全部欠款</translation>
        </message>
        <message>
            <source>Arrived on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>As recorded: {strength}</source>
            <translation>按登记内容：{strength}</translation>
        </message>
        <message>
            <source>Came back on</source>
            <translation>退回日期</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Concerns</source>
            <translation>涉及</translation>
        </message>
        <message>
            <source>Filed on</source>
            <translation>提交日期</translation>
        </message>
        <message>
            <source>Happened on</source>
            <translation>发生日期</translation>
        </message>
        <message>
            <source>It agrees to pay by a day</source>
            <translation>写明付款日期并同意支付</translation>
        </message>
        <message>
            <source>Limitation of {number}</source>
            <translation>{number} 的诉讼时效</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Number of the mail</source>
            <translation>邮件编号</translation>
        </message>
        <message>
            <source>Only strong proof moves the last safe day.</source>
            <translation>只有证明力强的事由才推后最后安全日。</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>证明力</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Recorded so far</source>
            <translation>已登记</translation>
        </message>
        <message>
            <source>Recorded; the last safe day follows from it</source>
            <translation>已登记，最后安全日随之更新</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描件</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>寄送方式</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>寄出日期</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>签收或签署人</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签章日期</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Taken back; the last safe days no longer count it</source>
            <translation>已撤回，最后安全日不再计入</translation>
        </message>
        <message>
            <source>The reply slip</source>
            <translation>回执内容</translation>
        </message>
        <message>
            <source>The sending is recorded</source>
            <translation>寄送已登记</translation>
        </message>
        <message>
            <source>The signed reply is recorded</source>
            <translation>签章回执已登记</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>事由</translation>
        </message>
    </context>
    <context>
        <name>Limits</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 户超期未评审</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>0: no credit any more</source>
            <translation>0：不再赊销</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>&lt;p&gt;Applications for credit, the newest first. Each goes through its levels: registry, accounts, reputation; the amount says how many. A new customer always needs all three, and until then it has no credit and pays before delivery.&lt;/p&gt;&lt;p&gt;Ctrl+Enter approves for whoever is at the desk (right end of the status bar), for the whole amount or less. Whoever applied does not decide, and nobody decides two levels. Returned applications go back to the customer's page.&lt;/p&gt;</source>
            <translation>&lt;p&gt;授信申请，新的在前。逐级审批：工商、财务、口碑；级数由金额决定。新客户一律三级，审批完成前额度为零、款到发货。&lt;/p&gt;&lt;p&gt;Ctrl+Enter 以当前人员（状态栏右端）的名义同意，可全额也可减额。申请人不审批自己的申请，同一人不审批两级。退回的申请在客户页的“额度”中继续。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>&lt;p&gt;Every customer with a limit, with its quarter: how much was paid on time, days late on average by amount (what is still overdue counts too), the highest use of the limit, disputes. The rule proposes: prompt payers who use their limit get 10 to 25 % more, up to 15 days late it stays, up to 30 it loses 20 %, beyond or with a broken promise half.&lt;/p&gt;&lt;p&gt;Type another amount in the last column, Ctrl+H keeps the limit, Ctrl+R takes the rule's. Ctrl+Enter books all in one go.&lt;/p&gt;</source>
            <translation>&lt;p&gt;每个有额度的客户及其一个季度的表现：准时付款占比、按金额加权的平均逾期天数（尚未付清的逾期也计入）、额度最高使用率、争议。按规则建议：准时且额度用足的上调 10% 至 25%，逾期 15 天以内维持，30 天以内下调 20%，更久或失约的减半。&lt;/p&gt;&lt;p&gt;在最后一列可改金额；Ctrl+H 维持原额度，Ctrl+R 恢复规则建议。Ctrl+Enter 一次入账。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>&lt;p&gt;New customers begin with prepayment or a deposit and get longer terms step by step. The next stage is earned by enough invoices paid on time in this one, few days late on average and no open dispute or warning; what is long overdue or a broken promise leads one stage back. Ctrl+Enter sets what is advised; the payment terms follow. A first stage is set on the customer's page, tab Limits.&lt;/p&gt;</source>
            <translation>&lt;p&gt;新客户从款到发货或收取定金开始，逐步放宽账期。本阶段内准时付清的发票够数、平均逾期天数不多、没有未决争议和预警，即可进入下一阶段；长期逾期或失约则退回一级。Ctrl+Enter 按建议设定，付款条件随之更改。首个阶段在客户页“额度”中设定。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>财务</translation>
        </message>
        <message>
            <source>Advised</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>申请</translation>
        </message>
        <message>
            <source>Application taken back</source>
            <translation>申请已撤回</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>授信申请</translation>
        </message>
        <message>
            <source>Applied on</source>
            <translation>申请日期</translation>
        </message>
        <message>
            <source>Apply for a limit</source>
            <translation>申请额度</translation>
        </message>
        <message>
            <source>Apply for a limit on a customer's page, tab Limits. Applications wait here for their levels.</source>
            <translation>在客户页的“额度”中提出申请，申请在此等候逐级审批。</translation>
        </message>
        <message>
            <source>Apply for a limit…</source>
            <translation>申请额度…</translation>
        </message>
        <message>
            <source>Approval form</source>
            <translation>审批表</translation>
        </message>
        <message>
            <source>Approval form kept</source>
            <translation>审批表已存档</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Approve up to</source>
            <translation>批准额度</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>Approved; the limit is in force</source>
            <translation>已批准，额度生效</translation>
        </message>
        <message>
            <source>Approved; the next level decides</source>
            <translation>已同意，转下一级审批</translation>
        </message>
        <message>
            <source>As the rule says</source>
            <translation>按规则</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>申请额度</translation>
        </message>
        <message>
            <source>Book</source>
            <translation>入账</translation>
        </message>
        <message>
            <source>Book the review…</source>
            <translation>评审入账…</translation>
        </message>
        <message>
            <source>CCY</source>
            <translation>币种</translation>
        </message>
        <message numerus="yes">
            <source>Change %n limit(s)?</source>
            <translation>
                <numerusform>调整 %n 户额度？</numerusform>
            </translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers with a limit above 0 stand here every quarter.</source>
            <translation>额度大于零的客户每季度在此评审。</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Days late</source>
            <translation>逾期天数</translation>
        </message>
        <message>
            <source>Days to decide</source>
            <translation>审批天数</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>审批意见</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>需求法</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>定金</translation>
        </message>
        <message>
            <source>Deposit in percent</source>
            <translation>定金比例（%）</translation>
        </message>
        <message>
            <source>Disputes</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下调</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Draft kept</source>
            <translation>草稿已保存</translation>
        </message>
        <message>
            <source>Early warning open</source>
            <translation>预警未关闭</translation>
        </message>
        <message>
            <source>Eligible</source>
            <translation>可晋级</translation>
        </message>
        <message>
            <source>Eligible for the next stage</source>
            <translation>可进入下一阶段</translation>
        </message>
        <message>
            <source>Empty: as the last twelve months</source>
            <translation>留空：按近十二个月</translation>
        </message>
        <message>
            <source>Empty: our receivables are taken</source>
            <translation>留空：按应收总额计算</translation>
        </message>
        <message>
            <source>Empty: unchanged</source>
            <translation>留空：不变</translation>
        </message>
        <message>
            <source>Empty: until another limit is granted</source>
            <translation>留空：至下次授信为止</translation>
        </message>
        <message>
            <source>Fall back</source>
            <translation>应降级</translation>
        </message>
        <message>
            <source>For the whole group {name}</source>
            <translation>适用于整个集团：{name}</translation>
        </message>
        <message>
            <source>From</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>From 30 to 50</source>
            <translation>30 至 50</translation>
        </message>
        <message>
            <source>Grade fell</source>
            <translation>等级下降</translation>
        </message>
        <message>
            <source>Granted by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Group limit</source>
            <translation>集团额度</translation>
        </message>
        <message>
            <source>History of the limit</source>
            <translation>额度记录</translation>
        </message>
        <message>
            <source>Insured part</source>
            <translation>投保额度</translation>
        </message>
        <message>
            <source>Insurer's limit</source>
            <translation>保险公司额度</translation>
        </message>
        <message>
            <source>It holds no longer; what stood before it holds again. It stays in the history.</source>
            <translation>该额度不再有效，恢复此前的额度；记录仍留在历史中。</translation>
        </message>
        <message>
            <source>Keep as draft</source>
            <translation>存为草稿</translation>
        </message>
        <message>
            <source>Keep this limit</source>
            <translation>维持原额度</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Letter about the limit</source>
            <translation>额度通知函</translation>
        </message>
        <message>
            <source>Letter kept</source>
            <translation>函件已存档</translation>
        </message>
        <message>
            <source>Level {place} {level}: {name} decides</source>
            <translation>第 {place} 级（{level}）：由 {name} 审批</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Limit asked for</source>
            <translation>申请额度</translation>
        </message>
        <message>
            <source>Limit in force</source>
            <translation>有效额度</translation>
        </message>
        <message>
            <source>Limit little used</source>
            <translation>额度使用不足</translation>
        </message>
        <message>
            <source>Limit review</source>
            <translation>额度评审</translation>
        </message>
        <message>
            <source>Limit set; it holds from today</source>
            <translation>额度已设定，自今日起生效</translation>
        </message>
        <message>
            <source>Limit taken back</source>
            <translation>额度已撤销</translation>
        </message>
        <message>
            <source>Limit then</source>
            <translation>当时额度</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>额度</translation>
        </message>
        <message>
            <source>Limits and approvals</source>
            <translation>额度与审批</translation>
        </message>
        <message>
            <source>Lower the limit</source>
            <translation>下调额度</translation>
        </message>
        <message>
            <source>Lower the limit…</source>
            <translation>下调额度…</translation>
        </message>
        <message>
            <source>Median days to decide, {month}</source>
            <translation>审批天数中位数（{month}）</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <source>Methods side by side</source>
            <translation>额度测算（各方法并列）</translation>
        </message>
        <message>
            <source>Net 15</source>
            <translation>账期 15 天</translation>
        </message>
        <message>
            <source>Net 30</source>
            <translation>账期 30 天</translation>
        </message>
        <message>
            <source>Net 60</source>
            <translation>账期 60 天</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>New limit</source>
            <translation>新额度</translation>
        </message>
        <message>
            <source>Next end</source>
            <translation>最近到期</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>不设限额</translation>
        </message>
        <message>
            <source>No limits to review</source>
            <translation>没有需要评审的额度</translation>
        </message>
        <message>
            <source>Nobody decides two levels</source>
            <translation>同一人不审批两级</translation>
        </message>
        <message>
            <source>Nobody is in a stage</source>
            <translation>没有客户处于合作阶段</translation>
        </message>
        <message>
            <source>Nothing paid</source>
            <translation>本季无付款</translation>
        </message>
        <message>
            <source>Nothing to approve</source>
            <translation>没有待审批的申请</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>准时</translation>
        </message>
        <message>
            <source>One customer at most</source>
            <translation>单一客户上限</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未审结</translation>
        </message>
        <message>
            <source>Open dispute</source>
            <translation>有未决争议</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Our equity</source>
            <translation>我司净资产</translation>
        </message>
        <message>
            <source>Our own cap</source>
            <translation>自有上限</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>超期</translation>
        </message>
        <message>
            <source>Own risk</source>
            <translation>自担额度</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付</translation>
        </message>
        <message>
            <source>Paid on time for the next stage</source>
            <translation>晋级所需准时付款数</translation>
        </message>
        <message>
            <source>Partly late</source>
            <translation>部分逾期</translation>
        </message>
        <message>
            <source>Payment record</source>
            <translation>付款记录法</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>付款条件</translation>
        </message>
        <message>
            <source>Peak use</source>
            <translation>最高使用率</translation>
        </message>
        <message>
            <source>Policy kept; it holds from today</source>
            <translation>政策已保存，自今日起生效</translation>
        </message>
        <message>
            <source>Prepayment</source>
            <translation>款到发货</translation>
        </message>
        <message>
            <source>Promise or plan broken</source>
            <translation>失约</translation>
        </message>
        <message>
            <source>Prompt, limit well used</source>
            <translation>准时，额度用足</translation>
        </message>
        <message>
            <source>Proposed: the lowest</source>
            <translation>建议额度（取最低）</translation>
        </message>
        <message>
            <source>Purchases a month</source>
            <translation>月均采购</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Red event</source>
            <translation>重大风险事件</translation>
        </message>
        <message>
            <source>Registry</source>
            <translation>工商信息</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>否决</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已否决</translation>
        </message>
        <message>
            <source>Reputation</source>
            <translation>口碑</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>Returned to the applicant</source>
            <translation>已退回申请人</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>评审</translation>
        </message>
        <message>
            <source>Review after months</source>
            <translation>评审间隔（月）</translation>
        </message>
        <message>
            <source>Review booked</source>
            <translation>评审已入账</translation>
        </message>
        <message numerus="yes">
            <source>Review booked, %n letter(s) written</source>
            <translation>
                <numerusform>评审已入账，出具 %n 份通知函</numerusform>
            </translation>
        </message>
        <message>
            <source>Review due</source>
            <translation>下次评审</translation>
        </message>
        <message>
            <source>Reviews and stages</source>
            <translation>评审与阶段</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Send in</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>Sent to the first level</source>
            <translation>已提交第一级审批</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>设定</translation>
        </message>
        <message>
            <source>Set a stage on a new customer's page, tab Limits.</source>
            <translation>在新客户页的“额度”中设定首个阶段。</translation>
        </message>
        <message>
            <source>Set by hand</source>
            <translation>人工设定</translation>
        </message>
        <message>
            <source>Set the stage advised</source>
            <translation>按建议设定阶段</translation>
        </message>
        <message>
            <source>Set the stage…</source>
            <translation>设定合作阶段…</translation>
        </message>
        <message>
            <source>Show letters</source>
            <translation>查看函件</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>起始</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Stage of the relationship</source>
            <translation>合作阶段</translation>
        </message>
        <message>
            <source>Stage set; the payment terms follow</source>
            <translation>阶段已设定，付款条件随之更改</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>合作阶段</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take the application back</source>
            <translation>撤回申请</translation>
        </message>
        <message>
            <source>Take the limit back…</source>
            <translation>撤销这条额度…</translation>
        </message>
        <message>
            <source>Take this limit back?</source>
            <translation>撤销这条额度？</translation>
        </message>
        <message>
            <source>Tangible net worth</source>
            <translation>有形净资产法</translation>
        </message>
        <message>
            <source>Three levels from</source>
            <translation>三级审批起点</translation>
        </message>
        <message>
            <source>To fall back</source>
            <translation>应降级</translation>
        </message>
        <message>
            <source>Top-up</source>
            <translation>临时</translation>
        </message>
        <message>
            <source>Top-up for a time</source>
            <translation>临时额度</translation>
        </message>
        <message>
            <source>Top-ups running</source>
            <translation>生效中的临时额度</translation>
        </message>
        <message>
            <source>Two levels from</source>
            <translation>两级审批起点</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上调</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Very late</source>
            <translation>严重逾期</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审批</translation>
        </message>
        <message>
            <source>Where from</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Who decides on credit, and when limits are looked at again</source>
            <translation>谁审批授信，额度多久评审一次</translation>
        </message>
        <message>
            <source>Whoever applies does not decide</source>
            <translation>申请人不审批自己的申请</translation>
        </message>
        <message>
            <source>Working assets</source>
            <translation>营运资产法</translation>
        </message>
        <message>
            <source>Write letters</source>
            <translation>出具通知函</translation>
        </message>
        <message>
            <source>Writing letters</source>
            <translation>正在出具通知函</translation>
        </message>
        <message>
            <source>application not decided</source>
            <translation>申请未审结</translation>
        </message>
        <message>
            <source>application rejected</source>
            <translation>申请被否决</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>clean peak of 12 months</source>
            <translation>12 个月无逾期最高余额</translation>
        </message>
        <message>
            <source>early warning open</source>
            <translation>预警未关闭</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>已失效</translation>
        </message>
        <message>
            <source>enough paid on time</source>
            <translation>准时付款够数</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>factor</source>
            <translation>系数</translation>
        </message>
        <message>
            <source>few days late</source>
            <translation>平均逾期天数少</translation>
        </message>
        <message>
            <source>from prepayment to net 60, one step at a time</source>
            <translation>从款到发货到账期 60 天，逐步放宽</translation>
        </message>
        <message>
            <source>from the customer data</source>
            <translation>客户资料</translation>
        </message>
        <message>
            <source>grade</source>
            <translation>信用等级</translation>
        </message>
        <message>
            <source>grade factor</source>
            <translation>等级系数</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>授信批准</translation>
        </message>
        <message>
            <source>highest stage reached</source>
            <translation>已是最高阶段</translation>
        </message>
        <message>
            <source>last review {date}</source>
            <translation>上次评审 {date}</translation>
        </message>
        <message>
            <source>limit covered</source>
            <translation>保险批复额度</translation>
        </message>
        <message>
            <source>long overdue</source>
            <translation>长期逾期</translation>
        </message>
        <message>
            <source>missing: {names}</source>
            <translation>缺少：{names}</translation>
        </message>
        <message>
            <source>new: no credit, paid before delivery until approved</source>
            <translation>新客户：批准前无额度，款到发货</translation>
        </message>
        <message>
            <source>no credit before the last level has approved</source>
            <translation>末级批准之前没有额度</translation>
        </message>
        <message>
            <source>no open dispute</source>
            <translation>无未决争议</translation>
        </message>
        <message>
            <source>none set</source>
            <translation>未设定</translation>
        </message>
        <message>
            <source>nothing changes before the review is booked</source>
            <translation>入账之前不改变任何额度</translation>
        </message>
        <message>
            <source>open dispute</source>
            <translation>有未决争议</translation>
        </message>
        <message>
            <source>our equity</source>
            <translation>我司净资产</translation>
        </message>
        <message>
            <source>our receivables</source>
            <translation>我司应收总额</translation>
        </message>
        <message>
            <source>promise or plan broken</source>
            <translation>失约</translation>
        </message>
        <message>
            <source>purchases a month</source>
            <translation>月均采购</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>否决</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>share</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>tangible net worth</source>
            <translation>有形净资产</translation>
        </message>
        <message>
            <source>term</source>
            <translation>账期</translation>
        </message>
        <message>
            <source>too few paid on time</source>
            <translation>准时付款不够数</translation>
        </message>
        <message>
            <source>too late on average</source>
            <translation>平均逾期天数多</translation>
        </message>
        <message>
            <source>working-asset model</source>
            <translation>营运资产测算值</translation>
        </message>
        <message>
            <source>{name} books the review. The new limits hold from {date}; each changed customer gets a numbered letter where that is ticked. All or nothing.</source>
            <translation>由 {name} 入账。新额度自 {date} 起生效；勾选时，额度有变的客户各得一份编号通知函。全部成功或全部不做。</translation>
        </message>
        <message>
            <source>{stage} since {date}</source>
            <translation>{stage}，自 {date} 起</translation>
        </message>
        <message>
            <source>{start} to {end}</source>
            <translation>{start} 至 {end}</translation>
        </message>
    </context>
    <context>
        <name>Lists</name>
        <message>
            <source>As of {date}</source>
            <translation>截至 {date}</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Drop a condition or type something else.</source>
            <translation>去掉一个条件，或换个词再试。</translation>
        </message>
        <message>
            <source>Drop this condition</source>
            <translation>去掉此条件</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx);;CSV text (*.csv)</source>
            <translation>Excel 工作簿 (*.xlsx);;CSV 文本 (*.csv)</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation>导出列表</translation>
        </message>
        <message>
            <source>Exporting the list</source>
            <translation>正在导出</translation>
        </message>
        <message>
            <source>Filter this list</source>
            <translation>筛选本页</translation>
        </message>
        <message>
            <source>Filter total</source>
            <translation>筛选合计</translation>
        </message>
        <message>
            <source>Laying out pages</source>
            <translation>正在排版</translation>
        </message>
        <message>
            <source>Nothing matches the filter</source>
            <translation>没有符合条件的记录</translation>
        </message>
        <message>
            <source>Selected</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Selection total</source>
            <translation>选中合计</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>{count} rows copied</source>
            <translation>已复制 {count} 行</translation>
        </message>
        <message>
            <source>{count} rows written to {file}</source>
            <translation>已导出 {count} 行到 {file}</translation>
        </message>
    </context>
    <context>
        <name>Log</name>
        <message>
            <source>Call guide</source>
            <translation>通话提纲</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Collection log</source>
            <translation>催收记录</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>签收</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Dispute decided</source>
            <translation>争议处理</translation>
        </message>
        <message>
            <source>Drawing the call guide…</source>
            <translation>正在生成通话提纲…</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Instalment plan</source>
            <translation>分期还款</translation>
        </message>
        <message>
            <source>Instalment plan broken</source>
            <translation>分期还款违约</translation>
        </message>
        <message>
            <source>Instalment plans</source>
            <translation>分期还款</translation>
        </message>
        <message>
            <source>Limitation</source>
            <translation>时效</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Note a talk</source>
            <translation>登记沟通</translation>
        </message>
        <message>
            <source>Nothing open and undisputed</source>
            <translation>没有未清且无争议的款项</translation>
        </message>
        <message>
            <source>Nothing was said or sent yet.</source>
            <translation>尚无沟通或函件。</translation>
        </message>
        <message>
            <source>Part of the log</source>
            <translation>记录类别</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>约定</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print the call guide</source>
            <translation>打印通话提纲</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Promise not kept</source>
            <translation>承诺未兑现</translation>
        </message>
        <message>
            <source>Promise to pay</source>
            <translation>付款承诺</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>付款承诺</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Send {letter}: level {n}, {amount}</source>
            <translation>发{letter}（{n} 级）{amount}</translation>
        </message>
        <message>
            <source>Served at</source>
            <translation>送达地址</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>对账约定</translation>
        </message>
        <message>
            <source>Suggested</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Talks</source>
            <translation>沟通记录</translation>
        </message>
        <message>
            <source>Whole log</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>level {n}</source>
            <translation>{n} 级</translation>
        </message>
        <message>
            <source>next {date}</source>
            <translation>下次 {date}</translation>
        </message>
        <message>
            <source>not agreed in any contract of the file</source>
            <translation>档案中的合同未约定</translation>
        </message>
        <message>
            <source>nothing is overdue</source>
            <translation>没有逾期款</translation>
        </message>
        <message>
            <source>{amount} for {date}</source>
            <translation>{date} 付 {amount}</translation>
        </message>
        <message>
            <source>{amount} in {n} parts until {date}</source>
            <translation>{amount}，分 {n} 期，至 {date}</translation>
        </message>
        <message>
            <source>{amount} of {date} did not come</source>
            <translation>{date} 的 {amount} 未到账</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Bills</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Collections</source>
            <translation>催收</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>信用</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>收款核销</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>对账</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message numerus="yes">
            <source>%n draft(s) saved in {folder}</source>
            <translation>
                <numerusform>已在“{folder}”保存 %n 封邮件草稿</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) saved in {folder}</source>
            <translation>
                <numerusform>已在 {folder} 存放 %n 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) on the clipboard</source>
            <translation>
                <numerusform>已复制 %n 条内件品名</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them without an address</source>
            <translation>
                <numerusform>其中 %n 封没有邮箱地址</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n text(s) on the clipboard</source>
            <translation>
                <numerusform>已复制 %n 条短信文本</numerusform>
            </translation>
        </message>
        <message>
            <source>A PDF each</source>
            <translation>每份一个 PDF</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Copy the contents for the EMS slip</source>
            <translation>复制 EMS 内件品名</translation>
        </message>
        <message>
            <source>Copy the text for SMS or WeChat</source>
            <translation>复制短信、微信文本</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>函件期限</translation>
        </message>
        <message>
            <source>Declare the letter void…</source>
            <translation>函件作废…</translation>
        </message>
        <message>
            <source>Declare void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Declare {number} void?</source>
            <translation>将 {number} 作废？</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>寄送</translation>
        </message>
        <message>
            <source>E-mail drafts into a folder…</source>
            <translation>生成邮件草稿到文件夹…</translation>
        </message>
        <message>
            <source>Fetching the page…</source>
            <translation>正在取出页面…</translation>
        </message>
        <message>
            <source>Filter by customer or number</source>
            <translation>按客户或编号筛选</translation>
        </message>
        <message>
            <source>Folder for the e-mail drafts</source>
            <translation>邮件草稿存放的文件夹</translation>
        </message>
        <message>
            <source>Folder for the files</source>
            <translation>选择存放文件夹</translation>
        </message>
        <message>
            <source>Issued papers</source>
            <translation>已开具</translation>
        </message>
        <message>
            <source>It keeps its number and stays in the register.</source>
            <translation>编号保留，函件仍在登记簿中。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Kinds of papers</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Mark as a copy</source>
            <translation>标注副本</translation>
        </message>
        <message>
            <source>No mail program took the draft; it lies in {path}</source>
            <translation>没有可用的邮件程序；草稿在 {path}</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>One PDF</source>
            <translation>合为一个 PDF</translation>
        </message>
        <message>
            <source>Only a statement comes back signed</source>
            <translation>只有对账单有签章回执</translation>
        </message>
        <message>
            <source>Open in the mail program</source>
            <translation>用邮件程序打开</translation>
        </message>
        <message>
            <source>Other letters</source>
            <translation>其他函件</translation>
        </message>
        <message>
            <source>PDF pages (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>Preparing pages</source>
            <translation>正在准备页面</translation>
        </message>
        <message>
            <source>Preparing to send</source>
            <translation>正在准备发送</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print cover sheets</source>
            <translation>打印寄件封面</translation>
        </message>
        <message>
            <source>Print in the order of postcodes</source>
            <translation>按邮编顺序打印</translation>
        </message>
        <message>
            <source>Record the sending…</source>
            <translation>登记寄送…</translation>
        </message>
        <message>
            <source>Record the signed reply…</source>
            <translation>登记签章回执…</translation>
        </message>
        <message>
            <source>Save as one PDF</source>
            <translation>存为一个 PDF</translation>
        </message>
        <message>
            <source>Save the deadlines</source>
            <translation>保存期限</translation>
        </message>
        <message>
            <source>Save the deadlines as a calendar…</source>
            <translation>期限存为日历文件…</translation>
        </message>
        <message>
            <source>Saved as {name}</source>
            <translation>已存为 {name}</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已寄出</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>已签章</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>The draft is with the mail program</source>
            <translation>草稿已交给邮件程序</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>papers</source>
            <translation>份</translation>
        </message>
        <message>
            <source>{kind} {date}</source>
            <translation>{kind} {date}</translation>
        </message>
        <message>
            <source>{number} is void</source>
            <translation>{number} 已作废</translation>
        </message>
    </context>
    <context>
        <name>Plans</name>
        <message>
            <source>A plan spreads what is overdue over agreed days. While it is kept its invoices are not chased; their age goes on.</source>
            <translation>把逾期款分摊到约定的日期。按期履行时不催收，账龄照常计算。</translation>
        </message>
        <message>
            <source>A signed plan acknowledges the debt: the limitation of its invoices starts anew today. Keep the signed copy with the customer's attachments.</source>
            <translation>签署的还款计划即认可债务：所涉发票的诉讼时效自今日重新起算。请把签署件存入客户附件。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Agreed on</source>
            <translation>签订日</translation>
        </message>
        <message>
            <source>Agreement…</source>
            <translation>还款协议…</translation>
        </message>
        <message>
            <source>Consent needed</source>
            <translation>需征得同意</translation>
        </message>
        <message>
            <source>Days of grace</source>
            <translation>宽限天数</translation>
        </message>
        <message>
            <source>Due now</source>
            <translation>当前应付</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Equal payments</source>
            <translation>等额本息</translation>
        </message>
        <message>
            <source>Equal principal</source>
            <translation>等额本金</translation>
        </message>
        <message>
            <source>First due on</source>
            <translation>首期到期日</translation>
        </message>
        <message>
            <source>Guarantor</source>
            <translation>保证人</translation>
        </message>
        <message>
            <source>Guarantor in writing</source>
            <translation>保证人（书面）</translation>
        </message>
        <message>
            <source>In default</source>
            <translation>已违约</translation>
        </message>
        <message>
            <source>Included</source>
            <translation>计入</translation>
        </message>
        <message>
            <source>Instalment plans</source>
            <translation>分期还款计划</translation>
        </message>
        <message>
            <source>Insurer</source>
            <translation>保险人</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Interest, % a year</source>
            <translation>年利率 %</translation>
        </message>
        <message>
            <source>Invoices it covers</source>
            <translation>涵盖的发票</translation>
        </message>
        <message>
            <source>Keep the plan</source>
            <translation>保存计划</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>正常履行</translation>
        </message>
        <message>
            <source>Late, in grace</source>
            <translation>逾期宽限中</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Mark as signed</source>
            <translation>标为已签</translation>
        </message>
        <message>
            <source>Marked as signed; the limitation starts anew</source>
            <translation>已标为签署，诉讼时效重新起算</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>还款方式</translation>
        </message>
        <message>
            <source>New instalment plan</source>
            <translation>新建分期还款计划</translation>
        </message>
        <message>
            <source>New version</source>
            <translation>变更计划</translation>
        </message>
        <message>
            <source>New version of the plan</source>
            <translation>变更分期还款计划</translation>
        </message>
        <message>
            <source>Next on</source>
            <translation>下期日期</translation>
        </message>
        <message>
            <source>No instalment plan</source>
            <translation>没有分期还款计划</translation>
        </message>
        <message>
            <source>Number of instalments</source>
            <translation>期数</translation>
        </message>
        <message>
            <source>On default</source>
            <translation>违约时</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已还</translation>
        </message>
        <message>
            <source>Paid off</source>
            <translation>已还清</translation>
        </message>
        <message>
            <source>Penalty for the time before</source>
            <translation>此前的违约金</translation>
        </message>
        <message>
            <source>Plan kept; its invoices are not chased while it is</source>
            <translation>计划已保存，履行期间所涉发票不催收</translation>
        </message>
        <message>
            <source>Plan taken back; its invoices are chased again</source>
            <translation>计划已撤回，所涉发票恢复催收</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>保留主张</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>还款计划表</translation>
        </message>
        <message>
            <source>Signed…</source>
            <translation>已签…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>The first day must not be before the agreement</source>
            <translation>首期到期日不能早于签订日</translation>
        </message>
        <message>
            <source>Tick the invoices that the plan covers</source>
            <translation>请勾选计划涵盖的发票</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总额</translation>
        </message>
        <message>
            <source>Type a number from 1 to 120</source>
            <translation>请填 1 到 120 的整数</translation>
        </message>
        <message>
            <source>Type a number of days</source>
            <translation>请填天数</translation>
        </message>
        <message>
            <source>Type a rate such as 4.5</source>
            <translation>请填利率，如 4.5</translation>
        </message>
        <message>
            <source>Waived if the plan is kept</source>
            <translation>按期履行则减免</translation>
        </message>
        <message>
            <source>Who signed the agreement?</source>
            <translation>协议由谁签署？</translation>
        </message>
        <message>
            <source>a fifth overdue</source>
            <translation>逾期已达五分之一</translation>
        </message>
        <message>
            <source>all that is left falls due at once</source>
            <translation>全部未付款立即到期</translation>
        </message>
        <message>
            <source>has consented</source>
            <translation>已同意</translation>
        </message>
        <message>
            <source>signed by {name}</source>
            <translation>{name} 已签</translation>
        </message>
        <message>
            <source>the guarantor's consent is missing</source>
            <translation>尚缺保证人同意</translation>
        </message>
        <message>
            <source>the insurer's consent is missing</source>
            <translation>尚缺保险人同意</translation>
        </message>
        <message>
            <source>{name} guarantees the debt: another term binds the guarantor with written consent only (Civil Code 695)</source>
            <translation>{name}为该债务担保：变更履行期限须经其书面同意，否则保证期间不受影响（民法典 695 条）</translation>
        </message>
        <message>
            <source>{number}: beyond {date}, the longest extension of policy {policy}</source>
            <translation>{number}：超过保单 {policy} 的最长延长期 {date}</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n 处差异</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;What the period brought, for the review of the credit policy. “The policy stands” ends the review; “Change the policy” ends it too and opens the draft of a new version, which somebody else approves. The next review is due after the next period.&lt;/p&gt;</source>
            <translation>&lt;p&gt;供信用政策评审用的本期数据。“维持现行制度”完成评审；“修订制度”同样完成评审，并打开新版本草案，由另一人批准。下一期结束后再次评审。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Add a line</source>
            <translation>增加一行</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Approved: a new version of the credit policy</source>
            <translation>已批准，信用政策新版本已建立</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Change the policy…</source>
            <translation>修订制度…</translation>
        </message>
        <message>
            <source>Credit policy</source>
            <translation>信用政策</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草案</translation>
        </message>
        <message>
            <source>Draft of {who} for {on}: {reason}. Somebody else at the desk approves it.</source>
            <translation>{who} 起草，拟自 {on} 起执行：{reason}。须由另一操作员批准。</translation>
        </message>
        <message>
            <source>Draft taken back</source>
            <translation>草案已撤回</translation>
        </message>
        <message>
            <source>Drafted by</source>
            <translation>起草人</translation>
        </message>
        <message>
            <source>Edit the draft</source>
            <translation>编辑草案</translation>
        </message>
        <message>
            <source>Figures, outcomes and losses of the period that is over</source>
            <translation>上一期的指标、催收成效与损失</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>执行日期</translation>
        </message>
        <message>
            <source>Issue and print</source>
            <translation>编号发布并打印</translation>
        </message>
        <message>
            <source>Making the review…</source>
            <translation>正在生成评审报告…</translation>
        </message>
        <message>
            <source>New draft</source>
            <translation>起草新版本</translation>
        </message>
        <message>
            <source>Parameter</source>
            <translation>参数</translation>
        </message>
        <message>
            <source>Policy review</source>
            <translation>政策评审</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>修订理由</translation>
        </message>
        <message>
            <source>Remove the last</source>
            <translation>删除末行</translation>
        </message>
        <message>
            <source>Review of the credit policy recorded</source>
            <translation>已登记信用政策评审</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>存为 PDF…</translation>
        </message>
        <message>
            <source>Save the draft</source>
            <translation>保存草案</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>部分</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>各部分</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>The policy stands</source>
            <translation>维持现行制度</translation>
        </message>
        <message>
            <source>These two say the same</source>
            <translation>两个版本没有差异</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>What is marked red is no value. Nothing was saved.</source>
            <translation>标红处填写有误，没有保存。请改正后再保存。</translation>
        </message>
        <message>
            <source>What the review found</source>
            <translation>评审意见</translation>
        </message>
        <message>
            <source>What was decided earlier keeps the version it was made under</source>
            <translation>此前的评级、授信与审批仍以当时版本为准</translation>
        </message>
        <message>
            <source>compared with</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>{start} to {end}: reviewed</source>
            <translation>{start} 至 {end}：已评审</translation>
        </message>
        <message>
            <source>{start} to {end}: to be reviewed</source>
            <translation>{start} 至 {end}：待评审</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>PDF pages (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>Page preview</source>
            <translation>页面预览</translation>
        </message>
        <message>
            <source>Page width</source>
            <translation>页宽</translation>
        </message>
        <message>
            <source>Page {page} of {count}</source>
            <translation>第 {page} / {count} 页</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Saved as {name}</source>
            <translation>已存为 {name}</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>正在保存</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Printing</source>
            <translation>正在打印</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已送往打印机</translation>
        </message>
    </context>
    <context>
        <name>ReceiptActs</name>
        <message>
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <source>Allocate all, oldest first…</source>
            <translation>按到期先后全部核销…</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>改金额</translation>
        </message>
        <message>
            <source>Another customer…</source>
            <translation>换客户…</translation>
        </message>
        <message>
            <source>Book what is shown</source>
            <translation>按所示记账</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>待查</translation>
        </message>
        <message>
            <source>Discount, rest</source>
            <translation>折扣、手续费、尾差</translation>
        </message>
        <message>
            <source>First proposal</source>
            <translation>第一条建议</translation>
        </message>
        <message>
            <source>Fourth proposal</source>
            <translation>第四条建议</translation>
        </message>
        <message>
            <source>Keep the rest as advance</source>
            <translation>余款转预收</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一笔</translation>
        </message>
        <message>
            <source>Non-trade</source>
            <translation>不是货款</translation>
        </message>
        <message>
            <source>Original row</source>
            <translation>原始行</translation>
        </message>
        <message>
            <source>Payment returned…</source>
            <translation>退票、退汇…</translation>
        </message>
        <message>
            <source>Preview what will be booked</source>
            <translation>预览将记账内容</translation>
        </message>
        <message>
            <source>Receipt note</source>
            <translation>收据</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>流水与批次</translation>
        </message>
        <message>
            <source>Refund…</source>
            <translation>退款…</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>核销规则</translation>
        </message>
        <message>
            <source>Second proposal</source>
            <translation>第二条建议</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>拆分</translation>
        </message>
        <message>
            <source>Third proposal</source>
            <translation>第三条建议</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Void…</source>
            <translation>作废…</translation>
        </message>
    </context>
    <context>
        <name>Receipts</name>
        <message numerus="yes">
            <source>%n allocation(s) booked</source>
            <translation>
                <numerusform>已记账 %n 笔核销</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n 天前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n doc.</source>
            <translation>
                <numerusform>%n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) paid with {amount}</source>
            <translation>
                <numerusform>已用 {amount} 核销 %n 张单据</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) paid, {amount} allocated</source>
            <translation>
                <numerusform>已核销 %n 张单据，共 {amount}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) taken in</source>
            <translation>
                <numerusform>已导入 %n 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already</source>
            <translation>
                <numerusform>已有 %n 笔</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n 笔</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) booked, {amount}</source>
            <translation>
                <numerusform>已核销 %n 笔，共 {amount}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) marked as non-trade</source>
            <translation>
                <numerusform>%n 笔已标为非货款</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) to be checked</source>
            <translation>
                <numerusform>%n 笔已列为待查</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) to be matched again</source>
            <translation>
                <numerusform>%n 笔已恢复为待处理</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>新增 %n 笔</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new bank line(s)</source>
            <translation>
                <numerusform>新增流水 %n 笔</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) stand in the text</source>
            <translation>
                <numerusform>附言写明 %n 个单据号</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open document(s)</source>
            <translation>
                <numerusform>未清 %n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other choice(s) as good</source>
            <translation>
                <numerusform>另有 %n 种同样可能</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposal(s)</source>
            <translation>
                <numerusform>建议 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) kept as advance</source>
            <translation>
                <numerusform>%n 笔已转预收</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n refused</source>
            <translation>
                <numerusform>拒绝 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>&lt;p&gt;Import your bank's statements (Ctrl+I); each line that came in gets proposals with their reasons, and what was found in its text is marked. 1, 2, 3 choose one, Enter accepts, Space goes on to the next line. Tick or untick a document, or press A and type an amount: it caps that document, and what is left goes on to the next.&lt;/p&gt;&lt;p&gt;C names the customer where none was found, S adds documents of another one, H keeps what is left as an advance, D takes a discount, gives up a small rest or books a bank charge. N marks what is not from a customer, M puts a line aside with a note, W shows the row as the bank sent it.&lt;/p&gt;&lt;p&gt;P previews what Ctrl+Enter books at once. U says what it takes back, and U again does it; nothing is ever deleted.&lt;/p&gt;</source>
            <translation>&lt;p&gt;按 Ctrl+I 导入银行流水；每笔到账都会给出带理由的核销建议，并标出附言中的依据。1、2、3 选择建议，Enter 接受，空格到下一笔。可勾选或取消单据；按 A 输入金额，则该单据以此为限，余款顺延到下一张。&lt;/p&gt;&lt;p&gt;没有识别出客户时按 C 指定，S 加入另一客户的单据，H 余款转预收，D 取现金折扣、核销尾差或计入手续费。N 标为非货款，M 列为待查并写备注，W 显示银行原始行。&lt;/p&gt;&lt;p&gt;P 预览 Ctrl+Enter 将一次记账的内容。U 先说明将撤销什么，再按一次 U 才执行；任何记录都不会被删除。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>A reversing document of the same number is posted; nothing is deleted. Allocations must be undone first.</source>
            <translation>将以同号冲销单据作废，不删除任何记录。须先撤销其核销。</translation>
        </message>
        <message>
            <source>A statement does not add up: its lines do not come to the balances and totals that it names. It was taken in all the same; look for lines that are missing or altered.</source>
            <translation>有对账单不平：各笔流水与其所列余额或合计不符。流水已照常导入，请查找缺失或被改动的流水。</translation>
        </message>
        <message numerus="yes">
            <source>Accept %n line(s)</source>
            <translation>
                <numerusform>接受 %n 笔</numerusform>
            </translation>
        </message>
        <message>
            <source>Accept many</source>
            <translation>批量接受</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Add its documents</source>
            <translation>加入其单据</translation>
        </message>
        <message>
            <source>Advance</source>
            <translation>预收</translation>
        </message>
        <message>
            <source>Advances</source>
            <translation>预收</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <source>All of it is allocated. Undo an allocation to change it.</source>
            <translation>已全部核销。如需更改，请先撤销核销。</translation>
        </message>
        <message>
            <source>Allocate everything, oldest first</source>
            <translation>按到期先后全部核销</translation>
        </message>
        <message>
            <source>Allocate to</source>
            <translation>核销到</translation>
        </message>
        <message>
            <source>Allocated</source>
            <translation>已核销</translation>
        </message>
        <message numerus="yes">
            <source>Allocated before: %n</source>
            <translation>
                <numerusform>已有核销 %n 笔</numerusform>
            </translation>
        </message>
        <message>
            <source>Allocating</source>
            <translation>本次核销</translation>
        </message>
        <message>
            <source>Allocation to {number} undone, {amount} is free again</source>
            <translation>已取消对 {number} 的核销，{amount} 重新待核销</translation>
        </message>
        <message>
            <source>Allocations of this receipt</source>
            <translation>本笔收款的核销记录</translation>
        </message>
        <message>
            <source>Allocations of {number} undone, {amount} is free again</source>
            <translation>已撤销 {number} 的核销，{amount} 重新待核销</translation>
        </message>
        <message>
            <source>Also unallocated: {number} {amount}</source>
            <translation>另有未核销 {number} {amount}</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount received</source>
            <translation>收款金额</translation>
        </message>
        <message>
            <source>Another customer</source>
            <translation>换客户</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Bank charge</source>
            <translation>手续费</translation>
        </message>
        <message>
            <source>Bank charges</source>
            <translation>手续费</translation>
        </message>
        <message>
            <source>Bank reference</source>
            <translation>银行流水号</translation>
        </message>
        <message>
            <source>Bank statements</source>
            <translation>银行对账单</translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation>银行转账</translation>
        </message>
        <message>
            <source>Batches</source>
            <translation>批次记录</translation>
        </message>
        <message numerus="yes">
            <source>Book %n allocation(s)</source>
            <translation>
                <numerusform>记账 %n 笔核销</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Booked today: %n</source>
            <translation>
                <numerusform>今天已核销 %n 笔</numerusform>
            </translation>
        </message>
        <message>
            <source>Booking lines</source>
            <translation>正在核销记账</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>By law: costs, interest, then principal, oldest first</source>
            <translation>按法定顺序：费用、利息、本金，先到期先付</translation>
        </message>
        <message>
            <source>CCY</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Card or mobile payment</source>
            <translation>刷卡或移动支付</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Cheque</source>
            <translation>支票</translation>
        </message>
        <message>
            <source>Choose a customer from the list</source>
            <translation>请从列表中选择客户</translation>
        </message>
        <message>
            <source>Choose a line at the left, import bank statements with Ctrl+I, or enter a receipt with Ctrl+N.</source>
            <translation>请在左侧选择一笔，按 Ctrl+I 导入银行流水，或按 Ctrl+N 登记收款。</translation>
        </message>
        <message>
            <source>Choose bank statements to import</source>
            <translation>选择要导入的银行流水</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>期末余额</translation>
        </message>
        <message>
            <source>Code or name</source>
            <translation>客户编号或名称</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Conf.</source>
            <translation>置信度</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同号</translation>
        </message>
        <message>
            <source>Contradiction</source>
            <translation>不符</translation>
        </message>
        <message>
            <source>Costs of recovery</source>
            <translation>实现债权的费用</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Currency {code}</source>
            <translation>币种 {code}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer and amount first: then stands here what is paid.</source>
            <translation>请先选客户、填金额，这里随即列出所核销的单据。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Date received</source>
            <translation>收款日期</translation>
        </message>
        <message>
            <source>Dated</source>
            <translation>核销日期</translation>
        </message>
        <message>
            <source>Days late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>尾差</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Discount, rest</source>
            <translation>折扣、尾差</translation>
        </message>
        <message>
            <source>Do not add up</source>
            <translation>不平</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据号</translation>
        </message>
        <message>
            <source>Documents paid</source>
            <translation>核销单据</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Drawing the page</source>
            <translation>正在排版</translation>
        </message>
        <message>
            <source>Drawing the page…</source>
            <translation>正在排版…</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Each batch stands here with who booked it, and its undo.</source>
            <translation>每一批次列明经办人，并可整批撤销。</translation>
        </message>
        <message>
            <source>Each line with the documents it pays, dated by its own day. Exactly this is booked, in one act that can be undone as a whole or line by line.</source>
            <translation>逐笔列出所核销的单据，按各笔到账日记账。确认后所记即所示，作为一个批次，可整批或逐笔撤销。</translation>
        </message>
        <message>
            <source>Each receipt pays its customer's documents in the order of their due dates, dated from the day both exist. This is exactly what will be booked.</source>
            <translation>每笔收款按到期先后核销该客户的未清单据，核销日期为两者都已存在之日。以下即将要记账的内容，一笔不多、一笔不少。</translation>
        </message>
        <message>
            <source>Each stands here with its balances: whether it adds up, and whether it follows on the one before.</source>
            <translation>每份对账单列明余额：是否平衡，是否与上一份衔接。</translation>
        </message>
        <message>
            <source>Early discount</source>
            <translation>现金折扣</translation>
        </message>
        <message>
            <source>Electronic acceptance bill</source>
            <translation>电子承兑</translation>
        </message>
        <message>
            <source>Enter a receipt</source>
            <translation>手工收款</translation>
        </message>
        <message>
            <source>Every allocation of it is undone, with discounts, charges, differences and exchange entries; receipts of bank lines are voided and the lines are to be matched again.</source>
            <translation>该批次的核销连同折扣、手续费、尾差和汇兑差额一并撤销；由流水生成的收款作废，流水回到待处理。</translation>
        </message>
        <message>
            <source>Everything is matched</source>
            <translation>全部已核销</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>附言依据</translation>
        </message>
        <message>
            <source>Exchange diff.</source>
            <translation>汇兑差额</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Files like {file} are read by themselves from now on</source>
            <translation>此后与 {file} 同样的文件会自动识别</translation>
        </message>
        <message>
            <source>Files taken in</source>
            <translation>已导入的文件</translation>
        </message>
        <message>
            <source>First rows of the table</source>
            <translation>表格的前几行</translation>
        </message>
        <message>
            <source>For this time; the matching rules keep what it begins with</source>
            <translation>仅对本次有效；默认值在核销规则中设定</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>不衔接</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>Here stands the money that came in, and what it paid. Import statements of your bank (several files at once, or drop them here), or enter a receipt.</source>
            <translation>这里列出收到的款项及其核销。请导入银行流水（可一次选多个文件，或拖到此处），或手工登记收款。</translation>
        </message>
        <message>
            <source>How in and out are told apart</source>
            <translation>收支如何区分</translation>
        </message>
        <message>
            <source>Import statements</source>
            <translation>导入流水</translation>
        </message>
        <message>
            <source>Import the next bank statement, or look at what was done.</source>
            <translation>请导入下一份银行流水，或查看已核销的款项。</translation>
        </message>
        <message>
            <source>Importing {file}</source>
            <translation>正在导入 {file}</translation>
        </message>
        <message>
            <source>In</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>In and out in two columns</source>
            <translation>收入、支出两列</translation>
        </message>
        <message>
            <source>Interest claimed</source>
            <translation>主张的利息</translation>
        </message>
        <message>
            <source>Issue and print</source>
            <translation>开具并打印</translation>
        </message>
        <message>
            <source>Issue and save as PDF</source>
            <translation>开具并存为 PDF</translation>
        </message>
        <message>
            <source>Kept as advance</source>
            <translation>转预收</translation>
        </message>
        <message>
            <source>Known already</source>
            <translation>已有</translation>
        </message>
        <message>
            <source>Learned</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>不了</translation>
        </message>
        <message>
            <source>Leave the rest to match</source>
            <translation>余款留待核销</translation>
        </message>
        <message>
            <source>Left over</source>
            <translation>余款</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>笔数</translation>
        </message>
        <message>
            <source>Lines known already were left as they are. Nothing is booked to customers yet.</source>
            <translation>已有的流水保持不变。尚未对客户记账。</translation>
        </message>
        <message>
            <source>Looking for matches</source>
            <translation>正在查找匹配</translation>
        </message>
        <message>
            <source>Looking for what this pays…</source>
            <translation>正在查找对应单据…</translation>
        </message>
        <message>
            <source>Lowest confidence</source>
            <translation>最低置信度</translation>
        </message>
        <message>
            <source>Marked as non-trade. N takes the mark off again.</source>
            <translation>已标为非货款。按 N 恢复为待处理。</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>已核销</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>结算方式</translation>
        </message>
        <message>
            <source>Money that went out: there is nothing to allocate.</source>
            <translation>付出的款项，无需核销。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>户名</translation>
        </message>
        <message>
            <source>Name the columns of {file}</source>
            <translation>指定 {file} 的各列</translation>
        </message>
        <message>
            <source>Name the columns…</source>
            <translation>指定列…</translation>
        </message>
        <message>
            <source>Name the customer</source>
            <translation>指定客户</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>New receipt</source>
            <translation>登记收款</translation>
        </message>
        <message>
            <source>No bank data yet</source>
            <translation>还没有银行流水</translation>
        </message>
        <message>
            <source>No bank statement was taken in yet</source>
            <translation>还没有导入对账单</translation>
        </message>
        <message>
            <source>No customer has both unallocated money and open documents.</source>
            <translation>没有客户同时有未核销收款和未清单据。</translation>
        </message>
        <message>
            <source>No funds, account closed, recalled…</source>
            <translation>余额不足、账户注销、对方撤回……</translation>
        </message>
        <message>
            <source>No line has evidence enough for this confidence. Go through them one by one.</source>
            <translation>没有达到此置信度的流水，请逐笔处理。</translation>
        </message>
        <message>
            <source>Non-trade</source>
            <translation>非货款</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无建议</translation>
        </message>
        <message>
            <source>Not read</source>
            <translation>未读入</translation>
        </message>
        <message>
            <source>Note of the payment</source>
            <translation>附言</translation>
        </message>
        <message>
            <source>Note: {text}</source>
            <translation>备注：{text}</translation>
        </message>
        <message>
            <source>Nothing can be allocated</source>
            <translation>没有可核销的款项</translation>
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation>未选中款项</translation>
        </message>
        <message>
            <source>Nothing says who paid this. Name the customer; the next payment from this account finds it by itself.</source>
            <translation>无法判断付款客户。请指定客户，以后同一账号的付款会自动识别。</translation>
        </message>
        <message>
            <source>Nothing to accept without looking at it</source>
            <translation>没有可直接接受的款项</translation>
        </message>
        <message>
            <source>Nothing was booked here yet</source>
            <translation>还没有核销批次</translation>
        </message>
        <message>
            <source>One column and a word for in or out</source>
            <translation>一列金额，另有收支标志</translation>
        </message>
        <message>
            <source>One column, out with a minus</source>
            <translation>一列金额，支出为负</translation>
        </message>
        <message>
            <source>Online banking</source>
            <translation>网银支付</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>Open afterwards</source>
            <translation>核销后未收</translation>
        </message>
        <message>
            <source>Open documents</source>
            <translation>未清单据</translation>
        </message>
        <message numerus="yes">
            <source>Open the receipt that went back and press B there: %n fit this line.</source>
            <translation>
                <numerusform>请打开被退回的收款单，在那里按 B：与此流水相符的有 %n 笔。</numerusform>
            </translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>期初余额</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Order of payment</source>
            <translation>抵充顺序</translation>
        </message>
        <message>
            <source>Original row</source>
            <translation>原始行</translation>
        </message>
        <message>
            <source>Other name</source>
            <translation>别名</translation>
        </message>
        <message>
            <source>Our account</source>
            <translation>本方账号</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>付款方</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>部分</translation>
        </message>
        <message>
            <source>Part allocated</source>
            <translation>部分核销</translation>
        </message>
        <message>
            <source>Part of it is for another customer:</source>
            <translation>其中一部分属于另一客户：</translation>
        </message>
        <message>
            <source>Pay {amount} of {number} back to the customer:</source>
            <translation>将 {number} 的 {amount} 退还客户：</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>付款方</translation>
        </message>
        <message>
            <source>Payer unknown</source>
            <translation>付款方不明</translation>
        </message>
        <message>
            <source>Payment returned</source>
            <translation>付款被退回</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>列为待查</translation>
        </message>
        <message>
            <source>Read it and remember</source>
            <translation>读入并记住</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Receipt note {number} issued</source>
            <translation>已开具收据 {number}</translation>
        </message>
        <message>
            <source>Receipt number</source>
            <translation>收款单号</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>收款核销</translation>
        </message>
        <message>
            <source>Receipts used</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>到账</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Remaining</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Rest as advance</source>
            <translation>余款转预收</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows refused</source>
            <translation>拒绝的行</translation>
        </message>
        <message numerus="yes">
            <source>Rows refused: %n</source>
            <translation>
                <numerusform>拒绝的行：%n</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>常用筛选</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Similar name</source>
            <translation>近似户名</translation>
        </message>
        <message>
            <source>Small differences</source>
            <translation>尾差</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Statements or batches</source>
            <translation>对账单或批次</translation>
        </message>
        <message>
            <source>Still to be named: {fields}</source>
            <translation>还需指定：{fields}</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Take back this batch?</source>
            <translation>撤销这一批次？</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>撤销批次</translation>
        </message>
        <message>
            <source>Take this one</source>
            <translation>就是它</translation>
        </message>
        <message>
            <source>Taken back; everything is open as before</source>
            <translation>已撤销，恢复到之前的未清状态</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>导入时间</translation>
        </message>
        <message numerus="yes">
            <source>Takes back what was booked last: %n line(s), {sum}</source>
            <translation>
                <numerusform>将撤销最近一次核销：%n 笔，{sum}</numerusform>
            </translation>
        </message>
        <message>
            <source>Text</source>
            <translation>附言</translation>
        </message>
        <message>
            <source>The amount must be above zero</source>
            <translation>金额必须大于零</translation>
        </message>
        <message>
            <source>The customer owes nothing in this currency. The money stays on account until there is an invoice.</source>
            <translation>该客户在此币种下没有未清单据。款项挂预收，待有发票后再核销。</translation>
        </message>
        <message>
            <source>The small rest of {number} was written off</source>
            <translation>{number} 的尾差已核销</translation>
        </message>
        <message>
            <source>This account has paid for {names}</source>
            <translation>该账号曾为 {names} 付款</translation>
        </message>
        <message numerus="yes">
            <source>This account paid %n time(s), for this customer</source>
            <translation>
                <numerusform>该账号曾付款 %n 次，均为此客户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This account paid %n time(s), for {name}</source>
            <translation>
                <numerusform>该账号曾付款 %n 次，均为 {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>This document was voided.</source>
            <translation>该单据已作废。</translation>
        </message>
        <message>
            <source>This name has paid for {names}</source>
            <translation>该户名曾为 {names} 付款</translation>
        </message>
        <message numerus="yes">
            <source>This name paid %n time(s), for this customer</source>
            <translation>
                <numerusform>该户名曾付款 %n 次，均为此客户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This name paid %n time(s), for {name}</source>
            <translation>
                <numerusform>该户名曾付款 %n 次，均为 {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To allocate</source>
            <translation>待核销</translation>
        </message>
        <message>
            <source>To be checked:</source>
            <translation>列为待查：</translation>
        </message>
        <message>
            <source>To be paid</source>
            <translation>核销金额</translation>
        </message>
        <message>
            <source>To check</source>
            <translation>待查</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待处理</translation>
        </message>
        <message>
            <source>Type a rate such as 7.1052</source>
            <translation>请输入汇率，如 7.1052</translation>
        </message>
        <message>
            <source>Unallocated</source>
            <translation>未核销</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message numerus="yes">
            <source>Undoes %n allocation(s) of {amount}</source>
            <translation>
                <numerusform>将撤销 %n 笔核销，共 {amount}</numerusform>
            </translation>
        </message>
        <message>
            <source>Undoes the allocation of {amount} to {number}</source>
            <translation>将撤销对 {number} 的核销 {amount}</translation>
        </message>
        <message>
            <source>Undone allocations</source>
            <translation>已撤销的核销</translation>
        </message>
        <message>
            <source>Undone; everything is open as before</source>
            <translation>已撤销，恢复到之前的未清状态</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Void {number}?</source>
            <translation>作废 {number}？</translation>
        </message>
        <message>
            <source>What is to be found out</source>
            <translation>要查明什么</translation>
        </message>
        <message>
            <source>What will be booked</source>
            <translation>将记账内容</translation>
        </message>
        <message>
            <source>Which customer paid this?</source>
            <translation>这笔款是哪个客户付的？</translation>
        </message>
        <message>
            <source>adds up</source>
            <translation>平衡</translation>
        </message>
        <message>
            <source>all of it stays on account</source>
            <translation>全额挂账，待对方说明</translation>
        </message>
        <message>
            <source>bank charge {amount}</source>
            <translation>手续费 {amount}</translation>
        </message>
        <message>
            <source>bank charge {amount}?</source>
            <translation>手续费 {amount}？</translation>
        </message>
        <message>
            <source>batches</source>
            <translation>个批次</translation>
        </message>
        <message>
            <source>cancelled, nothing of it was taken in</source>
            <translation>已取消，未导入任何内容</translation>
        </message>
        <message>
            <source>comes by itself</source>
            <translation>自动编号</translation>
        </message>
        <message>
            <source>confidence at least</source>
            <translation>置信度不低于</translation>
        </message>
        <message>
            <source>difference {amount}</source>
            <translation>尾差 {amount}</translation>
        </message>
        <message>
            <source>discount {amount}</source>
            <translation>现金折扣 {amount}</translation>
        </message>
        <message>
            <source>discount {amount}?</source>
            <translation>可折扣 {amount}？</translation>
        </message>
        <message>
            <source>figures differ</source>
            <translation>数字不符</translation>
        </message>
        <message>
            <source>follows on</source>
            <translation>衔接</translation>
        </message>
        <message>
            <source>gap before it</source>
            <translation>与上期不衔接</translation>
        </message>
        <message>
            <source>left over</source>
            <translation>余</translation>
        </message>
        <message>
            <source>less credit notes {amount}</source>
            <translation>抵减红字发票 {amount}</translation>
        </message>
        <message>
            <source>lines</source>
            <translation>笔</translation>
        </message>
        <message>
            <source>looking…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <source>money received and what it paid</source>
            <translation>收到的款项及其核销</translation>
        </message>
        <message>
            <source>no balances</source>
            <translation>无余额</translation>
        </message>
        <message>
            <source>no. {place} in part, {amount}</source>
            <translation>第 {place} 张部分核销 {amount}</translation>
        </message>
        <message>
            <source>not every combination was tried</source>
            <translation>组合未能全部试完</translation>
        </message>
        <message>
            <source>not taken in</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>nothing to accept without looking at it</source>
            <translation>没有可直接接受的款项</translation>
        </message>
        <message>
            <source>off by {amount}</source>
            <translation>差 {amount}</translation>
        </message>
        <message>
            <source>owes nothing in this currency</source>
            <translation>此币种无未清单据</translation>
        </message>
        <message numerus="yes">
            <source>pay %n document(s),</source>
            <translation>
                <numerusform>核销 %n 张单据，</numerusform>
            </translation>
        </message>
        <message>
            <source>serial {number}</source>
            <translation>流水号 {number}</translation>
        </message>
        <message>
            <source>statements</source>
            <translation>份对账单</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>that of the day, when empty</source>
            <translation>留空则用当日汇率</translation>
        </message>
        <message>
            <source>the amount is exactly what is open</source>
            <translation>金额等于未收额</translation>
        </message>
        <message>
            <source>the contract number stands in the text</source>
            <translation>附言写明合同号</translation>
        </message>
        <message>
            <source>the exchange difference of {amount} {currency}</source>
            <translation>汇兑差额 {amount} {currency} 一并冲回</translation>
        </message>
        <message>
            <source>the number of a statement or letter stands in the text</source>
            <translation>附言写明对账单号或函件号</translation>
        </message>
        <message>
            <source>the order number stands in the text</source>
            <translation>附言写明订单号</translation>
        </message>
        <message>
            <source>the program made a mistake; nothing was taken in</source>
            <translation>程序出错，未导入任何内容</translation>
        </message>
        <message>
            <source>the sum is exactly the amount</source>
            <translation>各张合计等于到账金额</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>undone {date}</source>
            <translation>{date} 已撤销</translation>
        </message>
        <message>
            <source>voids {number}; the bank line is to be matched again</source>
            <translation>{number} 作废，流水回到待处理</translation>
        </message>
        <message>
            <source>when it is not the customer</source>
            <translation>与客户不同时填写</translation>
        </message>
        <message>
            <source>with the discount, charge or difference booked with it</source>
            <translation>连同随之入账的折扣、手续费或尾差</translation>
        </message>
        <message>
            <source>with their discounts, charges and differences</source>
            <translation>连同其折扣、手续费和尾差</translation>
        </message>
        <message>
            <source>write off {amount}?</source>
            <translation>尾差 {amount}？</translation>
        </message>
        <message>
            <source>written off {amount}</source>
            <translation>核销尾差 {amount}</translation>
        </message>
        <message>
            <source>{amount} kept as advance</source>
            <translation>{amount} 已转预收</translation>
        </message>
        <message>
            <source>{amount} left over</source>
            <translation>余 {amount}</translation>
        </message>
        <message>
            <source>{amount} of {number} paid back</source>
            <translation>已退还 {number} 的 {amount}</translation>
        </message>
        <message numerus="yes">
            <source>{amount} received, %n document(s) paid</source>
            <translation>
                <numerusform>已登记收款 {amount}，核销 %n 张单据</numerusform>
            </translation>
        </message>
        <message>
            <source>{amount} received, nothing allocated yet</source>
            <translation>已登记收款 {amount}，尚未核销</translation>
        </message>
        <message>
            <source>{amount} received: costs, then interest, then principal</source>
            <translation>已登记收款 {amount}：先付费用，再付利息，后付本金</translation>
        </message>
        <message>
            <source>{amount} stays as advance</source>
            <translation>余 {amount} 转预收</translation>
        </message>
        <message>
            <source>{keys} to choose</source>
            <translation>{keys} 选择</translation>
        </message>
        <message>
            <source>{number} taken back, {amount} is to be matched again</source>
            <translation>已撤销 {number}，{amount} 回到待处理</translation>
        </message>
        <message>
            <source>{number} voided</source>
            <translation>{number} 已作废</translation>
        </message>
        <message>
            <source>{number} was issued before; this is a copy</source>
            <translation>{number} 此前已开具，此为副本</translation>
        </message>
        <message>
            <source>{number} was returned; what it paid is open again</source>
            <translation>{number} 已退回，所付款项恢复未清</translation>
        </message>
        <message>
            <source>{number}, {amount}, was returned because:</source>
            <translation>{number}（{amount}）被退回，原因：</translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>At least {number}</source>
            <translation>不小于 {number}</translation>
        </message>
        <message>
            <source>At most {number}</source>
            <translation>不超过 {number}</translation>
        </message>
        <message>
            <source>Book currency</source>
            <translation>账套本位币</translation>
        </message>
        <message>
            <source>Choose a line to see all of it, or add one.</source>
            <translation>选一行查看全部内容，或添加一条。</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct: {record}</source>
            <translation>更正：{record}</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Files to keep in the book</source>
            <translation>选择存入账套的文件</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Kept by {user}, {day}</source>
            <translation>{user} 登记于 {day}</translation>
        </message>
        <message>
            <source>Leave this file out</source>
            <translation>不存这个文件</translation>
        </message>
        <message>
            <source>New: {record}</source>
            <translation>新增：{record}</translation>
        </message>
        <message>
            <source>No program on this computer opens {name}. Save it first.</source>
            <translation>本机没有程序能打开 {name}。请先另存。</translation>
        </message>
        <message>
            <source>Not before the first day</source>
            <translation>不能早于起始日</translation>
        </message>
        <message>
            <source>Not below zero</source>
            <translation>不能小于零</translation>
        </message>
        <message>
            <source>Nothing here yet: {record}</source>
            <translation>还没有{record}</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>打开文件</translation>
        </message>
        <message>
            <source>Reading the files</source>
            <translation>正在读取文件</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>另存副本</translation>
        </message>
        <message>
            <source>Saved as {name}</source>
            <translation>已另存为 {name}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Type a number such as 12.5</source>
            <translation>请输入数字，如 12.5</translation>
        </message>
        <message>
            <source>Type a whole number</source>
            <translation>请输入整数</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Writing the file</source>
            <translation>正在写出文件</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>{name} is not a kind of file that is opened from a book. Save it first.</source>
            <translation>{name} 这类文件不直接从账套打开，请先另存。</translation>
        </message>
        <message>
            <source>{record} kept</source>
            <translation>{record}已保存</translation>
        </message>
        <message>
            <source>{record} taken back</source>
            <translation>{record}已撤回</translation>
        </message>
    </context>
    <context>
        <name>Registers</name>
        <message>
            <source>&lt;p&gt;Parts of invoices that customers contest, by the day they are to be settled. They are not chased, and stay in statements and ageing.&lt;/p&gt;&lt;p&gt;A decision ends a dispute when nothing is conceded; else its credit note does, and until then what is in dispute is not claimed. The letter tells the customer.&lt;/p&gt;</source>
            <translation>&lt;p&gt;客户有异议的款项，按处理期限排列。争议部分不催收，仍列入对账单和账龄。&lt;/p&gt;&lt;p&gt;不予认可的，作出决定即了结；认可的，开出红字后了结，在此之前争议金额不主张。处理函用于答复客户。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>&lt;p&gt;Plans by how they stand: kept, late within the days of grace, in default. What came is read off the money allocated to their invoices.&lt;/p&gt;</source>
            <translation>&lt;p&gt;分期计划及履行情况：正常、宽限期内逾期、违约。已还金额取自核销到所涉发票的收款。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>&lt;p&gt;Promises by their day. Whether one was kept is read off the receipts, with a day of grace. Until its day the customer is not chased; broken, it is a task of its own and the next letter is a level higher.&lt;/p&gt;</source>
            <translation>&lt;p&gt;付款承诺按日期排列。是否兑现由收款得出，宽限一天。到期前不催；失约后单列待办，下一封函升一级。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>&lt;p&gt;Two last days for each open item: the safe one counts only what is well proved, the other all that was recorded. A demand that arrived, a part payment or a signed promise starts the period anew: record it on the invoice or with the letter. This is a reminder, not legal advice.&lt;/p&gt;</source>
            <translation>&lt;p&gt;每笔未清项列两个届满日：稳妥日只计证据充分的事件，最优日计入全部登记事件。催告送达、部分付款、书面承诺使时效重新起算，请在发票或函件上登记。仅为提醒，不构成法律意见。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>A part of an invoice is marked on the invoice's page.</source>
            <translation>请在发票页上登记有争议的部分。</translation>
        </message>
        <message>
            <source>Agree on one on the customer's page, in its collection log.</source>
            <translation>请在客户页的催收记录中签订。</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>最优日</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>失约</translation>
        </message>
        <message>
            <source>By</source>
            <translation>承诺人</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>已到账</translation>
        </message>
        <message>
            <source>Conceded</source>
            <translation>认可金额</translation>
        </message>
        <message>
            <source>Contested</source>
            <translation>争议类型</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>红字</translation>
        </message>
        <message>
            <source>Credit note…</source>
            <translation>开红字…</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Days left</source>
            <translation>剩余天数</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>处理决定</translation>
        </message>
        <message>
            <source>Disputed</source>
            <translation>争议金额</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已届满</translation>
        </message>
        <message>
            <source>Hand on…</source>
            <translation>转交…</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Kept in part</source>
            <translation>部分兑现</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>更晚</translation>
        </message>
        <message>
            <source>Letter…</source>
            <translation>处理函…</translation>
        </message>
        <message>
            <source>Made on</source>
            <translation>承诺日</translation>
        </message>
        <message>
            <source>No instalment plans</source>
            <translation>没有分期还款计划</translation>
        </message>
        <message>
            <source>No promises to pay</source>
            <translation>没有付款承诺</translation>
        </message>
        <message>
            <source>Nothing in dispute</source>
            <translation>没有争议</translation>
        </message>
        <message>
            <source>Nothing is owed</source>
            <translation>没有未清项</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未收</translation>
        </message>
        <message>
            <source>Open invoices stand here by the end of their limitation.</source>
            <translation>未清项按诉讼时效届满日排列在这里。</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>付款日</translation>
        </message>
        <message>
            <source>Record one on the customer's page, in its collection log.</source>
            <translation>请在客户页的催收记录中登记。</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>笔数</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>未到期</translation>
        </message>
        <message>
            <source>Safe until</source>
            <translation>稳妥日</translation>
        </message>
        <message>
            <source>Settle by</source>
            <translation>处理期限</translation>
        </message>
        <message>
            <source>Settle…</source>
            <translation>处理…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>What the customer says</source>
            <translation>客户所述</translation>
        </message>
        <message>
            <source>Within 180 days</source>
            <translation>180 天内</translation>
        </message>
        <message>
            <source>Within 30 days</source>
            <translation>30 天内</translation>
        </message>
        <message>
            <source>Within 7 days</source>
            <translation>7 天内</translation>
        </message>
        <message>
            <source>Within 90 days</source>
            <translation>90 天内</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
    </context>
    <context>
        <name>Replies</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n 项未决</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;What customers answered. Enter or Ctrl+R records a slip: agreed (with who signed; it counts for the limitation period), or what differs, line by line. Differences stay on their list until each is settled.&lt;/p&gt;</source>
            <translation>&lt;p&gt;客户的对账回函。回车或 Ctrl+R 登记回执：相符（填签章人，可作诉讼时效的证据），或不符并逐笔列出差异。差异留在清单上，直到逐笔解决。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Agrees with our figures</source>
            <translation>信息证明无误</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Also promises to pay by a day</source>
            <translation>同时承诺付款日期</translation>
        </message>
        <message>
            <source>Another line</source>
            <translation>增加一行</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>回函结论</translation>
        </message>
        <message>
            <source>Booked twice</source>
            <translation>重复入账</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>收到日</translation>
        </message>
        <message>
            <source>Came back on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>期末余额</translation>
        </message>
        <message>
            <source>Closing of these</source>
            <translation>涉及余额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Difference settled</source>
            <translation>差异已解决</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>对账差异</translation>
        </message>
        <message>
            <source>Differs</source>
            <translation>不符</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>单据号</translation>
        </message>
        <message>
            <source>Document posted for it</source>
            <translation>为此入账的单据</translation>
        </message>
        <message>
            <source>Each line needs the document's number and both amounts</source>
            <translation>每行都要填单据号和双方金额</translation>
        </message>
        <message>
            <source>Goods returned</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>How</source>
            <translation>解决方式</translation>
        </message>
        <message>
            <source>In transit</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>Invoice not received</source>
            <translation>未收到发票</translation>
        </message>
        <message>
            <source>No differences open</source>
            <translation>没有未决差异</translation>
        </message>
        <message>
            <source>No statements here</source>
            <translation>这里没有对账单</translation>
        </message>
        <message>
            <source>Not booked yet</source>
            <translation>尚未入账</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Our amount</source>
            <translation>我司金额</translation>
        </message>
        <message>
            <source>Overtaken</source>
            <translation>已被后期取代</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>质量</translation>
        </message>
        <message>
            <source>Record a reply…</source>
            <translation>登记回函…</translation>
        </message>
        <message>
            <source>Record the reply</source>
            <translation>登记回函</translation>
        </message>
        <message>
            <source>Remove this line</source>
            <translation>删除此行</translation>
        </message>
        <message>
            <source>Reply by</source>
            <translation>回函截止</translation>
        </message>
        <message>
            <source>Reply recorded</source>
            <translation>回函已登记</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描件</translation>
        </message>
        <message>
            <source>Settle the difference…</source>
            <translation>解决差异…</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已解决</translation>
        </message>
        <message>
            <source>Settled on</source>
            <translation>解决日期</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>签章人</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>未回</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>登记日</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Statements and their replies</source>
            <translation>对账单与回函</translation>
        </message>
        <message>
            <source>Statements issued stand here until they are agreed or their differences are settled. Silence is no agreement: ask again.</source>
            <translation>已开具的对账单列在这里，直到相符或差异解决。未回复不等于认可，请催回函。</translation>
        </message>
        <message>
            <source>The reply slip</source>
            <translation>回执</translation>
        </message>
        <message>
            <source>Their amount</source>
            <translation>对方金额</translation>
        </message>
        <message>
            <source>Their balance</source>
            <translation>对方余额</translation>
        </message>
        <message>
            <source>Up to</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待回</translation>
        </message>
        <message>
            <source>What customers' slips say otherwise stands here until settled.</source>
            <translation>客户回函不符之处列在这里，直到解决。</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>差异明细</translation>
        </message>
        <message>
            <source>Why it differs</source>
            <translation>差异原因</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open item(s)</source>
            <translation>
                <numerusform>%n 笔未清</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;Choose a report, set its parameters at the left; the page at the right is the real one that is printed.&lt;/p&gt;&lt;p&gt;The line above the page gives the totals and says whether they agree with the customer list. Excel, CSV and Copy give plain numbers.&lt;/p&gt;</source>
            <translation>&lt;p&gt;选择报表，在左侧设定参数；右侧就是实际打印的页面。&lt;/p&gt;&lt;p&gt;页面上方一行列出合计，并说明与客户列表是否一致。Excel、CSV 和复制给出的都是纯数字。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>A customer's grade explained; or all grades</source>
            <translation>客户等级及评分依据；不选客户则列出全部等级</translation>
        </message>
        <message>
            <source>A customer's review sheet; or all warnings</source>
            <translation>某客户的复核单；不选客户则列出全部预警</translation>
        </message>
        <message>
            <source>Age counts from</source>
            <translation>账龄起点</translation>
        </message>
        <message>
            <source>All currencies</source>
            <translation>全部币种</translation>
        </message>
        <message>
            <source>All customers</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至日期</translation>
        </message>
        <message>
            <source>As of any date</source>
            <translation>可查任一日期</translation>
        </message>
        <message>
            <source>Back to defaults</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Balance, largest first</source>
            <translation>余额，从大到小</translation>
        </message>
        <message>
            <source>Balance, overdue and limit of every customer</source>
            <translation>每户的余额、逾期与信用额度</translation>
        </message>
        <message>
            <source>Billed in twelve months</source>
            <translation>近十二个月开票</translation>
        </message>
        <message>
            <source>By</source>
            <translation>口径</translation>
        </message>
        <message>
            <source>CSV text (*.csv)</source>
            <translation>CSV 文本 (*.csv)</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copying</source>
            <translation>正在复制</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer code</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <source>Customers by grade and exposure, expected loss</source>
            <translation>按等级与敞口分布的户数、金额与预期损失</translation>
        </message>
        <message>
            <source>DSO, collection and overdue by month, the last 24 months</source>
            <translation>近 24 个月各月的 DSO、回款与逾期指标</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>区间（天）</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Every invoice, credit and receipt still open</source>
            <translation>全部未清的发票、红字和收款</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Exposure × PD × LGD by grade</source>
            <translation>按等级：敞口 × 违约概率 × 违约损失率</translation>
        </message>
        <message>
            <source>For the boss: balance, overdue, cash in, who is most overdue</source>
            <translation>供负责人阅读：余额、逾期、回款、逾期最多的客户</translation>
        </message>
        <message>
            <source>Four tests whether credit insurance is worth asking for</source>
            <translation>四项测试，判断是否需要信用保险</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>How each customer pays: days late, habit, trend</source>
            <translation>各客户的付款习惯：逾期天数、规律、趋势</translation>
        </message>
        <message>
            <source>Issue date</source>
            <translation>开票日</translation>
        </message>
        <message>
            <source>Laying out pages</source>
            <translation>正在排版</translation>
        </message>
        <message>
            <source>Letters sent, promises, filings, as recorded</source>
            <translation>已登记的函件送达、付款承诺、起诉等事由</translation>
        </message>
        <message>
            <source>Making the report…</source>
            <translation>正在编制报表…</translation>
        </message>
        <message>
            <source>Money received, and what of it is not applied</source>
            <translation>已收款项，及其中尚未核销的部分</translation>
        </message>
        <message>
            <source>Nothing to report. Choose another date, or import a file with Ctrl+I.</source>
            <translation>没有可列示的内容。请换个日期，或按 Ctrl+I 导入文件。</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>最长逾期在前</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Overdue, largest first</source>
            <translation>逾期合计，从大到小</translation>
        </message>
        <message>
            <source>Own limits</source>
            <translation>自定区间</translation>
        </message>
        <message>
            <source>Own limits…</source>
            <translation>自定…</translation>
        </message>
        <message>
            <source>Percent overdue by region and industry</source>
            <translation>各地区、行业的逾期占比</translation>
        </message>
        <message>
            <source>Pick a customer from the list, or leave it empty</source>
            <translation>请从列表中选择客户，或留空</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Ready to print</source>
            <translation>可以打印</translation>
        </message>
        <message>
            <source>Recall and false alarms on your own book</source>
            <translation>在本账套上量出的召回率与误报</translation>
        </message>
        <message>
            <source>Registry, accounts, credit record and visit of a customer</source>
            <translation>工商登记、财务报表、信用记录与实地考察</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>另存为 CSV…</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报表</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>已保存为 {file}</translation>
        </message>
        <message>
            <source>Saving the report</source>
            <translation>正在保存报表</translation>
        </message>
        <message>
            <source>The last safe day of every open item, and why</source>
            <translation>每笔未收款项的最后安全日及依据</translation>
        </message>
        <message>
            <source>The policy in force, as the firm's own manual</source>
            <translation>按现行参数编写的信用管理制度</translation>
        </message>
        <message>
            <source>The same, item by item</source>
            <translation>同上，逐笔列示</translation>
        </message>
        <message>
            <source>Type rising days such as 30,60,90</source>
            <translation>请输入逐个增大的天数，如 30,60,90</translation>
        </message>
        <message>
            <source>What each customer owes, by how long it is overdue</source>
            <translation>各户欠款按逾期长短分列</translation>
        </message>
        <message>
            <source>What the last quarter brought: figures, letters, losses, overrides</source>
            <translation>上季度的指标、催收成效、损失与放行</translation>
        </message>
        <message>
            <source>What warns, with its figures and its review</source>
            <translation>预警、依据与复核情况</translation>
        </message>
        <message>
            <source>Who the balance hangs on: shares, largest customers, HHI</source>
            <translation>余额集中在谁：占比、前几大客户、HHI</translation>
        </message>
        <message>
            <source>agrees with the customer list</source>
            <translation>与客户列表一致</translation>
        </message>
        <message>
            <source>balance {balance}, overdue {overdue}</source>
            <translation>未收 {balance} · 逾期 {overdue}</translation>
        </message>
        <message>
            <source>differs from the customer list</source>
            <translation>与客户列表不符</translation>
        </message>
        <message>
            <source>first {count} rows shown, all are printed</source>
            <translation>只预览前 {count} 行，打印和导出为全部</translation>
        </message>
    </context>
    <context>
        <name>Risk</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 户</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n foreign account(s) without a rate are left out</source>
            <translation>
                <numerusform>%n 户外币往来没有汇率，未计入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other(s)</source>
            <translation>
                <numerusform>其余 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n review task(s) opened</source>
            <translation>
                <numerusform>已开复核单 %n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n review(s) begun</source>
            <translation>
                <numerusform>已开始复核 %n 张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n review(s) closed</source>
            <translation>
                <numerusform>已关闭复核单 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;Left: customers by probability of default and exposure, worst at the top; or region beside industry by percent overdue. Arrows move between cells, Enter selects one and narrows the list, Esc shows all again. T shows the numbers, Ctrl+C copies the picture.&lt;/p&gt;&lt;p&gt;Right: what warns on the day shown. Ctrl+N opens a review task; while one is open the customer's limit cannot rise. Alt+R begins the review, Alt+X closes it with its outcome, Ctrl+P prints the review sheet. The back-test (Alt+B) measures on this book what the warnings were worth.&lt;/p&gt;</source>
            <translation>&lt;p&gt;左边：客户按违约概率与敞口分布，风险最高的在上；或按地区与行业看逾期占比。方向键在格间移动，Enter 选中一格并筛选右边的清单，Esc 恢复全部。T 显示数据表，Ctrl+C 复制图。&lt;/p&gt;&lt;p&gt;右边：截至当日的预警。Ctrl+N 开复核单；复核单关闭前，该客户不能提额。Alt+R 开始复核，Alt+X 填写结论并关闭，Ctrl+P 打印复核单。回测（Alt+B）在本账套上量出预警的成效。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>&lt;p&gt;Risk levels stand beside their industry, region or country in the risk views; the own position raises the warnings of the firm itself. Ctrl+N or Ins keeps another one, Enter corrects, Del takes back. The latest of each counts from its day; earlier days keep what was in force then.&lt;/p&gt;</source>
            <translation>&lt;p&gt;风险等级显示在风险视图中对应的行业、地区旁；本单位资金状况用于本单位自身的预警。Ctrl+N 或 Ins 新增，回车更正，Del 撤回。每项自其日期起以最近一次为准，此前各日仍按当时的认定。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount or share</source>
            <translation>金额或占比</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>返回清单</translation>
        </message>
        <message>
            <source>Back-test</source>
            <translation>回测</translation>
        </message>
        <message>
            <source>Back-test by rule</source>
            <translation>各规则的回测结果</translation>
        </message>
        <message>
            <source>Back-test: measured on your own book</source>
            <translation>回测：在本账套上的实测结果</translation>
        </message>
        <message>
            <source>Begin review</source>
            <translation>开始复核</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Close review</source>
            <translation>关闭复核单</translation>
        </message>
        <message>
            <source>Close review…</source>
            <translation>关闭复核单…</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Concentration</source>
            <translation>集中度</translation>
        </message>
        <message>
            <source>Concentration by</source>
            <translation>集中度口径</translation>
        </message>
        <message>
            <source>Concentration of exposure</source>
            <translation>敞口集中度</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>复制图</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>Customers who pay later than they used to, whose overdue share or use of the limit grows, or who break promises stand here.</source>
            <translation>付款比以往变慢、逾期占比或额度使用升高、承诺未兑现的客户会列在这里。</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Early warning</source>
            <translation>早期预警</translation>
        </message>
        <message>
            <source>Early warnings</source>
            <translation>早期预警清单</translation>
        </message>
        <message>
            <source>Expected loss</source>
            <translation>预期损失</translation>
        </message>
        <message>
            <source>Exposure</source>
            <translation>敞口</translation>
        </message>
        <message>
            <source>Failed: 5 % of a year's billing is more than 90 days overdue. At each month end the rules saw only what was known then. In time: at least 90 days and at most a year before. An alarm is false when no failure follows within a year, undecided while that year is not over. Customers are watched from 180 days after their first document.</source>
            <translation>违约：逾期超过 90 天的金额达到近一年开票额的 5 %。每个月末，规则只看当时已知的事实。及时：在违约前 90 天至一年内已预警。预警后一年内未违约为误报，一年未满为未定。客户自首张单据起满 180 天后开始观察。</translation>
        </message>
        <message>
            <source>False</source>
            <translation>误报</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>集团</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>及时预警</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Looking for warnings</source>
            <translation>正在查找预警</translation>
        </message>
        <message>
            <source>Measuring the warnings</source>
            <translation>正在回测预警</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>No task</source>
            <translation>未开单</translation>
        </message>
        <message>
            <source>No. 6 to {last}</source>
            <translation>第 6–{last} 名</translation>
        </message>
        <message>
            <source>Nobody in this book has become more than 90 days overdue to a material amount: there is nothing yet that a warning could have foretold. False alarms count.</source>
            <translation>本账套还没有客户逾期超过 90 天且金额较大，因此没有可供预警命中的违约；误报照常计算。</translation>
        </message>
        <message>
            <source>Not reviewed</source>
            <translation>未复核</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Nothing here warns</source>
            <translation>这里没有预警</translation>
        </message>
        <message>
            <source>Nothing warns any more; the review is still open.</source>
            <translation>预警已消除，复核单尚未关闭。</translation>
        </message>
        <message>
            <source>Nothing warns today</source>
            <translation>当日没有预警</translation>
        </message>
        <message>
            <source>Open customer</source>
            <translation>打开客户</translation>
        </message>
        <message>
            <source>Open review task</source>
            <translation>开复核单</translation>
        </message>
        <message>
            <source>Open tasks for all warnings</source>
            <translation>为全部预警开复核单</translation>
        </message>
        <message>
            <source>Our firm</source>
            <translation>本公司</translation>
        </message>
        <message>
            <source>Outcome of the review</source>
            <translation>复核结论</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Picture copied</source>
            <translation>已复制图</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精确率</translation>
        </message>
        <message>
            <source>Press Esc in the picture to see all customers again.</source>
            <translation>在图中按 Esc 恢复全部客户。</translation>
        </message>
        <message>
            <source>Probability of default × exposure</source>
            <translation>违约概率 × 敞口</translation>
        </message>
        <message>
            <source>Probability × exposure</source>
            <translation>违约概率 × 敞口</translation>
        </message>
        <message>
            <source>Proposed: {action}.</source>
            <translation>建议：{action}。</translation>
        </message>
        <message>
            <source>Proposed: {action}. Its limit cannot rise before the review is closed.</source>
            <translation>建议：{action}。复核单关闭前不能提额。</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Region × industry</source>
            <translation>地区 × 行业</translation>
        </message>
        <message>
            <source>Region × industry, percent overdue</source>
            <translation>地区 × 行业（逾期占比）</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复核</translation>
        </message>
        <message>
            <source>Review sheet</source>
            <translation>复核单</translation>
        </message>
        <message>
            <source>Reviewed on {date}: {outcome}. {note}</source>
            <translation>{date} 已复核：{outcome}。{note}</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>命中</translation>
        </message>
        <message>
            <source>Risk basis</source>
            <translation>风险依据</translation>
        </message>
        <message>
            <source>Risk view</source>
            <translation>风险视图</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>数据表</translation>
        </message>
        <message>
            <source>Top 1 {one} · top 5 {five} · top 10 {ten} · HHI {hhi}</source>
            <translation>前 1 名 {one} · 前 5 名 {five} · 前 10 名 {ten} · HHI {hhi}</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>未定</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>触发情况</translation>
        </message>
        <message>
            <source>Why, and what was agreed</source>
            <translation>原因与约定</translation>
        </message>
        <message>
            <source>as known on the day shown</source>
            <translation>截至当日已知的事实</translation>
        </message>
        <message>
            <source>reviewed by {owner}</source>
            <translation>负责人 {owner}</translation>
        </message>
        <message>
            <source>{failed} of {accounts} accounts failed between {first} and {last}; {watched} of them could be watched 90 days before.</source>
            <translation>{first} 至 {last}，{accounts} 个往来户中有 {failed} 个违约；其中 {watched} 个在违约 90 天前即可观察。</translation>
        </message>
        <message>
            <source>{where}: {count}, {amount}, expected loss {loss}</source>
            <translation>{where}：{count}，{amount}，预期损失 {loss}</translation>
        </message>
        <message>
            <source>{where}: {count}, {amount}, {share} overdue</source>
            <translation>{where}：{count}，{amount}，逾期 {share}</translation>
        </message>
    </context>
    <context>
        <name>Scan</name>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Leave the file out</source>
            <translation>不附此文件</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>正在读取文件</translation>
        </message>
        <message>
            <source>The signed copy or the proof of delivery</source>
            <translation>选择签收件或送达凭证的扫描件</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Actions</source>
            <translation>动作</translation>
        </message>
        <message>
            <source>Amounts</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers, documents, amounts, actions</source>
            <translation>搜索客户、单据、金额或动作</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>全局搜索</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>发现 %n 个问题</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) booked without a rate are not valued.</source>
            <translation>
                <numerusform>有 %n 笔入账时没有汇率，不参与调汇。</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;What the book and the window are set to. Ctrl+Enter saves a section, Ctrl+Z takes back what was typed. Every change stands in the history with what was before.&lt;/p&gt;</source>
            <translation>&lt;p&gt;账套和窗口的各项设置。Ctrl+Enter 保存本节，Ctrl+Z 撤回已输入的内容。每次修改及其原值都记入历史。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>A copy is checked before it gets its name</source>
            <translation>备份经校验后才算完成</translation>
        </message>
        <message>
            <source>Accept many from</source>
            <translation>批量接受下限</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Accounting standard</source>
            <translation>会计准则</translation>
        </message>
        <message>
            <source>Add a level</source>
            <translation>增加一级</translation>
        </message>
        <message>
            <source>Add the rate</source>
            <translation>添加汇率</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>After</source>
            <translation>修改后</translation>
        </message>
        <message>
            <source>An empty line ends a paragraph.</source>
            <translation>空一行另起一段。</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translation>换个文件夹…</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>As proposed for each customer</source>
            <translation>按客户建议</translation>
        </message>
        <message>
            <source>As published</source>
            <translation>官方公布</translation>
        </message>
        <message>
            <source>Back to the default</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Backed up to {file}</source>
            <translation>已备份到 {file}</translation>
        </message>
        <message>
            <source>Backing up</source>
            <translation>正在备份</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backups and check</source>
            <translation>备份与检查</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户银行</translation>
        </message>
        <message>
            <source>Bank charge up to</source>
            <translation>手续费上限</translation>
        </message>
        <message>
            <source>Bank code</source>
            <translation>行号</translation>
        </message>
        <message>
            <source>Bank of {account} kept</source>
            <translation>已记下 {account} 的开户行</translation>
        </message>
        <message>
            <source>Bankruptcy accepted</source>
            <translation>破产受理日</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修改前</translation>
        </message>
        <message>
            <source>Benchmark of the time before the LPR</source>
            <translation>LPR 之前的贷款基准利率</translation>
        </message>
        <message>
            <source>Book</source>
            <translation>账套</translation>
        </message>
        <message>
            <source>Book currency</source>
            <translation>本位币</translation>
        </message>
        <message>
            <source>Book the revaluation</source>
            <translation>调汇入账</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>账面本位币</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Check the book</source>
            <translation>检查账套</translation>
        </message>
        <message>
            <source>Checked up to {date}; interest beyond it warns.</source>
            <translation>已核对到 {date}；计息超过该日会提示。</translation>
        </message>
        <message>
            <source>Checking the book</source>
            <translation>正在检查账套</translation>
        </message>
        <message>
            <source>Choose a customer from the list</source>
            <translation>请从列表中选择客户</translation>
        </message>
        <message>
            <source>Choose who is at the desk at the right of the status bar. The history and approvals show that name: an applicant does not decide, and no one decides two levels.</source>
            <translation>在状态栏右端选择当前人员。变更历史和审批都记这个名字：申请人不审批自己的申请，同一人不审批两级。</translation>
        </message>
        <message>
            <source>Closing rate</source>
            <translation>期末汇率</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列对应</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Company name</source>
            <translation>公司全称</translation>
        </message>
        <message>
            <source>Company size</source>
            <translation>企业规模</translation>
        </message>
        <message>
            <source>Computed by</source>
            <translation>计息方式</translation>
        </message>
        <message>
            <source>Confidence from which lines are offered to be booked at once</source>
            <translation>达到此置信度的流水可一次批量记账</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>确认次数</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>起算</translation>
        </message>
        <message>
            <source>Credit code</source>
            <translation>信用代码</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customer or grade</source>
            <translation>客户或等级</translation>
        </message>
        <message>
            <source>Customers and grades with a procedure of their own</source>
            <translation>另行指定的客户和等级</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Days between letters</source>
            <translation>两次催款间隔（天）</translation>
        </message>
        <message>
            <source>Days counted</source>
            <translation>计息天数</translation>
        </message>
        <message>
            <source>Days of a year</source>
            <translation>全年天数</translation>
        </message>
        <message>
            <source>Default wording</source>
            <translation>默认措辞</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Drawing the letter…</source>
            <translation>正在排版…</translation>
        </message>
        <message>
            <source>Dunning</source>
            <translation>催款程序</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Each holds until the next; what is booked keeps its own</source>
            <translation>沿用至下一个汇率；已入账的保持原汇率</translation>
        </message>
        <message>
            <source>Each level needs whole days, more than the level before, and days to pay.</source>
            <translation>每一级都要填整天数，且大于上一级，并填付款期限。</translation>
        </message>
        <message>
            <source>Empty: the whole book</source>
            <translation>留空表示整个账套</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Enter the rate</source>
            <translation>录入利率</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>自行录入</translation>
        </message>
        <message>
            <source>Exchange rates</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Fee %</source>
            <translation>费率 %</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Folder for backups</source>
            <translation>备份文件夹</translation>
        </message>
        <message>
            <source>Follows the default again</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Follows this procedure</source>
            <translation>按此程序催收</translation>
        </message>
        <message>
            <source>For customer</source>
            <translation>适用客户</translation>
        </message>
        <message>
            <source>For customers without a language of their own</source>
            <translation>用于没有指定语言的客户</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>忘记</translation>
        </message>
        <message>
            <source>Forgotten; what was booked stays</source>
            <translation>已忘记；已记账的不变</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>From the day after due</source>
            <translation>算头不算尾</translation>
        </message>
        <message>
            <source>Gain is positive, loss negative, in {currency}.</source>
            <translation>正数为汇兑收益，负数为损失，单位：{currency}。</translation>
        </message>
        <message>
            <source>General</source>
            <translation>常规</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>How bank lines find what they pay, and what was learned</source>
            <translation>流水如何找到所付单据，以及已学到的付款方</translation>
        </message>
        <message>
            <source>How columns of foreign files become fields</source>
            <translation>外来文件的列如何对应到字段</translation>
        </message>
        <message>
            <source>How interest on late payment is computed; confirm the law</source>
            <translation>逾期付款如何计息；适用法律请自行确认</translation>
        </message>
        <message>
            <source>Import a file…</source>
            <translation>导入文件…</translation>
        </message>
        <message>
            <source>Import mappings</source>
            <translation>导入方案</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>现行版本</translation>
        </message>
        <message>
            <source>In order: everything the book derives agrees with its facts.</source>
            <translation>账套完好，各项核对一致。</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>逾期利息</translation>
        </message>
        <message>
            <source>Interest stops on that day</source>
            <translation>自该日起停止计息</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>笔数</translation>
        </message>
        <message>
            <source>Kind of buyer</source>
            <translation>买方类型</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>界面语言</translation>
        </message>
        <message>
            <source>Language of papers</source>
            <translation>函件语言</translation>
        </message>
        <message>
            <source>Large enterprise</source>
            <translation>大型企业</translation>
        </message>
        <message>
            <source>Larger differences are never written off while allocating</source>
            <translation>超过此数的尾差，核销时不予冲销</translation>
        </message>
        <message>
            <source>Last copy: {moment}</source>
            <translation>最近备份：{moment}</translation>
        </message>
        <message numerus="yes">
            <source>Learned of payers: %n</source>
            <translation>
                <numerusform>已学到 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>函件</translation>
        </message>
        <message>
            <source>Letter number prefix</source>
            <translation>函号字头</translation>
        </message>
        <message>
            <source>Letter wording</source>
            <translation>函件措辞</translation>
        </message>
        <message>
            <source>Letters already issued keep their words</source>
            <translation>已发出的函件不变</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Make it the default</source>
            <translation>设为默认</translation>
        </message>
        <message>
            <source>Mapping removed</source>
            <translation>导入方案已删除</translation>
        </message>
        <message>
            <source>Matching rules</source>
            <translation>核销规则</translation>
        </message>
        <message>
            <source>May be given up where a payment closes a document but for it</source>
            <translation>付款只差这点即可结清时，可作尾差核销</translation>
        </message>
        <message>
            <source>Month end</source>
            <translation>期末日</translation>
        </message>
        <message>
            <source>Multiplier or rate</source>
            <translation>倍数或利率</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name of the bank</source>
            <translation>开户行名称</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Names and marks</source>
            <translation>名称与记号</translation>
        </message>
        <message>
            <source>New procedure</source>
            <translation>新增程序</translation>
        </message>
        <message>
            <source>No copy of this book in the folder yet</source>
            <translation>该文件夹中还没有本账套的备份</translation>
        </message>
        <message>
            <source>No rates yet. They are needed for documents in other currencies.</source>
            <translation>还没有汇率。外币单据需要汇率。</translation>
        </message>
        <message>
            <source>None yet. Keep one in the second step of an import.</source>
            <translation>还没有导入方案。可在导入的第二步保存。</translation>
        </message>
        <message>
            <source>None yet. They come with the first bank statement.</source>
            <translation>还没有。导入第一份银行流水后自动列出。</translation>
        </message>
        <message>
            <source>Not below</source>
            <translation>起催金额</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Nothing is open in a foreign currency on that day.</source>
            <translation>当天没有外币未清款项。</translation>
        </message>
        <message>
            <source>Nothing yet. Each time you say who paid, account, name and words are kept.</source>
            <translation>还没有。每次由您确认付款客户，就会记下账号、户名和关键词。</translation>
        </message>
        <message>
            <source>One name a line</source>
            <translation>每行一个姓名</translation>
        </message>
        <message>
            <source>One secondary source, to be verified</source>
            <translation>单一二手来源，待核实</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未清原币</translation>
        </message>
        <message>
            <source>Open items in foreign currency at the closing rate; nothing booked changes</source>
            <translation>外币未清款项按期末汇率折算，不改动已入账单据</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Our bank accounts</source>
            <translation>本方银行账户</translation>
        </message>
        <message>
            <source>Payer's name</source>
            <translation>付款户名</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Percent a year</source>
            <translation>年利率（%）</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮编</translation>
        </message>
        <message>
            <source>Posted before</source>
            <translation>以前已调</translation>
        </message>
        <message>
            <source>Printed on letters and statements issued from now on</source>
            <translation>印在此后发出的函件和对账单上</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>催款程序</translation>
        </message>
        <message>
            <source>Public body</source>
            <translation>机关、事业单位</translation>
        </message>
        <message>
            <source>Rate in {currency}</source>
            <translation>汇率（{currency}）</translation>
        </message>
        <message>
            <source>Rate kept</source>
            <translation>汇率已保存</translation>
        </message>
        <message>
            <source>Recomputes balances, allocations, numbers and issued papers and compares them with what is kept. Nothing is changed.</source>
            <translation>重新计算余额、核销、编号和已发函件，并与账上核对。不作任何改动。</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>相关记录</translation>
        </message>
        <message>
            <source>Reference rate kept</source>
            <translation>参考利率已保存</translation>
        </message>
        <message>
            <source>Reference rates</source>
            <translation>参考利率</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Remove the last</source>
            <translation>删除末级</translation>
        </message>
        <message>
            <source>Restore to a new file…</source>
            <translation>恢复到新文件…</translation>
        </message>
        <message>
            <source>Revaluation</source>
            <translation>期末调汇</translation>
        </message>
        <message>
            <source>Reverse the last run</source>
            <translation>冲回最近一次</translation>
        </message>
        <message>
            <source>Reversed</source>
            <translation>冲回日期</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>历次调汇</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Set for customers</source>
            <translation>按客户设定</translation>
        </message>
        <message>
            <source>Set the bank</source>
            <translation>设定开户行</translation>
        </message>
        <message>
            <source>Small difference up to</source>
            <translation>尾差上限</translation>
        </message>
        <message>
            <source>Small or medium enterprise</source>
            <translation>中小企业</translation>
        </message>
        <message>
            <source>Small write-offs up to</source>
            <translation>小额核销上限</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>标准程序</translation>
        </message>
        <message>
            <source>Stands before letter numbers, such as MC for MC-2026-0001</source>
            <translation>印在函号之前，例如“沐”</translation>
        </message>
        <message>
            <source>Stands for</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Statements up to</source>
            <translation>流水截至</translation>
        </message>
        <message>
            <source>Such as 1.5; a rate with its unit: 0.05%/day, 1%/month, 12%/year</source>
            <translation>倍数如 1.5；利率须带单位：日万分之五、1%/month、12%/year</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表</translation>
        </message>
        <message>
            <source>Table of rates</source>
            <translation>利率表</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>The check digit does not fit. It is kept as typed; check it.</source>
            <translation>校验码不符。仍按所填保存，请核对。</translation>
        </message>
        <message>
            <source>The due day too</source>
            <translation>两头都算</translation>
        </message>
        <message>
            <source>The revaluation is booked</source>
            <translation>调汇已入账</translation>
        </message>
        <message>
            <source>The revaluation is reversed</source>
            <translation>调汇已冲回</translation>
        </message>
        <message>
            <source>The window's own choices and the book's</source>
            <translation>窗口和账套的选项</translation>
        </message>
        <message>
            <source>There is a procedure of this name</source>
            <translation>已有同名的催款程序</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>付款天数</translation>
        </message>
        <message>
            <source>To post</source>
            <translation>本次应调</translation>
        </message>
        <message>
            <source>Type a number of days</source>
            <translation>请输入天数</translation>
        </message>
        <message>
            <source>Type a percentage such as 3.00</source>
            <translation>请输入百分比，例如 3.00</translation>
        </message>
        <message>
            <source>Type a rate above zero, such as 7.1234</source>
            <translation>请输入大于零的汇率，如 7.1234</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Valued</source>
            <translation>按期末汇率</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>历次版本</translation>
        </message>
        <message>
            <source>What</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>What banks kept back on the way, borne by us</source>
            <translation>汇款途中银行扣收、由我方承担的费用</translation>
        </message>
        <message>
            <source>What it changed</source>
            <translation>改动内容</translation>
        </message>
        <message>
            <source>What late-payment interest follows; each holds to the next</source>
            <translation>逾期利息所依的利率；每个值有效至下一个</translation>
        </message>
        <message>
            <source>What the day would post</source>
            <translation>当天应调金额</translation>
        </message>
        <message>
            <source>What was learned of payers</source>
            <translation>已学到的付款方</translation>
        </message>
        <message>
            <source>When an overdue item rises to the next level</source>
            <translation>逾期款项何时升级催收</translation>
        </message>
        <message>
            <source>Where it was published</source>
            <translation>公布来源</translation>
        </message>
        <message>
            <source>Who did what, and what it was before; never rewritten</source>
            <translation>谁做了什么、原来是什么；历史不可改写</translation>
        </message>
        <message>
            <source>Who works with this book</source>
            <translation>使用本账套的人</translation>
        </message>
        <message>
            <source>Window, at once</source>
            <translation>窗口（立即生效）</translation>
        </message>
        <message>
            <source>Word in the text</source>
            <translation>附言关键词</translation>
        </message>
        <message>
            <source>Write the mapping to a file</source>
            <translation>把导入方案写入文件</translation>
        </message>
        <message>
            <source>Write to a file…</source>
            <translation>写入文件…</translation>
        </message>
        <message>
            <source>Writing the mapping</source>
            <translation>正在写入导入方案</translation>
        </message>
        <message>
            <source>Written to {file}</source>
            <translation>已写入 {file}</translation>
        </message>
        <message>
            <source>Your own table; it holds what you enter.</source>
            <translation>自定利率表，以录入为准。</translation>
        </message>
        <message>
            <source>Your own wording</source>
            <translation>自定措辞</translation>
        </message>
        <message>
            <source>after due</source>
            <translation>到期后</translation>
        </message>
        <message>
            <source>after last letter</source>
            <translation>上级发出后</translation>
        </message>
        <message>
            <source>amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>answer on the reply slip</source>
            <translation>回执上的选项</translation>
        </message>
        <message>
            <source>as of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>as set</source>
            <translation>按客户设置</translation>
        </message>
        <message>
            <source>code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>enclosure</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>file</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>heading</source>
            <translation>小标题</translation>
        </message>
        <message>
            <source>item of a list</source>
            <translation>列举项</translation>
        </message>
        <message>
            <source>items</source>
            <translation>笔数</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>letters</source>
            <translation>函件数</translation>
        </message>
        <message>
            <source>line at the margin</source>
            <translation>顶格行</translation>
        </message>
        <message>
            <source>month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>must be used</source>
            <translation>必须使用</translation>
        </message>
        <message>
            <source>name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>none</source>
            <translation>不计</translation>
        </message>
        <message>
            <source>number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>number of</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>on</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>only where known</source>
            <translation>有此内容时才印</translation>
        </message>
        <message>
            <source>or grade</source>
            <translation>或等级</translation>
        </message>
        <message>
            <source>rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>设置项</translation>
        </message>
        <message>
            <source>title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>who signs</source>
            <translation>签章栏</translation>
        </message>
    </context>
    <context>
        <name>Settle</name>
        <message>
            <source>Agreement of the three parties</source>
            <translation>三方协议编号</translation>
        </message>
        <message>
            <source>Agreement, where there is one</source>
            <translation>抵销协议编号（如有）</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount, of {open} {currency} open</source>
            <translation>金额（未清 {open} {currency}）</translation>
        </message>
        <message>
            <source>Bank reference</source>
            <translation>银行流水号</translation>
        </message>
        <message>
            <source>Issue the agreement to be signed</source>
            <translation>同时出具协议，供三方盖章</translation>
        </message>
        <message>
            <source>Issue the notice of set-off</source>
            <translation>同时出具抵销通知书</translation>
        </message>
        <message>
            <source>Its invoice or our account, for the notice</source>
            <translation>对方发票号或我方应付账款，写入通知书</translation>
        </message>
        <message>
            <source>New debtor</source>
            <translation>新债务人</translation>
        </message>
        <message>
            <source>Notice reached the customer on</source>
            <translation>通知到达日期</translation>
        </message>
        <message>
            <source>Paid back on</source>
            <translation>退款日期</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Refund {number}</source>
            <translation>退款：{number}</translation>
        </message>
        <message>
            <source>Set off</source>
            <translation>抵销</translation>
        </message>
        <message>
            <source>Set off {number}</source>
            <translation>抵销：{number}</translation>
        </message>
        <message>
            <source>The credit is paid back</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>The debt is transferred</source>
            <translation>债务已转移</translation>
        </message>
        <message>
            <source>The set-off is booked</source>
            <translation>抵销已入账</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>转账</translation>
        </message>
        <message>
            <source>Transfer {number}</source>
            <translation>转移：{number}</translation>
        </message>
        <message>
            <source>Transferred on</source>
            <translation>转移日期</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Undone; everything is open again</source>
            <translation>已撤销，款项恢复未清</translation>
        </message>
        <message>
            <source>What we owe the customer</source>
            <translation>我方应付款项</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>All figures are shown as they stood on this date.</source>
            <translation>所有数字都按这一天的情况显示。</translation>
        </message>
        <message>
            <source>As of {date}</source>
            <translation>截至 {date}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Date that all screens show</source>
            <translation>所有页面的截至日期</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Open book</source>
            <translation>当前账套</translation>
        </message>
        <message>
            <source>Qingzhang</source>
            <translation>清账</translation>
        </message>
        <message>
            <source>Side pane</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
    </context>
    <context>
        <name>Statements</name>
        <message numerus="yes">
            <source>%n had been issued before</source>
            <translation>
                <numerusform>其中 %n 份此前已开具</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s) issued</source>
            <translation>
                <numerusform>已开具 %n 份对账单</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;Choose the period and style; every customer with a balance or movement gets a statement in each currency, in its own language. Untick whom to leave out. The page beside the list is the real one.&lt;/p&gt;&lt;p&gt;Ctrl+Enter issues: each statement gets its number and is kept as it is. Then print all, or save them in one file or one each. A statement printed again is marked as a copy.&lt;/p&gt;</source>
            <translation>&lt;p&gt;选择期间和样式；凡有余额或发生额的客户，每个币种各开一份，用该客户的语言。取消勾选即不开具。旁边是将要打印的实际页面。&lt;/p&gt;&lt;p&gt;Ctrl+Enter 开具：每份编号并原样存档。之后可全部打印，或合为一个 PDF、每份一个 PDF。补印的对账单标注“副本”。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>对账户</translation>
        </message>
        <message>
            <source>Accounts of the period</source>
            <translation>本期对账客户</translation>
        </message>
        <message>
            <source>Balance or movement</source>
            <translation>有余额或发生额</translation>
        </message>
        <message>
            <source>By each customer's terms</source>
            <translation>按各客户约定周期</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>期末余额</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户范围</translation>
        </message>
        <message>
            <source>Customers with a balance or movement in the period stand here, each with the statement it would get.</source>
            <translation>这里列出期间内有余额或发生额的客户及其对账单。</translation>
        </message>
        <message>
            <source>Detailed</source>
            <translation>明细加未清项目</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>对账差异</translation>
        </message>
        <message>
            <source>Drawing statements</source>
            <translation>正在排版对账单</translation>
        </message>
        <message>
            <source>Drawing the statement…</source>
            <translation>正在排版…</translation>
        </message>
        <message>
            <source>Each customer's own</source>
            <translation>按客户语言</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Filter by customer</source>
            <translation>按客户筛选</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起</translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>开具</translation>
        </message>
        <message numerus="yes">
            <source>Issue %n statement(s)?</source>
            <translation>
                <numerusform>开具 %n 份对账单？</numerusform>
            </translation>
        </message>
        <message>
            <source>Issue and number…</source>
            <translation>开具并编号…</translation>
        </message>
        <message>
            <source>Issued papers</source>
            <translation>已开具</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Last quarter</source>
            <translation>上季度</translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n account(s)</source>
            <translation>
                <numerusform>不发：%n 户</numerusform>
            </translation>
        </message>
        <message>
            <source>Movements</source>
            <translation>往来明细</translation>
        </message>
        <message>
            <source>Nothing in this period</source>
            <translation>此期间没有内容</translation>
        </message>
        <message>
            <source>Nothing issued yet</source>
            <translation>还没有开具</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未清项目</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>期初余额</translation>
        </message>
        <message>
            <source>Other dates</source>
            <translation>自选日期</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>对账期间</translation>
        </message>
        <message>
            <source>Periods</source>
            <translation>对账周期</translation>
        </message>
        <message>
            <source>Print all</source>
            <translation>全部打印</translation>
        </message>
        <message>
            <source>Replies</source>
            <translation>对账回函</translation>
        </message>
        <message>
            <source>Statement run</source>
            <translation>开具对账单</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>对账</translation>
        </message>
        <message>
            <source>Statements, letters and receipt notes stand here once they are issued, to be shown and printed again.</source>
            <translation>开具后的对账单、催款函和收据存于此处，可查看和补印。</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>样式</translation>
        </message>
        <message>
            <source>The end is before the beginning</source>
            <translation>止日早于起日</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>本年</translation>
        </message>
        <message>
            <source>To</source>
            <translation>止</translation>
        </message>
        <message>
            <source>With a balance</source>
            <translation>有余额</translation>
        </message>
        <message>
            <source>With movement</source>
            <translation>有发生额</translation>
        </message>
        <message>
            <source>balance below the least</source>
            <translation>余额低于最低额</translation>
        </message>
        <message>
            <source>has its statement for this period</source>
            <translation>本期已发</translation>
        </message>
        <message>
            <source>no balance and no movement</source>
            <translation>无余额且无发生额</translation>
        </message>
        <message>
            <source>the book's</source>
            <translation>按账套</translation>
        </message>
        <message>
            <source>wants no statements</source>
            <translation>约定不发</translation>
        </message>
        <message>
            <source>what customers are asked to confirm</source>
            <translation>发给客户确认的往来余额</translation>
        </message>
        <message>
            <source>{from_on} to {to_on}, closing balances {total}. Each gets its number and is kept; one that was issued before with the same content keeps its number.</source>
            <translation>{from_on} 至 {to_on}，期末余额 {total}。每份将编号并存档；此前以相同内容开具过的沿用原编号。</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Backup {time}</source>
            <translation>备份 {time}</translation>
        </message>
        <message>
            <source>Bank import {time}</source>
            <translation>银行导入 {time}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Change who is at the desk</source>
            <translation>切换当前人员</translation>
        </message>
        <message>
            <source>F1 help</source>
            <translation>F1 帮助</translation>
        </message>
        <message>
            <source>Import {time}</source>
            <translation>导入 {time}</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>尚未备份</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>Who works with this book…</source>
            <translation>管理人员…</translation>
        </message>
        <message numerus="yes">
            <source>oldest of %n day(s) ago</source>
            <translation>
                <numerusform>最旧 %n 天前</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) old</source>
            <translation>
                <numerusform>%n 天前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 笔</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;p&gt;One list of what to do, the most worth first: amount × chance that the act brings it × urgency. Customers who promised to pay, have a plan that is kept, or whose money only waits to be allocated are not chased.&lt;/p&gt;&lt;p&gt;Enter or the letter in the last column does the next step, Z puts a task off to the next working day, X marks it done: what is still true after a week comes back.&lt;/p&gt;</source>
            <translation>&lt;p&gt;今天要做的事排成一张清单，价值最高的在前：金额 × 做了能收回的可能 × 紧迫程度。已承诺付款、正按计划分期付款、或款项已到只待核销的客户，不列入催收。&lt;/p&gt;&lt;p&gt;回车或末列的字母键执行下一步，Z 推迟到下一个工作日，X 标为完成；一周后仍未解决的会再次出现。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Above its limit of {limit}</source>
            <translation>敞口超过额度 {limit}</translation>
        </message>
        <message>
            <source>Agreed in the last talk: {step}</source>
            <translation>上次沟通约定：{step}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Appeal</source>
            <translation>上诉期满</translation>
        </message>
        <message>
            <source>Apply for enforcement</source>
            <translation>申请执行</translation>
        </message>
        <message>
            <source>Apply for enforcement by {on}: {court}</source>
            <translation>{on} 前申请执行：{court}</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Ask for new accounts, the last are of {which}</source>
            <translation>索取新的财务报表，最近一份为 {which} 年</translation>
        </message>
        <message>
            <source>Ask for reply</source>
            <translation>催回函</translation>
        </message>
        <message>
            <source>Ask the guarantor {giver} before the period ends on {last}</source>
            <translation>保证期间 {last} 届满前要求 {giver} 承担保证责任</translation>
        </message>
        <message>
            <source>At stake</source>
            <translation>涉及金额</translation>
        </message>
        <message>
            <source>Bank data</source>
            <translation>银行数据</translation>
        </message>
        <message>
            <source>Bankruptcy accepted on {accepted}: file the claim, by {on} to be safe</source>
            <translation>法院 {accepted} 受理破产：申报债权，稳妥起见 {on} 前办妥</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>票据</translation>
        </message>
        <message>
            <source>Bill matures</source>
            <translation>票据到期</translation>
        </message>
        <message>
            <source>By</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>打电话</translation>
        </message>
        <message>
            <source>Came {on}: nothing found that it pays</source>
            <translation>{on} 到账，未找到对应单据</translation>
        </message>
        <message>
            <source>Came {on}: {count} document(s) by its text or payer, {confidence} %</source>
            <translation>{on} 到账，附言或户名对应 {count} 张单据，{confidence} %</translation>
        </message>
        <message>
            <source>Came {on}: {count} document(s) may fit, {confidence} %</source>
            <translation>{on} 到账，可能对应 {count} 张单据，{confidence} %</translation>
        </message>
        <message>
            <source>Chase</source>
            <translation>催收</translation>
        </message>
        <message>
            <source>Claim in bankruptcy</source>
            <translation>申报破产债权</translation>
        </message>
        <message>
            <source>Claim insurance</source>
            <translation>索赔</translation>
        </message>
        <message>
            <source>Contract ends on {on}: {which}</source>
            <translation>合同 {on} 到期：{which}</translation>
        </message>
        <message>
            <source>Court decides on acceptance</source>
            <translation>法院决定是否受理</translation>
        </message>
        <message>
            <source>Court issues the order</source>
            <translation>法院发出支付令</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>保险担保</translation>
        </message>
        <message>
            <source>Credit policy to review: {from_on} to {to_on}</source>
            <translation>信用政策待评审：{from_on} 至 {to_on}</translation>
        </message>
        <message>
            <source>Credit report valid until {on}: {which}</source>
            <translation>资信报告有效期至 {on}：{which}</translation>
        </message>
        <message>
            <source>Creditors' meeting</source>
            <translation>债权人会议</translation>
        </message>
        <message>
            <source>Creditors' meeting on {on}: {court}</source>
            <translation>{on} 债权人会议：{court}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Debtor has to pay</source>
            <translation>履行期届满</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>争议</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>去办理</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Draft of the credit policy by {who} for {on} waits for approval</source>
            <translation>{who} 起草、拟 {on} 执行的信用政策待批准</translation>
        </message>
        <message>
            <source>Due in 7 days</source>
            <translation>7 天内到期</translation>
        </message>
        <message>
            <source>File the claim in the bankruptcy by {on}: {court}</source>
            <translation>{on} 前申报破产债权：{court}</translation>
        </message>
        <message>
            <source>Hearing</source>
            <translation>开庭</translation>
        </message>
        <message>
            <source>Hearing on {on}: {court}</source>
            <translation>{on} 开庭：{court}</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>In dispute</source>
            <translation>争议中</translation>
        </message>
        <message>
            <source>Instalment plan broken: decide how to go on</source>
            <translation>分期还款已违约，请决定如何处理</translation>
        </message>
        <message>
            <source>Instalment plan: a line is late, within its grace</source>
            <translation>分期还款有一期逾期，仍在宽限期内</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Kind of task</source>
            <translation>事项类别</translation>
        </message>
        <message>
            <source>Legal</source>
            <translation>法务</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>发函</translation>
        </message>
        <message>
            <source>Limit ends</source>
            <translation>额度到期</translation>
        </message>
        <message>
            <source>Limitation</source>
            <translation>诉讼时效</translation>
        </message>
        <message>
            <source>Look the firm up in the register again ({which})</source>
            <translation>重新核查工商登记（{which}）</translation>
        </message>
        <message>
            <source>Match</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Matures {due_on}, present by {until}: {number}</source>
            <translation>{due_on} 到期，最迟 {until} 提示付款：{number}</translation>
        </message>
        <message>
            <source>Money to be allocated, promises, overdue invoices, deadlines and reviews stand here by what they are worth. Import customers and invoices to begin.</source>
            <translation>待核销的款项、付款承诺、逾期应收、期限和复核都按价值排在这里。请先导入客户和发票。</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>No bank statement was read yet</source>
            <translation>尚未导入银行流水</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序</translation>
        </message>
        <message>
            <source>Nothing ends within the next months</source>
            <translation>近几个月没有到期的期限</translation>
        </message>
        <message>
            <source>Nothing to do today</source>
            <translation>今天没有待办</translation>
        </message>
        <message>
            <source>Notify</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Notify insurer</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Over limit</source>
            <translation>超额度</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Overdue, oldest {days} days; not reminded yet</source>
            <translation>最长逾期 {days} 天，尚未催收</translation>
        </message>
        <message>
            <source>Overdue, oldest {days} days; reminded up to level {level}</source>
            <translation>最长逾期 {days} 天，已催至第 {level} 级</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>证照</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>分期</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>提示付款</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Promised for today</source>
            <translation>今日承诺</translation>
        </message>
        <message>
            <source>Promised for {due_on} and not kept</source>
            <translation>承诺 {due_on} 付款，未兑现</translation>
        </message>
        <message>
            <source>Promised for {due_on}, not here yet</source>
            <translation>承诺 {due_on} 付款，尚未到账</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>推迟</translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation>应收总额</translation>
        </message>
        <message>
            <source>Renew</source>
            <translation>续期</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复核</translation>
        </message>
        <message>
            <source>Review of the credit policy</source>
            <translation>信用政策评审</translation>
        </message>
        <message>
            <source>Security ends</source>
            <translation>担保到期</translation>
        </message>
        <message>
            <source>Security ends on {on}: {which}</source>
            <translation>担保 {on} 到期：{which}</translation>
        </message>
        <message>
            <source>Settle</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>对账</translation>
        </message>
        <message>
            <source>Sue after preservation</source>
            <translation>保全后起诉</translation>
        </message>
        <message>
            <source>Sue after the objection</source>
            <translation>异议后起诉</translation>
        </message>
        <message>
            <source>Sue by {on}, or the preservation is lifted ({court})</source>
            <translation>{on} 前起诉，否则解除保全（{court}）</translation>
        </message>
        <message>
            <source>Sue the debtor before the guarantee of {giver} ends on {last}</source>
            <translation>{giver} 的保证期间 {last} 届满前须起诉债务人</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>The book at a glance</source>
            <translation>账套概览</translation>
        </message>
        <message>
            <source>The debtor objected to the payment order: sue ({court}), reminded {on}</source>
            <translation>债务人对支付令提出异议，须另行起诉（{court}），{on} 提醒</translation>
        </message>
        <message>
            <source>The guarantee of {giver} ended unused on {last}</source>
            <translation>{giver} 的保证期间已于 {last} 届满，未主张</translation>
        </message>
        <message>
            <source>Time to appeal ends on {on}: {court}</source>
            <translation>{on} 上诉期满：{court}</translation>
        </message>
        <message>
            <source>Time to object ends</source>
            <translation>异议期满</translation>
        </message>
        <message>
            <source>To allocate</source>
            <translation>未核销收款</translation>
        </message>
        <message>
            <source>To match</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Visit the customer again ({which})</source>
            <translation>重新实地考察（{which}）</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Worklist</source>
            <translation>待办清单</translation>
        </message>
        <message>
            <source>ranked by amount × chance × urgency</source>
            <translation>排序依据：金额 × 可能 × 紧迫</translation>
        </message>
        <message>
            <source>up to today</source>
            <translation>截至今天</translation>
        </message>
        <message>
            <source>{count} limits not reviewed in time</source>
            <translation>{count} 户额度超期未评审</translation>
        </message>
        <message>
            <source>{count} statement(s) are due by the periods agreed</source>
            <translation>按约定周期应发对账单 {count} 份</translation>
        </message>
        <message>
            <source>{done} done · {later} put off</source>
            <translation>已完成 {done} 项 · 推迟 {later} 项</translation>
        </message>
        <message>
            <source>{month}: {count} shipment(s) to be declared by {by}</source>
            <translation>{month} 有 {count} 笔出运须于 {by} 前申报</translation>
        </message>
        <message>
            <source>{name}: shown again from {date}</source>
            <translation>{name}：{date} 起再次显示</translation>
        </message>
        <message>
            <source>{number} disputed for {days} days, was to be settled by {due_on}: {which}; {owner}</source>
            <translation>{number} 争议 {days} 天，已过处理期限 {due_on}：{which}；负责人 {owner}</translation>
        </message>
        <message>
            <source>{number} disputed for {days} days: {which}; {owner} by {due_on}</source>
            <translation>{number} 争议 {days} 天：{which}；{owner} 限 {due_on}</translation>
        </message>
        <message>
            <source>{number}: claim from the insurer by {by}, {days} days left</source>
            <translation>{number}：须于 {by} 前索赔，还剩 {days} 天</translation>
        </message>
        <message>
            <source>{number}: conceded, the credit note is not posted; {which}</source>
            <translation>{number} 争议已认可，红字未开；{which}</translation>
        </message>
        <message>
            <source>{number}: credit application waits for level {level} of {levels}</source>
            <translation>{number}：授信申请待第 {level} 级审批（共 {levels} 级）</translation>
        </message>
        <message>
            <source>{number}: limitation ended on {last} by the careful count</source>
            <translation>{number}：按稳妥口径，诉讼时效已于 {last} 届满</translation>
        </message>
        <message>
            <source>{number}: limitation ends on {last}, {days} days left</source>
            <translation>{number}：诉讼时效 {last} 届满，还有 {days} 天</translation>
        </message>
        <message>
            <source>{number}: no reply, {days} days late</source>
            <translation>{number} 未回函，已超期 {days} 天</translation>
        </message>
        <message>
            <source>{number}: notify the insurer by {by}, {days} days left</source>
            <translation>{number}：须于 {by} 前报损，还剩 {days} 天</translation>
        </message>
        <message>
            <source>{number}: the insurer's day {by} has passed; ask whether it still accepts</source>
            <translation>{number}：保险期限 {by} 已过，请询问保险人是否仍受理</translation>
        </message>
        <message>
            <source>{number}: {count} difference(s) not settled</source>
            <translation>{number} 有 {count} 项差异未解决</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>.qz file, Ctrl+O</source>
            <translation>.qz 文件，Ctrl+O</translation>
        </message>
        <message>
            <source>18 characters, may stay empty</source>
            <translation>18 位统一社会信用代码，可以不填</translation>
        </message>
        <message>
            <source>A made-up company with customers, open invoices and receipts to allocate. Try anything; your own books are not touched.</source>
            <translation>虚构的公司，有客户、未清发票和待核销流水。可以随意试用，不影响您的账。</translation>
        </message>
        <message>
            <source>Already have data</source>
            <translation>已经有数据</translation>
        </message>
        <message>
            <source>CAS</source>
            <translation>企业会计准则</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>选择位置</translation>
        </message>
        <message>
            <source>Choose one, see what it holds, then restore it</source>
            <translation>选一个备份，先预览再恢复</translation>
        </message>
        <message>
            <source>Company name</source>
            <translation>公司全称</translation>
        </message>
        <message>
            <source>Company size</source>
            <translation>企业规模</translation>
        </message>
        <message>
            <source>Create the book</source>
            <translation>创建账套</translation>
        </message>
        <message>
            <source>Credit code</source>
            <translation>信用代码</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>本位币</translation>
        </message>
        <message>
            <source>Decides whether statutory interest can be claimed from large companies.</source>
            <translation>决定能否向大型企业主张法定逾期利息，按签约时的规模判断。</translation>
        </message>
        <message>
            <source>Everything can be changed later in the settings</source>
            <translation>之后都可以在设置里改</translation>
        </message>
        <message>
            <source>Expected credit losses are provided for (IFRS 9).</source>
            <translation>按 IFRS 9 计提预期信用损失。</translation>
        </message>
        <message>
            <source>Expected credit losses are provided for.</source>
            <translation>按预期信用损失计提坏账准备。</translation>
        </message>
        <message>
            <source>First month</source>
            <translation>启用月份</translation>
        </message>
        <message>
            <source>IFRS</source>
            <translation>IFRS</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>大型</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>中型</translation>
        </message>
        <message>
            <source>Micro</source>
            <translation>微型</translation>
        </message>
        <message>
            <source>New book</source>
            <translation>新建账套</translation>
        </message>
        <message>
            <source>No bad-debt provision; losses are written off when they happen.</source>
            <translation>小企业准则没有坏账准备，实际发生损失时直接核销。</translation>
        </message>
        <message>
            <source>Nothing is assumed about provisions.</source>
            <translation>不预设坏账准备的做法。</translation>
        </message>
        <message>
            <source>Open a book file</source>
            <translation>打开账套文件</translation>
        </message>
        <message>
            <source>Open the sample</source>
            <translation>打开示例</translation>
        </message>
        <message>
            <source>Open the sample book</source>
            <translation>打开示例账套</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>从备份恢复</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>保存到</translation>
        </message>
        <message>
            <source>Save the book as</source>
            <translation>账套保存到</translation>
        </message>
        <message>
            <source>Small</source>
            <translation>小型</translation>
        </message>
        <message>
            <source>Small business CAS</source>
            <translation>小企业会计准则</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>会计准则</translation>
        </message>
        <message>
            <source>The code has 18 characters, or leave it empty</source>
            <translation>信用代码为 18 位，也可以不填</translation>
        </message>
        <message>
            <source>The receivables desk. No network; your books stay on your computer.</source>
            <translation>应收账款管理。不联网，账在您自己的电脑里。</translation>
        </message>
        <message>
            <source>Type a month such as 2026-11</source>
            <translation>请输入月份，例如 2026-11</translation>
        </message>
        <message>
            <source>Welcome to Qingzhang</source>
            <translation>欢迎使用清账</translation>
        </message>
    </context>
</TS>
