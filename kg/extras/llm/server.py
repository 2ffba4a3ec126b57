"""One question to an OpenAI-compatible server, and its answer: asked politely, read within limits, and every fault in one line.

The only host that is spoken to is that of the user's own address: no redirects, no proxies or passwords of the environment. The key is sent and never printed.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from kg.errors import ExtractorError
from kg.extras.settings import Settings

PATH = "/chat/completions"
LARGEST = 2_000_000  # bytes of a response
BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
ATTEMPTS, LONGEST_WAIT = 4, 60.0
SHOWN = 200  # characters of a server's own words in an error
REFUSED = frozenset({400, 415, 422, 501})


class Fault(Exception):
    """What went wrong, in a few words."""


class Refused(Fault):
    """The server does not take the question as it is put."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where to ask, and how."""

    url: str
    model: str
    key: str = ""
    timeout: float = 120.0
    backoff: float = 1.0

    @classmethod
    def of(cls, settings: Settings) -> Server:
        """Take address, model and limits from the settings or the environment; the key from the environment alone, where no list of processes shows it."""
        url, model = settings.text("url", env="KG_LLM_URL"), settings.text("model", env="KG_LLM_MODEL")
        key = os.environ.get("KG_LLM_KEY", "").strip()
        for name, value, example in (("url", url, "http://localhost:8000/v1"), ("model", model, "NAME")):
            if not value:
                raise ExtractorError(f"llm: {name} is not set: --set {name}={example}, or KG_LLM_{name.upper()}")
        _check(url, key)
        return cls(url.rstrip("/").removesuffix(PATH), model, key, settings.number("timeout", 120, least=1, most=3600), settings.number("backoff", 1, most=60))

    def ask(self, body: dict[str, Any]) -> dict[str, Any]:
        """Put one question; a server that is busy is asked again, later and later."""
        failed = Fault("no answer")
        for attempt in range(ATTEMPTS):
            try:
                status, headers, content = self._post(body)
            except httpx.ConnectError as error:
                failed, pause = Fault(f"cannot be reached: {self._shown(str(error))}"), None
            else:
                if status not in BUSY:
                    return self._read(status, content)
                failed, pause = Fault(f"answers {status}: {self._complaint(content)}"), _pause(headers)
            if attempt + 1 < ATTEMPTS:
                self._rest(self.backoff * 2**attempt if pause is None else pause, failed)
        raise failed

    def _rest(self, seconds: float, failed: Fault) -> None:
        if seconds > LONGEST_WAIT:
            raise Fault(f"{failed}; it asks to wait {seconds:.0f} s") from None
        time.sleep(seconds)

    def _post(self, body: dict[str, Any]) -> tuple[int, httpx.Headers, bytes]:
        """Send the question and read what comes, no longer and no more than is allowed."""
        headers = {"Accept-Encoding": "identity", **({"Authorization": f"Bearer {self.key}"} if self.key else {})}
        until = time.monotonic() + self.timeout
        try:
            with (
                httpx.Client(timeout=self.timeout, follow_redirects=False, trust_env=False) as client,
                client.stream("POST", self.url + PATH, json=body, headers=headers) as response,
            ):
                return response.status_code, response.headers, _taken(response, until)
        except httpx.TimeoutException as error:
            raise Fault(f"gives no answer within {self.timeout:g} s (--set timeout=SECONDS)") from error
        except httpx.ConnectError:
            raise
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Fault(f"breaks off: {self._shown(str(error)) or type(error).__name__}") from error

    def _read(self, status: int, content: bytes) -> dict[str, Any]:
        if status in REFUSED:
            raise Refused(f"answers {status}: {self._complaint(content)}")
        if status != httpx.codes.OK:
            raise Fault(f"answers {status}: {self._complaint(content)}")
        read = _object(content)
        if not isinstance(read, dict):
            raise Fault("answers with no JSON object")
        return read

    def _complaint(self, content: bytes) -> str:
        """What a server says of its fault, without control characters, and without the key should it repeat it."""
        said = _object(content)
        error = said.get("error", said) if isinstance(said, dict) else None
        message = error.get("message") if isinstance(error, dict) else error
        return self._shown(message if isinstance(message, str) else content[: 4 * SHOWN].decode("utf-8", "replace")) or "nothing more"

    def _shown(self, said: str) -> str:
        hidden = said.replace(self.key, "…") if self.key else said
        line = " ".join("".join(c if c.isprintable() else " " for c in hidden).split())
        return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def _check(url: str, key: str) -> None:
    """Refuse an address or a key that cannot be used, without repeating what is secret in it."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ExtractorError(f"llm: url is no address: {error}") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ExtractorError("llm: url must begin with http:// or https:// and name a host")
    if parsed.userinfo or parsed.query or parsed.fragment:
        raise ExtractorError("llm: url must be a plain address such as http://localhost:8000/v1; a key belongs into KG_LLM_KEY")
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ExtractorError("llm: KG_LLM_KEY holds characters that no key has")


def _taken(response: httpx.Response, until: float) -> bytes:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise Fault("answers compressed, which was not asked for")
    taken = bytearray()
    for chunk in response.iter_raw():
        taken += chunk
        if len(taken) > LARGEST:
            raise Fault(f"gives a huge answer: more than {LARGEST} bytes")
        if time.monotonic() > until:
            raise httpx.ReadTimeout("too slow")
    return bytes(taken)


def _pause(headers: httpx.Headers) -> float | None:
    """How long the server asks to wait, in seconds; it may say a number or a date."""
    said = headers.get("retry-after", "")
    if said.isdecimal():
        return float(said)
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, TypeError):
        return None


def _object(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
