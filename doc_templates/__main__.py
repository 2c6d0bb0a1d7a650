"""The throw-away process that fills one template: contents as JSON on standard input, the .docx on standard output."""

from __future__ import annotations

import contextlib
import sys

_MEMORY = 512 * 1024 * 1024
_CPU_SECONDS = 15


def main() -> int:
    """0 when the document is whole; else 1, with the error's class alone on standard error: its text could hold what people wrote."""
    _limit_itself()
    try:
        from doc_templates.contents import Contents
        from doc_templates.engine import fill

        document = fill(Contents.from_json(sys.stdin.buffer.read()))
    except Exception as error:
        sys.stderr.write(f"{type(error).__module__}.{type(error).__qualname__}")
        return 1
    sys.stdout.buffer.write(document)
    return 0


def _limit_itself() -> None:
    """A runaway document must not take the bot's machine with it (where the system knows limits)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))


if __name__ == "__main__":
    sys.exit(main())
