// The answer as a network of boxes and lines; a box leads to its page, the kinds of lines are told in a legend.

import { choice } from "./chart.js";
import { h, replace, svg } from "./dom.js";
import { places } from "./layout.js";
import { MOST, network } from "./network.js";
import { save } from "./picture.js";
import { isEntity, shown, target } from "./terms.js";
import { lang, number, say } from "./words.js";

const LONGEST = 30, HEIGHT = 24, EDGE = 30;
const ruler = document.createElement("canvas").getContext("2d");
ruler.font = "13px system-ui, sans-serif"; // as in main.css
const KINDS = 8, DENSE = 300;
const ZOOMS = [0.5, 0.7, 1, 1.4, 2];

export function graph(answer) {
  const state = columns(answer);
  const place = h("div");
  const draw = () => replace(place, drawing(answer, state));
  draw();
  if (answer.triples) return place;
  const options = answer.names.map((name, column) => [column, name]);
  return h("div", null, h("p", { class: "choices" }, choice("graph-from", say("from"), options, state, "from", draw), choice("graph-to", say("to"), options, state, "to", draw)), place);
}

// From the first column to the second, or between the first two that hold entities.
function columns({ names, rows }) {
  if (!rows) return {};
  const entities = names.map((_, column) => column).filter((column) => rows.some((row) => isEntity(row[column])));
  return entities.length > 1 ? { from: entities[0], to: entities[1] } : { from: 0, to: Math.min(1, names.length - 1) };
}

function drawing(answer, state) {
  const net = network(answer, state.from, state.to, lang);
  if (!net.links.length) return h("p", null, say("no lines"));
  const boxes = net.nodes.map((node) => ({ ...node, text: clipped(node.label) })).map((node) => ({ ...node, width: Math.ceil(ruler.measureText(node.text).width) + 18, height: HEIGHT }));
  const at = places(boxes, net.links.map(({ from, to }) => [from, to]));
  const kinds = [...new Set(net.links.map((link) => link.kind))];
  const told = say("network", { n: net.nodes.length, lines: net.links.length });
  return h("figure", null,
    h("figcaption", null, told, net.all > net.nodes.length && ` ${say("most linked", { n: MOST, all: net.all })}`),
    kinds.length > 1 && legend(kinds), view(boxes, at, net.links, kinds, told));
}

const clipped = (text) => (text.length > LONGEST ? text.slice(0, LONGEST - 1) + "…" : text);

function view(boxes, at, links, kinds, told) {
  const left = Math.min(...at.map(([x], n) => x - boxes[n].width / 2)) - EDGE, right = Math.max(...at.map(([x], n) => x + boxes[n].width / 2)) + EDGE;
  const top = Math.min(...at.map(([, y]) => y)) - HEIGHT - EDGE, bottom = Math.max(...at.map(([, y]) => y)) + HEIGHT + EDGE;
  const width = right - left, height = bottom - top;
  const most = Math.max(...links.map((link) => link.weight));
  const drawn = svg("svg", { viewBox: [left, top, width, height].map(Math.round).join(" "), role: "group", "aria-label": told, class: "network" }, arrows(),
    svg("g", { class: links.length > DENSE ? "dense" : null }, links.map((link) => line(link, boxes, at, kinds, most))), svg("g", null, boxes.map((box, n) => shape(box, at[n]))));
  const frame = h("div", { class: "scroll network-frame", role: "region", tabindex: "0", "aria-label": say("graph") }, drawn);
  return [zoom(drawn, width), frame];
}

const arrows = () => svg("defs", null, svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" }, svg("path", { d: "M0 0 8 4 0 8z" })));

function line({ from, to, kind, weight }, boxes, at, kinds, most) {
  const [a, b] = [at[from], at[to]];
  const start = border(a, b, boxes[from]), end = border(b, a, boxes[to]);
  const bend = 14 * (1 + (kinds.indexOf(kind) % KINDS));
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1;
  const middle = [(start[0] + end[0]) / 2 - ((end[1] - start[1]) / length) * bend, (start[1] + end[1]) / 2 + ((end[0] - start[0]) / length) * bend];
  return svg("path", { d: `M${start.map(Math.round)} Q${middle.map(Math.round)} ${end.map(Math.round)}`, class: `arc kind-${Math.min(kinds.indexOf(kind), KINDS)}`, "stroke-width": 1.2 + 3 * (most > 1 ? weight / most : 0), "marker-end": "url(#arrow)" },
    svg("title", null, `${boxes[from].label} → ${boxes[to].label}: ${kind}${weight === 1 ? "" : ` (${number(weight)})`}`));
}

// Where the line from the middle of a box to another leaves the box.
function border([x, y], [towardsX, towardsY], { width, height }) {
  const dx = towardsX - x || 0.01, dy = towardsY - y || 0.01;
  const by = Math.min(width / 2 / Math.abs(dx), height / 2 / Math.abs(dy));
  return [x + dx * by, y + dy * by];
}

function shape({ cell, text, label, width, height, color }, [x, y]) {
  const address = cell.type === "uri" ? target(cell.value) : null;
  const frame = svg("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 6 });
  if (color) frame.style.stroke = color;
  const box = [svg("title", null, label === text ? shown(cell) : label), frame, svg("text", { x, y: y + 4.5, "text-anchor": "middle" }, text)];
  return address === null ? svg("g", { class: "box" }, box) : svg("a", { href: address, class: "box", "aria-label": label }, box);
}

function legend(kinds) {
  const shownKinds = kinds.slice(0, KINDS).map((kind, n) => [kind, n]);
  if (kinds.length > KINDS) shownKinds.push([say("others"), KINDS]);
  const key = (n) => svg("svg", { viewBox: "0 0 30 10", width: 30, height: 10, "aria-hidden": "true" }, svg("path", { d: "M0 5H30", class: `arc kind-${n}`, "stroke-width": 2 }));
  return h("ul", { class: "legend" }, shownKinds.map(([kind, n]) => h("li", null, key(n), " ", kind)));
}

function zoom(drawn, width) {
  let place = ZOOMS.indexOf(1);
  const set = (by) => () => { place = Math.max(0, Math.min(ZOOMS.length - 1, place + by)); drawn.style.width = `${Math.round(width * ZOOMS[place])}px`; };
  drawn.style.width = `min(${Math.round(width * 1.1)}px, max(100%, ${Math.round(width * 0.75)}px))`; // as large as there is room, but always to be read
  return h("p", { class: "zoom" }, h("button", { type: "button", "aria-label": say("smaller"), onclick: set(-1) }, "−"), h("button", { type: "button", "aria-label": say("larger"), onclick: set(1) }, "+"),
    h("button", { type: "button", onclick: () => { place = ZOOMS.indexOf(1); drawn.style.width = "100%"; } }, say("whole")), save(drawn, "graph"));
}
