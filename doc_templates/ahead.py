"""How a throw-away process is started ahead of its work: to read its modules takes it longer than to fill a template."""

from __future__ import annotations

import atexit
import contextlib
import subprocess
import threading

from doc_templates.disposable import DocumentFailed, started

UNUSED = 75  # how a process ends to which nothing came


class StartedAhead:
    """Processes of one module, each for one answer. Behind each the next one is started; it gives up by itself when nothing comes."""

    def __init__(self, module: str, *, what: str, environment: dict[str, str]) -> None:
        self._module, self._what, self._environment = module, what, environment
        self._lock = threading.Lock()
        self._next: subprocess.Popen[bytes] | None = None
        atexit.register(self.let_go)

    def run(self, told: bytes, *, seconds: float) -> subprocess.CompletedProcess[bytes]:
        """What one of them said to that. Raises subprocess.TimeoutExpired, DocumentFailed when none could be started."""
        with self._lock:
            process, self._next = self._next, None
        try:
            done = _answer(process, told, seconds=seconds) if process is not None and process.poll() is None else None
            if done is None or done.returncode == UNUSED:
                done = _answer(self._start(), told, seconds=seconds)
            return done
        finally:
            if process is not None:
                _close(process)
            with self._lock, contextlib.suppress(DocumentFailed):
                self._next = self._next or self._start()

    def let_go(self) -> None:
        """Ends the one that waits."""
        with self._lock:
            process, self._next = self._next, None
        if process is not None:
            process.kill()
            _close(process)

    def _start(self) -> subprocess.Popen[bytes]:
        return started(self._module, what=self._what, environment=self._environment)


def _answer(process: subprocess.Popen[bytes], told: bytes, *, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """The clock counts from when the work is handed over."""
    try:
        out, err = process.communicate(told, timeout=seconds)
    except BaseException:
        process.kill()
        _close(process)
        raise
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def _close(process: subprocess.Popen[bytes]) -> None:
    """Of a process that ended neither pipes nor its number stay."""
    with process:
        pass
