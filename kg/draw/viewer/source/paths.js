// The shortest way between two nodes through what is visible.

/** The nodes and edges of a shortest way, or null where there is none. */
export function shortest(model, from, to) {
  const by = new Int32Array(model.count).fill(-1), seen = new Uint8Array(model.count);
  let front = [from];
  seen[from] = 1;
  while (front.length && !seen[to]) {
    const next = [];
    for (const i of front) {
      for (const e of model.neighbours(i)) {
        const other = model.other(e, i);
        if (!model.visibleEdge[e] || seen[other]) continue;
        [seen[other], by[other]] = [1, e];
        next.push(other);
      }
    }
    front = next;
  }
  return seen[to] ? traced(model, by, from, to) : null;
}

function traced(model, by, from, to) {
  const nodes = [to], edges = [];
  for (let i = to; i !== from; nodes.unshift(i)) {
    edges.unshift(by[i]);
    i = model.other(by[i], i);
  }
  return { nodes, edges };
}
