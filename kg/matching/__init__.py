"""Words in a text: tokens with their offsets, and lists of phrases found among them in one pass.

A pattern is a line of words. `word` matches in any case, `stem*` any ending of up to six letters, `=AS` only in exactly this case,
`a|b` either word, and a word followed by `?` may be missing.
"""

from __future__ import annotations

from kg.matching.folding import fold
from kg.matching.phrases import Match, Phrases, starts
from kg.matching.tokens import WORD, Tokens, tokenize

__all__ = ["WORD", "Match", "Phrases", "Tokens", "fold", "starts", "tokenize"]
