// Everything can be done without a mouse: "/" searches, arrows walk along the ties, Enter reads, Esc lets go, "+ - 0" zoom, "?" says so.

import { button, find, h, name, typing } from "./dom.js";
import { numbers } from "./refs.js";
import { say } from "./words.js";

const ARROWS = { ArrowRight: 0, ArrowDown: 90, ArrowLeft: 180, ArrowUp: -90 };
const KEYS = [["/", "key search"], ["← ↑ → ↓", "key arrows"], ["Enter", "key enter"], ["Esc", "key escape"], ["+  −  0", "key zoom"], ["?", "key help"]];

/** Listens to the keys of the page. */
export function keyboard(app) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || find("help").open) return;
    const done = event.key === "Escape" ? escape(app) : !typing() && pressed(app, event.key);
    if (done) event.preventDefault();
  });
}

function pressed(app, key) {
  if (key === "/") { find("find").focus(); return true; }
  if (key === "?") { find("help").showModal(); return true; }
  if (key === "0") { app.renderer.fit(); return true; }
  if (key === "+" || key === "=" || key === "-") { zoom(app, key === "-" ? 1 / 1.3 : 1.3); return true; }
  if (!document.activeElement || ![document.body, find("frame")].includes(document.activeElement)) return false;
  if (key === "Enter" && app.ref) { app.enter(); return true; }
  return key in ARROWS && app.renderer.place ? step(app, ARROWS[key]) : false;
}

/** First the open menu closes, then the selection goes, then the picture is whole again. */
function escape(app) {
  const menu = document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); return true; }
  if (app.ref) { app.select(null); app.home(); } else app.renderer.fit();
  return true;
}

/** Makes the picture larger or smaller around its middle. */
export function zoom(app, by) {
  const look = app.renderer.look();
  app.renderer.setLook({ ...look, scale: look.scale * by });
}

function step(app, angle) {
  const [from] = numbers(app.ref, "n"), to = from === undefined ? middle(app) : towards(app, from, angle);
  if (to >= 0) app.select(`n${to}`, { move: true, quiet: true });
  return true;
}

/** The neighbour that lies nearest to a direction, or -1. */
function towards({ model, renderer }, from, angle) {
  const here = renderer.place(from);
  let best = -1, least = Infinity;
  for (const e of model.neighbours(from)) {
    const to = model.other(e, from);
    if (!model.visibleEdge[e] || to === from) continue;
    const there = renderer.place(to), turn = Math.abs(((Math.atan2(there.y - here.y, there.x - here.x) * 180) / Math.PI - angle + 540) % 360 - 180);
    const cost = turn * 4 + Math.hypot(there.x - here.x, there.y - here.y) * 0.2;
    if (turn <= 75 && cost < least) [best, least] = [to, cost];
  }
  return best;
}

function middle({ model, renderer }) {
  const look = renderer.look();
  let best = -1, least = Infinity;
  for (let i = 0; i < model.count; i++) {
    if (!model.visible[i]) continue;
    const place = renderer.place(i), far = Math.hypot(place.x - look.x, place.y - look.y);
    if (far < least) [best, least] = [i, far];
  }
  return best;
}

/** The list of keys, as a dialog. */
export function help() {
  const dialog = h("dialog", { id: "help", "aria-labelledby": "help-title" }, h("h2", { id: "help-title" }, say("keys")),
    h("dl", null, KEYS.map(([key, word]) => [h("dt", null, h("kbd", null, name(key))), h("dd", null, say(word))])), button({ class: "quiet" }, () => dialog.close(), say("close")));
  return dialog;
}
