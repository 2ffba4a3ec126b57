// One picture from its parts: lines, marks, names; the same for the screen, for SVG and for PNG.

import { cover } from "./cover.js";
import { drawEdges, stride } from "./edges.js";
import { placeLabels } from "./labels.js";
import { write } from "./lettering.js";
import { radii } from "./measures.js";
import { drawNodes, inFrame } from "./nodes.js";

/** All that is needed to draw what a camera sees. */
export function picture({ model, theme, sorted, ranking, importance, spacing }, frame, { without = -1, every } = {}) {
  const apart = spacing * frame.scale, radius = radii(importance, apart);
  return { model, theme, sorted, ranking, importance, frame, apart, radius, largest: radius.largest, every: every ?? stride(model, frame), without };
}

/** Draws the ground; `names: false` leaves them to what is highlighted. Gives the nodes drawn and the names placed. */
export function paint(context, drawn, letters, { names = true, before } = {}) {
  const nodes = inFrame(drawn), foremost = [...nodes].reverse();
  drawEdges(context, drawn);
  drawNodes(context, drawn, nodes);
  const share = cover(drawn, nodes), labels = names ? placeLabels(drawn, letters, share, foremost, { before }) : [];
  for (const label of labels) write(context, label, { ink: drawn.theme.ink, halo: drawn.theme.halo || drawn.theme.paper });
  return { share, labels };
}
