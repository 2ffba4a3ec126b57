// The page's words in its language; numbers and plurals as that language writes them.

let table = {}, plural = new Intl.PluralRules("en"), whole = new Intl.NumberFormat("en");

/** Takes the words of a page. */
export function speak(words, lang) {
  table = words;
  plural = new Intl.PluralRules(lang);
  whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
}

/** A number as the language writes it. */
export const number = (value) => whole.format(value);

/** The sentence of a key with its values filled in; a key without a sentence is said as it is. */
export function say(key, values = {}) {
  let text = table[key];
  if (text !== null && typeof text === "object") text = text[plural.select(values.n)] ?? text.other;
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (_, one) => (typeof values[one] === "number" ? number(values[one]) : String(values[one] ?? "")));
}
