"""What speaks for a country being a party: each mention weighed by what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.gazetteer import leaders
from kg.model import Mention, Sentence, Token
from kg.reading import Reading
from kg.resolve.parties.beside import LONGEST_LIST, attends, ends_at, is_around, is_broken, joins, starts_near
from kg.resolve.parties.offices import deals_with, served

NAMED, ACT, DEAL, PARTNER, SUBJECT, ORGAN, SOCIETY, LEADER, BODY = 0.3, 0.5, 0.5, 1.0, 0.8, 1.5, 0.5, 1.0, 0.7
BY_ORGAN = {"organ": ORGAN, "society": SOCIETY, None: 0.0}
FORM = {"name": 1.0, "adjective": 1.0, "abbreviation": 1.0, "nickname": 1.0, "demonym": 0.5, "capital": 0.7}
TITLE, LEAD, ASIDE, QUOTED, LEADING = 2.0, 1.5, 0.4, 0.5, 2  # factors; how many sentences lead
HEADING = 6  # tokens of a heading such as "FIJI / INDIA."
TABLES = ("passing", "partner", "negation", "talked", "located", "act", "attending")
PAIR = 2
JOIN, OPENING = 3, 2  # words that join two names (", and the"); tokens of a preposition and an article
REACH = 6  # words between an organ and its country
BETWEEN = 14  # words from a document to those it is between
DOCUMENTS = frozenset({"mou", "agreement", "trade_agreement", "protocol", "letter_of_intent", "action_plan", "contract", "financing"})
STATE = frozenset({
    "head_of_state", "head_of_government", "minister", "deputy_minister", "ambassador", "agency_head", "legislator", "royal", "military",
    "director", "spokesperson",
})
STATE_BODIES = frozenset({"ministry", "agency", "parliament", "military"})


@dataclass(frozen=True, slots=True)
class Sign:
    """One sentence's evidence for one country; `state` where an organ of the state acts there, or two states together."""

    code: str
    sentence: int
    points: float
    state: bool
    rule: str
    early: bool = False
    pact: frozenset[str] = frozenset()  # the countries that a document here is between
    met: bool = False  # somebody meets an official of this country


@dataclass(slots=True)
class Scene:
    """A sentence with the countries, offices, organs and deeds that it names, by the places of their tokens."""

    sentence: Sentence
    countries: list[tuple[int, int, Mention]]
    posts: list[tuple[int, int, Mention]]
    bodies: list[tuple[int, int, Mention]]
    organs: list[tuple[int, int, str]]
    acts: bool
    deals: bool
    factor: float
    quoted: bool = False
    passing: set[int] = field(default_factory=set)
    partners: set[int] = field(default_factory=set)
    subjects: set[int] = field(default_factory=set)
    located: set[int] = field(default_factory=set)
    pacts: dict[int, frozenset[str]] = field(default_factory=dict)
    guests: set[int] = field(default_factory=set)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's words."""
        return self.sentence.tokens

    @property
    def early(self) -> bool:
        """Whether this is the title or the lead."""
        return self.factor > 1

    @property
    def together(self) -> bool:
        """Whether something is done together here."""
        return self.acts or self.deals


def scenes(reading: Reading) -> Iterator[Scene]:
    """Give every sentence of an article as a scene."""
    body, paragraph, quoted = 0, -1, False
    for sentence in reading.sentences:
        body += not sentence.is_title
        scene = _scene(reading, sentence, TITLE if sentence.is_title else LEAD if body <= LEADING else _later(reading, sentence))
        scene.quoted = quoted and sentence.paragraph == paragraph  # a quotation goes on over several sentences
        quoted = (scene.quoted + sum(t.norm == '"' for t in sentence.tokens)) % 2 == 1
        paragraph = sentence.paragraph
        yield scene


def _later(reading: Reading, sentence: Sentence) -> float:
    """How much a sentence after the lead weighs: less where it turns to an earlier or another matter."""
    return ASIDE if reading.language.phrases("parties", "aside").at(sentence.tokens, 0) else 1.0


def _scene(reading: Reading, sentence: Sentence, factor: float) -> Scene:
    words, tokens = reading.language, sentence.tokens
    starts, ends = {t.start: i for i, t in enumerate(tokens)}, {t.end: i + 1 for i, t in enumerate(tokens)}
    placed = {kind: [(starts[m.start], ends[m.end], m) for m in reading.mentions(kind, within=sentence) if m.start in starts and m.end in ends]
              for kind in ("country", "post", "organization")}
    organs = [(m.first, m.last, m.value) for m in words.phrases("parties", "organ").find(tokens)]
    scene = Scene(
        sentence, placed["country"], placed["post"], placed["organization"], organs,
        any(words.phrases("parties", "act").find(tokens)), any(words.phrases("parties", "deal").find(tokens)), factor,
    )
    _mark(scene, reading)
    return scene


def _mark(scene: Scene, reading: Reading) -> None:
    """Mark the countries that are only mentioned in passing, and those that are partners of each other."""
    passing, partner, negation, about, located, verbs, attending = (reading.language.phrases("parties", table) for table in TABLES)
    scene.guests.update(a for a, _, p in scene.posts if p.value in STATE and ends_at(partner, scene.tokens, a) and scene.factor >= 1.0)
    for group in _groups(scene, reading):
        first, last = scene.countries[group[0]][0], scene.countries[group[-1]][1]
        if starts_near(verbs, scene.tokens, last):
            scene.subjects.update(group)
        if first <= OPENING and ends_at(located, scene.tokens, first):
            continue  # "In Gabon, Mr. Finer met"
        if ends_at(located, scene.tokens, first) or _ends_an_address(reading, scene, first):
            scene.located.update(group)
        talked = is_around(about, scene.tokens, first, last)
        if len(group) > 1 and attends(attending, scene.tokens, first, len(group)):
            scene.partners.update(group)
            scene.subjects.update(group)
        elif talked or ends_at(passing, scene.tokens, first) or len(group) > LONGEST_LIST or is_around(negation, scene.tokens, first, last):
            scene.passing.update(group)
        elif len({scene.countries[i][2].value for i in group}) > 1 or ends_at(partner, scene.tokens, first):
            scene.partners.update(group)
            if _follows_a_document(reading, scene, first):
                scene.pacts.update(dict.fromkeys(group, frozenset(scene.countries[i][2].value for i in group)))


def _ends_an_address(reading: Reading, scene: Scene, position: int) -> bool:
    """Whether a country only says where the city before it lies: "di New York, Amerika Serikat"."""
    if position < PAIR or scene.tokens[position - 1].text != ",":
        return False
    return any(p.end == scene.tokens[position - PAIR].end and p.attributes.get("relation") == "at" for p in reading.mentions("place", within=scene.sentence))


def _follows_a_document(reading: Reading, scene: Scene, position: int) -> bool:
    """Whether the countries that begin here are those that a document is between: "an agreement signed between Ghana and Peru"."""
    ahead = scene.tokens[max(0, position - BETWEEN) : position]
    partner, documents = reading.language.phrases("parties", "partner"), reading.language.phrases("instruments", "type")
    if is_broken(ahead) or not ends_at(partner, scene.tokens, position):
        return False
    return any(m.value in DOCUMENTS for m in documents.find(ahead))


def _groups(scene: Scene, reading: Reading) -> Iterator[list[int]]:
    """Countries named side by side: "Indonesia, Malaysia dan Rusia", "RI–Maroko"."""
    actor = reading.language.phrases("places", "actor")
    group: list[int] = []
    for i, (first, _, _) in enumerate(scene.countries):
        between = scene.tokens[scene.countries[i - 1][1] : first] if group else ()
        if group and not (len(between) <= JOIN and all(t.text in ",-–—−&/" or joins(actor, t) for t in between)):
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def signs(scene: Scene) -> Iterator[Sign]:
    """Give what a scene says for each country in it."""
    for i, (first, last, mention) in enumerate(scene.countries):
        if i not in scene.passing and not any(deals_with(p, mention) for _, _, p in scene.posts):
            yield _sign(scene, i, first, last, mention)
    yield from _accredited(scene)
    yield from _led(scene)
    yield from _embodied(scene)


def _sign(scene: Scene, i: int, first: int, last: int, mention: Mention) -> Sign:
    organ, partner, subject = _organ(scene, i, first, last, mention), i in scene.partners, i in scene.subjects
    here = i not in scene.located or organ == "organ"  # a country that is only a place takes no part in what is done there
    points = NAMED + (ACT * scene.acts + DEAL * scene.deals) * here + PARTNER * partner + SUBJECT * subject + BY_ORGAN[organ]
    state = organ == "organ" or (subject and not organ) or (partner and (scene.together or len(scene.tokens) <= HEADING))
    weight = QUOTED if _is_quoted(scene, first) else 1.0
    rule = "party.organ" if organ == "organ" else "party.partner" if partner else "party.subject" if subject else "party.named"
    pact = scene.pacts.get(i, frozenset())
    met = scene.acts and any(mention.value in served(p) and a in scene.guests for a, _, p in scene.posts)
    return Sign(mention.value, scene.sentence.index, points * FORM[mention.attributes["form"]] * weight * scene.factor, state, rule, scene.early, pact, met)


def _is_quoted(scene: Scene, position: int) -> bool:
    """Whether a token stands within quotation marks, where people compare and remember."""
    return (scene.quoted + sum(t.norm == '"' for t in scene.tokens[:position])) % 2 == 1 and not scene.sentence.is_title


def _organ(scene: Scene, i: int, first: int, last: int, mention: Mention) -> str | None:
    """The kind of organ that a country belongs to here: one that precedes it, or one that follows its adjective."""
    if any(p.value in STATE and mention.value in served(p) for _, _, p in scene.posts):
        return "organ"
    floor = scene.countries[i - 1][1] if i else 0
    before = [kind for a, b, kind in scene.organs if a >= floor and 0 <= first - b <= REACH and not is_broken(scene.tokens[b:first])]
    roof = scene.countries[i + 1][0] if i + 1 < len(scene.countries) else len(scene.tokens)
    after = [kind for a, b, kind in scene.organs if b <= roof and 0 <= a - last <= REACH and not is_broken(scene.tokens[last:a])]
    kinds = [*before, *(after if _owns(scene, last, mention) else ())]
    return "organ" if "organ" in kinds else kinds[0] if kinds else None


def _owns(scene: Scene, last: int, mention: Mention) -> bool:
    """Whether what follows can be the country's: "Rwandan minister", "U.S. officials", "Japan's parliament"."""
    possessive = last < len(scene.tokens) and scene.tokens[last].text in "'’"
    return possessive or mention.attributes["form"] in {"adjective", "abbreviation"}


def _accredited(scene: Scene) -> Iterator[Sign]:
    """The country that an ambassador is sent to."""
    for _, _, post in scene.posts:
        if code := post.attributes.get("accredited"):
            yield Sign(code, scene.sentence.index, (NAMED + PARTNER) * scene.factor, state=True, rule="party.accredited", early=scene.early)


def _led(scene: Scene) -> Iterator[Sign]:
    """The countries of well-known leaders, whom reports name without them: "Presiden Prabowo", "President Xi"."""
    for match in leaders().find(scene.tokens):
        if scene.tokens[match.first].text[0].isupper():
            points = (NAMED + ACT * scene.acts + DEAL * scene.deals + LEADER) * scene.factor
            yield Sign(match.value, scene.sentence.index, points, state=True, rule="party.leader", early=scene.early)


def _embodied(scene: Scene) -> Iterator[Sign]:
    """The countries of bodies that are known by name: "BNN", "JICA"."""
    for _, _, body in scene.bodies:
        code = body.attributes.get("country")
        if code and body.value in STATE_BODIES and not any(m.value == code for _, _, m in scene.countries):
            points = (NAMED + ACT * scene.acts + DEAL * scene.deals + BODY) * scene.factor
            yield Sign(code, scene.sentence.index, points, state=True, rule="party.body", early=scene.early)
