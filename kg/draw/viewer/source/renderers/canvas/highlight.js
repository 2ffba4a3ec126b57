// What is shown at full strength when something is chosen or pointed at, and how it is drawn over the rest.

import { parse } from "../../refs.js";
import { cover } from "./cover.js";
import { bend, heads, lines } from "./edges.js";
import { along } from "./hit.js";
import { meets, placeLabels } from "./labels.js";
import { clean, write } from "./lettering.js";
import { drawNode } from "./nodes.js";

const FULL = 230, FULL_LINES = 20, NAMED_EDGES = 14, MOST_NAMES = 48, LEAST_NEAR = 4.5, MANY_NEAR = 150, LEAST_MAIN = 6;

/** The nodes and edges that a reference names, and around a single node its neighbours: `{ main, near, edges, told }`. */
export function highlight(model, ref) {
  const named = parse(ref), of = (what) => [...new Set(named.filter((one) => one.what === what).map((one) => one.number))];
  const main = of("n"), told = of("e"), around = main.length === 1 && !told.length ? [...model.neighbours(main[0])].filter((e) => model.visibleEdge[e]) : [];
  if (!main.length && !told.length) return null;
  const edges = told.length || main.length === 1 ? [...told, ...around] : between(model, main);
  const near = new Set(edges.flatMap((e) => [model.from[e], model.to[e]]).filter((i) => !main.includes(i)));
  return { main, near: [...near].sort((a, b) => model.weight[b] - model.weight[a] || a - b), edges, told: told.length ? told : edges.length <= NAMED_EDGES ? edges : [], chosenEdges: told };
}

function between(model, nodes) {
  const those = new Set(nodes);
  return [...new Set(nodes.flatMap((i) => [...model.neighbours(i)]))].filter((e) => model.visibleEdge[e] && those.has(model.from[e]) && those.has(model.to[e]));
}

/** Draws what a reference names at full strength; `quiet`: without names, which stand beside the pointer. */
export function over(context, seen, letters, ref, quiet = false) {
  const chosen = highlight(seen.model, ref);
  if (chosen) drawHighlight(context, seen, letters, cover(seen, [...chosen.near, ...chosen.main]), chosen, quiet);
}

/** Draws what is highlighted: its edges, its nodes, names that do not meet, and the full names of what was chosen. */
function drawHighlight(context, picture, letters, share, chosen, quiet) {
  const { main, near, chosenEdges } = chosen, { radius } = picture;
  drawLines(context, picture, chosen);
  const least = near.length > MANY_NEAR ? LEAST_NEAR / 2 : LEAST_NEAR, strong = { ...picture, radius: (i) => Math.max(radius(i), least) };
  for (const i of [...near].reverse()) drawNode(context, strong, i);
  for (const i of main) drawMain(context, { ...picture, radius: (one) => Math.max(radius(one), LEAST_MAIN) }, i);
  if (quiet) return;
  const taken = titles(context, picture, letters, share, chosenEdges.length && !main.length ? near : main);
  for (const { box, ...name } of placeLabels(strong, letters, share, near.filter((i) => !taken.has(i)), { most: MOST_NAMES, taken: [...taken.values()] })) {
    write(context, name, picture.theme);
    taken.set(name.i, box);
  }
  if (chosen.told.length) sayEdges(context, strong, letters, chosen, [...taken.values()]);
}

/** The lines; many of them thinner, so that they do not become a field of colour. */
function drawLines(context, { model, theme, frame, apart, radius }, { edges, chosenEdges }) {
  const chosen = new Set(chosenEdges), thin = Math.min(1, Math.max(0.3, Math.sqrt(40 / (edges.length + 1))));
  for (const [kind, those] of byKind(model, edges)) {
    Object.assign(context, { strokeStyle: theme.kinds[kind], fillStyle: theme.kinds[kind], lineWidth: 0.8 + thin, globalAlpha: 0.25 + 0.6 * thin });
    lines(context, model, frame, those.filter((e) => !chosen.has(e)), {});
    if (apart > 12 && thin > 0.6) heads(context, model, frame, those, { radius, size: 8 });
    Object.assign(context, { lineWidth: 3, globalAlpha: 0.9 });
    lines(context, model, frame, those.filter((e) => chosen.has(e)), {});
  }
  context.globalAlpha = 1;
}

function byKind(model, edges) {
  const found = new Map();
  for (const e of edges) {
    const kind = model.kind[model.from[e]];
    found.has(kind) ? found.get(kind).push(e) : found.set(kind, [e]);
  }
  return found;
}

function drawMain(context, picture, i) {
  const { model, theme, frame: { scale, dx, dy }, radius } = picture;
  context.beginPath();
  context.arc(model.x[i] * scale + dx, model.y[i] * scale + dy, radius(i) * 1.2 + 4, 0, 2 * Math.PI);
  Object.assign(context, { lineWidth: 2.5, strokeStyle: theme.accent || theme.ink });
  context.stroke();
  drawNode(context, picture, i);
}

/** The full names of what was chosen, each in a field of its own beside its node, inside the frame; gives their boxes. */
function titles(context, picture, letters, share, nodes) {
  const { model, theme, frame: { scale, dx, dy }, radius } = picture, boxes = new Map();
  for (const i of nodes.slice(0, 40)) {
    const block = letters.block(clean(model.label(i)), "large", FULL, FULL_LINES), x = model.x[i] * scale + dx, y = model.y[i] * scale + dy;
    const box = beside(picture.frame, x, y, Math.max(radius(i), 6) * 1.2 + 9, block, share, [...boxes.values()]);
    field(context, box, theme);
    write(context, { ...block, x: box.left + 7, y: (box.top + box.bottom) / 2, align: "left" }, { ink: theme.ink, halo: null });
    boxes.set(i, box);
  }
  return boxes;
}

function beside({ width, height, margin: [across, down] }, x, y, away, { width: wide, height: high }, share, taken) {
  const w = wide + 14, h = high + 8, spots = [[x + away, y - h / 2], [x - away - w, y - h / 2], [x - w / 2, y + away], [x - w / 2, y - away - h]];
  const boxes = spots.map(([left, top], n) => {
    const box = { left, top, right: left + w, bottom: top + h }, inside = left >= across && top >= down && box.right <= width - across && box.bottom <= height - down;
    return { box, cost: n * 0.01 + share(left, top, box.right, box.bottom) + (inside ? 0 : 9) + (taken.some((one) => meets(one, box)) ? 4 : 0) };
  });
  return boxes.reduce((best, one) => (one.cost < best.cost ? one : best)).box;
}

function field(context, { left, top, right, bottom }, theme) {
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  Object.assign(context, { fillStyle: theme.paper, strokeStyle: theme.line, lineWidth: 1, globalAlpha: 0.96 });
  context.fill();
  context.globalAlpha = 1;
  context.stroke();
}

/** The words of relations on their lines, where there is room between names and marks; those of a chosen edge always. */
function sayEdges(context, { model, theme, frame: { scale, dx, dy }, radius }, letters, { told, near, main, chosenEdges }, names) {
  const at = (i) => ({ x: model.x[i] * scale + dx, y: model.y[i] * scale + dy });
  const taken = [...names, ...[...near, ...main].map((i) => around(at(i), { width: 2 * radius(i), height: 2 * radius(i) }))];
  for (const e of told) {
    const a = at(model.from[e]), b = at(model.to[e]), block = letters.block(clean(model.edgeLabel(e)), "small", 140, 2), aside = bend(model, e, a.x, a.y, b.x, b.y);
    const boxes = [0.5, 0.4, 0.6, 0.32, 0.68].map((t) => around(along(a.x, a.y, aside, b.x, b.y, t), block)), free = boxes.find((box) => !taken.some((one) => meets(one, box)));
    const must = chosenEdges.includes(e), room = free && Math.hypot(b.x - a.x, b.y - a.y) > block.width + 24;
    if (!must && !room) continue;
    const box = free ?? boxes[0];
    write(context, { ...block, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, align: "center" }, { ink: theme.ink, halo: theme.halo || theme.paper });
    taken.push(box);
  }
}

const around = ({ x, y }, { width, height }) => ({ left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 });
