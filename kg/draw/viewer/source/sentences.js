// Sentences as proof: the names that matter marked, the article behind each as a link, a citation to copy.

import { button, h, name } from "./dom.js";
import { say } from "./words.js";

const FIRST = 3, SHORTEST = 3;

/** Sentences by their numbers; the first few at once, the others behind a button. */
export function sentences(proof, numbers, names) {
  if (!numbers.length) return h("p", { class: "hint" }, say("no sentence"));
  const pattern = marking(names), all = numbers.map((one) => quotation(proof, one, pattern)), box = h("div", { class: "sentences" }, all.slice(0, FIRST));
  if (all.length > FIRST) {
    const more = button({ class: "quiet" }, () => { more.replaceWith(...all.slice(FIRST)); all[FIRST].querySelector("a, button")?.focus(); }, say("all sentences", { n: all.length }));
    box.append(more);
  }
  return box;
}

function quotation(proof, number, pattern) {
  const [quote, article] = proof.sentences[number], [title, date, publisher, url, invented] = proof.articles[article];
  const source = url ? h("a", { href: url, rel: "noopener noreferrer", target: "_blank", dir: "auto" }, title) : h("cite", { dir: "auto" }, title);
  return h("blockquote", null, h("p", { dir: "auto" }, marked(quote, pattern)),
    h("footer", null, source, h("span", { class: "from" }, [publisher, date].filter(Boolean).map((one, n) => [n > 0 && " · ", name(one)])),
      Boolean(invented) && h("span", { class: "invented" }, say("invented")),
      copier(citation({ quote, title, date, publisher, url, invented }))));
}

/** One line that a footnote can use. */
export function citation({ quote, title, date, publisher, url, invented }) {
  const where = [publisher, `“${title}”`, date, url, invented && say("invented")].filter(Boolean).join(", ");
  return `${where}: “${quote}”`;
}

function copier(text) {
  const said = h("span", { role: "status" });
  return h("span", { class: "copy" }, button({ class: "quiet" }, async () => { said.textContent = (await copied(text)) ? say("copied") : say("not copied"); }, say("copy citation")), said);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

// In a frame the clipboard may be out of reach; a selection can still be copied.
function copiedByHand(text) {
  const field = h("textarea", { "aria-hidden": "true", class: "unseen" }), before = document.activeElement;
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus();
  return done;
}

/** What finds names in a sentence; a Cyrillic name in any case ("Индонезия" in "с Индонезией"). */
export function marking(names) {
  const forms = [...new Set(names)].filter((one) => one.length >= SHORTEST).sort((a, b) => b.length - a.length).map(form);
  return forms.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "giu") : null;
}

function form(text) {
  const bare = /\p{Script=Cyrillic}$/u.test(text) ? text.replace(/[аеиоуыэюяйь]{1,2}$/u, "") : text;
  return bare.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&") + (/\p{Script=Cyrillic}$/u.test(text) ? "\\p{L}{0,3}" : "");
}

function marked(quote, pattern) {
  if (!pattern) return [quote];
  const parts = [];
  let from = 0;
  for (const found of quote.matchAll(pattern)) {
    parts.push(quote.slice(from, found.index), h("mark", null, found[0]));
    from = found.index + found[0].length;
  }
  return [...parts, quote.slice(from)];
}
