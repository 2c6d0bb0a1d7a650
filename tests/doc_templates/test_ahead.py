"""A process that is started ahead answers once, and whoever asks hears nothing of one that gave up or died before."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from doc_templates.ahead import UNUSED, StartedAhead
from doc_templates.received import __main__ as received

ECHO = """
import os, pathlib, sys
tired = pathlib.Path(__file__).with_name("tired")
if tired.exists():
    tired.unlink()
    sys.exit(75)
told = sys.stdin.buffer.read()
while told == b"for ever":
    pass
print(os.getpid(), told.decode(), end="")
"""


@pytest.fixture
def echoes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StartedAhead]:
    """Processes that say who they are and what they were told."""
    (tmp_path / "echo_once.py").write_text(ECHO)
    monkeypatch.syspath_prepend(tmp_path)
    made = StartedAhead("echo_once", what="echo", environment={})
    yield made
    made.let_go()


def asked(echoes: StartedAhead, told: str) -> tuple[int, str]:
    """Who answered, and what."""
    done = echoes.run(told.encode(), seconds=60)
    assert (done.returncode, done.stderr) == (0, b"")
    number, _, said = done.stdout.decode().partition(" ")
    return int(number), said


def test_each_answer_is_of_another_process(echoes: StartedAhead) -> None:
    answers = [asked(echoes, said) for said in ("un", "deux", "trois")]
    assert [said for _, said in answers] == ["un", "deux", "trois"]
    assert len({number for number, _ in answers}) == 3


def test_the_one_started_ahead_answers(echoes: StartedAhead) -> None:
    asked(echoes, "un")
    waiting = echoes._next
    assert waiting is not None
    assert asked(echoes, "deux") == (waiting.pid, "deux")


def test_one_that_gave_up_is_not_heard_of(echoes: StartedAhead, tmp_path: Path) -> None:
    (tmp_path / "tired").touch()
    echoes._next = echoes._start()
    assert asked(echoes, "un")[1] == "un"
    assert (UNUSED, received._UNUSED) == (75, 75)


def test_one_that_was_killed_while_it_waited_is_not_heard_of(echoes: StartedAhead) -> None:
    asked(echoes, "un")
    assert echoes._next is not None
    os.kill(echoes._next.pid, signal.SIGKILL)
    echoes._next.wait()
    assert asked(echoes, "deux")[1] == "deux"


def test_one_that_takes_too_long_is_ended_and_the_next_one_answers(echoes: StartedAhead) -> None:
    asked(echoes, "un")
    slow = echoes._next
    assert slow is not None
    with pytest.raises(subprocess.TimeoutExpired):
        echoes.run(b"for ever", seconds=1)
    assert slow.returncode == -signal.SIGKILL
    assert asked(echoes, "deux")[1] == "deux"


def test_none_stays_when_the_bot_ends(echoes: StartedAhead) -> None:
    asked(echoes, "un")
    waiting = echoes._next
    assert waiting is not None
    echoes.let_go()
    assert (waiting.returncode, echoes._next) == (-signal.SIGKILL, None)


def test_a_process_to_which_nothing_comes_gives_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hasty.py").write_text(
        "import sys\nfrom doc_templates.received import __main__ as main\nmain._IDLE_SECONDS = 0.1\nsys.exit(main.main())\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    made = StartedAhead("hasty", what="template", environment={})
    made._next = made._start()
    assert (made._next.wait(60), made.run(b"{}\n", seconds=60).returncode) == (UNUSED, 1)
    made.let_go()
