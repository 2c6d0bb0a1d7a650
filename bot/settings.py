"""What the environment asks for: one frozen value, or a refusal that tells which variables are missing or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import platformdirs
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "MAILLON_"
DATABASE_FILE = "maillon.sqlite3"

_TOKEN = re.compile(r"(?!bot\d)[!-.0-~]+", re.ASCII)  # it stands in a URL; whether it is good, getMe tells
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)  # what Telegram allows in its header
_DATABASE = re.compile(r"(sqlite(\+pysqlite)?:///(?!:memory:).+|postgresql\+psycopg://.*)", re.ASCII)
_ADDRESS = re.compile(r"(?P<host>\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]*):(?P<port>\d{1,5})", re.ASCII)


T = TypeVar("T")


class LogFormat(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"


class Problem(StrEnum):
    """What can be wrong with a variable."""

    MISSING = "missing"  # nothing is there, and something needs it
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongVariable:
    """One variable (MAILLON_…) and what is wrong with it; its value is never repeated, it may be a secret."""

    variable: str
    problem: Problem


class SettingsRefused(Exception):
    """The environment cannot be used as it is."""

    def __init__(self, problems: tuple[WrongVariable, ...]) -> None:
        super().__init__(", ".join(f"{one.variable} {one.problem}" for one in problems))
        self.problems = problems


class Settings(BaseSettings):
    """How this bot was set up. Empty variables count as absent; `listen` is « host:port », where the webhook is served."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    token: SecretStr | None = None  # not everything needs one: the trial and the making of a territory do without
    api_url: str = "https://api.telegram.org"
    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("maillon", appauthor=False)))
    database_url: str = Field(default="", validate_default=True)  # empty: a file in data_dir
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = Field(default=None, validate_default=True)
    listen: str = "127.0.0.1:8443"
    log_format: LogFormat = LogFormat.TEXT

    @property
    def listen_address(self) -> tuple[str, int]:
        """Host and port on which the webhook is served."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]") or "0.0.0.0", int(port)

    @field_validator("token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        return _checked(value, value is None or _TOKEN.fullmatch(value.get_secret_value()))

    @field_validator("api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        return _checked(value, _is_url(value, "http", "https")).rstrip("/")

    @field_validator("data_dir")
    @classmethod
    def _data_dir(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: str, info: ValidationInfo) -> str:
        if not value:
            return f"sqlite:///{info.data.get('data_dir', Path()) / DATABASE_FILE}"
        return _checked(value, _DATABASE.fullmatch(value))

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url(cls, value: str | None) -> str | None:
        return _checked(value, value is None or _is_url(value, "https"))  # Telegram calls nothing else

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.data.get("webhook_url"):
            raise PydanticCustomError(Problem.MISSING, "missing")  # without it, anybody could speak in Telegram's name
        return _checked(value, value is None or _SECRET.fullmatch(value.get_secret_value()))

    @field_validator("listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        found = _ADDRESS.fullmatch(value)
        return _checked(value, found and 0 < int(found["port"]) < 65536)


def load_settings() -> Settings:
    """The settings of the environment. Raises SettingsRefused with everything that is wrong at once."""
    try:
        return Settings()
    except ValidationError as refused:
        raise SettingsRefused(
            tuple(
                WrongVariable(
                    variable=PREFIX + str(error["loc"][0]).upper(),
                    problem=Problem.MISSING if error["type"] == Problem.MISSING else Problem.INVALID,
                )
                for error in refused.errors(include_input=False, include_url=False)
            )
        ) from None  # pydantic's own message repeats the values


def _checked(value: T, good: object) -> T:
    if not good:
        raise PydanticCustomError(Problem.INVALID, "invalid")
    return value


def _is_url(value: str, *schemes: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in schemes and bool(parts.hostname) and (parts.port or 1) > 0 and not parts.query
    except ValueError:
        return False
