// From a few nodes to more, a step at a time: the neighbours of one are brought in, the most important first and never too many, and sent away again.

const LIMIT = 12;

/**
 * Keeps what is present in a model. `expand(i, limit)` brings in neighbours of a node: `{ added: [..], left }`, `left` being how many more it has;
 * `collapse(i)` sends away those that it brought, unless another node that was expanded holds them; `only(i, limit)` begins anew from one node;
 * `hidden(i)` counts the neighbours that are not present. The page calls `model.filter()` afterwards, which says what is visible.
 */
export function expansion(model) {
  const { present } = model, brought = new Map(), first = new Set([...present.keys()].filter((i) => present[i]));
  const away = (i) => neighbours(model, i).filter((other) => !present[other]);
  const begin = (nodes) => {
    brought.clear();
    first.clear();
    present.fill(0);
    for (const i of nodes) { present[i] = 1; first.add(i); }
  };
  const expand = (i, limit = LIMIT) => {
    const every = away(i), added = every.slice(0, limit);
    for (const other of added) present[other] = 1;
    if (added.length) brought.set(i, [...brought.get(i) ?? [], ...added]);
    return { added, left: every.length - added.length };
  };
  const collapse = (i) => {
    const gone = leaving(brought, first, i);
    for (const other of gone) { present[other] = 0; brought.delete(other); }
    brought.delete(i);
    return gone;
  };
  return {
    expand, collapse,
    hidden: (i) => away(i).length,
    expanded: (i) => brought.has(i),
    only: (i, limit = LIMIT) => { begin([i]); return expand(i, limit); },
    all: () => begin(present.keys()),
    /** Makes a node present that a search found, as one of those to begin with. */
    bring: (i) => { present[i] = 1; first.add(i); },
  };
}

/** The neighbours of a node, each once, the most important first. */
function neighbours({ neighbours: edges, from, to, weight }, i) {
  const found = new Set([...edges(i)].map((e) => (from[e] === i ? to[e] : from[e])));
  found.delete(i);
  return [...found].sort((a, b) => weight[b] - weight[a] || a - b);
}

/** What goes when a node is collapsed: what it brought, and what only those brought in turn. */
function leaving(brought, first, i) {
  const gone = new Set(), open = [i];
  const held = (node) => [...brought].some(([by, those]) => by !== i && !gone.has(by) && those.includes(node));
  while (open.length) {
    for (const node of brought.get(open.pop()) ?? []) {
      if (first.has(node) || gone.has(node) || node === i || held(node)) continue;
      gone.add(node);
      open.push(node);
    }
  }
  return [...gone].sort((a, b) => a - b);
}
