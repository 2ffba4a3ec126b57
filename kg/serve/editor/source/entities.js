// Things of the graph by their names: suggested to questions that ask about one, and to a query that needs its IRI.

import { ask } from "./asking.js";
import { h, replace } from "./dom.js";
import { vocabulary } from "./terms.js";

const MOST = 20, WAIT = 300;
const PREFIXES = ["kg", "foaf", "skos", "rdfs", "schema", "owl"];

// A list of things that have the typed words in a name, below the field.
export function suggest(input, type) {
  const list = h("datalist", { id: `${input.id}-list` });
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const text = input.value.trim();
    if (text.length < 2 || text.includes("/")) return;
    waiting = setTimeout(async () => {
      const found = await called(type, text).catch(() => []);
      replace(list, found.map(([iri, name]) => h("option", { value: iri.value.slice(vocabulary.base.length) }, name.value)));
    }, WAIT);
  });
  return list;
}

export async function called(type, text) {
  const kind = type.split(" ")[1] ?? "Entity";
  const declared = PREFIXES.map((prefix) => `PREFIX ${prefix}: <${vocabulary.prefixes[prefix]}>`).join(" ");
  const { rows } = await ask(`${declared} SELECT ?iri (MIN(STR(?called)) AS ?name) WHERE {
  ?one foaf:name|skos:prefLabel|skos:altLabel|rdfs:label|schema:headline ?called FILTER(CONTAINS(LCASE(STR(?called)), ${JSON.stringify(text.toLowerCase())}))
  OPTIONAL { ?one owl:sameAs ?now } BIND(COALESCE(?now, ?one) AS ?iri) ${kind === "Entity" ? `FILTER(STRSTARTS(STR(?iri), ${JSON.stringify(vocabulary.base)}))` : `?iri a kg:${kind} .`}
} GROUP BY ?iri ORDER BY STRLEN(?name) ?name LIMIT ${MOST}`);
  return rows;
}
