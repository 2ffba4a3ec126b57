// The visible network in the forms that other programs read.

const XML = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };

// Escaped, without characters that XML has no place for.
const xml = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[<>&"]/g, (sign) => XML[sign]);

const visible = (flags) => [...flags.keys()].filter((i) => flags[i]);

/** GEXF 1.3 for Gephi: kinds, dates, statuses and the first sentence as attributes, with places and colours. */
export function gexf(model, proof) {
  const { core } = model, heads = ["kind", "type", "date", "status", "sentence"];
  const values = (all) => `<attvalues>${all.map((value, n) => (value ? `<attvalue for="${n}" value="${xml(value)}"/>` : "")).join("")}</attvalues>`;
  const sentence = (numbers) => (numbers.length ? proof.sentences[numbers[0]][0] : "");
  const nodes = visible(model.visible).map((i) => `<node id="${xml(model.id[i])}" label="${xml(model.label(i))}">${values([model.kindOf(i).code, model.type(i), model.date(i), model.statusOf(i)?.label, sentence(proof.nodes[i])])}`
    + `<viz:position x="${model.x[i]}" y="${-model.y[i]}" z="0"/><viz:color ${rgb(core.kinds[model.kind[i]].color)}/><viz:size value="${model.radius(i).toFixed(1)}"/></node>`);
  const edges = visible(model.visibleEdge).map((e) => `<edge id="${e}" source="${xml(model.id[model.from[e]])}" target="${xml(model.id[model.to[e]])}" label="${xml(model.edgeLabel(e))}">${values([core.relations[model.relation[e]].code, sentence(proof.edges[e])])}</edge>`);
  const attributes = (what, names) => `<attributes class="${what}">${names.map((name, n) => `<attribute id="${n}" title="${name}" type="string"/>`).join("")}</attributes>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph mode="static" defaultedgetype="directed">`
    + `${attributes("node", heads)}${attributes("edge", ["relation", "sentence"])}<nodes>${nodes.join("\n")}</nodes><edges>${edges.join("\n")}</edges></graph></gexf>\n`;
}

const rgb = (color) => ["r", "g", "b"].map((name, n) => `${name}="${parseInt(color.slice(1 + 2 * n, 3 + 2 * n), 16) || 0}"`).join(" ");

/** The node-link JSON that networkx reads (`node_link_graph(data, edges="edges")`), with every sentence and its article. */
export function json(model, proof) {
  const { core } = model, said = (numbers) => numbers.map((one) => {
    const [quote, article] = proof.sentences[one], [title, date, publisher, url, invented] = proof.articles[article];
    return { quote, article: { title, date, publisher, url, invented: Boolean(invented) } };
  });
  const number = (value) => (Number.isNaN(value) ? undefined : Math.round(value * 100) / 100);
  const nodes = visible(model.visible).map((i) => ({
    id: model.id[i], label: model.label(i), names: model.names(i), kind: model.kindOf(i).code, type_label: model.type(i), date: model.date(i), status: model.statusOf(i)?.label ?? "",
    country: core.nodes.country[i], confidence: number(model.sure[i]), facts: proof.facts[i], evidence: said(proof.nodes[i]), x: model.x[i], y: model.y[i],
  }));
  const keys = new Map();
  const edges = visible(model.visibleEdge).map((e) => {
    const source = model.id[model.from[e]], target = model.id[model.to[e]], pair = `${source} ${target}`, key = keys.get(pair) ?? 0;
    keys.set(pair, key + 1);
    return { source, target, key, kind: core.relations[model.relation[e]].code, label: model.edgeLabel(e), confidence: number(model.sureEdge[e]), evidence: said(proof.edges[e]) };
  });
  return JSON.stringify({ directed: true, multigraph: true, graph: { title: core.title }, nodes, edges }, null, 1);
}

/** Where the nodes stand that were put in their place by hand; all, if none was. The next drawing reads it. */
export function positions(model) {
  const which = model.pinned.size ? [...model.pinned].sort((a, b) => a - b) : visible(model.present);
  return JSON.stringify({ positions: Object.fromEntries(which.map((i) => [model.id[i], [Math.round(model.x[i] * 10) / 10, Math.round(model.y[i] * 10) / 10]])) }, null, 1);
}
