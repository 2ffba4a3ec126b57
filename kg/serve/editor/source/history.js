// The queries asked last, kept in this browser alone.

import { find, h, replace } from "./dom.js";
import { say } from "./words.js";

const KEY = "queries", MOST = 20, LONGEST = 100;

export function remember(query) {
  const kept = [query, ...recalled().filter((one) => one !== query)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch { /* a browser that keeps nothing */ }
}

function recalled() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

// What a query is called: its first comment, else its words from the question on.
export function title(query) {
  const text = /^#[ \t]*(.+)/.exec(query)?.[1] ?? query.replace(/^\s*(PREFIX\s+\S*\s*<[^>]*>\s*)*/i, "").replace(/\s+/g, " ");
  return text.length > LONGEST ? text.slice(0, LONGEST - 1) + "…" : text;
}

export function showRecent(ask) {
  const kept = recalled();
  find("recent").hidden = !kept.length;
  const forget = () => { localStorage.removeItem(KEY); showRecent(ask); };
  replace(find("recent-list"), h("ul", null, kept.map((query) => h("li", null, h("button", { type: "button", class: "question", onclick: () => ask(query) }, title(query))))),
    h("button", { type: "button", class: "small", onclick: forget }, say("forget")));
}
