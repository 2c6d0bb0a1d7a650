"""How a spreadsheet gets the same bytes whenever it is written: without the moment of its making."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def undated(workbook: bytes) -> bytes:
    """The workbook without the moment at which it was written."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _WHEN.sub(rb"\g<1>2026-01-01T00:00:00Z", content)
            after.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), content, compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()
