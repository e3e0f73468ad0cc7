<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Collections</name>
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
        <name>Papers</name>
        <message numerus="yes">
            <source>%n file(s) saved in {folder}</source>
            <translation>
                <numerusform>%n file saved in {folder}</numerusform>
                <numerusform>%n files saved in {folder}</numerusform>
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
            <source>%n document(s) paid, {amount} allocated</source>
            <translation>
                <numerusform>%n document paid, {amount} allocated</numerusform>
                <numerusform>%n documents paid, {amount} allocated</numerusform>
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
            <source>{amount} received, %n document(s) paid</source>
            <translation>
                <numerusform>{amount} received, %n document paid</numerusform>
                <numerusform>{amount} received, %n documents paid</numerusform>
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
        <name>Settings</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
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
    </context>
</TS>
