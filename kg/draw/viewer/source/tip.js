// The full name of what the pointer is on; for those who see only, as the panel says everything.

import { find, h, name, refill } from "./dom.js";
import { parse } from "./refs.js";
import { say } from "./words.js";

/** A small note that follows the pointer in the picture. */
export function tip(app) {
  const place = h("div", { id: "tip", "aria-hidden": "true", hidden: true });
  let at = [0, 0];
  document.addEventListener("pointermove", (event) => { at = [event.clientX, event.clientY]; if (!place.hidden) put(place, at); });
  app.on("hover", (ref) => {
    const parts = parse(ref);
    place.hidden = parts.length !== 1;
    if (place.hidden) return;
    refill(place, words(app.model, parts[0]));
    put(place, at);
  });
  return place;
}

function words(model, { what, number: i }) {
  if (what === "e") return [h("strong", null, name(model.edgeLabel(i))), h("span", null, name(model.label(model.from[i])), " → ", name(model.label(model.to[i])))];
  const said = [model.type(i) || model.kindOf(i).label, model.statusOf(i)?.label, model.date(i), say("ties", { n: model.neighbours(i).length })];
  return [h("strong", null, name(model.label(i))), h("span", null, said.filter(Boolean).join(" · "))];
}

function put(place, [x, y]) {
  const frame = find("drawing").getBoundingClientRect(), box = place.getBoundingClientRect();
  place.style.left = `${Math.max(Math.min(x - frame.left + 14, frame.width - box.width - 8), 8)}px`;
  place.style.top = `${y - frame.top + 18 + box.height > frame.height ? y - frame.top - box.height - 10 : y - frame.top + 18}px`;
}
