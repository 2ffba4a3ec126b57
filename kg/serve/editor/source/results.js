// Shows an answer: as a table, a chart or a network; what it lacks is said above it, and it can be taken away as a file.

import { isCut, reason, send } from "./asking.js";
import { chart } from "./chart.js";
import { find, h, offer, replace } from "./dom.js";
import { graph } from "./graph.js";
import { table } from "./table.js";
import { say } from "./words.js";

const VIEWS = ["table", "chart", "graph"];
const FILES = {
  rows: [["CSV", "csv", "text/csv"], ["TSV", "tsv", "text/tab-separated-values"], ["JSON", "json", "application/sparql-results+json"], ["XML", "xml", "application/sparql-results+xml"]],
  boolean: [["JSON", "json", "application/sparql-results+json"], ["XML", "xml", "application/sparql-results+xml"]],
  triples: [["Turtle", "ttl", "text/turtle"], ["N-Triples", "nt", "application/n-triples"]],
};

export const view = { now: "table" };

export function results(query, answer, seconds, why, turned) {
  const rows = answer.triples ? { ...answer, names: ["subject", "predicate", "object"], rows: answer.triples } : answer;
  const files = FILES[answer.triples ? "triples" : answer.rows ? "rows" : "boolean"];
  count(answer, rows, seconds);
  const body = answer.boolean === undefined ? tabs(answer, rows, why, turned) : h("p", { class: "verdict" }, say(answer.boolean ? "yes" : "no"));
  replace(find("answer"), banner(answer), body, files && downloads(query, files));
}

function count(answer, { rows }, seconds) {
  const found = answer.boolean === undefined ? say(answer.triples ? "triples" : "rows", { n: rows.length }) : say(answer.boolean ? "yes" : "no");
  replace(find("status"), `${found} · ${say("seconds", { s: seconds })}`);
}

const banner = ({ cut }) => cut && h("p", { class: "banner", role: "alert" }, say("cut"));

function tabs(answer, rows, why, turned) {
  const views = answer.triples ? ["table", "graph"] : VIEWS;
  if (!views.includes(view.now)) view.now = "table";
  const panel = h("div", { role: "tabpanel", id: "panel", "aria-labelledby": `tab-${view.now}`, tabindex: "-1" });
  const made = { table: () => table(rows, why), chart: () => chart(rows), graph: () => graph(answer) };
  const buttons = views.map((name) => h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "panel", onclick: () => turn(name) }, say(name)));
  const turn = (name) => {
    view.now = name;
    buttons.forEach((button, n) => { button.setAttribute("aria-selected", String(views[n] === name)); button.tabIndex = views[n] === name ? 0 : -1; });
    panel.setAttribute("aria-labelledby", `tab-${name}`);
    replace(panel, made[name]());
    turned();
  };
  const keys = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (views.indexOf(view.now) + step + views.length) % views.length;
    turn(views[next]);
    buttons[next].focus();
  };
  turn(view.now);
  return [h("div", { role: "tablist", "aria-label": say("views"), onkeydown: keys }, buttons), panel];
}

function downloads(query, files) {
  const problem = h("span", { role: "status" });
  const take = (ending, type) => async () => {
    replace(problem, say("fetching"));
    const response = await send(query, type);
    if (!response.ok) { replace(problem, reason(response, await response.text())); return; }
    offer(await response.blob(), `answer.${ending}`);
    replace(problem, isCut(response) && say("cut"));
  };
  return h("p", { class: "downloads" }, h("span", null, say("download")), files.map(([name, ending, type]) => h("button", { type: "button", class: "small", onclick: take(ending, type) }, name)), problem);
}
