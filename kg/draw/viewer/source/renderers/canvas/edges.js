// The lines between nodes: straight, or bent where several run between the same two; drawn many at a time, because strokes are what costs.

import { mixed } from "./colours.js";

const CHUNK = 240, OVERVIEW = 40000, BEND = 22, ARROWS_FROM = 42, BENDS_FROM = 14, MANY = 600;

/** Edges in the order in which they are drawn, those of one look together: `{ order, looks: [{ kind, dashed, wide, end }] }`. */
export function batches(model) {
  const { edgeCount, from, kind, dashed, edgeWeight } = model, most = edgeWeight ? edgeWeight.reduce((a, b) => Math.max(a, b), 0) : 0;
  const look = (e) => kind[from[e]] * 8 + (dashed?.[e] ? 4 : 0) + (most ? Math.min(3, Math.floor((3.99 * edgeWeight[e]) / most)) : 0);
  const keys = Uint16Array.from({ length: edgeCount }, (_, e) => look(e)), ends = new Uint32Array(2049);
  for (const key of keys) ends[key + 1]++;
  for (let key = 0; key < 2048; key++) ends[key + 1] += ends[key];
  const next = ends.slice(), order = new Uint32Array(edgeCount), looks = [];
  for (let e = 0; e < edgeCount; e++) order[next[keys[e]]++] = e;
  for (let key = 0; key < 2048; key++) {
    if (ends[key + 1] > ends[key]) looks.push({ kind: key >> 3, dashed: Boolean(key & 4), wide: key & 3, start: ends[key], end: ends[key + 1] });
  }
  return { order, looks };
}

/** A bent edge's middle point that draws it aside, in pixels; none for a straight one. */
export function bend(model, e, ax, ay, bx, by) {
  const lane = model.lane[e];
  if (!lane) return null;
  const dx = bx - ax, dy = by - ay, long = Math.hypot(dx, dy) || 1, aside = (lane * Math.min(BEND, long * 0.3)) / long;
  return { x: (ax + bx) / 2 - dy * aside * 2, y: (ay + by) / 2 + dx * aside * 2 };
}

/** How many edges of a frame there are, counted before they are drawn. */
export function count(model, { scale, dx, dy, width, height }) {
  const { edgeCount, from, to, x, y, visibleEdge } = model;
  let found = 0;
  for (let e = 0; e < edgeCount; e++) {
    if (!visibleEdge[e]) continue;
    const ax = x[from[e]] * scale + dx, bx = x[to[e]] * scale + dx, ay = y[from[e]] * scale + dy, by = y[to[e]] * scale + dy;
    if (!((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height))) found++;
  }
  return found;
}

/** One of how many edges is drawn: all, or a regular sample where there are too many to see any. */
export const stride = (model, frame) => (model.edgeCount > OVERVIEW ? Math.ceil(count(model, frame) / OVERVIEW) || 1 : 1);

/** Draws all edges that a frame shows; `without` is a node that is being carried elsewhere. Many lines are a dot of the screen wide: wider ones take twice to ten times as long. */
export function drawEdges(context, { model, theme, sorted, frame, apart, radius, every, without }) {
  const line = model.edgeCount > MANY ? 1 / frame.fine : 1, strength = (theme.dark ? 0.75 : 1) / Math.sqrt(line), alpha = Math.min(0.62, Math.max(0.05, (strength * apart) / (apart + 60)));
  for (const look of sorted.looks) {
    const colour = mixed(theme.kinds[look.kind], theme.edge, 0.55);
    Object.assign(context, { strokeStyle: colour, fillStyle: colour, globalAlpha: alpha, lineWidth: line + look.wide * 1.1, lineCap: "butt" });
    context.setLineDash(look.dashed ? [4, 3] : []);
    lines(context, model, frame, sorted.order.subarray(look.start, look.end), { every, without, bent: apart > BENDS_FROM });
    if (apart > ARROWS_FROM) heads(context, model, frame, sorted.order.subarray(look.start, look.end), { every, without, radius, size: 6 + look.wide });
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Strokes edges in paths of some hundred: one path for all takes the longest, one for each is as slow. */
export function lines(context, model, { scale, dx, dy, width, height }, edges, { every = 1, without = -1, bent = true }) {
  const { from, to, x, y, visibleEdge, lane } = model;
  let inPath = 0;
  context.beginPath();
  for (const e of edges) {
    if (!visibleEdge[e] || (every > 1 && e % every)) continue;
    const a = from[e], b = to[e], ax = x[a] * scale + dx, ay = y[a] * scale + dy, bx = x[b] * scale + dx, by = y[b] * scale + dy;
    if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height) || a === without || b === without) continue;
    if (a === b) loop(context, ax, ay);
    else {
      const aside = bent && lane[e] ? bend(model, e, ax, ay, bx, by) : null;
      context.moveTo(ax, ay);
      if (aside) context.quadraticCurveTo(aside.x, aside.y, bx, by);
      else context.lineTo(bx, by);
    }
    if (++inPath % CHUNK === 0) { context.stroke(); context.beginPath(); }
  }
  context.stroke();
}

function loop(context, x, y) {
  context.moveTo(x + 9, y - 9);
  context.arc(x, y - 9, 9, 0, 2 * Math.PI);
}

/** Arrowheads where an edge meets the node that it leads to. */
export function heads(context, model, { scale, dx, dy, width, height }, edges, { every = 1, without = -1, radius, size }) {
  const { from, to, x, y, visibleEdge, directed } = model;
  if (!directed) return;
  context.beginPath();
  for (const e of edges) {
    const a = from[e], b = to[e], bx = x[b] * scale + dx, by = y[b] * scale + dy;
    if (!visibleEdge[e] || (every > 1 && e % every) || a === b || a === without || b === without || bx < 0 || by < 0 || bx > width || by > height) continue;
    const ax = x[a] * scale + dx, ay = y[a] * scale + dy, start = bend(model, e, ax, ay, bx, by) ?? { x: ax, y: ay };
    const long = Math.hypot(bx - start.x, by - start.y), far = radius(b) + 1.5;
    if (long > far + size * 1.5) head(context, (bx - start.x) / long, (by - start.y) / long, bx, by, far, size);
  }
  context.fill();
}

function head(context, ux, uy, x, y, far, size) {
  const tx = x - ux * far, ty = y - uy * far, bx = tx - ux * size, by = ty - uy * size, half = size * 0.42;
  context.moveTo(tx, ty);
  context.lineTo(bx - uy * half, by + ux * half);
  context.lineTo(bx + uy * half, by - ux * half);
  context.closePath();
}
