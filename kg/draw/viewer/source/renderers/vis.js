// Draws with vis-network, as it comes with pyvis: places are given, nothing moves by itself; sizes, names and files are those of our own canvas.

import { numbers } from "../refs.js";
import { still, theme } from "../theme.js";
import { camera, fit, frame } from "./canvas/camera.js";
import { cover } from "./canvas/cover.js";
import { batches } from "./canvas/edges.js";
import { exported } from "./canvas/export.js";
import { placeLabels } from "./canvas/labels.js";
import { lettering, write } from "./canvas/lettering.js";
import { bounds, importance, radii, ranking, spacing } from "./canvas/measures.js";
import { inFrame } from "./canvas/nodes.js";
import { Layer, strayed } from "./layer.js";

const MANY_EDGES = 3000, MOST_EDGES = 12000, BEND = 0.14, VEIL = 0.76, MARGIN = 0.25, NEAREST = 1.6, MOST_RELAXED = 500, RELAX_MS = 5000, QUIET = 300, WIDEST = 4;

/** A renderer on vis-network; `on` is told of selection, hover, and a changed look. */
export function make(element, model, on) {
  const state = { colours: theme(model.core), ref: null, hover: null, turn: 0, key: "", placed: [], letters: lettering(), sides: new Map(), ...measured(element, model) };
  const nodes = new vis.DataSet(Array.from({ length: model.count }, (_, i) => dressedNode(model, state, i)));
  const edges = new vis.DataSet(Array.from({ length: model.edgeCount }, (_, e) => dressedEdge(model, state, e)));
  const network = new vis.Network(element, { nodes, edges }, options(model));
  element.querySelector("[tabindex]")?.removeAttribute("tabindex"); // the frame around it takes the keyboard
  const self = { network, nodes, edges, element, model, state, on };
  self.ground = new Layer((context, at, margin) => {
    const shown = frame(at, margin);
    context.translate(shown.dx, shown.dy);
    context.scale(at.scale, at.scale);
    drawGround(self, context);
  });
  self.letters = new Layer((context, at, margin) => { for (const label of placed(self, frame(at, margin))) write(context, label, state.colours); });
  listen(self);
  return handle(self);
}

/** How large each node is drawn, and how long a pixel is, in units of the network, so that the whole is seen well. */
function measured(element, model) {
  const weights = importance(model), whole = sized(camera(), element), radius = (fit(whole, bounds(model), spacing(model)), radii(weights, spacing(model) * whole.scale));
  return { importance: weights, ranking: ranking(model), pixel: 1 / whole.scale, size: Float32Array.from({ length: model.count }, (_, i) => radius(i) / whole.scale) };
}

const sized = (one, { clientWidth: width, clientHeight: height }) => Object.assign(one, { width, height });

// While something is dragged the picture is drawn by `ground`, not by vis.
function options({ edgeCount }) {
  return {
    physics: false, layout: { improvedLayout: false },
    interaction: { hover: true, hideEdgesOnDrag: true, hideNodesOnDrag: true, hideEdgesOnZoom: edgeCount > MANY_EDGES, keyboard: false, multiselect: false, tooltipDelay: 1e6 },
    edges: { arrowStrikethrough: false },
  };
}

function dressedNode(model, { colours, size }, i) {
  const fill = colours.kinds[model.kind[i]], status = model.status[i] >= 0 ? colours.statuses[model.status[i]] : null;
  return {
    id: i, x: model.x[i], y: model.y[i], shape: model.kindOf(i).shape, size: size[i], hidden: !model.visible[i], borderWidth: status ? 2 : 0.7, borderWidthSelected: 2.2,
    color: { background: fill, border: status ?? colours.paper, highlight: { background: fill, border: colours.accent }, hover: { background: fill, border: colours.ink } },
  };
}

const heaviest = ({ edgeWeight }) => edgeWeight.reduce((a, b) => Math.max(a, b), 1);

function dressedEdge(model, { colours, pixel }, e) {
  const lane = model.lane[e], light = Math.min(Math.max(Math.sqrt(QUIET / model.edgeCount), 0.4), 1); // many lines are drawn fainter
  const width = pixel * (model.edgeWeight ? 1 + (WIDEST * model.edgeWeight[e]) / heaviest(model) : 1);
  return {
    id: e, from: model.from[e], to: model.to[e], hidden: !model.visibleEdge[e], width, dashes: model.dashed?.[e] ? [5 * pixel, 4 * pixel] : false, selectionWidth: pixel / 2, hoverWidth: pixel / 2, arrows: { to: { enabled: model.directed, scaleFactor: 0.42 * light * pixel } },
    color: { color: colours.edge, highlight: colours.accent, hover: colours.ink, inherit: false, opacity: light },
    smooth: lane ? { enabled: true, type: lane > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(Math.abs(lane) * BEND, 0.9) } : false,
  };
}

function listen(self) {
  const { network, on, state } = self;
  network.on("click", ({ nodes, edges }) => on.select(nodes.length ? `n${nodes[0]}` : edges.length ? `e${edges[0]}` : null));
  network.on("doubleClick", ({ nodes }) => { if (nodes.length) on.open(nodes[0]); });
  network.on("hoverNode", ({ node }) => { state.hover = node; on.hover(`n${node}`); });
  network.on("blurNode", () => { state.hover = null; on.hover(null); });
  network.on("hoverEdge", ({ edge }) => on.hover(`e${edge}`));
  network.on("blurEdge", () => on.hover(null));
  network.on("dragStart", ({ nodes }) => { state.moved = nodes.length ? "node" : "view"; });
  network.on("dragEnd", ({ nodes }) => {
    for (const i of nodes) settle(self, i, true);
    state.moved = null;
    state.turn++;
    for (const layer of [self.ground, self.letters]) layer.spent();
    on.look();
  });
  network.on("beforeDrawing", (context) => ground(self, context));
  network.on("zoom", () => on.look());
  network.on("animationFinished", () => on.look());
  network.on("afterDrawing", (context) => { lift(self, context); names(self, context); });
}

function settle({ network, model }, i, pinned) {
  const { x, y } = network.getPosition(i);
  [model.x[i], model.y[i]] = [x, y];
  if (pinned) model.pinned.add(i);
}

/** Lines and signs while something is dragged: with the view they are a layer that moves along. */
function ground(self, context) {
  if (self.state.moved === "view") self.ground.show(context, look(self));
  else if (self.state.moved === "node") drawGround(self, context);
}

function drawGround({ network, model, state }, context) {
  if (model.edgeCount <= MOST_EDGES) for (let e = 0; e < model.edgeCount; e++) if (model.visibleEdge[e]) drawEdge(network, e, context);
  for (let n = state.ranking.length - 1; n >= 0; n--) if (model.visible[state.ranking[n]]) network.body.nodes[state.ranking[n]].draw(context);
}

function drawEdge({ body: { edges } }, e, context) {
  edges[e].draw(context);
  edges[e].drawArrows(context);
}

const look = ({ network, element }) => sized({ ...network.getViewPosition(), scale: network.getScale() }, element);

/** Veils the picture and draws again what is chosen, its ties and its neighbours. */
function lift({ network, model, state }, context) {
  if (!state.ref) return;
  const { lines, nodes } = chosen(model, state.ref);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  Object.assign(context, { globalAlpha: VEIL, fillStyle: state.colours.paper });
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  for (const e of lines) if (model.visibleEdge[e]) drawEdge(network, e, context);
  for (const i of nodes) if (model.visible[i]) network.body.nodes[i].draw(context);
}

/** What a reference names, and around a single node its ties and neighbours: the foremost first. */
function chosen(model, ref) {
  const nodes = numbers(ref, "n"), named = numbers(ref, "e"), alone = nodes.length === 1 && !named.length, lines = alone ? [...model.neighbours(nodes[0])] : named;
  const others = lines.flatMap((e) => [model.from[e], model.to[e]]).sort((a, b) => model.weight[b] - model.weight[a] || a - b);
  return { lines, nodes: [...new Set([...nodes, ...others])] };
}

/** Writes the names that fit at this zoom; while the picture is only moved, they move along. */
function names(self, context) {
  const { state, letters } = self, at = look(self), ratio = context.canvas.width / at.width;
  if (state.moved === "view") { letters.show(context, at); return; }
  const key = [at.scale.toFixed(4), at.width, at.height, state.ref, state.hover, state.turn].join(" "), margin = [Math.round(at.width * MARGIN), Math.round(at.height * MARGIN)];
  if (key !== state.key || strayed(state.at, at, margin)) Object.assign(state, { key, at, placed: placed(self, frame(at, margin)) });
  const [dx, dy] = [(state.at.x - at.x) * at.scale - margin[0], (state.at.y - at.y) * at.scale - margin[1]];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, dx * ratio, dy * ratio);
  for (const label of state.placed) write(context, label, state.colours);
  context.restore();
}

function placed({ model, state }, shown) {
  const drawn = { model, frame: shown, radius: (i) => state.size[i] * shown.scale, importance: state.importance, ranking: state.ranking, apart: spacing(model) * shown.scale };
  const seen = inFrame(drawn), foremost = state.ref ? chosen(model, state.ref).nodes.filter((i) => model.visible[i]) : [...seen].reverse();
  const order = state.hover === null || !model.visible[state.hover] ? foremost : [state.hover, ...foremost.filter((i) => i !== state.hover)];
  return placeLabels(drawn, state.letters, cover(drawn, seen), order, { before: state.sides });
}

function handle(self) {
  const { network, nodes, edges, model, state, on } = self;
  return {
    network,
    draw: () => refresh(self),
    select: (ref) => select(self, ref),
    focus: (ref) => focus(self, ref),
    fit: () => { const at = whole(self); network.moveTo({ position: { x: at.x, y: at.y }, scale: at.scale, animation: false }); on.look(); },
    look: () => ({ ...network.getViewPosition(), scale: network.getScale() }),
    setLook: ({ x, y, scale }) => { network.moveTo({ position: { x, y }, scale, animation: false }); on.look(); },
    place: (i) => ({ x: model.x[i], y: model.y[i] }),
    pin: (i, x, y) => { [model.x[i], model.y[i]] = [x, y]; model.pinned.add(i); nodes.update({ id: i, x, y }); },
    resize: () => { network.setSize("100%", "100%"); again(network); },
    recolour: () => {
      state.colours = theme(model.core);
      nodes.update(Array.from({ length: model.count }, (_, i) => dressedNode(model, state, i)));
      edges.update(Array.from({ length: model.edgeCount }, (_, e) => dressedEdge(model, state, e)));
    },
    svg: () => files(self).svg(),
    png: () => files(self).png(),
    relax: model.count <= MOST_RELAXED ? () => relax(self) : null,
  };
}

function whole({ element, model }) {
  const at = sized(camera(), element);
  fit(at, bounds(model), spacing(model));
  return at;
}

function files(self) {
  const { model, state } = self;
  return exported({ model, camera: look(self), theme: state.colours, sorted: batches(model), ranking: state.ranking, importance: state.importance, spacing: spacing(model), letters: state.letters, ref: state.ref, sides: state.sides });
}

// At the next frame, once however often it is asked for; `network.redraw` draws at once each time.
const again = (network) => network.body.emitter.emit("_requestRedraw");

/** Hides and shows what the filters changed. */
function refresh({ nodes, edges, model, state, network }) {
  const changed = (set, flags) => set.get({ fields: ["id", "hidden"], filter: (one) => Boolean(one.hidden) === Boolean(flags[one.id]) }).map(({ id }) => ({ id, hidden: !flags[id] }));
  nodes.update(changed(nodes, model.visible));
  edges.update(changed(edges, model.visibleEdge));
  state.turn++;
  again(network);
}

function select({ network, state }, ref) {
  const nodes = numbers(ref, "n"), edges = numbers(ref, "e");
  state.ref = ref;
  network.unselectAll();
  if (ref) network.setSelection({ nodes, edges }, { highlightEdges: nodes.length === 1 && !edges.length });
  again(network);
}

/** Goes to a thing, near enough that its neighbours can be told apart. */
function focus({ network, model, element }, ref) {
  const { nodes: [i, ...others] } = chosen(model, ref);
  if (i === undefined) return;
  const now = network.getScale(), { x, y } = model, far = others.filter((j) => model.visible[j])
    .reduce((most, j) => Math.max(most, Math.abs(x[j] - x[i]) / element.clientWidth, Math.abs(y[j] - y[i]) / element.clientHeight), 0);
  const closest = NEAREST * 60 / spacing(model), scale = Math.max(now, Math.min(0.42 / (far || 1), closest)), animation = still() ? false : { duration: 300, easingFunction: "easeInOutQuad" };
  network.moveTo({ position: { x: x[i], y: y[i] }, scale, animation });
}

/** Lets the picture settle by itself for some seconds; then it stands still again. */
function relax(self) {
  const { network, model, state, on } = self, apart = spacing(model);
  network.setOptions({ physics: { enabled: true, stabilization: false, solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -apart, springLength: apart, avoidOverlap: 0.6 }, minVelocity: 1.5 } });
  const rest = () => {
    clearTimeout(timer);
    network.off("stabilized", rest);
    network.setOptions({ physics: false });
    for (let i = 0; i < model.count; i++) settle(self, i, false);
    state.turn++;
    again(network);
    on.look();
  };
  const timer = setTimeout(rest, RELAX_MS);
  network.on("stabilized", rest);
}
