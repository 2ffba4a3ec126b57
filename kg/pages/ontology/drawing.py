"""The diagrams of the ontology, drawn from the ontology itself: places and lines, which a template writes as SVG without a script."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from kg import vocabulary
from kg.pages.ontology.layout import Place, layout
from kg.pages.ontology.terms import anchor
from kg.vocabulary import NAMESPACE
from kg.vocabulary.curies import short
from kg.vocabulary.tables import RDFS, SKOS, ontology
from kg.vocabulary.terms import ENTITY, above, domains, ranges

ROW, HEAD, PAD, MARGIN = 19, 24, 9, 8
LETTER, BOLD = 7.5, 8.4  # the widths of letters of 12 px, on the wide side: the reader's font is not known
ACTOR, EVERYWHERE = NAMESPACE + "Actor", (ENTITY, NAMESPACE + "Finding")
CODE = SKOS + "Concept"


@dataclass(frozen=True, slots=True)
class Row:
    """A property in a box: its name, what its values are, where it stands on the page."""

    text: str
    anchor: str
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A class as a box: its name, its anchor, its colour in the pictures of the graph, its properties."""

    label: str
    anchor: str
    color: str
    place: Place
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line, as a path of SVG; broken where it leads from a class to its kinds."""

    path: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A diagram: boxes, lines, and its size."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


def relations(lang: str) -> Drawing:
    """Draw the classes with their properties, and lines from a property to the class of its values.

    A class that most others point to (the country) gets no lines: the rows name it.

    >>> drawn = relations("en")
    >>> any(box.label == "instrument" for box in drawn.boxes), len(drawn.lines) > 5
    (True, True)
    """
    held = {iri: _held(iri) for iri in _drawn()}
    hub = max(held, key=lambda iri: sum(iri in ranges(p) for rows in held.values() for p in rows))
    targets = [(iri, p, r) for iri, rows in held.items() for p in rows for r in ranges(p) if r in held and r not in {iri, hub}]
    kinds = [(ACTOR, iri) for iri in held if iri != ACTOR and ACTOR in above(iri)]
    edges = _forward([*((a, b) for a, _, b in targets), *kinds])
    texts = {iri: [_row(p, lang) for p in rows] for iri, rows in held.items()}
    sizes = {iri: _size(vocabulary.label(iri, lang), texts[iri]) for iri in held}
    made = layout(sizes, edges)
    boxes = tuple(_box(iri, made.boxes[iri], held[iri], texts[iri], lang) for iri in held)
    lines = [Line(_path(_port(made.boxes[a], held[a].index(p)), made.ways[a, b], made.boxes[b])) for a, p, b in targets if (a, b) in made.ways]
    lines += [Line(_path(_head(made.boxes[a]), made.ways[a, b], made.boxes[b]), broken=True) for a, b in kinds if (a, b) in made.ways]
    return Drawing(boxes, tuple(lines), made.width + 2 * MARGIN, made.height + 2 * MARGIN)


def tree(lang: str) -> Drawing:
    """Draw our classes as a tree, the broader ones first, with the classes of other vocabularies beside each.

    >>> [box.label for box in tree("en").boxes][:3]
    ['thing', 'actor', 'country']
    """
    found: list[tuple[str, int, int | None]] = []
    _grow(ENTITY, 0, None, found)
    boxes, lines = [], []
    for number, (iri, depth, parent) in enumerate(found):
        outside = ", ".join(short(other) for other in _parents(iri) if not other.startswith(NAMESPACE))
        label = vocabulary.label(iri, lang)
        place = Place(depth * 26, number * (HEAD + 6), _width(label, BOLD) + 2 * PAD, HEAD)
        boxes.append(Box(label, anchor(iri), _color(iri), place, (Row(outside, "", place.y),) if outside else ()))
        if parent is not None:
            x, y = found[parent][1] * 26 + 12, parent * (HEAD + 6) + HEAD
            lines.append(Line(f"M{x + MARGIN:g} {y + MARGIN:g}V{place.y + HEAD / 2 + MARGIN:g}H{place.x + MARGIN:g}"))
    wide = max(box.place.x + box.place.width + sum(_width(row.text) + 12 for row in box.rows) for box in boxes)
    return Drawing(tuple(boxes), tuple(lines), wide + 2 * MARGIN, len(found) * (HEAD + 6) + 2 * MARGIN)


def life(lang: str) -> Drawing:
    """Draw the statuses of an instrument in their order."""
    places, boxes, x, y = [], [], 0.0, 0.0
    for code in sorted(vocabulary.notations("status"), key=lambda code: vocabulary.order("status", code)):
        iri = vocabulary.concept("status", code)
        label = vocabulary.label(iri, lang)
        if x + _width(label, BOLD) > 780:  # noqa: PLR2004 - a line of the page
            x, y = 0.0, y + HEAD + 26
        places.append(Place(x, y, _width(label, BOLD) + 2 * PAD, HEAD))
        boxes.append(Box(label, anchor(iri), "", places[-1], ()))
        x += places[-1].width + 28
    lines = [Line(f"M{a.x + a.width + MARGIN:g} {a.y + HEAD / 2 + MARGIN:g}H{b.x + MARGIN:g}") if a.y == b.y else
             Line(f"M{a.x + a.width / 2 + MARGIN:g} {a.y + HEAD + MARGIN:g}V{b.y - 13 + MARGIN:g}H{b.x + b.width / 2 + MARGIN:g}V{b.y + MARGIN:g}")
             for a, b in pairwise(places)]
    return Drawing(tuple(boxes), tuple(lines), max(p.x + p.width for p in places) + 2 * MARGIN, y + HEAD + 2 * MARGIN)


def _drawn() -> list[str]:
    """Choose the classes that are drawn as boxes: those with a place of their own, no schemes of codes and no kinds of organizations."""
    classes = ontology().classes.values()
    broad = {NAMESPACE + name for name in ("Entity", "Matter", "Finding", "Assertion", "NoiseLine")}
    return [iri for iri in classes if iri not in broad and CODE not in above(iri) and NAMESPACE + "Organization" not in above(iri) - {iri}]


def _held(iri: str) -> list[str]:
    """List the properties of a class in the order of the ontology, without those that everything has."""
    known = ontology().nodes
    mine = [p for p, node in known.items() if node.is_a("Property") and not node.is_a("AnnotationProperty") and p.startswith(NAMESPACE)]
    own = [p for p in mine if set(domains(p)) & (above(iri) - set(EVERYWHERE))]
    outside = [p for p, node in known.items() if not p.startswith(NAMESPACE) and node.is_a("ObjectProperty") and iri in domains(p) and "sameAs" not in p]
    return [*outside, *own]


def _row(iri: str, lang: str) -> str:
    """Write a property with what its values are: a class by its name, a datatype by its short word."""
    if iri.startswith(NAMESPACE) and (word := vocabulary.property_range(iri.removeprefix(NAMESPACE))) != "entity":
        return f"{vocabulary.label(iri, lang)} → {word}"
    called = ", ".join(vocabulary.label(r, lang) if r in ontology().nodes else short(r) for r in ranges(iri) if not r.startswith(RDFS))
    return f"{vocabulary.label(iri, lang)} → {called}" if called else vocabulary.label(iri, lang)


def _box(iri: str, place: Place, held: list[str], texts: list[str], lang: str) -> Box:
    rows = tuple(Row(text, anchor(p), place.y + HEAD + number * ROW) for number, (p, text) in enumerate(zip(held, texts, strict=True)))
    return Box(vocabulary.label(iri, lang), anchor(iri), _color(iri), place, rows)


def _size(label: str, rows: list[str]) -> tuple[float, float]:
    return max(_width(label, BOLD), *map(_width, rows), 0) + 2 * PAD, HEAD + len(rows) * ROW + (6 if rows else 0)


def _width(text: str, letter: float = LETTER) -> float:
    """Reckon how wide a text is: letters that combine with others take no room."""
    return letter * sum(not unicodedata.combining(letter) for letter in text)


def _color(iri: str) -> str:
    """Give the colour of a class in the pictures of the graph, its own or that of a class above it."""
    found = (ontology().nodes[kind].first(NAMESPACE + "drawColor") for kind in (iri, *sorted(above(iri) - {iri})) if kind in ontology().nodes)
    return next((color for color in found if color), "")


def _forward(edges: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Keep the lines that do not lead back: a property and its inverse are one line."""
    kept: list[tuple[str, str]] = []
    for a, b in dict.fromkeys(edges):
        if not _reaches(kept, b, a):
            kept.append((a, b))
    return kept


def _reaches(edges: list[tuple[str, str]], start: str, end: str) -> bool:
    return start == end or any(_reaches(edges, b, end) for a, b in edges if a == start)


def _port(place: Place, row: int) -> tuple[float, float]:
    return place.x + place.width, place.y + HEAD + row * ROW + ROW / 2


def _head(place: Place) -> tuple[float, float]:
    return place.x + place.width, place.y + HEAD / 2


def _path(start: tuple[float, float], way: list[tuple[float, float]], end: Place) -> str:
    """Draw a smooth line through points from left to right."""
    points = [start, *way, (end.x, end.y + HEAD / 2)]
    path = f"M{start[0] + MARGIN:.1f} {start[1] + MARGIN:.1f}"
    for (x, y), (to_x, to_y) in pairwise(points):
        middle = (x + to_x) / 2 + MARGIN
        path += f"C{middle:.1f} {y + MARGIN:.1f} {middle:.1f} {to_y + MARGIN:.1f} {to_x + MARGIN:.1f} {to_y + MARGIN:.1f}"
    return path


def _parents(iri: str) -> list[str]:
    return ontology().nodes[iri].values.get(RDFS + "subClassOf", [])


def _grow(iri: str, depth: int, parent: int | None, found: list[tuple[str, int, int | None]]) -> None:
    """Walk down the classes; one that is part of two stands below both."""
    me = len(found)
    found.append((iri, depth, parent))
    for below in ontology().classes.values():
        if iri in _parents(below):
            _grow(below, depth + 1, me, found)
