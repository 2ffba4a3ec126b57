// How two nodes hang together: the shortest way between them over what is visible.

/**
 * The shortest way from one node to another, along edges in either direction: `{ nodes: [..], edges: [..] }`, or `null` if there is none.
 * Of ways of one length it takes the one over the least connected nodes, because that two states both work in health says little.
 */
export function path(model, start, goal) {
  if (!model.visible[start] || !model.visible[goal]) return null;
  const steps = distances(model, goal, start);
  if (steps[start] < 0) return null;
  const ways = cheapest(model, steps, start, goal), nodes = [start], edges = [];
  for (let i = start; i !== goal; i = nodes.at(-1)) {
    edges.push(ways.get(i).edge);
    nodes.push(ways.get(i).next);
  }
  return { nodes, edges };
}

/** A way as a reference that the page and every renderer understand. */
export const pathRef = ({ nodes, edges }) => nodes.flatMap((i, n) => (n ? [`e${edges[n - 1]}`, `n${i}`] : [`n${i}`])).join(" ");

/** How many steps every node is from the goal, as far out as the start is; -1 where nothing leads. */
function distances(model, goal, start) {
  const steps = new Int32Array(model.count).fill(-1);
  steps[goal] = 0;
  for (let ring = [goal]; ring.length && steps[start] < 0;) {
    const next = [];
    for (const i of ring) {
      for (const [, other] of ties(model, i)) {
        if (steps[other] >= 0) continue;
        steps[other] = steps[i] + 1;
        next.push(other);
      }
    }
    ring = next;
  }
  return steps;
}

function* ties({ neighbours, visible, visibleEdge, from, to }, i) {
  for (const e of neighbours(i)) {
    const other = from[e] === i ? to[e] : from[e];
    if (visibleEdge[e] && visible[other]) yield [e, other];
  }
}

/** For every node on a shortest way the next one, chosen so that the connections passed by add up to the least. */
function cheapest(model, steps, start, goal) {
  const ways = new Map([[goal, { cost: 0 }]]);
  const layers = [[start]];
  while (steps[layers.at(-1)[0]] > 0) layers.push([...new Set(layers.at(-1).flatMap((i) => [...ties(model, i)].map(([, other]) => other).filter((other) => steps[other] === steps[i] - 1)))]);
  for (const i of layers.slice(0, -1).reverse().flat()) {
    for (const [edge, next] of ties(model, i)) {
      if (steps[next] !== steps[i] - 1) continue;
      const cost = ways.get(next).cost + model.neighbours(i).length;
      if (cost < (ways.get(i)?.cost ?? Infinity)) ways.set(i, { cost, edge, next });
    }
  }
  return ways;
}
