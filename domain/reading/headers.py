"""Names that columns have in foreign files, for the tables the program reads.

A header is compared by its key: traditional characters made simple, lower case,
without spaces, punctuation and brackets. What stands in brackets is dropped only
when the whole is unknown, so 金额（不含税） stays different from 金额（元）. The order of
the names is their rank: where two columns fit a field, the earlier name wins.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from domain.reading import currencies
from domain.reading.cells import plain

KINDS: Final = ("customers", "invoices", "receipts", "allocations", "orders")

#: Headers of the reason columns in a file of rejected rows, ignored when it is read again.
REASON_HEADERS: Final = ("#row", "#column", "#code", "#message")

#: Names shared by several tables; ``@customer`` below stands for them.
_SHARED: Final = """
customer_code: 客户编号 客户编码 客户代码 客户号 客户id 往来单位编码 往来单位编号 单位编码
    单位代码 购方编号 购方编码 购方代码 购方单位代号 购方单位编号 购货单位编码 客商编码 客商代码
    customercode customerno customernumber customerid customernum custid custno custcode
    accountnumber accountno accountcode debtorcode debtorno clientcode clientno clientid kunnr
    kundennummer
customer_name: 客户名称 客户全称 客户 客户简称 购方名称 购买方名称 购买方 购方 购方企业名称
    购方单位名称 购货单位名称 购货单位 购货方 单位名称 往来单位 往来单位名称 客商名称 客商
    公司名称 企业名称 受票方名称 受票方 付款单位 customername customer custname clientname
    client companyname company accountname account debtor debtorname billto billtoname buyer
    buyername soldto kunde name
tax_id: 税号 纳税人识别号 统一社会信用代码 社会信用代码 信用代码 购方税号 购方识别号 购买方税号
    购买方识别号 购方纳税人识别号 购买方纳税人识别号 taxid taxno taxnumber taxcode vatnumber
    vatno vatid vatregno uscc ein
currency: 币种 币别 货币 币制 货币种类 交易货币 结算币种 currency currencycode curr ccy cur
    invoicecurrency doccurrency waers whrung
terms: 付款条件 收款条件 收付款条件 账期 信用期 信用天数 账期天数 结算方式及账期 付款期限
    收款期限 terms paymentterms customerterms creditterms termsofpayment netterms paymentterm
    creditdays
description: 摘要 备注 说明 用途 事由 内容 商品名称 货物名称 货物或应税劳务名称 项目名称
    description remark remarks memo notes note comment comments text details narration
order: 订单号 订单编号 销售订单号 销售订单 客户订单号 采购订单号 po号 order orderno ordernumber
    salesorder salesorderno po pono ponumber purchaseorder customerpo customerponumber
"""

_TABLES: Final = {
    "customers": """
code: 编号 编码 代码 @customer_code 企业代号 单位编号 code number no id
name: 名称 全称 @customer_name 单位 全名 户名 fullname legalname
name_en: 英文名称 英文名 客户英文名 客户英文名称 外文名称 englishname nameen nameenglish
    namelatin
tax_id: @tax_id
group: 客户分组 客户分类 客户类别 客户组 分组 类别 分类 所属集团 集团 行业 group customergroup
    category segment customertype
country: 国家 国别 国家地区 国家或地区 国家代码 country countrycode countryregion land
language: 语言 语种 language lang locale
currency: @currency
terms: @terms
credit_limit: 信用额度 授信额度 信用限额 赊销额度 额度 creditlimit limit creditline
    creditlimitamount
email: 邮箱 电子邮箱 电子邮件 邮件 邮箱地址 email mail emailaddress contactemail
phone: 电话 联系电话 手机 手机号 电话号码 联系方式 phone tel telephone phonenumber mobile
    contactphone
address: 地址 联系地址 通讯地址 注册地址 公司地址 单位地址 收件地址 详细地址 address
    addressline1 address1 street billingaddress mailingaddress
postcode: 邮编 邮政编码 postcode postalcode zip zipcode
contact: 联系人 联系人姓名 经办人 contact contactname contactperson attention attn
    contactlastname
bank_account: 银行账号 银行帐号 账号 银行账户 开户账号 bankaccount bankaccountno
    bankaccountnumber iban accountiban
owner: 业务员 销售员 客户经理 催款员 负责人 owner salesperson accountmanager collector salesrep
aliases: 别名 曾用名 简称 其他名称 付款户名 aliases alias othernames shortname aka
""",
    "invoices": """
number: 数电票号码 数电发票号码 全电发票号码 发票号码 发票号 发票编号 应收单号 应收单编号
    单据编号 单据号码 单据号 单号 账单号 invoicenumber invoiceno invoicenum invoiceid invno
    invnumber inv invoice documentnumber documentno docnumber docno billno billnumber vbeln
    belnr rechnungsnummer rechnungsnr reference number no
customer: @customer_code
customer_name: @customer_name
tax_id: @tax_id
type: 单据类型 发票类型 票种 发票票种 类型 单据类别 业务类型 type invoicetype documenttype
    doctype transactiontype
issue_date: 开票日期 发票日期 单据日期 业务日期 开具日期 出票日期 记账日期 制单日期 日期
    invoicedate issuedate dateofissue documentdate docdate billdate billingdate invdate
    postingdate transactiondate dateissued rechnungsdatum orderdate date
due_date: 到期日 到期日期 应收日期 应收款日期 应付日期 付款到期日 收款到期日 约定收款日
    最后付款日 付款截止日 付款期限日 duedate paymentduedate paymentdue datedue netduedate
    maturitydate maturity due payby flligkeit
terms: @terms
currency: @currency
amount: 价税合计 价税合计金额 含税金额 金额含税 含税总额 含税总金额 开票金额 发票金额 应收金额
    单据金额 合计金额 总金额 总额 账单金额 应收账款 原币金额 本币金额 invoiceamount invoicetotal
    billtotal grandtotal totalamount amountincltax amountinclvat amountinctax grossamount gross
    totalgross totalinclvat amountgross invoicevalue billamount originalamount total amountdue
    betrag bruttobetrag 金额 amount
net: 不含税金额 金额不含税 未税金额 净额 无税金额 税前金额 金额未税 net netamount amountnet
    subtotal amountexcltax amountexclvat amountextax totalnet taxableamount nettobetrag
tax: 税额 增值税额 税金 销项税额 税额合计 tax taxamount vat vatamount totaltax gst gstamount
    mwst
order: @order
contract: 合同号 合同编号 合同 合同号码 contract contractno contractnumber contractid agreement
delivery_date: 交货日期 发货日期 送货日期 出库日期 验收日期 deliverydate shipdate shippeddate
    dateshipped shippingdate
description: @description
status: 发票状态 单据状态 状态 票据状态 status invoicestatus documentstatus state
""",
    "receipts": """
number: 收款单号 收款单编号 收款编号 收款单据号 回款单号 到账编号 流水号 交易流水号 银行流水号
    单据编号 单据号 单号 凭证号 票据号 receiptnumber receiptno receiptid paymentnumber paymentno
    paymentid documentnumber documentno docno transactionid checknumber chequenumber checkno
    voucherno number no receipt
customer: @customer_code
customer_name: @customer_name
date: 收款日期 到账日期 回款日期 入账日期 付款日期 交易日期 业务日期 单据日期 记账日期 日期
    receiptdate paymentdate paiddate datepaid datereceived receiveddate valuedate
    transactiondate postingdate settleddate date
currency: @currency
amount: 收款金额 到账金额 回款金额 实收金额 本次收款 收入金额 付款金额 交易金额 入账金额
    单据金额 receiptamount amountreceived receivedamount paymentamount amountpaid paidamount
    paid applied total 金额 amount
method: 收款方式 结算方式 付款方式 支付方式 回款方式 method paymentmethod paymenttype
    modeofpayment
reference: 参考号 参考 参考信息 备注 摘要 附言 用途 交易附言 汇款附言 reference paymentreference
    ref remark remarks memo description details
payer: 付款人 付款方 付款人名称 付款方名称 付款单位 付款户名 对方户名 对方名称 汇款人 payer
    payername paidby remitter
payer_account: 付款账号 付款人账号 付款方账号 对方账号 汇款账号 付款银行账号 payeraccount
    payeraccountnumber payeriban remitteraccount
""",
    "allocations": """
receipt: 收款单号 收款单编号 收款编号 收款单 回款单号 收款单据号 receipt receiptnumber receiptno
    receiptid payment paymentnumber paymentno paymentid
credit_note: 贷项通知单 贷项通知单号 贷项单号 红字发票号 红字发票号码 红字发票 creditnote
    creditnotenumber creditnoteno creditmemo
invoice: 发票号 发票号码 发票编号 发票 应收单号 应收单编号 应收单 数电票号码 数电发票号码
    核销发票号 invoice invoicenumber invoiceno invoiceid invno
amount: 核销金额 本次核销金额 本次核销 分配金额 冲销金额 核销额 结算金额 amountallocated
    allocatedamount amountapplied appliedamount allocation applied 金额 amount
date: 核销日期 核销时间 分配日期 结算日期 日期 allocationdate applicationdate dateapplied
    settleddate date
customer: @customer_code
customer_name: @customer_name
""",
    "orders": """
number: @order 合同订单号 单据编号 单据号 单号 documentnumber documentno docno number no
customer: @customer_code
customer_name: @customer_name
date: 订单日期 下单日期 订货日期 签订日期 单据日期 业务日期 日期 orderdate dateordered orderedon
    documentdate docdate date
currency: @currency
amount: 订单金额 订单总额 价税合计 含税金额 订货金额 合计金额 总金额 总额 orderamount ordertotal
    ordervalue totalamount grandtotal total 金额 amount
delivered: 已交付金额 已发货金额 已交货金额 已出库金额 已送货金额 累计发货金额 累计出库金额
    已交付 已发货 delivered deliveredamount amountdelivered shipped shippedamount
expected_date: 预计交货日期 预计发货日期 要求交货日期 要求到货日期 计划交货日期 交货日期 交期
    expecteddelivery expecteddate expecteddeliverydate requesteddate requireddate promiseddate
delivery_date: 最近发货日期 最近交货日期 实际发货日期 实际交货日期 发货日期 出库日期 deliverydate
    shipdate shippeddate lastdelivery
invoices: 发票号 发票号码 已开发票号 invoices invoicenumbers invoiceno
status: 订单状态 单据状态 状态 status orderstatus state
description: @description
""",
}

#: Fields without which a row of the table means nothing; of a tuple, one is enough.
NEEDED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "customers": (("code", "name"),),
    "invoices": (("number",), ("customer", "customer_name"), ("issue_date",), ("amount",)),
    "receipts": (("customer", "customer_name", "payer"), ("date",), ("amount",)),
    "allocations": (("receipt", "credit_note"), ("invoice",), ("amount",)),
    "orders": (("number",), ("customer", "customer_name"), ("date",), ("amount",)),
}

#: Columns that only bank statements have.
_BANK_NAMES: Final = """
balance credit debit deposit deposits moneyin moneyout runningbalance withdrawal withdrawals
    交易后余额 交易对方 交易时间 交易流水号 余额 借方发生额 借方金额 借贷标志 对手名称 对手账号
    对方单位 对方名称 对方户名 对方账号 支出 支出金额 收付方名称 收付方账号 收入 收入金额 收支
    收支标志 收支标识 本方账号 本次余额 联机余额 账户余额 贷方发生额 贷方金额 转入金额 转出金额
"""

_SIMPLE: Final = str.maketrans(
    "發號戶稱額單價稅購貨應賬帳類種據約記業務條訂編碼聯絡電話郵國區語幣備註說項實際總間減銷訖狀態",
    "发号户称额单价税购货应账账类种据约记业务条订编码联络电话邮国区语币备注说项实际总间减销讫状态",
)
_BRACKETS: Final = re.compile(r"\(([^()]*)\)|\[([^][]*)\]|【([^】]*)】|<([^<>]*)>|\{([^{}]*)\}")
_NOISE: Final = re.compile(r"[^0-9a-z\u3400-\u9fff]+")
_SCALES: Final = {"万": 10_000, "萬": 10_000, "千": 1_000, "k": 1_000, "亿": 10**8, "億": 10**8}
_EXCLUSIVE: Final = re.compile(
    r"不含|未税|税前|除税|\bnet\b|excl|ex\.? ?(?:tax|vat)|before tax", re.IGNORECASE
)


class Unit(NamedTuple):
    """What a header says in brackets about the amounts under it."""

    scale: int = 1
    currency: str = ""


def key(header: str) -> str:
    """Return what headers are compared by, the text in brackets included."""
    return _NOISE.sub("", plain(header).lower().translate(_SIMPLE))


@lru_cache(maxsize=4096)
def ranks(header: str, kind: str) -> tuple[tuple[str, int], ...]:
    """Return the fields a header may stand for, each with the rank of its name."""
    if is_reason(header):
        return ()
    known = _INDEX[kind].get(key(header))
    if known is None and _BRACKETS.search(plain(header)):
        known = _INDEX[kind].get(key(_BRACKETS.sub(" ", plain(header))), ())
        inside = " ".join(found[0] for found in _BRACKETS.finditer(plain(header)))
        if _EXCLUSIVE.search(inside) and "amount" in dict(known):
            known = (("net", 0),) if kind == "invoices" else ()
    return known or ()


def is_reason(header: str) -> bool:
    """Return whether the column was added to a file of rejected rows by this program."""
    return header.strip().lower().startswith(REASON_HEADERS)


def unit(header: str) -> Unit:
    """Return the scale and currency that brackets of a header name.

    金额（万元） counts in ten thousands, Amount (USD) in dollars; 元 names no currency.
    """
    scale, currency = 1, ""
    for found in _BRACKETS.finditer(plain(header)):
        for word in re.split(r"[:/, ]", next(filter(None, found.groups()), "")):
            counted = _SCALES.get(word.lower() if len(word) == 1 else word[:1])
            scale = counted or scale
            rest = word[1:] if counted else word
            if rest != "元":
                currency = currencies.meaning(rest) or currency
    return Unit(scale, currency)


def fields(kind: str) -> tuple[str, ...]:
    """Return the fields of a table."""
    return tuple(_NAMES[kind])


def is_bank(header: str) -> bool:
    """Return whether only bank statements have this column."""
    bare = key(_BRACKETS.sub(" ", plain(header)))
    return key(header) in _BANK or bare in _BANK


def _parsed(text: str) -> dict[str, list[str]]:
    """Read ``field: names`` with indented continuation lines."""
    names: dict[str, list[str]] = {}
    field = ""
    for line in text.strip().splitlines():
        if not line.startswith(" "):
            field = line.partition(":")[0]
        names.setdefault(field, []).extend(line.removeprefix(f"{field}:").split())
    return names


def _expanded(text: str) -> dict[str, list[str]]:
    return {
        field: [
            spelling
            for word in words
            for spelling in (_GROUPS[word[1:]] if word[0] == "@" else [word])
        ]
        for field, words in _parsed(text).items()
    }


def _index(kind: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each key the fields it names, with the rank of the name."""
    index: dict[str, dict[str, int]] = {}
    for field, spellings in _NAMES[kind].items():
        for rank, spelling in enumerate([*spellings, field]):
            index.setdefault(key(spelling), {}).setdefault(field, rank)
    return {spelling: tuple(entry.items()) for spelling, entry in index.items()}


_GROUPS: Final = _parsed(_SHARED)
_NAMES: Final = {kind: _expanded(text) for kind, text in _TABLES.items()}
_INDEX: Final = {kind: _index(kind) for kind in KINDS}
_BANK: Final = frozenset(_BANK_NAMES.split())
