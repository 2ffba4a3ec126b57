"""What kind of document its first bytes say it is, where no file name tells."""

from __future__ import annotations

import json
import re

SIGNATURES = ((b"%PDF-", "pdf"), (b"\x1f\x8b", "gzip"), (b"WARC/", "warc"))
PACKED = b"PK\x03\x04"
WORD = b"word/"
MARKUP = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*<!?(?P<tag>[\w:]+)", re.DOTALL)
FEEDS = (b"rss", b"feed", b"rdf:rdf", b"channel")
SITEMAPS = (b"urlset", b"sitemapindex")
LETTER = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-[\w-]+|Content-Type): [^\n]*\n(?:[ \t][^\n]*\n)*){2}",
    re.IGNORECASE,
)
MAILBOX = re.compile(rb"From \S+ +\w{3} \w{3} +\d")
NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def kind_of(head: bytes) -> str | None:
    r"""Name the kind of a document by its first bytes; None for a picture, a program, and whatever else is no text.

    >>> kind_of(b"<?xml version='1.0'?><rss>"), kind_of(b"<!DOCTYPE html>"), kind_of(b"Jakarta \xe2\x80\x93 Menteri"), kind_of(b"\x89PNG\x00")
    ('feed', 'html', 'text', None)
    """
    if head.startswith(PACKED):
        return "docx" if WORD in head or b"[Content_Types].xml" in head else "zip"
    if found := next((kind for mark, kind in SIGNATURES if head.startswith(mark)), None):
        return found
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") and (tag := MARKUP.match(start)):
        return _markup(tag["tag"].lower())
    if start[:1] in b"{[" and start[:1]:
        return _json(start)
    if start.startswith((b"---\n", b"---\r\n")):
        return "markdown"
    if MAILBOX.match(start):
        return "mbox"
    if LETTER.match(start.replace(b"\r\n", b"\n")):
        return "eml"
    return None if len(NOT_TEXT.findall(head)) > len(head) // 50 and not head.startswith((b"\xff\xfe", b"\xfe\xff")) else "text"


def _markup(tag: bytes) -> str:
    if tag in FEEDS:
        return "feed"
    return "sitemap" if tag in SITEMAPS else "html"


def _json(start: bytes) -> str:
    """One object a line, or one for all: the first line is a whole object only in JSON Lines."""
    first, ended, rest = start.partition(b"\n")
    if not ended or not rest.strip():
        return "json"
    try:
        return "jsonl" if isinstance(json.loads(first), dict) else "json"
    except (ValueError, RecursionError):
        return "json"
