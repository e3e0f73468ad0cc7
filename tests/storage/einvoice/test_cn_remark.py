"""What the remark of a Chinese invoice tells."""

import pytest

from storage.einvoice.cn_remark import contract, corrected, order

BLUE = "25312000000000000001"


@pytest.mark.parametrize(
    "remark,numbers",
    [
        (f"被红冲蓝字数电票号码：{BLUE} 红字发票信息确认单编号：31010824091002615708", (BLUE,)),
        (f"被红冲蓝字数电发票号码:{BLUE}", (BLUE,)),
        (f"被红冲蓝字发票号码：{BLUE}", (BLUE,)),
        (f"对应蓝字发票{BLUE}", (BLUE,)),
        ("对应正数发票代码:050003521270 号码:69023540行行行", ("05000352127069023540",)),
        ("对应正数发票代码：0500035212号码：69023540", ("050003521269023540",)),
        ("对应正数发票代码：123 号码：456", ()),
        ("开具红字增值税专用发票信息表编号: 3101082409100261", ()),
        ("合同号HT-2025-018", ()),
        ("", ()),
    ],
)
def test_the_corrected_invoice(remark, numbers):
    assert corrected(remark) == numbers


@pytest.mark.parametrize(
    "remark,orders,contracts",
    [
        ("合同号HT-2025-018", "", "HT-2025-018"),
        ("合同编号：XS20250301；订单编号 SO-1", "SO-1", "XS20250301"),
        ("订单号:4500012345", "4500012345", ""),
        ("PO:7781-2 三月货款", "7781-2", ""),
        ("按合同约定付款", "", ""),
        ("三种税率", "", ""),
    ],
)
def test_order_and_contract(remark, orders, contracts):
    assert (order(remark), contract(remark)) == (orders, contracts)
