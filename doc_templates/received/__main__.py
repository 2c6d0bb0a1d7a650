"""The process in which a received template is checked or filled: a line of JSON and the template on standard input.

The document, or the faults or the kind that fits as JSON, on standard output. It can open no file but modules of Python, start nothing,
reach nobody.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from typing import Any

_MEMORY = 512 * 1024 * 1024
_CPU_SECONDS = 8
_SECONDS = 12  # once there is work: the bot waits for ten, this ends what a bot that died has left
_IDLE_SECONDS = 600.0
_UNUSED = 75  # as doc_templates.ahead knows it
_FILES = 32
_MODULES = (".py", ".pyc", ".so")
_REFUSED = (
    "socket.",
    "subprocess.",
    "ctypes.",
    "shutil.",
    "ftplib.",
    "urllib.",
    "pty.",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.spawn",
)
_REFUSED_ALONE = frozenset(
    f"os.{act}"
    for act in (
        "system", "remove", "rename", "rmdir", "mkdir", "link", "symlink", "chmod", "chown", "truncate", "kill", "startfile", "putenv",
    )
)  # fmt: skip


def main() -> int:
    """0 when there is an answer; else 1, with the error's class alone on standard error: its text could hold what people wrote.

    75 when nothing came for a long while.
    """
    _limit_itself()
    try:
        from doc_templates.received import checking, warming  # before there is work: to read them takes longer than the work

        if not _comes(within=0):
            warming.warm(checking.fill)
        sys.addaudithook(_guard)
        if not _comes(within=_IDLE_SECONDS):
            return _UNUSED
        _begin_to_count()
        head, _, template = sys.stdin.buffer.read().partition(b"\n")
        answer = _answer(json.loads(head), template)
    except Exception as error:
        sys.stderr.write(f"{type(error).__module__}.{type(error).__qualname__}")
        return 1
    sys.stdout.buffer.write(answer)
    return 0


def _comes(*, within: float) -> bool:
    """Whether work comes within so many seconds; True where the system cannot tell."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import select

        return bool(select.select([sys.stdin.buffer], [], [], within)[0])
    return True


def _begin_to_count() -> None:
    with contextlib.suppress(ImportError, AttributeError):
        import signal

        signal.alarm(_SECONDS)


def _answer(told: dict[str, Any], template: bytes) -> bytes:
    from dataclasses import asdict

    from bot.domain.templates import TemplateKind
    from doc_templates.contents import Contents
    from doc_templates.received import checking
    from doc_templates.received.package import Faulty

    if told["kind"] is None:
        fitting, faults = checking.fitting(template)
        return json.dumps({"kind": fitting.value, "faults": [asdict(fault) for fault in faults]}).encode("ascii")
    kind = TemplateKind(told["kind"])
    if told["contents"] is None:
        return json.dumps([asdict(fault) for fault in checking.check(template, kind)]).encode("ascii")
    try:
        return checking.fill(template, Contents.from_json(json.dumps(told["contents"]).encode()), kind)
    except Faulty as faulty:
        return json.dumps([asdict(fault) for fault in faulty.faults]).encode("ascii")


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    """What Python asks before it acts. Raises PermissionError."""
    if event == "open":
        path, mode, flags = arguments
        reads = not (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC)
        if not (reads and mode in (None, "r", "rb") and isinstance(path, str) and path.endswith(_MODULES)):
            raise PermissionError("open")
    elif event in _REFUSED_ALONE or event.startswith(_REFUSED):
        raise PermissionError(event)


def _limit_itself() -> None:
    """A runaway template must not take the bot's machine with it (where the system knows limits)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, _MEMORY),
            (resource.RLIMIT_CPU, _CPU_SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, _FILES),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
