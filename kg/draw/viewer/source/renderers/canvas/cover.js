// Where marks lie on a frame, in cells of some pixels, added up so that any box's share is known by four look-ups.

const CELL = 4;

/** The cells that nodes cover: `share(left, top, right, bottom)` says how much of a box they take, between 0 and 1. */
export function cover({ model: { x, y }, frame: { scale, dx, dy, width, height }, radius }, nodes) {
  const columns = Math.ceil(width / CELL) + 2, rows = Math.ceil(height / CELL) + 2, sums = new Uint32Array(columns * rows);
  const cell = (value, most) => Math.min(Math.max((value / CELL) | 0, 0), most);
  for (const i of nodes) {
    const r = radius(i) * 0.9, px = x[i] * scale + dx, py = y[i] * scale + dy;
    const left = cell(px - r, columns - 2) + 1, right = cell(px + r, columns - 2) + 1, bottom = cell(py + r, rows - 2) + 1;
    for (let row = cell(py - r, rows - 2) + 1; row <= bottom; row++) sums.fill(1, row * columns + left, row * columns + right + 1);
  }
  for (let at = columns; at < sums.length; at += columns) {
    for (let column = 1, line = 0; column < columns; column++) {
      line += sums[at + column];
      sums[at + column] = sums[at + column - columns] + line;
    }
  }
  return (left, top, right, bottom) => {
    const a = cell(left + 1, columns - 2), b = cell(top + 1, rows - 2) * columns, c = Math.max(cell(right + 2, columns - 1), a + 1), d = Math.max(cell(bottom + 2, rows - 1) * columns, b + columns);
    return (sums[d + c] - sums[b + c] - sums[d + a] + sums[b + a]) / ((c - a) * ((d - b) / columns));
  };
}
