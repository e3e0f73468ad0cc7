"""Words for every error code in English; see :mod:`ui.wording`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "money.currency_mismatch": (
        "The currencies differ: {expected} is needed, {found} was given. Nothing was changed. "
        "Use one currency."
    ),
    "money.too_many_decimals": (
        "{amount} has more decimals than {currency} allows. Correct the amount."
    ),
    "money.too_large": "The amount is too large to book. Check the decimal point and the digits.",
    "record.not_found": (
        "This record is not in the book ({record}). Check the number or name, "
        "or refresh the list and try again."
    ),
    "document.duplicate_number": (
        "Number {number} is already used. Nothing was booked twice. "
        "Choose another number, or open the existing document."
    ),
    "customer.duplicate_code": "Customer code {customer} is already used. Choose another code.",
    "record.missing_field": "{field} cannot be empty. Fill it in and save again.",
    "report.customer_needed": (
        "This paper is about one customer. Choose one (on the command line: --param customer=CODE)."
    ),
    "record.out_of_range": (
        "The number must be between {least} and {most}. Nothing was kept. Correct it."
    ),
    "tax_id.invalid": (
        "The credit code {number} is wrong: it has 18 characters, the last one a check digit. "
        "Nothing was kept. Compare it with the licence{hint}."
    ),
    "record.bad_period": (
        "The last day, {ends_on}, is before the first, {dated_on}. Nothing was kept. "
        "Correct one of them."
    ),
    "attachment.too_large": (
        "“{name}” has {size} MB; files kept in the book have {limit} MB at most. It was not "
        "kept. Compress it, scan it at a lower resolution or split it, then try again."
    ),
    "document.wrong_sign": (
        "The amount of {number} has the wrong sign: invoices and debit notes are positive, "
        "credit notes and receipts are typed as positive numbers. Correct the amount."
    ),
    "document.parts_do_not_add": (
        "The parts of {number} do not add up to its total (instalments, or net and tax). "
        "Correct them."
    ),
    "document.due_before_issue": (
        "{number} would be due on {due_on}, before it is issued. Correct one of the dates."
    ),
    "terms.unreadable": (
        "The payment terms “{text}” cannot be read. "
        "Write for example NET30, EOM30, DAY15+1, 30%@0+70%@60 or 2/10 NET30."
    ),
    "allocation.exceeds_open": (
        "The amount is more than is open of {number}. Nothing was allocated. "
        "Type a smaller amount, or refresh to see what is open now."
    ),
    "allocation.not_allocatable": (
        "{credit} cannot be allocated to {debit}: it takes a debit and a credit of one customer, "
        "with amounts above zero. Nothing was allocated."
    ),
    "allocation.too_early": (
        "The allocation date {on} is before its documents; the earliest is {earliest}. "
        "Choose a later date."
    ),
    "reversal.already_done": "This was reversed before and cannot be reversed again. "
    "Nothing was changed.",
    "bank.already_booked": (
        "This money of {name} on {on} is booked already. Nothing was booked twice. "
        "To change it, undo it first."
    ),
    "set_off.not_due": (
        "{number} is due on {due_on} only and cannot be set off by notice alone. "
        "Nothing was set off. Wait until then, or enter the agreement on the set-off."
    ),
    "transfer.same_customer": (
        "{customer} owes this already; nothing was transferred. Choose another customer."
    ),
    "document.still_allocated": (
        "{number} still has allocations and cannot be voided. Undo its allocations first."
    ),
    "write_off.above_limit": (
        "The difference of {number} is above the limit for small write-offs. Nothing was written "
        "off. Allocate a part of it, or change the limit in the settings."
    ),
    "discount.not_due": (
        "{number} is past its discount period on {on}. No discount was taken. "
        "Set the discount to 0."
    ),
    "rate.missing": (
        "There is no exchange rate for {currency} on {on}, or it is not above zero. "
        "Enter the rate in the settings and try again."
    ),
    "credit.blocked": (
        "Customer {customer} does not pass the credit check ({blocks}); the order was not "
        "taken. Collect first, release the hold, or have a second person override it."
    ),
    "credit.same_person": (
        "{person} cannot both ask and decide. Nothing was kept. Another person has to decide."
    ),
    "credit.ends_early": (
        "The last day {last} is before the first, {first}. Nothing was kept. "
        "Correct one of the dates."
    ),
    "legal.bad_dates": (
        "The dates are not in order: a paper is made, then sent, then arrives or comes back (one "
        "of the two), and nothing lies after today, {today}. Nothing was recorded. Correct the "
        "dates."
    ),
    "plan.bad_schedule": (
        "The plan does not hold: its days must rise from the day it was agreed, and the principal "
        "of its lines must add up to the debt. Nothing was kept. Correct days or amounts."
    ),
    "risk.fact": (
        "{field} is out of range: a risk level is 1 to 7 of something named, amounts and counts "
        "are not below zero. Nothing was kept. Correct it and save again."
    ),
    "dispute.bad_concession": (
        "A part conceded lies above nothing and below what is disputed. Nothing was changed. "
        "Type such an amount, or choose that all or nothing is accepted."
    ),
    "dispute.settled": (
        "The dispute about {number} has ended on {on}. Nothing was changed. "
        "Open another dispute for what is contested now."
    ),
    "dispute.not_conceded": (
        "The credit note for the dispute about {number} must be over what was conceded and is not "
        "credited yet. Nothing was posted. Keep the amount offered, or decide the dispute anew."
    ),
    "promise.bad": (
        "A promise is for a day not before {made_on}, when it was made, and for more than zero. "
        "Nothing was kept. Correct it and save again."
    ),
    "dunning.run_backwards": (
        "The run date {as_of} is before the last released run of {last}. No letter was sent. "
        "Choose that date or a later one."
    ),
    "dunning.already_sent": (
        "This draft is out of date: an item in it was sent at that level meanwhile. "
        "No letter was sent. Make the draft again."
    ),
    "approval.four_eyes": (
        "{who} cannot decide {number}: whoever applies does not decide, and nobody decides two "
        "levels. Nothing was kept. Let someone else decide (change who is at the desk at the "
        "right of the status bar)."
    ),
    "approval.not_waiting": (
        "Application {number} is not waiting for this (it is decided, returned, or on its way "
        "through the levels). Nothing was changed. Refresh and look again."
    ),
    "approval.one_at_a_time": (
        "This customer already has application {number} that is not decided. No other was made. "
        "Decide it, go on with it or take it back first."
    ),
    "limit.alert_open": (
        "{customer} has an early warning open, so the limit cannot rise. Nothing was changed. "
        "Settle the warning first, or keep or lower the limit."
    ),
    "limit.bad": (
        "The limit does not hold: it is 0 or more and not above what was asked for; set at once "
        "it can only be lower (more is applied for); a top-up is more than 0 and ends, not "
        "before it begins. Nothing was kept. Correct it and try again."
    ),
    "limit_policy.bad": (
        "The policy does not hold ({field}): amounts and days are 0 or more, the third level "
        "begins no earlier than the second, shares are from 0 to 100. Nothing was kept. "
        "Correct it."
    ),
    "stage.bad_deposit": (
        "A deposit of {percent} % is not between 30 % and 50 %. Nothing was kept. Correct it."
    ),
    "dunning.bad_procedure": (
        "This dunning procedure cannot be followed: it needs a name of its own and 1 to 9 levels "
        "with rising days, days to pay above zero, and no sum or rate below zero; a reminder "
        "before the due date charges nothing. Nothing was saved."
    ),
    "dunning.reason_needed": (
        "{count} letter(s) ask first why is not paid ({customers}). No letter was sent. "
        "Enter the reason, or say why the letters go out without it."
    ),
    "letter.unknown_placeholder": (
        "Line {line}: “{name}” is not a name this letter can fill in. {hint}Nothing was saved. "
        "The names stand under “Names and marks”."
    ),
    "letter.bad_wording": "Line {line}: {reason}. Nothing was saved. Please correct it.",
    "letter.forbidden": (
        "Line {line}: “{name}” cannot stand in a letter, which fills in names, chooses and "
        "repeats, and does nothing else. Nothing was saved. Take it out."
    ),
    "letter.too_long": (
        "The letter is too long (at most {most}). Nothing was saved or made. Shorten it."
    ),
    "letter.deadline_too_short": (
        "The letter has to give at least {days} days. Nothing was issued. Set a later day."
    ),
    "letter.missing_facts": (
        "Missing: {names}. Nothing was issued or saved. Fill it in and try again."
    ),
    "action.nothing_to_do": (
        "There is nothing to do for what was asked, so nothing was done. "
        "Check the filter or the date."
    ),
    "action.cancelled": "Cancelled. Nothing was changed.",
    "ageing.bad_buckets": (
        "The ageing limits {limits} cannot be used: they are whole days above zero, rising, "
        "such as 30,60,90."
    ),
    "policy.weights": (
        "The score card is unchanged: its weights add up to {total} instead of 100. "
        "Correct them and save again."
    ),
    "accounts.bad": (
        "The accounts of {year} were not kept: they need a currency and at least one known line, "
        "with amounts that a book can hold. Check them and save again."
    ),
    "assessment.bad": (
        "The assessment was not kept: “{indicator}” needs 1 to 10 points and a place on the score "
        "card; a grade set by hand needs its reason."
    ),
    "policy.not_approved": "The draft is not in force and the policy is unchanged: {rule}",
    "policy.bad": (
        "The policy is unchanged: “{field}” of {row} is out of range or out of order with its "
        "neighbour (a better grade has no lower score, term or multiplier, and no higher deposit "
        "or risk). Correct it and save again."
    ),
    "interest.bad_mode": (
        "“{mode}” is no way of computing interest. There are: {modes}; behind a colon a multiplier "
        "(LPR, 1.0 to 1.5), points (EU), or a rate with its unit, such as CN_CONTRACT:0.05%/day "
        "or US:1.5%/month. Nothing was computed."
    ),
    "interest.rate_needed": (
        "{mode} computes at the agreed rate: give it with its unit, such as {mode}:0.05%/day or "
        "{mode}:12%/year. Nothing was computed."
    ),
    "interest.mode_needed": (
        "Which law governs {number} cannot be told. Say how interest is computed, or set it for "
        "the customer in the settings. Nothing was computed."
    ),
    "interest.reference_missing": (
        "The table of reference rates ({source}) has none for {on}. Enter it in the settings "
        "under reference rates."
    ),
    "interest.no_principal": (
        "{number} is no principal: credits bear no interest, nor do claims of interest and "
        "costs. Nothing was computed."
    ),
    "interest.due_date_needed": (
        "{number} has no due date, so it cannot be told when it is late. Nothing was computed. "
        "Give it a due date first."
    ),
    "interest.already_claimed": (
        "The interest on {number} is claimed up to {to}; nothing was posted twice. Choose a "
        "later day, or void that debit note first."
    ),
    "bill.bad_number": (
        "{number} cannot be a bill number: an electronic bill has 30 digits, the first not 0, "
        "digits 14 to 21 its day of registration; a paper bill has 16. Compare it with the bill."
    ),
    "bill.bad_part": (
        "{part} cannot be the sub-range: write first-last, each unit 0.01 yuan, adding up to "
        "the amount. Correct it."
    ),
    "bill.bad_dates": (
        "The bill cannot be due on {due_on}: not before {issued_on}, and by {latest} at the "
        "latest (six months, since 2023). Correct the dates."
    ),
    "bill.registered": (
        "Bill {number} is in the register already and was not entered twice. "
        "Open the one that is there."
    ),
    "bill.not_allowed": (
        "The state of bill {number} does not allow this; nothing was recorded. "
        "Record or undo the step before it first."
    ),
    "bill.stands": (
        "{number} was paid by a bill that still stands; nothing was taken back. "
        "In Bills, book its refusal or undo its receipt."
    ),
    "bill.too_early": (
        "{on} is before the last event of bill {number}; the earliest is {earliest}. "
        "Choose a later date."
    ),
    "bill.not_transferable": (
        "Bill {number} cannot be passed on: it is marked not transferable, or it is due or past "
        "the days of its presentation. Nothing was recorded."
    ),
    "bill.receipt_differs": (
        "Receipt {number} does not fit the bill: customer, currency and amount must be the same, "
        "it is not voided, and it has one bill only. Nothing was recorded. Choose another receipt."
    ),
    "book.missing": "There is no book at {path}. Check the place, or restore a backup.",
    "book.exists": "{path} already exists and was left as it is. Choose another file name.",
    "book.foreign": "{path} is not a Qingzhang book. It was left as it is. Choose another file.",
    "book.newer": (
        "The book was written by a newer version of Qingzhang and was left as it is. "
        "Upgrade the program, then open it."
    ),
    "book.damaged": (
        "The book {path} is damaged. It was left as it is. Restore the newest backup."
    ),
    "book.locked": (
        "Another program is using the book ({user} · {host} · process {pid}). "
        "Nothing was changed. Close it there, then try again."
    ),
    "book.read_only": (
        "The book or its folder cannot be written: {path}. "
        "Check the permissions, or move the book to a folder you can write."
    ),
    "disk.fault": (
        "The disk is full or failing. The whole operation was taken back; the book is as before. "
        "Free some space or change the disk, then try again."
    ),
    "book.upgrade_failed": (
        "Upgrading the book failed a check. The book is as before and a backup exists. "
        "Keep the file and ask for support."
    ),
    "file.unreadable": ("{path} cannot be read. {why} Nothing was imported."),
    "file.unwritable": (
        "{path} cannot be written. Check the folder, the disk space, "
        "or close the program that has it open."
    ),
    "print.glyph_missing": (
        "The fonts lack these characters: {characters}. Printing would leave blanks, "
        "so nothing was printed. Write them another way."
    ),
    "cover.bad_terms": (
        "{field} does not fit: shares are above 0 and up to 100 %, terms and amounts not "
        "negative, days in their order. Nothing was kept. Correct it."
    ),
    "cover.no_policy": (
        "No policy covers this ({number}) on {on}. Nothing was kept. Choose debts under one "
        "policy, or enter the policy first."
    ),
    "guarantee.not_allowed": (
        "An organ of the state cannot be a guarantor. Nothing was kept. Ask for other security."
    ),
    "assignment.not_assignable": (
        "{number} cannot be assigned: it is not open, is assigned already, or belongs to another "
        "customer or currency. Nothing was kept. Leave it out."
    ),
}
