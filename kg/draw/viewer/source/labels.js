// Which names are written: the most important first, none over another, each beside its node where it covers the least.

const LINE = 15, WIDE = 22, GAP = 3, CELL = 32;
export const FONT = "12px system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif", HEAVY = `600 ${FONT}`;

/** A name in at most two short lines. */
export function lines(text) {
  if (text.length <= WIDE) return [text];
  const cut = text.lastIndexOf(" ", WIDE), first = cut > 6 ? text.slice(0, cut) : text.slice(0, WIDE - 1) + (cut > 6 ? "" : "‑");
  const rest = text.slice(cut > 6 ? cut + 1 : WIDE - 1);
  return cut > 6 || rest.length < WIDE ? [first.replace(/‑$/, "-"), short(rest)] : [short(text)];
}

const short = (text) => (text.length <= WIDE ? text : `${text.slice(0, WIDE - 1).trimEnd()}…`);

/** Boxes by the cells that they lie in, so that asking what is there is quick. */
class Boxes {
  constructor() { this.cells = new Map(); }

  over([left, top, right, bottom], action) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) action(x * 65536 + y);
    }
  }

  add(box) {
    this.over(box, (key) => { this.cells.has(key) ? this.cells.get(key).push(box) : this.cells.set(key, [box]); });
  }

  count(box, enough = Infinity) {
    const met = new Set();
    this.over(box, (key) => {
      for (const one of this.cells.get(key) ?? []) {
        if (met.size < enough && box[0] < one[2] && one[0] < box[2] && box[1] < one[3] && one[1] < box[3]) met.add(one);
      }
    });
    return met.size;
  }
}

/**
 * Places names on a screen. `candidates`: `[{ i, text, x, y, r, heavy, must }]` in pixels, the most important first; those with `must` are always written.
 * `measure(line, heavy)` gives a line's width. The answer: `[{ i, lines, x, y, align, heavy }]`, `x` and `y` being the middle of the first line.
 */
export function place(candidates, width, height, measure, most = 90) {
  const taken = new Boxes(), symbols = new Boxes(), placed = [];
  for (const { x, y, r } of candidates) symbols.add([x - r, y - r, x + r, y + r]);
  for (const one of candidates) {
    if (placed.length >= most && !one.must) continue;
    const said = lines(one.text), wide = Math.max(...said.map((line) => measure(line, one.heavy))), high = said.length * LINE;
    const best = choose(spots(one, wide, high), taken, symbols, width, height, one.must);
    if (!best) continue;
    taken.add(best.box);
    placed.push({ i: one.i, lines: said, x: best.x, y: best.box[1] + LINE / 2, align: best.align, heavy: one.heavy });
  }
  return placed;
}

/** Below, above, right, left of the node. */
function spots({ x, y, r }, wide, high) {
  const half = wide / 2, far = r + GAP;
  return [
    { align: "center", x, box: [x - half, y + far, x + half, y + far + high] },
    { align: "center", x, box: [x - half, y - far - high, x + half, y - far] },
    { align: "left", x: x + far, box: [x + far, y - high / 2, x + far + wide, y + high / 2] },
    { align: "right", x: x - far, box: [x - far - wide, y - high / 2, x - far, y + high / 2] },
  ];
}

function choose(spots, taken, symbols, width, height, must) {
  let best = null, least = Infinity;
  for (const spot of spots) {
    const [left, top, right, bottom] = spot.box, inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
    const padded = [left - 2, top - 1, right + 2, bottom + 1];
    if (!must && (!inside || taken.count(padded, 1))) continue;
    const cost = symbols.count(spot.box) + (must ? 50 * taken.count(padded) + (inside ? 0 : 500) : 0);
    if (cost < least) [best, least] = [spot, cost];
  }
  return best;
}

/** Writes placed names on a canvas whose unit is the pixel of the screen. */
export function write(context, placed, { ink, halo }) {
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = halo;
  context.fillStyle = ink;
  for (const { lines: said, x, y, align, heavy } of placed) {
    context.font = heavy ? HEAVY : FONT;
    context.textAlign = align;
    said.forEach((line, n) => { context.strokeText(line, x, y + n * LINE); context.fillText(line, x, y + n * LINE); });
  }
}
