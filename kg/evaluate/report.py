"""The score as a table to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def reliability(bins: Mapping[float, tuple[int, int, float]]) -> Iterator[str]:
    """Of the claims said to be so sure, how many are right; the two shares should be alike.

    >>> list(reliability({0.9: (46, 50, 0.93)}))
    ['said to be 0.9 sure or more: 46 of 50 right, 0.920 (said 0.930)']
    """
    for start, (right, of, said) in bins.items():
        yield f"said to be {start:.1f} sure or more: {right} of {of} right, {right / of:.3f} (said {said:.3f})"
