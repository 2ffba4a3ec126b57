// Draws large networks on a canvas without any library: Canvas 2D only, so that it works where WebGL is missing.

import { numbers } from "../../refs.js";
import { still, theme } from "../../theme.js";
import * as cameras from "./camera.js";
import { batches, stride } from "./edges.js";
import { exported } from "./export.js";
import { highlight, over } from "./highlight.js";
import { edgeAt, grid, nodeAt } from "./hit.js";
import { lettering } from "./lettering.js";
import { bounds, importance, ranking, spacing } from "./measures.js";
import { paint, picture } from "./paint.js";
import { listen } from "./pointer.js";
import { surface } from "./surface.js";

const FADED = 0.16, REST_MS = 120, HELD_MS = 600, FLIGHT_MS = 260, NEAR = 46, LIGHT = 1200, CLOSER = 1.8;
const RAISE = 1, SHIFT = 2, PAINT = 3;

/** A renderer as every page of `kg draw` expects it; `on` is told of selection, hover, double clicks and a changed look. */
export function make(element, model, on) {
  const canvas = new Canvas(element, model, on);
  return {
    draw: () => canvas.renew(), select: (ref) => canvas.select(ref), focus: (ref) => canvas.focus(ref), fit: () => canvas.fit(),
    look: () => ({ x: canvas.camera.x, y: canvas.camera.y, scale: canvas.camera.scale }), setLook: (look) => canvas.setLook(look),
    place: (i) => ({ x: model.x[i], y: model.y[i] }), pin: (i, x, y) => canvas.pin(i, x, y), resize: () => canvas.ask(PAINT), recolour: () => canvas.recolour(),
    svg: () => exported(canvas.view()).svg(), png: () => exported(canvas.view()).png(),
    /** One of how many edges is drawn, where there are too many to draw all. */
    every: () => stride(model, cameras.frame(canvas.camera, canvas.surface.margin())),
  };
}

class Canvas {
  constructor(element, model, on) {
    Object.assign(element.style, { overflow: "hidden", touchAction: "none", cursor: "grab" });
    Object.assign(this, { element, model, on, theme: theme(model.core), camera: cameras.camera(), surface: surface(element), cells: grid(model), letters: lettering() });
    Object.assign(this, { sorted: batches(model), importance: importance(model), ranking: ranking(model), spacing: spacing(model) });
    Object.assign(this, { ref: null, hovered: null, carried: -1, every: 1, sides: new Map(), asked: 0, resting: 0 });
    listen(element, this.actions());
    this.fit();
    new ResizeObserver(() => this.measure() && this.ask(PAINT)).observe(element);
  }

  // What the pointer does.

  actions() {
    return {
      at: (x, y, touch) => nodeAt(this.cells, this.seen(), x, y, touch),
      pan: (dx, dy) => { cameras.pan(this.camera, dx, dy); this.moved(); },
      zoom: (factor, x, y) => this.zoom(factor, x, y),
      hover: (x, y) => this.hover(x === null ? null : { x, y }),
      click: (x, y, touch) => this.on.select(this.refAt(x, y, touch)),
      twice: (x, y, touch) => this.twice(x, y, touch),
      grab: (i) => { this.carried = i; this.element.style.cursor = "grabbing"; this.ask(PAINT); },
      carry: (x, y) => this.carry(cameras.under(this.camera, x, y)),
      drop: () => this.drop(),
      hold: () => { this.held = true; },
      rest: () => { this.held = false; this.rest(); },
    };
  }

  refAt(x, y, touch = false) {
    const seen = this.seen(), node = nodeAt(this.cells, seen, x, y, touch);
    if (node >= 0) return `n${node}`;
    const edge = edgeAt(seen, x, y);
    return edge >= 0 ? `e${edge}` : null;
  }

  zoom(factor, x, y) {
    cameras.zoom(this.camera, factor, x, y);
    this.moved(this.model.edgeCount + this.model.count < LIGHT ? PAINT : SHIFT);
  }

  hover(at) {
    this.pointed = at;
    this.pointing ??= requestAnimationFrame(() => {
      const ref = this.pointed ? this.refAt(this.pointed.x, this.pointed.y) : null;
      this.pointing = null;
      if (ref === this.hovered) return;
      this.hovered = ref;
      this.element.style.cursor = ref ? "pointer" : "grab";
      this.on.hover(ref);
      this.ask(RAISE);
    });
  }

  twice(x, y, touch) {
    const node = nodeAt(this.cells, this.seen(), x, y, touch);
    if (node >= 0) this.on.open(node);
    else this.zoom(CLOSER, x, y);
  }

  carry({ x, y }) {
    [this.model.x[this.carried], this.model.y[this.carried]] = [x, y];
    this.ask(RAISE);
  }

  /** A node that was carried stays where it was put. */
  drop() {
    this.model.pinned.add(this.carried);
    this.carried = -1;
    this.cells.stale();
    this.element.style.cursor = "pointer";
  }

  // What the page asks for.

  renew() {
    this.spacing = spacing(this.model);
    this.cells.stale();
    this.ask(PAINT);
  }

  select(ref) {
    if (ref === this.ref) return;
    [this.ref, this.hovered] = [ref, null];
    this.ask(PAINT);
  }

  pin(i, x, y) {
    [this.model.x[i], this.model.y[i]] = [x, y];
    this.model.pinned.add(i);
    this.renew();
  }

  fit() {
    this.measure();
    this.spacing = spacing(this.model);
    cameras.fit(this.camera, bounds(this.model), this.spacing);
    this.rest();
  }

  setLook({ x, y, scale }) {
    Object.assign(this.camera, { x, y, scale });
    this.rest();
  }

  /** Brings what a reference names into the middle, near enough to be read. */
  focus(ref) {
    const nodes = [...numbers(ref, "n"), ...numbers(ref, "e").flatMap((e) => [this.model.from[e], this.model.to[e]])], { x, y } = this.model;
    if (!nodes.length) return;
    const box = bounds({ count: nodes.length, x: nodes.map((i) => x[i]), y: nodes.map((i) => y[i]), visible: nodes.map(() => 1) });
    const { width, height, scale } = this.camera, room = Math.min((width * 0.7) / (box.right - box.left || 1e-6), (height * 0.7) / (box.bottom - box.top || 1e-6));
    this.fly({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, scale: Math.min(Math.max(scale, NEAR / this.spacing), room) });
  }

  /** Moves to a look; at once for who wants nothing to move. */
  fly(goal) {
    const { x, y, scale } = this.camera, start = performance.now(), flight = (this.flight = {});
    const go = (now) => {
      if (this.flight !== flight) return;
      const t = still() ? 1 : Math.min(Math.max((now - start) / FLIGHT_MS, 0), 1), s = t * t * (3 - 2 * t);
      Object.assign(this.camera, { x: x + (goal.x - x) * s, y: y + (goal.y - y) * s, scale: scale * (goal.scale / scale) ** s });
      if (t === 1) this.rest();
      else { this.shift(); requestAnimationFrame(go); }
    };
    go(start);
  }

  recolour() {
    this.theme = theme(this.model.core);
    this.ask(PAINT);
  }

  // Drawing: once a frame at most, the most that was asked for.

  ask(what) {
    if (!this.asked) requestAnimationFrame(() => this.answer());
    this.asked = Math.max(this.asked, what);
  }

  answer() {
    const { asked } = this;
    this.asked = 0;
    if (asked === PAINT) this.paint();
    else if (asked === SHIFT) this.shift();
    else this.raise();
  }

  /** What is to be drawn, and how. */
  view() {
    const { model, theme: colours, sorted, ranking: order, importance: weights, spacing: apart, camera, letters, ref, sides } = this;
    return { model, theme: colours, sorted, ranking: order, importance: weights, spacing: apart, camera, letters, ref, sides };
  }

  /** The picture as it is seen now, without the margin. */
  seen() {
    return picture(this.view(), cameras.frame(this.camera), { every: this.every });
  }

  /** Takes the size of the element; says whether it has another than before. */
  measure() {
    const changed = this.surface.measure();
    if (changed) Object.assign(this.camera, this.surface.size());
    return changed;
  }

  /** Draws everything anew. */
  paint() {
    clearTimeout(this.resting);
    this.measure();
    const { surface: { ground, margin, open }, camera: { x, y, scale } } = this, chosen = highlight(this.model, this.ref);
    const drawn = picture(this.view(), cameras.frame(this.camera, margin()), { without: this.carried });
    Object.assign(this, { drawn: { x, y, scale, frame: drawn.frame }, every: drawn.every });
    paint(open(ground, margin()), drawn, this.letters, { names: !chosen, before: this.sides });
    Object.assign(ground.style, { transform: "none", opacity: chosen ? FADED : 1 });
    this.raise();
  }

  /** Draws what is chosen, pointed at or carried over the rest. */
  raise() {
    const { front } = this.surface, refs = [this.ref, this.carried >= 0 ? `n${this.carried}` : this.hovered].filter(Boolean);
    front.style.display = refs.length ? "" : "none";
    if (!refs.length) return;
    const context = this.surface.open(front, [0, 0]), seen = this.seen();
    for (const ref of refs) over(context, seen, this.letters, ref, ref !== this.ref);
  }

  /** The hand moved the picture: shows it shifted at once, and draws it anew when the hand rests. */
  moved(how = SHIFT) {
    this.flight = null;
    this.ask(how);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), this.held ? HELD_MS : REST_MS);
  }

  shift() {
    if (!this.drawn || this.surface.spent(this.drawn, this.camera)) this.paint();
    else {
      this.surface.shift(this.drawn, this.camera);
      if (this.ref || this.hovered) this.raise();
    }
  }

  rest() {
    this.ask(PAINT);
    this.on.look();
  }
}
