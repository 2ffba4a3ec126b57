"""What the server gives to a client: bytes and what they are."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Answer:
    """A body and what it is (of no kind: there is no such thing).

    Also what was left out of it because of a limit; where the thing stands now, if elsewhere; the
    content security policy of a page that has its scripts in itself.
    """

    media_type: str
    body: bytes
    truncated: str = ""
    location: str = ""
    policy: str = ""

    @property
    def tag(self) -> str:
        """The entity tag of HTTP: the same body, the same tag."""
        return f'"{sha256(self.media_type.encode() + self.body).hexdigest()[:24]}"'
