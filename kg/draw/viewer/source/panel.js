// The panel beside the picture: what the chosen thing is, what is said of it, and the sentences that prove it.

import { button, find, h, name, refill } from "./dom.js";
import { neighbours } from "./neighbours.js";
import { pathTo } from "./pathway.js";
import { parse } from "./refs.js";
import { sentences } from "./sentences.js";
import { ring, symbol } from "./symbol.js";
import { number, say } from "./words.js";

const FEW = 40;

/** The panel; it follows what is selected. */
export function panel(app) {
  const place = h("aside", { id: "panel", tabindex: "-1", "aria-label": say("panel") });
  const show = async (_, into) => {
    const asked = app.ref, parts = parse(asked);
    const content = parts.length ? await told(app, parts) : about(app);
    if (asked !== app.ref) return;
    refill(place, parts.length > 0 && button({ class: "close", "aria-label": say("close"), title: say("close") }, () => { app.select(null); app.home(); }, "×"), content);
    place.scrollTop = 0;
    place.dataset.shows = asked ?? "";
    document.documentElement.toggleAttribute("data-chosen", parts.length > 0);
    if (into) enter();
  };
  app.on("select", show);
  app.on("filter", () => place.querySelector(".unseen-now")?.replaceWith(unseen(app, parse(app.ref)) ?? ""));
  show();
  return place;
}

/** Before anything is chosen: what this picture shows and what it leaves out. */
function about(app) {
  return [h("h2", null, say("about")), app.core.notes.map((note) => h("p", { dir: "auto" }, note)), h("p", null, say("how to read")), h("p", { class: "hint" }, say("how to find"))];
}

async function told(app, parts) {
  const proof = await app.proof();
  if (parts.length > 1) return several(app, parts, proof);
  const [{ what, number: i, stage }] = parts;
  return what === "n" ? thing(app, i, stage, proof) : relation(app, i, proof);
}

function thing(app, i, stage, proof) {
  const { model } = app, names = model.names(i), kind = model.kindOf(i), type = model.type(i), others = names.filter((one) => one !== model.core.nodes.label[i]).slice(0, 6);
  return [
    h("p", { class: "kicker" }, symbol(kind), type && type !== kind.label ? `${kind.label} · ${type}` : kind.label),
    h("h2", { tabindex: "-1", dir: "auto" }, model.label(i)),
    others.length > 0 && h("p", { class: "others" }, h("span", null, say("also")), " ", others.map((one, n) => [n > 0 && ", ", name(one)])),
    standing(model, i),
    unseen(app, [{ what: "n", number: i }]),
    h("div", { class: "actions" }, app.more && growth(app, i), pathTo(app, i)),
    facts(proof.facts[i]),
    proof.stages[i] && life(proof, proof.stages[i], names, stage),
    h("h3", null, say("sentences")), sentences(proof, proof.nodes[i], names),
    neighbours(app, i),
  ];
}

/** Buttons that bring more neighbours into the picture and send them away again, that leave only this thing with some of them, or open all. */
function growth(app, i) {
  const { model, more } = app, place = h("div", { class: "growth" });
  const choice = (what, action, words, whole) => button({ class: "quiet", "data-act": what }, () => {
    action();
    app.refilter();
    if (whole) app.renderer.fit();
    draw();
    (place.querySelector("button") ?? find("panel").querySelector("h2")).focus();
  }, words);
  const draw = () => {
    const hidden = more.hidden(i);
    refill(place,
      hidden > 0 && choice("expand", () => more.expand(i), say("bring in", { n: Math.min(hidden, 12), all: hidden })),
      more.expanded(i) && choice("collapse", () => more.collapse(i), say("send away")),
      model.count - model.shown.away > FEW && choice("only", () => more.only(i), say("only this"), true),
      model.shown.away > 0 && choice("all", more.all, say("open all"), true));
  };
  draw();
  return place;
}

/** Where an instrument stands: the word, its colour, the date. */
function standing(model, i) {
  const status = model.statusOf(i), date = model.date(i);
  if (!status && !date) return null;
  return h("p", { class: "standing" }, status && [ring(status), h("strong", null, status.label)], date && h("span", null, date));
}

function unseen(app, parts) {
  const { visible, visibleEdge, present } = app.model;
  const hidden = parts.some(({ what, number: i }) => (what === "n" ? present[i] && !visible[i] : !visibleEdge[i] && present[app.model.from[i]] && present[app.model.to[i]]));
  return h("p", { class: "unseen-now", hidden: !hidden }, say("filtered away"), " ", button({ class: "quiet" }, () => app.refilter(null), say("reset")));
}

function facts(told) {
  return told.length > 0 && h("dl", null, told.map(([key, value]) => [h("dt", { dir: "auto" }, key), h("dd", { dir: "auto" }, value)]));
}

/** The stages of an instrument's life, each with its sentence; a stage that a mark of the picture stands for is open. */
function life(proof, stages, names, chosen) {
  return [h("h3", null, say("life")), h("ol", { class: "life" }, stages.map(([date, dated, status, quotes], n) =>
    h("li", { "aria-current": n === chosen ? "true" : null }, h("details", { open: n === chosen || (chosen === null && n === stages.length - 1) },
      h("summary", null, h("strong", null, status), " ", h("time", null, date ? (dated ? date : say("reported on", { date })) : say("undated"))), sentences(proof, quotes, names)))))];
}

function relation(app, e, proof) {
  const { model } = app, a = model.from[e], b = model.to[e], sure = model.sureEdge[e];
  return [
    h("p", { class: "kicker" }, say("relation")),
    h("h2", { tabindex: "-1", dir: "auto" }, model.edgeLabel(e)),
    h("div", { class: "ends" }, node(app, a), h("span", { class: "via", "aria-hidden": "true" }, "↓"), node(app, b)),
    unseen(app, [{ what: "e", number: e }]),
    sure === sure && h("p", { class: "hint" }, say("confidence is", { c: number(Math.round(sure * 100) / 100) })),
    h("h3", null, say("sentences")), sentences(proof, proof.edges[e], [...model.names(a), ...model.names(b)]),
  ];
}

/** Several things behind one mark, or the steps of a path. */
function several(app, parts, proof) {
  const { path } = app, of = ({ what, number: i }, n) => (what === "n" ? node(app, i) : path ? step(app, proof, i, parts[n - 1].number) : line(app, i));
  const title = path ? say("path", { n: parts.filter((part) => part.what === "e").length }) : say("several", { n: parts.length });
  return [h("h2", { tabindex: "-1" }, title), h("ol", { class: path ? "several path" : "several" }, parts.map((part, n) => h("li", null, of(part, n))))];
}

const node = (app, i) => button({ class: "end" }, () => app.select(`n${i}`, { move: true }), symbol(app.model.kindOf(i)), name(app.model.label(i)));

/** A step of a path: its relation, seen from where the path comes from, and the sentence that proves it. */
function step(app, proof, e, before) {
  const { model } = app, from = model.from[e];
  return [button({ class: "end step" }, () => app.select(`e${e}`, { move: true }), h("span", { "aria-hidden": "true" }, from === before ? "↓" : "↑"), name(model.edgeLabel(e))),
    sentences(proof, proof.edges[e].slice(0, 1), [...model.names(from), ...model.names(model.to[e])])];
}

function line(app, e) {
  const { model } = app;
  return button({ class: "end" }, () => app.select(`e${e}`, { move: true }), h("span", null, name(model.label(model.from[e])), h("em", null, ` ${model.edgeLabel(e)} `), name(model.label(model.to[e]))));
}

/** Takes the keyboard into the panel. */
export const enter = () => (find("panel").querySelector("h2") ?? find("panel")).focus();
