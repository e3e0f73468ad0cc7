"""Names that columns of bank statements have, in tables of banks and wallets.

Compared as other headers are (``domain.reading.headers``); what stands in brackets is
dropped where the whole is unknown: ``交易金额[ Trade Amount ]`` is 交易金额, while
交易金额(收入) is money in. The order of the names is their rank: where several columns
fit a field, the earlier name wins, so a date of the transaction goes before the date of
its booking, and figures in the account's own currency before those of the transaction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from domain.reading.cells import plain
from domain.reading.headers import key

#: In the order in which they choose their column; ``+`` marks fields that take several.
_NAMES: Final = """
date: 交易日期 交易日 发生日期 交易日期时间 交易日期及时间 交易时间日期 日期 交易时间 发生时间
    交易创建时间 记账日期 记账日 记账时间 入账日期 入账时间 入账日 银行记账日 业务日期 完成时间
    时间 transactiondate transdate trandate txndate date bookingdate bookdate dateoftransaction
    dateposted posteddate postingdate postdate entrydate completeddate datetime time buchungstag
    buchungsdatum buchung datum boekdatum transactiedatum fecha fechaoperación fechadeoperación
    fechacontable dateopération datedelopération datedopération datecomptable dataoperazione
    datacontabile data valuedate
credit: 贷方发生额 贷方金额 贷方 贷方入账 收入 收入金额 转入 转入金额 存入 存入金额 进账 进账金额
    收入发生额 来账金额 收方发生额 应结订单金额 credit credits creditamount amountcredit creditamt
    deposit deposits depositamount paidin moneyin amountin in cr inflow haben gutschrift crédit
    montantcrédit abono abonos haber ingreso ingresos avere accrediti entrate 入账金额
debit: 借方发生额 借方金额 借方 借方出账 支出 支出金额 转出 转出金额 出账金额 取出 取出金额 支取
    支取金额 付款发生额 支出发生额 往账金额 付方发生额 退款金额 debit debits debitamount
    amountdebit debitamt withdrawal withdrawals withdrawalamount paidout moneyout amountout out dr
    outflow soll lastschrift belastung débit montantdébit cargo cargos debe gasto gastos dare
    addebiti uscite
amount: 记账金额 入账金额 入账币种金额 结算金额 交易币种金额 人民币金额 实付金额 商家实收 发生额
    发生金额 交易金额 收支金额 收入支出金额 变动金额 交易发生额 金额 amount billingamount
    transactionamount amountoftransaction bookedamount betrag buchungsbetrag umsatz montant importe
    bedrag importo net netto value
direction: 借贷标志 借贷标识 借贷方向 借贷标记 借贷 借或贷 收支标志 收支标识 收支方向 收支类型 收支
    收付标志 收付方向 收付类型 交易方向 资金流向 方向 debitcredit creditdebit drcr crdr
    debitcreditindicator creditdebitindicator creditordebit cdtdbtind afbij sollhaben direction
    sens dc cd
balance: 交易后余额 账户余额 本次余额 联机余额 余额 账户结余 结余 当前余额 balance runningbalance
    runningbal disponible balanceafter balanceaftertransaction aftertransactionbalance
    accountbalance ledgerbalance saldo kontostand saldonachbuchung solde saldonatrn saldonamutatie
    closingbalance availablebalance
currency: 记账币种 入账货币 入账币种 结算币种 结算货币 币种 币别 货币 货币种类 币制 交易货币
    交易币种 billingcurrency accountcurrency currency currencycode ccy curr cur währung waehrung
    waehr devise moneda divisa munt muntsoort
time: 交易时间 交易时刻 记账时间 入账时间 发生时间 时间 time transactiontime tijd uhrzeit hora
    heure
value_date: 起息日 起息日期 起息时间 valuedate valueon valuta valutadatum wertstellung
    wertstellungstag fechavalor fvalor datevaleur datedevaleur datavaluta rentedatum 记账日期
    记账日 入账日期 入账时间 入账日 银行记账日 bookingdate postingdate postdate posteddate
own_account: 本方账号 我方账号 查询账号 账号 账户号 银行账号 本方账户 本方银行账号 交易账号
    账户账号 账户 借记卡号 交易卡号 卡号 卡末四位 卡号末四位 卡号后四位 accountnumber accountno
    account accountid ownaccount auftragskonto ibanauftragskonto rekening rekeningnummer ibanbban
    firstbankcard cardno cardnumber card iban bankaccount konto kontonummer
owner: 本方户名 本方账户名称 本方名称 账户名称 账户名 户名 公司名称 单位名称 accountname
    accountholder accountowner shortname bezeichnungauftragskonto
account: 对方账号 对方账户 对方账户号 对方卡号账号 对方卡号 对方银行账号 对手账号 对手账户
    交易对手账号 收付方账号 对方账号卡号 往来账号 counterpartyaccount counterpartyaccountnumber
    counterpartyiban partneraccount partnerbankaccount beneficiaryaccount payeeaccount otheraccount
    kontonummeriban ibanzahlungsbeteiligter tegenrekening tegenrekeningibanbban iban bankaccount
    kontonummer cuentabeneficiario
name: 对方户名 对方名称 对方单位 对方单位名称 对方账户名 对方账户名称 对方账号名称 对方姓名
    对手名称 对手户名 交易对手名称 交易对手户名 交易对手 收付方名称 交易对方 交易对方名称 商户名称
    往来单位 往来户名 counterparty counterpartyname partnername partner otherparty beneficiary
    beneficiaryname merchantname fromto auftraggeberempfänger beguenstigterzahlungspflichtiger
    begünstigterzahlungspflichtiger namezahlungsbeteiligter zahlungsempfänger empfänger
    naamtegenpartij tegenpartij naamomschrijving tiers beneficiario ordenante name naam
party: 对手信息 对方信息 对方账号与户名 对方户名账号 对方账号户名 对方户名与账号 对方账户信息
bank: 对方开户行 对方开户行名 对方开户行名称 对方行名 对方开户机构 对方银行 对方银行名称
    收付方开户行名 对方账号开户行 对手开户行 对手行名 对方开户银行 交易行名 counterpartybank
    beneficiarybank bankname bic bicswiftcode swift
payer_account: 付款人账号 付款账号 付款方账号 付款人账户 付款卡号 payeraccount debitaccountno
payer_name: 付款人名称 付款人户名 付款方名称 付款方户名 付款户名 付款人 付款方 payersname payername
    payer zahlungspflichtiger
payer_bank: 付款人开户行名 付款人开户行 付款行名 付款方开户行 付款行名称 付款开户行
payee_account: 收款人账号 收款账号 收款方账号 收款人账户 收款卡号 payeesaccountnumber
payee_name: 收款人名称 收款人户名 收款方名称 收款方户名 收款户名 收款人 收款方 payeesname payeename
    payee zahlungsempfängerin
payee_bank: 收款人开户行名 收款人开户行 收款行名 收款方开户行 收款行名称 收款开户行
+text: 摘要 交易摘要 业务摘要 用途 交易用途 附言 交易附言 客户附言 客户摘要 其它摘要 其他摘要
    扩展摘要 交易说明 交易详情 交易描述 商品说明 商品名称 商品 订单标题 业务描述 说明 备注 交易地点
    交易场所 description transactiondescription details detail paymentdetails transactiondetails
    label memo note notes narrative narration particulars text remittanceinformation remarks remark
    subject purpose comment verwendungszweck libellé libelléopération communication concepto
    descripción movimiento detalle observaciones omschrijving omschrijving1 omschrijving2
    mededelingen causale descrizione item1 item2 vorgang
serial: 交易流水号 账户明细编号交易流水号 银行流水号 流水号 核心唯一流水号 交易流水 账务流水号
    资金流水单号 交易订单号 交易单号 支付宝交易号 微信订单号 交易号 主机流水号 核心流水号
    柜员流水号 日志号 交易日志号 回单编号 回单号 内部编号 transactionid transactionreference
    transactionref transactionno transactionnumber transactionreferencenumber txid fitid
    bankreference operationnumber 凭证号
+reference: 商户订单号 商家订单号 商户单号 商家单号 业务参考号 流程实例号 业务流水号
    微信支付业务单号 票据号 凭证号码 凭证号 客户申请号 客户业务编号 业务凭证号 reference
    referenceno referencenumber ref paymentreference endtoendid endtoendreference customerreference
    kundenreferenz kundenreferenzendtoend référence referencia kenmerk betalingskenmerk checknumber
    chequenumber documentnumber reference1 reference2
code: 交易类型 业务类型 交易名称 业务名称 交易分类 交易种类 交易代码 类型 transactiontype type
    transactioncode buchungstext umsatzart mutatiesoort code category
charges: 手续费 手续费总额 服务费 交易手续费 fee fees charge charges commission gebühr frais
    comisión kosten
status: 交易状态 当前状态 状态 status transactionstatus state
+moved: 资金状态 付款时间
opening: 期初余额 initialbalance openingbalance
closing: 期末余额 finalbalance
"""
_BRACKETS: Final = re.compile(r"[(\[【<{]([^()\[\]【】<>{}]*)(?:[)\]】>}]|$)")
#: Débit euros, 余额/元: the unit without brackets.
_UNIT: Final = re.compile(r"(?:元|rmb|cny|euros?|eur|usd|gbp|hkd)$")
_INWARD: Final = re.compile(r"收入|存入|转入|贷|\bin\b|credit", re.IGNORECASE)
_OUTWARD: Final = re.compile(r"支出|支取|转出|借|\bout\b|debit", re.IGNORECASE)
_WORDS: Final = re.compile(r"摘要|附言|用途|(?<!费率)备注|个性化信息内容")
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
#: Headers are short; longer text is none.
_LONGEST: Final = 60
#: Second rows of headers, under one that spans their columns.
_PARTS: Final = re.compile(
    r"借方?|贷方?|收入|支出|存入|支取|转入|转出|借方?\(?支出\)?|贷方?\(?收入\)?|debit|credit",
    re.IGNORECASE,
).fullmatch
_DATES: Final = frozenset({"date", "value_date"})
_MONEY: Final = frozenset({"amount", "credit", "debit"})


def _parsed() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    field = ""
    for line in _NAMES.strip().splitlines():
        if not line.startswith(" "):
            field = line.partition(":")[0]
        names.setdefault(field, []).extend(line.removeprefix(f"{field}:").split())
    return names


def _index() -> dict[str, tuple[tuple[str, int], ...]]:
    index: dict[str, dict[str, int]] = {}
    for field, spellings in _parsed().items():
        for rank, spelling in enumerate(spellings):
            index.setdefault(_key(spelling), {}).setdefault(field.removeprefix("+"), rank)
    return {spelling: tuple(entry.items()) for spelling, entry in index.items()}


def _key(header: str) -> str:
    return key(header).replace("帐", "账")


_INDEX: Final = _index()
FIELDS: Final = tuple(name.removeprefix("+") for name in _parsed())
SEVERAL: Final = frozenset(name[1:] for name in _parsed() if name.startswith("+"))


@lru_cache(maxsize=4096)
def ranks(header: str) -> tuple[tuple[str, int], ...]:
    """Return the fields a header may stand for, each with the rank of its name."""
    if not header or len(header) > _LONGEST:
        return ()
    text = plain(header)
    whole = _key(text)
    known = _INDEX.get(whole)
    if known is not None:
        return known
    base = _key(_BRACKETS.sub(" ", text))
    known = _INDEX.get(base) or _INDEX.get(_UNIT.sub("", base)) or ()
    inside = " ".join(found[1] for found in _BRACKETS.finditer(text))
    sided = _sided(dict(known), inside)
    if sided or known:
        return sided or known
    return (("text", 99),) if _WORDS.search(whole) else ()


def _sided(known: dict[str, int], inside: str) -> tuple[tuple[str, int], ...]:
    """Return the side that brackets give an amount: 交易金额(收入) is money in."""
    rank = known.get("amount")
    if rank is None or bool(_INWARD.search(inside)) == bool(_OUTWARD.search(inside)):
        return ()
    return (("credit" if _INWARD.search(inside) else "debit", rank),)


def choose(headers: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the columns of each field, each column used once, best names first."""
    found: dict[str, tuple[str, ...]] = {}
    fits = [dict(ranks(header)) for header in headers]
    free = [bool(fit) for fit in fits]
    for field in FIELDS:
        places = [place for place, fit in enumerate(fits) if free[place] and field in fit]
        places.sort(key=lambda place: fits[place][field])
        taken = sorted(places) if field in SEVERAL else places[:1]
        for place in taken:
            free[place] = False
        if taken:
            found[field] = tuple(headers[place] for place in taken)
    return found


def known(cells: Sequence[str]) -> int:
    """Return how many fields the cells of a row name, 0 without a date and a figure."""
    found = {name for cell in cells for name, _ in ranks(cell)[:1]}
    named = {name for cell in cells for name, _ in ranks(cell)}
    return len(found) if named & _DATES and named & _MONEY else 0


def is_statement(headers: Sequence[str]) -> bool:
    """Return whether headers are those of an account: dates, and money with its way.

    A date and an amount alone are in many tables; a balance, a direction, both sides or
    both parties beside them are a bank's.
    """
    found = choose(headers).keys()
    ways = ({"credit", "debit"}, {"amount", "balance"}, {"amount", "direction"})
    parties = {"amount", "payer_account", "payee_account"}
    return "date" in found and any(way <= found for way in (*ways, parties))


def is_second_row(cells: Sequence[str]) -> bool:
    """Return whether a row only says 借方 and 贷方 under a header that spans both."""
    texts = [text for cell in cells if (text := plain(cell))]
    return len(texts) > 1 and all(map(_PARTS, texts))


def is_chinese(headers: Sequence[str]) -> bool:
    """Return whether the headers are Chinese, and their figures so written (1,234.56)."""
    return any(_CHINESE.search(header) for header in headers)
