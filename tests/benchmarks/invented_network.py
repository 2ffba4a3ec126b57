"""A diplomatic network that nobody reported, of any size: the input of every view, without a store.

    PYTHONPATH=. python tests/benchmarks/invented_network.py 500     # how large it is, and how well its sentences pack

`invented_network(size)` has `size` nodes and three edges for each, most of them at a few countries and bodies, as in reports. Countries and sectors are real (from the
gazetteer and the ontology), all else is made up: people of syllables, sentences of the words of `data/sample` in three languages, with words and figures between
them that stand nowhere else, so that they pack no better than real sentences do (English ones to half their size, gzip in base64). The same size gives the same network.
"""

from __future__ import annotations

import gzip
import re
import sys
from base64 import b64encode
from bisect import bisect
from collections import defaultdict
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import networkx as nx

from kg import gazetteer, vocabulary
from kg.model import digest
from kg.networks.proofs import attributes
from kg.vocabulary import concept, label, notations

SAMPLE = Path(__file__).parent.parent.parent / "data" / "sample"
SIZES = (60, 500, 2_000, 10_000, 50_000)
EDGES_A_NODE = 3
LANGUAGES = ("en", "id", "ru")
KINDS = ("Country", "Organization", "Official", "Sector", "Instrument", "Event", "Article")
SHARES = {"Country": (0.04, 8, 195), "Sector": (0.02, 5, 60), "Organization": (0.16, 1, 0), "Official": (0.24, 1, 0), "Event": (0.16, 1, 0), "Article": (0.06, 1, 0)}
ACTIVE = ("ID", "RU", "MY", "CN", "JP", "US", "IN", "TR", "VN", "KZ", "SA", "EG", "BR", "NL", "DE", "FR")
HEADS = {
    "ministry": ("Ministry of {}", "Kementerian {}", "Министерство: {}"), "agency": ("Agency for {}", "Badan {}", "Агентство: {}"),
    "university": ("Institute of {}", "Institut {}", "Институт: {}"), "fund": ("Fund for {}", "Dana {}", "Фонд: {}"), "other": ("Council on {}", "Dewan {}", "Совет: {}"),
}
POSTS = {"minister": "Minister", "deputy_minister": "Deputy Minister", "agency_head": "Head", "director": "Director General", "ambassador": "Ambassador", "spokesperson": "Spokesperson"}
LIVES = (
    ("proposed", "negotiating", "signed", "ratified", "in_force"), ("negotiating", "agreed", "signed"), ("signed", "in_force", "extended"), ("proposed",), ("signed",),
    ("proposed", "negotiating"), ("established", "convened", "convened"), ("signed", "in_force", "suspended", "terminated"),
)
PUBLISHERS = {
    "Kabar Khatulistiwa": "kabar", "The Archipelago Courier": "courier", "Степная неделя": "nedelya", "Harbour Dispatch": "dispatch", "Pelita Nusantara": "pelita",
    "Северный вестник": "vestnik", "Meridian Post": "meridian",
}
GIVEN = ("Arman", "Ratna", "Dimas", "Yudha", "Sari", "Bayu", "Evgenia", "Timur", "Larisa", "Anton", "Rustam", "Mila", "Clara", "Owen", "Ingrid", "Hassan", "Leyla", "Mateo", "Aiko", "Thuy")
SYLLABLES = ("ka", "ri", "mo", "ta", "vel", "bra", "su", "di", "lo", "men", "har", "ni", "zor", "pe", "wi", "yan", "gu", "she", "tor", "al")
ENDINGS = ("wan", "ov", "ski", "to", "ri", "dottir", "ez", "man", "no", "yanto", "eva", "sen")


class Words:
    """The words of the sample reports, and which word follows which."""

    FOLLOWS, NEW = 0.3, 0.4  # how often a word is one that follows in a report, and one that stands in none

    def __init__(self, lang: str) -> None:
        texts = [path.read_text("utf-8").split("---", 2)[2] for path in sorted(SAMPLE.glob(f"*-{lang}-*.md"))]
        self.words = [word for text in texts for word in re.findall(r"[\w-]+", text)]
        self.after: dict[str, list[str]] = defaultdict(list)
        for one, other in zip(self.words, self.words[1:], strict=False):
            self.after[one].append(other)

    def run(self, random: Random, least: int) -> str:
        """Words in a row, at least so many characters."""
        said = [random.choice(self.words)]
        length = len(said[0])
        while length < least:
            said.append(self._next(random, said[-1]))
            length += len(said[-1]) + 1
        return " ".join(said)

    def _next(self, random: Random, last: str) -> str:
        way = random.random()
        if way < self.NEW:
            return str(random.randint(2, 9999)) if way < self.NEW / 5 else made_up(random)
        return random.choice(self.after.get(last, self.words) if way < self.NEW + self.FOLLOWS else self.words)


def made_up(random: Random) -> str:
    """A name of syllables."""
    return ("".join(random.choice(SYLLABLES) for _ in range(random.randint(1, 3))) + random.choice(ENDINGS)).capitalize()


@cache
def _words(lang: str) -> Words:
    return Words(lang)


class Draw:
    """Draws by lot, the first far more often than the last: a hundredth of the countries are in a third of the news."""

    def __init__(self, random: Random, number: int) -> None:
        self.random = random
        self.sums = list(accumulate(1 / (rank + 1.5) ** 0.9 for rank in range(number)))

    def one(self) -> int:
        return bisect(self.sums, self.random.random() * self.sums[-1])

    def some(self, number: int) -> list[int]:
        """Different ones, in the order drawn."""
        drawn: dict[int, None] = {}
        while len(drawn) < min(number, len(self.sums)):
            drawn[self.one()] = None
        return list(drawn)


class Invention:
    """The network while it is made."""

    def __init__(self, size: int, seed: int) -> None:
        self.random = Random(f"{seed}:{size}")
        self.network = nx.MultiDiGraph()
        self.of_kind: dict[str, list[str]] = {kind: [] for kind in KINDS}
        self.linked: set[tuple[str, str, str]] = set()
        self.edges = EDGES_A_NODE * size
        self.articles = [self._article(number) for number in range(max(12, size // 3))]
        self.counts = {kind: min(max(least, round(size * share)), most or size) for kind, (share, least, most) in SHARES.items()}
        self.counts["Instrument"] = size - sum(self.counts.values())

    def draws(self) -> None:
        self.by_lot = {kind: Draw(self.random, len(nodes)) for kind, nodes in self.of_kind.items() if nodes}

    def date(self) -> str:
        year = min(2026, 2019 + int(8 * self.random.random() ** 0.6))
        return f"{year}-{self.random.randint(1, 10 if year == 2026 else 12):02}-{self.random.randint(1, 28):02}"

    def rough(self, date: str) -> str:
        """A date as exact as a report gives it."""
        return self.random.choices((date, date[:7], date[:4], ""), (70, 15, 8, 7))[0]

    def _article(self, number: int) -> dict[str, Any]:
        lang, date = self.random.choice(LANGUAGES), self.date()
        iri = f"https://w3id.org/diplokg/article/{digest('invented', str(number))}"
        title = _words(lang).run(self.random, self.random.randint(35, 80)).capitalize()
        publisher = self.random.choice(tuple(PUBLISHERS))
        url = f"https://example.org/{PUBLISHERS[publisher]}/{date.replace('-', '/')}/{digest(title)}"
        return {"iri": iri, "title": title, "date": date, "publisher": publisher, "url": url, "source": iri, "invented": True, "lang": lang}

    def proof(self, *names: str, most: int = 12) -> list[dict[str, Any]]:
        """One sentence that names them, often more, seldom many; copies of one report now and then."""
        number = min(most, int(self.random.paretovariate(2.2)))
        return [self._sentence(names, self.random.choice(self.articles)) for _ in range(number)]

    def _sentence(self, names: tuple[str, ...], article: dict[str, Any]) -> dict[str, Any]:
        length, words = self.random.randint(80, 150), _words(article["lang"])
        parts = [self.random.choice(names), *(name for name in names[1:2] if self.random.random() < 0.5)]
        rest = max(30, length - sum(map(len, parts)))
        cut = self.random.randint(8, rest - 8)
        said = [words.run(self.random, cut), parts[0], words.run(self.random, rest - cut), *parts[1:]]
        return {"quote": f"{' '.join(said)[:200].strip()}.", "article": {key: value for key, value in article.items() if key != "lang"}}

    def node(self, kind: str, names: list[str], evidence: list[dict[str, Any]], facts: list[tuple[str, str]] = (), **more: Any) -> str:
        number = len(self.of_kind[kind])
        iri = more.pop("iri", "") or f"https://w3id.org/diplokg/{kind.lower()}/{digest('invented', kind, str(number))}"
        given = {"country": "", "type_code": "", "type_label": "", "date": "", "status_code": "", "status": "", "sectors": "", **more}
        self.network.add_node(iri, kind=kind, label=names[0], names=names, facts=list(facts), evidence=evidence, **given, **attributes(evidence))
        if evidence:
            self.network.nodes[iri]["confidence"] = round(self.random.uniform(0.55, 0.99), 2)
        self.of_kind[kind].append(iri)
        return iri

    def edge(self, source: str, target: str, kind: str, said: str = "", evidence: list[dict[str, Any]] | None = None, **more: Any) -> bool:
        if source == target or (source, target, kind) in self.linked or len(self.linked) >= self.edges:
            return False
        self.linked.add((source, target, kind))
        nodes = self.network.nodes
        if evidence is None:
            shared = nodes[source]["evidence"]
            evidence = shared if shared and self.random.random() < 0.65 else self.proof(nodes[source]["label"], nodes[target]["label"], most=4)
        relation = "http://www.w3.org/ns/org#holds" if kind == "holds" else vocabulary.property_iri(kind)
        self.network.add_edge(
            source, target, relation=relation, kind=kind, label=said or label(relation), evidence=evidence, confidence=round(self.random.uniform(0.5, 0.99), 2),
            **more, **attributes(evidence),
        )
        return True


@cache
def field(sector: str, lang: str) -> str:
    return label(concept("sector", sector), lang)


def _known(made: Invention) -> None:
    """Countries and sectors, which are real."""
    others = [code for code in gazetteer.codes() if code not in ACTIVE]
    made.random.shuffle(others)
    others.sort(key=lambda code: gazetteer.capital(code, "en") is None)
    for code in (*ACTIVE, *others)[:made.counts["Country"]]:
        names = list(dict.fromkeys(gazetteer.label(code, lang) for lang in LANGUAGES))
        made.node("Country", names, [], iri=f"https://w3id.org/diplokg/country/{code}", country=code)
    sectors = list(notations("sector"))
    made.random.shuffle(sectors)
    for code in sectors[:made.counts["Sector"]]:
        made.node("Sector", [field(code, lang) for lang in LANGUAGES], [], iri=concept("sector", code), sectors=code)
    made.draws()


def _bodies(made: Invention) -> None:
    for number in range(made.counts["Organization"]):
        countries = made.of_kind["Country"]
        home = countries[number if number < len(countries) else made.by_lot["Country"].one()]
        kind = made.random.choices(tuple(HEADS), (50, 20, 12, 8, 10))[0]
        sector = made.random.choice(notations("sector"))
        names = [head.format(field(sector, lang)) for head, lang in zip(HEADS[kind], LANGUAGES, strict=True)]
        if made.random.random() < 0.5:
            names[0] = f"{names[0]} of {made.network.nodes[home]['label']}"
        type_label = label(concept("organization-type", kind))
        body = made.node(
            "Organization", names, made.proof(names[0]), [("type of organization", type_label)], country=home[-2:], type_code=kind, type_label=type_label, sectors=sector,
        )
        made.edge(body, home, "country")
    made.draws()


def _name(random: Random) -> str:
    return f"{random.choice(GIVEN)} {made_up(random)}"


def _officials(made: Invention) -> None:
    for _ in range(made.counts["Official"]):
        bodies = made.by_lot["Organization"].some(1 + (made.random.random() < 0.3))
        first = made.network.nodes[made.of_kind["Organization"][bodies[0]]]
        name = _name(made.random)
        person = made.node("Official", [name, name.split()[1]], made.proof(name), country=first["country"])
        made.edge(person, f"https://w3id.org/diplokg/country/{first['country']}", "country")
        for number in bodies:
            body = made.of_kind["Organization"][number]
            rank = made.random.choice(tuple(POSTS))
            begun, seen = sorted((made.date(), made.date()))
            over = seen if made.random.random() < 0.3 else ""
            said = f"{POSTS[rank]}, {made.network.nodes[body]['label']}"
            made.network.nodes[person]["facts"].append(("holds", said))
            made.edge(person, body, "holds", said, made.proof(name, made.network.nodes[body]["label"], most=4), first=begun, last=seen, over=over, rank=rank)
    made.draws()


def _instruments(made: Invention) -> None:
    for number in range(made.counts["Instrument"]):
        kind, life = made.random.choice(notations("instrument-type")), made.random.choice(LIVES)
        parties = [made.of_kind["Country"][i] for i in made.by_lot["Country"].some(made.random.choices((2, 3, 5), (88, 9, 3))[0])]
        fields = made.of_kind["Sector"]
        sectors = [fields[number]] if number < len(fields) else [fields[i] for i in made.by_lot["Sector"].some(1 + (made.random.random() < 0.3))]
        name = _instrument_name(made, kind, sectors[0], parties)
        stages = _stages(made, life, name)
        last = stages[-1]
        instrument = made.node(
            "Instrument", [name], [item for stage in stages for item in stage["evidence"]][:12], [("latest status", last["status"]), ("type of instrument", label(concept("instrument-type", kind)))],
            type_code=kind, type_label=label(concept("instrument-type", kind)), date=last["date"], status_code=last["status_code"], status=last["status"],
            sectors=";".join(made.network.nodes[sector]["sectors"] for sector in sectors), stages=stages,
        )
        for party in parties:
            made.edge(instrument, party, "party")
        for sector in sectors:
            made.edge(instrument, sector, "sector")


def _instrument_name(made: Invention, kind: str, sector: str, parties: list[str]) -> str:
    lang = made.random.choice(LANGUAGES)
    number = LANGUAGES.index(lang)
    what, about = label(concept("instrument-type", kind), lang).capitalize(), made.network.nodes[sector]["names"][number]
    one, other = (made.network.nodes[party]["names"][0] for party in parties[:2])
    plain = ("{} on {}", "{} tentang {}", "{}: {}")[number].format(what, about)
    return plain if made.random.random() < 0.5 else ("{}, {} – {}" if number else "{} between {} and {}").format(plain, one, other)


def _stages(made: Invention, life: tuple[str, ...], name: str) -> list[dict[str, Any]]:
    dates = sorted(made.date() for _ in life)
    return [
        {"date": date, "dated": made.random.random() < 0.7, "status_code": code, "status": label(concept("status", code)), "evidence": made.proof(name, most=3)}
        for code, date in zip(life, dates, strict=True)
    ]


def _events(made: Invention) -> None:
    for _ in range(made.counts["Event"]):
        kind, date = made.random.choice(notations("event-type")), made.rough(made.date())
        parties = [made.of_kind["Country"][i] for i in made.by_lot["Country"].some(2)]
        place = gazetteer.capital(parties[0][-2:], "en") or ""
        type_label = label(concept("event-type", kind))
        name = ", ".join(part for part in (type_label, place, date) if part)
        event = made.node("Event", [name], made.proof(place or name), [("place", place), ("type of event", type_label)], type_code=kind, type_label=type_label, date=date)
        for party in parties:
            made.edge(event, party, "party")


def _articles(made: Invention) -> None:
    for article in made.articles[:made.counts["Article"]]:
        node = made.node("Article", [article["title"]], [], iri=article["iri"], date=article["date"])
        made.edge(node, made.of_kind["Sector"][made.by_lot["Sector"].one()], "sector")


def _who_took_part(made: Invention) -> None:
    """Officials and bodies at events and behind instruments, until there are as many edges as asked for."""
    events, instruments = made.of_kind["Event"], made.of_kind["Instrument"]
    for event in events:
        made.edge(event, made.of_kind["Official"][made.by_lot["Official"].one()], "participant")
    while len(made.linked) < made.edges:
        kind = made.random.choice(("Official", "Organization", "Organization"))
        who = made.of_kind[kind][made.by_lot[kind].one()]
        if made.random.random() < 0.6:
            made.edge(made.random.choice(instruments), who, "proposedBy")
        else:
            made.edge(made.random.choice(events), who, "participant")


def invented_network(size: int, seed: int = 7) -> nx.MultiDiGraph:
    """Give a network of `size` nodes (60 at least) and three times as many edges."""
    made = Invention(size, seed)
    for step in (_known, _bodies, _officials, _instruments, _events, _articles, _who_took_part):
        step(made)
    made.network.graph["kinds"] = {kind: _drawing(kind) for kind in KINDS}
    made.network.graph["undated"] = 0
    return made.network


def _drawing(kind: str) -> dict[str, str]:
    color, shape = vocabulary.drawn(kind)
    return {"label": label(vocabulary.class_iri(kind)), "color": color, "shape": shape}


def sentences(network: nx.MultiDiGraph) -> list[str]:
    """Every sentence once, in the order of the network."""
    those = (*network.nodes(data="evidence"), *((None, evidence) for *_, evidence in network.edges(data="evidence")))
    return list(dict.fromkeys(item["quote"] for _, evidence in those for item in evidence))


def packed(said: bytes) -> float:
    """What gzip and base64 leave of a text."""
    return len(b64encode(gzip.compress(said, 9, mtime=0))) / len(said)


if __name__ == "__main__":
    network = invented_network(int(sys.argv[1]))
    said = "\n".join(sentences(network)).encode()
    english = "\n".join(sentence for sentence in sentences(network) if sentence.isascii()).encode()
    degrees = sorted((degree for _, degree in network.degree), reverse=True)
    print(f"{len(network)} nodes, {network.number_of_edges()} edges; top degrees {degrees[:3]}, median {degrees[len(degrees) // 2]}")
    print(f"{len(sentences(network))} sentences, {len(said)} bytes; gzip in base64 {packed(said):.2f} of it, of those in Latin letters {packed(english):.2f}")
