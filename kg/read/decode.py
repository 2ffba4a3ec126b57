"""Bytes become text: UTF-8 unless the file says otherwise itself."""

from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableArticle
from kg.read.charset import decode_page

BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
HEAD = 4096
BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
TEXT_ENCODING = "utf-8"
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1f]")
HIGH = re.compile(rb"[\x80-\xff]")
CYRILLIC = re.compile(rb"[\xc0-\xff]")


def decode(data: bytes, where: str, *, markup: bool = False) -> str:
    r"""Give the text in a file's bytes, its lines ended by ``\n``, without byte order mark.

    A byte order mark is believed; a page (`markup`) may be in any encoding (`charset`). Raises `UnreadableArticle` for an empty file, for
    one that is not text, and for text in another encoding, naming the encoding that it might be.

    >>> decode(b"\xef\xbb\xbfSatu.\r\nDua.", "x.txt")
    'Satu.\nDua.'
    """
    if not data.strip():
        raise UnreadableArticle(f"{where}: the file is empty; expected an article")
    encoding = _marked(data) or TEXT_ENCODING
    if markup and not _marked(data):
        return _checked(BREAKS.sub("\n", decode_page(data)), where)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableArticle(f"{where}: {_why(data, encoding, error)}") from None
    return _checked(BREAKS.sub("\n", text.removeprefix("\ufeff")), where)


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in BOMS if data.startswith(mark)), None)


def _why(data: bytes, encoding: str, error: Exception) -> str:
    if isinstance(error, LookupError):
        return f"declares the unknown encoding {encoding!r}; expected utf-8"
    if _looks_binary(data):
        return "not a text but a binary file; expected an article in utf-8"
    guess = _guess(data)
    maybe = f" (perhaps {guess})" if guess else ""
    return f"not in {encoding}{maybe}; save it as utf-8"


def _looks_binary(data: bytes) -> bool:
    head = data[:HEAD]
    return head.count(0) > 0 or len(CONTROL_BYTES.findall(head)) > len(head) // 50


def _guess(data: bytes) -> str | None:
    """Bytes above ASCII that are mostly Cyrillic letters of Windows are windows-1251; few and far between, they are Western."""
    head = data[:HEAD]
    high = len(HIGH.findall(head))
    if high > len(head) // 4 and len(CYRILLIC.findall(head)) > high * 0.9:
        return "windows-1251"
    return "windows-1252" if high else None


def _checked(text: str, where: str) -> str:
    if "\x00" in text or len(CONTROL.findall(text[:HEAD])) > len(text[:HEAD]) // 50:
        raise UnreadableArticle(f"{where}: not a text but a binary file; expected an article in utf-8")
    cleaned = CONTROL.sub(" ", text)
    if not cleaned.strip():
        raise UnreadableArticle(f"{where}: the file holds nothing but white space; expected an article")
    return cleaned
