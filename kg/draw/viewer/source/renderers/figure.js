// Shows a chart that stands in the page as SVG: its marks can be reached with mouse and keyboard and lead to what they stand for.

import { find } from "../dom.js";
import { parse } from "../refs.js";

const AROUND = 32, LEAST = 0.72;
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** A renderer on the SVG of the page. */
export function make(element, model, on) {
  const place = find("figure"), drawing = place.querySelector("svg"), marks = [...drawing.querySelectorAll("[data-ref]")];
  element.append(place);
  place.hidden = false;
  const self = { element, drawing, marks, model, on, ref: null, scale: 1, natural: drawing.viewBox.baseVal.width || drawing.clientWidth };
  marks.forEach((mark, n) => { mark.setAttribute("tabindex", n ? "-1" : "0"); if (!mark.hasAttribute("role")) mark.setAttribute("role", "button"); });
  listen(self);
  return {
    draw: () => dim(self), select: (ref) => { self.ref = ref; dim(self); }, focus: (ref) => marks.find((mark) => meets(mark, ref))?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    fit: () => resize(self, Math.min(Math.max((element.parentElement.clientWidth - AROUND) / self.natural, LEAST), 1)), look: () => ({ x: element.parentElement.scrollLeft, y: 0, scale: self.scale }), setLook: ({ x, scale }) => { resize(self, scale); element.parentElement.scrollLeft = x; },
    place: null, pin: () => {}, resize: () => {}, recolour: () => {}, svg: () => alone(drawing), png: () => painted(drawing), relax: null,
  };
}

function listen({ marks, drawing, on }) {
  const of = (event) => event.target.closest?.("[data-ref]");
  drawing.addEventListener("click", (event) => { const mark = of(event); if (mark) { rove(marks, mark); on.select(mark.dataset.ref); } else on.select(null); });
  drawing.addEventListener("mouseover", (event) => on.hover(of(event)?.dataset.ref ?? null));
  drawing.addEventListener("mouseleave", () => on.hover(null));
  drawing.addEventListener("keydown", (event) => {
    const mark = of(event);
    if (!mark) return;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); on.select(mark.dataset.ref, true); }
    else if (event.key in ARROWS) { event.preventDefault(); const next = beside(marks, mark, ARROWS[event.key]); if (next) { rove(marks, next); next.focus(); } }
  });
}

function rove(marks, chosen) {
  for (const mark of marks) mark.setAttribute("tabindex", mark === chosen ? "0" : "-1");
}

/** The nearest mark in a direction. */
function beside(marks, from, [dx, dy]) {
  const middle = (mark) => { const box = mark.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; };
  const [x, y] = middle(from);
  let best = null, least = Infinity;
  for (const mark of marks) {
    const [a, b] = middle(mark), along = (a - x) * dx + (b - y) * dy, aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
    if (along > 2 && along + aside * 3 < least) [best, least] = [mark, along + aside * 3];
  }
  return best;
}

const meets = (mark, ref) => { const wanted = new Set((ref ?? "").split(" ")); return mark.dataset.ref.split(" ").some((one) => wanted.has(one)); };

/** Fades what the filters hide, and what is not chosen while something is. */
function dim({ marks, model, ref }) {
  for (const mark of marks) {
    const parts = parse(mark.dataset.ref);
    mark.classList.toggle("filtered", parts.length > 0 && !parts.some(({ what, number: i }) => (what === "n" ? model.visible[i] : model.visibleEdge[i])));
    mark.classList.toggle("chosen", Boolean(ref) && (mark.dataset.ref === ref || meets(mark, ref)));
  }
}

function resize(self, scale) {
  self.scale = Math.min(Math.max(scale, 0.3), 4);
  Object.assign(self.drawing.style, { width: `${self.natural * self.scale}px`, height: "auto" });
  self.on.look();
}

const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

/** The chart as a file of its own: what the page's style gives to its parts is written into them. */
function alone(drawing) {
  const copy = drawing.cloneNode(true), parts = [...copy.querySelectorAll("*")];
  drawing.querySelectorAll("*").forEach((part, n) => {
    const style = getComputedStyle(part);
    for (const name of STYLES) parts[n].setAttribute(name, style.getPropertyValue(name));
    for (const name of ["tabindex", "class", "role"]) parts[n].removeAttribute(name);
  });
  const { width, height } = drawing.viewBox.baseVal, ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width, height, fill: getComputedStyle(document.body).backgroundColor })) ground.setAttribute(name, value);
  copy.prepend(ground);
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", width, height })) copy.setAttribute(name, value);
  copy.removeAttribute("style");
  return new XMLSerializer().serializeToString(copy);
}

async function painted(drawing) {
  const picture = new Image(), { width, height } = drawing.viewBox.baseVal, address = URL.createObjectURL(new Blob([alone(drawing)], { type: "image/svg+xml" }));
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done));
}
