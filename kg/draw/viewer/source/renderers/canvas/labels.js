// Which names are written, and where: the most important first, none over another, each beside its node where it hides the least.

import { HEIGHTS, LEAST, clean } from "./lettering.js";

const GAP = 3, EDGE = 4, PAD = 2, ROOM = 5600, LARGE = 10, GREAT = 0.4, FREE = 0.012, TRIED = 500, SHORT = 10;
/** What a name may hide of other nodes: the first few stand whatever they hide; those after them too in a crowd, where no ground is free; others not at all. */
const ALWAYS = 8, FOREMOST = 60, CROWD = 16, BEARABLE = 0.06;

/** Sides of a node: the direction in which the name lies, how it is aligned, what the place costs for its look alone. */
const SIDES = [
  { h: 1, v: 0, align: "left", cost: 0 }, { h: 0, v: 1, align: "center", cost: 0.002 }, { h: -1, v: 0, align: "right", cost: 0.003 }, { h: 0, v: -1, align: "center", cost: 0.003 },
  { h: 0.75, v: 0.8, align: "left", cost: 0.005 }, { h: 0.75, v: -0.8, align: "left", cost: 0.005 }, { h: -0.75, v: 0.8, align: "right", cost: 0.006 }, { h: -0.75, v: -0.8, align: "right", cost: 0.006 },
];

/**
 * Places names of a picture: `[{ i, lines, size, x, y, align }]`, `x` and `y` in the middle of the side that touches the node.
 * `before` keeps the side of each name that was placed, so that a small change of the view does not make names jump.
 */
export function placeLabels(picture, letters, share, nodes, { most, taken = [], before = new Map() } = {}) {
  const { width, height, margin: [across, down] } = picture.frame, limit = most ?? Math.round(((width - 2 * across) * (height - 2 * down)) / ROOM) + 10;
  const boxes = [...taken], placed = [];
  let inside = 0;
  for (let n = 0; n < Math.min(nodes.length, TRIED) && inside < limit; n++) {
    const found = placeOne(picture, letters, share, nodes[n], n, boxes, before.get(nodes[n]));
    if (!found) continue;
    boxes.push(found.box);
    placed.push(found);
    inside += found.seen ? 1 : 0;
  }
  before.clear();
  for (const { i, side } of placed) before.set(i, side);
  return placed;
}

function placeOne({ model, frame, radius, importance, apart }, letters, share, i, rank, boxes, side) {
  const spot = { x: model.x[i] * frame.scale + frame.dx, y: model.y[i] * frame.scale + frame.dy, r: radius(i) }, area = seen(spot, frame);
  const size = rank < LARGE && importance[i] > GREAT ? "large" : "plain", most = rank < ALWAYS || (rank < FOREMOST && apart < CROWD) ? 1 : rank < FOREMOST ? BEARABLE : FREE;
  const text = clean(model.label(i)), where = { share, boxes, area, most, side };
  let best = null;
  // Where not even a short word has room, nothing is measured: in a crowd that spares most of the work.
  if (text.length > SHORT && !bestSide(spot, LEAST, HEIGHTS[size], where)) return null;
  for (const { lines, width, height } of letters.forms(text, size)) {
    const found = bestSide(spot, width, height, where);
    if (found && (!best || found.cost < best.cost - 0.05)) best = { ...found, i, lines, size, seen: area.seen };
    if (best && best.hidden <= FREE) break;
  }
  return best;
}

/** The part of a frame in which a name must stay: the part that is seen, if its node is seen. */
function seen({ x, y }, { width, height, margin: [across, down] }) {
  const inside = x >= across && y >= down && x <= width - across && y <= height - down;
  return inside ? { left: across + EDGE, top: down + EDGE, right: width - across - EDGE, bottom: height - down - EDGE, seen: true } : { left: 0, top: 0, right: width, bottom: height, seen: false };
}

function bestSide({ x, y, r }, width, height, { share, boxes, area, most, side }) {
  let best = null;
  for (let n = 0; n < SIDES.length; n++) {
    const { h, v, align, cost } = SIDES[n], edge = x + h * (r + GAP), middle = y + v * (r + GAP + height / 2) - (v && h ? Math.sign(v) * height * 0.12 : 0);
    const left = edge - (align === "left" ? 0 : align === "right" ? width : width / 2), top = middle - height / 2;
    if (left < area.left || top < area.top || left + width > area.right || top + height > area.bottom) continue;
    const hidden = share(left, top, left + width, top + height), total = hidden + cost - (n === side ? 0.02 : 0);
    if (hidden > most || (best && total >= best.cost)) continue;
    const box = { left, top, right: left + width, bottom: top + height };
    if (!boxes.some((one) => meets(one, box))) best = { box, x: edge, y: middle, align, hidden, cost: total, side: n };
  }
  return best;
}

/** Whether two boxes come nearer than the space that names leave between them. */
export const meets = (one, other) => one.left < other.right + PAD && other.left < one.right + PAD && one.top < other.bottom + PAD / 2 && other.top < one.bottom + PAD / 2;
