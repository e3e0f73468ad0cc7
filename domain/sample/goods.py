"""What the made-up firm sells, and the words its bookkeeper writes."""

from __future__ import annotations

from typing import Final

from domain.disputes import DisputeKind

#: Chinese name, English name, unit price in fen without quantity.
GOODS: Final = (
    ("精密轴承套 ZK-20", "bearing sleeve ZK-20", 3850),
    ("导轨滑块 DH-35", "guide carriage DH-35", 21640),
    ("滚珠丝杆 GS-1605", "ball screw GS-1605", 46275),
    ("同步带轮 TB-28", "timing pulley TB-28", 6730),
    ("联轴器 LZ-40", "shaft coupling LZ-40", 9285),
    ("不锈钢法兰 FL-80", "stainless flange FL-80", 13460),
    ("气缸端盖 QG-63", "cylinder end cap QG-63", 7915),
    ("主轴拉钉 LD-45", "pull stud LD-45", 2640),
    ("减速机壳体 JK-110", "gearbox housing JK-110", 68950),
    ("定位销组 DW-12", "dowel pin set DW-12", 1235),
    ("液压阀块 YF-6", "hydraulic manifold YF-6", 52380),
    ("齿轮轴 CZ-24", "gear shaft CZ-24", 18825),
    ("密封压板 MF-50", "seal plate MF-50", 4470),
    ("夹具底板 JD-300", "fixture plate JD-300", 37160),
)
#: Kind, what the customer says, what we note.
DISPUTES: Final = (
    (DisputeKind.QUANTITY, "到货少件", "待仓库核对送货单"),
    (DisputeKind.QUALITY, "尺寸超差，要求退换", "质检部已取样"),
    (DisputeKind.PRICE, "按旧价目执行", "合同补充协议待确认"),
    (DisputeKind.DELIVERY, "物流签收单非本人签字", "已向承运人调取签收底单"),
    (DisputeKind.DOCUMENTS, "未收到签收单原件", "补寄签收单原件"),
)
DISPUTES_EN: Final = (
    (DisputeKind.QUANTITY, "Fewer pieces than on the packing list", "Warehouse is counting."),
    (DisputeKind.QUALITY, "Bore out of tolerance; asks for replacements", "Samples requested."),
)
CREDITS: Final = ("退货红冲", "价格折让", "质量扣款", "短少补差")
DEBITS: Final = ("补收运费", "补价差", "加急费")
METHODS: Final = ("银行转账", "银行转账", "银行转账", "网银支付", "电子承兑", "支票")
#: Name, when it counts a month's billing in thousandths: quiet at New Year, busy in autumn.
SEASON: Final = (880, 800, 1060, 1040, 1020, 1040, 940, 920, 1060, 1020, 1120, 1160)


def described(place: int, quantity: int, language: str) -> str:
    """Return the text of an invoice for a number of pieces."""
    zh, en, _ = GOODS[place]
    if language == "en":
        return f"{quantity:,} pcs {en}"
    return f"{zh} × {quantity:,} 件"
