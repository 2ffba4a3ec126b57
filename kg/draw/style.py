"""The colours of pictures, as `style.toml` and the ontology give them: a pair for each look, on light and on dark ground."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from kg import vocabulary

LIGHT, DARK = 0, 1
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"


@cache
def colors() -> dict[str, tuple[str, str]]:
    """Every look with its colour on light and on dark ground.

    >>> colors()["status-signed"], colors()["kind-Country"][LIGHT] == vocabulary.drawn("Country").color
    (('#0b57a4', '#7fb2f5'), True)
    """
    told = tomllib.loads(Path(__file__).with_name("style.toml").read_text("utf-8"))
    ground = {look: (light, dark) for look, (light, dark) in told["ground"].items()}
    statuses = {f"status-{code}": (light, dark) for code, (light, dark) in told["status"].items()}
    kinds = {f"kind-{kind}": (vocabulary.drawn(kind).color, dark) for kind, dark in told["kind"].items()}
    return ground | statuses | kinds
