"""Articles with hand-made statements, so that the store's tests do not wait for the extractors."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Article, Entity, Evidence, Noise, Statement, concept, country, digest


@dataclass
class Draft:
    """An article and what a tester says it says."""

    article: Article
    statements: list[Statement] = field(default_factory=list)

    def entity(self, kind: str, *parts: str) -> Entity:
        return Entity(kind, f"{self.article.key}/{kind.lower()}/{digest(kind, *parts)}")

    @property
    def whole(self) -> Entity:
        return Entity("Article", self.article.key)

    def evidence(self, quote: str) -> Evidence:
        start = self.article.text.index(quote)
        return Evidence(start, start + len(quote), quote, self.article.text[:start].count(". "))

    def say(self, subject: Entity, quote: str, rule: str, confidence: float = 0.9, **values: Entity | str | list[Entity | str]) -> Entity:
        for predicate, given in values.items():
            for value in given if isinstance(given, list) else [given]:
                self.statements.append(Statement(subject, predicate, value, self.evidence(quote), rule, confidence))
        return subject

    def official(self, name: str, code: str | None, quote: str, post: str | None = None, rank: str = "minister", body: Entity | None = None, former: bool = False) -> Entity:
        of = {"country": country(code)} if code else {}
        person = self.say(self.entity("Official", name), quote, "people.title", name=name, **of)
        if post is not None:
            seat = self.say(self.entity("Post", post), quote, "people.title", label=post, rank=concept("rank", rank), **of)
            tenure = self.entity("Tenure", name, post)
            self.say(person, quote, "people.title", holds=seat)
            self.say(tenure, quote, "people.title", member=person, post=seat, reported=self.article.published or "2025")
            if former:
                self.say(tenure, quote, "people.title", former="true")
            if body is not None:
                self.say(seat, quote, "people.title", postIn=body)
                self.say(tenure, quote, "people.title", organization=body)
        return person

    def organization(self, name: str, code: str | None, quote: str, type: str = "ministry") -> Entity:  # noqa: A002
        body = self.say(self.entity("Organization", name), quote, "organizations.head", prefLabel=name, organizationType=concept("organization-type", type))
        return self.say(body, quote, "organizations.head", country=country(code)) if code else body

    def instrument(self, name: str, kind: str, codes: str, status: str, quote: str, date: str | None = None, sectors: str = "") -> Entity:
        it = self.entity("Instrument", name, kind)
        self.say(it, quote, "instruments.named", prefLabel=name, instrumentType=concept("instrument-type", kind))
        self.say(it, quote, "instruments.party", party=[country(c) for c in codes.split()], sector=[concept("sector", s) for s in sectors.split()])
        assertion = self.entity("StatusAssertion", name, status, date or "")
        self.say(assertion, quote, "instruments.status", status=concept("status", status), reported=self.article.published or "2025")
        if date:
            self.say(assertion, quote, "instruments.status", date=date)
        return self.say(it, quote, "instruments.status", hasStatus=assertion)

    def event(self, kind: str, codes: str, quote: str, date: str | None = None, place: str | None = None, people: tuple[Entity, ...] = ()) -> Entity:
        it = self.say(self.entity("Event", kind, codes, date or ""), quote, "events.verb", eventType=concept("event-type", kind))
        self.say(it, quote, "events.party", party=[country(c) for c in codes.split()], participant=list(people))
        if date:
            self.say(it, quote, "events.verb", date=date)
        return self.say(it, quote, "events.verb", placeName=place) if place else it

    def utterance(self, who: Entity, content: str, mode: str = "direct") -> Entity:
        it = self.entity("Utterance", content)
        return self.say(it, content, "utterances.quote", speaker=who, speechMode=concept("speech-mode", mode), content=content)

    def figure(self, amount: str, unit: str, content: str, by: Entity, about: Entity) -> Entity:
        it = self.entity("Figure", content)
        return self.say(it, content, "figures.amount", amount=amount, unit=unit, content=content, attributedTo=by, about=about)


def jakarta() -> Draft:
    """A meeting in Jakarta that leads to a hope for a memorandum."""
    text = (
        "Indonesia dan Rusia mempererat kerja sama digital. Wakil Menteri Digital Budi Santosa bertemu Wakil Menteri Ivan Petrov di Jakarta. "
        '"Kami berharap ada MoU digital," kata Budi Santosa. Kecepatan 100 Mbps tersedia di Rusia. Baca juga: Banjir surut'
    )
    noise = (Noise(text.index("Baca juga"), len(text), "noise.teaser"),)
    draft = Draft(Article("jakarta", text, "id", "Indonesia dan Rusia mempererat kerja sama digital", "2025-04-16", "Warta", "https://example.org/jakarta", noise))
    first, met, hoped = (s.strip() + "." for s in text.split(". ")[:3])
    draft.say(draft.whole, first, "parties.pair", 0.95, party=[country("ID"), country("RU")], sector=concept("sector", "digital"))
    body = draft.organization("Kementerian Digital", "ID", met)
    budi = draft.official("Budi Santosa", "ID", met, "Wakil Menteri Digital", "deputy_minister", body)
    ivan = draft.official("Ivan Petrov", "RU", met, "Wakil Menteri", "deputy_minister")
    draft.event("meeting", "ID RU", met, "2025-04-15", "Jakarta", (budi, ivan))
    mou = draft.instrument("MoU digital", "mou", "ID RU", "proposed", hoped.rstrip("."), sectors="digital media")
    draft.say(mou, hoped.rstrip("."), "instruments.hope", proposedBy=budi)
    draft.utterance(budi, "Kami berharap ada MoU digital")
    draft.figure("100", "Mbps", "Kecepatan 100 Mbps", draft.whole, country("RU"))
    return draft


def moscow() -> Draft:
    """The same people and the same memorandum, signed in Moscow a year later; a country more."""
    text = (
        "Budi Santosa and Ivan Petrov signed the MoU digital in Moscow on 3 March 2026. "
        'India watched the talks on energy. "It is a beginning," said Ivan Petrov.'
    )
    draft = Draft(Article("moscow", text, "en", "A memorandum is signed", "2026-03-04", "The Bulletin", "https://example.org/moscow"))
    signed, watched, _ = (s + "." for s in text.split(". "))
    draft.say(draft.whole, signed, "parties.pair", party=[country("ID"), country("RU")], sector=concept("sector", "digital.mobile"))
    draft.say(draft.whole, watched, "parties.pair", 0.5, party=country("IN"), sector=concept("sector", "energy"))
    budi = draft.official("Budi Santosa", "ID", signed)
    ivan = draft.official("IVAN PETROV", "RU", signed)
    draft.event("signing", "ID RU", signed, "2026-03-03", "Moscow", (budi, ivan))
    draft.instrument("MoU digital", "mou", "ID RU", "signed", signed, "2026-03-03")
    draft.utterance(ivan, "It is a beginning")
    return draft


def delhi() -> Draft:
    """An older report: talks on a trade agreement between other countries, and the memorandum once more as a hope."""
    text = "India and Indonesia negotiate a trade agreement. Indonesia and Russia had hoped for an MoU digital in 2024."
    draft = Draft(Article("delhi", text, "en", "Talks in Delhi", "2024-11", None, "https://example.org/delhi"))
    first, second = text[: text.index(". ") + 1], text[text.index(". ") + 2 :]
    draft.say(draft.whole, first, "parties.pair", party=[country("IN"), country("ID")], sector=concept("sector", "trade"))
    draft.instrument("trade agreement", "trade_agreement", "IN ID", "negotiating", first)
    draft.instrument("MoU digital", "mou", "ID RU", "proposed", second, "2024")
    return draft


def drafts() -> list[Draft]:
    return [jakarta(), moscow(), delhi()]


def disputed() -> list[Draft]:
    """Reports that contradict each other: a memorandum signed on two days, then once more only hoped for."""
    text = "Indonesia and Kenya signed the MoU on sea cable landing stations on {}."
    drafts = []
    for number, (day, words) in enumerate({"2025-06-19": "19 June 2025", "2025-06-21": "21 June 2025"}.items()):
        draft = Draft(Article(f"disputed{number}", text.format(words), "en", f"Cable memorandum {number}", day, "The Bulletin"))
        draft.instrument("MoU on sea cable landing stations", "mou", "ID KE", "signed", draft.article.text, day, "digital.backbone")
        drafts.append(draft)
    hope = Draft(Article("disputed2", "Kenya hopes for an MoU on sea cable landing stations.", "en", "A hope", "2025-11-05"))
    mou = hope.instrument("MoU on sea cable landing stations", "mou", "ID KE", "proposed", hope.article.text, sectors="digital.backbone")
    hope.say(mou, hope.article.text, "instruments.hope", proposedBy=country("KE"))
    return [*drafts, hope]


def tenures(reports: list[tuple[str, str | None, str, str, str | None, str, bool]]) -> list[Draft]:
    """Reports that name one official each: name, country, post, rank, ministry, day, and whether the post was left."""
    made = []
    for number, (name, code, post, rank, ministry, day, former) in enumerate(reports):
        draft = Draft(Article(f"tenure-{number}", f"{post} {name} spoke on {day}.", "id", published=day))
        body = draft.organization(ministry, code, draft.article.text) if ministry else None
        draft.official(name, code, draft.article.text, post, rank, body, former)
        made.append(draft)
    return made
