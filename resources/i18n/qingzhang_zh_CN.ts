<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Ask</name>
        <message>
            <source>Work is still under way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{task}. Closing stops it; what is already booked stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop it and close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something typed is not saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closing loses what was typed. The book itself is not affected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close without saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program made a mistake. The act was not carried out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book is as before. A report without customer data was kept: {file}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Books</name>
        <message>
            <source>Qingzhang books (*.qz);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backups and books (*.qz *.zip *.sqlite *.backup);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{company}. Made {made}. {customers} customers, {documents} documents, the last of {last}. It is restored to a new file; no existing book is replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore this backup?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore to a new file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a book</source>
            <extracomment>Books kept in the list of recent ones.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the sample book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backed up to {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backing up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restoring the backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book is in order: everything derived agrees with its facts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} findings. First: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking the book</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>New book…</source>
            <extracomment>name → (words, key, icon). A name with "screen." goes to the screen shown.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open book…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the sample book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the list…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show another date…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Explain this screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About Qingzhang</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <extracomment>Menus in order; "-" is a line, "*" the place for what changes.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <extracomment>Commands that make sense before a book is open.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Appearance</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Common</name>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Customers</name>
        <message>
            <source>Over limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disputed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To allocate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level {level}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Oldest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Avg late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unapplied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>customers</source>
            <extracomment>Saved filters, in the order of the pills.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No customers yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here stand the firms that buy on credit, with what they owe. Import them from a table, or add one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what they owe, most overdue first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With balance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Type an amount such as 1234.50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a date such as 2026-11-20</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be empty</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>About this screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About Qingzhang</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Qingzhang, an offline receivables desk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing leaves this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Icons: Lucide (ISC, MIT). Fonts: Noto (SIL OFL). Window: Qt (LGPL).</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Open as a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close this pane</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Invoices</name>
        <message>
            <source>Disputed {amount}</source>
            <extracomment>Kinds that say what they are in the list; plain invoices do not.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disputed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level {level}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoiced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Amount</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>invoices</source>
            <extracomment>Saved filters, in the order of the pills.</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No invoices yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here stands every invoice, credit and debit note with what is open of it. Import them from a table, or enter one with Ctrl+N.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with credit and debit notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due in 7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Condition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Labels</name>
        <message>
            <source>Invoice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Debit note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Credit note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discount</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Small write-off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Voiding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not yet issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chinese yuan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>US dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Euro</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hong Kong dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Japanese yen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pound sterling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>South Korean won</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New Taiwan dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Singapore dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Australian dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canadian dollar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kuwaiti dinar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoice posted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Debit note posted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Credit note posted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening item posted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Document voided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipt recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Money allocated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allocation undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Small difference written off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dispute opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dispute closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exchange rate kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dunning run released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statements issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dunning letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipt note</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Lists</name>
        <message>
            <source>Filter total</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selection total</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Excel workbook (*.xlsx);;CSV text (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} rows written to {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exporting the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Laying out pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As of {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} rows copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing matches the filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop a condition or type something else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop this condition</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Collections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statements</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Sent to the printer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Printing</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Amounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers, documents, amounts, actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search everything</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Qingzhang</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As of {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date that all screens show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All figures are shown as they stood on this date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open book</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No backup yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backup {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F1 help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Small business CAS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CAS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IFRS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No bad-debt provision; losses are written off when they happen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expected credit losses are provided for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expected credit losses are provided for (IFRS 9).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is assumed about provisions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Micro</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Small</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Medium</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Company name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Credit code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Company size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decides whether statutory interest can be claimed from large companies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the book as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code has 18 characters, or leave it empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a month such as 2026-11</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything can be changed later in the settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>18 characters, may stay empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Welcome to Qingzhang</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The receivables desk. No network; your books stay on your computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the sample book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A made-up company with customers, open invoices and receipts to allocate. Try anything; your own books are not touched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Already have data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a book file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>.qz file, Ctrl+O</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one, see what it holds, then restore it</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
