"""A book whose company sells, and electronic invoices taken into it."""

from dataclasses import asdict

import pytest

from domain.customer import Company
from storage.importing.einvoices import take_einvoices
from tests.desk import Desk
from tests.storage.einvoice.samples import SELLER


class Books(Desk):
    """A desk that takes files of electronic invoices."""

    def be(self, name=SELLER[0], tax_id=SELLER[1]):
        """Make the book's company this one."""
        self.set(company=asdict(Company(name=name, tax_id=tax_id)))

    def take(self, content, name="file.xml", **options):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return take_einvoices(self.book, path, **options)

    def documents(self, columns="number, kind, amount_minor"):
        with self.book.reading.connect() as connection:
            found = connection.exec_driver_sql(f"SELECT {columns} FROM document ORDER BY id")
            return [tuple(row) for row in found]

    def id_of(self, number, kind="invoice"):
        with self.book.reading.connect() as connection:
            sql = "SELECT id FROM document WHERE number = ? AND kind = ?"
            return connection.exec_driver_sql(sql, (number, kind)).scalar()

    def left(self, number, kind="invoice"):
        """Return what is open of a document by its number."""
        return self.open(self.id_of(number, kind))

    def customers(self):
        with self.book.reading.connect() as connection:
            sql = "SELECT code, name, tax_id FROM customer ORDER BY id"
            return [tuple(row) for row in connection.exec_driver_sql(sql)][1:]


@pytest.fixture
def books(tmp_path):
    """Return a book in CNY of the company that sells in the samples."""
    opened = Books(tmp_path / "book.sqlite")
    opened.folder = tmp_path
    opened.be()
    yield opened
    assert opened.check() == []
    opened.close()


def counts(report):
    return report.read, report.added, report.updated, report.unchanged, len(report.rejected)


def refused(report):
    """Return row, code and facts of what was refused, but for the number of the invoice."""
    return [
        (one.row, one.code, {name: fact for name, fact in one.facts.items() if name != "invoice"})
        for one in report.rejected
    ]
