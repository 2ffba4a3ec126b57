// Who a thing is tied to, by the word of the relation: a press on the name goes there, one on "sentence" shows what proves the tie.

import { button, h, name } from "./dom.js";
import { symbol } from "./symbol.js";
import { number, say } from "./words.js";

const AT_ONCE = 12, MORE = 60;

/** The ties of a node in groups; the most connected first, many behind a button. */
export function neighbours(app, i) {
  const { model } = app, groups = new Map();
  for (const e of model.neighbours(i)) {
    const key = `${!model.directed ? "–" : model.from[e] === i ? "→" : "←"} ${model.edgeLabel(e)}`;
    groups.has(key) ? groups.get(key).push(e) : groups.set(key, [e]);
  }
  const all = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return all.length > 0 && h("section", { class: "ties" }, h("h3", null, say("ties", { n: model.neighbours(i).length })), all.map(([word, edges]) => group(app, i, word, edges)));
}

function group(app, i, word, edges) {
  const { model } = app, list = h("ul"), other = (e) => model.other(e, i);
  const sorted = edges.sort((a, b) => (model.date(other(b)) > model.date(other(a)) ? 1 : model.date(other(b)) < model.date(other(a)) ? -1 : model.weight[other(b)] - model.weight[other(a)]));
  let shown = 0;
  const more = button({ class: "quiet" }, () => { const at = shown; grow(MORE); list.children[at]?.querySelector("button").focus(); });
  const grow = (by) => {
    list.append(...sorted.slice(shown, shown + by).map((e) => tie(app, e, other(e))));
    shown = Math.min(shown + by, sorted.length);
    more.textContent = say("more of", { n: shown, all: sorted.length });
    more.hidden = shown >= sorted.length;
  };
  grow(AT_ONCE);
  return h("div", { class: "group" }, h("h4", null, h("span", { "aria-hidden": "true" }, word.slice(0, 2)), name(word.slice(2)), h("span", { class: "number" }, number(edges.length))), list, more);
}

function tie(app, e, other) {
  const { model } = app, label = model.label(other), date = model.date(other);
  return h("li", null, button({ class: "end" }, () => app.select(`n${other}`, { move: true }), symbol(model.kindOf(other)), name(label), date && !label.includes(date) && h("small", null, date)),
    button({ class: "proof", "aria-label": say("sentences of", { relation: model.edgeLabel(e), name: label }) }, () => app.select(`e${e}`), say("proof")));
}
