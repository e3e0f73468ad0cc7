"""Whether files kept in the book are still what they were: content, size and SHA-256."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection


def broken_attachments(connection: Connection) -> list[str]:
    """Return attachments whose content is gone or changed, and contents kept under a wrong hash.

    Each content is read once, however many attachments share it.
    """
    missing = connection.exec_driver_sql(
        """SELECT id FROM attachment WHERE sha256 <> ''
              AND sha256 NOT IN (SELECT sha256 FROM attachment_content) ORDER BY id"""
    )
    refs = [f"attachment/{key}" for (key,) in missing]
    rows = connection.exec_driver_sql("SELECT sha256, size, content FROM attachment_content")
    for sha256, size, content in rows:
        if len(content) != size or hashlib.sha256(content).hexdigest() != sha256:
            refs += _named(connection, sha256)
    return refs


def _named(connection: Connection, sha256: str) -> list[str]:
    sql = "SELECT id FROM attachment WHERE sha256 = ? ORDER BY id"
    rows = connection.exec_driver_sql(sql, (sha256,)).fetchall()
    return [f"attachment/{key}" for (key,) in rows] or [f"attachment_content/{sha256[:12]}"]
