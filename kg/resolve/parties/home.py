"""The state that an article speaks from: named by nobody, because everybody there knows it ("Menteri Perdagangan")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kg.gazetteer import codes, country_names, country_of_place
from kg.matching import tokenize
from kg.reading import Reading
from kg.resolve.parties.evidence import REACH, STATE, Scene, Sign

PUBLISHER, DOMAIN, DATELINE, DEFAULT, MARKER = 3.0, 2.0, 0.7, 1.0, 1.2
MOST_MARKERS = 3
OFFICE, TOGETHER = 0.8, 0.5
OFFICES = STATE - {"director", "spokesperson", "military"}
SPECIAL = {"uk": "GB", "su": "RU", "gov": "US", "mil": "US"}


def home(reading: Reading) -> tuple[str | None, float]:
    """Give the code of the state that the article speaks from, and how much speaks for it."""
    hints: dict[str, float] = defaultdict(float)
    for code in _publishers(reading):
        hints[code] += PUBLISHER
    if domain := _domain(reading.article.url):
        hints[domain] += DOMAIN
    for code, number in Counter(_markers(reading)).items():
        hints[code] += MARKER * min(number, MOST_MARKERS)
    for code in _datelines(reading):
        hints[code] += DATELINE
    for code in reading.language.values("parties", "home", "default")[-1:]:
        hints[code] += DEFAULT
    best = max(sorted(hints), key=lambda c: hints[c], default=None)
    return best, hints[best] if best else 0.0


def _publishers(reading: Reading) -> Iterator[str]:
    """The country that the publisher's name names or that the publisher is known to be of; of several the first."""
    tokens = tokenize(reading.article.publisher or "")
    named = [m.value.code for m in country_names(reading.article.lang).find(tokens) if m.value.code in codes()]
    known = [m.value for m in reading.language.phrases("parties", "publisher").find(tokens)]
    yield from [*named, *known][:1]


def _datelines(reading: Reading) -> Iterator[str]:
    """The countries of the places that the article was sent from."""
    places = [p for p in reading.mentions("place") if p.attributes.get("relation") == "dateline"]
    yield from (p.attributes["country"] for p in places if "country" in p.attributes)
    if reading.article.dateline and (code := country_of_place(reading.article.dateline)):
        yield code


def _domain(url: str | None) -> str | None:
    """The country of an address: `kemlu.go.id` is Indonesian."""
    host = (url or "").partition("//")[2].partition("/")[0].rpartition(":")[0] or (url or "").partition("//")[2].partition("/")[0]
    last = host.rpartition(".")[2].lower()
    code = SPECIAL.get(last, last.upper())
    return code if code in codes() else None


def _markers(reading: Reading) -> Iterator[str]:
    """The states whose own institutions and money are named, once a sentence."""
    markers = reading.language.phrases("parties", "marker")
    for sentence in reading.sentences:
        yield from dict.fromkeys(m.value for m in markers.find(sentence.tokens))


def home_signs(reading: Reading, code: str, views: Sequence[Scene]) -> Iterator[Sign]:
    """Give what speaks for the home state: its markers, and offices and organs beside which no country stands."""
    markers, organs = reading.language.phrases("parties", "marker"), reading.language.phrases("parties", "home")
    for scene in views:
        owned = {first for first, _, _ in scene.countries}
        marked = any(m.value == code and m.last not in owned for m in markers.find(scene.tokens))
        unowned = any(m.value == "organ" and not _near(scene, m.first, m.last) for m in organs.find(scene.tokens))
        if marked or unowned or _has_office(scene):
            points = (OFFICE + TOGETHER * scene.together) * scene.factor
            yield Sign(code, scene.sentence.index, points, state=True, rule="party.home", early=scene.early)


def _has_office(scene: Scene) -> bool:
    """Whether an office of a state stands here without a country."""
    offices = [(first, last) for first, last, post in scene.posts if post.value in OFFICES and not post.attributes.get("country")]
    return any(not _near(scene, first, last) for first, last in offices)


def _near(scene: Scene, first: int, last: int) -> bool:
    """Whether a country stands so near to some words, with no other office or organ between, that they are its own."""
    heads = sorted({a for a, _, _ in (*scene.posts, *scene.organs)})
    for start, end, _ in scene.countries:
        low, high = (last, start) if start >= last else (end, first + 1)
        if high - low <= REACH and not any(low <= head < high and head != first for head in heads):
            return True
    return False
