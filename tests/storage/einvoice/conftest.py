"""Reading a file of given contents."""

import pytest

from storage.einvoice.recognise import read_einvoices


@pytest.fixture
def read(tmp_path):
    """Return a function that reads contents (text or bytes) as a file of electronic invoices."""

    def run(content, name="file.xml", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_einvoices(path, **options)

    return run


@pytest.fixture
def one(read):
    """Return a function that reads the only invoice of a file in which nothing was refused."""

    def run(content, name="file.xml"):
        found = read(content, name)
        assert found.rejected == ()
        (invoice,) = found.invoices
        return invoice

    return run
