// The answer as a table: a page of rows at a time, sorted by any column, narrowed by words.

import { h, replace } from "./dom.js";
import { isDate, isEntity, isNumber, node, shown } from "./terms.js";
import { number, say } from "./words.js";

const ROWS = 100, LONG = 60;

export function table(answer, why) {
  const state = { page: 0, by: null, down: false, words: "" };
  const place = h("div");
  const draw = () => replace(place, grid(answer, state, draw, why), pager(answer, state, draw));
  const words = h("input", { type: "search", id: "narrow", autocomplete: "off", oninput: (event) => { Object.assign(state, { words: event.target.value, page: 0 }); draw(); } });
  draw();
  return h("div", null, answer.rows.length > 5 && h("p", { class: "narrow" }, h("label", { for: "narrow" }, say("narrow")), " ", words), place);
}

function chosen(answer, { by, down, words }) {
  const wanted = words.trim().toLocaleLowerCase();
  let rows = wanted ? answer.rows.filter((row) => row.some((cell) => cell && shown(cell).toLocaleLowerCase().includes(wanted))) : answer.rows;
  if (by === null) return rows;
  rows = [...rows].sort((a, b) => compare(a[by], b[by]));
  return down ? rows.reverse() : rows;
}

function compare(a, b) {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  return isNumber(a) && isNumber(b) ? Number(a.value) - Number(b.value) : shown(a).localeCompare(shown(b));
}

function grid(answer, state, draw, why) {
  const rows = chosen(answer, state);
  state.count = rows.length;
  const from = state.page * ROWS;
  const asks = why && answer.rows.some((row) => row.some(isEntity));
  const body = rows.slice(from, from + ROWS).map((row) => h("tr", null, asks && proof(row, why), row.map(cell)));
  const head = answer.names.map((name, column) => heading(name, column, state, draw));
  return h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("table") },
    h("table", null, h("thead", null, h("tr", null, asks && h("th", { scope: "col" }, say("why")), head)), h("tbody", null, body)));
}

function heading(name, column, state, draw) {
  const sorted = state.by === column;
  const turn = () => {
    Object.assign(state, { by: sorted && state.down ? null : column, down: sorted && !state.down, page: 0 });
    draw();
    document.getElementById(`sort-${column}`)?.focus();
  };
  const mark = h("span", { "aria-hidden": "true" }, sorted ? (state.down ? " ▾" : " ▴") : "");
  return h("th", { scope: "col", "aria-sort": sorted ? (state.down ? "descending" : "ascending") : null },
    h("button", { type: "button", id: `sort-${column}`, class: "sort", title: say("sort"), onclick: turn }, name, mark));
}

const cell = (value) => h("td", { class: kind(value) }, node(value));

function kind(value) {
  if (isNumber(value)) return "number";
  if (isDate(value)) return "date";
  return value?.type === "literal" && value.value.length > LONG ? "long" : null;
}

// A row is proved by the entity that it is about: a country only where it names nothing else.
function proof(row, why) {
  const entities = row.filter(isEntity);
  const about = entities.find((one) => !shown(one).startsWith("country")) ?? entities[0];
  if (!about) return h("td");
  const name = shown(row.find((one) => one?.type === "literal" && one.value.length <= LONG) ?? about);
  return h("td", null, h("button", { type: "button", class: "small", "aria-label": `${say("why")} ${name}`, onclick: () => why(about, name) }, say("why")));
}

function pager(answer, state, draw) {
  const last = Math.max(Math.ceil(state.count / ROWS) - 1, 0);
  const step = (by) => () => { state.page += by; draw(); };
  const from = Math.min(state.page * ROWS + 1, state.count);
  const place = h("span", { role: "status" }, say("shown", { from, to: Math.min((state.page + 1) * ROWS, state.count), n: state.count, all: number(answer.rows.length) }));
  if (last === 0) return state.words ? h("p", { class: "pager" }, place) : null;
  return h("nav", { class: "pager", "aria-label": say("pages") },
    h("button", { type: "button", disabled: state.page === 0, onclick: step(-1) }, say("before")), place,
    h("button", { type: "button", disabled: state.page === last, onclick: step(1) }, say("after")));
}
