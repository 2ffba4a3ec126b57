"""A second finder of Russian people and organizations beside our rules: slovnet, a small neural network that runs on the processor in milliseconds.

`kg add --with ru-ner`. The weights come with `pip install 'diplokg[ru-ner]'` (the wheel of natasha carries them); `KG_SLOVNET` or `--set path=FOLDER`
names another folder. Nothing is downloaded when it runs. Our rules keep the first word: what they found is neither changed nor named twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import ExtractorError
from kg.extras.settings import Settings
from kg.mention.people.cases import nominative
from kg.model import Mention, Sentence
from kg.read.publishers import known
from kg.reading import Finder, Reading

LANGUAGE = "ru"  # what the network was trained on
FILES = {"embedding": "navec_*.tar", "names": "slovnet_ner_*.tar", "forms": "slovnet_morph_*.tar"}
CASES = {"Gen": "genitive", "Dat": "dative", "Acc": "accusative", "Ins": "instrumental", "Loc": "prepositional"}
PROPER = frozenset({"PROPN", "X"})  # `X`: a word in another script
QUOTES = frozenset('«"“„')
WHOLE = 2  # words
INITIAL = re.compile(r"(?<=\b\w\.)(?=\w)")  # between initial and name: "В.Путин" is "В. Путин"
OURS = ("person", "organization", "country", "place", "instrument", "post")
CONFIDENCE = 0.5  # of the people that it added on annotated articles, 8 of 14 were right; it is below every rule of our own


def finder(settings: Settings) -> Finder:
    """Set up the network; it is loaded with the first Russian article."""
    for library in ("navec", "slovnet"):
        if find_spec(library) is None:
            raise ImportError(f"No module named {library!r}")
    return Network(*_weights(settings.text("path", env="KG_SLOVNET"))).find


def _weights(path: str) -> list[Path]:
    """The three files of weights in a folder, or in the wheel that carries them."""
    spec = None if path else find_spec("natasha")
    folder = Path(path) if path else Path(next(iter((spec and spec.submodule_search_locations) or ()), "natasha"), "data")
    found = [next(iter(sorted(folder.rglob(pattern))), None) for pattern in FILES.values()]
    missing = [pattern for pattern, file in zip(FILES.values(), found, strict=True) if file is None]
    if missing:
        raise ExtractorError(f"ru-ner: {folder} holds no {' and no '.join(missing)}; pip install 'diplokg[ru-ner]', or --set path=FOLDER (KG_SLOVNET)")
    return [file for file in found if file is not None]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: as it stands, its part of speech (`PROPN`), its case (`Gen`)."""

    text: str
    pos: str
    case: str


@dataclass
class Network:
    """The network's three files, loaded when they are needed."""

    embedding: Path
    names: Path
    forms: Path

    @cached_property
    def _models(self) -> tuple[Any, Any]:
        """The finder of names and the reader of grammatical cases."""
        try:
            from navec import Navec
            from slovnet import NER, Morph

            words = Navec.load(self.embedding)
            return NER.load(self.names).navec(words), Morph.load(self.forms).navec(words)
        except Exception as error:  # the library raises whatever a broken file makes it stumble over
            raise ExtractorError(f"ru-ner: the weights in {self.embedding.parent} cannot be loaded: {type(error).__name__}: {error}") from error

    def find(self, reading: Reading) -> Iterator[Mention]:
        """Give the names that our rules passed over."""
        if reading.article.lang != LANGUAGE:
            return
        for sentence in reading.sentences:
            spans = self._models[0](reading.text(sentence.start, sentence.end)).spans
            taken = reading.mentions(*OURS, within=sentence) if spans else ()
            for span in spans:
                start, end = sentence.start + span.start, sentence.start + span.stop
                if not any(m.start < end and start < m.end for m in taken):
                    yield from self._mention(reading, sentence, span.type, start, end)

    def _mention(self, reading: Reading, sentence: Sentence, kind: str, start: int, end: int) -> Iterator[Mention]:
        words = self._read(sentence, start, end)
        if words and kind == "PER" and _is_name_of_a_person(words):
            yield _person(reading, sentence, start, end, _case(words))
        elif words and kind == "ORG" and _is_name_of_a_body(words, reading.text(max(start - 1, 0), start)) and not known(reading.text(start, end)):
            yield _organization(reading, sentence, start, end)

    def _read(self, sentence: Sentence, start: int, end: int) -> list[Word]:
        """The words of a name, each with its part of speech and case in this sentence."""
        read = next(self._models[1].map([[t.text for t in sentence.tokens]]))
        inside = [(w, t) for w, t in zip(read.tokens, sentence.tokens, strict=True) if start <= t.start < end]
        return [Word(t.text, w.pos, (w.feats or {}).get("Case", "")) for w, t in inside if t.text[0].isalnum()]


def _is_name_of_a_person(words: list[Word]) -> bool:
    """Whether a name is whole and one: two words at least, all proper, none twice ("Денис Мантуров Мантуров Денис" is a card in the page)."""
    different = len({w.text for w in words}) == len(words)
    return len(words) >= WHOLE and different and all(w.text[0].isupper() and w.pos in PROPER for w in words)


def _case(words: list[Word]) -> str:
    """The case of the first word that is written out."""
    return CASES.get(next((w.case for w in words if len(w.text) > 1), ""), "nominative")


def _is_name_of_a_body(words: list[Word], before: str) -> bool:
    """Whether a name is one by itself: in quotation marks, or proper from its first word on and no common acronym ("ТЭЦ")."""
    return before in QUOTES or (words[0].pos in PROPER and not words[0].text.isupper())


def _person(reading: Reading, sentence: Sentence, start: int, end: int, case: str) -> Mention:
    """A person, with the office that stands right before the name."""
    written = INITIAL.sub(" ", " ".join(reading.text(start, end).split()))
    name = nominative(reading.language, written, case)
    post = next((p for p in reading.mentions("post", within=sentence) if p.end <= start and not reading.text(p.end, start).strip()), None)
    attributes = {"post": f"{post.start}-{post.end}" if post else "", "order": "0", "case": case, "counterpart": "", "background": ""}
    return Mention("person", start, end, name, sentence.index, "person.slovnet", CONFIDENCE, attributes)


def _organization(reading: Reading, sentence: Sentence, start: int, end: int) -> Mention:
    """A body; one that our heads of names do not know is most often a company."""
    name = " ".join(reading.text(start, end).split())
    return Mention("organization", start, end, "company", sentence.index, "organization.slovnet", CONFIDENCE, {"name": name})
