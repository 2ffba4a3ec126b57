"""A scene as SVG: a file that stands alone, or a part of a page in which every group can be reached and clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from kg.draw.scene import Group, Mark, Path, Rect, Ref, Scene, Symbol, Text
from kg.draw.style import DARK, FONT, LIGHT, colors

SHAPES = {  # outlines in a circle of radius 1
    "square": "M-.85-.85H.85V.85H-.85z", "diamond": "M0-1.15 1.15 0 0 1.15-1.15 0z", "triangle": "M0-1.1 1.05.8H-1.05z", "triangleDown": "M0 1.1 1.05-.8H-1.05z",
    "star": "M0-1.2.3-.38 1.14-.37.49.16.71.97 0 .5-.71.97-.49.16-1.14-.37-.3-.38z", "hexagon": "M-.6-1H.6L1.15 0 .6 1H-.6L-1.15 0z",
}
NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], " ")
Named = Callable[[Ref], str]


def svg(scene: Scene, *, title: str = "", dark: bool = False) -> str:
    """A scene as a file of its own, on white ground (or dark), without any script."""
    ground = Rect(0, 0, scene.width, scene.height, "paper")
    body = "".join(_mark(mark, None) for mark in (ground, *scene.marks))
    style = f"<style>{sheet(DARK if dark else LIGHT)}</style>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_opened(scene, title or scene.says)}<title>{_text(title or scene.says)}</title>{style}{body}</svg>\n'


def inline(scene: Scene, named: Named) -> str:
    """A scene as a part of a page; `named` gives what a group stands for as the page numbers it (`n3 e7`)."""
    return f"{_opened(scene, scene.says)}{''.join(_mark(mark, named) for mark in scene.marks)}</svg>"


def sheet(ground: int) -> str:
    """The style of every look on light or on dark ground."""
    rules = [
        f"svg text{{font-family:{FONT};fill:{colors()['ink'][ground]}}}",
        f"svg .h{{paint-order:stroke;stroke:{colors()['paper'][ground]};stroke-width:4px;stroke-linejoin:round}}",
    ]
    rules += [f"svg .{look}{{fill:{pair[ground]}}}svg .l.{look}{{stroke:{pair[ground]};fill:none}}" for look, pair in colors().items()]
    return "".join(rules)


def _opened(scene: Scene, says: str) -> str:
    wide, high = _number(scene.width), _number(scene.height)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="group" aria-label="{_text(says)}">'


def _mark(mark: Mark, named: Named | None) -> str:
    match mark:
        case Rect():
            radius = f' rx="{_number(mark.radius)}"' if mark.radius else ""
            return f'<rect x="{_number(mark.x)}" y="{_number(mark.y)}" width="{_number(mark.width)}" height="{_number(mark.height)}"{radius} class="{mark.look}"/>'
        case Path():
            return _path(mark)
        case Text():
            return _line(mark)
        case Symbol():
            return _symbol(mark)
        case Group():
            return _group(mark, named)


def _path(path: Path) -> str:
    dashes = ' stroke-dasharray="5 4"' if path.dashed else ""
    look = path.look if path.closed else f"l {path.look}"
    return f'<path d="{_outline(path)}" class="{look}"' + ("" if path.closed else f' stroke-width="{_number(path.width)}"{dashes}') + "/>"


def _outline(path: Path) -> str:
    (x, y), *rest = path.points
    start = f"M{_number(x)} {_number(y)}"
    if path.bend == "level":
        return start + "".join(_level(a, b) for a, b in zip(path.points, rest, strict=False))
    if path.bend == "arch":
        (mx, my), (ex, ey) = rest
        return f"{start}Q{_number(mx)} {_number(my)} {_number(ex)} {_number(ey)}"
    return start + "".join(f"L{_number(px)} {_number(py)}" for px, py in rest) + ("z" if path.closed else "")


def _level(start: tuple[float, float], end: tuple[float, float]) -> str:
    middle = _number((start[0] + end[0]) / 2)
    return f"C{middle} {_number(start[1])} {middle} {_number(end[1])} {_number(end[0])} {_number(end[1])}"


def _line(text: Text) -> str:
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    turned = f' transform="rotate({_number(text.turned)} {_number(text.x)} {_number(text.y)})"' if text.turned else ""
    bold = ' font-weight="600"' if text.bold else ""
    look = f"{text.look} h" if text.halo else text.look
    return f'<text x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"{anchor}{bold}{turned} class="{look}">{_text(text.text)}</text>'


def _symbol(symbol: Symbol) -> str:
    look = f'l {symbol.look}" stroke-width="{_number(2 / symbol.radius if symbol.shape in SHAPES else 2)}' if symbol.hollow else symbol.look
    x, y, radius = _number(symbol.x), _number(symbol.y), _number(symbol.radius)
    if symbol.shape not in SHAPES:
        return f'<circle cx="{x}" cy="{y}" r="{radius}" class="{look}"/>'
    return f'<path d="{SHAPES[symbol.shape]}" transform="translate({x} {y}) scale({radius})" class="{look}"/>'


def _group(group: Group, named: Named | None) -> str:
    inner = "".join(_mark(mark, named) for mark in group.marks)
    if named is None:
        return f"<g><title>{_text(group.says)}</title>{inner}</g>"
    return f'<g data-ref="{_text(named(group.ref))}" role="button" tabindex="-1" aria-label="{_text(group.says)}"><title>{_text(group.says)}</title>{inner}</g>'


def _text(text: str) -> str:
    return escape(text.translate(NOT_XML), quote=True)


def _number(value: float) -> str:
    """A length with one digit after the point at most, or three where it is small.

    >>> _number(12.04), _number(0.333)
    ('12', '0.333')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.1f}".removesuffix(".0")


def drawn(scene: Scene) -> Iterator[Mark]:
    """Every mark of a scene, those of groups too."""
    marks = list(reversed(scene.marks))
    while marks:
        mark = marks.pop()
        yield mark
        if isinstance(mark, Group):
            marks += reversed(mark.marks)
