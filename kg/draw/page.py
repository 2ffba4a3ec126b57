"""One HTML file for every picture: the page's frame, its data, its script; it asks no host for anything.

Text from articles is data that is only ever shown as text; a content security policy allows just the scripts and the style of the
file, by their hashes. The picture is drawn by vis-network (pyvis), by the page's own canvas, or stands in the page as SVG.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.draw.layout import positions
from kg.draw.payload import Numbers, as_json, core, packed, proof
from kg.draw.style import DARK, LIGHT, colors
from kg.draw.svg import inline
from kg.draw.words import words

if TYPE_CHECKING:
    from jinja2 import Template

    from kg.draw.drawing import Drawing

FOLDER = Path(__file__).parent
RENDERERS = ("vis", "canvas", "figure")
MOST_VIS = 2000


def page(drawing: Drawing, renderer: str = "", *, plain: bool = False) -> str:
    """A drawing as the text of one HTML file; the same drawing gives the same bytes.

    `renderer` says what draws it (`RENDERERS`; what suits the drawing, if not said), `plain` writes the data uncompressed, for browsers
    from before 2023.
    """
    from markupsafe import Markup

    renderer, library, viewer, rules = _parts(drawing, renderer)
    drawing = drawing if drawing.places or renderer == "figure" else replace(drawing, places=positions(drawing.network))
    figure = inline(drawing.scene, Numbers(drawing.network).ref) if drawing.scene and renderer == "figure" else ""
    write, form = (as_json, "application/json") if plain else (packed, "text/plain")
    return _template().render(
        title=drawing.title, lang=drawing.lang, renderer=renderer, words=words("page", drawing.lang), form=form,
        policy=_policy((library, viewer), rules),
        style=Markup(rules), figure=Markup(figure), library=Markup(library), viewer=Markup(viewer),  # noqa: S704 - files of the package, and a scene that was escaped
        core=Markup(write(core(drawing, renderer))), proof=Markup(write(proof(drawing.network))),  # noqa: S704 - Base64, or JSON with its markup escaped
    )


def allowed(drawing: Drawing, renderer: str = "") -> str:
    """The content security policy of a page, for the head of a server's answer: just what the page itself allows, and no frame around it."""
    _, library, viewer, rules = _parts(drawing, renderer)
    return f"{_policy((library, viewer), rules)}; frame-ancestors 'none'"


def _parts(drawing: Drawing, renderer: str) -> tuple[str, str, str, str]:
    """What draws a drawing, and the library, the script and the style of its page."""
    chosen = renderer or suited(drawing)
    return chosen, _library() if chosen == "vis" else "", _viewer(), _rules(chosen)


def suited(drawing: Drawing) -> str:
    """What draws a drawing best: a chart stands as it is, a net is drawn by pyvis's library up to a size and by our own above."""
    return "figure" if drawing.scene else "vis" if drawing.network.number_of_nodes() <= MOST_VIS else "canvas"


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader

    return Environment(loader=FileSystemLoader(FOLDER / "page"), autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("page.html")


@cache
def _viewer() -> str:
    return (FOLDER / "viewer" / "static" / "viewer.js").read_text("utf-8").replace("</script", "<\\/script").strip()


@cache
def _library() -> str:
    """vis-network as the installed pyvis brings it, with the licence at its head."""
    from importlib.util import find_spec

    found = find_spec("pyvis")
    folder = Path(found.origin or "").parent / "templates" / "lib" if found else FOLDER
    newest = max(folder.glob("vis-*/vis-network.min.js"), key=lambda path: path.parent.name)
    return newest.read_text("utf-8").replace("</script", "<\\/script")


@cache
def _rules(renderer: str) -> str:
    """The page's style; for a chart also the looks of its marks, as variables of the light and the dark page."""
    rules = (FOLDER / "page" / "page.css").read_text("utf-8").strip()
    if renderer != "figure":
        return rules
    light, dark = ("".join(f"--{look}-look:{pair[ground]};" for look, pair in colors().items()) for ground in (LIGHT, DARK))
    looks = "".join(f"#figure .{look}{{fill:var(--{look}-look)}}#figure .l.{look}{{stroke:var(--{look}-look);fill:none}}" for look in colors())
    unless = ':root:not([data-theme="light"])'
    return f'{rules}\n:root{{{light}}}:root[data-theme="dark"]{{{dark}}}@media screen and (prefers-color-scheme:dark){{{unless}{{{dark}}}}}{looks}'


def _policy(scripts: Iterable[str], style: str) -> str:
    """A content security policy: these scripts and this style, nothing from any host."""
    allowed = " ".join(_hash(script) for script in scripts if script)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
