// Draws with vis-network, as it comes with pyvis: places are given, nothing moves by itself, names are written by our own rule.

import { FONT, HEAVY, place, write } from "../labels.js";
import { numbers } from "../refs.js";
import { still, theme } from "../theme.js";
import { vector } from "../vector.js";

const MANY_EDGES = 3000, BEND = 0.14, HEAVIEST = 12, MOST_RELAXED = 500, RELAX_MS = 5000;

/** A renderer on vis-network; `on` is told of selection, hover, and a changed look. */
export function make(element, model, on) {
  const state = { colours: theme(model.core), ref: null, hover: null, placed: null, key: "", heavy: heaviest(model), wide: new Map(), thick: thickness(element, model) };
  const nodes = new vis.DataSet(Array.from({ length: model.count }, (_, i) => dressedNode(model, state, i)));
  const edges = new vis.DataSet(Array.from({ length: model.edgeCount }, (_, e) => dressedEdge(model, state, e)));
  const network = new vis.Network(element, { nodes, edges }, options(model));
  element.querySelector("[tabindex]")?.removeAttribute("tabindex"); // the frame around it takes the keyboard
  const self = { network, nodes, edges, element, model, state, on };
  listen(self);
  return handle(self);
}

function options(model) {
  return {
    physics: false, autoResize: true, layout: { improvedLayout: false },
    interaction: { hover: true, hideEdgesOnDrag: model.edgeCount > MANY_EDGES, hideEdgesOnZoom: model.edgeCount > MANY_EDGES, keyboard: false, multiselect: false, selectConnectedEdges: true, tooltipDelay: 1e6 },
    nodes: { borderWidth: 1, borderWidthSelected: 3, labelHighlightBold: false, chosen: true }, edges: { selectionWidth: 1.2, hoverWidth: 0.6, arrowStrikethrough: false, chosen: true },
  };
}

/** How much thicker signs and lines are than their size says, so that they are still seen when the whole network is. */
function thickness({ clientWidth, clientHeight }, { x, y, count }) {
  if (!count) return 1;
  const wide = (values) => values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)), scale = Math.min(clientWidth / (wide(x) + 1), clientHeight / (wide(y) + 1));
  return Math.min(Math.max(0.62 / scale, 1), 6);
}

function heaviest(model) {
  const order = [...model.weight.keys()].sort((a, b) => model.weight[b] - model.weight[a] || a - b);
  return { order, set: new Set(order.slice(0, HEAVIEST)) };
}

function dressedNode(model, { colours, thick }, i) {
  const fill = colours.kinds[model.kind[i]], status = model.status[i] >= 0 ? colours.statuses[model.status[i]] : null;
  return {
    id: i, x: model.x[i], y: model.y[i], shape: model.kindOf(i).shape, size: model.radius(i) * thick, hidden: !model.visible[i], borderWidth: status ? 2 : 1, borderWidthSelected: 3,
    color: { background: fill, border: status ?? colours.paper, highlight: { background: fill, border: colours.accent }, hover: { background: fill, border: colours.ink } },
  };
}

function dressedEdge(model, { colours, thick }, e) {
  const lane = model.lane[e];
  return {
    id: e, from: model.from[e], to: model.to[e], hidden: !model.visibleEdge[e], width: Math.sqrt(thick), arrows: { to: { enabled: true, scaleFactor: 0.4 * thick ** 0.6 } },
    color: { color: colours.edge, highlight: colours.accent, hover: colours.ink, inherit: false },
    smooth: lane ? { enabled: true, type: lane > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(Math.abs(lane) * BEND, 0.9) } : false,
  };
}

function listen(self) {
  const { network, on, state } = self;
  network.on("click", ({ nodes, edges }) => { on.select(nodes.length ? `n${nodes[0]}` : edges.length ? `e${edges[0]}` : null); });
  network.on("doubleClick", ({ nodes }) => { if (nodes.length) on.open(nodes[0]); });
  network.on("hoverNode", ({ node }) => { state.hover = node; on.hover(`n${node}`); });
  network.on("blurNode", () => { state.hover = null; on.hover(null); });
  network.on("hoverEdge", ({ edge }) => on.hover(`e${edge}`));
  network.on("blurEdge", () => on.hover(null));
  network.on("dragEnd", ({ nodes }) => { for (const i of nodes) settle(self, i, true); on.look(); });
  network.on("zoom", () => on.look());
  network.on("animationFinished", () => on.look());
  network.on("afterDrawing", (context) => { lift(self, context); names(self, context); });
}

function settle({ network, model }, i, pinned) {
  const { x, y } = network.getPosition(i);
  [model.x[i], model.y[i]] = [x, y];
  if (pinned) model.pinned.add(i);
}

/** Veils the picture and draws again what is chosen, its ties and its neighbours. */
function lift({ network, model, state }, context) {
  if (!state.ref) return;
  const chosen = numbers(state.ref, "n"), along = numbers(state.ref, "e"), alone = chosen.length === 1 && !along.length;
  const lines = alone ? [...along, ...model.neighbours(chosen[0])] : along, nodes = new Set([...lines.flatMap((e) => [model.from[e], model.to[e]]), ...chosen]);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 0.74;
  context.fillStyle = state.colours.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  for (const e of lines) if (model.visibleEdge[e]) { network.body.edges[e].draw(context); network.body.edges[e].drawArrows(context); }
  for (const i of nodes) if (model.visible[i]) network.body.nodes[i].draw(context);
}

/** Writes the names that fit at this zoom; while the picture is only moved, they move along. */
function names(self, context) {
  const { element, network, state } = self, { clientWidth: width, clientHeight: height } = element, scale = network.getScale(), ratio = context.canvas.width / width;
  const middle = network.getViewPosition(), key = [scale.toFixed(4), width, height, state.ref, state.hover, state.turn].join(" ");
  if (key !== state.key || moved(state, middle, scale, width, height)) Object.assign(state, { key, at: middle, placed: placed(self, context, middle, scale, width, height) });
  const [dx, dy] = [(state.at.x - middle.x) * scale, (state.at.y - middle.y) * scale];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, dx * ratio, dy * ratio);
  write(context, state.placed, state.colours);
  context.restore();
}

const moved = ({ at }, middle, scale, width, height) => Math.abs(at.x - middle.x) * scale > width / 4 || Math.abs(at.y - middle.y) * scale > height / 4;

function placed({ model, state }, context, middle, scale, width, height) {
  const must = new Set([...numbers(state.ref, "n"), ...numbers(state.ref, "e").flatMap((e) => [model.from[e], model.to[e]]), ...(state.hover === null ? [] : [state.hover])]);
  const near = new Set(numbers(state.ref, "n").flatMap((i) => [...model.neighbours(i)].map((e) => model.other(e, i))));
  const others = state.ref ? [] : state.heavy.order.filter((i) => !must.has(i) && !near.has(i));
  const order = [...must, ...[...near].filter((i) => !must.has(i)), ...others];
  const candidates = [];
  for (const i of order) {
    if (!model.visible[i]) continue;
    const x = (model.x[i] - middle.x) * scale + width / 2, y = (model.y[i] - middle.y) * scale + height / 2;
    if (x < -width / 4 || y < -height / 4 || x > width * 1.25 || y > height * 1.25) continue;
    candidates.push({ i, text: model.label(i), x, y, r: model.radius(i) * state.thick * scale, heavy: state.heavy.set.has(i) || must.has(i), must: must.has(i) });
  }
  return place(candidates, width, height, measurer(context, state.wide));
}

function measurer(context, known) {
  return (line, heavy) => {
    const key = (heavy ? "!" : "") + line;
    if (!known.has(key)) {
      context.font = heavy ? HEAVY : FONT;
      known.set(key, context.measureText(line).width);
    }
    return known.get(key);
  };
}

function handle(self) {
  const { network, nodes, edges, model, state } = self;
  return {
    network,
    draw: () => refresh(self),
    select: (ref) => select(self, ref),
    focus: (ref) => focus(self, ref),
    fit: () => { network.fit({ animation: false, maxZoomLevel: 1.4 }); self.on.look(); },
    look: () => ({ ...network.getViewPosition(), scale: network.getScale() }),
    setLook: ({ x, y, scale }) => { network.moveTo({ position: { x, y }, scale, animation: false }); self.on.look(); },
    place: (i) => ({ x: model.x[i], y: model.y[i] }),
    pin: (i, x, y) => { [model.x[i], model.y[i]] = [x, y]; model.pinned.add(i); nodes.update({ id: i, x, y }); },
    resize: () => { network.setSize("100%", "100%"); network.redraw(); },
    recolour: () => {
      state.colours = theme(model.core);
      nodes.update(Array.from({ length: model.count }, (_, i) => dressedNode(model, state, i)));
      edges.update(Array.from({ length: model.edgeCount }, (_, e) => dressedEdge(model, state, e)));
    },
    svg: () => vector(model, theme(model.core), state.heavy.order),
    png: () => new Promise((done) => picture(self, done)),
    relax: model.count <= MOST_RELAXED ? () => relax(self) : null,
  };
}

/** Hides and shows what the filters changed. */
function refresh({ nodes, edges, model, state, network }) {
  const changed = (set, flags) => set.get({ fields: ["id", "hidden"], filter: (one) => Boolean(one.hidden) === Boolean(flags[one.id]) }).map(({ id }) => ({ id, hidden: !flags[id] }));
  nodes.update(changed(nodes, model.visible));
  edges.update(changed(edges, model.visibleEdge));
  state.turn = (state.turn ?? 0) + 1;
  network.redraw();
}

function select({ network, state }, ref) {
  state.ref = ref;
  const chosen = numbers(ref, "n"), along = numbers(ref, "e");
  network.unselectAll();
  if (ref) network.setSelection({ nodes: chosen, edges: along }, { unselectAll: true, highlightEdges: chosen.length === 1 && !along.length });
  network.redraw();
}

/** Goes to a thing, near enough that its neighbours can be told apart. */
function focus({ network, model, element }, ref) {
  const [i] = [...numbers(ref, "n"), ...numbers(ref, "e").map((e) => model.from[e])];
  if (i === undefined) return;
  const now = network.getScale(), around = [...model.neighbours(i)].filter((e) => model.visibleEdge[e]).map((e) => model.other(e, i));
  const far = around.reduce((most, j) => Math.max(most, Math.abs(model.x[j] - model.x[i]) / element.clientWidth, Math.abs(model.y[j] - model.y[i]) / element.clientHeight), 0);
  const scale = Math.max(now, Math.min(0.42 / (far || 1), 1)), animation = still() ? false : { duration: 300, easingFunction: "easeInOutQuad" };
  network.moveTo({ position: { x: model.x[i], y: model.y[i] }, scale, animation });
}

/** Lets the picture settle by itself for some seconds; then it stands still again. */
function relax(self) {
  const { network, model, on } = self;
  network.setOptions({ physics: { enabled: true, stabilization: false, solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -60, springLength: 110, avoidOverlap: 0.6 }, minVelocity: 1.5 } });
  const rest = () => {
    clearTimeout(timer);
    network.off("stabilized", rest);
    network.setOptions({ physics: false });
    for (let i = 0; i < model.count; i++) settle(self, i, false);
    self.state.turn = (self.state.turn ?? 0) + 1;
    network.redraw();
    on.look();
  };
  const timer = setTimeout(rest, RELAX_MS);
  network.on("stabilized", rest);
}

function picture({ element, state }, done) {
  const drawn = element.querySelector("canvas"), copy = document.createElement("canvas");
  [copy.width, copy.height] = [drawn.width, drawn.height];
  const context = copy.getContext("2d");
  context.fillStyle = state.colours.paper;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(drawn, 0, 0);
  copy.toBlob(done);
}
