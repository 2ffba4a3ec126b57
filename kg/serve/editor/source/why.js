// The sentences behind an entity of a row, in a window of their own.

import { ask } from "./asking.js";
import { find, h, replace } from "./dom.js";
import { filled } from "./questions.js";
import { node } from "./terms.js";
import { say } from "./words.js";

export async function why(entity, name) {
  const place = find("why");
  const close = h("button", { type: "button", onclick: () => place.close() }, say("close"));
  const body = h("div", { "aria-live": "polite" }, say("running"));
  const link = node(entity);
  link.textContent = name;
  replace(place, h("div", { class: "top" }, h("h2", { id: "why-title" }, `${say("why")} `, link), close), body);
  place.showModal();
  try {
    replace(body, proofs(await sentences(entity.value)));
  } catch (error) {
    replace(body, h("p", { class: "problem" }, error.message));
  }
}

async function sentences(iri) {
  const { names, rows } = await ask(await filled("evidence", { entity: iri }));
  return rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column]])));
}

function proofs(found) {
  if (!found.length) return [h("p", null, say("no sentence"))];
  return found.map((one) => h("blockquote", null, h("p", null, one.sentence?.value), h("footer", null, source(one), one.copyOf && ` · ${say("copy")}`)));
}

function source({ article, published, publisher, source: iri }) {
  const link = iri ? node(iri) : "";
  if (link && article) link.textContent = article.value;
  return [link || article?.value, [publisher, published].filter(Boolean).map((cell) => ` · ${cell.value}`)];
}
