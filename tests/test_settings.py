"""The environment becomes one frozen value, or a refusal that names each wrong variable and repeats no value."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import LogFormat, Problem, Settings, SettingsRefused, WrongVariable, load_settings

TOKEN = "1234567:ABCdef-ghi_jkl"


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOKEN", "API_URL", "DATABASE_URL", "DATA_DIR", "WEBHOOK_URL", "WEBHOOK_SECRET", "LISTEN", "LOG_FORMAT"):
        monkeypatch.delenv(f"MAILLON_{name}", raising=False)


def said(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"MAILLON_{name}", value)


def refusal() -> SettingsRefused:
    with pytest.raises(SettingsRefused) as refused:
        load_settings()
    return refused.value


def test_without_any_variable_the_data_folder_of_the_platform_holds_an_sqlite_file() -> None:
    settings = load_settings()
    assert settings.data_dir.name == "maillon"
    assert settings.database_url == f"sqlite:///{settings.data_dir}/maillon.sqlite3"
    assert settings.api_url == "https://api.telegram.org"
    assert settings.listen_address == ("127.0.0.1", 8443)
    assert settings.log_format is LogFormat.TEXT
    assert (settings.token, settings.webhook_url, settings.webhook_secret) == (None, None, None)


def test_every_variable_of_the_contract_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said(
        monkeypatch,
        TOKEN=TOKEN,
        API_URL="http://127.0.0.1:8081/",
        DATABASE_URL="postgresql+psycopg://claire:secret@localhost/maillon",
        DATA_DIR=str(tmp_path),
        WEBHOOK_URL="https://maillon.example.org/telegram",
        WEBHOOK_SECRET="a-long_secret",
        LISTEN="0.0.0.0:9000",
        LOG_FORMAT="json",
    )
    settings = load_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.api_url == "http://127.0.0.1:8081"
    assert settings.database_url == "postgresql+psycopg://claire:secret@localhost/maillon"
    assert settings.data_dir == tmp_path
    assert settings.webhook_url == "https://maillon.example.org/telegram"
    assert settings.webhook_secret is not None
    assert settings.webhook_secret.get_secret_value() == "a-long_secret"
    assert settings.listen_address == ("0.0.0.0", 9000)
    assert settings.log_format is LogFormat.JSON


def test_the_database_follows_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said(monkeypatch, DATA_DIR=str(tmp_path / "données"))
    assert load_settings().database_url == f"sqlite:///{tmp_path}/données/maillon.sqlite3"


def test_an_empty_variable_counts_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    said(monkeypatch, TOKEN="", WEBHOOK_URL="", LOG_FORMAT="")
    assert (load_settings().token, load_settings().webhook_url, load_settings().log_format) == (None, None, LogFormat.TEXT)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "not a token"),
        ("TOKEN", f"bot{TOKEN}"),
        ("TOKEN", f"{TOKEN} "),
        ("API_URL", "api.telegram.org"),
        ("API_URL", "ftp://api.telegram.org"),
        ("API_URL", "https://api.telegram.org:port"),
        ("DATABASE_URL", "postgresql://localhost/maillon"),
        ("DATABASE_URL", "mysql://localhost/maillon"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "/var/lib/maillon.sqlite3"),
        ("WEBHOOK_SECRET", "an accent: é"),
        ("WEBHOOK_SECRET", "x" * 257),
        ("LISTEN", "8443"),
        ("LISTEN", "localhost:0"),
        ("LISTEN", "localhost:65536"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_value_is_named_and_never_repeated(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    said(monkeypatch, **{name: value})
    refused = refusal()
    assert refused.problems == (WrongVariable(variable=f"MAILLON_{name}", problem=Problem.INVALID),)
    assert str(refused) == f"MAILLON_{name} invalid"
    assert refused.__cause__ is None
    assert refused.__suppress_context__


def test_a_webhook_without_https_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    said(monkeypatch, WEBHOOK_URL="http://maillon.example.org/", WEBHOOK_SECRET="s")
    assert refusal().problems == (WrongVariable(variable="MAILLON_WEBHOOK_URL", problem=Problem.INVALID),)


def test_a_webhook_without_a_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    said(monkeypatch, WEBHOOK_URL="https://maillon.example.org/")
    assert refusal().problems == (WrongVariable(variable="MAILLON_WEBHOOK_SECRET", problem=Problem.MISSING),)


def test_all_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said(monkeypatch, TOKEN="x y", LISTEN="y", LOG_FORMAT="z")
    assert [problem.variable for problem in refusal().problems] == ["MAILLON_TOKEN", "MAILLON_LISTEN", "MAILLON_LOG_FORMAT"]


def test_no_secret_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    said(monkeypatch, TOKEN=TOKEN, WEBHOOK_SECRET="a-long_secret")
    printed = repr(load_settings())
    assert (TOKEN in printed, "a-long_secret" in printed) == (False, False)


def test_settings_do_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings()
    with pytest.raises(ValidationError):
        settings.api_url = "https://elsewhere.example"  # type: ignore[misc]
    assert isinstance(settings, Settings)
