// The same content as a table: a page of rows at a time, sorted by any column, following the filters. It is the drawing for those who do not see one.

import { button, h, name, refill } from "./dom.js";
import { number, say } from "./words.js";

const ROWS = 100;

/** The tables of a picture: its relations and its things, or the rows of a chart. */
export function table(app) {
  const kinds = app.core.table ? { chart: chart(app) } : { edges: edges(app), nodes: nodes(app) };
  const state = { which: Object.keys(kinds)[0], page: 0, by: -1, down: false, order: null };
  const place = h("div", { class: "grid" });
  const draw = () => refill(place, switches(kinds, state, draw), grid(kinds[state.which], state, draw), pager(state, draw));
  const section = h("details", { id: "listing" }, h("summary", null, say("table")), place);
  const wanted = () => { state.order = null; if (section.open) draw(); };
  section.addEventListener("toggle", wanted);
  app.on("filter", wanted);
  app.tables = kinds;
  return section;
}

/** The rows of a table that the filters leave: `{ heads, count, text(row, column), rows() }`. */
function edges({ model, select }) {
  const { from, to } = model, text = [(e) => model.label(from[e]), (e) => model.edgeLabel(e), (e) => model.label(to[e]), (e) => model.date(from[e]) || model.date(to[e]), (e) => model.statusOf(from[e])?.label ?? ""];
  return {
    title: say("relations table"), heads: [say("from"), say("relation"), say("to"), say("date"), say("status")],
    rows: () => chosen(model.visibleEdge), text: (e, column) => text[column](e),
    open: [(e) => select(`n${from[e]}`, { move: true, enter: true }), (e) => select(`e${e}`, { enter: true }), (e) => select(`n${to[e]}`, { move: true, enter: true })],
  };
}

function nodes({ model, select }) {
  const text = [(i) => model.label(i), (i) => model.kindOf(i).label, (i) => model.type(i), (i) => model.date(i), (i) => model.statusOf(i)?.label ?? "", (i) => model.neighbours(i).length];
  return {
    title: say("things table"), heads: [say("name"), say("kind"), say("type"), say("date"), say("status"), say("number of ties")],
    rows: () => chosen(model.visible), text: (i, column) => text[column](i), open: [(i) => select(`n${i}`, { move: true, enter: true })],
  };
}

function chart({ core }) {
  const { heads, rows } = core.table;
  return { title: say("table"), heads, rows: () => rows.map((_, n) => n), text: (n, column) => rows[n][column] ?? "", open: [] };
}

function chosen(flags) {
  const rows = [];
  flags.forEach((flag, n) => { if (flag) rows.push(n); });
  return rows;
}

function ordered(kind, state) {
  if (state.order) return state.order;
  const rows = kind.rows();
  if (state.by >= 0) {
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const keys = new Map(rows.map((row) => [row, kind.text(row, state.by)]));
    rows.sort((a, b) => { const [x, y] = [keys.get(a), keys.get(b)]; return (typeof x === "number" && typeof y === "number" ? x - y : compare(x, y)) * (state.down ? -1 : 1); });
  }
  state.page = Math.min(state.page, Math.max(Math.ceil(rows.length / ROWS) - 1, 0));
  return (state.order = rows);
}

function switches(kinds, state, draw) {
  const names = Object.keys(kinds);
  return names.length > 1 && h("div", { class: "switches", role: "group", "aria-label": say("which table") }, names.map((which) => button({ id: `table-${which}`, class: "chip", "aria-pressed": String(which === state.which) }, () => {
    Object.assign(state, { which, page: 0, by: -1, down: false, order: null });
    draw();
    document.getElementById(`table-${which}`).focus();
  }, kinds[which].title)));
}

function grid(kind, state, draw) {
  const rows = ordered(kind, state).slice(state.page * ROWS, (state.page + 1) * ROWS);
  const body = rows.map((row) => h("tr", null, kind.heads.map((_, column) => h("td", null, cell(kind, row, column)))));
  return h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": kind.title },
    h("table", null, h("caption", { class: "unseen" }, kind.title), h("thead", null, h("tr", null, kind.heads.map((head, column) => heading(head, column, state, draw)))), h("tbody", { id: "rows" }, body)));
}

function cell(kind, row, column) {
  const value = kind.text(row, column), shown = typeof value === "number" ? number(value) : name(value);
  return kind.open[column] ? button({ class: "link" }, () => kind.open[column](row), shown) : shown;
}

function heading(head, column, state, draw) {
  const sorted = state.by === column, turn = () => {
    Object.assign(state, { by: sorted && state.down ? -1 : column, down: sorted && !state.down, page: 0, order: null });
    draw();
    document.getElementById(`sort-${column}`)?.focus();
  };
  return h("th", { scope: "col", "aria-sort": sorted ? (state.down ? "descending" : "ascending") : null },
    button({ id: `sort-${column}`, class: "sort" }, turn, name(head), h("span", { "aria-hidden": "true" }, sorted ? (state.down ? " ▾" : " ▴") : "")));
}

function pager(state, draw) {
  const all = state.order.length, last = Math.max(Math.ceil(all / ROWS) - 1, 0);
  const step = (by) => button({ class: "quiet", disabled: by < 0 ? state.page === 0 : state.page === last }, () => { state.page += by; draw(); }, say(by < 0 ? "before" : "after"));
  const said = h("span", { role: "status" }, say("rows shown", { from: Math.min(state.page * ROWS + 1, all), to: Math.min((state.page + 1) * ROWS, all), n: all }));
  return h("nav", { class: "pager", "aria-label": say("pages") }, last > 0 && step(-1), said, last > 0 && step(1));
}
