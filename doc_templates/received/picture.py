"""How page 1 of a document is drawn where LibreOffice is installed: a profile of its own, nothing from outside, no network."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

_SECONDS = 60.0
_LARGEST = 9_000_000  # bytes: Telegram takes ten millions
_PNG = b"\x89PNG\r\n\x1a\n"
_SETTINGS = (
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Writer/Content/Update", "Link", "0"),
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    + "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    + "</oor:items>"
)


def can_draw() -> bool:
    """Whether there is anything to draw with: LibreOffice, and poppler's pdftoppm."""
    return shutil.which("soffice") is not None and shutil.which("pdftoppm") is not None


def first_page(document: bytes) -> bytes | None:
    """Page 1 as PNG; None where what draws is missing or fails. Blocks for some seconds."""
    if not can_draw():
        return None
    with tempfile.TemporaryDirectory(prefix="maillon-page-") as folder:
        place = Path(folder)
        profile = place / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (place / "page.docx").write_bytes(document)
        office = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={(place / 'profile').as_uri()}"]
        to_pdf = [*office, "--convert-to", "pdf", "--outdir", folder, str(place / "page.docx")]
        to_png = ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile", str(place / "page.pdf"), str(place / "page")]
        for command in (to_pdf, to_png):
            if not _ran([*_apart(), *command], folder):
                return None
        drawn = place / "page.png"
        picture = drawn.read_bytes() if drawn.is_file() and drawn.stat().st_size <= _LARGEST else b""
    return picture if picture.startswith(_PNG) else None


def _ran(command: list[str], folder: str) -> bool:
    """Whether it ended well in time; what it began is ended with it."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
    try:
        office = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError:
        return False
    try:
        return office.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(office)


def _end(office: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(office.pid, signal.SIGKILL)  # the group that was begun for it, and nothing else
    office.wait()


@cache
def _apart() -> tuple[str, ...]:
    """What takes the network away, where the system lets us."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    try:
        tried = subprocess.run([unshare, "-rn", "true"], capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return (unshare, "-rn") if tried.returncode == 0 else ()
