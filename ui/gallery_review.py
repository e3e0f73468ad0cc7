"""《季度信用政策评审报告》, the pack of a review, and 《应收账款月报》 for the boss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from domain.collecting.promise import PromiseState
from domain.credit.review import totals
from domain.fields import Pair, day, pick
from domain.figures.kpi import Kpi
from domain.forms import FormBlock, FormFacts, FormPaper, FormTable, FormText
from domain.money import grouped
from domain.policies.pack import PromiseCount, ReviewPack
from domain.ports import BookReader
from domain.services.policy_pack import MonthFigures, MonthReport, month_report, review_pack
from domain.warning import words as warning_words
from ui import policy_words
from ui.gallery_sheets import name, rounded

_WORDS: Final[dict[str, Pair]] = {
    "review": ("季度信用政策评审报告", "Review of the credit policy"),
    "month": ("应收账款月报", "Receivables of the month"),
    "period": ("评审期间", "Period"),
    "version": ("执行版本", "Version in force"),
    "approved": ("批准", "Approved by"),
    "last": ("上次评审", "Last review"),
    "never": ("尚未评审", "not reviewed yet"),
    "trend": ("关键指标走势", "Key figures"),
    "quarter": ("期末", "Ended"),
    "billed": ("开票", "Billed"),
    "received": ("收款", "Received"),
    "balance": ("余额", "Balance"),
    "overdue": ("逾期", "Overdue"),
    "share": ("逾期率 %", "Overdue %"),
    "dso": ("DSO", "DSO"),
    "cei": ("CEI %", "CEI %"),
    "default": ("违约率 %", "Default %"),
    "no_trend": (
        "账套中没有完整的评审期间，无法列示走势。",
        "The book has no whole period yet.",
    ),
    "letters": ("催收函成效", "What letters brought in"),
    "letters_note": ("发函后 {days} 天内收款", "paid within {days} days"),
    "level": ("级别", "Level"),
    "currency": ("币种", "Currency"),
    "sent": ("函件", "Letters"),
    "settled": ("付清", "Paid in full"),
    "rate": ("成效 %", "Paid %"),
    "claimed": ("催收金额", "Claimed"),
    "paid": ("收回金额", "Paid"),
    "money_rate": ("回款率 %", "Money %"),
    "waiting": ("待观察", "Too young"),
    "no_letters": ("本期没有发出催款函。", "No letters were sent in the period."),
    "promises": ("付款承诺兑现", "Promises to pay"),
    "state": ("结果", "State"),
    "count": ("笔数", "Count"),
    "promised": ("承诺金额", "Promised"),
    "no_promises": ("本期没有到期的付款承诺。", "No promise fell due in the period."),
    "alerts": ("预警命中", "Warnings"),
    "rule": ("规则", "Rule"),
    "given_count": ("发出", "Given"),
    "closed": ("已复核", "Reviewed"),
    "false": ("误报", "False"),
    "hit_rate": ("命中率 %", "Right %"),
    "no_alerts": ("本期没有发出预警。", "No warning was given in the period."),
    "losses": ("核销损失", "Written off"),
    "loss": ("本期核销", "This period"),
    "before": ("上期核销", "Period before"),
    "no_losses": ("本期及上期没有核销。", "Nothing was written off, nor in the period before."),
    "overrides": ("放行", "Overrides"),
    "given": ("日期", "Given on"),
    "allowed": ("放行人", "Allowed by"),
    "reason": ("理由", "Reason"),
    "ceiling": ("敞口上限", "Up to"),
    "no_overrides": ("本期没有放行记录。", "Nothing was sold in spite of a stop."),
    "limits": ("额度评审", "Reviews of limits"),
    "reviewed": ("评审日期", "Reviewed on"),
    "customers": ("客户数", "Customers"),
    "limit_before": ("评审前", "Before"),
    "limit_proposed": ("建议", "Proposed"),
    "limit_after": ("批准", "After"),
    "no_limits": ("本期没有额度评审。", "No limits were reviewed in the period."),
    "approvals": ("逾期审批", "Late approvals"),
    "number": ("申请号", "Application"),
    "applied": ("申请日期", "Applied on"),
    "amount": ("金额", "Amount"),
    "decided": ("决定日期", "Decided on"),
    "open": ("未决定", "waiting"),
    "none_late": (
        "本期决定 {made} 件申请，没有超过时限（{days} 天）的。",
        "{made} application(s) were decided, none later than {days} days.",
    ),
    "no_approvals": ("本期没有授信申请。", "No application was decided in the period."),
    "tasks": ("待办处理", "Tasks"),
    "kind": ("类别", "Kind"),
    "done": ("完成", "Done"),
    "put_off": ("推迟", "Put off"),
    "no_tasks": ("本期没有处理记录。", "No task was marked in the period."),
    "conclusion": ("评审结论", "Conclusion"),
    "to_write": (
        "□ 维持现行制度　　□ 修订（修订草案另附）",
        "[  ] the rules stand      [  ] to be changed (draft enclosed)",
    ),
    "head": ("总经理", "Managing director"),
    "finance": ("财务负责人", "Head of finance"),
    "sales": ("销售负责人", "Head of sales"),
    "maker": ("编制", "Made by"),
    "checker": ("复核", "Checked by"),
    # month
    "months": ("{from} 至 {to}", "{from} to {to}"),
    "summary": ("本月概况", "The month"),
    "figure": ("项目", "Figure"),
    "now": ("本月", "This month"),
    "previous": ("上月", "Month before"),
    "change": ("变动", "Change"),
    "risks": ("逾期最多的客户", "Most overdue"),
    "code": ("编号", "Code"),
    "customer": ("客户", "Customer"),
    "oldest": ("最长逾期（天）", "Oldest, days"),
    "late": ("平均迟付（天）", "Days late"),
    "no_risks": ("没有逾期客户。", "Nobody is overdue."),
    "due_next": ("未来 30 天到期", "Due in the next 30 days"),
    "no_month": ("账套中还没有单据。", "There are no documents in the book yet."),
    "six": ("近六个月", "Six months"),
    "month_of": ("月份", "Month"),
}
_STATES: Final[dict[PromiseState, Pair]] = {
    PromiseState.OPEN: ("未到期", "open"),
    PromiseState.DUE: ("已到期待收", "due"),
    PromiseState.KEPT: ("已兑现", "kept"),
    PromiseState.PARTLY: ("部分兑现", "kept in part"),
    PromiseState.BROKEN: ("失约", "broken"),
}
_TASKS: Final[dict[str, Pair]] = {
    "match": ("收款核销", "To match"),
    "promise": ("付款承诺", "Promises"),
    "chase": ("催收", "Chasing"),
    "plan": ("分期还款", "Plans"),
    "talk": ("跟进", "Follow-ups"),
    "limitation": ("诉讼时效", "Limitation"),
    "dispute": ("争议", "Disputes"),
    "bill": ("票据", "Bills"),
    "approval": ("授信审批", "Approvals"),
    "policy": ("制度评审", "Review of the policy"),
}


class _Words:
    """Words, amounts and figures of a page in its language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def word(self, key: str, **values: object) -> str:
        found = pick(_WORDS[key], self.language)
        return found.format(**values) if values else found

    def words(self, keys: str) -> tuple[str, ...]:
        return tuple(self.word(key) for key in keys.split())

    def day(self, on: date | None) -> str:
        return "—" if on is None else day(on, self.language)

    def rate(self, value: Fraction | None) -> str:
        found = rounded(value)
        return "—" if found is None else f"{found:,}"

    def table(
        self, title: str, keys: str, rows: Iterable[tuple[str, ...]], *, left: int, note: str = ""
    ) -> FormTable:
        headers = self.words(keys)
        return FormTable(
            title=self.word(title),
            headers=headers,
            rows=tuple(rows),
            right=tuple(range(left, len(headers))),
            note=note,
        )

    def missing(self, title: str, reason: str, **values: object) -> FormText:
        """A part that is left out, with its reason."""
        return FormText(title=self.word(title), text=self.word(reason, **values))

    def promises(self, counts: Sequence[PromiseCount]) -> FormBlock:
        if not counts:
            return self.missing("promises", "no_promises")
        rows = (
            (
                pick(_STATES[one.state], self.language),
                one.currency,
                str(one.count),
                grouped(one.promised, one.currency),
                grouped(one.paid, one.currency),
            )
            for one in counts
        )
        return self.table("promises", "state currency count promised paid", rows, left=2)


def policy_review(reader: BookReader, language: str, as_of: date) -> FormPaper:
    """Return the pack for the review of the last period that is over."""
    pack, page = review_pack(reader, as_of), _Review(language)
    period = f"{page.day(pack.from_on)} – {page.day(pack.to_on)}"
    return FormPaper(
        company=reader.company(),
        title=page.word("review"),
        subject=period,
        language=language,
        dated_on=as_of,
        blocks=tuple(page.blocks(reader, pack)),
        signatures=page.words("finance sales head"),
    )


class _Review(_Words):
    """The parts of the pack."""

    def blocks(self, reader: BookReader, pack: ReviewPack) -> Iterator[FormBlock]:
        """Return all parts in order."""
        yield self.head(pack)
        yield from self.trend(pack)
        yield self.alerts(pack)
        yield self.losses(pack)
        yield self.overrides(reader, pack)
        yield self.letters(pack)
        yield self.promises(pack.promises)
        yield self.limits(pack)
        yield self.approvals(reader, pack)
        yield self.tasks(pack)
        yield FormText(title=self.word("conclusion"), text=self.word("to_write"))

    def head(self, pack: ReviewPack) -> FormFacts:
        last = pack.reviews[-1] if pack.reviews else None
        done = self.word("never")
        if last is not None:
            done = f"{self.day(last.dated_on)} {last.value.reviewed_by} {last.value.note}".strip()
        told = (
            ("period", f"{self.day(pack.from_on)} – {self.day(pack.to_on)}"),
            ("version", policy_words.version(pack.version, self.language)),
            ("approved", pack.version.policy.approved_by),
            ("last", done),
        )
        return FormFacts(rows=tuple((self.word(key), said) for key, said in told if said))

    def trend(self, pack: ReviewPack) -> Iterator[FormBlock]:
        """Key figures by period, a table for each currency."""
        told = False
        for currency, rows in pack.trend.items():
            if not rows:
                continue
            told = True
            lines = (
                (
                    self.day(one.ended_on),
                    grouped(one.billed, currency),
                    grouped(one.received, currency),
                    grouped(one.last.end.balance, currency),
                    self.rate(one.last.overdue_share),
                    self.rate(one.last.dso),
                    self.rate(one.last.cei),
                    self.rate(one.last.default_rate),
                )
                for one in rows
            )
            keys = "quarter billed received balance share dso cei default"
            yield self.table("trend", keys, lines, left=1, note=currency)
        if not told:
            yield self.missing("trend", "no_trend")

    def alerts(self, pack: ReviewPack) -> FormBlock:
        """What the warnings of the period came to, by rule."""
        if not pack.alerts:
            return self.missing("alerts", "no_alerts")
        rows = (
            (
                warning_words.rule(one.rule, self.language),
                str(one.given),
                str(one.closed),
                str(one.false),
                self.rate(one.hit_rate),
            )
            for one in pack.alerts
        )
        return self.table("alerts", "rule given_count closed false hit_rate", rows, left=1)

    def losses(self, pack: ReviewPack) -> FormBlock:
        if not pack.losses:
            return self.missing("losses", "no_losses")
        rows = (
            (one.currency, *(grouped(m, one.currency) for m in (one.minor, one.before_minor)))
            for one in pack.losses
        )
        return self.table("losses", "currency loss before", rows, left=1)

    def overrides(self, reader: BookReader, pack: ReviewPack) -> FormBlock:
        """Sales allowed in spite of a stop."""
        if not pack.overrides:
            return self.missing("overrides", "no_overrides")
        rows = (
            (
                self.day(one.dated_on),
                name(reader.customer(one.customer_id or 0), self.language),
                one.value.allowed_by,
                one.value.reason,
                f"{grouped(one.value.ceiling, one.value.currency)} {one.value.currency}",
            )
            for one in pack.overrides
        )
        return self.table("overrides", "given customer allowed reason ceiling", rows, left=4)

    def letters(self, pack: ReviewPack) -> FormBlock:
        if not pack.letters:
            return self.missing("letters", "no_letters")
        rows = (
            (
                str(one.level),
                one.currency,
                str(one.letters),
                str(one.settled),
                self.rate(one.share),
                grouped(one.claimed, one.currency),
                grouped(one.paid, one.currency),
                self.rate(one.money_share),
                str(one.waiting),
            )
            for one in pack.letters
        )
        keys = "level currency sent settled rate claimed paid money_rate waiting"
        note = self.word("letters_note", days=pack.within)
        return self.table("letters", keys, rows, left=2, note=note)

    def limits(self, pack: ReviewPack) -> FormBlock:
        if not pack.limit_reviews:
            return self.missing("limits", "no_limits")
        rows = (
            (
                self.day(one.dated_on),
                currency,
                str(sum(line.currency == currency for line in one.value.lines)),
                *(grouped(minor, currency) for minor in sums),
            )
            for one in pack.limit_reviews
            for currency, sums in totals(one.value.lines).items()
        )
        keys = "reviewed currency customers limit_before limit_proposed limit_after"
        return self.table("limits", keys, rows, left=2)

    def approvals(self, reader: BookReader, pack: ReviewPack) -> FormBlock:
        days = pack.version.policy.approvals.days
        if not pack.approvals and not pack.approvals_made:
            return self.missing("approvals", "no_approvals")
        if not pack.approvals:
            return self.missing("approvals", "none_late", made=pack.approvals_made, days=days)
        rows = []
        for one in pack.approvals:
            value = one.application.value
            customer = reader.customer(one.application.customer_id or 0)
            rows.append(
                (
                    value.number,
                    name(customer, self.language),
                    self.day(value.applied_on),
                    self.word("open") if one.decided_on is None else self.day(one.decided_on),
                    f"{grouped(value.minor, value.currency)} {value.currency}",
                )
            )
        return self.table("approvals", "number customer applied decided amount", rows, left=4)

    def tasks(self, pack: ReviewPack) -> FormBlock:
        if not pack.tasks:
            return self.missing("tasks", "no_tasks")
        rows = (
            (pick(_TASKS.get(kind, (kind, kind)), self.language), str(done), str(put_off))
            for kind, (done, put_off) in pack.tasks.items()
        )
        return self.table("tasks", "kind done put_off", rows, left=1)


def monthly(reader: BookReader, language: str, as_of: date) -> FormPaper:
    """Return the month of a day for the boss."""
    found, page = month_report(reader, as_of), _Month(language)
    return FormPaper(
        company=reader.company(),
        title=page.word("month"),
        subject=page.word("months", **{"from": page.day(found.from_on), "to": page.day(as_of)}),
        language=language,
        dated_on=as_of,
        blocks=tuple(page.blocks(found)),
        signatures=page.words("maker checker head"),
    )


class _Month(_Words):
    """The parts of the month."""

    def blocks(self, found: MonthReport) -> Iterator[FormBlock]:
        """Return all parts in order."""
        if not found.figures:
            yield self.missing("summary", "no_month")
            return
        for one in found.figures:
            yield self.summary(one)
        if found.due_next:
            rows = tuple((code, grouped(minor, code)) for code, minor in found.due_next.items())
            yield FormFacts(title=self.word("due_next"), rows=rows)
        yield self.risks(found)
        yield self.promises(found.promises)
        if len(found.trend) > 1:
            yield self.trend(found)

    def summary(self, one: MonthFigures) -> FormTable:
        """What the boss asks first: owed, overdue, come in; with the month before."""
        sums = ("balance", "overdue", "billed", "received")
        rates = (("share", "overdue_share"), ("dso", "dso"), ("cei", "cei"))
        rows = [self._sum(one, key) for key in sums]
        rows += [self._rate(one, word, key) for word, key in rates]
        return self.table("summary", "figure now previous change", rows, left=1, note=one.currency)

    def _sum(self, one: MonthFigures, key: str) -> tuple[str, ...]:
        now = getattr(one.now.end, key)
        if one.previous is None:
            return (self.word(key), grouped(now, one.currency), "—", "—")
        before = getattr(one.previous.end, key)
        told = (grouped(m, one.currency).replace("-", "−") for m in (now, before, now - before))
        return (self.word(key), *told)

    def _rate(self, one: MonthFigures, word: str, key: str) -> tuple[str, ...]:
        now = rounded(getattr(one.now, key))
        before = None if one.previous is None else rounded(getattr(one.previous, key))
        change = None if now is None or before is None else now - before
        values = (now, before, change)
        told = ("—" if one is None else f"{one:,}".replace("-", "−") for one in values)
        return (self.word(word), *told)

    def risks(self, found: MonthReport) -> FormBlock:
        """The customers with the most overdue."""
        if not found.risks:
            return self.missing("risks", "no_risks")
        rows = (
            (
                row.code,
                name(row, self.language),
                row.currency,
                grouped(row.balance, row.currency),
                grouped(row.overdue, row.currency),
                str(row.oldest_days),
                "—" if row.avg_days_late is None else str(row.avg_days_late),
            )
            for row in found.risks
        )
        return self.table(
            "risks", "code customer currency balance overdue oldest late", rows, left=3
        )

    def trend(self, found: MonthReport) -> FormTable:
        """Six months in the book's currency."""
        rows = (self._month(one, found.base) for one in found.trend)
        keys = "month_of billed received balance overdue share dso cei"
        return self.table("six", keys, rows, left=1, note=found.base)

    def _month(self, one: Kpi, base: str) -> tuple[str, ...]:
        end = one.end
        sums = (end.billed, end.received, end.balance, end.overdue)
        rates = (one.overdue_share, one.dso, one.cei)
        return (
            end.month.isoformat()[:7],
            *(grouped(minor, base) for minor in sums),
            *(self.rate(value) for value in rates),
        )
