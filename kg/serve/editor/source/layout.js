// Where the boxes of a network stand: the same network gives the same places, and no box covers another.

const STEPS = 250;

// Nodes are {width, height}, links pairs of their numbers; gives [x, y] of each middle.
export function places(nodes, links) {
  const at = nodes.map((_, n) => [Math.sqrt(n + 0.5) * 90 * Math.cos(n * 2.399963), Math.sqrt(n + 0.5) * 90 * Math.sin(n * 2.399963)]);
  const ideal = 90;
  for (let step = 0; step < STEPS; step += 1) settle(at, links, ideal, 60 * (1 - step / STEPS) + 1);
  return part(nodes, at.map(([x, y]) => [x * 1.2, y]));
}

// One step of Fruchterman and Reingold: all push each other away, links pull together, a weak pull to the middle keeps the parts near.
function settle(at, links, ideal, most) {
  const move = at.map(([x, y]) => [-x * 0.05, -y * 0.05]);
  for (let a = 0; a < at.length; a += 1) {
    for (let b = a + 1; b < at.length; b += 1) {
      const x = at[a][0] - at[b][0], y = at[a][1] - at[b][1];
      const push = (ideal * ideal) / Math.max(x * x + y * y, 1);
      move[a][0] += x * push; move[a][1] += y * push;
      move[b][0] -= x * push; move[b][1] -= y * push;
    }
  }
  for (const [a, b] of links) {
    const x = at[a][0] - at[b][0], y = at[a][1] - at[b][1];
    const pull = Math.hypot(x, y) / ideal;
    move[a][0] -= x * pull; move[a][1] -= y * pull;
    move[b][0] += x * pull; move[b][1] += y * pull;
  }
  at.forEach((place, n) => {
    const length = Math.hypot(...move[n]) || 1;
    const by = Math.min(length, most) / length;
    place[0] += move[n][0] * by; place[1] += move[n][1] * by;
  });
}

// Boxes that cover each other are pushed apart; where that does not end, all are spread.
export function part(nodes, at) {
  for (let round = 0; round < 400; round += 1) {
    if (!pushed(nodes, at)) return at;
    if (round % 40 === 39) at.forEach((place) => { place[0] *= 1.15; place[1] *= 1.25; });
  }
  return at;
}

function pushed(nodes, at) {
  let any = false;
  for (let a = 0; a < nodes.length; a += 1) {
    for (let b = a + 1; b < nodes.length; b += 1) {
      const x = at[b][0] - at[a][0], y = at[b][1] - at[a][1];
      const overX = (nodes[a].width + nodes[b].width) / 2 + 8 - Math.abs(x);
      const overY = (nodes[a].height + nodes[b].height) / 2 + 6 - Math.abs(y);
      if (overX <= 0 || overY <= 0) continue;
      any = true;
      const axis = overX < overY ? 0 : 1;
      const by = (axis === 0 ? overX : overY) / 2 + 0.5;
      const sign = (axis === 0 ? x : y) < 0 ? -1 : 1;
      at[a][axis] -= by * sign; at[b][axis] += by * sign;
    }
  }
  return any;
}
