// Finding by name: accents and case do not matter, every name and alias counts, the hits are a list for mouse and keyboard.

import { h, name, refill } from "./dom.js";
import { symbol } from "./symbol.js";
import { say } from "./words.js";

const MOST = 12;
const ALONE = { đ: "d", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d", "’": "'", "ʻ": "'" };

/** A text as it is compared: small letters without accents. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[đłøßæœıþð’ʻ]/g, (letter) => ALONE[letter]);

/** A function that gives the nodes whose name has all these words, the nearest first, and how many there are. */
export function finder(model) {
  let folded = null;
  const all = () => (folded ??= Array.from({ length: model.count }, (_, i) => model.names(i).concat(model.label(i)).map(fold)));
  return (text, most = MOST) => {
    const wanted = fold(text.trim()).split(/\s+/).filter(Boolean), whole = wanted.join(" ");
    if (!wanted.length) return { hits: [], all: 0 };
    const found = [];
    all().forEach((names, i) => {
      let best = 0;
      for (const one of names) best = Math.max(best, nearness(one, wanted, whole));
      if (best) found.push({ i, rank: best });
    });
    found.sort((a, b) => b.rank - a.rank || model.weight[b.i] - model.weight[a.i] || a.i - b.i);
    return { hits: found.slice(0, most).map((one) => one.i), all: found.length };
  };
}

function nearness(one, wanted, whole) {
  if (!wanted.every((word) => one.includes(word))) return 0;
  if (one === whole) return 4;
  return one.startsWith(whole) ? 3 : wanted.every((word) => one.startsWith(word) || one.includes(` ${word}`)) ? 2 : 1;
}

/** An input with its list of hits (the combobox pattern); `choose(i)` is told which node was taken. */
export function combobox({ id, model, look, label, hint, choose }) {
  const list = h("ul", { id: `${id}-hits`, role: "listbox", "aria-label": say("hits"), hidden: true });
  const input = h("input", {
    id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-hits`, "aria-describedby": `${id}-many`,
    autocomplete: "off", spellcheck: "false", dir: "auto", placeholder: hint, "aria-label": label,
  });
  const many = h("p", { id: `${id}-many`, class: "many", role: "status" });
  const state = { hits: [], at: -1 };
  const show = () => draw(model, { input, list, many }, state, take);
  const take = (i) => { input.value = ""; close(); choose(i); };
  const close = () => { Object.assign(state, { hits: [], at: -1, all: 0, asked: "" }); show(); };
  const ask = () => { const { hits, all } = look(input.value); Object.assign(state, { hits, all, at: hits.length ? 0 : -1, asked: input.value.trim() }); show(); };
  input.addEventListener("input", ask);
  input.addEventListener("focus", () => { if (input.value) ask(); });
  input.addEventListener("blur", () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); });
  input.addEventListener("keydown", (event) => steer(event, state, { show, take, close, ask, input }));
  return h("div", { class: "combobox" }, input, list, many);
}

function steer(event, state, { show, take, close, ask, input }) {
  const { length } = state.hits;
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (length || input.value)) {
    if (!length) ask();
    else { state.at = (state.at + (event.key === "ArrowDown" ? 1 : length - 1)) % length; show(); }
    event.preventDefault();
  } else if (event.key === "Enter") {
    if (state.at >= 0) take(state.hits[state.at]);
    event.preventDefault();
  } else if (event.key === "Escape" && (input.value || length)) {
    input.value = "";
    close();
    event.stopPropagation();
  }
}

function draw(model, { input, list, many }, { hits, at, all, asked }, take) {
  refill(list, hits.map((i, n) => option(model, input.id, i, n, n === at, asked, take)));
  list.hidden = !hits.length;
  input.setAttribute("aria-expanded", String(hits.length > 0));
  if (at >= 0) input.setAttribute("aria-activedescendant", `${input.id}-${at}`);
  else input.removeAttribute("aria-activedescendant");
  many.textContent = !asked ? "" : all > hits.length ? say("hits of", { n: hits.length, all }) : say("hits counted", { n: all });
  many.hidden = !asked || (all > 0 && all <= hits.length && hits.length > 0 && all < 2);
}

function option(model, id, i, n, selected, asked, take) {
  const wanted = fold(asked ?? ""), other = fold(model.label(i)).includes(wanted) ? null : model.names(i).find((one) => fold(one).includes(wanted));
  const kind = model.kindOf(i);
  return h("li", { id: `${id}-${n}`, role: "option", "aria-selected": String(selected), onmousedown: (event) => { event.preventDefault(); take(i); } },
    symbol(kind), h("span", { class: "hit" }, name(model.label(i)), h("small", null, kind.label, other && " · ", other && name(other))));
}
