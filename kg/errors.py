"""Everything that can go wrong, as one tree; the command line prints each as one line.

::

    KGError
    ├── UnreadableArticle      a source that gives no text: missing, empty, binary, wrong encoding
    ├── FetchError             a document of the web that cannot or may not be had
    ├── UnknownLanguage        a language that has no folder of words
    ├── InvalidLanguage        a language folder with a wrong key or pattern
    ├── UnknownTerm            a term or concept that the ontology does not define
    ├── InvalidData            a row of `data/` that cannot be understood
    ├── ExtractorError         an extra that is not there, is set wrongly, or gives no usable answer
    ├── StoreError             a store that is locked, damaged, missing or refuses
    │   └── StoreInUse         another process writes to it
    ├── BadQuery               a query that is broken, unknown, or lacks a parameter
    ├── InvalidGraph           a graph that breaks the shapes
    └── CannotServe            a server that cannot begin: no extra, no token, an address that is taken
"""

from __future__ import annotations


class KGError(Exception):
    """Base of all errors of this package: one clear line for the person who asked."""


class UnreadableArticle(KGError):
    """A source gives no article: it is missing, empty, binary, or in a wrong encoding."""


class FetchError(KGError):
    """A document of the web cannot be had: refused, missing, too large, too slow, or of a wrong kind."""


class UnknownLanguage(KGError):
    """A language was asked for that has no folder of words."""


class InvalidLanguage(KGError):
    """A language folder holds a key or a pattern that the program does not know."""


class UnknownTerm(KGError):
    """A term or a concept is used that the ontology does not define."""


class InvalidData(KGError):
    """A row of the reference data cannot be understood."""


class ExtractorError(KGError):
    """An extractor or finder from outside the package's own rules is missing, set wrongly, or gives no usable answer."""


class StoreError(KGError):
    """A store is missing, locked by another process, damaged, or refuses the request."""


class StoreInUse(StoreError):
    """Another process writes to the store."""


class BadQuery(KGError):
    """A query is broken, has no such name, or lacks a parameter."""


class InvalidGraph(KGError):
    """A graph breaks the shapes of the ontology."""


class CannotServe(KGError):
    """A server cannot begin: its extra is not installed, it has no token, or its address is taken."""
