"""Small networks made by hand, and what a scene shows: where its texts stand, and what its groups stand for."""

import json
from math import cos, radians, sin

import networkx as nx

from kg import gazetteer, vocabulary
from kg.draw.labels import text_width
from kg.draw.scene import Group, Text
from kg.draw.style import colors
from kg.draw.svg import drawn

ASCENT, DESCENT = 0.76, 0.22  # of letters, in parts of the size of the type


class World:
    """A network with the attributes that views read."""

    def __init__(self):
        self.network = nx.MultiDiGraph()
        self.network.graph["kinds"] = {}

    def node(self, iri, kind, label="", **more):
        known = {"country": "", "type_code": "", "type_label": "", "date": "", "status_code": "", "status": "", "sectors": "", "evidence": [], "facts": [], "sources": 1}
        self.network.add_node(iri, kind=kind, label=label or iri, names=[label or iri], **{**known, **more})
        return iri

    def country(self, code, label=""):
        return self.node(f"country/{code}", "Country", label or gazetteer.label(code, "en"), country=code)

    def body(self, iri, code, label=""):
        return self.node(iri, "Organization", label, country=code)

    def official(self, iri, code, body="", post="Minister", label="", **more):
        self.node(iri, "Official", label, country=code)
        if body:
            self.network.add_edge(iri, body, kind="holds", label=post, rank="minister", **{"first": "2024", "last": "2025", "over": "", **more})
        return iri

    def instrument(self, iri, codes, stages, sectors="trade", **more):
        """`stages` are `signed 2025-05-22`, or `signed ~2025-05-22` where only the day of the report is known."""
        life = [self._stage(stage) for stage in stages]
        last = life[-1] if life else {"status_code": "", "status": "", "date": "", "dated": False}
        self.node(iri, "Instrument", **{
            "type_label": "agreement", "status_code": last["status_code"], "status": last["status"], "date": last["date"] if last["dated"] else "", "sectors": sectors,
            "stages": life, **more,
        })
        return self._parties(iri, codes)

    def event(self, iri, codes, date="", sectors="trade", **more):
        self.node(iri, "Event", date=date, sectors=sectors, **more)
        return self._parties(iri, codes)

    def act(self, matter, *who, kind="participant"):
        for one in who:
            self.network.add_edge(matter, one, kind=kind)

    def _parties(self, iri, codes):
        for code in codes:
            if f"country/{code}" not in self.network:
                self.country(code)
            self.network.add_edge(iri, f"country/{code}", kind="party")
        return iri

    @staticmethod
    def _stage(told):
        code, _, date = told.partition(" ")
        status = vocabulary.label(vocabulary.concept("status", code))
        return {"status_code": code, "status": status, "date": date.removeprefix("~"), "dated": not date.startswith("~"), "evidence": []}


def groups(scene):
    return [mark for mark in drawn(scene) if isinstance(mark, Group)]


def nodes(scene):
    """All nodes that groups stand for, by themselves or as ends of an edge."""
    found = {node for group in groups(scene) for node in group.ref.nodes}
    return found | {end for group in groups(scene) for edge in group.ref.edges for end in edge[:2]}


def texts(scene):
    return [mark for mark in drawn(scene) if isinstance(mark, Text)]


def corners(text):
    """The four corners of the room that a text takes."""
    width = text_width(text.text, text.size, bold=text.bold)
    left = {"start": 0, "middle": -width / 2, "end": -width}[text.anchor]
    turn = radians(text.turned)
    flat = [(x, y) for x, y in ((left, -ASCENT * text.size), (left + width, -ASCENT * text.size), (left + width, DESCENT * text.size), (left, DESCENT * text.size))]
    return [(text.x + x * cos(turn) - y * sin(turn), text.y + x * sin(turn) + y * cos(turn)) for x, y in flat]


def overlaps(scene):
    """Pairs of texts of which one lies on the other."""
    shapes = sorted(((*_room(corners(text)), text.text, corners(text)) for text in texts(scene)), key=lambda shape: shape[:4])
    found = []
    for at, (_, right, top, bottom, one, a) in enumerate(shapes):
        for left, _, other_top, other_bottom, other, b in shapes[at + 1 :]:
            if left >= right:
                break
            if other_top < bottom and top < other_bottom and _cross(a, b):
                found.append((one, other))
    return found


def _room(points):
    """The upright rectangle about some points: left, right, top, bottom."""
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


def _cross(a, b, least=0.5):
    """Whether two convex shapes overlap: no line parts them."""
    for shape in (a, b):
        for (x1, y1), (x2, y2) in zip(shape, shape[1:] + shape[:1], strict=True):
            across = y1 - y2, x2 - x1
            length = (across[0] ** 2 + across[1] ** 2) ** 0.5
            of_a, of_b = ([(x * across[0] + y * across[1]) / length for x, y in points] for points in (a, b))
            if max(of_a) <= min(of_b) + least or max(of_b) <= min(of_a) + least:
                return False
    return True


def outside(scene, left=0.0, top=0.0, right=None, bottom=None, of=None):
    """Texts that leave a rectangle: that of the whole scene if none is given."""
    right, bottom = scene.width if right is None else right, scene.height if bottom is None else bottom
    return [
        text.text for text in (texts(scene) if of is None else of)
        if any(not (left - 0.5 <= x <= right + 0.5 and top - 0.5 <= y <= bottom + 0.5) for x, y in corners(text))
    ]


def contrast(one, other, ground):
    """The contrast of two looks on light (0) or dark (1) ground, as WCAG reckons it."""
    light, dark = sorted((_luminance(colors()[look][ground]) for look in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def same_shape(tables):
    """Whether the words of all languages have the same keys, each with the same places for names and numbers."""
    def shape(value):
        forms = value if isinstance(value, list) else [value]
        return sorted({part.split("}")[0] for form in forms for part in form.split("{")[1:]})
    shapes = [json.dumps({key: shape(value) for key, value in sorted(table.items())}) for table in tables]
    return len(set(shapes)) == 1
