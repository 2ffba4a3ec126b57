"""Networks made by hand, with what `kg.networks.whole` gives to nodes and edges."""

import networkx as nx
import pytest

KINDS = {
    "Country": {"label": "country", "color": "#093ccd", "shape": "dot"},
    "Organization": {"label": "organization", "color": "#329f70", "shape": "square"},
    "Instrument": {"label": "instrument", "color": "#b17e06", "shape": "diamond"},
    "Event": {"label": "event", "color": "#5f0b68", "shape": "star"},
}
PROMISE = "Indonesia and Kenya signed the Nota Bahari on ports in Mombasa."
PLAN = "The two ministries had proposed the Nota Bahari a year before."


def article(number=1, **said):
    told = {"title": f"Report {number}", "date": "2025-04-16", "publisher": "Kantor Berita", "url": f"https://news.example/{number}", "invented": True}
    return {"iri": f"x/article/{number}", "source": f"x/article/{number}", **told, **said}


def proof(quote, number=1, **said):
    return [{"quote": quote, "article": article(number, **said)}]


def node(network, iri, kind, label, **said):
    network.add_node(iri, kind=kind, label=label, **{"names": [label], "facts": [], "evidence": [], "country": "", "date": "", "status_code": "", "status": "", "type_label": "", **said})


def edge(network, source, target, kind, label="", **said):
    network.add_edge(source, target, relation=f"x/relation/{kind}", kind=kind, label=label or kind, **{"evidence": [], **said})


def promise(text="", url="https://news.example/1"):
    """An instrument of two countries, with two stages, a ministry that stands at it twice, and an event; `text` is added to everything that a report could say."""
    network = nx.MultiDiGraph(kinds={code: {**drawn, "label": drawn["label"] + text} for code, drawn in KINDS.items()})
    said = proof(PROMISE + text, url=url, title=f"Report 1{text}", publisher=f"Kantor Berita{text}", date=f"2025-04-16{text}")
    node(network, "x/country/ID", "Country", f"Indonesia{text}", names=[f"Indonesia{text}", f"Индонезия{text}"], country="ID", facts=[(f"code{text}", f"ID{text}")], evidence=said)
    node(network, "x/country/KE", "Country", f"Kenya{text}", country="KE", evidence=said)
    node(network, "x/organization/1", "Organization", f"Kementerian Perhubungan{text}", type_label=f"ministry{text}")
    stages = [
        {"date": "2024-04", "dated": True, "status_code": "proposed", "status": f"proposed{text}", "evidence": proof(PLAN + text, 2)},
        {"date": "2025-04-16", "dated": False, "status_code": "signed", "status": f"signed{text}", "evidence": said},
    ]
    node(
        network, "x/instrument/1", "Instrument", f"Nota Bahari{text}", date="2025-04-16", status_code="signed", status=f"signed{text}", type_label=f"memorandum{text}",
        facts=[("subject", f"ports{text}")], evidence=said, stages=stages, confidence=0.9,
    )
    node(network, "x/event/1", "Event", f"Çelebi visit, Mombasa{text}", date="2019", evidence=proof("They met in 2019.", 2))
    edge(network, "x/instrument/1", "x/country/ID", "party", f"party{text}", evidence=said, confidence=0.9)
    edge(network, "x/instrument/1", "x/country/KE", "party", f"party{text}", evidence=said, confidence=0.9)
    edge(network, "x/instrument/1", "x/organization/1", "proposedBy", f"proposed by{text}", evidence=proof(PLAN + text, 2), confidence=0.4)
    edge(network, "x/instrument/1", "x/organization/1", "participant", f"participant{text}")
    edge(network, "x/event/1", "x/country/KE", "participant", f"participant{text}", evidence=proof("They met in 2019.", 2))
    return network


@pytest.fixture
def promised():
    """What makes the network of one promise."""
    return promise


@pytest.fixture
def crowd():
    """What makes a network of so many countries, each tied to the three after it."""

    def made(count):
        network = nx.MultiDiGraph(kinds=KINDS)
        for i in range(count):
            node(network, f"x/country/{i}", "Country", f"Country number {i}", evidence=proof(f"Country number {i} speaks.", i))
        for i in range(count):
            for step in (1, 2, 3):
                edge(network, f"x/country/{i}", f"x/country/{(i + step) % count}", "party", evidence=proof(f"{i} and {i + step} agree.", i))
        return network

    return made


@pytest.fixture
def opened(open_page, tmp_path):
    """Opens the page of a drawing from disk, out of reach of any host."""
    from kg.draw.page import page as written

    def at(drawing, renderer="vis", anchor="", plain=False, **settings):
        file = tmp_path / f"{renderer}.html"
        file.write_text(written(drawing, renderer, plain=plain), "utf-8")
        page = open_page(**{"offline": True, "viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **settings})
        page.set_default_timeout(20_000)
        page.goto(file.as_uri() + anchor)
        page.wait_for_selector("html[data-ready]")
        return page

    return at
