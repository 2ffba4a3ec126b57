"""Networks made by hand for the tests of views: who is party to what, in the form of `kg.networks.whole`."""

import networkx as nx

KINDS = {
    kind: {"label": kind.lower(), "color": "#093ccd", "shape": shape}
    for kind, shape in {"Country": "dot", "Organization": "square", "Official": "hexagon", "Sector": "triangle", "Instrument": "diamond", "Event": "star", "Article": "triangleDown"}.items()
}


def article(number, invented=True):
    return {"iri": f"article/{number}", "title": f"Report {number}", "date": "2025-01-02", "publisher": "A paper", "url": "https://example.org/", "source": f"article/{number}", "invented": invented}


def network():
    return nx.MultiDiGraph(kinds=KINDS, undated=0)


def add(net, kind, name, **known):
    node = f"{kind.lower()}/{name}"
    evidence = known.pop("evidence", [{"quote": f"About {name}.", "article": article(name)}])
    net.add_node(node, **{
        "kind": kind, "label": name, "names": [name], "facts": [], "evidence": evidence, "country": name if kind == "Country" else "", "date": "", "status_code": "", "status": "",
        "sources": len(evidence), "reports": len(evidence), "reported": "2025-01-02", **known,
    })
    return node


def link(net, source, target, kind, **known):
    net.add_edge(source, target, relation=f"kg:{kind}", kind=kind, label=kind, evidence=net.nodes[source]["evidence"], sources=1, **known)


def deal(net, name, parties, kind="Instrument", status="", date="2025-01-01", through=()):
    """An instrument or event with its parties, and who acts in it."""
    node = add(net, kind, name, status_code=status, status=status.replace("_", " "), date=date)
    for party in parties:
        code = f"country/{party}"
        link(net, node, code if code in net else add(net, "Country", party), "party")
    for actor in through:
        link(net, node, actor, "proposedBy" if kind == "Instrument" else "participant")
    return node
