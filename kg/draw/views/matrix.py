"""With whom one country works in which fields: how many instruments and events there are, and whether any of them holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import networkx as nx

from kg.draw.drawing import Drawing, Options
from kg.draw.matrix.content import ORGANIZATION, Matrix, matrix
from kg.draw.matrix.picture import picture
from kg.draw.matrix.rows import table
from kg.draw.matrix.sayings import Sayings
from kg.draw.matters import MATTERS, country_name, day, matters, parties
from kg.draw.notes import notes
from kg.draw.views.naming import country, named
from kg.errors import BadQuery


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """Partners of one country by fields, or its bodies by fields where the level is `organization`."""
    say = Sayings(options.lang, "organization" if options.level == ORGANIZATION else "country")
    if len(options.about) > 1:
        raise BadQuery(say.said["one_country"].format(given=", ".join(options.about)))
    code = network.nodes[named(network, options.about[0], ("Country",))[0]]["country"] if options.about else _busiest(network)
    name = country_name(network, country(network, code), code, options.lang) if code else say.said["nowhere"]
    found = matrix(network, code, options)
    title = options.title or say.title(name)
    told = (*_told(found, name, network, options, say), *notes(network, options.lang, {one.node for one in found.total.all}))
    return Drawing("matrix", title, network, table(found, say), told, picture(found, title, name, told, say), lang=options.lang)


def _busiest(network: nx.MultiDiGraph) -> str:
    """The country with most instruments and events; the first by its code where several have as many."""
    ties = Counter(code for kind in MATTERS for node, _ in matters(network, kind) for code in parties(network, node))
    return min(ties, key=lambda code: (-ties[code], code), default="")


def _told(found: Matrix, name: str, network: nx.MultiDiGraph, options: Options, say: Sayings) -> Iterator[str]:
    """What was chosen without being asked for, what counts more than once, what is summed up and what is left out."""
    said = say.said
    if not options.about and found.total.all:
        yield said["chosen"].format(country=name)
    if options.at:
        yield said["as_of_asked"].format(at=day(network, options.at))
    if found.within:
        yield said["narrow"].format(field=say.field(found.within))
    yield from say.repeated(found)
    yield from say.summed(found)
    if found.alone.all:
        yield say.counts(f"alone_{say.level}", found.alone)
    if found.unheard.all:
        yield say.counts("unheard", found.unheard)
