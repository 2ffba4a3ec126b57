"""In which language a text is: told by its commonest words, and where these do not tell, by a statistical model."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

from kg.languages import Language, codes, language
from kg.matching import Phrases, tokenize

UNKNOWN = "und"
SAMPLE = 4000
WORD = re.compile(r"[^\W\d_]+")
# A text has at least this share of its language's small words, and this many times the share of any unrelated language.
CLEAR_SHARE = 0.12
CLEAR_LEAD = 2.0
# The languages that the model may choose between; over all of its 97 it takes headlines full of names for Maltese.
MODEL_LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "id", "it", "ja", "ko", "ms", "nl", "pt", "ru", "th", "tl", "tr", "uk", "vi", "zh")
SURE = 0.5


def detect(text: str) -> str:
    """Give the text's language as a BCP 47 code; `und` where nothing tells.

    >>> detect("Indonesia dan Rusia sepakat untuk bekerja sama di bidang pos, kata menteri itu pada Selasa.")
    'id'
    """
    sample = text[:SAMPLE]
    return _by_profile(sample) or _by_model(sample)


def _by_profile(sample: str) -> str | None:
    """The language with a folder whose small words make up a clear share of the text; None where no language clearly leads."""
    words = WORD.findall(sample.casefold())
    if not words:
        return UNKNOWN
    counts = Counter(words)
    shares = {code: sum(counts[w] for w in _small_words(code)) / len(words) for code in codes() if _spelt_like(sample, language(code))}
    if not shares:
        return None
    best = max(sorted(shares), key=lambda code: shares[code])
    family = {code for code in shares if _root(code) == _root(best)}
    rival = max((share for code, share in shares.items() if code not in family), default=0.0)
    if shares[best] < CLEAR_SHARE or shares[best] < CLEAR_LEAD * rival:
        return None
    return _nearest(sample, sorted(family))


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in language(code).values("language", "function_words"))


def _spelt_like(sample: str, words: Language) -> bool:
    """Letters that only its neighbours have are absent, letters that only it has are there (a name may bring in a few)."""
    profile = words.table("language")
    own, foreign = profile.get("own_letters", ""), profile.get("foreign_letters", "")
    lowered = sample.casefold()
    strange = sum(lowered.count(letter) for letter in foreign)
    return strange * 100 <= len(lowered) and (not own or any(letter in lowered for letter in own))


def _root(code: str) -> str:
    parent = language(code).table("language").get("extends")
    return _root(parent) if parent else code


def _nearest(sample: str, family: list[str]) -> str:
    """Among sister languages the one whose markers occur most; the one that the others extend where none does."""
    if len(family) == 1:
        return family[0]
    tokens = tokenize(sample)
    found = Counter(match.value for match in _markers(tuple(family)).find(tokens))
    return max(family, key=lambda code: (found[code], code == _root(code)))


@cache
def _markers(family: tuple[str, ...]) -> Phrases[str]:
    return Phrases((pattern, code) for code in family for pattern in language(code).table("language", "markers").get(code, ()))


def _by_model(sample: str) -> str:
    # Imported only here: it loads NumPy and a model of 4 MB, half a second that a text with a clear profile need not pay.
    from py3langid import rank

    scores = {str(code): float(score) for code, score in rank(sample) if code in MODEL_LANGUAGES}
    best = max(sorted(scores), key=lambda code: scores[code])
    if 1 / sum(math.exp(max(score - scores[best], -700.0)) for score in scores.values()) < SURE:
        return UNKNOWN
    family = sorted(code for code in codes() if _root(code) == _root(best)) if best in codes() else [best]
    return _nearest(sample, family)
