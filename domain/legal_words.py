"""What legal events and ways of sending are called, for papers and screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.fields import Pair

KINDS: Final[Mapping[str, Pair]] = {
    "part_payment": ("部分付款", "Part payment"),
    "promise_written": ("书面承诺付款", "Written promise"),
    "instalment_plan": ("分期还款协议", "Instalment plan"),
    "security_given": ("提供担保", "Security given"),
    "extension_request": ("请求延期付款", "Extension asked for"),
    "statement_signed": ("对账单签章", "Statement signed"),
    "letter_delivered": ("催款函送达", "Letter delivered"),
    "assignment_notice": ("债权转让通知送达", "Notice of assignment"),
    "setoff_notice": ("抵销通知送达", "Notice of set-off"),
    "lawsuit": ("起诉", "Lawsuit"),
    "arbitration": ("申请仲裁", "Arbitration"),
    "payment_order": ("申请支付令", "Payment order"),
    "preservation": ("诉前财产保全", "Preservation"),
    "bankruptcy_claim": ("申报破产债权", "Bankruptcy claim"),
    "mediation": ("申请调解", "Mediation"),
    "police_report": ("报案、控告", "Police report"),
    "paper_delivered": ("函件寄送", "Paper sent"),
}
CHANNELS: Final[Mapping[str, Pair]] = {
    "ems": ("EMS", "EMS"),
    "post": ("挂号信", "Registered post"),
    "courier": ("快递", "Courier"),
    "email": ("电子邮件", "E-mail"),
    "wechat": ("微信", "WeChat"),
    "hand": ("当面递交", "By hand"),
}
