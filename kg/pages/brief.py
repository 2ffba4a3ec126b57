"""The brief on two countries that a desk officer wants before a visit, each line with its source; as a page, a file or Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from kg import gazetteer
from kg.errors import BadQuery
from kg.pages.document import Document
from kg.pages.markdown import markdown
from kg.pages.naming import Name, Thing
from kg.pages.pair import Pair, sections
from kg.pages.rendering import page
from kg.pages.section import Section
from kg.pages.view import View
from kg.query.parameters import REQUIRED, Parameter
from kg.store import Store

FORMS = ("html", "markdown")


@dataclass(frozen=True, slots=True)
class Brief:
    """What is said of two countries: who they are, as of which day and since when, how much was read, and the sections."""

    pair: Pair
    at: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The two countries by their names."""
        return f"{self.pair.a.name.text} – {self.pair.b.name.text}"


def brief(store: Store, a: str, b: str, *, lang: str, since: str = "", form: str = "html", at: str = "", alone: bool = False) -> Document:
    """The brief on two countries, each by its code or by its name, as `html` or `markdown`.

    `since` leaves out what is older, but for promises and posts; `at` is the day on which it is read, today if not given.
    With `alone` the HTML is one file that needs no server. Raises `BadQuery` for what is no country or no date.

    >>> from kg.store import open_store
    >>> brief(open_store("memory:"), "ID", "ID", lang="en")
    Traceback (most recent call last):
        ...
    kg.errors.BadQuery: ID and ID are one country; a brief is on two
    """
    if form not in FORMS:
        raise BadQuery(f"form {form!r}: expected {', '.join(FORMS)}")
    view = View.of(store, lang, at)
    made = compose(view, a, b, since)
    if form == "markdown":
        return Document("text/markdown", markdown(made.title, made.sections, made.pair, view).encode())
    path = f"brief/{made.pair.a.path.rpartition('/')[2]}/{made.pair.b.path.rpartition('/')[2]}"
    return page("brief", view.words, path, query={"since": since} if since else {}, alone=alone, brief=made)


def compose(view: View, a: str, b: str, since: str) -> Brief:
    """What the brief says."""
    if since:
        Parameter("since", "date", REQUIRED, "").term(since)
    one, other = _country(view, "a", a), _country(view, "b", b)
    if one.iri == other.iri:
        raise BadQuery(f"{a} and {b} are one country; a brief is on two")
    pair = Pair(one, other, since)
    return Brief(pair, view.at, tuple(section for section in sections(view, pair) if section.lines))


def _country(view: View, name: str, text: str) -> Thing:
    """The country that a code or a name means, called by its name even where no article names it."""
    iri = Parameter(name, "country", REQUIRED, "").term(text.strip()).strip("<>")
    found = view.thing(iri)
    return found if found.names else Thing(iri, Name(gazetteer.label(iri.rpartition("/")[2], view.lang), view.lang))
