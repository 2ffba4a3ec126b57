"""The score as a table to read."""

from __future__ import annotations

from collections.abc import Mapping

from kg.evaluate.score import Score


def table(whole: Score, languages: Mapping[str, Score]) -> str:
    """Precision, recall and F1 per field, attributes, means per language.

    >>> print(table(Score(), {}).splitlines()[-1])
    mean F1 1.000 over 0 articles
    """
    lines = [f"{'field':<15}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>7}"]
    for name, t in whole.fields.items():
        lines.append(f"{name:<15}{t.precision:>10.3f}{t.recall:>10.3f}{t.f1:>10.3f}{t.found + t.missed:>7}")
    for name, (right, total) in sorted(whole.attributes.items()):
        lines.append(f"{name:<25}{right / total:>10.3f}  of {total}")
    lines += [f"{lang}: mean F1 {one.mean_f1:.3f} over {one.articles} articles" for lang, one in languages.items()]
    return "\n".join([*lines, f"noise extracted: {whole.noise}", f"mean F1 {whole.mean_f1:.3f} over {whole.articles} articles"])
