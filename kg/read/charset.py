"""In which encoding a web page is: what its bytes show goes before what it says of itself, which servers often add wrongly."""

from __future__ import annotations

import codecs
import re

DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
HEAD = 4096
SAMPLE = 200_000
UNICODE = "utf-8"
# What pages call Latin-1 or ASCII is read as Windows reads it (the HTML standard says the same).
WESTERN = dict.fromkeys(("iso8859-1", "ascii"), "cp1252")
# Codecs that evaluate what they read or are for names of hosts.
NO_ENCODINGS = frozenset({"unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})
# What pages of the languages read here were written in before UTF-8.
CANDIDATES = ("cp1251", "koi8_r", "cp1252", "cp866", "iso8859_5", "cp1250", "cp1254", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
BROKEN = 200  # a page in UTF-8 may have one broken letter among so many


def decode_page(data: bytes) -> str:
    """Give the text of a page without byte order mark: UTF-8 where its bytes are that, else the declared encoding, else the likeliest.

    >>> decode_page("<meta charset=latin1><p>Катар".encode())
    '<meta charset=latin1><p>Катар'
    """
    if wide := _wide(data):
        return data.decode(wide, "replace")
    declared = _declared(data)
    for encoding in (UNICODE, declared) if declared else (UNICODE,):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = data.decode(UNICODE, "replace")
    letters = sum(1 for character in text[:SAMPLE] if character > "\x7f")
    if BROKEN * text[:SAMPLE].count("\ufffd") <= letters:
        return text
    return data.decode(declared if declared and declared != UNICODE else _likeliest(data), "replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of its markup is zero."""
    head = data[:HEAD]
    if 4 * head.count(0) < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:HEAD])
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else None
    except LookupError:
        return None
    # A page that says UTF-16 in letters that an ASCII reader could read is not in UTF-16 (the HTML standard says the same).
    return None if name is None or name.startswith(("utf-16", "utf-32", "utf-7")) or not _is_text(name) else WESTERN.get(name, name)


def _is_text(name: str) -> bool:
    """Python also calls codecs what turns bytes into bytes, or evaluates escapes."""
    return bool(getattr(codecs.lookup(name), "_is_text_encoding", False)) and name not in NO_ENCODINGS


def _likeliest(data: bytes) -> str:
    # Imported only here: few pages need it.
    from charset_normalizer import from_bytes

    found = from_bytes(data[:SAMPLE], cp_isolation=list(CANDIDATES)).best()
    return found.encoding if found else "cp1252"
