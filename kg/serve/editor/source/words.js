// The page's words in its language, as the server put them into the page; numbers and plurals as that language writes them.

import { find } from "./dom.js";

const table = JSON.parse(find("page-words").textContent);
export const lang = document.documentElement.lang;
const plural = new Intl.PluralRules(lang);
const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });

export const number = (value) => whole.format(value);

export function say(key, values = {}) {
  let text = table[key];
  if (text !== null && typeof text === "object") text = text[plural.select(values.n)] ?? text.other;
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? number(values[name]) : String(values[name] ?? "")));
}
