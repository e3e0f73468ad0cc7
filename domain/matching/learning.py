"""What a decision of a person teaches: the next payment like it finds its customer itself.

Three things may come again: the account, the payer's name and a telling word of the
text. Each is kept with the customer; when the same key was given to two customers,
it tells neither, and the payment is asked about.
"""

from __future__ import annotations

import re
from typing import Final

from domain.matching.names import full_key
from domain.matching.payers import account_key
from domain.matching.text import fold
from domain.matching.values import Learned, Payment

#: Who pays for everybody tells nothing: payment services, banks, cash desks.
_EVERYBODY: Final = re.compile(
    r"支付宝|财付通|微信|银联|拉卡拉|通联支付|银行|清算|待划转|ALIPAY|PAYPAL|STRIPE|BANK"
)
#: Words that stand beside anybody's money.
_COMMON: Final = re.compile(
    r"(?:部分|剩余|本月|上月|当月|年度|季度|月份|相关|全部|及时|请查收|谢谢|代付|代|付|支付|收|转账|转|汇入"
    r"|汇款|汇|网银|跨行|大额|小额|对公|对私|企业|手机银行|银行|电汇|汇兑来账|来账|往来款?|货款?|采购|购货"
    r"|材料|加工|服务|技术|设备|工程|进度|结算|预付|订金|定金|尾款|余款|首付|质保金?|保证金|押金|费用?"
    r"|款项?|发票号?码?|票号|单号|订单号?|合同编?号?|编号|尾号|号码?|对账单|账单|金额|人民币|元|扣减?|手续"
    r"|红字|退货|附言|摘要|用途|备注|流水号?|电话|账号|年|月|日|和|及|与|的|等|张|笔|期|第|共|台|件|吨|楼|室)+"
)
_RUN: Final = re.compile(r"[\u3400-\u9fff]{2,}")
_SHORTEST: Final = 3
_LONGEST: Final = 16


def learn(payment: Payment, customer_id: int) -> list[Learned]:
    """Return what giving this payment to this customer teaches.

    A masked account, a name such as a payment service's and words that stand beside
    anybody's money teach nothing. 丹枫餐饮 2508 2509 paid by a person teaches the
    account, the person's name and the word 丹枫餐饮.
    """
    found = []
    is_everybody = bool(_EVERYBODY.search(fold(payment.name)))
    account = account_key(payment.account)
    if len(account) >= 6 and not is_everybody:
        found.append(("account", account))
    name = full_key(payment.name)
    if len(name) >= 2 and not is_everybody:
        found.append(("name", name))
    word = keyword(payment.text)
    if word:
        found.append(("keyword", word))
    return [Learned(kind=kind, key=key, customer_id=customer_id) for kind, key in found]


def keyword(text: str) -> str:
    """Return the longest telling Chinese word of a text, empty without one."""
    runs = _RUN.findall(fold(text))
    words = [word for run in runs for word in _COMMON.split(run)]
    best = max(words, key=len, default="")
    return best if _SHORTEST <= len(best) <= _LONGEST else ""
