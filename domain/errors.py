"""Errors of the domain: one class per broken rule, with a code and facts, no prose.

``DomainError``: the user can mend it; the screen or command line words it
(``ui/labels.py``). ``EnvironmentFault``: the machine or file is at fault, shown
calmly with what to do. Anything else is a bug.
"""

from __future__ import annotations

from typing import ClassVar


class QingzhangError(Exception):
    """Root of every error that is worded for the user.

    Attributes:
        code: stable name, the key of the wording.
        facts: values the wording needs.
    """

    code: ClassVar[str] = "error"

    def __init__(self, **facts: object) -> None:
        super().__init__(f"{self.code} {facts}")
        self.facts = facts


class DomainError(QingzhangError):
    """A rule of the trade was broken; nothing was changed."""


class EnvironmentFault(QingzhangError):
    """The machine, disk or file prevents the work; nothing was changed."""


class CurrencyMismatch(DomainError):
    """Amounts of different currencies are never added or compared."""

    code = "money.currency_mismatch"


class TooManyDecimals(DomainError):
    """An amount may not have more decimals than its currency."""

    code = "money.too_many_decimals"


class AmountTooLarge(DomainError):
    """An amount must stay below 10^17 minor units."""

    code = "money.too_large"


class NotFound(DomainError):
    """The record asked for is not in the book."""

    code = "record.not_found"


class DuplicateNumber(DomainError):
    """A document number is used once per kind and customer."""

    code = "document.duplicate_number"


class DuplicateCode(DomainError):
    """A customer code is used once."""

    code = "customer.duplicate_code"


class MissingField(DomainError):
    """A field that the record cannot do without is empty."""

    code = "record.missing_field"


class WrongSign(DomainError):
    """Invoices and debit notes are positive, credit notes and receipts negative."""

    code = "document.wrong_sign"


class PartsDoNotAdd(DomainError):
    """Instalments (or net and tax) must add up to the document's amount."""

    code = "document.parts_do_not_add"


class DueBeforeIssue(DomainError):
    """A document is not due before it is issued."""

    code = "document.due_before_issue"


class BadTerms(DomainError):
    """The payment terms cannot be read or do not cover the whole amount."""

    code = "terms.unreadable"


class OverAllocation(DomainError):
    """An allocation cannot exceed the open amount of either side."""

    code = "allocation.exceeds_open"


class NotAllocatable(DomainError):
    """An allocation joins a debit and a credit of one customer, with amounts above zero."""

    code = "allocation.not_allocatable"


class AllocationTooEarly(DomainError):
    """An allocation is not dated before both of its documents exist."""

    code = "allocation.too_early"


class AlreadyReversed(DomainError):
    """An allocation or document is reversed once."""

    code = "reversal.already_done"


class AlreadyBooked(DomainError):
    """A bank line is booked once; undo its receipt first."""

    code = "bank.already_booked"


class SetOffNotDue(DomainError):
    """By notice alone only a debt that is due can be set off."""

    code = "set_off.not_due"


class SameCustomer(DomainError):
    """A debt is transferred to another customer than the one who owes it."""

    code = "transfer.same_customer"


class StillAllocated(DomainError):
    """A document with live allocations cannot be voided; reverse them first."""

    code = "document.still_allocated"


class BadBillNumber(DomainError):
    """A bill's number has 30 digits (16 on paper), the first not 0, with a real day in it."""

    code = "bill.bad_number"


class BadBillPart(DomainError):
    """A sub-range reads start-end, and its units of 0.01 add up to the bill's amount."""

    code = "bill.bad_part"


class BadBillDates(DomainError):
    """A bill runs from its issue to its due date, not longer than the law lets it."""

    code = "bill.bad_dates"


class BillRegistered(DomainError):
    """A bill, or a part of it, stands in the register once while we hold it."""

    code = "bill.registered"


class BillNotAllowed(DomainError):
    """A bill's state does not allow this act; undo or do another one first."""

    code = "bill.not_allowed"


class BillStands(DomainError):
    """A receipt paid by a bill is not taken back while the bill stands."""

    code = "bill.stands"


class BillTooEarly(DomainError):
    """What happens to a bill is not dated before what happened to it last."""

    code = "bill.too_early"


class BillNotTransferable(DomainError):
    """A bill marked not transferable, refused, or past its presentation is not passed on."""

    code = "bill.not_transferable"


class ReceiptDiffers(DomainError):
    """A bill belongs to a receipt of its customer, currency and amount, and to one only."""

    code = "bill.receipt_differs"


class DifferenceTooLarge(DomainError):
    """A small difference is written off up to the book's limit, inclusive."""

    code = "write_off.above_limit"


class DiscountNotDue(DomainError):
    """The receipt date is outside every discount period of the terms."""

    code = "discount.not_due"


class RateMissing(DomainError):
    """A document in a foreign currency needs an exchange rate to the base currency."""

    code = "rate.missing"


class BadPolicy(DomainError):
    """A table of the credit policy is in range, in order, and its shares add up."""

    code = "policy.bad"


class PolicyNotApproved(DomainError):
    """A version of the policy takes effect when a second person approved the draft as it is.

    ``rule``: "person" (the drafter approves), "past" (it would take effect before today),
    "stale" (another version changed the same section meanwhile), "same" (nothing differs),
    "reason" (it does not say why).
    """

    code = "policy.not_approved"


class WeightsDoNotAdd(DomainError):
    """The weights of a score card add up to 100."""

    code = "policy.weights"


class BadStatement(DomainError):
    """Annual accounts have a currency and at least one known line within bounds."""

    code = "accounts.bad"


class BadAssessment(DomainError):
    """An assessment answers indicators of its model with 1 to 10, and says why it overrides."""

    code = "assessment.bad"


class BadInterestMode(DomainError):
    """A way of computing interest has a known code, and behind its colon what it takes."""

    code = "interest.bad_mode"


class AgreedRateNeeded(DomainError):
    """Interest as agreed needs the rate that was agreed."""

    code = "interest.rate_needed"


class InterestModeNeeded(DomainError):
    """Which law governs cannot be told from the customer; the way of computing is asked for."""

    code = "interest.mode_needed"


class ReferenceRateMissing(DomainError):
    """A table of reference rates begins after the day asked for."""

    code = "interest.reference_missing"


class NoInterest(DomainError):
    """Interest runs on the principal of debits only, never on claims or credits."""

    code = "interest.no_principal"


class DueDateNeeded(DomainError):
    """Without a due date nothing is late."""

    code = "interest.due_date_needed"


class InterestClaimed(DomainError):
    """The interest of a period is claimed once; the next claim goes on from the day after."""

    code = "interest.already_claimed"


class CreditBlocked(DomainError):
    """An order that the credit check blocks is not taken without an override."""

    code = "credit.blocked"


class SamePerson(DomainError):
    """Who asks for a hold or a leave does not release or give it."""

    code = "credit.same_person"


class EndsTooEarly(DomainError):
    """Nothing ends before it begins."""

    code = "credit.ends_early"


class BadEventDates(DomainError):
    """What was sent arrives or comes back, not both, and later; nothing lies in the future."""

    code = "legal.bad_dates"


class BadSchedule(DomainError):
    """A plan's days rise from the day it was agreed, and its lines add up to the debt."""

    code = "plan.bad_schedule"


class BadConcession(DomainError):
    """A part conceded of a dispute is above nothing and below the whole."""

    code = "dispute.bad_concession"


class DisputeSettled(DomainError):
    """A dispute that has ended is not settled or handed on again."""

    code = "dispute.settled"


class NotConceded(DomainError):
    """The credit note of a dispute is over what was conceded, no more and no less."""

    code = "dispute.not_conceded"


class BadPromise(DomainError):
    """A promise is for a day not before it was made, and for more than nothing."""

    code = "promise.bad"


class BadCoverTerms(DomainError):
    """A policy's share lies above 0 and up to 100 %, its terms are not negative."""

    code = "cover.bad_terms"


class NoPolicy(DomainError):
    """There is no policy of this number on the day, or it does not cover what was chosen."""

    code = "cover.no_policy"


class GuarantorNotAllowed(DomainError):
    """An organ of the state cannot be a guarantor (民法典683)."""

    code = "guarantee.not_allowed"


class NotAssignable(DomainError):
    """Only what is open and not assigned already is assigned."""

    code = "assignment.not_assignable"


class BadRiskFact(DomainError):
    """A risk level is not 1 to 7 of something named, or a position is below zero."""

    code = "risk.fact"


class RunBackwards(DomainError):
    """A dunning run is not dated before the last released one."""

    code = "dunning.run_backwards"


class AlreadySent(DomainError):
    """An item is sent at a level once; the draft is older than what was released since."""

    code = "dunning.already_sent"


class CustomerNeeded(DomainError):
    """The report is about one customer."""

    code = "report.customer_needed"


class BadPeriod(DomainError):
    """The last day of a record is not before its first."""

    code = "record.bad_period"


class BadTaxNumber(DomainError):
    """A unified social credit code has 18 characters with a check digit."""

    code = "tax_id.invalid"


class OutOfRange(DomainError):
    """A number of a record stays within the bounds of its field."""

    code = "record.out_of_range"


class AttachmentTooLarge(DomainError):
    """A file kept inside the book stays below a size, so that the book can be copied."""

    code = "attachment.too_large"


class FourEyes(DomainError):
    """Who applies does not decide, and nobody decides two levels of one application."""

    code = "approval.four_eyes"


class NotDecidable(DomainError):
    """An application is decided while it waits for a level, and sent in while it does not."""

    code = "approval.not_waiting"


class ApplicationOpen(DomainError):
    """A customer has one application at a time."""

    code = "approval.one_at_a_time"


class AlertOpen(DomainError):
    """A limit does not rise while an early warning of the customer is open."""

    code = "limit.alert_open"


class BadLimit(DomainError):
    """A limit is 0 or more; a top-up is more than 0 and ends; it ends after it begins."""

    code = "limit.bad"


class BadLimitPolicy(DomainError):
    """Amounts and days are 0 or more, the third level begins no earlier than the second."""

    code = "limit_policy.bad"


class BadDeposit(DomainError):
    """The deposit of stage 1 is from 30 to 50 percent."""

    code = "stage.bad_deposit"


class BadProcedure(DomainError):
    """A dunning procedure has a name and rising levels; ``reason`` says what is wrong with it."""

    code = "dunning.bad_procedure"


class OverdueReasonNeeded(DomainError):
    """From the policy's level on a letter asks why is not paid, or why that is not known."""

    code = "dunning.reason_needed"


class NothingToDo(DomainError):
    """There is nothing to print, send or book for what was asked."""

    code = "action.nothing_to_do"


class Cancelled(QingzhangError):
    """The user stopped the work; nothing was changed. Shown silently."""

    code = "action.cancelled"


class BookMissing(EnvironmentFault):
    """There is no book at this place."""

    code = "book.missing"


class BookExists(EnvironmentFault):
    """A new book never overwrites a file."""

    code = "book.exists"


class BookForeign(EnvironmentFault):
    """The file is not a Qingzhang book; it was left untouched."""

    code = "book.foreign"


class BookNewer(EnvironmentFault):
    """The book was written by a newer version of the program; it was left untouched."""

    code = "book.newer"


class BookDamaged(EnvironmentFault):
    """The book file is damaged; it was left untouched."""

    code = "book.damaged"


class BookLocked(EnvironmentFault):
    """Another program holds the book; the facts name who."""

    code = "book.locked"


class BookReadOnly(EnvironmentFault):
    """The book or its folder cannot be written."""

    code = "book.read_only"


class DiskFault(EnvironmentFault):
    """The disk is full or failing; the operation was rolled back."""

    code = "disk.fault"


class UpgradeFailed(EnvironmentFault):
    """Upgrading the book failed a check; the book is as before and a backup exists."""

    code = "book.upgrade_failed"


class FileUnreadable(EnvironmentFault):
    """A file to import or restore could not be read at all."""

    code = "file.unreadable"


class FileUnwritable(EnvironmentFault):
    """An output file or folder could not be written."""

    code = "file.unwritable"


class GlyphMissing(DomainError):
    """No font of the program has these characters; printing would leave blanks."""

    code = "print.glyph_missing"
