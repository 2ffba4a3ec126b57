"""What was said, and which amounts were stated: by whom, of what, in which sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.pages.asking import Row
from kg.pages.naming import Name, Thing
from kg.pages.proofs import Place, Proof, prove, sources
from kg.pages.view import View


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that somebody said or a figure that somebody stated, and the sentence that has them."""

    by: Thing | None
    about: Thing | None
    words: Name
    proof: Proof

    @property
    def is_whole(self) -> bool:
        """Whether the words are the whole sentence, as where it reports what somebody said."""
        return " ".join(self.words.text.split()) == self.proof.sentence


def sayings(view: View, rows: Iterable[Row]) -> list[Saying]:
    """The utterances and figures that rows tell of, in their order; the same words of copies once."""
    found = list(rows)
    cited = sources(view.store, {row["article"] for row in found})
    named = view.things(row[part] for row in found for part in ("by", "about") if part in row)
    said: dict[tuple[str, str, str], Saying] = {}
    for row in found:
        if proved := prove([Place.of(row)], cited, [named[row["by"]]] if "by" in row else ()):
            by, about = named.get(row.get("by", "")), named.get(row.get("about", ""))
            said.setdefault((row["content"], row.get("by", ""), cited[row["article"]].first), Saying(by, about, Name(row["content"], row.get("content@", "")), proved[0]))
    return list(said.values())
