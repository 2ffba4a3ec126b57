"""What objects show in a notebook: a title, a line, a table, as HTML that takes the notebook's own colours, light or dark.

Names, sentences and addresses come from articles that anybody may have written: here they are text and never markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

SHORT = 16  # characters of a text that stands on one line: a date, a code
MOST = 20  # rows shown of a long table; how many follow is said below it
# A notebook has rules of its own for tables; written three times, our class outweighs them.
STYLE = """<style>
.kg-shown{color:inherit}
.kg-shown p{margin:.4em 0}
.kg-shown table{border-collapse:collapse;border:0;margin:.4em 0;color:inherit;font-variant-numeric:tabular-nums}
.kg-shown.kg-shown.kg-shown tr{background:none}
.kg-shown.kg-shown.kg-shown :is(th,td){text-align:left;vertical-align:top;padding:.3em 1.2em .3em 0;border:0;border-bottom:1px solid;
border-color:color-mix(in srgb,currentColor 22%,transparent);max-width:36em;white-space:normal;overflow-wrap:break-word}
.kg-shown.kg-shown.kg-shown th{white-space:nowrap}
.kg-shown.kg-shown.kg-shown .kg-number{text-align:right}
.kg-shown.kg-shown.kg-shown .kg-short{white-space:nowrap}
.kg-shown .kg-soft{opacity:.8}
</style>"""
Value = str | int | float | None


def block(title: str, *parts: str) -> str:
    """A title, and below it parts that `line` and `table` made.

    >>> block("<b>", line("soft words")).removeprefix(STYLE)
    '<div class="kg-shown"><p><strong>&lt;b&gt;</strong></p><p class="kg-soft">soft words</p></div>'
    """
    head = f"<p><strong>{escape(title)}</strong></p>" if title else ""
    return f'{STYLE}<div class="kg-shown">{head}{"".join(parts)}</div>'


def line(text: str) -> str:
    """A line that explains; nothing where there is nothing to say."""
    return f'<p class="kg-soft">{escape(text)}</p>' if text else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[Value]], most: int = MOST) -> str:
    """A table of text, its figures on the right; of a long one the first rows, and how many there are.

    >>> table(["n"], [[1], [2]], most=1).partition("<tbody>")[2]
    '<tr><td class="kg-number">1</td></tr></tbody></table><p class="kg-soft">… and 1 more (2 rows)</p>'
    """
    found = list(rows)
    left = len(found) - most
    numeric = [any(_is_number(row[place]) for row in found[:most]) for place in range(len(heads))]
    head = "".join(_cell("th", text, right) for text, right in zip(heads, numeric, strict=True))
    body = "".join(f"<tr>{''.join(_cell('td', value, _is_number(value)) for value in row)}</tr>" for row in found[:most])
    more = line(f"… and {left} more ({len(found)} rows)" if left > 0 else "")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(tag: str, value: Value, right: bool) -> str:
    text = "" if value is None else str(value)
    kind = ' class="kg-number"' if right else ' class="kg-short"' if len(text) <= SHORT else ""
    return f"<{tag}{kind}>{escape(text)}</{tag}>"


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
