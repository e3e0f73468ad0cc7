"""Finished values to print: one firm, a few customers, any number of rows."""

from __future__ import annotations

from datetime import date, timedelta

from domain.capital import capital
from domain.customer import Company
from domain.letters.dunning import compose_text, dunning_key
from domain.letters.words import long_date, sentence
from domain.money import Money, grouped
from domain.papers import (
    Addressee,
    AgeingReport,
    AgeingRow,
    DunningLetter,
    DunningLine,
    EarlierLetter,
    InterestLine,
    ReceiptNote,
    ReceiptUse,
    StatementLine,
    StatementOfAccount,
    Strip,
)
from storage.templates import TEMPLATES


class ShippedBook:
    """A book without texts of its own: letters are written with the default ones."""

    templates = TEMPLATES

    def records(self, _kind, **_where):
        return []


FIRM = Company(
    name="苏州沐川精密配件有限公司",
    name_en="Suzhou Muchuan Precision Parts Co., Ltd.",
    tax_id="91320506EXAMPLE07T",
    address="苏州市吴中区甪直镇沐川路 18 号",
    postcode="215127",
    phone="0512-5555 0120",
    email="zhoumin@example.cn",
    contact="周敏",
    bank="中国工商银行苏州甪直支行",
    bank_account="1102 0217 0900 0461 283",
    bank_code="102305002174",
    letter_prefix="沐",
)
FIRM_EN = Company(
    name=FIRM.name,
    name_en=FIRM.name_en,
    tax_id=FIRM.tax_id,
    address="18 Muchuan Road, Luzhi Town, Wuzhong District, Suzhou, China",
    postcode="215127",
    phone="+86 512 5555 0120",
    email="zhoumin@example.cn",
    contact="Zhou Min",
    bank="Industrial and Commercial Bank of China, Suzhou Luzhi Sub-branch",
    bank_account="1102 0217 0900 0461 283",
    bank_code="ICBKCNBJSUZ",
)
CUSTOMER = Addressee(
    code="C0017",
    name="杭州临岸机电设备有限公司",
    name_en="Hangzhou Lin'an Mechanical & Electrical Equipment Co., Ltd.",
    address="浙江省杭州市钱塘区临岸路 266 号",
    postcode="310018",
    contact="财务部　李经理",
)
CUSTOMER_EN = Addressee(
    code="C0200",
    name="Brandt & Söhne Antriebstechnik GmbH",
    name_en="Brandt & Söhne Antriebstechnik GmbH",
    address="Werkstraße 12\nHalle 4",
    postcode="70565 Stuttgart",
    contact="Ms Anke Vogel",
    country="Germany",
)
#: Sixty characters, in Chinese with rare ones and in Latin.
LONG_ZH = "喆堃镕犇昇珺翀㛃" + "长江三角洲一体化示范区先进制造与供应链协同创新发展" * 2 + "有限公司"
LONG_EN = "Consolidated Overseas Antriebstechnik and Precision Holdings"

AS_OF = date(2026, 11, 20)


def firm(language: str) -> Company:
    """Return the firm for a language."""
    return FIRM if language == "zh" else FIRM_EN


def customer(language: str) -> Addressee:
    """Return a customer for a language."""
    return CUSTOMER if language == "zh" else CUSTOMER_EN


def dunning_line(n: int) -> DunningLine:
    """Return the n-th overdue item."""
    amount = 12_860_000 + 731_55 * n
    settled = 4_000_000 if n % 5 == 1 else 0
    disputed = 1_218_000 if n % 4 == 3 else 0
    issued = date(2026, 7, 18) + timedelta(days=n % 60)
    return DunningLine(
        number=f"2632200000{87104862 + 6313445 * n:010d}",
        issued_on=issued,
        due_on=issued + timedelta(days=30),
        days_overdue=(AS_OF - issued).days - 30,
        amount=amount,
        settled=settled,
        disputed=disputed,
        open=amount - settled - disputed,
        level=3,
    )


def letter(
    rows: int = 5,
    language: str = "zh",
    level: int = 3,
    *,
    currency: str = "CNY",
    interest: bool = False,
    unapplied: int = 0,
    to: Addressee | None = None,
) -> DunningLetter:
    """Return a letter with a number of items, worded by default."""
    lines = tuple(dunning_line(n) for n in range(1, rows + 1))
    principal = sum(line.open for line in lines)
    segments = tuple(_segment(line) for line in lines) if interest else ()
    late = sum(segment.amount for segment in segments)
    total = principal - unapplied + late
    who = to or customer(language)
    company = firm(language)
    facts = _letter_facts(company, who, (language, currency), lines, total)
    facts["principal"] = sentence(Money(principal, currency), language)
    key = dunning_key(level)
    title, salutation, opening, closing = compose_text(
        TEMPLATES, key, language, facts, TEMPLATES.shipped(key, language)
    )
    number = "沐催字〔2026〕第0041号" if language == "zh" else "DL-2026-0041"
    earlier = (
        EarlierLetter(number="沐催字〔2026〕第0033号", dated_on=date(2026, 10, 30), level=2),
    )
    return DunningLetter(
        company=company,
        customer=who,
        number=number,
        language=language,
        level=level,
        currency=currency,
        dated_on=AS_OF,
        as_of=AS_OF,
        pay_by=AS_OF + timedelta(days=10),
        title=title,
        salutation=salutation,
        opening=opening,
        closing=closing,
        lines=lines,
        principal=principal,
        unapplied=unapplied,
        interest=late,
        fees=0,
        total=total,
        earlier=earlier if level > 2 and language == "zh" else (),
        interest_lines=segments,
    )


def _letter_facts(company, who, spoken, lines, total):
    language, currency = spoken
    return {
        "company": company.name if language == "zh" else company.name_en,
        "customer": who.name if language == "zh" else who.name_en or who.name,
        "as_of": long_date(AS_OF, language),
        "pay_by": long_date(AS_OF + timedelta(days=10), language),
        "count": str(len(lines)),
        "sum": grouped(total, currency),
        "currency": currency,
        "capital": capital(total) if currency == "CNY" else "",
        "days": str(max((line.days_overdue for line in lines), default=0)),
        "contact": company.contact,
        "phone": company.phone,
        "email": company.email,
    }


def _segment(line: DunningLine) -> InterestLine:
    amount = line.open * line.days_overdue * 5 // 10000
    return InterestLine(
        number="…" + line.number[-4:],
        principal=line.open,
        from_on=line.due_on + timedelta(days=1),
        to_on=AS_OF,
        days=line.days_overdue,
        rate="0.05 %",
        amount=amount,
    )


def _movements(rows: int, opening: int) -> list[StatementLine]:
    running = opening
    lines = [
        StatementLine(on=date(2026, 9, 30), kind="brought_forward", number="", balance=opening)
    ]
    for n in range(rows):
        on = date(2026, 10, 1) + timedelta(days=n * 30 // max(rows, 1))
        if n % 3 == 0:
            debit, credit, kind, words = 0, 3_858_000 + n, "receipt", "银行转账，冲发票尾号 4418"
        elif n % 7 == 5:
            debit, credit, kind, words = 0, 360_000, "credit_note", "退货 4 件，冲发票尾号 5187"
        else:
            debit, credit, kind, words = 5_747_000 + n, 0, "invoice", "减速机壳体 380 件"
        running += debit - credit
        lines.append(
            StatementLine(
                on=on,
                kind=kind,
                number=f"2632200000{111835203 + 19 * n:010d}"
                if debit
                else f"RC-2026-{612 + n:06d}",
                text=words,
                due_on=on + timedelta(days=30) if debit else None,
                debit=debit,
                credit=credit,
                balance=running,
            )
        )
    return lines


def open_line(n: int) -> StatementLine:
    """Return the n-th open item of a statement."""
    on = date(2026, 8, 1) + timedelta(days=n % 80)
    return StatementLine(
        on=on,
        kind="invoice",
        number=f"2632200000{111835203 + 19 * n:010d}",
        text="联轴器 260 件",
        due_on=on + timedelta(days=30),
        amount=1_000_000 + n,
        settled=100_000,
        balance=900_000 + n,
        days_overdue=max((date(2026, 10, 31) - on).days - 30, 0),
        disputed=n % 6 == 5,
    )


def statement(
    rows: int = 6,
    language: str = "zh",
    style: str = "activity",
    *,
    currency: str = "CNY",
    to: Addressee | None = None,
) -> StatementOfAccount:
    """Return a statement with a number of movements or open items."""
    opening = 16_498_000
    moves = _movements(rows, opening)
    items = [open_line(n) for n in range(rows)]
    lines = {"activity": moves, "open-item": items, "detailed": moves + items}[style]
    debits = sum(line.debit for line in moves)
    receipts = sum(line.credit for line in moves if line.kind == "receipt")
    credits = sum(line.credit for line in moves if line.kind == "credit_note")
    closing = opening + debits - receipts - credits
    return StatementOfAccount(
        company=firm(language),
        customer=to or customer(language),
        number="沐对字〔2026〕第0101号" if language == "zh" else "ST-2026-0101",
        language=language,
        style=style,
        currency=currency,
        from_on=date(2026, 10, 1),
        to_on=date(2026, 10, 31),
        issued_on=date(2026, 11, 3),
        reply_by=date(2026, 11, 15),
        opening=opening,
        debits=debits,
        receipts=receipts,
        credits=credits,
        closing=closing,
        overdue=8_280_000,
        unapplied=0,
        lines=tuple(lines),
        ageing=Strip(
            keys=("not_due", "1-30", "31-60", "61-90", "91-180", "181+", "no_due_date"),
            amounts=(closing - 8_280_000, 4_000_000, 2_000_000, 1_000_000, 800_000, 480_000, 0),
        ),
    )


def receipt(uses: int = 3, language: str = "zh", currency: str = "CNY") -> ReceiptNote:
    """Return a receipt that paid a number of invoices."""
    paid = tuple(
        ReceiptUse(
            number=f"2632200000{111835203 + 19 * n:010d}",
            issued_on=date(2026, 9, 1) + timedelta(days=n),
            amount=2_000_000 + n,
            used=1_900_000 + n,
            left=100_000,
        )
        for n in range(uses)
    )
    return ReceiptNote(
        company=firm(language),
        customer=customer(language),
        number="沐收字〔2026〕第0612号" if language == "zh" else "RN-2026-0612",
        language=language,
        currency=currency,
        received_on=date(2026, 11, 18),
        issued_on=AS_OF,
        method="bank",
        reference="20261118-778812",
        payer="",
        amount=sum(use.used for use in paid) + 507_08,
        uses=paid,
        unapplied=507_08,
    )


_NAMES = ("杭州临岸机电设备有限公司", "无锡锡禾传动科技有限公司", "芜湖鸠顺汽配有限公司", LONG_ZH)
KEYS = ("not_due", "1-30", "31-60", "61-90", "91-180", "181+", "no_due_date")


def ageing_row(n: int, currency: str, by: str) -> AgeingRow:
    """Return the n-th row of an ageing report."""
    parts = tuple(
        0
        if (n + position) % 3 == 0 or key == "no_due_date"
        else 5_872_000 + 1_234_56 * (n + position)
        for position, key in enumerate(KEYS)
    )
    unapplied = 30_000 if n % 4 == 0 else 0
    item = by == "item"
    return AgeingRow(
        code=f"C{n:04d}",
        name=_NAMES[n % (4 if n % 9 == 0 else 3)],
        currency=currency,
        balance=sum(parts) - unapplied,
        unapplied=unapplied,
        buckets=parts,
        items=n % 7 + 1,
        oldest_days=n * 3 % 1200,
        number=f"2632200000{87104862 + 6313445 * n:010d}" if item else "",
        issued_on=date(2026, 7, 1) if item else None,
        due_on=date(2026, 8, 1) if item else None,
    )


def ageing(
    rows: int = 40,
    language: str = "zh",
    by: str = "customer",
    currencies: tuple[str, ...] = ("CNY",),
) -> AgeingReport:
    """Return an ageing report with a number of rows per currency."""
    listed = [ageing_row(n, currency, by) for currency in currencies for n in range(1, rows + 1)]
    totals = []
    for currency in currencies:
        mine = [row for row in listed if row.currency == currency]
        if mine:
            totals.append(
                AgeingRow(
                    code="",
                    name="",
                    currency=currency,
                    balance=sum(row.balance for row in mine),
                    unapplied=sum(row.unapplied for row in mine),
                    buckets=tuple(map(sum, zip(*(row.buckets for row in mine), strict=True))),
                    items=sum(row.items for row in mine),
                    oldest_days=max(row.oldest_days for row in mine),
                )
            )
    return AgeingReport(
        company=firm(language),
        language=language,
        as_of=AS_OF,
        basis="due",
        by=by,
        keys=KEYS,
        rows=tuple(listed),
        totals=tuple(totals),
        printed_at="2026-11-20 09:12",
        maker="林静",
    )
