// Things of the graph by their names, for questions that ask about one.

import { ask } from "./asking.js";
import { h, replace } from "./dom.js";
import { short, vocabulary } from "./terms.js";
import { say } from "./words.js";

const MOST = 20, WAIT = 300;
const isKey = (text) => text.includes("/") || text.includes(":");

// The values of a question, with the IRI of every thing that was called by its name.
export const named = (parameters, given) =>
  Promise.all(given.map(async ([name, value]) => {
    const { type } = parameters.find((one) => one.name === name);
    return [name, type.startsWith("entity") && !isKey(value) ? await one(type, value) : value];
  }));

async function one(type, text) {
  const found = await called(type, text);
  const same = found.filter(({ name }) => name.toLocaleLowerCase() === text.toLocaleLowerCase());
  const fitting = same.length ? same : found;
  if (fitting.length === 1) return fitting[0].iri;
  throw new Error(found.length ? say("several", { name: text, list: fitting.slice(0, 5).map(({ name, key }) => `${name} (${key})`).join(", ") }) : say("nothing called", { name: text }));
}

// A list of things that have the typed words in a name, below the field.
export function suggest(input, type) {
  const list = h("datalist", { id: `${input.id}-list` });
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const text = input.value.trim();
    if (text.length < 2 || isKey(text)) return;
    waiting = setTimeout(async () => {
      const found = await called(type, text).catch(() => []);
      replace(list, found.map(({ name, iri }) => h("option", { value: iri.slice(vocabulary.base.length) }, name)));
    }, WAIT);
  });
  return list;
}

async function called(type, text) {
  const kind = type.split(" ")[1] ?? "Entity";
  const of = kind === "Entity" ? `FILTER(STRSTARTS(STR(?iri), ${JSON.stringify(vocabulary.base)}) && !CONTAINS(STR(?iri), "/ontology"))` : `?iri a kg:${kind} .`;
  const { rows } = await ask(`PREFIX kg: <${vocabulary.prefixes.kg}> PREFIX foaf: <${vocabulary.prefixes.foaf}> PREFIX skos: <${vocabulary.prefixes.skos}> PREFIX rdfs: <${vocabulary.prefixes.rdfs}> PREFIX schema: <${vocabulary.prefixes.schema}>
SELECT ?iri (MIN(STR(?called)) AS ?name) WHERE { ?iri foaf:name|skos:prefLabel|skos:altLabel|rdfs:label|schema:headline ?called . ${of} FILTER(CONTAINS(LCASE(STR(?called)), ${JSON.stringify(text.toLowerCase())})) } GROUP BY ?iri ORDER BY STRLEN(?name) ?name LIMIT ${MOST}`);
  return rows.map(([iri, name]) => ({ iri: iri.value, name: name.value, key: short(iri.value) }));
}
