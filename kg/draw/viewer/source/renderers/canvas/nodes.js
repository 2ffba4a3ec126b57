// The marks of nodes: large ones one by one over the others, small ones of a kind in one path.

import { outline } from "../../shapes.js";

const ALONE = 500, TINY = 1.7, RINGED = 4.5;
const corners = new Map();

/** The corners of a shape around the origin, one after the other; none for a circle. */
function cornersOf(shape) {
  if (!corners.has(shape)) {
    const path = outline(shape);
    corners.set(shape, path.includes("A") ? null : path.match(/-?[\d.]+/g).map(Number));
  }
  return corners.get(shape);
}

/** Adds a shape to the path of a context. */
export function trace(context, shape, x, y, r) {
  const points = cornersOf(shape);
  if (!points) {
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  context.moveTo(x + points[0] * r, y + points[1] * r);
  for (let n = 2; n < points.length; n += 2) context.lineTo(x + points[n] * r, y + points[n + 1] * r);
  context.closePath();
}

/** Visible nodes that a frame shows, from the least important to the most, which comes last and so lies on top. */
export function inFrame({ model, ranking, frame: { scale, dx, dy, width, height }, without = -1 }) {
  const found = [];
  for (let n = ranking.length - 1; n >= 0; n--) {
    const i = ranking[n];
    if (!model.visible[i] || i === without) continue;
    const x = model.x[i] * scale + dx, y = model.y[i] * scale + dy;
    if (x > -20 && y > -20 && x < width + 20 && y < height + 20) found.push(i);
  }
  return found;
}

/** Draws nodes given from the least to the most important. */
export function drawNodes(context, picture, nodes) {
  const alone = Math.max(nodes.length - ALONE, 0);
  if (alone) inBatches(context, picture, nodes.slice(0, alone));
  for (let n = alone; n < nodes.length; n++) drawNode(context, picture, nodes[n]);
}

/** One node with its edge: in the colour of its status where there is one and room for it, else of the paper. */
export function drawNode(context, { model, theme, frame: { scale, dx, dy }, radius }, i) {
  const r = radius(i), x = model.x[i] * scale + dx, y = model.y[i] * scale + dy, ring = model.status[i] >= 0 && r > RINGED;
  context.beginPath();
  trace(context, model.kindOf(i).shape, x, y, r);
  Object.assign(context, { lineJoin: "round", lineWidth: r > 3 ? 2.4 : 1.2, strokeStyle: theme.paper, fillStyle: theme.kinds[model.kind[i]] });
  context.stroke();
  context.fill();
  if (ring) {
    Object.assign(context, { lineWidth: 1.8, strokeStyle: theme.statuses[model.status[i]] });
    context.stroke();
  }
  if (model.pinned.has(i)) pin(context, x, y, r, theme.paper);
}

/** A small hole says that a node was put here by hand. */
function pin(context, x, y, r, colour) {
  context.beginPath();
  context.arc(x, y, Math.max(r * 0.32, 1), 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

function inBatches(context, { model, theme, frame: { scale, dx, dy }, radius }, nodes) {
  const ofKind = theme.kinds.map(() => []);
  for (const i of nodes) ofKind[model.kind[i]].push(i);
  ofKind.forEach((those, kind) => {
    if (!those.length) return;
    context.beginPath();
    for (const i of those) {
      const x = model.x[i] * scale + dx, y = model.y[i] * scale + dy, r = radius(i);
      if (r < TINY) context.rect(x - r, y - r, 2 * r, 2 * r);
      else trace(context, model.kindOf(i).shape, x, y, r);
    }
    context.fillStyle = theme.kinds[kind];
    context.fill();
  });
}
