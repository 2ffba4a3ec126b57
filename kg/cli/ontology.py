"""`kg ontology`: the ontology as a page to read, as RDF, as a JSON-LD context."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from kg.cli.options import Output

EXAMPLE = "Example:  kg ontology -o ontology.html    |    kg ontology --format turtle    |    kg ontology --lang id -o ontologi.html"


class Form(str, Enum):
    """The forms in which the ontology can be written."""

    html = "html"
    turtle = "turtle"
    jsonld = "jsonld"
    context = "context"
    shapes = "shapes"
    mappings = "mappings"


def run(
    form: Annotated[Form, typer.Option("--format", "-f", help="A page, the terms as RDF, the JSON-LD context, the shapes, or the mappings.")] = Form.html,
    lang: Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the page: en, id or ru.")] = "en",
    output: Output = None,
) -> None:
    """Write the documentation of the ontology, or the ontology itself."""
    from kg.pages.ontology import vocabulary
    from kg.vocabulary import LANGUAGES

    if lang not in LANGUAGES:
        raise typer.BadParameter(f"{lang!r}: expected one of {', '.join(LANGUAGES)}", param_hint="--lang")
    body = vocabulary(form.value, lang, alone=True).body
    if output is None:
        typer.echo(body.decode(), nl=False)
    else:
        output.write_bytes(body)
