"""From reports on diplomatic cooperation to a graph in which every statement carries the sentence that proves it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from kg.store import Store


def network(
    store: Store, level: str = "country", *, between: Sequence[str] = (), since: str = "", until: str = "", sector: str = "", lang: str = "en",
) -> nx.MultiDiGraph:
    """Who is tied to whom, as a networkx `MultiDiGraph`: an edge for each instrument or event that two share.

    `level` says who the nodes are: `country`, `organization`, `official`, or `all` (whatever the picture draws, with its relations as edges).
    `between` keeps what two countries share (codes or names), `since` and `until` what is of that time (`2024`, `2024-06`, `2024-06-30`; what has no
    date is then left out, and counted in `graph["undated"]`), `sector` what concerns a field or one below it (an event: whose reports do).
    Labels are in `lang` where there are such.

    A node is an IRI with `kind` (`Country`, `Organization`, `Official`), `label`, `country` (ISO 3166-1 alpha-2, or empty), `type_code` of an organization.
    An edge, its key the IRI of the matter, has:

    - `kind` (`Instrument` or `Event`), `label`, `matter` (its IRI), `type_code` and `type_label`, `status_code` and `status` of an instrument,
      `sectors` (codes parted by `;`), `parties` (how many share it: a matter of n gives n(n-1)/2 edges);
    - `date`: of the latest status, or of the event, as exact as it is known (`2025`, `2025-04`, `2025-04-16`), empty if unknown; `reported`: when it was first reported;
    - `directed`: whether it is known from whom it came: `direction` is `proposed` (from who proposed it) or `hosted` (from the guest to the
      host); else the edge runs in the order of the IRIs and its direction means nothing;
    - `sources` (independent reports: copies of one count once), `reports` (all of them), `confidence` (0 to 1, of the surest report; absent if unknown);
    - the proof: `sentence`, `article` (its IRI), `article_title`, `article_date`, `publisher`, `url`; of an instrument it proves the latest status.

    At the level `all` the `kind` of an edge is the relation (`party`, `participant`, `holds`, …) and every edge is directed.
    An organization acts where one of its people does, by the post that the same report gives. The same store gives the same network, in the same order.

    >>> from kg.store import open_store
    >>> print(network(open_store("memory:"), since="2024"))
    MultiDiGraph with 0 nodes and 0 edges
    """
    from kg.networks import network as made

    return made(store, level, between=between, since=since, until=until, sector=sector, lang=lang)
