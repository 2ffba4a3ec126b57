// The legend is the first filter: each kind with its shape, its colour and how many there are; a press hides it.

import { button, h, refill } from "./dom.js";
import { parse } from "./refs.js";
import { symbol } from "./symbol.js";
import { number, say } from "./words.js";

/** The kinds of a network as switches. */
export function legend(app) {
  const { model, core } = app, counts = core.kinds.map(() => 0);
  for (const i of inPicture(model)) counts[model.kind[i]]++;
  const switches = core.kinds.map((kind, i) => counts[i] > 0 && button({ class: "chip", "data-kind": kind.code, title: say("hide or show") }, () => turn(app, i),
    symbol(kind), h("span", null, kind.label), h("span", { class: "number" }, number(counts[i]))));
  const mark = () => switches.forEach((one, i) => one && one.setAttribute("aria-pressed", String(!app.filters.kinds.has(i))));
  app.on("filter", mark);
  mark();
  return h("div", { id: "legend", role: "group", "aria-label": say("kinds") }, switches);
}

/** The nodes of a net, or those that the marks of a chart stand for. */
function inPicture({ count, core, from, to }) {
  if (core.renderer !== "figure") return Array(count).keys();
  const parts = parse([...document.querySelectorAll("#figure [data-ref]")].map((mark) => mark.dataset.ref).join(" "));
  return new Set(parts.flatMap(({ what, number: i }) => (what === "n" ? [i] : [from[i], to[i]])));
}

function turn(app, i) {
  const { kinds } = app.filters;
  kinds.has(i) ? kinds.delete(i) : kinds.add(i);
  app.refilter();
}

/** How much is seen and how much is hidden, in words. */
export function counts(app) {
  const said = h("p", { id: "count", role: "status" });
  const tell = () => {
    const { nodes, edges, away } = app.model.shown, total = app.model.count - away, chart = app.core.renderer === "figure";
    const parts = chart ? [] : [nodes === total ? say("things", { n: nodes }) : say("things of", { n: nodes, all: total }), say("relations", { n: edges })];
    if (nodes < total) parts.push(say("hidden", { n: total - nodes }));
    if (away) parts.push(say("away", { n: away }));
    if (app.renderer?.every?.() > 1) parts.push(say("sampled", { n: app.renderer.every() }));
    const words = parts.join(" · ");
    if (said.textContent !== words) refill(said, words);
  };
  app.on("filter", tell);
  app.on("look", tell);
  tell();
  return said;
}
