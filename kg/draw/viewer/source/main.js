// Opens the page: reads the data, makes the picture, and puts the parts around it that all speak through one object, `app`.

import { lazily, read } from "./data.js";
import { button, find, h } from "./dom.js";
import { expansion } from "./expand.js";
import { filters } from "./filters.js";
import { help, keyboard, zoom } from "./keyboard.js";
import { counts, legend } from "./legend.js";
import { model, open } from "./model.js";
import { enter, panel } from "./panel.js";
import { parse } from "./refs.js";
import { make as canvas } from "./renderers/canvas/index.js";
import { make as figure } from "./renderers/figure.js";
import { make as vis } from "./renderers/vis.js";
import { menu } from "./save.js";
import { combobox, finder } from "./search.js";
import { permalink } from "./state.js";
import { table } from "./table.js";
import { onRecolour, switchTheme } from "./theme.js";
import { tip } from "./tip.js";
import { say, speak } from "./words.js";

const RENDERERS = { vis, canvas, figure };
const LOOK_MS = 250;

/** What the parts of the page share: the model, the renderer, what is selected and filtered, and a way to tell each other. */
function application(core) {
  const made = model(core), heard = {};
  const app = {
    core, model: made, more: core.renderer !== "figure" && expansion(made), proof: lazily("proof"), look: finder(made), ref: null, filters: open(), path: false,
    on: (what, action) => (heard[what] ??= []).push(action),
    tell: (what, ...values) => heard[what]?.forEach((action) => action(...values)),
    select: (ref, how = {}) => select(app, ref, how),
    refilter: (filters) => refilter(app, filters),
    enter: () => enter(),
    home: () => find("frame").focus({ preventScroll: true }),
  };
  app.link = permalink(made);
  return app;
}

/** Selects something, or nothing; `how`: move the picture there, fit it, take the keyboard to the panel, be a path, make no step in the history. */
function select(app, ref, { move, fit, enter: into, path, step = true }) {
  if (ref === app.ref && !into) return;
  Object.assign(app, { ref, path: Boolean(path) });
  bring(app, ref);
  app.renderer.select(ref);
  if (fit) app.renderer.fit();
  else if (move && ref) app.renderer.focus(ref);
  app.tell("select", ref, into);
  say_(app, ref);
  if (step) app.link.write({ ref, filters: app.filters, look: null }, true);
}

// What was found but is not in the picture yet comes into it.
function bring(app, ref) {
  const { model: made, more } = app, away = more ? parse(ref).flatMap(({ what, number: i }) => (what === "n" ? [i] : [made.from[i], made.to[i]])).filter((i) => !made.present[i]) : [];
  for (const i of away) more.bring(i);
  if (away.length) app.refilter();
}

// Told to those who do not see the picture.
function say_({ model: made }, ref) {
  const [{ what, number: i } = {}, more] = parse(ref);
  find("live").textContent = !what || more ? "" : what === "n"
    ? `${made.label(i)}, ${made.kindOf(i).label}, ${say("ties", { n: made.neighbours(i).length })}` : `${made.label(made.from[i])}, ${made.edgeLabel(i)}, ${made.label(made.to[i])}`;
}

function refilter(app, filters) {
  app.filters = filters === null ? open() : filters ?? app.filters;
  app.model.filter(app.filters);
  app.renderer.draw();
  app.tell("filter");
  app.link.write({ ref: app.ref, filters: app.filters, look: app.looked }, false);
}

/** Puts the page into the state that its address names. */
function restore(app) {
  const { ref, filters, look } = app.link.read();
  app.filters = filters;
  app.model.filter(filters);
  app.renderer.draw();
  app.tell("filter");
  select(app, ref, { step: false, move: !look });
  if (look) app.renderer.setLook(look);
}

function tools(app) {
  const bar = find("tools"), { renderer } = app;
  bar.append(menu(app),
    button({ id: "theme", class: "icon", "aria-label": say("light or dark"), title: say("light or dark") }, switchTheme, "◐"),
    button({ id: "keys", class: "icon", "aria-label": say("keys"), title: say("keys") }, () => find("help").showModal(), "?"));
  find("zoom").append(renderer.relax ? button({ id: "relax", class: "quiet" }, () => renderer.relax(), say("relax")) : "",
    button({ class: "icon", "aria-label": say("larger"), title: say("larger") }, () => zoom(app, 1.3), "+"), button({ class: "icon", "aria-label": say("smaller"), title: say("smaller") }, () => zoom(app, 1 / 1.3), "−"),
    button({ class: "icon", id: "fit", "aria-label": say("fit"), title: say("fit") }, () => renderer.fit(), "⤢"));
}

// Not by the address, which keeps the state of the page.
function skip() {
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    find("listing").open = true;
    find("listing").querySelector("summary").focus();
  });
}

/** Menus close when the person turns to something else. */
function closing() {
  document.addEventListener("pointerdown", (event) => {
    for (const one of document.querySelectorAll("details.menu[open]")) if (!one.contains(event.target)) one.open = false;
  });
}

function build(app) {
  find("search").append(combobox({ id: "find", model: app.model, look: app.look, label: say("find"), hint: say("find hint"), choose: (i) => app.select(`n${i}`, { move: true, enter: true }) }));
  find("bar").append(h("details", { id: "kinds", open: matchMedia("(min-width: 48rem)").matches }, h("summary", null, say("kinds")), legend(app)), filters(app));
  find("foot").prepend(counts(app));
  find("drawing").append(tip(app));
  find("panel-place").replaceWith(panel(app));
  find("listing-place").replaceWith(table(app));
  document.body.append(help());
  app.renderer = drawn(app);
  tools(app);
  keyboard(app);
  closing();
  skip();
}

/** The renderer, made when everything around it has its size. */
function drawn(app) {
  const later = delayed(() => { app.looked = app.renderer.look(); app.link.write({ ref: app.ref, filters: app.filters, look: app.looked }, false); }, LOOK_MS);
  return RENDERERS[app.core.renderer](find("canvas"), app.model, {
    select: (ref, into) => app.select(ref, { enter: into }), hover: (ref) => app.tell("hover", ref), look: () => { app.tell("look"); if (app.ready) later(); }, open: (i) => app.select(`n${i}`, { enter: true }),
  });
}

function delayed(action, wait) {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(action, wait); };
}

async function start() {
  const core = await read("core");
  speak(core.words, core.lang);
  const app = application(core);
  app.model.filter(app.filters);
  build(app);
  app.renderer.resize();
  app.renderer.fit();
  restore(app);
  onRecolour(() => app.renderer.recolour());
  addEventListener("popstate", () => restore(app));
  app.ready = true;
  window.picture = app;
  document.documentElement.dataset.ready = "";
}

start().catch((error) => {
  find("live").textContent = String(error);
  throw error;
});
