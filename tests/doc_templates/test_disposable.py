"""The throw-away process: the same document, no secret inside, no words of people in its errors, no growth of the bot."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from doc_templates.contents import Contents
from doc_templates.disposable import DisposableDocumentMaker, DocumentFailed, make
from doc_templates.minutes.fields import minutes_contents
from doc_templates.minutes.render import render
from tests.doc_templates.samples import ALL, ORDINARY

MAKER = DisposableDocumentMaker()


def interpreter(folder: Path, script: str) -> str:
    """A false Python that runs a shell script."""
    file = folder / "python"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize("name", ALL)
def test_it_makes_the_very_same_document(name: str) -> None:
    assert MAKER.minutes(ALL[name]) == render(ALL[name])


def test_it_works_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docx.py").write_text("raise SystemExit('a stranger’s file was imported')")
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if entry not in ("", str(tmp_path))])
    assert MAKER.minutes(ORDINARY).startswith(b"PK")


@pytest.mark.bench
def test_it_is_fast_enough() -> None:
    took = []
    for _ in range(3):
        start = time.perf_counter()
        MAKER.minutes(ALL["long"])
        took.append(time.perf_counter() - start)
    assert min(took) < 0.6


def test_a_missing_field_is_named_by_its_kind_only() -> None:
    contents = minutes_contents(ORDINARY)
    fields = {name: value for name, value in contents.fields.items() if name != "instance"}
    with pytest.raises(DocumentFailed) as failure:
        make(Contents(document="minutes", fields=fields, properties=contents.properties), seconds=20)
    assert str(failure.value) == "minutes: the process ended with 1 (jinja2.exceptions.UndefinedError)"


def test_it_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILLON_TOKEN", "123:secret")
    monkeypatch.setattr(sys, "executable", interpreter(tmp_path, "printf PK; /usr/bin/env"))
    shown = make(minutes_contents(ORDINARY), seconds=20).decode().removeprefix("PK").splitlines()
    assert {line.split("=")[0] for line in shown} - {"PWD", "SHLVL", "_", "OLDPWD"} <= {"PYTHONPATH", "PYTHONUTF8", "LD_LIBRARY_PATH"}


def test_it_is_ended_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", interpreter(tmp_path, "exec sleep 30"))
    start = time.perf_counter()
    with pytest.raises(DocumentFailed, match=r"^minutes: not made within 0\.3 s$"):
        DisposableDocumentMaker(seconds=0.3).minutes(ORDINARY)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'Traceback: Sophie Martin' >&2; exit 3", "minutes: the process ended with 3 (no reason given)"),
        ("kill -9 $$", "minutes: the process ended with -9 (no reason given)"),
        ("echo Sophie", "minutes: the process gave 7 bytes that are no .docx"),
    ],
)
def test_what_people_wrote_never_reaches_the_log(script: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", interpreter(tmp_path, script))
    with pytest.raises(DocumentFailed) as failure:
        MAKER.minutes(ORDINARY)
    assert str(failure.value) == reason


def test_no_python_at_all_is_a_failure_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    with pytest.raises(DocumentFailed, match=r"^minutes: no process could be started \(FileNotFoundError\)$"):
        MAKER.minutes(ORDINARY)


def test_a_very_big_meeting_fits_in_the_limits() -> None:
    crowd = replace(ALL["long"], participants=ALL["long"].participants * 10)
    assert MAKER.minutes(crowd).startswith(b"PK")


def test_the_bot_imports_nothing_heavy() -> None:
    code = (
        "import sys, doc_templates.disposable, doc_templates.minutes.fields;"
        "print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml', 'pydantic', 'babel'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parents[2], env={**os.environ})
    assert run.stdout.decode().strip() == "[]"
