// The visible network as an SVG file: what is drawn on the screen, at the size of the whole.

import { place } from "./labels.js";
import { outline } from "./shapes.js";

const WIDE = 1600, MARGIN = 60;
const XML = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };

/** Text that may stand in XML: escaped, without characters that XML has no place for. */
export const xml = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[<>&"]/g, (sign) => XML[sign]);

/** The visible part of a network as the text of an SVG file; `order` are the nodes with the most important first. */
export function vector(model, colours, order) {
  const shown = order.filter((i) => model.visible[i]), [left, top, right, bottom] = extent(model, shown), scale = (WIDE - 2 * MARGIN) / Math.max(right - left, bottom - top, 1);
  const width = Math.round((right - left) * scale + 2 * MARGIN), height = Math.round((bottom - top) * scale + 2 * MARGIN);
  const at = (i) => [(model.x[i] - left) * scale + MARGIN, (model.y[i] - top) * scale + MARGIN], size = (i) => Math.max(model.radius(i) * Math.min(scale, 1), 3);
  const lines = [...model.visibleEdge.keys()].filter((e) => model.visibleEdge[e]).map((e) => line(model, e, at));
  const symbols = shown.map((i) => symbol(model, colours, i, at(i), size(i))).reverse();
  const candidates = shown.map((i, n) => { const [x, y] = at(i); return { i, text: model.label(i), x, y, r: size(i), heavy: n < 12 }; });
  const names = place(candidates, width, height, (text, heavy) => text.length * (heavy ? 7 : 6.4), 250).flatMap(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12"><title>${xml(model.core.title)}</title>`
    + `<rect width="100%" height="100%" fill="${colours.paper}"/><g fill="none" stroke="${colours.edge}">${lines.join("")}</g>${symbols.join("")}`
    + `<g fill="${colours.ink}" stroke="${colours.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" dominant-baseline="middle">${names.join("")}</g></svg>`;
}

function extent({ x, y }, shown) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of shown) [left, top, right, bottom] = [Math.min(left, x[i]), Math.min(top, y[i]), Math.max(right, x[i]), Math.max(bottom, y[i])];
  return shown.length ? [left, top, right, bottom] : [0, 0, 1, 1];
}

const short = (value) => +value.toFixed(1);

function line(model, e, at) {
  const [x1, y1] = at(model.from[e]), [x2, y2] = at(model.to[e]), bend = model.lane[e] * 0.28;
  const [cx, cy] = [(x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend];
  return `<path d="M${short(x1)} ${short(y1)}${bend ? `Q${short(cx)} ${short(cy)} ` : "L"}${short(x2)} ${short(y2)}"/>`;
}

function symbol(model, colours, i, [x, y], r) {
  const status = model.status[i] >= 0 ? colours.statuses[model.status[i]] : colours.paper;
  return `<path transform="translate(${short(x)} ${short(y)}) scale(${short(r)})" d="${outline(model.kindOf(i).shape)}" fill="${colours.kinds[model.kind[i]]}" stroke="${status}" stroke-width="${model.status[i] >= 0 ? 2.5 : 1}" vector-effect="non-scaling-stroke"><title>${xml(model.label(i))}</title></path>`;
}

const ANCHOR = { center: "middle", left: "start", right: "end" };

const text = ({ lines, x, y, align, heavy }) => lines.map((one, n) => `<text x="${short(x)}" y="${short(y + n * 15)}" text-anchor="${ANCHOR[align]}"${heavy ? ' font-weight="600"' : ""}>${xml(one)}</text>`);
