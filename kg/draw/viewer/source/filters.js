// Filters for relations, statuses, years and confidence. What is hidden is counted in words below the picture.

import { button, h, refill, svg } from "./dom.js";
import { open } from "./model.js";
import { ring } from "./symbol.js";
import { number, say } from "./words.js";

const WIDTH = 240, HEIGHT = 44;

/** The panel of filters behind one button that says how many are set. */
export function filters(app) {
  const badge = h("span", { class: "badge", hidden: true }), parts = [relations(app), statuses(app), years(app), confidence(app)].filter(Boolean);
  const mark = () => {
    const { relations: r, statuses: t, since, until, confidence: c } = app.filters, set = r.size + t.size + (since || until ? 1 : 0) + (c ? 1 : 0);
    badge.textContent = set ? number(set) : "";
    badge.hidden = !set;
  };
  app.on("filter", mark);
  mark();
  const reset = button({ class: "quiet" }, () => app.refilter(open()), say("reset"));
  return h("details", { id: "filters", class: "menu" }, h("summary", null, say("filters"), badge), h("div", { class: "sheet" }, h("div", { class: "columns" }, parts), reset));
}

function boxes(app, title, list, counts, key, sign) {
  const inputs = list.map((_, i) => h("input", { type: "checkbox", onchange: (event) => { event.target.checked ? app.filters[key].delete(i) : app.filters[key].add(i); app.refilter(); } }));
  const mark = () => inputs.forEach((input, i) => { input.checked = !app.filters[key].has(i); });
  app.on("filter", mark);
  mark();
  return list.length > 0 && h("fieldset", { "data-filter": key }, h("legend", null, title), list.map((one, i) => h("label", { class: "check" }, inputs[i], sign?.(one), h("span", null, one.label), h("span", { class: "number" }, number(counts[i])))));
}

function tally(array, length) {
  const counts = new Array(length).fill(0);
  array.forEach((one) => { if (one >= 0) counts[one]++; });
  return counts;
}

const relations = (app) => boxes(app, say("relation filter"), app.core.relations, tally(app.model.relation, app.core.relations.length), "relations");
const statuses = (app) => boxes(app, say("status filter"), app.core.statuses, tally(app.model.status, app.core.statuses.length), "statuses", (status) => ring(status));

/** A first and a last year above a small histogram of what is dated. */
function years(app) {
  const dated = [...app.model.year].filter(Boolean);
  if (!dated.length) return null;
  const first = dated.reduce((a, b) => Math.min(a, b)), last = dated.reduce((a, b) => Math.max(a, b));
  const field = (key, label, value) => h("label", { class: "year" }, h("span", null, label), h("input", {
    type: "number", id: key, min: first, max: last, step: 1, placeholder: value, inputmode: "numeric",
    onchange: (event) => { app.filters[key] = Number(event.target.value) || 0; app.refilter(); },
  }));
  const since = field("since", say("from year"), first), until = field("until", say("to year"), last), chart = h("div");
  const mark = () => {
    for (const label of [since, until]) { const input = label.querySelector("input"); input.value = app.filters[input.id] || ""; }
    refill(chart, histogram(tallyYears(dated, first, last), first, app.filters));
  };
  app.on("filter", mark);
  mark();
  return h("fieldset", { "data-filter": "years" }, h("legend", null, say("year filter")), chart, h("div", { class: "range" }, since, until), h("p", { class: "hint" }, say("undated stay")));
}

function tallyYears(dated, first, last) {
  const counts = new Array(last - first + 1).fill(0);
  for (const year of dated) counts[year - first]++;
  return counts;
}

function histogram(counts, first, { since, until }) {
  const highest = counts.reduce((a, b) => Math.max(a, b)), wide = WIDTH / counts.length;
  const bars = counts.map((count, n) => {
    const year = first + n, out = (since && year < since) || (until && year > until), high = count ? Math.max((HEIGHT * count) / highest, 2) : 0;
    return svg("rect", { x: n * wide, y: HEIGHT - high, width: Math.max(wide - 1, 0.5), height: high, class: out ? "out" : null });
  });
  return svg("svg", { class: "histogram", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, bars);
}

function confidence(app) {
  const known = (array) => array.some((value) => value === value);
  if (!known(app.model.sure) && !known(app.model.sureEdge)) return null;
  const said = h("output", { for: "confidence" });
  const input = h("input", { type: "range", id: "confidence", min: 0, max: 1, step: 0.05, oninput: () => { app.filters.confidence = Number(input.value); app.refilter(); } });
  const mark = () => { input.value = app.filters.confidence; said.textContent = number(app.filters.confidence); };
  app.on("filter", mark);
  mark();
  return h("fieldset", { "data-filter": "confidence" }, h("legend", null, say("confidence filter")), h("label", { class: "slide" }, h("span", null, say("at least")), input, said));
}
