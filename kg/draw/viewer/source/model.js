// The network in typed arrays: nodes, edges, who is tied to whom, and what the filters leave to be seen.
//
// A renderer and every part of the page read the same object; they change only `x`, `y`, `pinned`, and `present` (then call `filter`).

/** The model of a page's first part of data. */
export function model(core) {
  const { nodes, edges } = core, count = nodes.id.length, edgeCount = edges.from.length;
  const made = {
    core, count, edgeCount,
    id: nodes.id, x: Float32Array.from(nodes.x), y: Float32Array.from(nodes.y), kind: Uint8Array.from(nodes.kind),
    status: Int16Array.from(nodes.status), weight: Float32Array.from(nodes.weight), sure: sureness(nodes.confidence), year: Int16Array.from(nodes.date, yearOf),
    from: Uint32Array.from(edges.from), to: Uint32Array.from(edges.to), relation: Uint16Array.from(edges.relation), sureEdge: sureness(edges.confidence),
    edgeWeight: edges.ties ? Float32Array.from(edges.ties) : null, dashed: edges.dashed ? Uint8Array.from(edges.dashed) : null, directed: !edges.ties,
    present: new Uint8Array(count).fill(core.shown ? 0 : 1), visible: new Uint8Array(count).fill(1), visibleEdge: new Uint8Array(edgeCount).fill(1),
    pinned: new Set(core.pinned), shown: { nodes: count, edges: edgeCount, away: 0 },
    label: (i) => (core.kinds[nodes.kind[i]].code === "Organization" && nodes.country[i] ? `${nodes.label[i]} (${nodes.country[i]})` : nodes.label[i]), // most countries have a ministry of trade
    names: (i) => nodes.names[i] || [nodes.label[i]],
    date: (i) => nodes.date[i],
    type: (i) => nodes.type[i],
    kindOf: (i) => core.kinds[nodes.kind[i]],
    statusOf: (i) => core.statuses[nodes.status[i]] ?? null,
    edgeLabel: (e) => (edges.label[e] < 0 ? core.relations[edges.relation[e]].label : core.labels[edges.label[e]]),
    radius: (i) => Math.min(6 + 2.1 * Math.sqrt(nodes.weight[i]), 26),
    other: (e, i) => (made.from[e] === i ? made.to[e] : made.from[e]),
    filter: (filters) => filter(made, filters ?? made.filters),
  };
  for (const i of core.shown ?? []) made.present[i] = 1;
  made.neighbours = adjacency(made);
  made.lane = lanes(made);
  return made;
}

const yearOf = (date) => Number(date.slice(0, 4)) || 0;
const sureness = (values) => Float32Array.from(values, (value) => value ?? NaN);

/** A function that gives the numbers of a node's edges, from one flat array. */
function adjacency({ count, edgeCount, from, to }) {
  const start = new Uint32Array(count + 1);
  for (let e = 0; e < edgeCount; e++) { start[from[e] + 1]++; if (to[e] !== from[e]) start[to[e] + 1]++; }
  for (let i = 0; i < count; i++) start[i + 1] += start[i];
  const next = start.slice(0, count), flat = new Uint32Array(start[count]);
  for (let e = 0; e < edgeCount; e++) { flat[next[from[e]]++] = e; if (to[e] !== from[e]) flat[next[to[e]]++] = e; }
  return (i) => flat.subarray(start[i], start[i + 1]);
}

/** How far to the side each edge runs, so that all between the same two are seen: 0 is straight, the sign says to which side (seen along the edge). */
function lanes({ count, edgeCount, from, to }) {
  const between = new Map(), place = new Uint16Array(edgeCount), lane = new Float32Array(edgeCount);
  const pair = (e) => Math.min(from[e], to[e]) * count + Math.max(from[e], to[e]);
  for (let e = 0; e < edgeCount; e++) {
    const key = pair(e);
    place[e] = between.get(key) ?? 0;
    between.set(key, place[e] + 1);
  }
  for (let e = 0; e < edgeCount; e++) lane[e] = (place[e] - (between.get(pair(e)) - 1) / 2) * (from[e] < to[e] ? 1 : -1);
  return lane;
}

/** Filters that hide nothing: hidden kinds, relations and statuses by number, first and last year, least confidence. */
export const open = () => ({ kinds: new Set(), relations: new Set(), statuses: new Set(), since: 0, until: 0, confidence: 0 });

/** Says anew what is visible, and counts it; what loses all its ties to a filter of dates, statuses, relations or confidence goes with them. */
function filter(model, filters = open()) {
  const { count, edgeCount, from, to, visible, visibleEdge, present } = model;
  const ties = new Uint8Array(count), left = new Uint8Array(count);
  model.filters = filters;
  for (let i = 0; i < count; i++) visible[i] = present[i] && passes(model, filters, i) ? 1 : 0;
  for (let e = 0; e < edgeCount; e++) {
    const a = from[e], b = to[e];
    if (present[a] && present[b] && !filters.kinds.has(model.kind[a]) && !filters.kinds.has(model.kind[b])) ties[a] = ties[b] = 1;
    visibleEdge[e] = visible[a] && visible[b] && !filters.relations.has(model.relation[e]) && !(model.sureEdge[e] < filters.confidence) ? 1 : 0;
    if (visibleEdge[e]) left[a] = left[b] = 1;
  }
  if (narrowed(filters)) for (let i = 0; i < count; i++) if (ties[i] && !left[i]) visible[i] = 0;
  return counted(model);
}

const narrowed = (filters) => Boolean(filters.relations.size || filters.statuses.size || filters.since || filters.until || filters.confidence);

function passes(model, filters, i) {
  const year = model.year[i];
  return !filters.kinds.has(model.kind[i]) && !filters.statuses.has(model.status[i]) && !(model.sure[i] < filters.confidence)
    && !(year && filters.since && year < filters.since) && !(year && filters.until && year > filters.until);
}

function counted(model) {
  const sum = (array) => array.reduce((a, b) => a + b, 0);
  model.shown = { nodes: sum(model.visible), edges: sum(model.visibleEdge), away: model.count - sum(model.present) };
  return model.shown;
}
