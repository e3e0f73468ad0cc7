"""Fixed words of the credit file and of the site-visit form; see :mod:`reports.wording`."""

from __future__ import annotations

from typing import Final

ZH: Final = {
    "credit_file": {
        "file_title": "客户信用档案",
        "file_as_of": "截至 {on}",
        "file_master": "基本信息",
        "file_none": "无",
        "file_complete": "档案完整度 {percent} %",
        "file_missing": "缺少：{items}",
        "file_old": "已过期：{items}",
        "file_remark": "※ {remark}",
        "file_files": "附件",
        "file_name": "文件",
        "file_belongs": "所属",
        "file_source": "来源",
        "file_size": "字节",
        "file_hash": "校验值 SHA-256",
        "sign_date": "日期",
    },
    "site_visit": {
        "visit_title": "实地考察记录",
        "visit_customer": "客户",
        "visit_on": "考察日期",
        "visit_photos": "照片",
        "visit_by": "考察人",
        "visit_met": "被考察方接待人",
    },
}

EN: Final = {
    "credit_file": {
        "file_title": "Credit file",
        "file_as_of": "as of {on}",
        "file_master": "Master data",
        "file_none": "none",
        "file_complete": "File {percent} % complete",
        "file_missing": "Missing: {items}",
        "file_old": "Out of date: {items}",
        "file_remark": "Note: {remark}",
        "file_files": "Attachments",
        "file_name": "File",
        "file_belongs": "Belongs to",
        "file_source": "Source",
        "file_size": "Bytes",
        "file_hash": "SHA-256",
        "sign_date": "Date",
    },
    "site_visit": {
        "visit_title": "Site visit report",
        "visit_customer": "Customer",
        "visit_on": "Visited on",
        "visit_photos": "Photos",
        "visit_by": "Visitor",
        "visit_met": "Received by",
    },
}
