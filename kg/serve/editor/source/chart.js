// The answer as bars: what each value of one column amounts to, by another column or by the number of rows; dates along the time.

import { h, replace, svg } from "./dom.js";
import { save } from "./picture.js";
import { isDate, isNumber, shown } from "./terms.js";
import { number, say } from "./words.js";

const MOST = 30;
const BAR = 22, GAP = 6;
const WIDE = { width: 720, name: 230, letters: 32 }, NARROW = { width: 400, name: 130, letters: 17 };
const COUNT = -1;

export function chart(answer) {
  if (!answer.rows.length || !answer.names.length) return h("p", null, say("nothing to draw"));
  const state = { label: best(answer), value: values(answer)[0] ?? COUNT };
  const place = h("div");
  const draw = () => replace(place, picture(answer, state));
  const columns = answer.names.map((name, column) => [column, name]);
  const amounts = [[COUNT, say("rows counted")], ...values(answer).map((column) => [column, answer.names[column]])];
  draw();
  return h("div", null, h("p", { class: "choices" }, choice("chart-label", say("of each"), columns, state, "label", draw), choice("chart-value", say("amount"), amounts, state, "value", draw)), place);
}

export function choice(id, name, options, state, key, draw) {
  const select = h("select", { id, onchange: (event) => { state[key] = Number(event.target.value); draw(); } },
    options.map(([value, text]) => h("option", { value, selected: value === state[key] }, text)));
  return h("span", null, h("label", { for: id }, name), " ", select);
}

const filled = (answer, column) => answer.rows.map((row) => row[column]).filter((cell) => cell !== null);
const values = (answer) => answer.names.map((_, column) => column).filter((column) => { const cells = filled(answer, column); return cells.length > 0 && cells.every(isNumber); });

// The column that tells things apart best without naming each row: dates first, then few different short words.
function best(answer) {
  const columns = answer.names.map((_, column) => column).filter((column) => !values(answer).includes(column));
  const dated = columns.find((column) => { const cells = filled(answer, column); return cells.length > answer.rows.length / 2 && cells.every(isDate); });
  if (!values(answer).length && dated !== undefined) return dated;
  const short = columns.filter((column) => filled(answer, column).some((cell) => shown(cell).length < 60));
  const few = short.find((column) => { const different = new Set(filled(answer, column).map(shown)).size; return different > 1 && different < answer.rows.length; });
  return (values(answer).length ? short[0] : few ?? short[0]) ?? 0;
}

export function amounts(answer, { label, value }) {
  const dated = filled(answer, label).length > 0 && filled(answer, label).every(isDate);
  const unit = dated ? span(filled(answer, label)) : 0;
  const sums = new Map();
  for (const row of answer.rows) {
    if (row[label] === null) continue;
    const name = dated ? row[label].value.slice(0, unit) : shown(row[label]);
    const more = value === COUNT ? 1 : row[value] === null ? 0 : Number(row[value].value);
    sums.set(name, (sums.get(name) ?? 0) + more);
  }
  const bars = [...sums];
  if (dated) return bars.sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MOST * 2);
  return bars.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

// Years where the dates spread over many months, else months.
const span = (cells) => (cells.some((cell) => cell.value.length < 7) || new Set(cells.map((cell) => cell.value.slice(0, 7))).size > 24 ? 4 : 7);

function picture(answer, state) {
  const all = amounts(answer, state);
  const bars = all.slice(0, MOST);
  const most = Math.max(...bars.map(([, amount]) => Math.abs(amount)), 0);
  if (!bars.length) return h("p", null, say("nothing to draw"));
  const size = matchMedia("(max-width: 40rem)").matches ? NARROW : WIDE;
  const height = bars.length * (BAR + GAP) + GAP;
  const name = `${answer.names[state.label]}: ${state.value === COUNT ? say("rows counted") : answer.names[state.value]}`;
  const drawn = svg("svg", { viewBox: `0 0 ${size.width} ${height}`, role: "img", "aria-label": `${name}. ${bars.slice(0, 5).map(([text, amount]) => `${text} ${number(amount)}`).join("; ")}`, class: "chart" },
    bars.map(([text, amount], place) => bar(text, amount, most, GAP + place * (BAR + GAP), size)));
  return h("figure", null, h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("chart") }, drawn),
    h("figcaption", null, name, all.length > bars.length && ` ${say("first of", { n: bars.length, all: all.length })}`), h("p", null, save(drawn, "chart")));
}

function bar(text, amount, most, y, size) {
  const room = size.width - size.name - 70;
  const width = most ? Math.max((Math.abs(amount) / most) * room, 1) : 1;
  return svg("g", null,
    svg("title", null, `${text}: ${number(amount)}`),
    svg("text", { x: size.name - 8, y: y + BAR * 0.7, "text-anchor": "end" }, text.length > size.letters ? text.slice(0, size.letters - 1) + "…" : text),
    svg("rect", { x: size.name, y, width, height: BAR, rx: 2 }),
    svg("text", { x: size.name + width + 6, y: y + BAR * 0.7 }, number(amount)));
}
