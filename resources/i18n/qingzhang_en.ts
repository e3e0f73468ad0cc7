<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Assessment</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) understood</source>
            <translation>
                <numerusform>%n line understood</numerusform>
                <numerusform>%n lines understood</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>paid %n day(s) late on average</source>
            <translation>
                <numerusform>paid %n day late on average</numerusform>
                <numerusform>paid %n days late on average</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Attach</name>
        <message numerus="yes">
            <source>%n file(s) kept with the invoice</source>
            <translation>
                <numerusform>%n file kept with the invoice</numerusform>
                <numerusform>%n files kept with the invoice</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Attachments</name>
        <message numerus="yes">
            <source>%n file(s) in the book</source>
            <translation>
                <numerusform>%n file in the book</numerusform>
                <numerusform>%n files in the book</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) kept in the book</source>
            <translation>
                <numerusform>%n file kept in the book</numerusform>
                <numerusform>%n files kept in the book</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Bills</name>
        <message numerus="yes">
            <source>%n bill(s)</source>
            <translation>
                <numerusform>%n bill</numerusform>
                <numerusform>%n bills</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) before maturity.</source>
            <translation>
                <numerusform>%n day before maturity.</numerusform>
                <numerusform>%n days before maturity.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left to present</source>
            <translation>
                <numerusform>%n day left to present</numerusform>
                <numerusform>%n days left to present</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open document(s)</source>
            <translation>
                <numerusform>%n open document</numerusform>
                <numerusform>%n open documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bill of {amount} received, %n invoice(s) settled</source>
            <translation>
                <numerusform>Bill of {amount} received, %n invoice settled</numerusform>
                <numerusform>Bill of {amount} received, %n invoices settled</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>due in %n day(s)</source>
            <translation>
                <numerusform>due in %n day</numerusform>
                <numerusform>due in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>runs %n day(s)</source>
            <translation>
                <numerusform>runs %n day</numerusform>
                <numerusform>runs %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message numerus="yes">
            <source>%n deadline(s)</source>
            <translation>
                <numerusform>%n deadline</numerusform>
                <numerusform>%n deadlines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Collections</name>
        <message numerus="yes">
            <source>%n letter(s) ask first why is not paid</source>
            <translation>
                <numerusform>%n letter ask first why is not paid</numerusform>
                <numerusform>%n letters ask first why is not paid</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) released</source>
            <translation>
                <numerusform>%n letter released</numerusform>
                <numerusform>%n letters released</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) wait to be allocated.</source>
            <translation>
                <numerusform>%n receipt wait to be allocated.</numerusform>
                <numerusform>%n receipts wait to be allocated.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bank data of {account} end on {date}, %n day(s) ago.</source>
            <translation>
                <numerusform>Bank data of {account} end on {date}, %n day ago.</numerusform>
                <numerusform>Bank data of {account} end on {date}, %n days ago.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Passed over: %n customer(s)</source>
            <translation>
                <numerusform>Passed over: %n customer</numerusform>
                <numerusform>Passed over: %n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Release %n letter(s)?</source>
            <translation>
                <numerusform>Release %n letter?</numerusform>
                <numerusform>Release %n letters?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The newest receipt is of {date}, %n day(s) ago.</source>
            <translation>
                <numerusform>The newest receipt is of {date}, %n day ago.</numerusform>
                <numerusform>The newest receipt is of {date}, %n days ago.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>To send: %n letter(s)</source>
            <translation>
                <numerusform>To send: %n letter</numerusform>
                <numerusform>To send: %n letters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Court</name>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) past</source>
            <translation>
                <numerusform>%n day past</numerusform>
                <numerusform>%n days past</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CreditCheck</name>
        <message numerus="yes">
            <source>And %n more customer(s).</source>
            <translation>
                <numerusform>And %n more customer.</numerusform>
                <numerusform>And %n more customers.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CreditFile</name>
        <message numerus="yes">
            <source>%n file(s) written to {folder}</source>
            <translation>
                <numerusform>%n file written to {folder}</numerusform>
                <numerusform>%n files written to {folder}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Customer</name>
        <message numerus="yes">
            <source>%n day(s) late on average</source>
            <translation>
                <numerusform>%n day late on average</numerusform>
                <numerusform>%n days late on average</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with credits and money on account</source>
            <translation>
                <numerusform>%n with credits and money on account</numerusform>
                <numerusform>%n with credits and money on account</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message numerus="yes">
            <source>%n file(s) not bound, kept beside the bundle</source>
            <translation>
                <numerusform>%n file not bound, kept beside the bundle</numerusform>
                <numerusform>%n files not bound, kept beside the bundle</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s): contract, order, delivery, acceptance, invoice, reply, demand and payment, each by its weight in the policy.</source>
            <translation>
                <numerusform>%n invoice: contract, order, delivery, acceptance, invoice, reply, demand and payment, each by its weight in the policy.</numerusform>
                <numerusform>%n invoices: contract, order, delivery, acceptance, invoice, reply, demand and payment, each by its weight in the policy.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Expiry</name>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) past</source>
            <translation>
                <numerusform>%n day past</numerusform>
                <numerusform>%n days past</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n column</numerusform>
                <numerusform>%n columns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n row(s)</source>
            <translation>
                <numerusform>Import %n row</numerusform>
                <numerusform>Import %n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Invoice</name>
        <message numerus="yes">
            <source>%n allocation(s) undone</source>
            <translation>
                <numerusform>%n allocation undone</numerusform>
                <numerusform>%n allocations undone</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Invoices</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Limits</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change %n limit(s)?</source>
            <translation>
                <numerusform>Change %n limit?</numerusform>
                <numerusform>Change %n limits?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Review booked, %n letter(s) written</source>
            <translation>
                <numerusform>Review booked, %n letter written</numerusform>
                <numerusform>Review booked, %n letters written</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message numerus="yes">
            <source>%n draft(s) saved in {folder}</source>
            <translation>
                <numerusform>%n draft saved in {folder}</numerusform>
                <numerusform>%n drafts saved in {folder}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) saved in {folder}</source>
            <translation>
                <numerusform>%n file saved in {folder}</numerusform>
                <numerusform>%n files saved in {folder}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) on the clipboard</source>
            <translation>
                <numerusform>%n line on the clipboard</numerusform>
                <numerusform>%n lines on the clipboard</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them without an address</source>
            <translation>
                <numerusform>%n of them without an address</numerusform>
                <numerusform>%n of them without an address</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n text(s) on the clipboard</source>
            <translation>
                <numerusform>%n text on the clipboard</numerusform>
                <numerusform>%n texts on the clipboard</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n difference</numerusform>
                <numerusform>%n differences</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Receipts</name>
        <message numerus="yes">
            <source>%n allocation(s) booked</source>
            <translation>
                <numerusform>%n allocation booked</numerusform>
                <numerusform>%n allocations booked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n doc.</source>
            <translation>
                <numerusform>%n doc.</numerusform>
                <numerusform>%n doc.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) paid with {amount}</source>
            <translation>
                <numerusform>%n document paid with {amount}</numerusform>
                <numerusform>%n documents paid with {amount}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) paid, {amount} allocated</source>
            <translation>
                <numerusform>%n document paid, {amount} allocated</numerusform>
                <numerusform>%n documents paid, {amount} allocated</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) taken in</source>
            <translation>
                <numerusform>%n file taken in</numerusform>
                <numerusform>%n files taken in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already</source>
            <translation>
                <numerusform>%n known already</numerusform>
                <numerusform>%n known already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) booked, {amount}</source>
            <translation>
                <numerusform>%n line booked, {amount}</numerusform>
                <numerusform>%n lines booked, {amount}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) marked as non-trade</source>
            <translation>
                <numerusform>%n line marked as non-trade</numerusform>
                <numerusform>%n lines marked as non-trade</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) to be checked</source>
            <translation>
                <numerusform>%n line to be checked</numerusform>
                <numerusform>%n lines to be checked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) to be matched again</source>
            <translation>
                <numerusform>%n line to be matched again</numerusform>
                <numerusform>%n lines to be matched again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new bank line(s)</source>
            <translation>
                <numerusform>%n new bank line</numerusform>
                <numerusform>%n new bank lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) stand in the text</source>
            <translation>
                <numerusform>%n number stand in the text</numerusform>
                <numerusform>%n numbers stand in the text</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open document(s)</source>
            <translation>
                <numerusform>%n open document</numerusform>
                <numerusform>%n open documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other choice(s) as good</source>
            <translation>
                <numerusform>%n other choice as good</numerusform>
                <numerusform>%n other choices as good</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposal(s)</source>
            <translation>
                <numerusform>%n proposal</numerusform>
                <numerusform>%n proposals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) kept as advance</source>
            <translation>
                <numerusform>%n receipt kept as advance</numerusform>
                <numerusform>%n receipts kept as advance</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n refused</source>
            <translation>
                <numerusform>%n refused</numerusform>
                <numerusform>%n refused</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Accept %n line(s)</source>
            <translation>
                <numerusform>Accept %n line</numerusform>
                <numerusform>Accept %n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Allocated before: %n</source>
            <translation>
                <numerusform>Allocated before: %n</numerusform>
                <numerusform>Allocated before: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Book %n allocation(s)</source>
            <translation>
                <numerusform>Book %n allocation</numerusform>
                <numerusform>Book %n allocations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Booked today: %n</source>
            <translation>
                <numerusform>Booked today: %n</numerusform>
                <numerusform>Booked today: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Open the receipt that went back and press B there: %n fit this line.</source>
            <translation>
                <numerusform>Open the receipt that went back and press B there: %n fit this line.</numerusform>
                <numerusform>Open the receipt that went back and press B there: %n fit this line.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rows refused: %n</source>
            <translation>
                <numerusform>Rows refused: %n</numerusform>
                <numerusform>Rows refused: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Takes back what was booked last: %n line(s), {sum}</source>
            <translation>
                <numerusform>Takes back what was booked last: %n line, {sum}</numerusform>
                <numerusform>Takes back what was booked last: %n lines, {sum}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This account paid %n time(s), for this customer</source>
            <translation>
                <numerusform>This account paid %n time, for this customer</numerusform>
                <numerusform>This account paid %n times, for this customer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This account paid %n time(s), for {name}</source>
            <translation>
                <numerusform>This account paid %n time, for {name}</numerusform>
                <numerusform>This account paid %n times, for {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This name paid %n time(s), for this customer</source>
            <translation>
                <numerusform>This name paid %n time, for this customer</numerusform>
                <numerusform>This name paid %n times, for this customer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This name paid %n time(s), for {name}</source>
            <translation>
                <numerusform>This name paid %n time, for {name}</numerusform>
                <numerusform>This name paid %n times, for {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Undoes %n allocation(s) of {amount}</source>
            <translation>
                <numerusform>Undoes %n allocation of {amount}</numerusform>
                <numerusform>Undoes %n allocations of {amount}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>pay %n document(s),</source>
            <translation>
                <numerusform>pay %n document,</numerusform>
                <numerusform>pay %n documents,</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{amount} received, %n document(s) paid</source>
            <translation>
                <numerusform>{amount} received, %n document paid</numerusform>
                <numerusform>{amount} received, %n documents paid</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Replies</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open item(s)</source>
            <translation>
                <numerusform>%n open item</numerusform>
                <numerusform>%n open items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Risk</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n foreign account(s) without a rate are left out</source>
            <translation>
                <numerusform>%n foreign account without a rate are left out</numerusform>
                <numerusform>%n foreign accounts without a rate are left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) copied</source>
            <translation>
                <numerusform>%n line copied</numerusform>
                <numerusform>%n lines copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other(s)</source>
            <translation>
                <numerusform>%n other</numerusform>
                <numerusform>%n others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n review task(s) opened</source>
            <translation>
                <numerusform>%n review task opened</numerusform>
                <numerusform>%n review tasks opened</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n review(s) begun</source>
            <translation>
                <numerusform>%n review begun</numerusform>
                <numerusform>%n reviews begun</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n review(s) closed</source>
            <translation>
                <numerusform>%n review closed</numerusform>
                <numerusform>%n reviews closed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) booked without a rate are not valued.</source>
            <translation>
                <numerusform>%n item booked without a rate are not valued.</numerusform>
                <numerusform>%n items booked without a rate are not valued.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Learned of payers: %n</source>
            <translation>
                <numerusform>Learned of payers: %n</numerusform>
                <numerusform>Learned of payers: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Statements</name>
        <message numerus="yes">
            <source>%n had been issued before</source>
            <translation>
                <numerusform>%n had been issued before</numerusform>
                <numerusform>%n had been issued before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n statement(s) issued</source>
            <translation>
                <numerusform>%n statement issued</numerusform>
                <numerusform>%n statements issued</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Issue %n statement(s)?</source>
            <translation>
                <numerusform>Issue %n statement?</numerusform>
                <numerusform>Issue %n statements?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n account(s)</source>
            <translation>
                <numerusform>Left out: %n account</numerusform>
                <numerusform>Left out: %n accounts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message numerus="yes">
            <source>oldest of %n day(s) ago</source>
            <translation>
                <numerusform>oldest of %n day ago</numerusform>
                <numerusform>oldest of %n days ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) old</source>
            <translation>
                <numerusform>%n day old</numerusform>
                <numerusform>%n days old</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
    </context>
</TS>
