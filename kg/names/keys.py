"""Keys under which names that may be one meet, so that a store need not compare all with all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product

from kg.names.sounds import coarse, forms
from kg.names.syllables import readings, systems
from kg.names.tables import known
from kg.names.words import REMEMBERED, Word, letters_of, parse

LONGEST_KEY = 5
FEW_WORDS = 2
MOST_SYLLABLE_KEYS = 4


def skeleton(name: str) -> tuple[str, ...]:
    """The consonants of each word of a name, the same in the usual spellings of every script; particles are left out.

    Chinese, Vietnamese and Korean names are given by syllables, because their words are joined in many ways.

    >>> skeleton("Незар Патриа") == skeleton("Nezar Patria")
    True
    >>> skeleton("Warren"), skeleton("Уоррен"), skeleton("Faisal bin Farhan")
    (('vrn',), ('vrn',), ('fsl', 'frn'))
    >>> skeleton("Ли Чжэ Мён"), skeleton("Lee Jae-myung")
    (('l', 's', 'mn'), ('l', 's', 'mn'))
    """
    for language, reading in readings(name).items():
        written = systems()[language].cyrillic
        return tuple(min(coarse(forms(written.get(s, s))[0]) for s in syllable) for syllable in reading)
    return tuple(coarse(forms(w.text)[0]) for w in parse(name).words)


@lru_cache(maxsize=REMEMBERED)
def block(name: str) -> frozenset[str]:
    """A few short keys of a name; two names that are accepted as one share at least one of them.

    >>> sorted(block("Nezar Patria")), sorted(block("Н. Патриа"))
    (['=nprrst', 'nsr', 'ptr'], ['=prt', 'ptr'])
    >>> bool(block("Xi Jinping") & block("Си Цзиньпин"))
    True
    """
    return frozenset((*_of_words(name), *_of_whole(name), *_of_syllables(name)))


@lru_cache(maxsize=REMEMBERED)
def whole(name: str) -> frozenset[str]:
    """Keys of a name as a whole: full names that are accepted as one share at least one of them, and one who bears only a part of it shares none.

    >>> bool(whole("Sergei Viktorovich Lavrov") & whole("Сергей Лавров")), whole("Sergey Lavrov") & whole("Sergey Naryshkin"), whole("Lavrov") & whole("Sergey Lavrov")
    (True, frozenset(), frozenset())
    """
    words = [_of_word(word) for word in _telling(name)]
    pairs = (" ".join(sorted(pair)) for one, other in combinations(words, 2) for pair in product(one, other))
    return frozenset((letters_of(name), *(pairs if len(words) > 1 else _of_words(name)), *_of_whole(name), *_of_syllables(name)))


def _of_words(name: str) -> Iterator[str]:
    """The consonants of each word that tells people apart."""
    for word in _telling(name):
        yield from _of_word(word)


def _telling(name: str) -> list[Word]:
    """The words that tell people apart: not Muhammad, unless there is nothing else."""
    full = parse(name).full
    return [w for w in full if not w.optional] or list(full)


@lru_cache(maxsize=REMEMBERED)
def _of_word(word: Word) -> frozenset[str]:
    return frozenset(coarse(form)[:LONGEST_KEY] for spelling in (word.text, *known(word.text)) for form in forms(spelling, abroad=True))


def _of_whole(name: str) -> Iterator[str]:
    """The consonants of a short name in the order of the alphabet, for words that are joined or turned around."""
    full = parse(name).full
    if 0 < len(full) <= FEW_WORDS:
        yield _whole("".join(coarse(forms(w.text)[0]) for w in full))
    elif not full and (initials := letters_of(name)):
        yield _whole(initials)


def _of_syllables(name: str) -> Iterator[str]:
    """The same of a Chinese, Vietnamese or Korean name, from its syllables."""
    for reading in readings(name).values():
        choices = [sorted({coarse(forms(s)[0]) for s in syllable}) for syllable in reading]
        for _, choice in zip(range(MOST_SYLLABLE_KEYS), product(*choices), strict=False):
            yield _whole("".join(choice))


def _whole(consonants: str) -> str:
    return "=" + "".join(sorted(consonants))
