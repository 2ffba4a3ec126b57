"""Which mentions mean one instrument: the title's and the body's, "the memorandum" and the memorandum."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from kg.matching import Phrases, fold, tokenize
from kg.mention.instruments.heads import STEM as ENDLESS
from kg.mention.instruments.parted import PARTED, parted, partners
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

STEM = 5
SHARE = 0.5
PAIR = 2
SHORTEST = 3
MEMORY = 100  # instruments a reader still has in mind; also keeps a text of nothing but agreements linear
APART = ("joint_body", "partnership")
NO_AGREEMENT = (*APART, "declaration", "action_plan", "letter_of_intent")
RENAMED = ("mou", "trade_agreement")  # types whose abbreviations tell nothing apart
BROAD, BODY, TRADE = "agreement", "joint_body", "trade_agreement"


@dataclass(frozen=True, slots=True)
class Content:
    """What a name says beyond its head: stems of its words, those with a capital, its countries, its years."""

    words: frozenset[str]
    proper: frozenset[str]
    countries: frozenset[str]
    dates: frozenset[str]
    heads: frozenset[str]


@dataclass(slots=True)
class Group:
    """One instrument of the article: its type, its mentions and what their names say."""

    type: str
    plural: bool
    generic: bool
    broad: bool = False  # only the title has named it so far, and only "agreement"
    mentions: list[Mention] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)

    @property
    def open(self) -> bool:
        """Whether nothing has said yet what the instrument is about."""
        return not self.words and not any("indefinite" in m.attributes for m in self.mentions)

    @property
    def weak(self) -> bool:
        """Whether only words name it that are instruments under a verb alone ("kesepakatan", "deal")."""
        return all("weak" in m.attributes for m in self.mentions)

    @property
    def listed(self) -> bool:
        """Whether a line of a list names it."""
        return any("listed" in m.attributes for m in self.mentions)

    @property
    def number(self) -> int:
        """How many instruments a plural counts; 0 where the text does not count them."""
        return max((int(m.attributes.get("number", 0)) for m in self.mentions), default=0)

    @property
    def vague(self) -> bool:
        """Whether only words name it that hardly ever mean a document ("kerja sama")."""
        return all("vague" in m.attributes for m in self.mentions)

    def take(self, mention: Mention, content: Content) -> None:
        """Add a mention."""
        if (self.generic and "generic" not in mention.attributes) or self.broad:  # "the document", then its name
            self.generic, self.broad, self.type = False, False, mention.value
        self.mentions.append(mention)
        self.words |= content.words
        self.proper |= content.proper
        self.countries |= content.countries
        self.dates |= content.dates
        self.heads |= content.heads


def group(reading: Reading) -> tuple[Group, ...]:
    """Put the mentions of each instrument together, in the order of the text."""
    groups: list[Group] = []
    titles = {s.index for s in reading.sentences if s.is_title}
    unmarked = bool(reading.language.values("instruments", "name", "number"))
    for mention in reading.mentions("instrument"):
        content = _content(reading, mention)
        listed = "listed" in mention.attributes
        known = groups[-MEMORY:]
        found = _antecedent([g for g in known if not g.listed] if listed else known, mention, content, titles, unmarked=unmarked)
        found = found or _of_the_title(reading, groups[:1], mention, content)
        found = _identified(reading, known[-1:], mention) or _renamed(reading, known[-1:], mention) or found
        if found is None and "again" in mention.attributes:
            continue
        if found is not None and content.dates and not found.dates and found.mentions[-1].sentence == mention.sentence:
            found = None  # "the memorandum follows that of 2019"
        if found is None:
            found = Group(mention.value, "plural" in mention.attributes, "generic" in mention.attributes)
            groups.append(found)
        found.take(mention, content)
    return tuple(groups)


def _of_the_title(reading: Reading, first: Sequence[Group], mention: Mention, content: Content) -> Group | None:
    """Give the agreement of which the title tells no more than that it is one, where the story says what kind it is."""
    kinds = mention.value not in (BROAD, *NO_AGREEMENT) and not {"plural", "inside"} & set(mention.attributes)
    told = [g for g in first if kinds and g.type == BROAD and not (g.plural or g.generic or g.words or g.weak) and not _differ(g, content)]
    titles = [g for g in told if all(reading.sentence(m).is_title for m in g.mentions)]
    if not titles or reading.sentence(mention).is_title or len(reading.mentions("instrument", within=reading.sentence(titles[0].mentions[0]))) > 1:
        return None
    titles[0].broad = True
    return titles[0]


def _identified(reading: Reading, last: Sequence[Group], mention: Mention) -> Group | None:
    """Give the instrument that a bare name before this one stands for: "the first memorandum is a memorandum on fisheries"."""
    before = last[0].mentions[-1] if last else None
    if before is None or (before.sentence, before.value) != (mention.sentence, mention.value) or before.end - before.start > len(before.attributes.get("head", "")):
        return None
    between = [t for t in reading.sentence(mention).tokens if before.end <= t.start < mention.start]
    same = reading.language.phrases("instruments", "same")
    return last[0] if len(between) <= PARTED and any(True for _ in same.find(between)) else None


def _renamed(reading: Reading, last: Sequence[Group], mention: Mention) -> Group | None:
    """Give the instrument that a name right before this one names in other words: "nota kesepahaman atau memorandum of understanding"."""
    before = last[0].mentions[-1] if last else None
    if before is None or before.sentence != mention.sentence or before.value != mention.value:
        return None
    between = [t for t in reading.sentence(mention).tokens if before.end <= t.start < mention.start]
    return last[0] if len(between) == 1 and reading.language.phrases("instruments", "alias").at(between, 0) else None


def _content(reading: Reading, mention: Mention) -> Content:
    sentence = reading.sentence(mention)
    countries = [m for m in reading.mentions("country", within=sentence) if mention.start <= m.start < mention.end or _is_partner(reading, sentence, mention, m)]
    dates = [m for m in reading.mentions("date", within=sentence) if mention.start <= m.start < mention.end]
    taken = [(m.start, m.end) for m in (*countries, *dates)]
    link, common, joint, number, type_ = (reading.language.phrases("instruments", table) for table in ("name", "common", "joint", "number", "type"))
    head = [] if mention.attributes.get("head", "").isupper() else fold(mention.attributes.get("head", "")).split()
    own = [t for t in sentence.tokens if mention.start <= t.start < mention.end]
    again = {t.start for m in type_.find(own) if m.value == mention.value and m.value in RENAMED for t in own[m.first : m.last]}  # "nota kesepahaman (MoU)"
    tokens = [t for t in (*own, *_parted(reading, sentence, mention)) if t.norm not in head and t.norm.isalnum() and t.start not in again
              and number.at((t,), 0) is None and (len(t.norm) >= SHORTEST or t.text.isupper()) and not t.norm.isdigit()
              and link.at((t,), 0) is None and common.at((t,), 0) is None and not any(a <= t.start < b for a, b in taken)]
    return Content(
        frozenset(t.norm[:STEM] for t in tokens), frozenset(t.norm[:STEM] for t in tokens if t.text[0].isupper()),
        frozenset(m.value for m in countries), frozenset(m.value for m in dates),
        _heads(mention, head, joint))


def _heads(mention: Mention, head: Sequence[str], joint: Phrases[str]) -> frozenset[str]:
    """The words of a head that tell bodies apart ("commission", "council"), and the letters that tell trade agreements apart ("CEPA", "PTA")."""
    letters = mention.attributes.get("head", "")
    if mention.value == TRADE:
        return frozenset({letters}) if letters.isupper() else frozenset()
    return frozenset(t.norm for t in tokenize(" ".join(head)) if joint.at((t,), 0) is None) if mention.value == BODY else frozenset()


def _is_bare(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is nothing but its head, with a short form in brackets."""
    return mention.end - mention.start <= len(mention.attributes.get("head", "")) or reading.text(mention.start, mention.end).endswith(")")


def _is_partner(reading: Reading, sentence: Sentence, mention: Mention, country: Mention) -> bool:
    """Whether a country is one of those between which a bare name was signed: "a memorandum signed between India and Peru"."""
    if not mention.end <= country.start or not _is_bare(reading, mention):
        return False
    first, end = partners(reading.language, sentence.tokens, sum(1 for t in sentence.tokens if t.start < mention.end))
    return any(t.start == country.start for t in sentence.tokens[first:end])


def _parted(reading: Reading, sentence: Sentence, mention: Mention) -> tuple[Token, ...]:
    """Give the words that say what a bare name is about after its verb: "a memorandum was signed on fisheries"."""
    if mention.end - mention.start > len(mention.attributes.get("head", "")):
        return ()
    first, end = parted(reading.language, sentence.tokens, sum(1 for t in sentence.tokens if t.start < mention.end))
    return sentence.tokens[first:end]


def _antecedent(groups: Sequence[Group], mention: Mention, content: Content, titles: Container[int], *, unmarked: bool) -> Group | None:
    """Give the instrument that a mention means, if it was named before."""
    attributes = mention.attributes
    plural = "plural" in attributes
    groups = [g for g in groups if g.vague == ("vague" in attributes)]
    if "again" in attributes:
        return _last(g for g in groups if g.type == mention.value and not g.plural)
    if "generic" in attributes:
        apart = [g for g in groups if g.type not in APART]
        several = [g for g in apart if g.plural] if "definite" in attributes else []
        return _last(g for g in groups if g.generic) or _last(several) if plural else _last(apart)
    same = [g for g in groups if g.type == mention.value and not g.generic and g.plural == plural and not _differ(g, content)]
    if content.words:
        return _last(g for g in same if _agree(g, content)) or _last(g for g in same if g.open)
    if "indefinite" in attributes:
        return _last(g for g in same if all(m.sentence in titles for m in g.mentions))  # a story introduces anew what its title names
    if same:
        return same[-1]
    if unmarked and not plural and "listed" not in attributes and (several := [g for g in groups if g.type == mention.value and g.plural and not g.generic]):
        return several[-1]
    bare = mention.end - mention.start == len(attributes.get("head", "")) or bool(content.countries)
    if mention.value == BROAD and bare and not plural and not attributes.get("head", "").isupper():
        return _last(g for g in groups if g.type not in NO_AGREEMENT and not g.plural)
    return None


def _last(groups: Iterable[Group]) -> Group | None:
    found = list(groups)
    return found[-1] if found else None


def _agree(group: Group, content: Content) -> bool:
    """Whether two names may be of one instrument: one says no more than the other, or they share half their words."""
    common = sum(1 for word in content.words if any(_is_one_stem(word, other) for other in group.words))
    smaller, whole = min(len(group.words), len(content.words)), len(group.words | content.words)
    return common > 0 and (common >= smaller or common / whole >= SHARE)


def _is_one_stem(first: str, second: str) -> bool:
    """Whether two stems are of one word or one word's kin: "виз", "визов"."""
    return first == second or (min(len(first), len(second)) >= SHORTEST and (first.startswith(second) or second.startswith(first)))


def _differ(group: Group, content: Content) -> bool:
    """Whether two names cannot be of one instrument: other countries, another year, or each with a proper name the other lacks."""
    return (bool(group.countries and content.countries and not group.countries & content.countries)
            or (len(group.countries) >= PAIR and len(content.countries) >= PAIR and not (group.countries <= content.countries or content.countries <= group.countries))
            or bool(group.heads and content.heads and not any(_is_one_word(a, b) for a in group.heads for b in content.heads))
            or bool(group.dates and content.dates and not group.dates & content.dates)
            or bool(group.proper - content.words and content.proper - group.words))


def _is_one_word(first: str, second: str) -> bool:
    """Whether two heads are one word but for its ending or its first part: "комиссии", "межправкомиссия"."""
    return first[:ENDLESS] in second or second[:ENDLESS] in first
