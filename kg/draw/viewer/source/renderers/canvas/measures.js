// How large nodes are drawn, and how densely they lie: a mark grows with the zoom, but slower, so that a closer look also shows more room.

const SAMPLED = 4000;

/** The box of the visible nodes. */
export function bounds({ count, x, y, visible }) {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (let i = 0; i < count; i++) {
    if (!visible[i]) continue;
    if (x[i] < left) left = x[i];
    if (x[i] > right) right = x[i];
    if (y[i] < top) top = y[i];
    if (y[i] > bottom) bottom = y[i];
  }
  return left > right ? { left: -1, top: -1, right: 1, bottom: 1 } : { left, top, right, bottom };
}

/**
 * How far apart neighbouring nodes lie, in units of the network, judged by the middle four fifths in each direction: a few strays far outside
 * say nothing of the rest. What filters hide is counted, so that marks do not grow with every filter.
 */
export function spacing({ count, x, y, visible, present = visible }) {
  const shown = present.reduce((sum, one) => sum + one, 0), every = Math.ceil(shown / SAMPLED) || 1, those = [];
  for (let i = 0, n = 0; i < count; i++) if (present[i] && n++ % every === 0) those.push(i);
  if (those.length < 2) return 100;
  const wide = middle(those, x), high = middle(those, y);
  return Math.sqrt((Math.max(wide, high / 3) * Math.max(high, wide / 3)) / shown);
}

function middle(nodes, values) {
  const sorted = Float32Array.from(nodes, (i) => values[i]).sort(), left = Math.floor(nodes.length * 0.1);
  return (sorted[nodes.length - 1 - left] - sorted[left]) / 0.8 || 1;
}

/** For every node how much larger than the least it is drawn, between 0 and 1. */
export function importance({ count, weight }) {
  let most = 1;
  for (let i = 0; i < count; i++) if (weight[i] > most) most = weight[i];
  return Float32Array.from(weight, (value) => (Math.max(value, 0) / most) ** 0.7);
}

/** Nodes from the most important to the least; equals keep the order of the network. */
export function ranking({ count, weight }) {
  let most = 1;
  for (let i = 0; i < count; i++) if (weight[i] > most) most = weight[i];
  // One number for importance and order at once is sorted many times faster than with a function that compares.
  const keys = Float64Array.from(weight, (value, i) => Math.round((1 - value / most) * 1e6) * count + i).sort();
  return Uint32Array.from(keys, (key) => key % count);
}

/** The radius of every node in pixels, as a function, for nodes that lie `apart` pixels from each other. */
export function radii(importance, apart) {
  const least = Math.max((9 * apart) / (apart + 45), 0.5), more = Math.min(11, 3.5 + least * 1.4);
  return Object.assign((i) => least + more * importance[i], { largest: least + more });
}
