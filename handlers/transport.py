"""How HTTP requests leave: python-telegram-bot over aiohttp, which tells what certainly never left from what may have arrived."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 30.0
CONNECTIONS = 64
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class NeverLeft(NetworkError):
    """The connection was never made: sending again cannot double anything."""


@dataclass(frozen=True, slots=True)
class PlainData:
    """Stands for a RequestData (which is final) where the answer is wanted as received: string parameters, no file."""

    json_parameters: dict[str, str]
    contains_files: bool = False
    multipart_data: None = None


class AiohttpRequest(BaseRequest):
    """One pool of connections. Measured by the product's issue: ten times httpx on a slow API, three times on a fast one."""

    def __init__(self, *, connections: int = CONNECTIONS, answer_seconds: float = ANSWER_SECONDS, proxy: str | None = None) -> None:
        self._connections, self._proxy = connections, proxy
        self._answer_seconds = answer_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer by default."""
        return self._answer_seconds

    async def initialize(self) -> None:
        """Opens the pool (once)."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), proxy=self._proxy)

    async def shutdown(self) -> None:
        """Closes the pool."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; raises NeverLeft, or TimedOut and NetworkError (may have arrived). No URL in an error: it bears the token."""
        assert self._session is not None, "initialize() first"
        wait = float(read_timeout) if isinstance(read_timeout, int | float) else self._answer_seconds
        timeout = aiohttp.ClientTimeout(total=wait + CONNECT_SECONDS, sock_connect=CONNECT_SECONDS)
        try:
            body = _body(request_data)
            headers = FORM if isinstance(body, bytes) else None
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverLeft(f"no connection: {type(error).__name__}") from None
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except aiohttp.ClientError as error:
            raise NetworkError(f"connection lost: {type(error).__name__}") from None


def proxy_for(url: str) -> str | None:
    """The proxy that the environment (HTTPS_PROXY, NO_PROXY…) wants for that address: looked up once, not at each request."""
    parts = urlsplit(url)
    if proxy_bypass(parts.hostname or ""):
        return None
    return getproxies().get(parts.scheme)


def _body(data: RequestData | None) -> aiohttp.FormData | bytes | None:
    if data is None:
        return None
    if not data.contains_files:
        return URL.build(query=data.json_parameters).raw_query_string.encode()  # as urllib's urlencode, in a fifth of its time
    form = aiohttp.FormData()
    for key, value in data.json_parameters.items():
        form.add_field(key, str(value))
    for key, (name, content, mime) in (data.multipart_data or {}).items():
        form.add_field(key, content, filename=name, content_type=mime)
    return form
