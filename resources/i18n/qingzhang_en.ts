<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Customer</name>
        <message numerus="yes">
            <source>%n with credits and money on account</source>
            <translation>
                <numerusform>%n with credits and money on account</numerusform>
                <numerusform>%n with credits and money on account</numerusform>
            </translation>
        </message>
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
</TS>
