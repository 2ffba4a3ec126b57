"use strict";
// Shows the picture: vis-network draws what Python laid out; a click leads to the sentences. Text from articles is only ever set
// as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text !== undefined && text !== null) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const kinds = new Map(data.kinds.map((kind) => [kind.code, kind]));
  const hidden = new Set();

  const drawnNode = (node) => {
    const kind = kinds.get(node.kind);
    return {
      id: node.id, label: node.label, x: node.x, y: node.y, shape: kind.shape, size: node.size, hidden: hidden.has(node.kind),
      color: { background: kind.color, border: colour("--ink"), highlight: { background: kind.color, border: colour("--link") } },
      font: { color: colour("--ink"), size: 14, face: "system-ui, sans-serif", strokeWidth: 4, strokeColor: colour("--paper") },
    };
  };
  const drawnEdge = (edge) => ({
    id: edge.id, from: edge.from, to: edge.to, arrows: "to", width: Math.min(1 + Math.log2(Math.max(edge.evidence.length, 1)), 4),
    color: { color: colour("--line"), highlight: colour("--link"), hover: colour("--link") },
    smooth: edge.bend ? { enabled: true, type: "curvedCW", roundness: edge.bend } : false,
    label: edge.label, font: { color: colour("--ink"), size: 11, strokeWidth: 3, strokeColor: colour("--paper"), align: "middle" },
  });
  const nodes = new vis.DataSet(data.nodes.map(drawnNode));
  const edges = new vis.DataSet(data.edges.map(drawnEdge));
  const network = new vis.Network(byId("canvas"), { nodes, edges }, {
    physics: false,
    interaction: { hover: true, hideEdgesOnDrag: data.edges.length > 3000, keyboard: false, tooltipDelay: 200 },
    nodes: { borderWidth: 1.5, scaling: { label: { enabled: false, drawThreshold: 7 } } },
    edges: { scaling: { label: { enabled: false, drawThreshold: 9 } }, selectionWidth: 2 },
  });

  const article = (number) => {
    const source = data.articles[number];
    const footer = make("footer");
    if (source.url) footer.append(make("a", source.title, { href: source.url, rel: "noopener noreferrer" }));
    else footer.append(make("cite", source.title));
    const rest = [source.publisher, source.date].filter(Boolean).join(", ");
    if (rest) footer.append(` — ${rest}`);
    return footer;
  };
  const marked = (quote, names) => {
    const paragraph = make("p");
    const found = names.map((name) => [quote.indexOf(name), name]).filter(([at, name]) => name && at >= 0).sort((a, b) => a[0] - b[0]);
    let from = 0;
    for (const [at, name] of found) {
      if (at < from) continue;
      paragraph.append(quote.slice(from, at), make("mark", name));
      from = at + name.length;
    }
    paragraph.append(quote.slice(from));
    return paragraph;
  };
  const proof = (numbers, names) => {
    const quotes = numbers.map((number) => {
      const block = make("blockquote");
      block.append(marked(data.evidence[number].quote, names), article(data.evidence[number].article));
      return block;
    });
    return quotes.length ? quotes : [make("p", "No sentence of its own.")];
  };
  const go = (text, action) => {
    const button = make("button", text, { type: "button", class: "plain" });
    button.addEventListener("click", action);
    return button;
  };
  const show = (...content) => { byId("panel").replaceChildren(...content); byId("panel").scrollTop = 0; };

  const showNode = (id) => {
    const node = data.nodes[id];
    const facts = make("dl");
    for (const [name, value] of node.facts) facts.append(make("dt", name), make("dd", value));
    const links = make("ul");
    for (const edge of data.edges.filter((e) => e.from === id || e.to === id)) {
      const item = make("li");
      const other = edge.from === id ? edge.to : edge.from;
      item.append(go(edge.from === id ? `${edge.label} → ${data.nodes[other].name}` : `${data.nodes[other].name} → ${edge.label}`, () => select({ edge: edge.id })));
      links.append(item);
    }
    show(make("h2", node.name), make("p", kinds.get(node.kind).label, { class: "kind" }), facts, ...proof(node.evidence, node.names), links);
  };
  const showEdge = (id) => {
    const edge = data.edges[id];
    const [from, to] = [data.nodes[edge.from], data.nodes[edge.to]];
    const ends = make("ul");
    for (const node of [from, to]) { const item = make("li"); item.append(go(node.name, () => select({ node: node.id }))); ends.append(item); }
    show(make("h2", `${from.name} — ${edge.label} — ${to.name}`), ...proof(edge.evidence, [...from.names, ...to.names]), ends);
  };
  const select = ({ node, edge }, move = true) => {
    if (node !== undefined) {
      network.selectNodes([node]);
      if (move) network.focus(node, { scale: Math.max(network.getScale(), 0.8) });
      showNode(node);
      history.replaceState(null, "", `#n=${node}`);
    } else {
      network.setSelection({ nodes: [], edges: [edge] });
      showEdge(edge);
      history.replaceState(null, "", `#e=${edge}`);
    }
  };
  network.on("click", (event) => {
    if (event.nodes.length) select({ node: event.nodes[0] }, false);
    else if (event.edges.length) select({ edge: event.edges[0] }, false);
  });

  const shapes = {
    dot: '<circle cx="8" cy="8" r="6"/>', square: '<rect x="2" y="2" width="12" height="12"/>', diamond: '<path d="M8 1 15 8 8 15 1 8z"/>',
    triangle: '<path d="M8 2 15 14H1z"/>', triangleDown: '<path d="M8 14 15 2H1z"/>', star: '<path d="M8 1l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z"/>',
    hexagon: '<path d="M4 2h8l4 6-4 6H4L0 8z"/>',
  };
  const symbol = (kind) => {
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of Object.entries({ width: 16, height: 16, "aria-hidden": "true", fill: kind.color, stroke: "currentColor" })) picture.setAttribute(name, value);
    const parsed = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${shapes[kind.shape] || shapes.dot}</svg>`, "image/svg+xml");
    picture.append(document.importNode(parsed.documentElement.firstChild, true));
    return picture;
  };
  const count = () => {
    const shown = data.nodes.filter((node) => !hidden.has(node.kind)).length;
    const many = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
    byId("count").textContent = `${shown} of ${many(data.nodes.length, "node")}, ${many(data.edges.length, "relation")}, ${many(data.articles.length, "article")}`;
  };
  for (const kind of data.kinds) {
    const button = make("button", undefined, { type: "button", "aria-pressed": "true", "data-kind": kind.code });
    button.append(symbol(kind), `${kind.label} (${kind.count})`);
    button.addEventListener("click", () => {
      hidden.has(kind.code) ? hidden.delete(kind.code) : hidden.add(kind.code);
      button.setAttribute("aria-pressed", String(!hidden.has(kind.code)));
      nodes.update(data.nodes.filter((node) => node.kind === kind.code).map((node) => ({ id: node.id, hidden: hidden.has(kind.code) })));
      count();
    });
    byId("legend").append(button);
  }
  for (const node of data.nodes) byId("names").append(make("option", undefined, { value: node.name }));
  const search = (event) => {
    event.preventDefault();
    const words = fold(byId("words").value.trim());
    if (!words) return;
    const found = data.nodes.find((n) => n.names.some((name) => fold(name) === words)) || data.nodes.find((n) => n.names.some((name) => fold(name).includes(words)));
    if (found) select({ node: found.id });
    else show(make("h2", "Nothing of that name"), make("p", byId("words").value));
  };
  byId("search").addEventListener("submit", search);
  byId("words").addEventListener("change", search);
  for (const edge of data.edges) {
    const row = make("tr");
    const relation = make("td");
    relation.append(go(edge.label, () => { select({ edge: edge.id }); byId("panel").focus(); }));
    row.append(make("td", data.nodes[edge.from].name), relation, make("td", data.nodes[edge.to].name));
    byId("rows").append(row);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== byId("words")) { event.preventDefault(); byId("words").focus(); }
    if (event.key === "Escape") { network.unselectAll(); network.fit(); }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { nodes.update(data.nodes.map(drawnNode)); edges.update(data.edges.map(drawnEdge)); });
  count();
  network.fit();
  const [, what, number] = /^#([ne])=(\d+)$/.exec(location.hash) || [];
  if (what === "n" && data.nodes[number]) select({ node: Number(number) });
  if (what === "e" && data.edges[number]) select({ edge: Number(number) });
  window.picture = { network, data, select };
})();
