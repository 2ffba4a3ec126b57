"""Agencies, newspapers and press offices by the names that they sign with and by the address of their pages (`data/publishers.csv`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.matching import fold
from kg.tables import table

HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+)")


def known(name: str) -> str | None:
    """Give the publisher that signs like this, or None.

    >>> known("KOMPAS.COM"), known("Kompas.com"), known("Nobody")
    ('Kompas.com', 'Kompas.com', None)
    """
    return _names().get(fold(name.strip(" .,«»\"'“”()/")))


def signed(name: str) -> str | None:
    """Give the name of a publisher as it is signed with here, or None where nobody signs like this; capitals are left to the list.

    >>> signed("(KOMPAS.com)"), signed("ТАСС"), signed("Nobody")
    ('Kompas.com', 'ТАСС', None)
    """
    name_ = known(name)
    written = name.strip(" .,«»\"'“”()/")
    return name_ if name_ is None or fold(name_) == fold(written) else written


def supplies_others(name: str) -> bool:
    """Say whether an agency or office gives others what it signs: a picture by it says nothing of who published the page.

    >>> supplies_others("Reuters"), supplies_others("Kemlu"), supplies_others("Kompas.com")
    (True, True, False)
    """
    return any(known(name) in _kinds().get(kind, frozenset()) for kind in ("wire", "office"))


def is_office(name: str) -> bool:
    """Say whether this is a government's office, which papers write to and hear from.

    >>> is_office("Kemlu"), is_office("ANTARA")
    (True, False)
    """
    return known(name) in _kinds().get("office", frozenset())


def of_address(url: str) -> str | None:
    """Give the publisher of a page by its address.

    >>> of_address("https://www.antaranews.com/berita/1"), of_address("kremlin.ru/d/1")
    ('ANTARA', 'Президент России')
    """
    host = HOST.match(url)
    parts = host.group(1).lower().split(".") if host else []
    return next((name for i in range(len(parts)) if (name := _hosts().get(".".join(parts[i:])))), None)


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    return tuple((row["name"], _listed(row["aliases"]), _listed(row["domains"])) for row in table("publishers.csv"))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@cache
def _names() -> Mapping[str, str]:
    return {fold(alias): name for name, aliases, _ in _rows() for alias in (*aliases, name)}


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    rows = [(row["kind"], row["name"]) for row in table("publishers.csv")]
    return {kind: frozenset(name for its, name in rows if its == kind) for kind, _ in rows}


@cache
def _hosts() -> Mapping[str, str]:
    return {host: name for name, _, hosts in _rows() for host in hosts}
