// "Path to …": from the chosen thing to one found by name, the shortest way through what is shown.

import { button, h } from "./dom.js";
import { path, pathRef } from "./paths.js";
import { combobox } from "./search.js";
import { say } from "./words.js";

/** A button that asks for the other end and then selects the way there. */
export function pathTo(app, from) {
  const place = h("div", { class: "pathway" }), said = h("p", { role: "status", class: "hint" });
  const choose = (to) => {
    const way = path(app.model, from, to);
    if (way) app.select(pathRef(way), { path: true, fit: true });
    else said.textContent = say("no path", { name: app.model.label(to) });
  };
  const ask = button({ class: "quiet", "aria-expanded": "false" }, () => {
    if (place.childElementCount > 1) { place.replaceChildren(ask); ask.setAttribute("aria-expanded", "false"); return; }
    ask.setAttribute("aria-expanded", "true");
    place.append(combobox({ id: "path-to", model: app.model, look: app.look, label: say("path to whom"), hint: say("path to whom"), choose }), said);
    place.querySelector("input").focus();
  }, say("path to"));
  place.append(ask);
  return place;
}
