// What lies under the pointer: nodes from a grid of cells; edges by their distance, all of them, which takes a millisecond for a hundred thousand.

import { bend } from "./edges.js";

const SLACK = 4, TOUCH = 10, EDGE = 5, STEPS = 10;

/** A grid over the places of nodes; it is made when first asked and again after `stale()`. */
export function grid(model) {
  let cells = null;
  return {
    stale: () => { cells = null; },
    near: (x, y, far, action) => visit((cells ??= sorted(model)), x, y, far, action),
  };
}

function sorted({ count, x, y }) {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (let i = 0; i < count; i++) { left = Math.min(left, x[i]); right = Math.max(right, x[i]); top = Math.min(top, y[i]); bottom = Math.max(bottom, y[i]); }
  const side = Math.max(Math.sqrt(((right - left || 1) * (bottom - top || 1)) / Math.max(count / 2, 1)), 1e-6);
  const columns = Math.min(Math.floor((right - left) / side) + 1, 4096), rows = Math.min(Math.floor((bottom - top) / side) + 1, 4096);
  const cell = (px, py) => Math.min(Math.floor((py - top) / side), rows - 1) * columns + Math.min(Math.floor((px - left) / side), columns - 1);
  const start = new Uint32Array(columns * rows + 1), items = new Uint32Array(count);
  for (let i = 0; i < count; i++) start[cell(x[i], y[i]) + 1]++;
  for (let n = 0; n < columns * rows; n++) start[n + 1] += start[n];
  const next = start.slice(0, -1);
  for (let i = 0; i < count; i++) items[next[cell(x[i], y[i])]++] = i;
  return { left, top, side, columns, rows, start, items };
}

function visit({ left, top, side, columns, rows, start, items }, x, y, far, action) {
  const within = (value, most) => Math.min(Math.max(Math.floor(value / side), 0), most - 1);
  for (let row = within(y - far - top, rows); row <= within(y + far - top, rows); row++) {
    const first = row * columns + within(x - far - left, columns), last = row * columns + within(x + far - left, columns);
    for (let n = start[first]; n < start[last + 1]; n++) action(items[n]);
  }
}

/** The visible node under a pixel of a frame, or -1; a finger is less exact than a mouse. */
export function nodeAt(cells, { model, frame: { scale, dx, dy }, radius, largest }, px, py, touch) {
  const slack = touch ? TOUCH : SLACK;
  let best = -1, least = slack;
  cells.near((px - dx) / scale, (py - dy) / scale, (largest + slack) / scale, (i) => {
    if (!model.visible[i]) return;
    const away = Math.hypot(model.x[i] * scale + dx - px, model.y[i] * scale + dy - py) - radius(i);
    if (away < least) [best, least] = [i, away];
  });
  return best;
}

/** The drawn edge under a pixel of a frame, or -1. */
export function edgeAt({ model, frame: { scale, dx, dy }, every }, px, py) {
  const { edgeCount, from, to, x, y, visibleEdge, lane } = model;
  let best = -1, least = EDGE;
  for (let e = 0; e < edgeCount; e++) {
    if (!visibleEdge[e] || (every > 1 && e % every)) continue;
    const ax = x[from[e]] * scale + dx, ay = y[from[e]] * scale + dy, bx = x[to[e]] * scale + dx, by = y[to[e]] * scale + dy;
    const wide = EDGE + 14 * Math.abs(lane[e]);
    if (px < Math.min(ax, bx) - wide || px > Math.max(ax, bx) + wide || py < Math.min(ay, by) - wide || py > Math.max(ay, by) + wide) continue;
    const away = distance(model, e, ax, ay, bx, by, px, py);
    if (away < least) [best, least] = [e, away];
  }
  return best;
}

function distance(model, e, ax, ay, bx, by, px, py) {
  const aside = bend(model, e, ax, ay, bx, by);
  if (!aside) return toSegment(ax, ay, bx, by, px, py);
  let least = Infinity, x = ax, y = ay;
  for (let n = 1; n <= STEPS; n++) {
    const next = along(ax, ay, aside, bx, by, n / STEPS);
    least = Math.min(least, toSegment(x, y, next.x, next.y, px, py));
    ({ x, y } = next);
  }
  return least;
}

/** A point on an edge, from 0 at its start to 1 at its end. */
export function along(ax, ay, aside, bx, by, t) {
  if (!aside) return { x: ax + (bx - ax) * t, y: ay + (by - ay) * t };
  const s = 1 - t;
  return { x: s * s * ax + 2 * s * t * aside.x + t * t * bx, y: s * s * ay + 2 * s * t * aside.y + t * t * by };
}

function toSegment(ax, ay, bx, by, px, py) {
  const dx = bx - ax, dy = by - ay, t = Math.min(Math.max(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(ax + t * dx - px, ay + t * dy - py);
}
